"""The map one can zoom: the map of the whole area, with labels, the edges of larger PACTs and meeting places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .index import Index
from .map_parts import AreaMap
from .maps import area_map

if TYPE_CHECKING:
    from shapely import MultiPolygon

_NEAR_ENOUGH = 10.0
"""Metres: how near the best place of a label is looked for."""


@dataclass(frozen=True, slots=True)
class ZoomPlace:
    """A place where PACTs meet, on the National Grid; `address` is empty where nobody gave one."""

    name: str
    address: str
    easting: float
    northing: float


@dataclass(frozen=True, eq=False)
class ZoomPage:
    """The same wards and ground as the map of the whole area, in metres on the National Grid.

    `labels` are the points furthest from the edges of each ward (easting, northing), in the order of its
    areas. `edges` go round each PACT that covers something other than one whole ward.
    """

    area: AreaMap
    labels: tuple[tuple[float, float], ...]
    edges: "tuple[MultiPolygon, ...]"
    places: tuple[ZoomPlace, ...]


def has_zoom(index: Index) -> bool:
    """Tell whether there is anything to zoom into: the shape of a ward."""
    return bool(index.ground.area_of)


def zoom_page(index: Index) -> ZoomPage | None:
    """The map of the whole area; None where nobody has drawn any ward."""
    area = area_map(index)
    if area is None:
        return None
    return ZoomPage(
        area=area,
        labels=tuple(_label(one.area) for one in area.areas),
        edges=tuple(_edges(index)),
        places=tuple(_places(index)),
    )


def _label(area: "MultiPolygon") -> tuple[float, float]:
    from shapely import maximum_inscribed_circle  # noqa: PLC0415 - loaded only where something is drawn

    largest = max(area.geoms, key=lambda part: part.area)
    easting, northing = maximum_inscribed_circle(largest, tolerance=_NEAR_ENOUGH).coords[0]
    return easting, northing


def _edges(index: Index) -> "Iterator[MultiPolygon]":
    for pact in index.coverage.pacts:
        is_one_ward = len(pact.facts.wards) == 1 and not pact.facts.coverage.part_of
        area = index.coverage.area_of.get(pact.id)
        if area is not None and not is_one_ward:
            yield area


def _places(index: Index) -> Iterator[ZoomPlace]:
    for venue in index.directory.venues:
        if venue.easting is not None and venue.northing is not None:
            yield ZoomPlace(venue.name, venue.address or "", venue.easting, venue.northing)
