"""Where names and numbers stand on a map: inside what they name, and never one over another.

A name that has no room becomes its number; a number that has no room either is left out. The list beside the
map has both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely import (
    LineString,
    MultiPolygon,
    Polygon,
    contains_xy,
    distance,
    maximum_inscribed_circle,
    points,
    prepare,
)

from .widths import text_width

Rectangle = tuple[float, float, float, float]
Split = tuple[tuple[str, ...], float]
LINE = 1.15
"""The height of a line of text of size 1."""
_INSIDE, _MOSTLY = 0.97, 0.7
"""How much of a name must lie in its own area: placed first, and placed where room is left."""
_LONGEST = 60
"""Letters: no label is longer, whatever somebody called a ward."""
_GRID = 9
_SPOTS = 14
_ACROSS, _DOWN = np.meshgrid(np.linspace(0.03, 0.97, 9), np.linspace(0.1, 0.9, 4))
"""Where a label is tested for lying in its area, as parts of its box."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text on a map: its lines, the middle of the first line's foot, and what it names."""

    gss: str
    lines: tuple[str, ...]
    x: int
    y: int
    is_number: bool
    box: Rectangle


@dataclass(frozen=True, eq=False)
class Named:
    """An area that wants a label; `area` is in units of the picture, and only what the picture shows of it.

    The name of one that is `first` is kept if it can be, though it sticks out a little.
    """

    gss: str
    number: int
    name: str
    area: MultiPolygon
    first: bool = False

    @cached_property
    def width(self) -> float:
        """From its west to its east."""
        return float(self.area.bounds[2] - self.area.bounds[0])

    @cached_property
    def room(self) -> float:
        """How far its edges are from the middle of its roomiest place, about."""
        return float(self._roomiest.length)

    @cached_property
    def _part(self) -> Polygon:
        return max(self.area.geoms, key=lambda one: one.area)

    @cached_property
    def _roomiest(self) -> LineString:
        """From the middle of the largest circle that its largest part holds to the edge."""
        return maximum_inscribed_circle(self._part, tolerance=2)

    @cached_property
    def spots(self) -> NDArray[np.float64]:
        """Points to put a label's middle on: the one farthest from any edge, then others, the most roomy first."""
        part = self._part
        prepare(part)
        west, north, east, south = part.bounds
        columns, rows = np.linspace(west, east, _GRID + 2)[1:-1], np.linspace(north, south, _GRID + 2)[1:-1]
        across, down = (grid.ravel() for grid in np.meshgrid(columns, rows))
        inside = contains_xy(part, across, down)
        some = np.column_stack([across[inside], down[inside]])
        room: Any = distance(points(some), part.boundary) if len(some) else np.array([])
        return np.vstack([[self._roomiest.coords[0]], some[np.argsort(-room, kind="stable")][:_SPOTS]])

    def share_of(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """How much of each box lies in the area, 0 to 1."""
        west, north, east, south = (edge[:, None] for edge in boxes.T)
        prepare(self.area)
        inside: Any = contains_xy(
            self.area, west + (east - west) * _ACROSS.ravel(), north + (south - north) * _DOWN.ravel()
        )
        return np.asarray(inside.mean(axis=1))


class Board:
    """The labels of one picture at one size of text; `taken` are places where nothing may stand."""

    def __init__(self, frame: tuple[int, int], size: float, taken: Iterable[Rectangle] = ()) -> None:
        self._frame, self._size = frame, size
        self._taken = np.array(list(taken), float).reshape(-1, 4)

    def place(self, named: Sequence[Named]) -> tuple[Label, ...]:
        """Find a place for each: names well inside their areas, then numbers, then names that stick out."""
        found: dict[str, Label] = {}
        for one in named:
            self._try(found, one, _splits(one.name), _MOSTLY if one.first else _INSIDE)
        for one in sorted(named, key=lambda one: one.room):  # those with little choice choose first
            if one.gss not in found:
                self._try(found, one, (((number := str(one.number),), text_width(number)),), 0)
        for one in named:
            if one.gss in found and found[one.gss].is_number:
                self._exchange(found, one)
        return tuple(found[one.gss] for one in named if one.gss in found)

    def _exchange(self, found: dict[str, Label], one: Named) -> None:
        """A name instead of a number, where it has room after all."""
        number = found.pop(one.gss)
        before = self._taken
        self._taken = before[(before != number.box).any(axis=1)]
        if not self._try(found, one, _splits(one.name), _MOSTLY):
            found[one.gss] = number
            self._taken = before

    def _try(self, found: dict[str, Label], one: Named, splits: Iterable[Split], inside: float) -> bool:
        """Find a place in one of the ways a text can be split, in which enough of it lies in its area."""
        for lines, wide in splits:
            if inside and wide * self._size * inside > one.width:
                continue
            half = np.array([wide * self._size, len(lines) * LINE * self._size]) / 2
            boxes = np.column_stack([one.spots - half, one.spots + half])
            free = boxes[self._are_free(boxes)]
            if len(free) and inside:
                share = one.share_of(free)
                free = free[share >= inside][np.argsort(-share[share >= inside], kind="stable")]
            if len(free):
                self._put(found, one, lines, tuple(free[0].tolist()))
                return True
        return False

    def _put(self, found: dict[str, Label], one: Named, lines: tuple[str, ...], where: Rectangle) -> None:
        # Letters stand on a line that is a little below the middle of their height.
        foot = where[1] + self._size * (LINE / 2 + 0.36)
        middle = round((where[0] + where[2]) / 2)
        is_number = lines == (str(one.number),)
        found[one.gss] = Label(one.gss, lines, middle, round(foot), is_number, where)
        self._taken = np.vstack([self._taken, where])

    def _are_free(self, boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
        margin = self._size * 0.15
        west, north, east, south = boxes.T
        free = (west >= 0) & (north >= 0) & (east <= self._frame[0]) & (south <= self._frame[1])
        if len(self._taken):
            taken = self._taken.T[:, :, None]
            meets = (west < taken[2] + margin) & (east > taken[0] - margin)
            free &= ~(meets & (north < taken[3] + margin) & (south > taken[1] - margin)).any(axis=0)
        return np.asarray(free)


@cache
def _splits(name: str) -> tuple[Split, ...]:
    """A name on one line, on two, on three, each as evenly as its words allow; nothing of a very long one."""
    if len(name) > _LONGEST:
        return ()
    words = name.split()
    ways = (_evenly(words, lines) for lines in range(1, min(3, len(words)) + 1))
    return tuple((way, max(map(text_width, way))) for way in ways)


def _evenly(words: Sequence[str], lines: int) -> tuple[str, ...]:
    """Words on a number of lines, so that the longest is as short as can be."""
    if lines == 1:
        return (" ".join(words),)
    ways = [
        (" ".join(words[:first]), *_evenly(words[first:], lines - 1)) for first in range(1, len(words) - lines + 2)
    ]
    return min(ways, key=lambda way: max(map(text_width, way)))
