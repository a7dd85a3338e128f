"""The figures of the coverage map, worked out once more from the tables alone, postcode by postcode."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Point, box, union_all

from pact_directory.model.area import Ward
from pact_directory.model.postcodes import Postcode
from pact_directory.publication import PublicDirectory, PublicPact, publish_directory
from pact_directory.publish.finder import UNIT_LETTERS
from pact_directory.views.index import Index
from pact_directory.views.map_page import MapPage, map_page
from tests.factories import AS_OF, a_boundary, a_directory, a_folder, a_pact, a_square, a_ward, shapes_of
from tests.publish.rendering import directory

GRID = ("E05000001", "E05000002", "E05000003", "E05000004")
"""Four wards of a kilometre, two by two."""
CORNER = {gss: (576_000 + 1_000 * (at % 2), 166_000 + 1_000 * (at // 2)) for at, gss in enumerate(GRID)}
WIDER_THAN_PLAY = 100 * 100
"""Square metres: random parts go by a grid of 100 m, so that no overlap is a sliver."""


def closes_gap(pact: PublicPact) -> bool:
    return pact.facts.kind == "neighbourhood" and pact.facts.status in {"active", "paused"}


def side(pact: PublicPact, row: Postcode) -> bool | None:
    """Whether a PACT of a postcode's ward covers it; None where nobody drew the part."""
    if row.gss not in pact.facts.coverage.part_of:
        return True
    return pact.boundary.whole.intersects(Point(row.easting, row.northing)) if pact.boundary else None


def how_covered(known: PublicDirectory, row: Postcode) -> tuple[str, int]:
    here = [pact for pact in known.pacts if closes_gap(pact) and row.gss in pact.facts.wards]
    sides = [side(pact, row) for pact in here]
    if True in sides:
        return "covered", sides.count(True)
    if here:
        return ("perhaps" if None in sides else "outside"), 0
    ward = next(ward for ward in known.wards if ward.gss == row.gss)
    return ("none" if ward.checked_on else "unchecked"), 0


def check_people(known: PublicDirectory, page: MapPage) -> None:
    """Postcodes to the last one; electors shared out by them, to the last one of each ward."""
    ways = {row.postcode: how_covered(known, row) for row in known.postcodes}
    counted = Counter(how for how, _ in ways.values())
    assert {line.how: line.postcodes for line in page.people if line.postcodes} == counted
    assert page.twice_postcodes == sum(times > 1 for _, times in ways.values())
    assert page.all_postcodes == len(known.postcodes)
    wards = [ward for ward in known.wards if ward.electors]
    assert sum(line.electors or 0 for line in page.people) == page.all_electors
    assert page.all_electors == sum(ward.electors.count for ward in wards if ward.electors)
    expected: Counter[str] = Counter()
    for ward in wards:
        for how, share in shares(known, ward, ways).items():
            expected[how] += ward.electors.count * share if ward.electors else 0
    for line in page.people:
        assert abs((line.electors or 0) - expected[line.how]) <= 3 * len(wards), line.how


def shares(known: PublicDirectory, ward: Ward, ways: Mapping[str, tuple[str, int]]) -> dict[str, float]:
    """The parts of a ward by how they are covered: by its postcodes, or by its ground where it has none."""
    found = Counter(ways[row.postcode][0] for row in known.postcodes if row.gss == ward.gss)
    if found:
        return {how: count / found.total() for how, count in found.items()}
    here = [pact for pact in known.pacts if closes_gap(pact) and ward.gss in pact.facts.wards]
    if not here:
        return {"none" if ward.checked_on else "unchecked": 1.0}
    assert known.ward_shapes is not None
    area = known.ward_shapes.by_gss[ward.gss].area
    grounds = [ground_of(known, pact, ward.gss) for pact in here]
    covered = union_all([one for one in grounds if one]).area / area
    if None in grounds and covered < 1:
        return {"perhaps": 1.0}
    return {"covered": covered, "outside": 1 - covered} if covered < 0.98 else {"covered": 1.0}


def check_wards(known: PublicDirectory, page: MapPage) -> None:
    kinds: Counter[str] = Counter()
    for ward in known.wards:
        here = [pact for pact in known.pacts if closes_gap(pact) and ward.gss in pact.facts.wards]
        ways = {row.postcode: how_covered(known, row) for row in known.postcodes if row.gss == ward.gss}
        is_whole = any(ward.gss not in pact.facts.coverage.part_of for pact in here)
        is_whole |= set(shares(known, ward, ways)) == {"covered"}
        kinds["whole" if is_whole else "part" if here else "none" if ward.checked_on else "unchecked"] += 1
    assert {line.kind: line.wards for line in page.wards if line.wards} == kinds
    assert page.all_wards == len(known.wards)


