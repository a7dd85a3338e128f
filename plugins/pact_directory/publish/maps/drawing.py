"""A map as a picture: shapes in metres become paths in units of the picture, simplified together.

The y axis of a picture points down; a strip below the map holds the scale and the arrow.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon, clip_by_rect, coverage_simplify, transform

from ...model.shapes import as_areas
from ...views.map_parts import AreaMap, MapArea, MapPoint
from .labels import Board, Label, Named, Rectangle
from .mesh import apart, borders, outline
from .paths import Point, closed_path, open_path, rings_of
from .scale import ScaleBar, scale_bar


@dataclass(frozen=True, slots=True)
class Sheet:
    """How big a picture is, in its own units, and its sizes of text: on a phone, and on a wider screen.

    A phone of 320 pixels shows a picture 288 pixels wide: text of 12 pixels is a twenty-fourth of that. On
    paper a picture is 50 mm wide, and its text of 8 points a seventeenth of that.
    """

    width: int
    tallest: int
    text: tuple[tuple[str, int], ...]
    pattern: int
    most_letters: int


SHEETS = {
    "area": Sheet(1000, 1000, (("small", 42), ("wide", 22)), 18, 22_000),
    "pact": Sheet(600, 600, (("small", 25), ("wide", 15)), 13, 9_000),
    "ward": Sheet(600, 600, (("small", 25), ("wide", 15)), 13, 9_000),
    "paper": Sheet(600, 600, (("paper", 35),), 13, 6_000),
}

_FEW = 3
"""Of more wards than this, none is named before the others."""
_FINEST = 1.2
"""Units of a picture, about as many pixels: nobody sees edges move by less."""
_COARSEST = 40
"""Edges never move by more than this part of the picture's width, however heavy it is."""


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """An area and the path round it."""

    area: MapArea
    path: str


@dataclass(frozen=True, slots=True)
class DrawnPoint:
    """A meeting place, its middle, and how far its mark reaches."""

    point: MapPoint
    x: int
    y: int
    reach: int


