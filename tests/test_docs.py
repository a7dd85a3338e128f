"""The documents for people say what is so: every example reads, every path and command they name exists."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from pact_directory.checking import check_record
from pact_directory.cli import main
from pact_directory.cli.new import new

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]
_EXAMPLE = re.compile(r"\*\*File:\*\* `pacts/([^`]+)`\n\n```[a-z]*\n(.*?)```", re.DOTALL)
EXAMPLES = {
    document: _EXAMPLE.findall(document.read_text(encoding="utf-8"))
    for document in DOCUMENTS
    if "**File:**" in document.read_text(encoding="utf-8")
}


@pytest.mark.parametrize("document", EXAMPLES, ids=lambda document: document.name)
def test_examples_have_no_errors(document: Path, tmp_path: Path) -> None:
    record = tmp_path / "pacts"
    shutil.copytree(ROOT / "pacts", record)
    assert EXAMPLES[document]
    for path, text in EXAMPLES[document]:
        file = record / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        day = date(2026, 11, 25) if "status: confirmed" in text else date(2027, 1, 10)
        found = check_record(record, day).report.errors
        wrong = [problem.explain("text") for problem in found if f"/{path}:" in problem.place]
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text):
        assert (document.parent / target).exists(), f"{document.name} links to {target}"


def _verbs() -> set[str]:
    return {f"pact {name}" for name in main.commands} | {f"pact new {name}" for name in new.commands}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_command_named_exists(document: Path) -> None:
    named = set(re.findall(r"`(?:\.venv/bin/)?(pact (?:new )?[a-z]+)", document.read_text(encoding="utf-8")))
    assert named - {"pact new"} <= _verbs()


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in sorted(_verbs()) if verb.split()[1] not in text] == []


def test_the_map_of_the_house_is_true() -> None:
    drawn = set(re.findall(r"^  ([a-z_]+(?:/|\.py))  ", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE))
    house = ROOT / "plugins" / "pact_directory"
    rooms = {f"{path.name}/" if path.is_dir() else path.name for path in house.iterdir()} - {
        "__pycache__/",
        "__init__.py",
    }
    assert drawn == rooms
