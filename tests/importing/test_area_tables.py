"""The tables of an area are made whole, and what somebody wrote by hand is left alone."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from pact_directory.importing.area_tables import TablesMade, make_tables
from pact_directory.importing.code_list import CodeList
from pact_directory.importing.code_point import CodePoint, Row, unseen
from pact_directory.importing.neighbours import neighbours
from pact_directory.importing.refusal import NotImportedError
from pact_directory.writing.refusal import NotWrittenError

from .record import AREA_FILE, WARDS, as_read, new_record
from .stock import AREA, OTHER, Line, code_list, small_area, square, stock_zip, tables
from .stock import WARDS as STOCK_WARDS


def make(folder: Path, *sources: Path, district: str | None = AREA) -> TablesMade:
    return make_tables(folder, sources, district, unseen)


@pytest.fixture
def download(tmp_path: Path) -> Path:
    return stock_zip(tmp_path / "codepo_gb.zip", small_area())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_record_gets_its_name_wards_and_postcodes(tmp_path: Path, download: Path) -> None:
    folder = new_record(tmp_path / "pacts")
    made = make(folder, download)
    directory = as_read(folder)
    assert (directory.area.name, directory.area.gss, directory.area.site_id) == ("Elsewhere", AREA, "elsewhere")
    assert [(ward.gss, ward.name, ward.spellings) for ward in directory.wards_file.wards] == [
        ("E05999001", "St. Mary's & Ferry", ("St. Mary's & Ferry Ward",)),
        ("E05999002", "Hill, Vale and Downs", ("Hill, Vale and Downs Ward",)),
    ]
    assert len(directory.postcodes.rows) == 50
    assert {row.authority for row in directory.neighbours.rows} == {"Yonder"}
    assert (made.wards, made.neighbours, len(made.files)) == (2, 25, 4)


def test_a_second_time_nothing_changes(tmp_path: Path, download: Path) -> None:
    folder = new_record(tmp_path / "pacts")
    make(folder, download)
    before = contents(folder)
    made = make(folder, download, district=None)
    assert contents(folder) == before
    assert made.files == ()
    assert not made.changes


def test_a_refresh_changes_codes_and_names_alone(tmp_path: Path, download: Path) -> None:
    folder = new_record(tmp_path / "pacts", wards=WARDS, area=AREA_FILE)
    made = make(folder, download)
    assert (folder / "wards.yml").read_text() == WARDS.replace("E05990002", "E05999002")
    assert (folder / "area.yml").read_text() == AREA_FILE
    assert made.changes.recoded == [("Hill, Vale & Downs", "E05990002", "E05999002")]
    assert made.changes.ended == [("E05990003", "Old Town")]
    assert made.changes.renamed == []


def test_a_ward_that_has_another_name_now_gets_it(tmp_path: Path, download: Path) -> None:
    wards = "wards:\n  - {gss: E05999001, name: Quayside, seats: 2} # note\n  - {gss: E05999002, name: Hill Vale and Downs}\n"
    folder = new_record(tmp_path / "pacts", wards=wards, area=AREA_FILE)
    made = make(folder, download)
    assert made.changes.renamed == [("E05999001", "Quayside", "St. Mary's & Ferry")]
    first = as_read(folder).wards_file.wards[0]
    assert (first.name, first.seats) == ("St. Mary's & Ferry", 2)
    assert "# note" in (folder / "wards.yml").read_text()


def test_another_district_than_the_records_is_refused(tmp_path: Path, download: Path) -> None:
    folder = new_record(tmp_path / "pacts", area=AREA_FILE)
    with pytest.raises(NotImportedError, match="This record is of Elsewhere"):
        make(folder, download, district=OTHER)


def test_without_a_district_anywhere_it_is_asked_for(tmp_path: Path, download: Path) -> None:
    with pytest.raises(NotImportedError, match="Which district"):
        make(new_record(tmp_path / "pacts"), download, district=None)


@pytest.mark.parametrize("typed", ["E07000998", "Elswhere"])
def test_a_wrong_district_is_answered_with_near_ones(tmp_path: Path, download: Path, typed: str) -> None:
    folder = new_record(tmp_path / "pacts")
    before = contents(folder)
    with pytest.raises(NotImportedError, match=r"Did you mean Elsewhere \(E07000999\)"):
        make(folder, download, district=typed)
    assert contents(folder) == before


def test_tables_alone_refresh_a_record_that_knows_its_wards(tmp_path: Path) -> None:
    wards = "wards: \n  - {gss: E05999001, name: One}\n  - {gss: E05999002, name: Two}\n"
    folder = new_record(tmp_path / "pacts", wards=wards, area=AREA_FILE)
    (tmp_path / "csv").mkdir()
    for name, text in tables(small_area()).items():
        (tmp_path / "csv" / Path(name).name).write_text(text)
    made = make(folder, tmp_path / "csv")
    assert made.neighbours is None
    assert not (folder / "neighbours.csv").exists()
    assert (folder / "wards.yml").read_text() == wards
    (tmp_path / "Codelist.xlsx").write_bytes(code_list())
    assert make(folder, tmp_path / "csv", tmp_path / "Codelist.xlsx").neighbours == 25


def test_tables_alone_cannot_name_new_wards(tmp_path: Path) -> None:
    (tmp_path / "tn.csv").write_text(tables(small_area())["Data/CSV/tn.csv"])
    with pytest.raises(NotImportedError, match=r"E05999001, E05999002\. Give the download's Codelist\.xlsx"):
        make(new_record(tmp_path / "pacts"), tmp_path / "tn.csv")


@pytest.mark.parametrize("wards", ["wards: [", "wards:\n  - {gss: E05999001}\n", "wards: Luton\n"])
def test_a_faulty_list_of_wards_is_left_alone(tmp_path: Path, download: Path, wards: str) -> None:
    folder = new_record(tmp_path / "pacts", wards=wards)
    before = contents(folder)
    with pytest.raises((NotImportedError, NotWrittenError), match="fault"):
        make(folder, download)
    assert contents(folder) == before


def test_neighbours_count_to_five_kilometres_and_their_sector_whole(tmp_path: Path) -> None:
    lines = [
        *square(AREA, "E05999001", 560_000, 150_000, sector="TN90 1"),
        *square(AREA, "E05999002", 561_000, 150_000, sector="TN90 2"),
        # The area's last postcode stands at 561 900, 150 900.
        Line("ME90 1AA", 566_900, 150_900, OTHER, "E05998001"),
        Line("ME90 1AB", 600_000, 150_900, OTHER, "E05998001"),
        Line("ME90 2AA", 566_901, 150_900, OTHER, "E05998001"),
    ]
    folder = new_record(tmp_path / "pacts")
    make(folder, stock_zip(tmp_path / "a.zip", lines))
    assert [row.postcode for row in as_read(folder).neighbours.rows] == ["ME90 1AA", "ME90 1AB"]


def test_an_island_has_no_neighbours_and_is_none_the_worse_for_it(tmp_path: Path) -> None:
    folder = new_record(tmp_path / "pacts")
    made = make(
        folder, stock_zip(tmp_path / "a.zip", square(AREA, "E05999001", 560_000, 150_000, sector="TN90 1"))
    )
    assert made.neighbours == 0
    assert as_read(folder).neighbours.rows == ()


def test_a_city_whose_postcodes_all_have_thousands_nearby_takes_little_memory() -> None:
    names = CodeList({OTHER: "Yonder"}, {})
    own, theirs = crowd("TN90", AREA), crowd("ME99", OTHER)
    tracemalloc.start()
    try:
        found = neighbours(CodePoint(own, theirs), names)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found) == len(theirs) == 3_000
    assert peak < 20_000_000  # every pair of postcodes would be 144 MB


def crowd(district: str, gss: str) -> tuple[Row, ...]:
    """Three thousand postcodes within two kilometres."""
    return tuple(
        Row(f"{district} {n // 400}{'ABDEFGHJLNPQRSTUWXYZ'[n // 20 % 20]}{'ABDEFGHJLNPQRSTUWXYZ'[n % 20]}",
            560_000 + n % 2_000, 150_000 + n // 2, gss, "E05999001")
        for n in range(3_000)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wards", "says"),
    [
        ({"E05999001": "<b>Ferry</b> Ward"}, r"wards\.yml, line \d+: .*<"),
        ({"E05999001": "Fer\u202ery Ward"}, r"wards\.yml, line \d+: .*invisible"),
        ({"E05999001": "F" * 300}, r"wards\.yml, line \d+: .*300 characters"),
    ],
)
def test_names_that_no_record_may_hold_are_refused(tmp_path: Path, wards: dict[str, str], says: str) -> None:
    folder = new_record(tmp_path / "pacts")
    before = contents(folder)
    with pytest.raises(NotImportedError, match=says):
        make(folder, stock_zip(tmp_path / "a.zip", small_area(), wards=STOCK_WARDS | wards))
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"postcode": "9999 999"}, "not a postcode"),
        ({"easting": 9_999_999}, "easting"),
        ({"postcode": "TN90 2AA"}, "twice"),
    ],
)
def test_rows_that_no_table_may_hold_are_refused(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    first, *others = small_area()
    folder = new_record(tmp_path / "pacts")
    with pytest.raises(NotImportedError, match=rf"postcodes\.csv, line \d+: .*{says}"):
        make(folder, stock_zip(tmp_path / "a.zip", [first._replace(**change), *others]))
    assert not (folder / "postcodes.csv").exists()


def test_a_fault_that_was_there_before_does_not_stop_a_refresh(tmp_path: Path, download: Path) -> None:
    wards = "wards:\n  - {gss: E05999001, name: St Marys and Ferry, seat: 2}\n"
    folder = new_record(tmp_path / "pacts", wards=wards, area=AREA_FILE)
    assert len(make(folder, download).changes.added) == 1
    assert (folder / "wards.yml").read_text().startswith(wards)
