"""The search index: Pagefind reads the built pages and writes what `/search/` looks words up in."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from ..addresses import SEARCH_INDEX, file_path

FOLDER = file_path(SEARCH_INDEX).partition("/")[0]
"""The folder of the site that holds the index and nothing else."""
LEFT_OUT = "Search: left out, as Pagefind has no program for this kind of machine. The search page says so."
"""What whoever builds the site is told where there is no index."""

_PROGRAMS = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
# Parts that every page repeats, or that are drawn: a page is found by what it says itself.
_LEFT_OUT = (".checked", ".jump", ".next", ".pager", ".more", ".ends", ".repeats", "svg")
_PATIENCE = 900


class IndexingFailedError(Exception):
    """The search index could not be made; its text says so in words, with what the program said."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index that was made: how many pages it holds, its size, and the time it took."""

    pages: int
    size: int
    seconds: float

    def __str__(self) -> str:
        """As it is told to whoever builds the site."""
        return f"Search: {self.pages:,} pages, {self.size / 1e6:.1f} MB, {self.seconds:.1f} s"


def find_indexer() -> Path | None:
    """Pagefind's program, or None where it does not exist for this kind of machine."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - a machine may lack the package
    except ImportError:
        return None
    return get_executable()


def index_site(site: Path) -> SearchIndex | str:
    """Index a built site where the machine can, and return what to tell whoever builds it."""
    indexer = find_indexer()
    return write_search_index(site, indexer) if indexer else LEFT_OUT


def write_search_index(site: Path, indexer: Path) -> SearchIndex:
    """Index the pages of a built site, and put the index into it.

    Only pages and parts that are marked `data-pagefind-body` are read. Of what the program writes, the site
    gets what a browser asks for: not its looks, and not languages without a page. Needs no network. Raises
    `IndexingFailedError`.
    """
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "made"
        _run(indexer, site.resolve(), made)
        kept = _kept(made)
        into = site / FOLDER
        shutil.rmtree(into, ignore_errors=True)
        for path in kept:
            target = into / path.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        size = sum(path.stat().st_size for path in kept)
        pages = sum(path.suffix == ".pf_fragment" for path in kept)
    return SearchIndex(pages, size, time.perf_counter() - began)


def _run(indexer: Path, site: Path, made: Path) -> None:
    """Run the program where no file and no variable can give it settings of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    command = [str(indexer), "--site", str(site), "--output-path", str(made), "--silent"]
    for part in _LEFT_OUT:
        command += ["--exclude-selectors", part]
    try:
        ended = subprocess.run(  # noqa: S603 - the program of a package we depend on
            command,
            cwd=made.parent,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise IndexingFailedError(f"The search index could not be made: {error}") from error
    if ended.returncode or not (made / "pagefind-entry.json").is_file():
        said = " ".join((ended.stdout + ended.stderr).split()) or "it said nothing"
        raise IndexingFailedError(
            f"The search index could not be made. Pagefind ended with code {ended.returncode}: {said}"
        )


def _kept(made: Path) -> list[Path]:
    """What a browser asks for, of all that the program wrote."""
    entry = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    engines = {f"wasm.{language['wasm']}.pagefind" for language in entry["languages"].values()}
    wanted = {*_PROGRAMS, *engines}
    return sorted(
        path
        for path in made.rglob("*")
        if path.is_file() and (path.name in wanted or path.suffix.startswith(".pf_"))
    )
