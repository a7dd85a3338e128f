"""`scripts/test --record`: the results of a full run, kept in `docs/accessibility.json` for the statement."""

import json
import os
import re
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .tools import npm_package
from .visiting import SCREENS


def accessibility_record(runs: list[dict[str, Any]], tested_on: date) -> dict[str, Any]:
    """When, with which tools, on which pages and in which states the site was tested, and what was found."""
    assert runs, "No page was tested, so there is nothing to record."
    states = sorted({run["state"] for run in runs})
    assert states == sorted(map(str, SCREENS)), f"Only some of the states were tested: {states}"
    html_validate = json.loads((npm_package("html-validate") / "package.json").read_text(encoding="utf-8"))
    return {
        "tested_on": tested_on.isoformat(),
        "standard": "WCAG 2.2 AA",
        "tools": {
            "axe-core": runs[0]["axe-core"],
            "Chromium": runs[0]["Chromium"],
            "html-validate": html_validate["version"],
            "Playwright": version("playwright"),
        },
        "states": states,
        "pages": [
            {"kind": kind, "address": address}
            for kind, address in sorted({(run["kind"], run["address"]) for run in runs})
        ],
        "checks": len(runs),
        "violations": sum(run["violations"] for run in runs),
    }


def keep_run(run: dict[str, Any]) -> None:
    """Keeps what axe found on one page in one state, where `scripts/test --record` names a folder for it."""
    if folder := os.environ.get("PACT_ACCESSIBILITY_RUNS"):
        name = re.sub(r"[^a-z0-9]+", "-", f"{run['address']}-{run['state']}") + ".json"
        (Path(folder) / name).write_text(json.dumps(run), encoding="utf-8")


def main(runs_folder: str, record: str) -> None:
    """Gathers the kept results into the record."""
    runs = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(Path(runs_folder).glob("*.json"))]
    text = json.dumps(accessibility_record(runs, date.today()), indent=2, ensure_ascii=False)
    Path(record).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
