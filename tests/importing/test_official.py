"""Official boundaries find their wards whatever the file calls them, and old ones are refused."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from click.testing import CliRunner, Result

from pact_directory.cli import main
from pact_directory.importing.official import drawn, judged, matched
from pact_directory.importing.refusal import NotImportedError
from pact_directory.importing.shape_files import FaultyFileError, take_boundaries
from pact_directory.model.area import Ward
from pact_directory.model.grid import to_wgs84
from pact_directory.model.postcodes import Postcode
from pact_directory.reading import read_directory, read_files
from pact_directory.reading.geojson import Feature, parse_geojson
from pact_directory.writing.area_files import postcodes_text
from tests.factories import a_ward
from tests.real_data import REAL, needs_real_data

from .record import AREA_FILE, as_read, new_record

PACTS = Path(__file__).parents[2] / "pacts"
ONE, TWO = "E05999001", "E05999002"


def box(west: int, south: int = 150_000, width: int = 1_000, height: int = 1_000) -> dict[str, Any]:
    """A rectangle of the National Grid, as GeoJSON."""
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height), (0, 0)], float)
    ring = corners + np.array([west, south])
    return {"type": "Polygon", "coordinates": [np.column_stack(to_wgs84(ring[:, 0], ring[:, 1])).tolist()]}


def collection(*features: tuple[dict[str, Any], dict[str, Any]]) -> str:
    written = [{"type": "Feature", "properties": named, "geometry": shape} for named, shape in features]
    return json.dumps({"type": "FeatureCollection", "features": written})


def read(*features: tuple[dict[str, Any], dict[str, Any]]) -> tuple[Feature, ...]:
    found = parse_geojson(collection(*features))
    assert found.faults == ()
    return found.features


def ward(gss: str, name: str, *spellings: str) -> Ward:
    return a_ward(gss, name=name, spellings=list(spellings), place=None)


def points(gss: str, west: int, count: int = 10, start: int = 0) -> list[Postcode]:
    return [Postcode(f"TN{start + n} 1AA", gss, west + 50 + 90 * n, 150_500) for n in range(count)]


POSTCODES = [*points(ONE, 560_000), *points(TWO, 561_000, start=20)]
TWO_WARDS = (ward(ONE, "St Mary's and Ferry"), ward(TWO, "Cardiff", "Caerdydd - Cardiff Ward"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("St. Mary's & Ferry Ward", "Caerdydd"),
        ("St Mary\u2019s and Ferry ED", "CARDIFF"),
        ("ST MARYS AND FERRY", "Caerdydd - Cardiff"),
        ("St Mary's & Ferry", "Cardiff Ward"),
    ],
)
def test_names_are_matched_however_they_are_written(first: str, second: str) -> None:
    features = read(
        ({"FID": "7", "Ward_nm": first}, box(560_000)), ({"FID": "8", "Ward_nm": second}, box(561_000))
    )
    found = matched(features, TWO_WARDS, POSTCODES)
    assert (found.by, found.is_code) == ("Ward_nm", False)
    assert [*found.areas] == [ONE, TWO]
    assert judged(found.areas, POSTCODES).share == 1.0


def test_codes_come_before_names() -> None:
    features = read(
        ({"NM": "Cardiff", "WD25CD": ONE}, box(560_000)),
        ({"NM": "St Mary's and Ferry", "WD25CD": TWO}, box(561_000)),
    )
    found = matched(features, TWO_WARDS, POSTCODES)
    assert (found.by, found.is_code) == ("WD25CD", True)
    assert judged(found.areas, POSTCODES).outside == ()


def test_the_property_that_tells_most_is_taken() -> None:
    features = read(
        ({"District": "Cardiff", "Name": "St Mary's and Ferry"}, box(560_000)),
        ({"District": "Cardiff", "Name": "Cardiff"}, box(561_000)),
    )
    assert matched(features, TWO_WARDS, POSTCODES).by == "Name"


def test_what_does_not_match_is_named_on_both_sides() -> None:
    features = read(
        ({"Name": "Cardiff"}, box(561_000)), ({"Name": "Ferry"}, box(560_000)), ({"Name": "Far"}, box(590_000))
    )
    found = matched(features, TWO_WARDS, POSTCODES)
    assert [one.name for one in found.no_shape] == ["St Mary's and Ferry"]
    assert found.strangers == ("Ferry",)
    assert found.elsewhere == 1
    assert judged(found.areas, POSTCODES).share == 0.5


def test_a_ward_of_the_same_name_in_another_district_is_not_ours() -> None:
    features = read(
        ({"Name": "Cardiff"}, box(590_000)),
        ({"Name": "Cardiff"}, box(561_000)),
        ({"Name": "St Mary's & Ferry"}, box(560_000)),
    )
    found = matched(features, TWO_WARDS, POSTCODES)
    assert judged(found.areas, POSTCODES).share == 1.0
    assert found.areas[TWO].bounds[2] < 563_000


def test_a_ward_in_several_features_is_put_together() -> None:
    features = read(
        ({"Name": "Cardiff"}, box(561_000, width=500)),
        ({"Name": "Cardiff"}, box(561_500, width=500)),
        ({"Name": "St Mary's & Ferry"}, box(560_000)),
    )
    assert judged(matched(features, TWO_WARDS, POSTCODES).areas, POSTCODES).share == 1.0


def test_shapes_that_overlap_a_little_still_share_their_border() -> None:
    features = read(
        ({"Name": "St Mary's & Ferry"}, box(560_000, width=1_003)), ({"Name": "Cardiff"}, box(561_000))
    )
    made = drawn(matched(features, TWO_WARDS, POSTCODES).areas, POSTCODES)
    assert made.outside == ()
    assert shapely.coverage_is_valid(list(made.degrees.values()))


def a_record(folder: Path, inside: int, outside: int) -> Path:
    """One ward, with postcodes inside and outside the square that the file gives it."""
    new_record(folder, wards=f"wards:\n  - {{gss: {ONE}, name: Ferry}}\n", area=AREA_FILE)
    rows = [Postcode(f"TN1 1{chr(65 + n // 10)}{n % 10}", ONE, 560_020 + 9 * n, 150_500) for n in range(inside)]
    rows += [Postcode(f"TN2 1{chr(65 + n // 10)}{n % 10}", ONE, 561_100 + n, 150_500) for n in range(outside)]
    valid = [
        row._replace(postcode=f"TN{1 + n // 100} {n // 10 % 10}A{'ABDEFGHJLN'[n % 10]}")
        for n, row in enumerate(rows)
    ]
    (folder / "postcodes.csv").write_text(postcodes_text(valid))
    return folder


def a_file(folder: Path) -> Path:
    path = folder / "official.geojson"
    path.write_text(collection(({"WD25NM": "Ferry Ward"}, box(560_000))))
    return path


@pytest.mark.parametrize(
    ("inside", "outside", "is_written"), [(100, 0, True), (99, 1, True), (90, 10, True), (89, 11, False)]
)
def test_fewer_than_nine_in_ten_is_superseded(tmp_path: Path, inside: int, outside: int, is_written: bool) -> None:
    folder = a_record(tmp_path / "pacts", inside, outside)
    taken = take_boundaries(folder, a_file(tmp_path), "Ours")
    assert len(taken.judged.outside) == outside
    assert (folder / "wards.geojson").exists() is is_written
    assert (taken.shapes is not None) is is_written
    if is_written:
        shapes = as_read(folder).ward_shapes
        assert shapes is not None
        assert (shapes.indicative, shapes.attribution, [*shapes.by_gss]) == (False, "Ours", [ONE])


def test_faults_of_the_file_are_said_with_line_and_feature(tmp_path: Path) -> None:
    folder = a_record(tmp_path / "pacts", 10, 0)
    swapped = box(560_000)
    swapped["coordinates"] = [[[y, x] for x, y in ring] for ring in swapped["coordinates"]]
    (tmp_path / "bad.geojson").write_text(collection(({"Name": "Ferry"}, swapped)))
    with pytest.raises(FaultyFileError) as found:
        take_boundaries(folder, tmp_path / "bad.geojson", "Ours")
    (problem,) = found.value.problems
    assert (problem.code, problem.line, problem.field) == ("swapped-axes", 1, "features[0]")
    assert problem.path.endswith("bad.geojson")
    assert not (folder / "wards.geojson").exists()


def test_a_record_without_postcodes_is_sent_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(NotImportedError, match="pact area postcodes"):
        take_boundaries(new_record(tmp_path / "pacts"), a_file(tmp_path), "Ours")


def shipped() -> tuple[tuple[Ward, ...], tuple[Postcode, ...]]:
    directory = read_directory(read_files(PACTS)).directory
    assert directory is not None
    return directory.wards_file.wards, directory.postcodes.rows


@needs_real_data
def test_the_real_wards_of_medway_all_match_by_name() -> None:
    """Nine of the 24 names have "&" where the council writes "and"; no postcode moves at 20 metres."""
    wards, postcodes = shipped()
    found = parse_geojson((REAL / "boundaries" / "medway-wards-2023.geojson").read_bytes())
    assert found.faults == ()
    who = matched(found.features, wards, postcodes)
    assert (len(who.areas), who.no_shape, who.strangers, who.elsewhere) == (24, (), (), 0)
    assert who.by in {"Name", "Ward_name"}
    how = judged(who.areas, postcodes)
    assert (how.total, how.outside) == (6_153, ())
    made = drawn(who.areas, postcodes)
    assert made.metres == 20
    assert made.outside == ()
    assert shapely.coverage_is_valid(list(made.degrees.values()))


@needs_real_data
def test_the_real_wards_of_2013_are_superseded() -> None:
    wards, postcodes = shipped()
    found = parse_geojson((REAL / "boundaries" / "medway-wards-2013.geojson").read_bytes())
    who = matched(found.features, wards, postcodes)
    how = judged(who.areas, postcodes)
    assert who.by == "WD13NM"
    assert "Peninsula" in who.strangers
    assert how.is_superseded
    assert 0.25 < how.share < 0.35


def test_an_attribution_that_no_record_may_hold_is_refused(tmp_path: Path) -> None:
    folder = a_record(tmp_path / "pacts", 10, 0)
    with pytest.raises(NotImportedError, match="attribution is not plain words"):
        take_boundaries(folder, a_file(tmp_path), "<b>Ours</b>")
    assert not (folder / "wards.geojson").exists()


def boundaries(folder: Path, text: str) -> Result:
    """What `pact area boundaries` says of a file."""
    (folder / "named.geojson").write_text(text)
    named, record = str(folder / "named.geojson"), str(a_record(folder / "our pacts", 10, 0))
    return CliRunner().invoke(main, ["area", "boundaries", named, "--dir", record])


def test_shapes_without_names_are_not_called_superseded(tmp_path: Path) -> None:
    said = boundaries(tmp_path, collection(({"name": 1}, box(560_000))))
    assert said.exit_code == 1
    assert "superseded" not in said.output
    assert "carry the wards' names or codes" in said.output
    assert f"--dir '{tmp_path / 'our pacts'}'" in said.output


def test_what_a_file_holds_gives_no_orders_to_the_terminal(tmp_path: Path) -> None:
    ward, stranger = ({"a\x1b[2Jb": name} for name in ("Ferry", "Evil\x1b]0;x\x07\u202e"))
    said = boundaries(tmp_path, collection((ward, box(560_000)), (stranger, box(560_000))))
    assert "1 of 1 wards matched by name" in said.output
    assert "Evil" in said.output
    assert not {"\x1b", "\x07", "\u202e"} & {*said.output}


@pytest.mark.parametrize(("inside", "outside", "is_warned"), [(99, 1, False), (98, 2, True)])
def test_less_than_ninety_nine_in_a_hundred_is_warned_about(
    tmp_path: Path, inside: int, outside: int, is_warned: bool
) -> None:
    folder = a_record(tmp_path / "pacts", inside, outside)
    said = CliRunner().invoke(main, ["area", "boundaries", str(a_file(tmp_path)), "--dir", str(folder)])
    assert said.exit_code == 0, said.output
    assert ("Warning: that is less than 99 %" in said.output) is is_warned
