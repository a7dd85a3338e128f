"""Ten faults of meaning in one file give ten messages, each with its line, its field and what to write instead."""

from pathlib import Path

from pact_directory.problems import Report
from pact_directory.reading import read_directory, read_files
from pact_directory.rules import check_directory
from tests.factories import AS_OF

FOLDER = Path(__file__).parent / "golden" / "ten_faults"


def check(folder: Path) -> Report:
    """Read and check a record, and call its folder "pacts"."""
    files = read_files(folder)
    reading = read_directory(type(files)("pacts", files.kinds, files.contents, files.refused))
    assert reading.directory is not None
    assert reading.problems == ()
    return Report.of(check_directory(reading.directory, AS_OF, reading.locator), AS_OF)


def test_ten_faults_give_ten_messages() -> None:
    report = check(FOLDER / "record")
    assert [problem.path for problem in report.problems] == ["pacts/luton/actions.yml"] * 10
    assert len({problem.line for problem in report.problems}) == 10
    assert report.explain("text") + "\n" == (FOLDER / "expected.txt").read_text(encoding="utf-8")
