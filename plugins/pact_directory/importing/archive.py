"""The files of a download: a zip, a folder, or files named one by one."""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .refusal import NotImportedError

_MOST_FILES = 5_000
_LARGEST_FILE = 100_000_000
_LARGEST_IN_ALL = 1_000_000_000
_MOST_PACKED = 60
"""How many times larger a file may be than it is in the zip. Postcodes pack to about a tenth."""
_ENDINGS = (".csv", ".xlsx", ".txt")
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


class Part(NamedTuple):
    """A file of a download: its path, with forward slashes, and how its bytes are read."""

    path: str
    read: Callable[[], bytes]

    @property
    def name(self) -> str:
        """The file's own name, in small letters."""
        return self.path.rpartition("/")[2].lower()


@contextmanager
def opened(sources: Sequence[Path]) -> Iterator[tuple[Part, ...]]:
    """Give every table and list in the sources, in order of path.

    Refused, before anything is unpacked, is a zip that is broken, locked, or would unpack to more than a
    download of this kind ever does.
    """
    archives: list[zipfile.ZipFile] = []
    try:
        parts = [part for source in sources for part in _parts(source, archives)]
        if sum(1 for _ in parts) > _MOST_FILES:
            raise NotImportedError(f"There are more than {_MOST_FILES:,} files here. Name the folder of the CSVs.")
        yield tuple(sorted(parts, key=lambda part: part.path))
    finally:
        for archive in archives:
            archive.close()


def _parts(source: Path, archives: list[zipfile.ZipFile]) -> Iterable[Part]:
    if source.is_dir():
        found = (path for path in source.rglob("*") if path.is_file() and not path.is_symlink())
        return [_plain(path) for path in found if path.suffix.lower() in _ENDINGS]
    if source.suffix.lower() == ".xlsx" or not _is_zip(source):
        return [_plain(source)]
    return _zipped(source, archives)


def _is_zip(source: Path) -> bool:
    with source.open("rb") as file:
        begins_like_one = file.read(4) == b"PK\x03\x04"
    if source.suffix.lower() == ".zip" and not begins_like_one:
        raise NotImportedError(f"{source.name} is not a zip file, whatever its name says. Download it again.")
    return begins_like_one


def _plain(path: Path) -> Part:
    def read() -> bytes:
        if path.stat().st_size > _LARGEST_FILE:
            raise NotImportedError(f"{path.name} is larger than any file of Code-Point Open. It was not read.")
        return path.read_bytes()

    return Part(path.as_posix(), read)


def _zipped(source: Path, archives: list[zipfile.ZipFile]) -> Iterator[Part]:
    try:
        archive = zipfile.ZipFile(source)
    except _ZIP_FAULTS:
        raise _broken(source) from None
    archives.append(archive)
    members = [one for one in archive.infolist() if one.filename.lower().endswith(_ENDINGS)]
    _refuse_bomb(source, members)
    for member in members:
        yield Part(member.filename, partial(_unpacked, source, archive, member))


def _refuse_bomb(source: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    too_much = (
        len(members) > _MOST_FILES
        or sum(one.file_size for one in members) > _LARGEST_IN_ALL
        or any(one.file_size > max(1_000_000, _MOST_PACKED * one.compress_size) for one in members)
        or any(one.file_size > _LARGEST_FILE for one in members)
    )
    if too_much:
        raise NotImportedError(
            f"{source.name} would unpack to far more than a download of postcodes does. It was not opened."
        )


def _unpacked(source: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(member)  # never gives more than the size that was checked
    except _ZIP_FAULTS:
        raise _broken(source) from None


def _broken(source: Path) -> NotImportedError:
    return NotImportedError(f"{source.name} is damaged, or locked with a password. Download it again.")
