"""What lies where, for rules: postcodes inside areas, and areas across one another.

Areas are in National Grid metres. This module loads the library behind shapes, so rules import it only where
there is a shape to look at.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely
from shapely import MultiPolygon, STRtree
from shapely.geometry.base import BaseGeometry

from ..model.postcodes import Postcode, PostcodeTable
from ..model.shapes import inside_of

SLIVER = 20.0
"""Metres. Shapes are simplified to 20 m, so the edges of two neighbours may each be off by as much: what is
narrower than twice this means nothing."""
SUPERSEDED = 0.90
"""Below this part of postcodes inside their own ward, shapes are those of other wards. When Medway
was drawn anew, three postcodes in ten stayed in a ward of the same name."""
SURE = 0.99
"""From this part on, shapes fit: the odd postcode lies across a boundary or is wrongly placed."""


class Fit(NamedTuple):
    """How shapes of wards and a table of postcodes agree.

    `counted` is the number of postcodes that were looked at, `astray` are those that lie outside the shape of
    their ward, and `shapeless` the number of those whose ward has no shape. `far` names the wards whose shape
    comes near none of their postcodes; these are not counted.
    """

    counted: int
    astray: tuple[Postcode, ...]
    shapeless: int
    far: tuple[str, ...]

    @property
    def share(self) -> float:
        """The part of the postcodes that lies in the shape of its own ward; 1 where there is none to count."""
        return 1 - (len(self.astray) + self.shapeless) / self.counted if self.counted else 1.0


def fit(areas: Mapping[str, MultiPolygon], table: PostcodeTable, far_off: float) -> Fit:
    """Compare wards' shapes (by code) with their postcodes; `far_off` is in metres."""
    counted, shapeless, astray, far = 0, 0, list[Postcode](), list[str]()
    for gss, rows in table.by_ward.items():
        area = areas.get(gss)
        if area is None:
            shapeless += len(rows)
            counted += len(rows)
            continue
        outside = [row for row, inside in zip(rows, inside_of(area, rows), strict=True) if not inside]
        if len(outside) == len(rows) and _distance(area, rows) > far_off:
            far.append(gss)
            continue
        counted += len(rows)
        astray += outside
    return Fit(counted, tuple(astray), shapeless, tuple(far))


class Points:
    """Postcodes as points, to be asked which of them lie inside one area after another."""

    def __init__(self, rows: Sequence[Postcode]) -> None:
        self._rows = rows
        self._points = np.array([row[2:] for row in rows], dtype=float).reshape(-1, 2)

    def inside(self, area: BaseGeometry) -> list[Postcode]:
        """The postcodes inside an area, in their order. Only those in its box are looked at closely."""
        if area.is_empty:
            return []
        west, south, east, north = area.bounds
        near = ((self._points >= (west, south)) & (self._points <= (east, north))).all(axis=1)
        rows = [self._rows[number] for number in np.flatnonzero(near).tolist()]
        return [row for row, inside in zip(rows, inside_of(area, rows), strict=True) if inside]


def _distance(area: MultiPolygon, rows: Sequence[Postcode]) -> float:
    """Metres from an area to the nearest of some postcodes."""
    return float(shapely.distance(area, shapely.points([row[2:] for row in rows])).min())


def overlapping(areas: Sequence[MultiPolygon]) -> Iterator[tuple[int, int]]:
    """The pairs of areas, by their numbers, that have more in common than the play of simplified edges.

    Looked for one by one: who has heard enough need not wait for the rest.
    """
    tree = STRtree(areas)
    for one, area in enumerate(areas):
        for other in sorted(tree.query(area, predicate="intersects").tolist()):
            if one < other and overlap(area, areas[other]):
                yield one, other


def overlap(one: BaseGeometry, other: BaseGeometry) -> bool:
    """Tell whether two areas have ground in common that is wider than the play of simplified edges."""
    common = one.intersection(other)
    return bool(common.area > 0 and not common.buffer(-SLIVER).is_empty)


def beyond(area: BaseGeometry, allowed: Iterable[MultiPolygon], tolerance: float) -> float:
    """How many square metres of an area lie more than `tolerance` metres outside other areas."""
    return float(area.difference(shapely.union_all([*allowed]).buffer(tolerance)).area)
