"""Hand-written pages of `content/`: untrusted like the record, and held to the same Markdown."""

from collections.abc import Iterator
from pathlib import Path

from ..problems import Problem, Severity
from ..prose import render
from ..prose.faults import IMAGE
from .faults import Fault
from .locate import Locator
from .pictures import is_still
from .strict_yaml import parse
from .text import decode, split_page

# Every ending MkDocs takes for Markdown, however it is capitalised.
MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
_PICTURE = ".svg"
_PLAIN_FILES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".pdf", ".css", ".txt", ".woff", ".woff2"}
)


def check_pages(folder: Path) -> list[Problem]:
    """Find what may not be published below a folder.

    In pages: raw HTML, links that lead astray, broken front matter. Besides: links to files elsewhere, and
    files a browser would run. Hidden files are left out, as MkDocs does.
    """
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        text, faults = _check(path)
        locator = Locator("", {}, {str(path): text})
        problems += [
            locator.at(fault.code, Severity.ERROR, str(path), fault.line, fault.column, fault.message, fault.hint)
            for fault in faults
        ]
    return problems


def _check(path: Path) -> tuple[str, list[Fault]]:
    """The text of a page (empty for other files), and the faults of either."""
    ending = path.suffix.lower()
    if path.is_symlink():
        return "", [_stray("This is a link to another place.", "Put the file itself here.")]
    if path.is_dir() or ending in _PLAIN_FILES:
        return "", []
    if ending in MARKDOWN:
        text = decode(path.read_bytes())
        return ("", [text]) if isinstance(text, Fault) else (text, [*_faults(text)])
    if ending != _PICTURE:
        hint = "Only pages (.md), pictures, PDF, style sheets, fonts and plain text belong here."
        return "", [_stray("This kind of file is not published.", hint)]
    if is_still(path.read_bytes()):
        return "", []
    hint = "Save it again as a plain SVG, without links, fonts or programs, or as PNG."
    return "", [_stray("This picture holds more than a drawing.", hint)]


def _stray(message: str, hint: str) -> Fault:
    return Fault("stray-file", 1, 1, message, hint)


def _faults(text: str) -> Iterator[Fault]:
    body, body_line = text, 1
    if text.startswith("---"):
        page = split_page(text)
        if isinstance(page, Fault):
            yield page
            return
        yield from parse(page.front_matter, first_line=2).faults
        body, body_line = page.body, page.body_line
    for fault in render(body, local_links=True).faults:
        if fault.code != IMAGE:
            yield Fault(fault.code, body_line + fault.offset_line - 1, fault.column, fault.message, fault.hint)
