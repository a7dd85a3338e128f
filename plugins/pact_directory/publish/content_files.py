"""What of `content/` may be published: its files, its names, and the heads of its pages."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic_core import PydanticCustomError

from ..model.quoting import shown
from ..model.types import read_line, read_words
from ..problems import Problem, Severity
from ..reading.faults import Fault
from ..reading.hand_written import MARKDOWN, check_pages
from ..reading.locate import Locator
from ..reading.strict_yaml import parse
from ..reading.text import decode, split_page

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_FIELDS = {"title": read_line, "description": read_words}
_ONLY = "Only title: and description: stand at the head of a page."
_DRAFT = ("A draft would be published all the same.", "Keep the file elsewhere until it is ready.")


def content_files(folder: Path) -> frozenset[str]:
    """The files an adopter's settings may name, by path below a folder."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def check_content(folder: Path) -> list[Problem]:
    """Find what may not be published below a folder; nothing that could hang a build is opened.

    Hidden files are left out, as MkDocs does.
    """
    every = sorted(folder.rglob("*"))
    paths = [path for path in every if not any(part[0] == "." for part in path.relative_to(folder).parts)]
    odd = [problem for path in paths for problem in _problems(path, _odd_file(path))]
    if odd:
        return odd
    return [*check_pages(folder), *(problem for path in paths for problem in _problems(path, _inside(path)))]


def _problems(path: Path, faults: Iterator[Fault]) -> Iterator[Problem]:
    locator = Locator("", {}, {})
    for code, line, column, message, hint in faults:
        yield locator.at(code, Severity.ERROR, str(path), line, column, message, hint)


def _odd_file(path: Path) -> Iterator[Fault]:
    if not path.is_symlink() and not path.is_file() and not path.is_dir():
        yield Fault("stray-file", 1, 1, "This is no ordinary file.", "Take it away.")
    elif not path.is_symlink() and not os.access(path, os.R_OK):
        yield Fault("stray-file", 1, 1, "This cannot be read here.", "Look at who may read it.")
    elif not _NAME.fullmatch(path.name):
        hint = "Use letters a to z, digits and hyphens, without spaces, such as parking-permits.md"
        yield Fault("stray-file", 1, 1, "This name cannot stand in an address.", hint)


def _inside(path: Path) -> Iterator[Fault]:
    if path.is_symlink() or not path.is_file():
        return
    if path.suffix.lower() in MARKDOWN and isinstance(text := decode(path.read_bytes()), str):
        yield from _head(text)


def _head(text: str) -> Iterator[Fault]:
    """Faults of the fields at the head of a page."""
    if re.match(r"\s+---[ ]*\n[^\n]*:", text):
        yield Fault("no-front-matter", 1, 1, "There is something above the fields.", "Begin the file with ---")
    page = split_page(text) if text.startswith("---") else None
    if page is None or isinstance(page, Fault):
        return
    parsed = parse(page.front_matter, first_line=2)
    for field, value in (parsed.values or {}).items():
        place = parsed.place.find((field,))
        if read := _FIELDS.get(field):
            try:
                read(value)
            except PydanticCustomError as error:
                said = error.context or {}
                yield Fault(error.type, place.line, place.column, str(said["said"]), str(said["hint"]))
        else:
            message, hint = _DRAFT if field == "draft" else (f"{shown(field)} has no meaning here.", _ONLY)
            yield Fault("unknown-field", place.key_line, place.key_column, message, hint)
