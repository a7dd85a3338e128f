"""Shapes as the path of an SVG picture: whole numbers, each relative to the one before."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from shapely import MultiPolygon, get_coordinates

Point = tuple[int, int]


def rings_of(area: MultiPolygon) -> list[list[Point]]:
    """The rings of an area at whole numbers, outer ones and holes, without their last point.

    A ring that shrinks to less than a triangle is left out.
    """
    rings = []
    for part in area.geoms:
        for ring in (part.exterior, *part.interiors):
            points = whole_points(ring)
            if points and points[0] == points[-1]:
                points.pop()
            if len(points) >= 3:  # noqa: PLR2004 - a triangle
                rings.append(points)
    return rings


def whole_points(line: Any) -> list[Point]:
    """The points of a line at whole numbers, none twice in a row."""
    rounded = [(int(x), int(y)) for x, y in get_coordinates(line).round().tolist()]
    return rounded[:1] + [point for before, point in pairwise(rounded) if point != before]


def closed_path(rings: Iterable[Sequence[Point]]) -> str:
    """The path that goes round rings, which are filled by the even-odd rule."""
    return "".join(_moved(ring) + "z" for ring in rings)


def open_path(lines: Iterable[Sequence[Point]]) -> str:
    """The path along lines."""
    return "".join(_moved(line) for line in lines)


def _moved(points: Sequence[Point]) -> str:
    x, y = points[0]
    steps = [step for before, after in pairwise(points) for step in (after[0] - before[0], after[1] - before[1])]
    return f"M{x} {y}l{_joined(steps)}" if steps else f"M{x} {y}"


def _joined(numbers: Iterable[int]) -> str:
    """Numbers one after another; a minus sign parts them by itself."""
    return " ".join(str(number) for number in numbers).replace(" -", "-")
