"""`pact check` as a coordinator, a forge and a program read it."""

import json
import sys
from pathlib import Path

import pytest

from .project import ROOT, copy_project, pact, run

_TEN_FAULTS = """\
priorities:
  - {id: speeding, title: Speeding on the main road, topic: speedin, votes: many, history: [{status: key, on: 2026-03-12}]}
  - {id: speeding, title: "Bikes <b>everywhere</b>", history: [{status: ky, on: 2026-13-01}]}
actions:
  - {id: "1", priority: speeding, action: Put up a sign, raised_at: 2026-03-12}
  - {id: "2", priority: speeding, action: Count the cars, lead_agency: council-highway, raised_at: 2026-03-12}
  - {id: "3", priority: parking, action: Paint lines, lead_agency: police, raised_at: 2020-01-01, due: 2026-06-30}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path, ("pacts",))


def test_the_shipped_record_has_no_errors() -> None:
    checked = pact(ROOT, "check")
    assert checked.returncode == 0, checked.stdout


def test_the_warnings_of_the_shipped_record_are_the_ones_we_know(golden: Path) -> None:
    assert pact(ROOT, "check").stdout == (golden / "shipped_warnings.txt").read_text(encoding="utf-8")


def test_ten_faults_in_one_file_are_ten_messages_each_with_its_place_and_a_way_out(project: Path) -> None:
    (project / "pacts" / "luton" / "actions.yml").write_text(_TEN_FAULTS)
    checked = pact(project, "check", "--format", "json")
    assert checked.returncode == 1
    problems = [
        problem
        for problem in json.loads(checked.stdout)["problems"]
        if problem["path"] == "pacts/luton/actions.yml" and problem["severity"] == "error"
    ]
    assert len(problems) >= 10, checked.stdout
    for problem in problems:
        assert problem["line"] > 1 and problem["column"] > 1
        assert problem["field"]
        assert problem["message"] and problem["hint"]


def test_each_text_problem_begins_with_its_place(project: Path) -> None:
    (project / "pacts" / "luton" / "actions.yml").write_text(_TEN_FAULTS)
    checked = pact(project, "check")
    firsts = [block.split("\n")[0] for block in checked.stdout.strip().split("\n\n")]
    for first in firsts[:-1]:
        path, line, column_and_rest = first.split(":", 2)
        assert path.startswith("pacts/")
        assert int(line) >= 1
        assert int(column_and_rest.split()[0]) >= 1
    assert "Traceback" not in checked.stdout + checked.stderr


def test_the_forge_gets_annotations(project: Path) -> None:
    (project / "pacts" / "luton" / "actions.yml").write_text(_TEN_FAULTS)
    lines = pact(project, "check", "--format", "github").stdout.strip().split("\n")
    assert lines
    assert all(line.startswith(("::error file=pacts/", "::warning file=pacts/")) for line in lines)


def test_wrong_usage_ends_with_two(project: Path) -> None:
    assert pact(project, "check", "--dir", "nowhere").returncode == 2
    wrong_day = pact(project, "check", "--as-of", "12/03/2026")
    assert wrong_day.returncode == 2
    assert "2026-03-12" in wrong_day.stderr


def test_the_day_can_be_given(project: Path) -> None:
    earlier = pact(project, "check", "--as-of", "2026-01-01", "--format", "json")
    assert json.loads(earlier.stdout)["as_of"] == "2026-01-01"
    assert earlier.returncode == 1, "meetings held later are facts after the day"


def test_an_empty_folder_is_told_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "pacts").mkdir()
    checked = pact(tmp_path, "check")
    assert checked.returncode == 1
    assert "pacts/area.yml:1:1  error  missing-file" in checked.stdout


def test_checking_loads_none_of_the_heavy_libraries() -> None:
    script = (
        "import sys; from pact_directory.cli import main\n"
        "try: main(['check'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'mkdocs', 'folium', 'jinja2', 'openpyxl', 'pandas', 'material'} & set(sys.modules)))"
    )
    assert run(ROOT, sys.executable, "-c", script).stdout.rstrip().endswith("[]")
