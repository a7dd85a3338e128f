"""The PDFs of a site: those made before are kept, and the others printed."""

import time
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import metadata, resources

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
    sheets = {
        paper.address: Sheet(press.paper(paper), styles_of(paper.page.kind), paper.sides) for paper in papers
    }
    keys = {address: _key(sheet) for address, sheet in sheets.items()}
    contents = {address: content for address in sheets if _is_whole(content := kept.get(keys[address]) or b"")}
    missing = [address for address in sheets if address not in contents]
    came = print_sheets([sheets[address] for address in missing])
    tried = {address: printed for address, printed in zip(missing, came.printed, strict=True) if printed}
    for address, printed in tried.items():
        if content := _content(printed):
            contents[address] = content
            kept.put(keys[address], content)
    return MadePapers(
        pdfs={address: contents[address] for address in sheets if contents.get(address, _TOO_FULL) != _TOO_FULL},
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


def _is_whole(content: bytes) -> bool:
    return content == _TOO_FULL or content.startswith(_PDF)


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