@dataclass(frozen=True, slots=True)
class Layer:
    """The texts of a picture at one size: `screen` is small (a phone) or wide."""

    screen: str
    size: int
    labels: tuple[Label, ...]
    points: tuple[DrawnPoint, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, ready for its template. `grounds` and `borders` pair a kind with a path."""

    width: int
    height: int
    strip: int
    pattern: int
    areas: tuple[DrawnArea, ...]
    grounds: tuple[tuple[str, str], ...]
    borders: tuple[tuple[str, str], ...]
    layers: tuple[Layer, ...]
    bar: ScaleBar

    @property
    def patterned(self) -> frozenset[str]:
        """The kinds of ground that have a pattern, so that colour alone tells nothing."""
        return frozenset({"part", "none", "unchecked", "twice"})


def drawing_of(shown: AreaMap, sheet: Sheet) -> Drawing:
    """Draw a map: coarser, if need be, until it is light enough to send."""
    picture = _Picture(shown, sheet)
    tolerance = _FINEST
    lines = picture.lines(tolerance)
    while (heavy := lines.letters / sheet.most_letters) > 1 and tolerance < sheet.width / _COARSEST:
        tolerance *= max(heavy, 1.3)
        lines = picture.lines(tolerance)
    return picture.drawn(lines)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The paths of a picture: the area that is to be seen of each ward, and the path round it, by code."""

    seen: Mapping[str, MultiPolygon]
    areas: Mapping[str, str]
    grounds: tuple[tuple[str, str], ...]
    borders: tuple[tuple[str, str], ...]

    @property
    def letters(self) -> int:
        """How long all the paths are."""
        return sum(map(len, [*self.areas.values(), *(path for _, path in (*self.grounds, *self.borders))]))


class _Picture:
    """A map on its way to paper: what stays the same however coarsely it is drawn."""

    def __init__(self, shown: AreaMap, sheet: Sheet) -> None:
        self.shown, self.sheet = shown, sheet
        self.metres = max(shown.box.width / sheet.width, shown.box.height / sheet.tallest)
        self.frame = (sheet.width, max(1, round(shown.box.height / self.metres)))
        self.west = (shown.box.west + shown.box.east - sheet.width * self.metres) / 2

    def lines(self, tolerance: float) -> _Lines:
        """The paths, their edges simplified to a tolerance in units of the picture."""
        seen = self._simplified(tolerance)
        rings = {gss: found for gss, area in seen.items() if (found := rings_of(area))}
        grounds = tuple(self._grounds(tolerance))
        return _Lines(
            seen=seen,
            areas={gss: closed_path(found) for gss, found in rings.items()},
            grounds=tuple((kind, closed_path(ground)) for kind, ground in grounds),
            borders=tuple((kind, open_path(lines)) for kind, lines in self._borders(rings, grounds).items()),
        )

    def drawn(self, lines: _Lines) -> Drawing:
        """The picture, with its labels."""
        shown = [area for area in self.shown.areas if area.gss in lines.areas]
        named = [self._named(area, lines.seen[area.gss]) for area in shown if area.number]
        strip = round(max(size for _, size in self.sheet.text) * 1.75)
        return Drawing(
            width=self.frame[0],
            height=self.frame[1] + strip,
            strip=strip,
            pattern=self.sheet.pattern,
            areas=tuple(DrawnArea(area, lines.areas[area.gss]) for area in shown),
            grounds=lines.grounds,
            borders=lines.borders,
            layers=tuple(self._layer(screen, size, named) for screen, size in self.sheet.text),
            bar=scale_bar(self.metres, self.frame[0] / 4),
        )

    def _named(self, area: MapArea, seen: MultiPolygon) -> Named:
        first = self.shown.is_subject(area) and len(self.shown.own) <= _FEW
        return Named(area.gss, area.number, area.line.ward.name, seen, first)

    def _borders(
        self, rings: Mapping[str, list[list[Point]]], grounds: Iterable[tuple[str, list[list[Point]]]]
    ) -> Mapping[str, list[list[Point]]]:
        """The lines of the picture by kind: the borders of wards, and round ground that goes by none of them."""
        lines = dict(borders(self.shown, rings, self.frame))
        around = [line for kind, ground in grounds if kind == "whole" for line in outline(ground, self.frame)]
        if not around:
            return lines
        if self.shown.form == "pact":  # the heavy line is round the ground
            lines = {kind: apart(each, around) for kind, each in lines.items()}
            return {**lines, "own": [*lines.get("own", []), *around]}
        known = [line for each in lines.values() for line in each]
        return {**lines, "border": [*lines.get("border", []), *apart(around, known)]}

    def _simplified(self, tolerance: float) -> Mapping[str, MultiPolygon]:
        """The wards in units of the picture, simplified together so that no gap opens, and cut to its frame."""
        units = [self._in_units(area.area) for area in self.shown.areas]
        cut = [as_areas(clip_by_rect(one, 0, 0, *self.frame)) for one in coverage_simplify(units, tolerance)]
        return {area.gss: one for area, one in zip(self.shown.areas, cut, strict=True) if not one.is_empty}

    def _grounds(self, tolerance: float) -> Iterator[tuple[str, list[list[Point]]]]:
        """Ground that goes by no ward's border, and ground covered twice: the kind and the rings of each."""
        for ground in self.shown.grounds:
            simple = self._in_units(ground.area).simplify(tolerance, preserve_topology=True)
            if rings := rings_of(as_areas(clip_by_rect(simple, 0, 0, *self.frame))):
                yield ground.kind, rings

    def _in_units(self, area: MultiPolygon) -> MultiPolygon:
        north = self.shown.box.north

        def moved(at: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.column_stack([at[:, 0] - self.west, north - at[:, 1]]) / self.metres

        return transform(area, moved)

    def _layer(self, screen: str, size: int, named: Sequence[Named]) -> Layer:
        marks = tuple(self._mark(point, round(size * 0.7)) for point in self.shown.points)
        return Layer(screen, size, Board(self.frame, size, _boxes(marks)).place(named), marks)

    def _mark(self, point: MapPoint, reach: int) -> DrawnPoint:
        x = round((point.easting - self.west) / self.metres)
        return DrawnPoint(point, x, round((self.shown.box.north - point.northing) / self.metres), reach)


def _boxes(marks: Sequence[DrawnPoint]) -> list[Rectangle]:
    return [(one.x - one.reach, one.y - one.reach, one.x + one.reach, one.y + one.reach) for one in marks]
