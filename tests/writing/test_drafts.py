"""A folder of drafts: made anew, and never at the cost of anybody's work."""

from pathlib import Path

import pytest

from pact_directory.writing.drafts import LIST, write_drafts
from pact_directory.writing.refusal import NotWrittenError


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {LIST}


def test_drafts_are_replaced_and_old_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "notices"
    write_drafts(folder, {"one.eml": "1", "two.eml": "2"})
    write_drafts(folder, {"two.eml": "two", "three.eml": "3"})
    assert names(folder) == {"two.eml", "three.eml"}
    assert (folder / "two.eml").read_text() == "two"
    write_drafts(folder, {})
    assert names(folder) == set()


def test_nothing_to_write_makes_no_folder(tmp_path: Path) -> None:
    assert write_drafts(tmp_path / "notices", {}) == ()
    assert not (tmp_path / "notices").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.doc").write_text("mine")
    with pytest.raises(NotWrittenError, match=r"holds something else \(letter\.doc\)"):
        write_drafts(tmp_path, {"one.eml": "1"})
    assert {path.name for path in tmp_path.iterdir()} == {"letter.doc"}


def test_somebody_s_own_file_among_the_drafts_stays(tmp_path: Path) -> None:
    folder = tmp_path / "notices"
    write_drafts(folder, {"one.eml": "1"})
    (folder / "two.eml").write_text("mine")
    write_drafts(folder, {"one.eml": "one"})
    for text in ("new", "newer"):
        assert write_drafts(folder, {"one.eml": text, "two.eml": "2"}) == ("two.eml",)
        assert (folder / "two.eml").read_text() == "mine"
        assert (folder / "one.eml").read_text() == text


@pytest.mark.parametrize("wanted", [{"one.eml": "new"}, {}])
def test_a_draft_somebody_has_changed_is_never_lost(tmp_path: Path, wanted: dict[str, str]) -> None:
    folder = tmp_path / "notices"
    write_drafts(folder, {"one.eml": "1", "two.eml": "2"})
    (folder / "one.eml").write_text("with my own words")
    for number in ("two", "three"):
        assert write_drafts(folder, {**wanted, "two.eml": number}) == ("one.eml",)
        assert (folder / "one.eml").read_text() == "with my own words"
        assert (folder / "two.eml").read_text() == number


def test_a_changed_draft_that_is_deleted_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "notices"
    write_drafts(folder, {"one.eml": "1"})
    (folder / "one.eml").write_text("with my own words")
    write_drafts(folder, {"one.eml": "2"})
    (folder / "one.eml").unlink()
    assert write_drafts(folder, {"one.eml": "2"}) == ()
    assert (folder / "one.eml").read_text() == "2"


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.eml"
    outside.write_text("1")
    folder = tmp_path / "notices"
    write_drafts(folder, {"one.eml": "1"})
    (folder / "one.eml").unlink()
    (folder / "one.eml").symlink_to(outside)
    assert write_drafts(folder, {"one.eml": "2"}) == ("one.eml",)
    assert (folder / "one.eml").is_symlink()
    (tmp_path / "linked").symlink_to(folder, target_is_directory=True)
    with pytest.raises(NotWrittenError, match="not a folder"):
        write_drafts(tmp_path / "linked", {"one.eml": "2"})
    assert outside.read_text() == "1"


def test_a_list_that_names_files_elsewhere_takes_none_away(tmp_path: Path) -> None:
    other = tmp_path / "other.eml"
    other.write_text("mine")
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / LIST).write_text("00  ../other.eml\n")
    write_drafts(folder, {"one.eml": "1"})
    assert other.read_text() == "mine"
