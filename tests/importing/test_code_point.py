"""Code-Point Open is read in every form it comes in, and what is not it is refused in words."""

import csv
import zipfile
from pathlib import Path

import pytest

from pact_directory.importing import archive
from pact_directory.importing.archive import opened
from pact_directory.importing.code_list import CodeList, plain_ward, read_code_list
from pact_directory.importing.code_point import CodePoint, read_code_point
from pact_directory.importing.refusal import NotImportedError
from tests.real_data import REAL, needs_real_data

from .stock import AREA, HEADERS, OTHER, Line, code_list, small_area, stock_zip, tables

SHIPPED = Path(__file__).parents[2] / "pacts"


def read(*sources: Path, district: str = AREA) -> CodePoint:
    with opened(sources) as parts:
        return read_code_point(parts, district, 5_000)


def test_the_stock_zip_gives_the_area_and_what_is_around_it(tmp_path: Path) -> None:
    found = read(stock_zip(tmp_path / "codepo_gb.zip", small_area()))
    assert len(found.area) == 50
    assert {row.ward for row in found.area} == {"E05999001", "E05999002"}
    assert {row.district for row in found.around} == {OTHER}
    assert (found.version, found.year) == ("2025.2.0", "2025")
    assert found.area[0].postcode == "TN90 1AA"
    assert found.area == tuple(sorted(found.area))


@pytest.mark.parametrize("quote", ['"', ""])
@pytest.mark.parametrize("head", ["", HEADERS, HEADERS.split("\n", 1)[0] + "\n", "\ufeff" + HEADERS])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_plain_files_are_read_with_and_without_a_header(tmp_path: Path, quote: str, head: str, end: str) -> None:
    (tmp_path / "of-all").mkdir()
    for name, text in tables(small_area(), quote).items():
        written = (head + text).replace("\n", end)
        (tmp_path / "of-all" / Path(name).name).write_bytes(written.encode())
    whole = read(tmp_path / "of-all")
    assert (len(whole.area), len(whole.around), whole.version) == (50, 25, "")
    assert read(*sorted((tmp_path / "of-all").iterdir())) == whole


def test_a_file_without_a_last_line_end_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "tn.csv").write_text(tables(small_area())["Data/CSV/tn.csv"].rstrip("\n"))
    assert len(read(tmp_path / "tn.csv").area) == 50


def test_postcodes_without_a_point_or_a_ward_are_left_out_and_named(tmp_path: Path) -> None:
    odd = [Line("TN90 9AA", 0, 0, AREA, "E05999001"), Line("TN90 9AB", 560_000, 150_000, AREA, "")]
    found = read(stock_zip(tmp_path / "a.zip", [*small_area(), *odd]))
    assert found.unplaced == ("TN90 9AA", "TN90 9AB")
    assert len(found.area) == 50


def test_files_far_away_are_not_kept(tmp_path: Path) -> None:
    far = Line("ZE1 0AA", 447_000, 1_141_000, "S12000027", "S13000001")
    found = read(stock_zip(tmp_path / "a.zip", [*small_area(), far]))
    assert "ZE1 0AA" not in {row.postcode for row in found.around}


def test_a_sector_is_kept_whole_though_its_end_lies_far_away(tmp_path: Path) -> None:
    far = Line("ME99 1ZZ", 640_000, 150_000, OTHER, "E05998001")
    found = read(stock_zip(tmp_path / "a.zip", [*small_area(), far]))
    assert "ME99 1ZZ" in {row.postcode for row in found.around}


