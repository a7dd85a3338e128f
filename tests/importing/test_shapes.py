"""Indicative shapes: every postcode in its own ward, nobody's water claimed, borders shared."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from pact_directory.importing.cells import indicative_shapes
from pact_directory.importing.code_point import CodePoint, Row, unseen
from pact_directory.importing.refusal import NotImportedError
from pact_directory.importing.shape_files import draw_shapes
from pact_directory.importing.together import edges_shared, outside_their_ward, simplified
from pact_directory.model.grid import to_grid
from pact_directory.model.postcodes import Postcode
from pact_directory.model.shapes import as_areas, inside_of
from pact_directory.reading.geojson import parse_geojson
from pact_directory.writing.area_files import shapes_text
from tests.real_data import REAL, needs_real_data

from .record import AREA_FILE, as_read, new_record
from .stock import AREA, OTHER, Line, small_area, square, stock_zip

PACTS = Path(__file__).parents[2] / "pacts"
WARDS = "wards:\n  - {gss: E05999001, name: One}\n  - {gss: E05999002, name: Two}\n"


def rows(lines: list[Line], district: str) -> tuple[Row, ...]:
    return tuple(sorted(Row(*line) for line in lines if line.district == district))


def code_point(lines: list[Line]) -> CodePoint:
    return CodePoint(rows(lines, AREA), rows(lines, OTHER))


def on_grid(area: shapely.MultiPolygon) -> shapely.MultiPolygon:
    return as_areas(shapely.transform(area, lambda points: np.column_stack(to_grid(points[:, 0], points[:, 1]))))


def test_every_postcode_is_in_the_shape_of_its_ward() -> None:
    made = indicative_shapes(code_point(small_area()))
    assert sorted(made.degrees) == ["E05999001", "E05999002"]
    assert made.outside == ()
    assert shapely.coverage_is_valid(list(made.degrees.values()))


def test_a_neighbour_keeps_the_border_in_place() -> None:
    with_neighbour = on_grid(indicative_shapes(code_point(small_area())).degrees["E05999002"])
    alone = on_grid(indicative_shapes(CodePoint(rows(small_area(), AREA), ())).degrees["E05999002"])
    assert with_neighbour.bounds[2] == pytest.approx(562_000, abs=5)
    assert alone.bounds[2] > 562_300


def test_ground_far_from_every_postcode_is_nobodys() -> None:
    across = [
        *square(AREA, "E05999001", 560_000, 150_000, sector="TN90 1"),
        *square(AREA, "E05999002", 568_000, 150_000, sector="TN90 2"),
    ]
    made = indicative_shapes(code_point(across))
    areas = [on_grid(area) for area in made.degrees.values()]
    assert not any(area.contains(shapely.Point(564_500, 150_500)) for area in areas)
    assert sum(area.area for area in areas) < 10_000_000


def test_a_common_between_two_villages_is_closed() -> None:
    across = [
        *square(AREA, "E05999001", 560_000, 150_000, sector="TN90 1"),
        *square(AREA, "E05999002", 563_500, 150_000, sector="TN90 2"),
    ]
    made = indicative_shapes(code_point(across))
    assert shapely.union_all([on_grid(area) for area in made.degrees.values()]).geom_type == "Polygon"


def test_of_two_wards_at_one_point_the_fuller_has_it() -> None:
    lines = [*small_area(), Line("TN90 3AA", 560_100, 150_100, AREA, "E05999002")]
    lines.append(Line("TN90 3AB", 560_100, 150_100, AREA, "E05999001"))
    made = indicative_shapes(code_point(lines))
    assert made.outside == ("TN90 3AA",)


def test_simplifying_takes_the_coarsest_step_that_moves_no_postcode() -> None:
    left = shapely.Polygon(
        [(560_000, 150_000), (560_500, 150_000), (560_460, 150_500), (560_500, 151_000), (560_000, 151_000)]
    )
    right = shapely.Polygon(
        [(560_500, 150_000), (561_000, 150_000), (561_000, 151_000), (560_500, 151_000), (560_460, 150_500)]
    )
    areas = {"E05999001": as_areas(left), "E05999002": as_areas(right)}
    bold = [Postcode("TN90 1AA", "E05999002", 560_480, 150_500)]
    assert simplified(areas, [], (200, 20)).metres == 200
    assert simplified(areas, bold, (200, 20)).metres == 20
    assert simplified(areas, bold, (200,)).outside == ("TN90 1AA",)


def test_ground_that_two_claim_goes_to_the_first_and_borders_meet() -> None:
    one, two = shapely.box(0, 0, 10, 10), shapely.box(8, 0, 20, 10)
    shared = edges_shared({"a": one, "b": two})
    assert shared["a"].area == 100
    assert shared["b"].area == 100
    assert shapely.coverage_is_valid(list(shared.values()))


def test_a_border_counts_as_inside_and_a_ward_without_a_shape_has_none() -> None:
    areas = {"a": as_areas(shapely.box(0, 0, 10, 10))}
    found = outside_their_ward(
        areas, [Postcode("X", "a", 10, 5), Postcode("Y", "a", 11, 5), Postcode("Z", "b", 5, 5)]
    )
    assert found == ("Y", "Z")


def test_the_same_download_always_makes_the_same_file(tmp_path: Path) -> None:
    download = stock_zip(tmp_path / "a.zip", small_area())
    texts = []
    for name in ("one", "two"):
        folder = new_record(tmp_path / name, wards=WARDS, area=AREA_FILE)
        draw_shapes(folder, [download], unseen)
        texts.append((folder / "wards.geojson").read_text())
    assert texts[0] == texts[1]
    shapes = as_read(folder).ward_shapes
    assert shapes is not None
    assert shapes.indicative
    assert "Crown copyright and database right 2025" in shapes.attribution
    assert [line[:11] for line in texts[0].splitlines()[4:-1]] == ['{"type":"Fe'] * 2


def test_official_boundaries_are_not_drawn_over(tmp_path: Path) -> None:
    folder = new_record(tmp_path / "pacts", wards=WARDS, area=AREA_FILE)
    made = indicative_shapes(code_point(small_area()))
    official = shapes_text(made.degrees, dict.fromkeys(made.degrees, "A"), "Ours", indicative=False)
    (folder / "wards.geojson").write_text(official)
    with pytest.raises(NotImportedError, match="holds official boundaries"):
        draw_shapes(folder, [stock_zip(tmp_path / "a.zip", small_area())], unseen)
    assert (folder / "wards.geojson").read_text() == official


def test_wards_the_record_lacks_are_named(tmp_path: Path) -> None:
    folder = new_record(tmp_path / "pacts", area=AREA_FILE)
    with pytest.raises(NotImportedError, match=r"lacks E05999001, E05999002\. .*pact area postcodes"):
        draw_shapes(folder, [stock_zip(tmp_path / "a.zip", small_area())], unseen)


def shipped_postcodes() -> list[Postcode]:
    with (PACTS / "postcodes.csv").open() as file:
        return [
            Postcode(r["postcode"], r["gss"], int(r["easting"]), int(r["northing"])) for r in csv.DictReader(file)
        ]


def test_the_shipped_shapes_are_indicative_small_and_right() -> None:
    content = (PACTS / "wards.geojson").read_bytes()
    found = parse_geojson(content)
    areas = {one.properties["gss"]: one.area for one in found.features}
    assert found.faults == ()
    assert found.head["indicative"] is True
    assert len(areas) == 24
    assert outside_their_ward(areas, shipped_postcodes()) == ()
    assert len(content) < 60_000


@needs_real_data
def test_the_shipped_shapes_have_most_of_the_official_wards_in_common() -> None:
    """The mean of what each shape and the official ward share, of what either covers."""
    from pact_directory.importing.official import matched  # noqa: PLC0415

    official = parse_geojson((REAL / "boundaries" / "medway-wards-2023.geojson").read_bytes())
    wards = as_read(PACTS).wards_file.wards
    real = matched(official.features, wards, shipped_postcodes()).areas
    ours = {
        one.properties["gss"]: one.area for one in parse_geojson((PACTS / "wards.geojson").read_bytes()).features
    }
    shares = [ours[gss].intersection(real[gss]).area / ours[gss].union(real[gss]).area for gss in real]
    assert len(shares) == 24
    assert sum(shares) / 24 > 0.73


@needs_real_data
def test_of_the_real_sample_all_known_postcodes_lie_in_the_shape_of_their_ward() -> None:
    """The 300 whose ward was worked out from the official boundaries: all but ME7 2UD, placed elsewhere there."""
    with (REAL / "electorate" / "medway-wards-2023.csv").open() as file:
        codes = {row["ward_name_geojson"]: row["ward_code"] for row in csv.DictReader(file)}
    shapes = json.loads((PACTS / "wards.geojson").read_text())
    ours = {
        one["properties"]["gss"]: on_grid(shapely.geometry.shape(one["geometry"])) for one in shapes["features"]
    }
    with (REAL / "postcodes" / "medway-postcode-ward-sample.csv").open() as file:
        sample = [
            Postcode(row["postcode"], codes[row["ward"]], int(row["easting"]), int(row["northing"]))
            for row in csv.DictReader(file)
        ]
    inside = sum(inside_of(ours[row.gss], [row])[0] for row in sample)
    assert len(sample) == 300
    assert inside >= 297


def test_nothing_can_be_drawn_from_a_single_point() -> None:
    with pytest.raises(NotImportedError, match="one and the same point"):
        indicative_shapes(code_point([Line("TN90 1AA", 560_000, 150_000, AREA, "E05999001")]))


def test_a_record_without_wards_is_sent_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(NotImportedError, match="Begin with: pact area postcodes"):
        draw_shapes(new_record(tmp_path / "pacts"), [stock_zip(tmp_path / "a.zip", small_area())], unseen)
