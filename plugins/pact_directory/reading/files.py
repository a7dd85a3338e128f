"""The record's bytes by path: the one place where reading touches the disk."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .layout import DEEPEST, TEXT_KINDS, FileKind, Stray, classify

SIZE_LIMIT = 2_000_000
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
    slashes, in sorted order.
    """

    shown_as: str
    kinds: Mapping[str, FileKind]
    contents: Mapping[str, bytes]
    refused: tuple[Refused, ...] = ()


def read_files(folder: Path) -> RecordFiles:
    """Read every file of the record in `folder`.

    Links, hidden files and files that belong nowhere are refused, as are files over 2 MB; nothing outside
    the folder is opened. A missing folder reads as an empty record.
    """
    kinds: dict[str, FileKind] = {}
    contents: dict[str, bytes] = {}
    refused: list[Refused] = []
    for path, entry in sorted(_walk(folder), key=lambda found: found[0]):
        kind = classify(path) if entry.is_file(follow_symlinks=False) else _no_file(path, entry)
        if isinstance(kind, Stray):
            refused.append(Refused(path, "stray-file", *kind))
        elif kind in TEXT_KINDS and entry.stat().st_size > SIZE_LIMIT:
            refused.append(
                Refused(path, "too-large", "This file is over 2 MB.", "Split it, or look at what was pasted in.")
            )
        else:
            kinds[path] = kind
            if kind in TEXT_KINDS:
                try:
                    contents[path] = Path(entry.path).read_bytes()
                except PermissionError:
                    refused.append(Refused(path, "unreadable", *_LOCKED))
    return RecordFiles(folder.as_posix(), kinds, contents, tuple(refused))


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
