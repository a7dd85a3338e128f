"""What a page may hold, whatever was typed into the record: a list, and everything else is a fault."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "article",
        "div",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "span",
        "strong",
        "em",
        "b",
        "i",
        "small",
        "br",
        "hr",
        "wbr",
        "time",
        "code",
        "pre",
        "blockquote",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "svg",
        "g",
        "defs",
        "pattern",
        "rect",
        "circle",
        "path",
        "text",
        "tspan",
        "noscript",
        "template",
        "img",
        "abbr",
        "del",
        "kbd",
        "mark",
        "sub",
        "sup",
    ]
)
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "rel",
        "href",
        "class",
        "id",
        "tabindex",
        "scope",
        "datetime",
        "start",
        "title",
        "alt",
        "src",
        "width",
        "height",
        "viewBox",
        "xmlns",
        "d",
        "cx",
        "cy",
        "r",
        "focusable",
        "open",
        "data-label",
        "aria-label",
        "aria-labelledby",
        "aria-current",
        "aria-hidden",
        "aria-describedby",
        "role",
    ]
)
# What the maps are drawn with.
ATTRIBUTES |= frozenset({"x", "y", "dx", "dy", "transform", "fill", "stroke", "stroke-width", "text-anchor"})
ATTRIBUTES |= frozenset({"patternUnits", "patternTransform", "fill-rule", "font-size", "vector-effect"})
OWN_SCRIPTS = re.compile(r"([.]{1,2}/)*(finder|search|map|map/map|leaflet)[.]js|map[.]js|leaflet[.]js")
FIELDS = frozenset({"form", "label", "input", "button"})
"""What somebody types into: only in a template, which shows and does nothing until our own script copies it."""
ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "poster", "cite", "srcset", "data", "background", "ping"}
)
_OWN_OR_ALLOWED = re.compile(r"(https?://|mailto:|tel:\+?[0-9]+$|[^:/?#\\]*([/?#]|$))")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
_TWICE = re.compile(r"&amp;(amp|lt|gt|quot|#)|&#3[49];|&quot;")
_LEVEL = re.compile(r"h([1-6])")


@dataclass(frozen=True)
class Page:
    """A page of the built site, parsed as browsers do; markup that browsers must mend raises."""

    address: str
    html: str

    @cached_property
    def elements(self) -> list[Element]:
        root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(self.html)
        return list(root.iter())

    @cached_property
    def text(self) -> str:
        """Every word a reader or a screen reader can meet, spaces evened out."""
        words = "".join(self.elements[0].itertext())
        spoken = (
            element.get(name, "")
            for element in self.elements
            for name in ("content", "aria-label", "title", "alt")
        )
        return " ".join(" ".join([words, *spoken]).split())

    @property
    def is_redirect(self) -> bool:
        """Whether it only leads to another page."""
        return 'http-equiv="refresh"' in self.html

    @property
    def kind(self) -> str:
        """What sort of page it is: hand-written ones are each of their own."""
        parts = self.address.strip("/").split("/")
        return f"{parts[0]} {len(parts)} {parts[2:3]}" if len(parts) > 1 else self.address

    def of(self, tag: str) -> str:
        """The words of the first element of a kind."""
        return next(" ".join("".join(one.itertext()).split()) for one in self.elements if one.tag == tag)

    def meta(self, name: str) -> str:
        """What the page's head says of it under a name."""
        return next(
            one.get("content", "") for one in self.elements if one.tag == "meta" and one.get("name") == name
        )

    def faults(self) -> Iterator[str]:
        """What is on the page and may not be."""
        for element in self.elements:
            yield from self._of_element(element)
        shown = self.text.replace(TYPED_ENTITIES, "")
        for sample in (one for one in self.elements if one.tag == "pre"):  # HTML to copy, shown as it is
            shown = shown.replace(" ".join("".join(sample.itertext()).split()), "")
        if found := _TWICE.search(shown):
            yield f"escaped twice: {shown[found.start() - 40 : found.end() + 40]}"
        yield from self._of_headings()

    def _of_element(self, element: Element) -> Iterator[str]:
        if not isinstance(element.tag, str):
            yield "a comment"
            return
        tag = element.tag.rpartition("}")[2]
        if tag == "script":
            yield from self._of_script(element)
            return
        if element in self._copied:
            return
        if tag not in ELEMENTS:
            yield f"<{tag}>"
        yield from self._of_attributes(element, tag)
        if tag == "meta" and element.get("http-equiv") == "refresh":
            address = element.get("content", "").partition("url=")[2]
            if not re.fullmatch(r"[a-z0-9./-]+", address):
                yield f"a refresh to {address}"

    @staticmethod
    def _of_attributes(element: Element, tag: str) -> Iterator[str]:
        for spelt, value in element.attrib.items():
            name = spelt.rpartition("}")[2]
            if name not in ATTRIBUTES and not name.startswith("data-"):
                yield f"<{tag} {name}>"
            if name in ADDRESSES and not _OWN_OR_ALLOWED.match(_UNSEEN.sub("", unescape(value)).lower()):
                yield f'<{tag} {name}="{value}">'
            if name == "src" and ("//" in value or ":" in value):
                yield f'<{tag} src="{value}">'

    @cached_property
    def _copied(self) -> frozenset[Element]:
        """The fields inside templates."""
        templates = [one for one in self.elements if one.tag == "template"]
        return frozenset(one for outer in templates for one in outer.iter() if one.tag in FIELDS)

    def _of_script(self, element: Element) -> Iterator[str]:
        """A script is one of our own files, with nothing written into it."""
        if not OWN_SCRIPTS.fullmatch(element.get("src", "")) or (element.text or "").strip():
            yield f"<script src={element.get('src', '')!r}>{(element.text or '')[:60]}"
        if strange := {*element.attrib} - {"src", "type", "defer"}:
            yield f"<script {sorted(strange)}>"

    def _of_headings(self) -> Iterator[str]:
        levels = [int(found[1]) for one in self.elements if (found := _LEVEL.fullmatch(str(one.tag)))]
        if levels[:1] != [1] or levels.count(1) != 1:
            yield f"headings of the first level: {levels}"
        if any(later > earlier + 1 for earlier, later in pairwise(levels)):
            yield f"a gap between headings: {levels}"


TYPED_ENTITIES = "&lt;img src=x onerror=alert("
