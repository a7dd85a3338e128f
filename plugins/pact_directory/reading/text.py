"""Bytes to text, and a page's front matter apart from its words."""

import re
from codecs import BOM_UTF8
from itertools import islice
from typing import NamedTuple

from .faults import Fault, fault

_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)", re.MULTILINE)
_FENCE = re.compile(r"^---[ ]*$", re.MULTILINE)


class Page(NamedTuple):
    """A file with front matter: the YAML, the words below, and the line (from 1) the words begin on."""

    front_matter: str
    body: str
    body_line: int


def decode(content: bytes) -> str | Fault:
    """Read bytes as UTF-8, with or without a byte order mark, lines ending in LF or CRLF."""
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        return fault("encoding", *_position(before + "?", len(before)))
    if "\0" in text:
        return fault("not-text", *_position(text, text.index("\0")))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONFLICT.search(text):
        return fault("merge-conflict", *_position(text, found.start()))
    return text


def split_page(text: str) -> Page | Fault:
    """Part a page into front matter and body.

    The first line must be `---`, and a later line `---` ends the front matter: anything else would turn
    fields into words on a page.
    """
    fences = list(islice(_FENCE.finditer(text), 2))
    if not fences or fences[0].start() != 0:
        return fault("no-front-matter", 1, 1)
    if len(fences) == 1:
        return fault("open-front-matter", 1, 1)
    start, end = fences[0].end() + 1, fences[1].start()
    body_start = min(fences[1].end() + 1, len(text))
    return Page(text[start:end], text[body_start:], text.count("\n", 0, body_start) + 1)


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
