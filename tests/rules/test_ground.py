"""Postcodes inside areas, areas across one another, and how rules judge real boundaries."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from shapely import MultiPolygon, Point, box

from pact_directory.model.area import Ward
from pact_directory.model.postcodes import PostcodeTable
from pact_directory.model.shapes import Shape, ShapeFile, as_areas, inside_of
from pact_directory.reading import read_directory, read_files
from pact_directory.reading.geojson import parse_geojson
from pact_directory.rules.ground import Points, beyond, fit, overlap, overlapping
from tests.factories import LUTON, a_directory, a_postcode, a_square, shapes_of
from tests.real_data import REAL, needs_real_data

from .cases.places import SALTERS, of_luton
from .checking import problems_of

PACTS = Path(__file__).parents[2] / "pacts"
_FAR = 1_000.0


def test_on_the_edge_is_inside() -> None:
    rows = [a_postcode(east=east) for east in (575_999, 576_000, 576_500, 577_000, 577_001)]
    assert inside_of(a_square(), rows).tolist() == [False, True, True, True, False]
    assert inside_of(a_square(), []).tolist() == []


def test_holes_are_outside_and_parts_inside() -> None:
    ground = as_areas(a_square().difference(Point(576_500, 166_500).buffer(100)).union(a_square(579_000)))
    rows = [a_postcode(), a_postcode(east=576_700), a_postcode(east=579_500)]
    assert inside_of(ground, rows).tolist() == [False, True, True]


def test_points_are_asked_of_one_area_after_another() -> None:
    rows = [
        a_postcode(f"ME4 5A{letter}", east=east)
        for letter, east in zip("ABD", (575_999, 576_000, 577_500), strict=True)
    ]
    points = Points(rows)
    assert points.inside(a_square()) == rows[1:2]
    assert points.inside(a_square(577_000)) == rows[2:]
    assert points.inside(a_square().buffer(-600)) == []
    assert points.inside(as_areas(a_square().difference(Point(576_000, 166_500).buffer(100)))) == []
    assert Points([]).inside(a_square()) == []


def test_how_well_shapes_fit() -> None:
    rows = [*of_luton(10, outside=2), *(a_postcode(f"ME4 6A{one}", SALTERS) for one in "ABDEF")]
    found = fit({LUTON: a_square()}, PostcodeTable(rows=tuple(rows)), _FAR)
    assert (found.counted, len(found.astray), found.shapeless, found.far) == (15, 2, 5, ())
    assert found.share == pytest.approx(8 / 15)
    assert fit({}, PostcodeTable(), _FAR).share == 1


def test_a_shape_is_far_only_from_all_its_postcodes() -> None:
    near, far = a_postcode(), a_postcode("ME4 5AB", east=590_000)
    away = {LUTON: a_square(577_600)}
    assert fit(away, PostcodeTable(rows=(near,)), _FAR).far == (LUTON,)
    assert fit(away, PostcodeTable(rows=(near, far)), _FAR).far == (LUTON,)
    assert fit({LUTON: a_square(577_400)}, PostcodeTable(rows=(near, far)), _FAR).far == ()


@pytest.mark.parametrize(
    ("west", "is_overlap"), [(576_900, True), (576_955, True), (576_965, False), (577_000, False)]
)
def test_slivers_are_no_overlap(west: float, is_overlap: bool) -> None:
    assert overlap(a_square(), a_square(west)) is is_overlap
    assert list(overlapping([a_square(), a_square(west)])) == ([(0, 1)] if is_overlap else [])


def test_each_pair_is_named_once() -> None:
    assert list(overlapping([a_square(), a_square(576_500), a_square(590_000), a_square()])) == [
        (0, 1),
        (0, 3),
        (1, 3),
    ]


def test_ground_beyond_wards() -> None:
    reach = MultiPolygon([box(576_500, 166_000, 577_050, 167_000)])
    assert beyond(reach, [a_square()], 50) == pytest.approx(0, abs=1)
    assert beyond(reach, [a_square()], 20) == pytest.approx(30_000, rel=0.01)


def test_many_faulty_shapes_are_counted_not_listed() -> None:
    odd = {f"E0599{n:04}": a_square(576_000 + 2_000 * n) for n in range(40)}
    (problem,) = problems_of(
        a_directory(ward_shapes=shapes_of({LUTON: a_square(), **odd} | {LUTON: a_square(500_000)}))
    )
    assert problem.message == '"E05990000", "E05990001", "E05990002" and 37 more are no wards of Medway.'
    stacked = shapes_of({f"E0599{n:04}": a_square() for n in range(40)})
    found = problems_of(a_directory(ward_shapes=stacked))
    assert len([one for one in found if one.code == "shape-overlap"]) == 20


def test_postcodes_of_wards_that_are_not_known_are_said_once_for_each_ward() -> None:
    rows = [row._replace(gss=f"E0599000{n % 2}") for n, row in enumerate(of_luton(100))]
    found = problems_of(a_directory(postcodes=[a_postcode("ME1 1AA"), *rows]))
    assert [problem.code for problem in found] == ["postcode-ward"] * 2


# Real boundaries, put in the place of the shipped ones.


def _folded(name: str) -> str:
    """A ward's name as it is compared here: "&" and "and" are one, marks and the last word "Ward" none."""
    return re.sub(r"[^a-z]|\bward$", "", name.lower().replace("&", "and"))


