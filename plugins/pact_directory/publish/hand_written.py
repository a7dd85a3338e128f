"""The words of a hand-written page, as Python-Markdown made them, cleaned for our frame.

The check before the build refuses raw HTML by CommonMark's reading of the page. Python-Markdown reads some
texts otherwise (an indented line below an admonition, say): it is told to know no HTML, and what it makes is
cleaned by an HTML parser.
"""

import re
from html import escape
from typing import NamedTuple

import nh3
from markdown import Extension, Markdown
from markupsafe import Markup

from ..prose.links import is_own_file
from ..reading.faults import Fault
from ..reading.strict_yaml import parse
from ..reading.text import decode, split_page

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
# Ids of the frame: a heading "Menu" must not take the place the frame's own link leads to.
_FRAME_IDS = frozenset({"main", "menu"})
# A whole tag: what stands inside the quotes of an attribute is never taken for one.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [A-Za-z:-]+="[^"]*")*)>')
_ALT = re.compile(r' alt="([^"]*)"')


class HandWritten(NamedTuple):
    """A page's words, ready for the frame, and its heading without markup."""

    words: Markup
    heading: str


class NoRawHtml(Extension):
    """Makes Python-Markdown show HTML as the signs that were typed."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Take away everything that lets HTML through, and let a backslash stand before "<"."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.ESCAPED_CHARS.append("<")


def page_parts(content: bytes) -> tuple[dict[str, str], str]:
    """Part a checked page into the fields at its head and its Markdown, as the check read them.

    MkDocs reads heads more loosely: a first line "Note: bring a torch" would be lost as a field, and
    `template:` would choose the program that makes the page.
    """
    text = decode(content)
    if isinstance(text, Fault):
        raise ValueError(text.message)
    page = split_page(text) if text.startswith("---") else None
    if page is None or isinstance(page, Fault):
        return {}, text
    fields = parse(page.front_matter).values or {}
    return {name: value for name, value in fields.items() if isinstance(value, str)}, page.body


def hand_written(html: str, name: str) -> HandWritten:
    """Clean a page's words: known elements and attributes alone, tables in regions that scroll by keyboard.

    A page has one heading of the first level, above everything (`name` where it has none of its own), and
    the levels below follow without a gap.
    """
    cleaned = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None, attribute_filter=_attribute
    )
    if not cleaned.lstrip().startswith("<h1"):
        cleaned = f"<h1>{escape(name)}</h1>\n{cleaned}"
    words = Markup(_TAG.sub(_Framing().tag, cleaned))  # noqa: S704 - cleaned above
    return HandWritten(words, words.partition("</h1>")[0].striptags())


def _attribute(_element: str, attribute: str, value: str) -> str | None:
    """An attribute's value; None leaves it out. Pictures come from this site alone."""
    if attribute == "src" and not is_own_file(value):
        return None
    if attribute == "id" and value in _FRAME_IDS:
        return f"{value}-1"
    if attribute == "href" and value[1:] in _FRAME_IDS and value[0] == "#":
        return f"{value}-1"
    return value


class _Framing:
    """Rewrites the tags of one page, one after another."""

    def __init__(self) -> None:
        self._tables = 0
        self._above: list[int] = []
        self._level = 1

    def tag(self, found: re.Match[str]) -> str:
        """Return a tag as it stands on our page."""
        closing, name = found[1], found[2]
        attributes = found[3].replace("<", "&lt;").replace(">", "&gt;")
        if name == "table":
            return self._table(closing)
        if name == "img" and ' src="' not in attributes:
            alternative = _ALT.search(attributes)
            return alternative[1] if alternative else ""
        if re.fullmatch("h[1-6]", name):
            name = f"h{self._level if closing else self._place(int(name[1]))}"
        elif name == "th" and not closing:
            attributes = f' scope="col"{attributes}'
        return f"<{closing}{name}{attributes}>"

    def _table(self, closing: str) -> str:
        if closing:
            return "</table></section>"
        self._tables += 1
        return f'<section class="scroll" tabindex="0" aria-label="Table {self._tables}"><table>'

    def _place(self, typed: int) -> int:
        """The level a heading gets: the page's own is the only one of the first."""
        while len(self._above) > 1 and self._above[-1] >= typed:
            self._above.pop()
        self._above.append(typed)
        self._level = min(len(self._above), 6)
        return self._level
