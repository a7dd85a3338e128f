"""The weight of every page, compressed: what a phone on a slow line waits for before it shows anything."""

import gzip
from functools import cache
from pathlib import Path

import pytest

from .built import BuiltPage, BuiltSite, resolve
from .kinds import FRAMES, KINDS, kind_of, pages_of

TEXT_PAGE = 15 * 1024
BUDGETS = {
    "home": 25 * 1024,
    **dict.fromkeys(("map", "ward", "PACT"), 20 * 1024),
    **dict.fromkeys(FRAMES, 75 * 1024),  # a frame is loaded by those who ask for it
}
SCRIPTS = 5 * 1024


@cache
def compressed(file: Path) -> int:
    """The size a web server sends, at gzip's usual level."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6))


def needed_files(site: BuiltSite, page: BuiltPage, tags: tuple[str, ...]) -> list[Path]:
    """The stylesheets and scripts that the page loads before it is first shown, and scripts that follow."""
    files = []
    for link in page.links:
        if link.tag in tags and (link.tag != "link" or "stylesheet" in link.rel.split()):
            file = site.file_at(resolve(page, link.value)[1])
            files += [file] if file else []
    return files


@pytest.mark.parametrize("kind", KINDS)
def test_pages_keep_within_their_budget(site: BuiltSite, kind: str) -> None:
    budget = BUDGETS.get(kind, TEXT_PAGE)
    faults = []
    for page in pages_of(site, kind):
        needed = needed_files(site, page, ("link", "script"))
        weight = compressed(page.file) + sum(map(compressed, needed))
        if weight > budget:
            parts = ", ".join(f"{file.name} {compressed(file):,}" for file in (page.file, *needed))
            faults.append(f"{page.address}: {weight:,} bytes, {budget:,} allowed ({parts})")
    assert not faults, f"{len(faults)} pages of the kind {kind!r} are too heavy:\n" + "\n".join(faults[:10])


def test_scripts_keep_within_theirs(site: BuiltSite) -> None:
    faults = [
        f"{page.address} ({kind_of(page)}): {weight:,} bytes of script"
        for page in site.pages.values()
        if kind_of(page) not in FRAMES
        and (weight := sum(map(compressed, needed_files(site, page, ("script",))))) > SCRIPTS
    ]
    assert not faults, "\n".join(faults[:10])
