"""The words of a hand-written page, as Python-Markdown made them, cleaned for our frame.

The check before the build refuses raw HTML by CommonMark's reading of the page. Python-Markdown reads some
texts otherwise (an indented line below an admonition, say): it is told to know no HTML, and what it makes is
cleaned by an HTML parser.
"""

import re
from itertools import count

import nh3
from markdown import Extension, Markdown
from markupsafe import Markup

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "img", "kbd", "li", "mark", "ol", "p", "path", "pre", "span", "strong", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "path": {"d"},
    "svg": {"viewBox", "xmlns"},
    "th": {"scope"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_TABLE = re.compile(r"<table>|</table>")
_HEADER_CELL = re.compile(r"<th(?=[ >])")


class NoRawHtml(Extension):
    """Makes Python-Markdown show HTML as the signs that were typed."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Take away everything that lets HTML through, and let a backslash stand before "<"."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.ESCAPED_CHARS.append("<")


def hand_written(html: str) -> Markup:
    """Clean a page's words: known elements and attributes alone, tables in regions that scroll by keyboard."""
    cleaned = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    numbers = count(1)

    def framed(found: re.Match[str]) -> str:
        if found[0] == "</table>":
            return "</table></section>"
        return f'<section class="scroll" tabindex="0" aria-label="Table {next(numbers)}"><table>'

    cleaned = _HEADER_CELL.sub('<th scope="col"', cleaned)
    return Markup(_TABLE.sub(framed, cleaned))  # noqa: S704 - cleaned above
