"""The borders of the wards of a map, each once: of two rows of dashes, one would fill the gaps of the other."""

from collections.abc import Iterable, Mapping, Sequence

from shapely import MultiLineString

from ...views.map_parts import AreaMap, MapArea
from .paths import Point, whole_points

Step = tuple[Point, Point]
KINDS = ("within", "border", "own")
"""A border within one PACT's ground, any other, and the edge of what the map is about."""

_ALONG = 4.0
"""Units of the picture: lines closer than this run along each other."""


def borders(
    shown: AreaMap, rings_of: Mapping[str, Sequence[Sequence[Point]]], frame: tuple[int, int]
) -> Mapping[str, list[list[Point]]]:
    """The borders of the wards by kind, as lines; the edges of the picture, `frame`, are none."""
    owners: dict[Step, list[str]] = {}
    for gss, rings in rings_of.items():
        for step in _steps(rings):
            owners.setdefault(min(step, step[::-1]), []).append(gss)
    by_gss = {area.gss: area for area in shown.areas}
    found: dict[str, list[Step]] = {kind: [] for kind in KINDS}
    for step, sides in owners.items():
        if not _is_at_edge(step, frame):
            found[_kind(shown, [by_gss[gss] for gss in sides])].append(step)
    return {kind: _chains(steps) for kind, steps in found.items() if steps}


def outline(rings: Iterable[Sequence[Point]], frame: tuple[int, int]) -> list[list[Point]]:
    """The lines round ground that is drawn by itself, without the edges of the picture."""
    return _chains([step for step in _steps(rings) if not _is_at_edge(step, frame)])


def apart(lines: Sequence[Sequence[Point]], others: Sequence[Sequence[Point]]) -> list[list[Point]]:
    """What of some lines does not run along others: two rows of dashes side by side would blur."""
    if not lines or not others:
        return [list(line) for line in lines]
    rest = MultiLineString(list(lines)).difference(MultiLineString(list(others)).buffer(_ALONG))
    parts = (whole_points(part) for part in getattr(rest, "geoms", [rest]))
    return [points for points in parts if len(points) > 1]


def _steps(rings: Iterable[Sequence[Point]]) -> Iterable[Step]:
    for ring in rings:
        yield from zip(ring, [*ring[1:], ring[0]], strict=True)


def _is_at_edge(step: Step, frame: tuple[int, int]) -> bool:
    (x, y), (to_x, to_y) = step
    return (x == to_x and x in {0, frame[0]}) or (y == to_y and y in {0, frame[1]})


def _kind(shown: AreaMap, sides: Sequence[MapArea]) -> str:
    if sum(shown.is_subject(area) for area in sides) == 1:
        return "own"
    return "within" if len(sides) > 1 and shown.is_one_ground(sides[0], sides[1]) else "border"


def _chains(steps: Iterable[Step]) -> list[list[Point]]:
    """Steps joined end to end into as few lines as come easily."""
    onward: dict[Point, list[Point]] = {}
    for start, end in steps:
        onward.setdefault(start, []).append(end)
        onward.setdefault(end, []).append(start)
    ends = sorted(point for point, ways in onward.items() if len(ways) != 2)  # noqa: PLR2004
    chains = []
    for start in [*ends, *sorted(onward)]:
        while onward[start]:
            chains.append(_walk(start, onward))
    return chains


def _walk(start: Point, onward: dict[Point, list[Point]]) -> list[Point]:
    chain = [start]
    while onward[chain[-1]]:
        here = chain[-1]
        there = onward[here].pop()
        onward[there].remove(here)
        chain.append(there)
    return chain
