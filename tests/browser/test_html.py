"""Valid HTML, and on every page of the site one heading, one title of its own and a language."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from .built import BuiltSite
from .kinds import KINDS, samples_of
from .tools import find_node, npm_package

CONFIGURATION = Path(__file__).parent / ".htmlvalidate.mjs"


@pytest.fixture(scope="session")
def html_faults(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """What html-validate says of the samples of every kind, by file: one start of Node for all."""
    files = [str(page.file) for kind in KINDS for page in samples_of(site, kind)]
    node, _ = find_node()
    program = npm_package("html-validate") / "bin" / "html-validate.mjs"
    answer = tmp_path_factory.mktemp("html-validate") / "answer.json"  # its standard output stops at 64 KB
    command = [node, str(program), "--config", str(CONFIGURATION), "--formatter", f"json={answer}", *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return {
        Path(result["filePath"]): [
            f"{message['line']}:{message['column']} {message['ruleId']}: {message['message']}"
            for message in result["messages"]
        ]
        for result in json.loads(answer.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("kind", KINDS)
def test_html_is_valid(site: BuiltSite, html_faults: dict[Path, list[str]], kind: str) -> None:
    pages = samples_of(site, kind)
    faults = [f"{page.address} line {fault}" for page in pages for fault in html_faults.get(page.file, [])]
    assert not faults, "\n".join(faults[:20])


def test_every_page_has_a_language_an_icon_and_one_heading(site: BuiltSite) -> None:
    faults = []
    for page in site.pages.values():
        headings = page.text_of("//h1")
        if len(headings) != 1 or not headings[0]:
            faults.append(f"{page.address} has these first headings: {headings}")
        if not page.document.get("lang", "").startswith(("en", "cy")):
            faults.append(f"{page.address} says nothing of its language")
        if not page.is_redirect and not page.document.xpath("//link[contains(@rel, 'icon')]/@href"):
            faults.append(f"{page.address} names no icon, so browsers ask the host in vain for /favicon.ico")
    assert not faults, "\n".join(faults[:20])


def test_every_page_has_a_title_of_its_own(site: BuiltSite) -> None:
    counts = Counter(page.title for page in site.pages.values() if not page.is_redirect)
    repeated = [title for title, count in counts.items() if count > 1 or not title]
    assert not repeated, f"Titles that more than one page has: {repeated[:20]}"
