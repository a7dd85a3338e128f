"""The coordinates of one shape of a GeoJSON file made into an area on the National Grid."""

import re
from collections.abc import Callable
from itertools import chain
from typing import Any, NamedTuple, cast

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon

from ..model.grid import to_grid, to_wgs84
from ..model.quoting import shown

Points = NDArray[np.float64]

_BRITAIN = ((-9.0, 49.5), (2.5, 61.5))
"""Great Britain with its islands: the lowest and highest longitude and latitude."""
_NATIONAL_GRID = ((0.0, 0.0), (700_000.0, 1_300_000.0))
_WEB_MAP = ((-1_010_000.0, 6_350_000.0), (290_000.0, 8_750_000.0))
_FULL_TURN = 360.0
_RING_FEWEST = 4
_LONGEST_OUTLINE = 200.0
"""How many times longer than its box's diagonal an outline may be. The most indented coast there is, drawn to
the metre, has about 30. A comb of thousands of teeth has more; two of them crossed have millions of crossings,
and no map shows them."""

# What the geometry library says of an area that is none, and what that means.
_REASONS = {
    "Self-intersection": "The outline crosses itself",
    "Ring Self-intersection": "The outline touches itself",
    "Hole lies outside shell": "A hole lies outside the outline it belongs to",
    "Holes are nested": "A hole lies inside another hole",
    "Interior is disconnected": "Holes cut the area in two",
    "Nested shells": "A part lies inside another part",
    "Duplicate Rings": "The same ring is drawn twice",
    "Too few points in geometry component": "The outline encloses nothing",
}
_REASON = re.compile(r"([^\[]+)\[(\S+) (\S+)\]")
_DRAW = "Draw it again where you drew it, or mend it there, and export it again."
_LON_LAT = "Export the file as GeoJSON in WGS 84 (EPSG:4326): longitude first, then latitude."


class Flaw(NamedTuple):
    """What is wrong with a shape: a code, a sentence and what to do."""

    code: str
    message: str
    hint: str


