"""How long each stage takes, and how much memory, on records of N pages: figures to compare in one run.

Every stage runs in a process of its own, so that memory is that stage's with all it needs before it. Times are
processor seconds of the stage alone; the machine is shared, so compare the ratios and not the seconds.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from pact_directory.pipeline import check_record, make_site
from pact_directory.publish.appearance import Appearance
from pact_directory.reading import read_directory, read_files

ROOT = Path(__file__).parents[1]
SIZES = (100, 1_000, 5_000)
MEETINGS_A_PACT = 40


def write_record(folder: Path, pages: int) -> int:
    """Write a record that makes about so many pages; the number of its meetings.

    The area is the shipped one; each PACT is the shipped Luton PACT under another name, with its real minutes
    taken in turn, so that a page weighs what a page weighs.
    """
    shipped = ROOT / "pacts"
    folder.mkdir(parents=True)
    for file in shipped.iterdir():
        if file.is_file() and file.name != "exemptions.yml":
            shutil.copy(file, folder / file.name)
    texts = [path.read_text() for path in sorted((shipped / "luton" / "meetings").glob("*.md"))]
    minutes = [text for text in texts if "\nminutes: published\n" in text]
    meetings = 0
    for number in range(max(pages // (MEETINGS_A_PACT + 2), 1)):
        meetings += _write_pact(folder / f"panel-{number}", number, minutes)
    return meetings


def _write_pact(folder: Path, number: int, minutes: list[str]) -> int:
    (folder / "meetings").mkdir(parents=True)
    (folder / "pact.yml").write_text(
        f"name: Panel {_spell(number)}\nstatus: active\nformed_on: 2009-01-01\nwards: [E05014459]\n"
        "status_history: [{status: active, on: 2009-01-01}]\n"
        "roles: [{role: chair, organisation: resident}, {role: secretary, organisation: council}]\n"
        'contact: {email: panel@example.org, phone: "01632 960999"}\n'
    )
    day = date(2026, 9, 1)
    for index in range(MEETINGS_A_PACT):
        text = minutes[index % len(minutes)].partition("\n---\n")[2]
        (folder / "meetings" / f"{day}.md").write_text(
            f"---\nkind: panel\nstatus: held\ndate: {day}\nstart: 19:30\nend: 21:00\nvenue: luton-hall\n"
            f"notice_on: {day - timedelta(days=20)}\nagenda: [Welcome, Key issues]\nagencies_present: [police, council]\n"
            "attendance: {residents: 14, councillors: 2}\ndecisions: [The panel keeps its three key issues]\n"
            f"minutes: published\nminutes_on: {day + timedelta(days=10)}\n---\n{text}"
        )
        day -= timedelta(days=91)
    return MEETINGS_A_PACT


def _spell(number: int) -> str:
    return "".join("ABCDEFGHIJ"[int(digit)] for digit in f"{number:04}").lower().capitalize()


def _stage(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def measure(stage: str, record: Path) -> dict[str, float]:
    """Run one stage in this process; its seconds of processor time and the peak memory in MiB."""
    if stage == "read":
        seconds = _stage(lambda: read_directory(read_files(record)))
    elif stage == "check":
        seconds = _stage(lambda: check_record(record))
    else:
        checked = check_record(record)
        made = make_site(checked, Appearance(name="PACT directory"), ROOT)
        seconds = _stage(lambda: sum(1 for _ in made.artefacts()))
    return {"seconds": seconds, "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _in_own_process(stage: str, record: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench", "--stage", stage, "--record", str(record)]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


def main() -> None:
    """Print a line a size and stage."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int)
    options.add_argument("--stage")
    options.add_argument("--record", type=Path)
    chosen = options.parse_args()
    if chosen.stage:
        print(json.dumps(measure(chosen.stage, chosen.record)))
        return
    for pages in [chosen.pages] if chosen.pages else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) / "pacts"
            meetings = write_record(record, pages)
            for stage in ("read", "check", "pages"):
                found = _in_own_process(stage, record)
                print(
                    f"{pages:>6} pages ({meetings} meetings)  {stage:<6} {found['seconds']:6.2f} CPU s"
                    f"  {found['seconds'] / pages * 1000:6.2f} ms a page  {found['mebibytes']:5.0f} MiB"
                )


if __name__ == "__main__":
    main()
