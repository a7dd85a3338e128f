"""SVG pictures: a browser runs what they hold, so only what draws may stand in them."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWS = frozenset({
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "use", "symbol", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
    "marker", "style", "metadata",
})  # fmt: skip
# Another encoding than the one read here, orders to a browser, and abbreviations that grow.
_ODD_HEAD = re.compile(
    r"""<\?(?!xml\s) | <\?xml[^>]*encoding\s*=\s*["'](?!utf-8["']) | <!doctype[^>]*\[ | <!entity""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADS_AWAY = re.compile(r"url\(\s*(?!['\"]?#)|@import|\\|image\(|image-set\(", re.IGNORECASE)


def is_still(content: bytes) -> bool:
    """Tell whether an SVG picture only draws: no program, no link, nothing from elsewhere."""
    try:
        text = content.decode("utf-8-sig")
        if _ODD_HEAD.search(text):
            return False
        # What grows or asks for other files was refused above.
        root = ElementTree.fromstring(text.encode())  # noqa: S314
    except (UnicodeDecodeError, ElementTree.ParseError):
        return False
    return all(_draws(element) for element in root.iter())


def _draws(element: ElementTree.Element) -> bool:
    namespace, brace, name = str(element.tag).rpartition("}")
    is_drawing = namespace + brace in {"", _SVG}
    # Drawing programs leave notes in namespaces of their own, which browsers pass over; XHTML they run.
    known = name in _DRAWS if is_drawing else "xhtml" not in namespace
    return known and not any(_LEADS_AWAY.search(value) for value in _texts(element)) and _has_still_marks(element)


def _has_still_marks(element: ElementTree.Element) -> bool:
    for mark, value in element.attrib.items():
        name = mark.rpartition("}")[2].lower()
        if name.startswith("on") or (name in {"href", "src", "base"} and not value.startswith("#")):
            return False
    return True


def _texts(element: ElementTree.Element) -> Iterator[str]:
    yield from element.attrib.values()
    if element.tag == f"{_SVG}style":
        yield element.text or ""
