"""Tables and shapes in the directory: read whole, or as if they were not there, and nothing more said of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from pact_directory.problems import Problem
from pact_directory.reading import read_directory, read_files
from pact_directory.reading.files import SIZE_LIMITS
from pact_directory.rules import check_directory
from tests.factories import AS_OF
from tests.hostile.record import as_record_files, attacked

from .shapes_made import SQUARE, collection, feature, polygon

TABLE = b"postcode,gss,easting,northing\nME4 5AA,E05014459,576500,166500\n"
NEIGHBOURS = b"postcode,authority\nME5 1AA,Swale\n"
GOOD = {
    "postcodes.csv": TABLE,
    "neighbours.csv": NEIGHBOURS,
    "wards.geojson": collection(feature(), attribution="Ours"),
    "luton/coverage.geojson": collection(feature(name="West")),
}
BAD = {
    "postcodes.csv": TABLE + b"ME4 5AB,E05014459,about here,166500\n",
    "neighbours.csv": NEIGHBOURS + b"ME5 1AA,Swale\n",
    "wards.geojson": collection(feature(polygon(SQUARE[:-1]))),
    "luton/coverage.geojson": b"{",
}


def read(files: dict[str, bytes]) -> tuple[list[Problem], list[Problem], object]:
    """The problems of form, those of meaning, and the directory."""
    reading = read_directory(as_record_files({**attacked({}), **files}))
    assert reading.directory is not None
    meaning = list(check_directory(reading.directory, AS_OF, reading.locator))
    return list(reading.problems), meaning, reading.directory


def test_files_about_places_are_read() -> None:
    directory = read_directory(as_record_files({**attacked({}), **GOOD})).directory
    assert directory is not None
    assert [row.postcode for row in directory.postcodes.rows] == ["ME4 5AA"]
    assert [row.authority for row in directory.neighbours.rows] == ["Swale"]
    assert directory.ward_shapes is not None
    assert directory.ward_shapes.attribution == "Ours"
    luton = directory.folder_by_id["luton"]
    assert luton.has_boundary
    assert luton.boundary is not None
    assert luton.boundary.origin.pact_id == "luton"
    assert directory.incomplete == frozenset()


def test_without_them_there_are_none() -> None:
    directory = read_directory(as_record_files(attacked({}))).directory
    assert directory is not None
    assert (directory.postcodes.rows, directory.neighbours.rows) == ((), ())
    assert directory.ward_shapes is None
    assert {folder.boundary for folder in directory.folders} == {None}


@pytest.mark.parametrize("path", BAD)
def test_a_faulty_one_is_as_if_it_were_not_there(path: str) -> None:
    form, meaning, _ = read({**GOOD, path: BAD[path]})
    directory = read_directory(as_record_files({**attacked({}), **GOOD, path: BAD[path]})).directory
    assert {problem.path for problem in form} == {f"pacts/{path}"}
    assert directory is not None
    assert directory.incomplete == {path}
    boundary = directory.folder_by_id["luton"].boundary
    held = (directory.postcodes.rows, directory.neighbours.rows, directory.ward_shapes, boundary)
    assert [bool(one) for one in held] == [name != path for name in BAD]
    assert "luton" in directory.folder_by_id
    assert [problem for problem in meaning if problem.path == f"pacts/{path}"] == []


@pytest.mark.parametrize("path", BAD)
def test_nothing_is_said_of_others_because_of_it(path: str) -> None:
    without = {name: content for name, content in GOOD.items() if name != path}
    _, before, _ = read(without)
    _, after, _ = read({**without, path: BAD[path]})
    told = {(problem.code, problem.place) for problem in after} - {
        (problem.code, problem.place) for problem in before
    }
    # Luton now has a boundary, and its fields do not say so.
    assert {code for code, _ in told} <= ({"coverage-boundary"} if path.startswith("luton/") else set())


def test_problems_name_file_line_column_and_field() -> None:
    form, _, _ = read({"postcodes.csv": BAD["postcodes.csv"], "wards.geojson": BAD["wards.geojson"]})
    assert [(problem.place, problem.field, problem.code) for problem in form] == [
        ("pacts/postcodes.csv:3:19", "", "not-a-number"),
        ("pacts/wards.geojson:3:1", "features[1]", "open-ring"),
    ]
    assert form[0].excerpt == "ME4 5AB,E05014459,about here,166500"


def test_rules_find_the_line_of_a_row() -> None:
    wrong = TABLE + b"ME4 5AB,E05014999,576500,166500\n"
    _, meaning, _ = read({"postcodes.csv": wrong})
    (problem,) = (one for one in meaning if one.code == "postcode-ward")
    assert (problem.place, problem.field) == ("pacts/postcodes.csv:3:9", "rows[2].gss")


@pytest.mark.parametrize("path", GOOD)
def test_far_too_large_files_are_not_opened(tmp_path: Path, path: str) -> None:
    place = tmp_path / path
    place.parent.mkdir(exist_ok=True)
    with place.open("wb") as file:
        file.truncate(SIZE_LIMITS[read_kind(path)] + 1)
    files = read_files(tmp_path)
    assert [(refused.path, refused.code) for refused in files.refused] == [(path, "too-large")]
    assert "pact area" in files.refused[0].hint


def read_kind(path: str) -> object:
    return as_record_files({path: b""}).kinds[path]


def test_the_library_behind_shapes_is_not_loaded_where_there_is_none(tmp_path: Path) -> None:
    for path, content in {**attacked({}), "postcodes.csv": TABLE, "neighbours.csv": NEIGHBOURS}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    program = (
        "import datetime, sys; from pathlib import Path;"
        "from pact_directory.reading import read_directory, read_files;"
        "from pact_directory.rules import check_directory;"
        "reading = read_directory(read_files(Path(sys.argv[1])));"
        "list(check_directory(reading.directory, datetime.date(2026, 10, 15), reading.locator));"
        "print([name for name in ('shapely', 'numpy') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
