"""PDFs of a whole build: made once and kept, the same by every door, and done without where a machine cannot."""

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from .project import copy_project, fingerprint, pact, run, set_plugin_option

_NO_PANGO = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"
_KEPT_NEWSLETTERS = 3


@dataclass(frozen=True)
class Built:
    """A project, and what its first build said."""

    folder: Path
    said: str

    @property
    def site(self) -> Path:
        return self.folder / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One PACT of the shipped record, with its last newsletters and its meetings to come."""
    folder = copy_project(tmp_path_factory.mktemp("papers"), pdf=True)
    for other in (folder / "pacts").iterdir():
        if other.is_dir() and other.name != "luton":
            shutil.rmtree(other)
    (folder / "pacts" / "exemptions.yml").unlink()
    for newsletter in sorted((folder / "pacts" / "luton" / "newsletters").iterdir())[:-_KEPT_NEWSLETTERS]:
        newsletter.unlink()
    made = pact(folder, "build")
    assert made.returncode == 0, made.stderr
    return Built(folder, made.stdout + made.stderr)


def _line(said: str) -> tuple[int, int]:
    """How many PDFs a build made, and how many it kept."""
    found = re.search(
        r"^(?:INFO +- +)?PDFs: (\d+) made, (\d+) kept from before, \d+\.\d MB, \d+\.\d s$", said, re.M
    )
    assert found, said
    return int(found[1]), int(found[2])


def _pdfs(site: Path) -> list[Path]:
    """The PDFs that were printed; what people add to the record lies in folders called documents."""
    return sorted(path for path in site.rglob("*.pdf") if path.parent.name != "documents")


def _links(site: Path) -> set[Path]:
    """Every PDF that a page links to."""
    return {
        (page.parent / href).resolve()
        for page in site.rglob("*.html")
        for href in re.findall(r'href="([^"#:]+\.pdf)"', page.read_text(encoding="utf-8"))
        if "/documents/" not in f"/{href}"
    }


def _without_pango(folder: Path, *arguments: str) -> str:
    """Build where WeasyPrint finds no Pango; the build must succeed."""
    broken = folder / "no-pango"
    broken.mkdir(exist_ok=True)
    (broken / "weasyprint.py").write_text(_NO_PANGO)
    program = "from pact_directory.cli import main; main(prog_name='pact')"
    ended = run(folder, "env", f"PYTHONPATH={broken}", sys.executable, "-c", program, "build", *arguments)
    said = ended.stdout + ended.stderr
    assert ended.returncode == 0, said
    assert "Traceback" not in said
    return said


def test_a_first_build_makes_every_pdf_and_says_how_many(built: Built) -> None:
    made, kept = _line(built.said)
    assert (made, kept) == (len(_pdfs(built.site)), 0)
    assert made > _KEPT_NEWSLETTERS
    assert "left out" not in built.said


def test_every_pdf_is_offered_by_a_page_and_every_one_offered_is_there(built: Built) -> None:
    assert _links(built.site) == {pdf.resolve() for pdf in _pdfs(built.site)}


def test_a_second_build_needs_no_printer_at_all(built: Built) -> None:
    said = _without_pango(built.folder, "--site-dir", "again")
    assert _line(said) == (0, len(_pdfs(built.site)))
    assert "left out" not in said
    assert fingerprint(built.folder / "again") == fingerprint(built.site)


def test_a_changed_newsletter_is_made_again_and_no_other(built: Built, tmp_path: Path) -> None:
    project = tmp_path / "changed"
    shutil.copytree(built.folder, project)
    newsletter = max((project / "pacts" / "luton" / "newsletters").iterdir())
    newsletter.write_text(f"{newsletter.read_text().rstrip()}\n\nThank you all.\n")
    changed = pact(project, "build")
    assert changed.returncode == 0, changed.stderr
    assert _line(changed.stdout + changed.stderr) == (1, len(_pdfs(built.site)) - 1)


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_other_builders_make_the_same_pdfs(built: Built, builder: str, tmp_path: Path) -> None:
    project = tmp_path / "elsewhere"
    shutil.copytree(built.folder, project, ignore=shutil.ignore_patterns(".pact", "site"))
    ended = run(project, sys.executable, "-m", builder, "build", "--strict", "-f", "mkdocs.yml", "-d", "site")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert _line(ended.stdout + ended.stderr) == (len(_pdfs(built.site)), 0)
    made = {pdf.relative_to(project / "site"): pdf.read_bytes() for pdf in _pdfs(project / "site")}
    assert made == {pdf.relative_to(built.site): pdf.read_bytes() for pdf in _pdfs(built.site)}


def test_without_pango_the_site_is_built_offers_no_pdf_and_says_what_to_install(
    built: Built, tmp_path: Path
) -> None:
    project = tmp_path / "bare"
    shutil.copytree(built.folder, project, ignore=shutil.ignore_patterns(".pact", "site"))
    said = _without_pango(project)
    assert f"{len(_pdfs(built.site))} PDFs left out, and no page offers them: the library Pango" in said
    assert said.count("left out") == 1
    assert not _pdfs(project / "site")
    assert not _links(project / "site")


def test_whoever_wants_no_pdfs_gets_none(built: Built, tmp_path: Path) -> None:
    project = tmp_path / "none"
    shutil.copytree(built.folder, project, ignore=shutil.ignore_patterns("site"))
    set_plugin_option(project, "pdf: false")
    said = _without_pango(project)
    assert "PDFs: none, as mkdocs.yml says pdf: false. Pages offer none." in said
    assert not _pdfs(project / "site")
    assert not _links(project / "site")
