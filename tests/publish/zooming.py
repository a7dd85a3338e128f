"""A small invented area with shapes, and the files of its map one can zoom."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from shapely import MultiPolygon, box

from pact_directory.addresses import MAP_FRAME, ZOOM_SCRIPT, Address, Links
from pact_directory.model.record import Origin
from pact_directory.model.shapes import Shape, ShapeFile
from pact_directory.publication import PublicDirectory, publish_directory
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.maps.frame import zoom_files
from pact_directory.publish.policy import CONTENT_POLICY
from pact_directory.publish.press import Press, make_environment
from pact_directory.views.index import Index
from pact_directory.views.site import site_frame
from pact_directory.views.site_map import site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.factories import AS_OF, a_directory, a_folder, a_pact, a_venue, a_ward, an_area

from .rendering import PLAIN, Page

WEST, MIDDLE, EAST, NORTH = "E05000001", "E05000002", "E05000003", "E05000004"


def squares(indicative: bool = True, attribution: str = "Contains invented data") -> ShapeFile:
    """Three wards of a kilometre side by side and one above them, near Chatham; one with a hole."""
    corners = {
        WEST: box(575_000, 165_000, 576_000, 166_000),
        MIDDLE: box(576_000, 165_000, 577_000, 166_000),
        EAST: box(577_000, 165_000, 578_000, 166_000),
        NORTH: box(575_000, 166_000, 578_000, 167_000).difference(box(575_500, 166_300, 575_900, 166_700)),
    }
    shapes = (Shape(("features", at), gss, MultiPolygon([one])) for at, (gss, one) in enumerate(corners.items()))
    return ShapeFile(Origin("wards.geojson"), tuple(shapes), indicative, attribution)


def a_place(
    ward: str = "West", pact: str = "Luton PACT", venue: str = "The hall", shapes: ShapeFile | None = None
) -> PublicDirectory:
    """An area of four wards: one with a PACT, two that share one, one that has none."""
    wards = [
        a_ward(WEST, name=ward),
        a_ward(MIDDLE, name="Middle"),
        a_ward(EAST, name="East"),
        a_ward(NORTH, name="North"),
    ]
    folders = (
        a_folder("one", pact=a_pact("one", name=pact, wards=[WEST]), meetings=(), updates=(), newsletters=()),
        a_folder("two", pact=a_pact("two", wards=[MIDDLE, EAST]), meetings=(), updates=(), newsletters=()),
    )
    venues = [a_venue(name=venue, easting="576500", northing="165500"), a_venue("nowhere", name="Nowhere")]
    record = a_directory(*folders, wards=wards, venues=venues, area=an_area())
    return replace(publish_directory(record, {}, AS_OF), ward_shapes=shapes or squares())


def the_press(of: PublicDirectory, look: Appearance = PLAIN) -> tuple[Press, Index]:
    index = Index(of)
    known = site_map(index, NOT_RECORDED).known | look.addresses
    return Press(make_environment(), site_frame(index), Links(known), look), index


def files_of(of: PublicDirectory, look: Appearance = PLAIN) -> Mapping[Address, str | bytes]:
    return dict(zoom_files(*the_press(of, look)))


def frame_of(of: PublicDirectory, look: Appearance = PLAIN) -> Page:
    html = files_of(of, look)[MAP_FRAME]
    assert isinstance(html, str)
    return Page(MAP_FRAME, "zoom", html)


def script_of(of: PublicDirectory, look: Appearance = PLAIN) -> str:
    """The script of the map, without the part that never changes: what is told of names, then what folium wrote."""
    script = files_of(of, look)[ZOOM_SCRIPT]
    assert isinstance(script, str)
    return script.partition("})();\n")[2]


def told_in(script: str) -> Mapping[str, Any]:
    """What is told of each shape and point, as a browser reads it."""
    line = script.partition("\n")[0]
    found: Mapping[str, Any] = json.loads(line.removeprefix("pactZoom.tell(").removesuffix(");"))["facts"]
    return found


def drawn_by(script: str) -> str:
    """What folium wrote."""
    return script.partition("\n")[2]


def features_of(script: str) -> list[list[dict[str, Any]]]:
    """The features of each layer, as a browser reads them."""
    found = re.findall(r"geo_json_\d+_add\((\{.*\})\);", script)
    return [json.loads(one)["features"] for one in found]


def with_policy(**changes: Any) -> Appearance:
    return Appearance(name="PACT directory", policy=CONTENT_POLICY, **changes)
