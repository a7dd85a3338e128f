"""How long each stage takes, and how much memory, on records of N pages: figures to compare in one run.

Every stage runs in a process of its own, so that memory is that stage's with all it needs before it. Times are
the stage's alone: processor seconds, those of programs it starts included, and seconds by the clock. The machine is
shared, so compare the ratios and not the seconds. `maps` and `finder` are parts of `pages`, measured once more.
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
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from pact_directory.addresses import file_path
from pact_directory.checking import check_record
from pact_directory.model.grid import to_wgs84
from pact_directory.pipeline import make_site
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.finder import UNIT_LETTERS
from pact_directory.publish.maps import draw
from pact_directory.publish.maps.frame import zoom_files
from pact_directory.publish.policy import CONTENT_POLICY
from pact_directory.publish.search import index_site
from pact_directory.publish.site import finder_files
from pact_directory.reading import read_directory, read_files
from pact_directory.views.index import Index
from pact_directory.views.maps import area_map, pact_map, ward_map

ROOT = Path(__file__).parents[1]
SIZES = (100, 1_000, 5_000)
STAGES = ("read", "check", "pages", "maps", "zoom", "finder", "search")
MEETINGS_A_PACT = 20
"""Each with its newsletter: two pages."""
POSTCODES_A_WARD = 250
WARD = 1_000
"""Metres from border to border, about."""
WEST, SOUTH, IN_A_ROW = 550_000, 140_000, 20


def write_record(folder: Path, pages: int) -> int:
    """Write a record that makes about so many pages; the number of its meetings.

    Each PACT is the shipped Luton PACT under another name, with its real minutes taken in turn, so that a page
    weighs what a page weighs; each has a ward of its own, with a shape and postcodes.
    """
    shipped = ROOT / "pacts"
    folder.mkdir(parents=True)
    for name in ("area.yml", "agencies.yml", "venues.yml", "topics.yml", "neighbours.csv"):
        shutil.copy(shipped / name, folder / name)
    texts = [path.read_text() for path in sorted((shipped / "luton" / "meetings").glob("*.md"))]
    minutes = [text for text in texts if "\nminutes: published\n" in text]
    wards = range(max(pages // (2 * MEETINGS_A_PACT + 3), 1))
    _write_places(folder, wards)
    return sum(_write_pact(folder / f"panel-{number}", number, minutes) for number in wards)


def _write_places(folder: Path, wards: range) -> None:
    """The wards as a grid with crooked borders, and postcodes in rows and columns inside them."""
    known = (
        f"  - {{gss: {_gss(number)}, name: {_spell(number)}, seats: 2, checked_on: 2026-09-01,"
        " checked_with: [police], electors: {count: 6000, on: 2023-05-04}}"
        for number in wards
    )
    (folder / "wards.yml").write_text("\n".join(["wards:", *known, ""]))
    features = [
        {"type": "Feature", "properties": {"gss": _gss(number)}, "geometry": _crooked_square(*_corner(number))}
        for number in wards
    ]
    (folder / "wards.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "indicative": True, "features": features})
    )
    rows = [
        f"{sector}{unit},{_gss(number)},{west + 100 + 50 * (at % 16)},{south + 100 + 50 * (at // 16)}"
        for number in wards
        for west, south in [_corner(number)]
        for sector in [f"ZE{number // 10 + 1} {number % 10}"]
        for at, unit in enumerate(_units())
    ]
    (folder / "postcodes.csv").write_text("\n".join(["postcode,gss,easting,northing", *rows, ""]))


def _units() -> list[str]:
    return ["".join(pair) for pair in product(UNIT_LETTERS, UNIT_LETTERS)][:POSTCODES_A_WARD]


def _gss(number: int) -> str:
    return f"E05{number:06}"


def _corner(number: int) -> tuple[int, int]:
    return WEST + WARD * (number % IN_A_ROW), SOUTH + WARD * (number // IN_A_ROW)


def _crooked_square(west: int, south: int) -> dict[str, Any]:
    """A ward of 80 points; its borders bend as those of its neighbours do."""
    steps = np.arange(0, WARD, WARD // 20)
    along = np.concatenate([west + steps, np.full(20, west + WARD), west + WARD - steps, np.full(20, west)])
    up = np.concatenate([np.full(20, south), south + steps, np.full(20, south + WARD), south + WARD - steps])
    bent = to_wgs84(along + 60 * np.sin(up / 70), up + 60 * np.sin(along / 90))
    ring = [list(point) for point in zip(*(side.round(6).tolist() for side in bent), strict=True)]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _write_pact(folder: Path, number: int, minutes: list[str]) -> int:
    for kind in ("meetings", "newsletters"):
        (folder / kind).mkdir(parents=True)
    (folder / "pact.yml").write_text(
        f"name: Panel {_spell(number)}\nstatus: active\nformed_on: 2009-01-01\nwards: [{_gss(number)}]\n"
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
        (folder / "newsletters" / f"{day}.md").write_text(
            f"---\npublished_on: {day + timedelta(days=20)}\n---\nThank you to everybody who came.\n"
        )
        day -= timedelta(days=91)
    return MEETINGS_A_PACT


def _spell(number: int) -> str:
    return "".join("ABCDEFGHIJ"[int(digit)] for digit in f"{number:04}").lower().capitalize()


def measure(stage: str, record: Path) -> dict[str, float]:
    """Run one stage in this process; its seconds of processor and clock, and the peak memory in MiB."""
    run = _prepared(stage, record)
    before, start = _processor_seconds(), time.perf_counter()
    run()
    wall, seconds = time.perf_counter() - start, _processor_seconds() - before
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "wall": wall, "mebibytes": peak / 1024}


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _prepared(stage: str, record: Path) -> Callable[[], object]:
    """A stage, with everything before it done."""
    if stage == "read":
        return lambda: read_directory(read_files(record))
    if stage == "check":
        return lambda: check_record(record)
    made = make_site(check_record(record), Appearance(name="PACT directory", policy=CONTENT_POLICY), ROOT)
    if stage == "search":
        site = record.parent / "site"
        for artefact in made.artefacts():
            path = site / file_path(artefact.address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artefact.content.encode() if isinstance(artefact.content, str) else artefact.content)
        return lambda: index_site(site)
    index, press = made.index, made.press
    stages: dict[str, Callable[[], object]] = {
        "pages": lambda: sum(1 for _ in made.artefacts()),
        "maps": lambda: _draw_all(index),
        "zoom": lambda: list(zoom_files(press, index)),
        "finder": lambda: list(finder_files(press, index)),
    }
    return stages[stage]


def _draw_all(index: Index) -> None:
    """Every map of every page."""
    every = [area_map(index), *(ward_map(index, ward) for ward in index.wards)]
    for shown in (*every, *(pact_map(index, pact) for pact in index.pacts)):
        if shown is not None:
            draw(shown)


def _in_own_process(stage: str, record: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench", "--stage", stage, "--record", str(record)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(ended.stdout)
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
            for stage in STAGES:
                found = _in_own_process(stage, record)
                print(
                    f"{pages:>6} pages ({meetings} meetings)  {stage:<6} {found['seconds']:6.2f} CPU s  {found['wall']:6.2f} s"
                    f"  {found['seconds'] / pages * 1000:6.2f} ms a page  {found['mebibytes']:5.0f} MiB"
                )


if __name__ == "__main__":
    main()