def check_shared(known: PublicDirectory, page: MapPage) -> None:
    assert known.ward_shapes is not None
    expected: dict[str, set[str]] = {}
    for ward in known.wards:
        here = [pact for pact in known.pacts if closes_gap(pact) and ward.gss in pact.facts.wards]
        for one, other in combinations(here, 2):
            ground = [ground_of(known, pact, ward.gss) for pact in (one, other)]
            both_whole_or_drawn = None not in ground
            whole = [ward.gss not in pact.facts.coverage.part_of for pact in (one, other)]
            overlap = ground[0].intersection(ground[1]).area if both_whole_or_drawn else 0  # type: ignore[union-attr]
            if overlap >= WIDER_THAN_PLAY or (not both_whole_or_drawn and any(whole)):
                expected.setdefault(ward.name, set()).update({one.facts.name, other.facts.name})
    assert {one.ward.name: {pact.name for pact in one.pacts} for one in page.shared} == expected


def ground_of(known: PublicDirectory, pact: PublicPact, gss: str) -> Any:
    """The ground of a ward that a PACT covers; None where nobody drew it."""
    assert known.ward_shapes is not None
    ward = known.ward_shapes.by_gss[gss]
    if gss not in pact.facts.coverage.part_of:
        return ward
    return pact.boundary.whole.intersection(ward) if pact.boundary else None


def test_the_figures_of_the_shipped_record() -> None:
    known = directory()
    page = map_page(Index(known))
    assert len(known.postcodes) > 6_000
    check_people(known, page)
    check_wards(known, page)
    check_shared(known, page)
    index = Index(known)
    drawn = {pact.id: index.coverage.area_of[pact.id] for pact in known.pacts if closes_gap(pact)}
    assert known.ward_shapes is not None
    whole = {
        pact.id: [gss for gss in pact.facts.wards if gss not in pact.facts.coverage.part_of]
        for pact in known.pacts
    }
    for pact in (pact for pact in known.pacts if closes_gap(pact)):
        parts = [pact.boundary.whole] if pact.boundary else []
        ground = union_all([*(known.ward_shapes.by_gss[gss] for gss in whole[pact.id]), *parts])
        assert ground.symmetric_difference(drawn[pact.id]).area < 1, pact.id


BOXES = st.tuples(*(st.integers(0, 19) for _ in range(2)), *(st.integers(1, 12) for _ in range(2)))


@st.composite
def records(draw: st.DrawFn) -> PublicDirectory:
    """Four wards, up to four PACTs of some of them whole and in part, and some postcodes in each ward."""
    wards = [a_ward(gss, name=f"Ward {'ABCD'[at]}", **draw(_FACTS)) for at, gss in enumerate(GRID)]
    folders = [draw(_folders(f"pact-{letter}")) for letter in "abcd"[: draw(st.integers(1, 4))]]
    units = ("".join(pair) for pair in product(UNIT_LETTERS, UNIT_LETTERS))
    rows = []
    for gss in GRID:
        west, south = CORNER[gss]
        points = draw(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=5))
        rows += [Postcode(f"ME4 4{next(units)}", gss, west + 25 + 50 * x, south + 25 + 50 * y) for x, y in points]
    shapes = shapes_of({gss: a_square(*CORNER[gss]) for gss in GRID}, indicative=draw(st.booleans()))
    return publish_directory(a_directory(*folders, wards=wards, postcodes=rows, ward_shapes=shapes), {}, AS_OF)


_ELECTORS = st.none() | st.integers(0, 9_000).map(lambda count: {"count": count, "on": "2023-05-04"})
_FACTS = st.builds(
    lambda electors, checked: {
        "electors": electors,
        **({} if checked else {"checked_on": None, "checked_with": []}),
    },
    _ELECTORS,
    st.booleans(),
)


@st.composite
def _folders(draw: st.DrawFn, pact_id: str) -> Any:
    wards = draw(st.lists(st.sampled_from(GRID), min_size=1, unique=True))
    parts = draw(st.lists(st.sampled_from(wards), unique=True))
    ground = union_all([box(*_square(*one)) for one in draw(st.lists(BOXES, min_size=1, max_size=3))])
    ground = ground.intersection(union_all([a_square(*CORNER[gss]) for gss in parts]))
    polygons = [one for one in getattr(ground, "geoms", [ground]) if one.area]
    is_drawn = bool(polygons) and draw(st.booleans())
    coverage = {"part_of": parts, **({"boundary": "coverage.geojson"} if is_drawn else {})}
    boundary = a_boundary(MultiPolygon(polygons), pact_id) if is_drawn else None
    kind = draw(st.sampled_from(["neighbourhood", "neighbourhood", "neighbourhood", "youth"]))
    pact = a_pact(pact_id, wards=wards, coverage=coverage, kind=kind)
    return a_folder(pact_id, pact=pact, boundary=boundary, meetings=(), updates=(), newsletters=())


def _square(x: int, y: int, wide: int, high: int) -> tuple[int, int, int, int]:
    west, south = 576_000 + 100 * x, 166_000 + 100 * y
    return west, south, west + 100 * wide, south + 100 * high


@settings(max_examples=150, deadline=None)
@given(records())
def test_the_figures_of_any_record(known: PublicDirectory) -> None:
    page = map_page(Index(known))
    check_people(known, page)
    check_wards(known, page)
    check_shared(known, page)
