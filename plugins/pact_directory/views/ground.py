"""The lie of the land: where the wards are and which border on which, from the shapes of the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..publication import PublicDirectory

if TYPE_CHECKING:
    from shapely import MultiPolygon, STRtree

BESIDE = 25.0
"""Metres: wards closer than this border on each other. Borders are simplified to 20 m, and may not meet."""
_WORTH_DRAWING = 0.004
"""The part of a picture below which nobody could see a ward, let alone read its number."""
_AROUND = 0.28
"""How much of the surroundings a map shows, as a part of the size of its subject."""
_SMALLEST = 1_800.0
"""Metres: a map shows at least this much, so that a small ward is seen among its neighbours."""
_FLATTEST, _TALLEST = 0.6, 0.95
_EDGE = 0.02
"""Around a map of every ward, as a part of its size."""


class Box(NamedTuple):
    """A piece of the map, in metres on the National Grid."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """From west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """From south to north."""
        return self.north - self.south

    def holds(self, easting: float, northing: float) -> bool:
        """Tell whether a point is inside."""
        return self.west <= easting <= self.east and self.south <= northing <= self.north


@dataclass(frozen=True, eq=False)
class Ground:
    """Where the wards lie. Everything is empty where the record has no shapes."""

    directory: PublicDirectory

    @cached_property
    def area_of(self) -> "Mapping[str, MultiPolygon]":
        """The area of each ward by its code, where somebody drew it, in the order of the record."""
        shapes = self.directory.ward_shapes
        if shapes is None:
            return {}
        wards = (ward.gss for ward in self.directory.wards)
        return {gss: shapes.by_gss[gss] for gss in wards if gss in shapes.by_gss and shapes.by_gss[gss].area > 0}

    @cached_property
    def beside(self) -> Mapping[str, frozenset[str]]:
        """The wards that border on each ward, by code. Nothing borders on a ward that nobody drew."""
        if not self.area_of:
            return {}
        codes = list(self.area_of)
        pairs = self._tree.query(list(self.area_of.values()), predicate="dwithin", distance=BESIDE)
        found: dict[str, set[str]] = {gss: set() for gss in codes}
        for here, there in zip(*pairs.tolist(), strict=True):
            if here != there:
                found[codes[here]].add(codes[there])
        return {gss: frozenset(others) for gss, others in found.items()}

    def seen_in(self, box: Box) -> frozenset[str]:
        """The wards of which a good piece lies in a box."""
        from shapely import area, geometry, intersection  # noqa: PLC0415 - loaded only where shapes are

        if not self.area_of:
            return frozenset()
        codes, areas = list(self.area_of), list(self.area_of.values())
        window = geometry.box(*box)
        near = sorted(int(at) for at in self._tree.query(window, predicate="intersects"))
        seen: Any = area(intersection([areas[at] for at in near], window))
        least = window.area * _WORTH_DRAWING
        return frozenset(codes[at] for at, size in zip(near, seen, strict=True) if size >= least)

    @cached_property
    def _tree(self) -> "STRtree":
        from shapely import STRtree  # noqa: PLC0415

        return STRtree(list(self.area_of.values()))


def bounds(areas: "Iterable[MultiPolygon]") -> Box:
    """The smallest box around some areas."""
    edges = list(zip(*(area.bounds for area in areas), strict=True))
    return Box(min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))


def _grown(box: Box, across: float, along: float) -> Box:
    return Box(box.west - across, box.south - along, box.east + across, box.north + along)


def with_edge(box: Box) -> Box:
    """A box with a narrow edge around it."""
    margin = _EDGE * max(box.width, box.height)
    return _grown(box, margin, margin)


def frame(box: Box) -> Box:
    """A box around a subject, with some of what lies around it, neither too flat nor too tall."""
    margin = _AROUND * max(box.width, box.height)
    box = _grown(box, margin, margin)
    width = max(box.width, _SMALLEST, box.height / _TALLEST)
    height = max(box.height, _FLATTEST * width)
    return _grown(box, (width - box.width) / 2, (height - box.height) / 2)
