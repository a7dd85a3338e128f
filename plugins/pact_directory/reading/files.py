"""The record's bytes by path: the one place where reading touches the disk."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from .layout import DEEPEST, TEXT_KINDS, FileKind, Stray, classify

SIZE_LIMIT = 2_000_000
SIZE_LIMITS = {
    # The postcodes of a county are 70,000, in 3 MB; nothing that anybody types is as long.
    FileKind.POSTCODES: 20_000_000,
    FileKind.NEIGHBOURS: 20_000_000,
    # Ward shapes fit for a page are a few hundred kilobytes.
    FileKind.SHAPES: 5_000_000,
    FileKind.COVERAGE: 5_000_000,
}
"""The largest size, in bytes, of the kinds of file that may be larger than the others."""
_LOCKED = Stray("This cannot be read here.", "Look at who may read it.")


class Refused(NamedTuple):
    """A file that is not read: its path, a code, what is wrong and what to do."""

    path: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class RecordFiles:
    """The files of a record: kinds by path, the bytes of those that are read, and those refused.

    `shown_as` is what reports put before a path ("pacts"). Paths are relative to the record, with forward
    slashes, in sorted order. `places` is where the documents lie on the disk: they are looked into one by one.
    """

    shown_as: str
    kinds: Mapping[str, FileKind]
    contents: Mapping[str, bytes]
    refused: tuple[Refused, ...] = ()
    places: Mapping[str, Path] = field(default_factory=dict)


def read_files(folder: Path) -> RecordFiles:
    """Read every file of the record in `folder`.

    Links, hidden files and files that belong nowhere are refused, as are files over the limit of their kind;
    nothing outside the folder is opened. A missing folder reads as an empty record.
    """
    kinds: dict[str, FileKind] = {}
    contents: dict[str, bytes] = {}
    refused: list[Refused] = []
    places: dict[str, Path] = {}
    for path, entry in sorted(_walk(folder), key=lambda found: found[0]):
        kind = classify(path) if entry.is_file(follow_symlinks=False) else _no_file(path, entry)
        if isinstance(kind, Stray):
            refused.append(Refused(path, "stray-file", *kind))
        elif kind in TEXT_KINDS and entry.stat().st_size > SIZE_LIMITS.get(kind, SIZE_LIMIT):
            refused.append(Refused(path, "too-large", *_too_large(kind)))
        else:
            kinds[path] = kind
            if kind is FileKind.DOCUMENT:
                places[path] = Path(entry.path)
            if kind in TEXT_KINDS:
                try:
                    contents[path] = Path(entry.path).read_bytes()
                except PermissionError:
                    refused.append(Refused(path, "unreadable", *_LOCKED))
    return RecordFiles(folder.as_posix(), kinds, contents, tuple(refused), places)


def _too_large(kind: FileKind) -> tuple[str, str]:
    limit = SIZE_LIMITS.get(kind, SIZE_LIMIT) // 1_000_000
    hint = "Split it, or look at what was pasted in."
    if kind in SIZE_LIMITS:
        hint = "Make it with pact area, which keeps what is of this area and simplifies shapes."
    return f"This file is over {limit} MB.", hint


def _no_file(path: str, entry: os.DirEntry[str]) -> Stray:
    if entry.is_symlink():
        return Stray(f'"{path}" is a link to another place.', "Put the file itself here.")
    if entry.is_dir(follow_symlinks=False) and not os.access(entry.path, os.R_OK | os.X_OK):
        return _LOCKED
    if entry.is_dir(follow_symlinks=False):
        return Stray(f'"{path}" is a folder too deep inside the record.', "Take it away.")
    return Stray(f'"{path}" is no ordinary file.', "Take it away.")


def _walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder, and every folder that lies deeper than a record goes."""
    waiting = [(str(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        try:
            entries = list(os.scandir(place))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            is_open = entry.is_dir(follow_symlinks=False) and os.access(entry.path, os.R_OK | os.X_OK)
            if is_open and prefix.count("/") < DEEPEST:
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
            else:
                yield f"{prefix}{entry.name}", entry
