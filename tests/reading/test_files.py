"""What is taken from the disk, and what is left alone."""

import os
from pathlib import Path

import pytest

from pact_directory.problems import Report
from pact_directory.reading import read_directory, read_files
from pact_directory.reading.files import SIZE_LIMIT
from tests.hostile.record import attacked


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return write(tmp_path / "pacts", attacked({}))


def said(record: Path) -> list[tuple[str, str, str]]:
    """Every problem: its path within the record, its code and its message."""
    reading = read_directory(read_files(record))
    shown = f"{record.as_posix()}/"
    return [(one.path.removeprefix(shown), one.code, one.message) for one in Report.of(reading.problems).problems]


def test_a_whole_record_reads(record: Path) -> None:
    assert said(record) == []
    files = read_files(record)
    assert list(files.kinds) == sorted(files.kinds)
    assert len(files.contents) == len(attacked({}))


def test_links_are_never_followed(record: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("name: Secret words")
    (record / "luton" / "feedback.yml").unlink()
    (record / "luton" / "feedback.yml").symlink_to(secret)
    (record / "topics.yml").unlink()
    (record / "topics.yml").symlink_to("nowhere.yml")
    (record / "linked").symlink_to(tmp_path)
    (record / "luton" / "documents").symlink_to(tmp_path)
    found = said(record)
    assert [(path, code) for path, code, _ in found] == [
        ("linked", "stray-file"),
        ("luton/documents", "stray-file"),
        ("luton/feedback.yml", "stray-file"),
        ("topics.yml", "stray-file"),
    ]
    assert all("is a link to another place" in message for *_, message in found)
    assert "Secret words" not in str(read_files(record))


def test_pipes_are_not_waited_for(record: Path) -> None:
    (record / "exemptions.yml").unlink()
    os.mkfifo(record / "exemptions.yml")
    assert said(record) == [("exemptions.yml", "stray-file", '"exemptions.yml" is no ordinary file.')]


def test_folders_far_too_deep_are_one_problem(record: Path) -> None:
    deep = record / "luton" / "meetings" / "/".join(["a"] * 500)
    deep.mkdir(parents=True)
    (deep / "2026-03-12.md").write_text("x")
    assert said(record) == [
        ("luton/meetings/a", "stray-file", '"luton/meetings/a" is a folder too deep inside the record.')
    ]


def test_names_no_screen_can_show_are_spelt_safely(record: Path) -> None:
    (record / os.fsdecode(b"caf\xe9.yml")).write_text("a: 1")
    (record / "two\nlines.yml").write_text("a: 1")
    (record / "\x1b[2J.yml").write_text("a: 1")
    reading = read_directory(read_files(record))
    for form in ("text", "github", "markdown", "json"):
        report = Report.of(reading.problems).explain(form)
        assert report.encode("utf-8")
        assert "\x1b" not in report
    assert len(Report.of(reading.problems).explain("github").splitlines()) == 3


@pytest.mark.parametrize(("size", "is_read"), [(SIZE_LIMIT, True), (SIZE_LIMIT + 1, False)])
def test_big_files_are_not_opened(record: Path, size: int, is_read: bool) -> None:
    path = record / "luton" / "feedback.yml"
    path.write_bytes(path.read_bytes().ljust(size))
    assert [code for _, code, _ in said(record)] == ([] if is_read else ["too-large"])


def test_a_folder_that_is_not_there_reads_as_an_empty_record(tmp_path: Path) -> None:
    assert said(tmp_path / "nowhere") == [
        ("agencies.yml", "missing-file", "This file is missing."),
        ("area.yml", "missing-file", "This file is missing."),
        ("wards.yml", "missing-file", "This file is missing."),
    ]


@pytest.mark.parametrize("path", ["area.yml", "wards.yml", "agencies.yml", "luton/pact.yml"])
def test_needed_files_are_missed(record: Path, path: str) -> None:
    (record / path).unlink()
    assert (path, "missing-file", "This file is missing.") in said(record)


def test_a_file_that_is_refused_is_not_called_missing_too(record: Path) -> None:
    (record / "luton" / "pact.yml").unlink()
    (record / "luton" / "pact.yml").symlink_to("actions.yml")
    assert [code for path, code, _ in said(record) if path == "luton/pact.yml"] == ["stray-file"]


def test_notes_and_documents_are_listed_unread(record: Path) -> None:
    write(record, {"SOURCES.md": b"\xff\0", "luton/documents/a.pdf": b"%PDF"})
    files = read_files(record)
    assert {"SOURCES.md", "luton/documents/a.pdf"} <= set(files.kinds) - set(files.contents)
    directory = read_directory(files).directory
    assert directory is not None
    assert directory.folder_by_id["luton"].documents == {"a.pdf"}
