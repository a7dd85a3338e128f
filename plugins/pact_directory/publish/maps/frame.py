"""The page of the map one can zoom, which opens in a frame of the coverage map, and its files."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ...addresses import LEAFLET, MAP_FRAME, MAP_SCRIPT, ZOOM_SCRIPT, ZOOM_STYLES, Address
from ...views.index import Index
from ...views.map_parts import MapArea
from ...views.zoom import ZoomPage, zoom_page
from ..policy import with_pictures
from ..press import Press
from ..words import Words, words

_PICTURES = ("layers.png", "layers-2x.png", "marker-icon.png")
"""What Leaflet's stylesheet names."""


@dataclass(frozen=True, eq=False)
class ZoomFrame:
    """What the map shows, and the id of the element it is put into."""

    shown: ZoomPage
    element: str


def zoom_files(press: Press, index: Index) -> Iterator[tuple[Address, str | bytes]]:
    """Make the page and its files; none where nobody has drawn any ward.

    A preview has none either: folium alone takes longer to load than every page to make.
    """
    page = zoom_page(index)
    if page is None or press.appearance.is_preview:
        return
    from .zoomable import zoom_script  # noqa: PLC0415 - so that it is loaded here alone

    shell = press.shell_context(MAP_FRAME, kind="zoom")
    phrases = words(press.appearance.language, plain_text=True).zoom
    tiles = press.appearance.tiles
    element, script = zoom_script(page, {name: str(phrases.script[name]) for name in ("edges", "places")}, tiles)
    shell["policy"] = with_pictures(shell["policy"], tiles.source if tiles else "")
    template = press.environment.get_template("zoom.html")
    yield MAP_FRAME, template.render(page=ZoomFrame(page, element), **shell)
    yield ZOOM_SCRIPT, _text("zoom.js") + _told(page, phrases, shell["link"]) + script
    yield ZOOM_STYLES, _text("vendor/leaflet/leaflet.css") + _text("zoom.css")
    yield LEAFLET, _static("vendor/leaflet/leaflet.js")
    yield Address(f"{MAP_FRAME}leaflet-licence.txt"), _static("vendor/leaflet/LICENSE")
    for name in _PICTURES:
        yield Address(f"{MAP_FRAME}images/{name}"), _static(f"vendor/leaflet/images/{name}")
    yield MAP_SCRIPT, _static("map.js")


def _told(page: ZoomPage, phrases: Words, link: Callable[[Address], str]) -> str:
    """The names that belong to the shapes and points, for `zoom.js`: JSON, and nothing in it that HTML knows."""
    facts = {f"ward-{at}": _facts(one, phrases, link) for at, one in enumerate(page.area.areas)}
    facts |= {f"place-{at}": {"name": one.name, "says": one.address} for at, one in enumerate(page.places)}
    texts = {name: str(phrases.script[name]) for name in ("in", "out", "close")}
    told = json.dumps({"facts": facts, "texts": texts}, separators=(",", ":"))
    for letter in "<>&":
        told = told.replace(letter, f"\\u{ord(letter):04x}")
    return f"pactZoom.tell({told});\n"


def _facts(one: MapArea, phrases: Words, link: Callable[[Address], str]) -> Mapping[str, Any]:
    """What is said of a ward when it is chosen on the map."""
    return {
        "name": one.line.ward.name,
        "number": str(one.number),
        "href": link(one.line.ward.address),
        "says": str(phrases.kinds[one.cover]),
        "links": [[pact.name, link(pact.address)] for pact in one.line.pacts],
    }


def _text(name: str) -> str:
    return _static(name).decode("utf-8")


def _static(name: str) -> bytes:
    return (resources.files("pact_directory.publish") / "static" / name).read_bytes()