class FlawError(Exception):
    """The coordinates are no area; why is in `flaw`."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.flaw = Flaw(code, message, hint)


class Rings(NamedTuple):
    """The points of all rings, one below the other, and the numbers of the ring and the polygon of each."""

    points: Points
    ring_of_point: NDArray[np.intp]
    polygon_of_ring: NDArray[np.intp]


def area_of(geometry: object, room: Callable[[int], bool]) -> MultiPolygon:
    """Make a GeoJSON geometry (WGS 84) an area in National Grid metres.

    Holes and several parts are kept, heights dropped. `room` is asked whether so many points may still be
    read, before any work is done on them.

    Raises:
        FlawError: when it is no area: of another type, empty, open, crossing itself, elsewhere.
    """
    rings = _rings(_polygons(geometry), room)
    check_place(rings.points)
    _check_closed(rings)
    rings = rings._replace(points=np.column_stack(to_grid(rings.points[:, 0], rings.points[:, 1])))
    lines = _made(shapely.linearrings(rings.points, indices=rings.ring_of_point))
    area = MultiPolygon(list(_made(shapely.polygons(lines, indices=rings.polygon_of_ring))))
    _check_outline(area)
    if not area.is_valid:
        raise _invalid(shapely.is_valid_reason(area))
    return area


def _made(geometries: object) -> NDArray[np.object_]:
    """What the library makes of points with numbers is always an array, whatever its types say."""
    return cast("NDArray[np.object_]", geometries)


def _polygons(geometry: object) -> list[Any]:
    """The coordinates of each polygon."""
    if not isinstance(geometry, dict):
        raise FlawError("no-geometry", "This shape has no geometry.", "Draw it, or take the feature out.")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in {"Polygon", "MultiPolygon"}:
        raise FlawError(
            "not-an-area",
            f"The type of this shape is {shown(kind)}, where an area belongs.",
            "Draw the area's outline: the type is then Polygon or MultiPolygon.",
        )
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list) or not all(isinstance(rings, list) for rings in polygons):
        raise _odd_coordinates()
    if not polygons or not all(polygons) or [] in chain.from_iterable(polygons):
        raise FlawError("empty-shape", "This shape has no points, or a part without any.", _DRAW)
    return polygons


def _odd_coordinates() -> FlawError:
    message = "The coordinates of this shape are not lists of points in the way GeoJSON has them."
    return FlawError("odd-coordinates", message, _DRAW)


def _rings(polygons: list[Any], room: Callable[[int], bool]) -> Rings:
    rings = list(chain.from_iterable(polygons))
    if not all(isinstance(ring, list) for ring in rings):
        raise _odd_coordinates()
    sizes = [len(ring) for ring in rings]
    if not room(sum(sizes)):
        raise FlawError(
            "too-many-points",
            "This file has more points than a map can use.",
            "Simplify the shapes, to 20 metres for instance. pact area boundaries does so.",
        )
    points = _numbers(list(chain.from_iterable(rings)))
    polygon_of_ring = np.repeat(np.arange(len(polygons)), [len(polygon) for polygon in polygons])
    return Rings(points, np.repeat(np.arange(len(rings)), sizes), polygon_of_ring)


def _numbers(points: list[Any]) -> Points:
    """The first two numbers of each point."""
    if set(map(type, points)) != {list} or min(map(len, points)) < 2:  # noqa: PLR2004
        raise _odd_coordinates()
    odd = set(map(type, chain.from_iterable(points))) - {int, float}
    if odd:
        value = next(one for one in chain.from_iterable(points) if type(one) in odd)
        said = f"{shown(value)} is text" if isinstance(value, str) else "There is a value of another kind"
        hint = "Write numbers without quotation marks: [0.52, 51.38]"
        raise FlawError("not-a-number", f"{said}, where a number belongs in the coordinates.", hint)
    try:
        numbers = np.array([point[:2] for point in points], dtype=float)
    except OverflowError:
        numbers = np.array([[np.inf, np.inf]])
    if not np.isfinite(numbers).all():
        message = "There is a value that is no number (NaN or Infinity) in the coordinates."
        raise FlawError("not-a-number", message, _DRAW)
    return numbers


def check_place(points: Points) -> None:
    """Refuse points that are not longitude and latitude in Great Britain, and say what they seem to be.

    Raises:
        FlawError: naming the exchange of axes or the other grid where that can be told.
    """
    outside = ~_within(points, _BRITAIN)
    if not outside.any():
        return
    x, y = points[outside.argmax()]
    if _within(points[:, ::-1], _BRITAIN).all():
        message = f"Latitude comes first here ({x:g}, {y:g}); in GeoJSON longitude comes first."
        raise FlawError("swapped-axes", message, _LON_LAT)
    far = np.abs(points).max() > _FULL_TURN
    if far and (_within(points, _NATIONAL_GRID).all() or _within(points[:, ::-1], _NATIONAL_GRID).all()):
        message = f"These are National Grid metres ({x:.0f}, {y:.0f}); GeoJSON needs longitude and latitude."
        raise FlawError("grid-metres", message, _LON_LAT)
    if far and _within(points, _WEB_MAP).all():
        message = f"These are metres of a web map ({x:.0f}, {y:.0f}); GeoJSON needs longitude and latitude."
        raise FlawError("web-map-metres", message, _LON_LAT)
    message = f"The point {x:g}, {y:g} is not in Great Britain."
    raise FlawError("not-in-britain", message, _LON_LAT)


def _within(points: Points, box: tuple[tuple[float, float], tuple[float, float]]) -> NDArray[np.bool_]:
    return np.asarray(((points >= box[0]) & (points <= box[1])).all(axis=1))


def _check_closed(rings: Rings) -> None:
    last = np.flatnonzero(np.diff(rings.ring_of_point, append=-1))
    first = np.concatenate([[0], last[:-1] + 1])
    is_open = (rings.points[first] != rings.points[last]).any(axis=1)
    if is_open.any():
        x, y = rings.points[first[is_open.argmax()]]
        message = f"A ring of this shape is not closed: it begins at {x:g}, {y:g} and ends elsewhere."
        raise FlawError("open-ring", message, "Repeat the first point of each ring at its end.")
    if (last - first + 1 < _RING_FEWEST).any():
        message = "A ring of this shape has fewer than four points, and so encloses nothing."
        raise FlawError("short-ring", message, _DRAW)


def _check_outline(area: MultiPolygon) -> None:
    west, south, east, north = area.bounds
    diagonal = float(np.hypot(east - west, north - south))
    if area.length > _LONGEST_OUTLINE * diagonal:
        message = "The outline of this shape goes to and fro without end: no map can show it."
        raise FlawError("outline-too-long", message, _DRAW)


def _invalid(reason: str) -> FlawError:
    """Put what the geometry library says into words, with the place as longitude and latitude."""
    found = _REASON.match(reason)
    said = _REASONS.get(found[1] if found else reason, "The outline is not that of an area")
    if found is None:
        return FlawError("crossing-outline", f"{said}.", _DRAW)
    longitude, latitude = to_wgs84(float(found[2]), float(found[3]))
    place = f"longitude {longitude:.5f}, latitude {latitude:.5f}"
    return FlawError("crossing-outline", f"{said} (near {place}).", _DRAW)
