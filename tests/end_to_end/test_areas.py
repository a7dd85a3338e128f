"""Another authority comes up with the documented commands alone; old boundaries are found out."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.importing.stock import Line, square, stock_zip
from tests.real_data import REAL, needs_real_data

from .project import ROOT, copy_project, pact, run

TONBRIDGE = "E07000115"
SUPERSEDED = REAL / "boundaries" / "tonbridge-and-malling-wards-2013.geojson"
OFFICIAL = REAL / "boundaries" / "medway-wards-2023.geojson"
# The wards of today, by the last three figures of their codes.
_WARDS = {
    35: "Aylesford North & North Downs", 36: "Aylesford South & Ditton", 37: "Birling, Leybourne & Ryarsh",
    38: "Borough Green & Platt", 39: "Bourne", 40: "Cage Green & Angel",
    41: "East and West Peckham, Mereworth & Wateringbury", 42: "East Malling, West Malling & Offham", 43: "Higham",
    44: "Hildenborough", 45: "Judd", 46: "Kings Hill", 47: "Larkfield", 48: "Pilgrims with Ightham",
    49: "Snodland East & Ham Hill", 50: "Snodland West & Holborough Lakes", 51: "Trench", 52: "Vauxhall",
    53: "Walderslade",
}  # fmt: skip


def small_download(folder: Path) -> Path:
    """A zip in Ordnance Survey's form: the real wards' codes and names, and invented postcodes in rows of squares."""
    lines: list[Line] = []
    for index, code in enumerate(_WARDS):
        west, south = 556_000 + 4_000 * (index % 4), 146_000 + 4_000 * (index // 4)
        lines += square(
            TONBRIDGE, f"E050150{code}", west, south, sector=f"TN9{index // 10} {index % 10}", side=4_000, step=800
        )
    lines += square("E06000035", "E05014458", 574_000, 158_000, sector="ME99 9", side=4_000, step=800)
    districts = {
        TONBRIDGE: "Tonbridge and Malling District (B)",
        "E06000035": "Medway (B)",
        "E07000116": "Tunbridge Wells District (B)",
    }
    wards = {f"E050150{code}": f"{name} Ward" for code, name in _WARDS.items()}
    return stock_zip(folder / "codepo_gb.zip", lines, districts, wards)


@pytest.fixture(scope="module")
def download(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real zip where PACT_CODE_POINT_ZIP says where it lies; else a small one of invented postcodes."""
    real = os.environ.get("PACT_CODE_POINT_ZIP")
    return Path(real) if real else small_download(tmp_path_factory.mktemp("download"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, download: Path) -> Path:
    """A project of one's own, as docs/adopt.md begins it: no record yet."""
    folder = copy_project(tmp_path_factory.mktemp("tonbridge"), ("mkdocs.yml", "content", "overrides"))
    begun = pact(folder, "init", "pacts")
    assert begun.returncode == 0, begun.stderr
    made = pact(folder, "area", "postcodes", str(download), "--district", TONBRIDGE)
    assert made.returncode == 0, made.stderr
    drawn = pact(folder, "area", "shapes", str(download))
    assert drawn.returncode == 0, drawn.stderr
    assert "19 ward shapes drawn" in drawn.stdout
    return folder


def test_the_record_has_the_nineteen_wards_of_today(project: Path) -> None:
    wards = (project / "pacts" / "wards.yml").read_text()
    assert wards.count("- gss: E050150") == 19
    assert "name: Kings Hill\n" in wards
    area = (project / "pacts" / "area.yml").read_text()
    assert "name: Tonbridge and Malling\n" in area
    assert f"gss: {TONBRIDGE}\n" in area


def test_it_passes_the_check_with_every_ward_still_to_be_asked_about(project: Path) -> None:
    checked = pact(project, "check", "--format", "json")
    problems = json.loads(checked.stdout)["problems"]
    assert checked.returncode == 0
    assert {problem["severity"] for problem in problems} == {"warning"}
    assert sum(problem["code"] == "ward-unchecked" for problem in problems) == 19


def test_it_builds_and_says_that_the_shapes_are_indicative(project: Path) -> None:
    built = pact(project, "build")
    assert built.returncode == 0, built.stderr
    page = (project / "site" / "wards" / "kings-hill" / "index.html").read_text()
    assert "We do not know yet whether Kings Hill has a PACT" in page
    assert "not official" in page
    assert "We do not have this ward’s councillors yet." in page  # noqa: RUF001
    assert len([*(project / "site" / "wards").glob("*/index.html")]) == 19


@needs_real_data
def test_superseded_boundaries_are_said_to_be_so_and_left_alone(project: Path) -> None:
    before = (project / "pacts" / "wards.geojson").read_bytes()
    taken = pact(project, "area", "boundaries", str(SUPERSEDED))
    assert taken.returncode == 1
    assert "superseded boundaries" in taken.stderr
    assert 'in the property "WD13NM"' in taken.stderr
    assert "Nothing was written" in taken.stderr
    assert (project / "pacts" / "wards.geojson").read_bytes() == before


def test_a_second_run_changes_no_byte(project: Path, download: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "pacts", tmp_path / "pacts")
    assert pact(tmp_path, "area", "postcodes", str(download)).returncode == 0
    assert pact(tmp_path, "area", "shapes", str(download)).returncode == 0
    for path in (project / "pacts").iterdir():
        assert (tmp_path / "pacts" / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_wrong_district_is_answered_in_words(project: Path, download: Path, tmp_path: Path) -> None:
    assert pact(tmp_path, "init", "pacts").returncode == 0
    refused = pact(tmp_path, "area", "postcodes", str(download), "--district", "Tunbridge")
    assert refused.returncode == 1
    assert "Did you mean Tunbridge Wells (E07000116)" in refused.stderr
    other = pact(project, "area", "postcodes", str(download), "--district", "E06000035")
    assert "This record is of Tonbridge and Malling (E07000115)" in other.stderr
    assert pact(tmp_path, "area", "postcodes", "nowhere.zip").returncode == 2


def test_an_empty_record_builds(tmp_path: Path) -> None:
    copy_project(tmp_path, ("mkdocs.yml", "content", "overrides"))
    assert pact(tmp_path, "init", "pacts").returncode == 0
    built = pact(tmp_path, "build")
    assert built.returncode == 0, built.stderr
    assert "Nobody has told us of a PACT here yet" in (tmp_path / "site" / "pacts" / "index.html").read_text()
    assert "have not been put into this list" in (tmp_path / "site" / "wards" / "index.html").read_text()


@needs_real_data
def test_official_boundaries_take_the_place_of_the_indicative_ones(tmp_path: Path) -> None:
    """Medway, 2023: all 24 wards by name, and at 20 metres all 6,153 postcodes in the shape of their own ward."""
    shutil.copytree(ROOT / "pacts", tmp_path / "pacts")
    taken = pact(tmp_path, "area", "boundaries", str(OFFICIAL), "--attribution", "Contains OS data, 2023.")
    assert taken.returncode == 0, taken.stderr
    assert "24 of 24 wards matched by name" in taken.stdout
    assert "to 20 m; then 6,153 of 6,153 postcodes" in taken.stdout
    written = json.loads((tmp_path / "pacts" / "wards.geojson").read_text())
    assert "indicative" not in written
    assert written["attribution"] == "Contains OS data, 2023."
    assert len(written["features"]) == 24
    problems = json.loads(pact(tmp_path, "check", "--format", "json").stdout)["problems"]
    of_the_area = {"pacts/wards.geojson", "pacts/postcodes.csv", "pacts/neighbours.csv"}
    assert [problem for problem in problems if problem["path"] in of_the_area] == []
    again = pact(tmp_path, "area", "shapes", str(small_download(tmp_path)))
    assert (again.returncode, "holds official boundaries" in again.stderr) == (1, True)


def test_the_check_loads_nothing_that_reads_spreadsheets(tmp_path: Path) -> None:
    asked = "import sys; from pact_directory.cli import main; assert 'openpyxl' not in sys.modules; assert 'shapely' not in sys.modules"
    loaded = run(tmp_path, sys.executable, "-c", asked)
    assert loaded.returncode == 0, loaded.stderr
