"""The elements a text may become, besides headings, links, code in a line, and table cells."""

INLINE = {"Emphasis": "em", "Strong": "strong"}
OPENING = {
    "Paragraph": "<p>",
    "HtmlBlock": "<p>",
    "Item": "<li>",
    "TableHead": "<thead>\n<tr>",
    "TableRow": "<tr>",
    "BlockQuote": "<blockquote>\n",
    "CodeBlock": '<pre tabindex="0"><code>',
}
CLOSING = {
    "Paragraph": "</p>\n",
    "HtmlBlock": "</p>\n",
    "Item": "</li>\n",
    "TableHead": "</tr>\n</thead>\n<tbody>\n",
    "TableRow": "</tr>\n",
    "Table": "</tbody>\n</table></section>\n",
    "BlockQuote": "</blockquote>\n",
    "CodeBlock": "</code></pre>\n",
}
# In HTML, and in plain text.
BREAKS = {"SoftBreak": ("\n", " "), "HardBreak": ("<br>\n", "\n"), "Rule": ("<hr>\n", "\n")}


def list_opening(first: int | None) -> str:
    """Open a list: a numbered one where its first number is given."""
    if first is None:
        return "<ul>\n"
    return "<ol>\n" if first == 1 else f'<ol start="{first}">\n'
