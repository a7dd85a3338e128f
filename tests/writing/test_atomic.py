"""Files appear whole or not at all, never over another, never outside the record."""

import errno
import os
from pathlib import Path

import pytest

from pact_directory.writing import atomic
from pact_directory.writing.atomic import read_exactly, write_new, write_over, write_whole
from pact_directory.writing.refusal import NotWrittenError


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    texts = {"luton/pact.yml": "name: Café PACT\r\n", "luton/meetings/2026-03-12.md": "---\n---\n"}
    written = write_new(tmp_path / "pacts", texts)
    assert written == (tmp_path / "pacts/luton/pact.yml", tmp_path / "pacts/luton/meetings/2026-03-12.md")
    assert contents(tmp_path / "pacts") == {path: text.encode() for path, text in texts.items()}


def test_new_files_have_the_permissions_any_new_file_gets(tmp_path: Path) -> None:
    (path,) = write_new(tmp_path, {"a.yml": ""})
    (tmp_path / "b.yml").touch()
    assert path.stat().st_mode == (tmp_path / "b.yml").stat().st_mode
    assert path.stat().st_nlink == 1


def test_nothing_is_written_over_a_file_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("old")
    with pytest.raises(NotWrittenError, match=r"^b\.yml is there already\."):
        write_new(tmp_path, {"a.yml": "new", "b.yml": "new"})
    assert contents(tmp_path) == {"b.yml": b"old"}


def test_a_file_made_meanwhile_is_left_alone_and_the_others_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def somebody_was_quicker(made: Path, place: Path, **options: bool) -> None:
        if place.name == "b.yml":
            place.write_text("theirs")
        link(made, place, **options)

    monkeypatch.setattr(os, "link", somebody_was_quicker)
    with pytest.raises(NotWrittenError, match=r"^b\.yml is there already\."):
        write_new(tmp_path, {"a.yml": "mine", "b.yml": "mine"})
    assert contents(tmp_path) == {"b.yml": b"theirs"}


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_file_system_without_links_serves_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(code, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    write_new(tmp_path, {"a.yml": "one"})
    assert contents(tmp_path) == {"a.yml": b"one"}


def test_any_other_failure_is_not_hidden_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "link", full)
    with pytest.raises(OSError, match="no space"):
        write_new(tmp_path, {"a.yml": "one"})
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    "path", ["../a.yml", "luton/../../a.yml", "/tmp/a.yml", "", ".", "luton\\..\\a.yml", "a\0b"]
)
def test_paths_that_leave_the_record_are_refused(tmp_path: Path, path: str) -> None:
    record = tmp_path / "pacts"
    record.mkdir()
    for attempt in (
        lambda: write_new(record, {"ok.yml": "", path: ""}),
        lambda: write_over(record, path, ""),
        lambda: read_exactly(record, path),
    ):
        with pytest.raises(NotWrittenError, match="is not a path inside the record"):
            attempt()
    assert contents(tmp_path) == {}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    record, outside = tmp_path / "pacts", tmp_path / "outside"
    (record / "hill").mkdir(parents=True)
    outside.mkdir()
    (outside / "pact.yml").write_text("old")
    (record / "luton").symlink_to(outside)
    (record / "hill/pact.yml").symlink_to(outside / "pact.yml")
    (record / "hill/actions.yml").symlink_to(outside / "missing.yml")
    for path in ("luton/pact.yml", "luton/new.yml", "hill/pact.yml", "hill/actions.yml"):
        with pytest.raises(NotWrittenError, match="is a link to another place"):
            write_new(record, {path: "new"})
        with pytest.raises(NotWrittenError, match="is a link to another place"):
            write_over(record, path, "new")
    assert contents(outside) == {"pact.yml": b"old"}


def test_a_file_where_a_folder_is_needed_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "luton").write_text("a file")
    with pytest.raises(NotWrittenError, match="luton is a file, where a folder is needed"):
        write_new(tmp_path, {"luton/pact.yml": ""})


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "actions.yml"
    path.write_text("old")
    path.chmod(0o640)
    text = "\ufeffnew\r\n"
    assert write_over(tmp_path, "actions.yml", text) == path
    assert path.read_bytes() == text.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert read_exactly(tmp_path, "actions.yml") == text
    assert contents(tmp_path).keys() == {"actions.yml"}


def test_only_what_is_there_is_replaced(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match=r"There is no file actions\.yml"):
        write_over(tmp_path, "actions.yml", "")
    assert contents(tmp_path) == {}


def test_a_failed_replacement_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yml").write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_over(tmp_path, "a.yml", "new")
    assert contents(tmp_path) == {"a.yml": b"old"}


def test_what_is_no_text_is_not_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"name: caf\xe9")
    with pytest.raises(NotWrittenError, match="is not UTF-8 text"):
        read_exactly(tmp_path, "a.yml")
    with pytest.raises(NotWrittenError, match=r"There is no file b\.yml"):
        read_exactly(tmp_path, "b.yml")


def test_of_several_files_all_take_their_place_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yml").write_text("old")
    synced: list[int] = []

    def full_at_the_second(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(atomic.os, "fsync", full_at_the_second)
    with pytest.raises(OSError, match="no space"):
        write_whole(tmp_path, {"a.yml": "new", "b.yml": "new"})
    assert contents(tmp_path) == {"a.yml": b"old"}


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("same")
    assert write_whole(tmp_path, {"a.yml": "same", "b.yml": "new"}) == (tmp_path / "b.yml",)
    assert contents(tmp_path) == {"a.yml": b"same", "b.yml": b"new"}


def test_a_folder_where_a_file_is_needed_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "b.yml").mkdir()
    with pytest.raises(NotWrittenError, match=r"b\.yml is a folder"):
        write_whole(tmp_path, {"a.yml": "new", "b.yml": "new"})
    assert contents(tmp_path) == {}