def test_progress_is_told_of_every_file_and_never_goes_back(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    with opened([stock_zip(tmp_path / "a.zip", small_area())]) as parts:
        read_code_point(parts, AREA, 5_000, lambda path, done: told.append((path, done)))
    assert [path for path, _ in told] == ["Data/CSV/me.csv", "Data/CSV/tn.csv"] * 2
    assert [done for _, done in told] == [0.0, 0.25, 0.5, 0.75]


@pytest.mark.parametrize(
    "line", ["name,age", "TN90 1AA,10,560000", "TN90 1AA,10,east,150000,a,b,c,d,E07000999,E05999001", "<html>"]
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str) -> None:
    good = small_area()[0].text()
    (tmp_path / "tn.csv").write_text(f"{HEADERS}{good}\n{line}\n{good}\n")
    with pytest.raises(NotImportedError, match=r"Line 4 of .*tn\.csv is not a row of Code-Point Open"):
        read(tmp_path / "tn.csv")


@pytest.mark.parametrize("name", ["notes.txt", "photo.png"])
def test_a_zip_without_postcodes_is_refused(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(name, "nothing of interest")
    with pytest.raises(NotImportedError, match="no table of postcodes"):
        read(tmp_path / "a.zip")


def test_a_district_without_postcodes_is_said(tmp_path: Path) -> None:
    with pytest.raises(
        NotImportedError, match="No postcode in this download is in a district with the code E07000001"
    ):
        read(stock_zip(tmp_path / "a.zip", small_area()), district="E07000001")


def test_what_is_called_zip_and_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("<html>Please sign in</html>")
    with pytest.raises(NotImportedError, match="is not a zip file"):
        read(tmp_path / "a.zip")


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    whole = stock_zip(tmp_path / "a.zip", small_area()).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "bent.zip").write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    for name in ("cut.zip", "bent.zip"):
        with pytest.raises(NotImportedError, match="damaged"):
            read(tmp_path / name)


def test_a_zip_that_would_unpack_to_far_too_much_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Data/CSV/tn.csv", b"\0" * 20_000_000)
    with pytest.raises(NotImportedError, match="far more than a download of postcodes"):
        read(tmp_path / "bomb.zip")


def test_a_list_of_names_that_would_unpack_to_far_too_much_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pact_directory.importing.code_list._LARGEST", 1_000)
    (tmp_path / "Codelist.xlsx").write_bytes(code_list())
    with (
        opened([tmp_path / "Codelist.xlsx"]) as parts,
        pytest.raises(NotImportedError, match="far more than a list"),
    ):
        read_code_list(parts)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.csv").touch()
    with pytest.raises(NotImportedError, match="more than 2 files"):
        read(tmp_path)


def test_a_broken_list_of_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Codelist.xlsx").write_text("not a workbook")
    with (
        opened([tmp_path / "Codelist.xlsx"]) as parts,
        pytest.raises(NotImportedError, match="not a list of codes"),
    ):
        read_code_list(parts)


def test_names_lose_what_sort_they_are(tmp_path: Path) -> None:
    with opened([stock_zip(tmp_path / "a.zip", small_area())]) as parts:
        names = read_code_list(parts)
    assert names is not None
    assert [names.authority(code) for code in (AREA, OTHER, "E09000001")] == ["Elsewhere", "Yonder", "E09000001"]
    assert names.nearest("elsewere") == (AREA,)
    assert names.nearest("E07000998") == (AREA, OTHER)
    assert [plain_ward(name) for name in ("Abbey ED", "St. Ann's Ward", "Wardour", "Castle ward")] == [
        "Abbey", "St. Ann's", "Wardour", "Castle",
    ]  # fmt: skip


@needs_real_data
def test_a_thousand_real_rows_agree_with_the_shipped_table() -> None:
    found = read(REAL / "postcodes" / "code-point-open-2025-05-medway-1000.csv", district="E06000035")
    with (SHIPPED / "postcodes.csv").open() as file:
        shipped = {row["postcode"]: row for row in csv.DictReader(file)}
    assert len(found.area) == 1_000
    for row in found.area:
        there = shipped[row.postcode]
        assert (row.ward, str(row.easting), str(row.northing)) == (
            there["gss"],
            there["easting"],
            there["northing"],
        )


@pytest.mark.parametrize(
    ("name", "said"),
    [("Gwynedd - Gwynedd", "Gwynedd"), ("Caerdydd - Cardiff", "Caerdydd - Cardiff"), ("Conwy", "Conwy")],
)
def test_a_name_that_is_the_same_in_both_languages_is_said_once(name: str, said: str) -> None:
    assert CodeList({"W06000002": name}, {}).authority("W06000002") == said