def _official(name: str, property_: str, wards: tuple[Ward, ...]) -> ShapeFile:
    """A real file with the codes of the wards of the same name; others keep a code of their own."""
    codes = {_folded(ward.name): ward.gss for ward in wards}
    found = parse_geojson((REAL / "boundaries" / f"{name}.geojson").read_bytes())
    named = [(codes.get(_folded(one.properties[property_])), one) for one in found.features]
    shapes = [Shape(("features", one.number), gss, one.area) for gss, one in named if gss]
    return ShapeFile(shapes_of().origin, tuple(shapes))


def _judged(name: str, property_: str) -> dict[str, str]:
    """What the rules of shapes say of a real file beside the shipped wards and postcodes."""
    shipped: Any = read_directory(read_files(PACTS)).directory
    shapes = _official(name, property_, shipped.wards_file.wards)
    record = a_directory(wards=shipped.wards_file.wards, postcodes=shipped.postcodes.rows, ward_shapes=shapes)
    return {problem.code: problem.message for problem in problems_of(record) if "shape" in problem.code}


@needs_real_data
def test_the_wards_of_2023_fit() -> None:
    """Every shipped postcode lies in the ward the table gives."""
    assert _judged("medway-wards-2023", "Ward_name") == {}


@needs_real_data
def test_the_wards_of_2013_are_superseded() -> None:
    said = _judged("medway-wards-2013", "WD13NM")
    assert said["superseded-shapes"].startswith("Only 29 in 100 postcodes lie in the shape of their ward")
    assert set(said) == {"superseded-shapes", "ward-shape"}


@needs_real_data
def test_the_wards_of_2013_under_their_own_codes_are_no_wards() -> None:
    found = parse_geojson((REAL / "boundaries" / "medway-wards-2013.geojson").read_bytes())
    areas = {one.properties["WD13CD"]: one.area for one in found.features}
    said = {problem.code: problem.message for problem in problems_of(a_directory(ward_shapes=shapes_of(areas)))}
    assert said["shape-ward"].endswith("and 19 more are no wards of Medway.")


def test_the_shipped_shapes_fit_the_shipped_postcodes() -> None:
    shipped: Any = read_directory(read_files(PACTS)).directory
    if shipped.ward_shapes is None:
        pytest.skip("the record has no wards.geojson")
    found = fit(shipped.ward_shapes.by_gss, shipped.postcodes, _FAR)
    assert found.share > 0.999
    assert json.loads((PACTS / "wards.geojson").read_bytes())["indicative"] is True
