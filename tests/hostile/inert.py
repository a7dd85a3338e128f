"""What a page may hold, whatever was typed into the record: a list, and everything else is a fault."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

_WORDS = (
    "html head meta title link body header nav main section article div footer h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd "
    "a span strong em b i small br hr wbr time code pre blockquote table caption thead tbody tr th td details summary "
    "noscript template img abbr del kbd mark sub sup"
)
_DRAWN = "svg g defs pattern rect circle path text tspan"
ELEMENTS = frozenset([*_WORDS.split(), *_DRAWN.split()])
_ANYWHERE = "class id title role tabindex aria-label aria-labelledby aria-current aria-hidden aria-describedby"
_OF_SHAPES = "d x y dx dy cx cy r width height fill fill-rule"
_OF_FINDER = [
    "label",
    "hint",
    "button",
    "loading",
    "failed",
    "failed-text",
    "wards",
    "wards-page",
    "root",
    "list",
    "program",
]
_OF_SEARCH = ["index", "root", "one", "many", "none", "shown", "busy", "failed"]
_ATTRIBUTES = {
    "html": "lang",
    "meta": "charset name content http-equiv",
    "link": "rel href type",
    "a": "href rel target",
    "img": "src alt width height",
    "time": "datetime",
    "ol": "start",
    "th": "scope",
    "td": "data-label",
    "details": "open",
    "main": "data-pagefind-body data-pagefind-meta data-title data-kind",
    "div": " ".join(f"data-{name}" for name in (*_OF_FINDER, *_OF_SEARCH)),
    "li": "data-ward",
    "p": "data-zoom data-close data-copy data-words data-copied data-failed",
    "svg": "viewBox width height focusable xmlns",
    "g": "fill fill-rule font-size pointer-events",
    "pattern": "width height patternUnits patternTransform",
    **dict.fromkeys(("rect", "circle", "path", "text", "tspan"), _OF_SHAPES),
    **dict.fromkeys(
        ("form", "label", "input", "button"), "for type novalidate autocomplete autocapitalize spellcheck"
    ),
}
ATTRIBUTES = {tag: frozenset(names.split()) for tag, names in _ATTRIBUTES.items()}
ANYWHERE = frozenset(_ANYWHERE.split())
_OF_FIELDS = frozenset({"maxlength", "hidden"})
"""Of a field in a template, and of nothing else."""
_ODD_VALUES = {
    "target": re.compile(r"_top"),
    "fill": re.compile(r"url\(#(map|zoom)-[a-z]+\)"),
    "tabindex": re.compile(r"0|-1"),
    "data-ward": re.compile(r"ward-[0-9]+"),
    "data-copy": re.compile(r"[a-z0-9-]+"),
    "id": re.compile(r"[^\s<>\"'&]+"),
    **dict.fromkeys(
        ("data-root", "data-list", "data-program", "data-index", "data-wards-page"), re.compile(r"[a-z0-9./-]+")
    ),
}
"""What the value of an attribute may be, where it does something."""
OWN_SCRIPTS = re.compile(r"(\.\./)*(finder|search|map|copy)\.js|leaflet\.js")
FIELDS = frozenset({"form", "label", "input", "button"})
"""What somebody types into: only in a template, which shows and does nothing until our own script copies it."""
ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "poster", "cite", "srcset", "data", "background", "ping"}
)
_OWN_OR_ALLOWED = re.compile(
    r"(https?://|webcal://[^?#]+/calendar\.ics$|mailto:|tel:\+?[0-9]+$|[^:/?#\\]*([/?#]|$))"
)
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

    def live(self) -> Iterator[str]:
        """What could do something, and is not ours."""
        for element in self.elements:
            yield from self._of_element(element)

    def faults(self) -> Iterator[str]:
        """What is on the page and may not be."""
        yield from self.live()
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
        if tag not in ELEMENTS and element not in self._copied:
            yield f"<{tag}>"
        yield from self._of_attributes(element, tag)
        if tag == "meta" and element.get("http-equiv") == "refresh":
            address = element.get("content", "").partition("url=")[2]
            if not re.fullmatch(r"[a-z0-9./-]+", address):
                yield f"a refresh to {address}"

    def _of_attributes(self, element: Element, tag: str) -> Iterator[str]:
        allowed = ANYWHERE | ATTRIBUTES.get(tag, frozenset())
        if element in self._copied:
            allowed |= _OF_FIELDS
        for spelt, value in element.attrib.items():
            name = spelt.rpartition("}")[2]
            if name not in allowed:
                yield f"<{tag} {name}>"
            if name in _ODD_VALUES and not _ODD_VALUES[name].fullmatch(value):
                yield f'<{tag} {name}="{value}">'
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
        """A script is one of our own files, with nothing written into it; or no script, but facts as JSON."""
        if element.attrib == {"type": "application/ld+json"} and "<" not in (element.text or ""):
            if not isinstance(json.loads(element.text or ""), dict):
                yield f"<script> {(element.text or '')[:60]}"
            return
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
