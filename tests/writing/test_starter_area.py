"""A new record is valid as it stands, and takes over no contact and no check."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pact_directory.checking import Checked, check_record
from pact_directory.cli import main
from pact_directory.writing.starter_area import sources_taken_over

PACTS = Path(__file__).parents[2] / "pacts"


def init(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["init", *(str(one) for one in arguments)])


def checked(folder: Path) -> Checked:
    found = check_record(folder)
    assert found.report.errors == ()
    return found


def test_a_new_record_is_valid_and_warns_of_what_is_not_filled_in(tmp_path: Path) -> None:
    done = init(tmp_path / "ours")
    assert done.exit_code == 0
    found = checked(tmp_path / "ours")
    assert [problem.code for problem in found.report.warnings] == [
        "area-not-named",
        "area-not-named",
        "area-no-contact",
    ]
    directory = found.reading.directory
    assert directory is not None
    assert (directory.area.demonstration, directory.area.frozen_on) == (False, None)
    assert (directory.wards_file.wards, directory.folders) == ((), ())
    assert len(directory.topics_file.topics) > 9
    assert found.publish().area.name == "Your area"


def test_name_and_district_may_be_given(tmp_path: Path) -> None:
    init(tmp_path / "ours", "--name", "Tonbridge and Malling", "--district", "E07000115")
    area = checked(tmp_path / "ours").reading.directory.area
    assert (area.name, area.gss, area.site_id) == ("Tonbridge and Malling", "E07000115", "tonbridge-and-malling")


def test_the_wards_of_the_demonstration_begin_a_real_record(tmp_path: Path) -> None:
    assert init(tmp_path / "ours", "--wards-from", PACTS).exit_code == 0
    found = checked(tmp_path / "ours")
    directory = found.reading.directory
    shown = check_record(PACTS).reading.directory
    assert directory.area.name == "Medway"
    assert directory.area.demonstration is False
    assert directory.folders == ()
    assert len(directory.wards_file.wards) == 24
    for ward, other in zip(directory.wards_file.wards, shown.wards_file.wards, strict=True):
        kept = ("gss", "name", "place", "spellings", "parishes", "seats", "electors")
        assert [getattr(ward, field) for field in kept] == [getattr(other, field) for field in kept]
        assert (ward.checked_on, ward.checked_with, ward.councillors) == (None, (), ())
        assert (ward.police_team, ward.community_warden, ward.local_links) == (None, None, ())
    for table in ("postcodes.csv", "neighbours.csv", "wards.geojson"):
        assert (tmp_path / "ours" / table).read_bytes() == (PACTS / table).read_bytes()


def test_nothing_invented_is_taken_over(tmp_path: Path) -> None:
    init(tmp_path / "ours", "--wards-from", PACTS)
    for path in (tmp_path / "ours").iterdir():
        text = path.read_text()
        assert "example.org" not in text, path
        assert "01632 96" not in text, path
        assert "invented" not in text.replace("only where everything about the PACTs is invented", ""), path


def test_sources_keep_their_table_and_licence() -> None:
    text = sources_taken_over((PACTS / "SOURCES.md").read_text())
    assert "| `postcodes.csv` |" in text
    assert "Contains Royal Mail data" in text
    assert "Demonstration" not in text
    assert "coverage.geojson" not in text  # the invented row alone is left out


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_place_that_is_taken_is_refused(tmp_path: Path, what: str) -> None:
    place = tmp_path / "ours"
    if what == "folder":
        place.mkdir()
        (place / "keep.txt").write_text("mine")
    else:
        place.write_text("mine")
    done = init(place)
    assert done.exit_code == 1
    assert "is there already and is not empty" in done.output
    assert [path.read_text() for path in ([*place.iterdir()] if what == "folder" else [place])] == ["mine"]


def test_a_record_is_not_begun_inside_another(tmp_path: Path) -> None:
    assert init(tmp_path / "pacts").exit_code == 0
    done = init(tmp_path / "pacts" / "ours")
    assert (done.exit_code, "inside another record" in done.output) == (1, True)
    assert not (tmp_path / "pacts" / "ours").exists()


def test_what_to_type_next_can_be_typed(tmp_path: Path) -> None:
    assert f"pact check --dir '{tmp_path / 'our area'}'" in init(tmp_path / "our area").output


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert init(tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--district", "Medway", "is not a GSS code"),
        ("--name", "<b>Hill</b>", "<"),
        ("--wards-from", "nowhere", "exist"),
    ],
)
def test_wrong_options_are_answered_in_words(tmp_path: Path, option: str, value: str, says: str) -> None:
    done = init(tmp_path / "ours", option, value)
    assert done.exit_code == 2
    assert says in done.output
    assert not (tmp_path / "ours").exists()


def test_odd_names_are_written_so_that_they_read_back(tmp_path: Path) -> None:
    init(tmp_path / "ours", "--name", "Hill: the \"old\" & 'new', #1")
    assert checked(tmp_path / "ours").reading.directory.area.name == "Hill: the \"old\" & 'new', #1"
