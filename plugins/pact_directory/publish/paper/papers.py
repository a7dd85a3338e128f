"""The PDFs of a site: those made before are kept, and the others printed."""

import time
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import metadata, resources

from ...addresses import Address
from ...views.site_map import PlannedPaper
from ..cache import Cache, key_of
from ..press import Press
from .crew import print_sheets
from .made import MadePapers
from .sheets import Printed, Sheet, fonts_content, read_style, styles_of

_PDF = b"%PDF"
_TOO_FULL = b"too full"
"""Kept in the place of a PDF whose paper had too much for its sides."""


def make_papers(press: Press, papers: Iterable[PlannedPaper], kept: Cache) -> MadePapers:
    """Make every PDF that was not kept from before; where this machine cannot, those are left out.

    A PDF is made again when anything changes that it is made from: its words, pictures, styles, our fonts, the
    printer. Where nothing did, no printer is loaded.
    """
    began = time.perf_counter()
    contents: dict[Address, bytes] = {}
    missing: dict[Address, Sheet] = {}
    for paper in papers:
        sheet = _sheet(press, paper)
        contents[paper.address] = _kept(sheet, kept)
        if not contents[paper.address]:
            missing[paper.address] = sheet  # of the others no sheet is held: a county has thousands
    came = print_sheets(tuple(missing.values()))
    tried = {address: printed for address, printed in zip(missing, came.printed, strict=True) if printed}
    for address, printed in tried.items():
        if content := _content(printed):
            contents[address] = content
            kept.put(_key(missing[address]), content)
    return MadePapers(
        pdfs={address: content for address, content in contents.items() if content.startswith(_PDF)},
        printed=sum(bool(printed.pdf) for printed in tried.values()),
        seconds=time.perf_counter() - began,
        too_full=tuple(address for address, content in contents.items() if content == _TOO_FULL),
        failed={address: _said(printed) for address, printed in tried.items() if not _content(printed)},
        complaints={address: _said(printed) for address, printed in tried.items() if printed.pdf and printed.said},
        unmade=len(missing) - len(tried),
        why=came.why_stopped,
    )


def _sheet(press: Press, paper: PlannedPaper) -> Sheet:
    return Sheet(press.paper(paper), styles_of(paper.page.kind), paper.sides)


def _content(printed: Printed) -> bytes:
    """What is kept of a paper that was tried: nothing when the printer failed, so that it is tried again."""
    return printed.pdf or (_TOO_FULL if printed.sides else b"")


def _kept(sheet: Sheet, kept: Cache) -> bytes:
    """What was kept of a sheet; nothing where that is not whole."""
    content = kept.get(_key(sheet)) or b""
    return content if content == _TOO_FULL or content.startswith(_PDF) else b""


def _said(printed: Printed) -> str:
    return "; ".join(dict.fromkeys(printed.said))


def _key(sheet: Sheet) -> str:
    return key_of(_printer(), _looks(sheet.styles), str(sheet.sides), sheet.html)


@cache
def _printer() -> str:
    """Which printer this is: its program, what it is built on, its fonts."""
    program = (resources.files(__package__) / "printing.py").read_bytes()
    return key_of(program, *map(_version, ("weasyprint", "pydyf")), fonts_content())


@cache
def _looks(styles: Sequence[str]) -> str:
    return key_of(*map(read_style, styles))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
