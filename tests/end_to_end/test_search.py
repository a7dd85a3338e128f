"""The search index as part of a build: told, in every builder, and never at the cost of the old site."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .project import copy_project, fingerprint, pact, run

TOLD = re.compile(r"Search: ([\d,]+) pages, [\d.]+ MB, [\d.]+ s")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site, once for this file; tests leave it as they found it."""
    return copy_project(tmp_path_factory.mktemp("searched"))


@pytest.fixture(scope="module")
def built(project: Path) -> subprocess.CompletedProcess[str]:
    done = pact(project, "build")
    assert done.returncode == 0, done.stderr
    return done


def searched(project: Path) -> list[str]:
    """The addresses that the index holds."""
    files = sorted((project / "site" / "pagefind" / "fragment").iterdir())
    read = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    return [page["url"] for page in read]


def test_a_build_tells_the_size_and_the_time(project: Path, built: subprocess.CompletedProcess[str]) -> None:
    told = TOLD.search(built.stderr)
    assert told, built.stderr
    assert int(told[1].replace(",", "")) == len(searched(project))


@pytest.mark.usefixtures("built")
def test_pages_are_searched_and_lists_and_redirects_are_not(project: Path) -> None:
    addresses = set(searched(project))
    assert {
        "/pacts/luton/",
        "/pacts/luton/actions/",
        "/pacts/luton/meetings/2026-03-12/",
        "/privacy/",
    } <= addresses
    assert not addresses & {
        "/",
        "/404.html",
        "/search/",
        "/todo/",
        "/wards/",
        "/pacts/",
        "/meetings/",
        "/actions/",
    }
    pages = [project / "site" / address.lstrip("/") / "index.html" for address in addresses]
    assert not [page for page in pages if b'http-equiv="refresh"' in page.read_bytes()]


@pytest.mark.usefixtures("built")
def test_only_what_a_browser_asks_for_is_published(project: Path) -> None:
    index = project / "site" / "pagefind"
    kinds = {path.suffix for path in index.rglob("*") if path.is_file()}
    assert kinds == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
    assert len(list(index.glob("*.js"))) == 2
    assert len(list(index.glob("wasm.*"))) == 1


@pytest.mark.usefixtures("built")
def test_an_indexer_that_fails_leaves_the_old_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(project / "site")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    script = "from pact_directory.cli import main; main(['build'])"
    failed = subprocess.run(
        [sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=False
    )
    assert failed.returncode == 1
    assert "The search index could not be made. Pagefind ended with code 1" in failed.stderr
    assert "The build failed; site is as it was." in failed.stderr
    assert "Traceback" not in failed.stderr
    assert fingerprint(project / "site") == before


@pytest.mark.usefixtures("built")
def test_mkdocs_itself_makes_the_index_and_says_so(project: Path, tmp_path: Path) -> None:
    done = run(project, sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "other"))
    assert done.returncode == 0, done.stderr
    assert TOLD.search(done.stderr), done.stderr
    assert fingerprint(tmp_path / "other" / "pagefind") == fingerprint(project / "site" / "pagefind")


def test_a_folder_of_content_cannot_stand_where_the_index_stands(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "content" / "pagefind").mkdir()
    (project / "content" / "pagefind" / "own.css").write_text("p {}\n", encoding="utf-8")
    failed = pact(project, "build")
    assert failed.returncode == 1
    assert "content/pagefind/own.css stands at an address the directory makes itself" in failed.stderr
