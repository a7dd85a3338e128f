"""Printing processes: shared work, deaths survived, and a machine that cannot print."""

import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pact_directory.publish.paper import process
from pact_directory.publish.paper.crew import STOPPED, PrintedSheets, print_sheets
from pact_directory.publish.paper.printing import Printer
from pact_directory.publish.paper.process import BROKEN
from pact_directory.publish.paper.sheets import Sheet
from tests.publish.paper.samples import a_sheet


@pytest.fixture
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "COMMAND", (sys.executable, str(Path(__file__).with_name("fake_printer.py"))))


def _sheets(*words: str) -> list[Sheet]:
    return [Sheet(one) for one in words]


def _ends(came: PrintedSheets) -> list[str]:
    """What each PDF says, or why there is none."""
    return [
        "not begun" if one is None else one.pdf.partition(b" ")[2].partition(b" ")[2].decode() or one.said[0]
        for one in came.printed
    ]


def test_no_sheets_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "COMMAND", ("/does/not/exist",))
    assert print_sheets([]) == PrintedSheets((), "")


def test_what_a_process_prints_is_what_is_printed_here() -> None:
    sheets = [a_sheet(f"<h1>Paper {number}</h1>") for number in range(3)]
    there = print_sheets(sheets, processes=2)
    printer = Printer()
    assert [one and one.pdf for one in there.printed] == [printer.print_sheet(sheet).pdf for sheet in sheets]
    assert not there.why_stopped


@pytest.mark.usefixtures("_fake")
@pytest.mark.parametrize("processes", [1, 3])
def test_the_order_is_kept_however_many_work(processes: int) -> None:
    words = [f"paper {number}" for number in range(20)]
    came = print_sheets(_sheets(*words), processes)
    assert _ends(came) == words
    pids = {one.pdf.split()[1] for one in came.printed if one}
    assert 1 <= len(pids) <= processes


@pytest.mark.usefixtures("_fake")
def test_a_process_that_dies_is_replaced_and_its_sheet_printed(tmp_path: Path) -> None:
    once = f"die once {tmp_path / 'died'}"
    came = print_sheets(_sheets("one", once, "two"), processes=1)
    assert _ends(came) == ["one", once, "two"]
    assert not came.why_stopped


@pytest.mark.usefixtures("_fake")
def test_a_sheet_that_ends_every_process_is_left_out_and_the_others_printed() -> None:
    came = print_sheets(_sheets("one", "die", "two", "three"), processes=2)
    assert _ends(came) == ["one", STOPPED, "two", "three"]
    assert not came.why_stopped


@pytest.mark.usefixtures("_fake")
def test_a_printer_that_always_dies_is_given_up() -> None:
    came = print_sheets(_sheets(*["die"] * 10), processes=1)
    assert _ends(came) == [STOPPED] * 3 + ["not begun"] * 7
    assert came.why_stopped == BROKEN


@pytest.mark.usefixtures("_fake")
def test_a_sheet_that_takes_for_ever_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "PATIENCE", 1.5)
    came = print_sheets(_sheets("one", "hang", "two"), processes=1)
    assert _ends(came) == ["one", STOPPED, "two"]


@pytest.mark.usefixtures("_fake")
def test_a_sheet_that_cannot_be_laid_out_costs_no_other() -> None:
    came = print_sheets(_sheets("one", "raise an odd thing", "two"), processes=1)
    assert _ends(came) == ["one", "ValueError: an odd thing", "two"]


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("raise SystemExit(3)", BROKEN),
        ("print('noise'); import time; time.sleep(30)", BROKEN),
    ],
)
def test_a_machine_where_no_process_begins_prints_nothing(
    program: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", program))
    monkeypatch.setattr(process, "PATIENCE", 1.0)
    came = print_sheets(_sheets("one", "two"), processes=2)
    assert came == PrintedSheets((None, None), why)


def test_a_program_that_is_not_there_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "COMMAND", ("/does/not/exist",))
    came = print_sheets(_sheets("one"))
    assert came.printed == (None,)
    assert "/does/not/exist" in came.why_stopped


@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (
            "print('-----'); raise OSError('cannot load library libpango-1.0-0')",
            "cannot load library libpango-1.0-0",
        ),
        ("raise ModuleNotFoundError('No module named weasyprint')", "ModuleNotFoundError"),
        ("raise AttributeError('function/symbol pango_x not found in library')", "not found in library"),
    ],
)
def test_a_machine_without_pango_says_so(
    failure: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text(failure)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    came = print_sheets([a_sheet()])
    assert came.printed == (None,)
    assert why in came.why_stopped


def test_printing_leaves_no_files_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    [printed] = print_sheets([a_sheet()]).printed
    assert printed is not None
    assert printed.pdf
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_ends_printing_long_before_the_pile_does() -> None:
    fake = Path(__file__).with_name("fake_printer.py")
    program = f"""
from pact_directory.publish.paper import process
from pact_directory.publish.paper.crew import print_sheets
from pact_directory.publish.paper.sheets import Sheet
process.COMMAND = ({sys.executable!r}, {str(fake)!r})
print("begun", flush=True)
print_sheets([Sheet("wait 0.5")] * 100, processes=1)
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as printing:
        assert printing.stdout is not None
        assert printing.stdout.readline() == b"begun\n"
        time.sleep(2)
        printing.send_signal(signal.SIGINT)
        try:
            assert printing.wait(20) != 0
        finally:
            printing.kill()


def test_odd_settings_of_fonts_stop_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig><nonsense")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    [printed] = print_sheets([a_sheet()]).printed
    assert printed is not None
    assert printed.pdf
