"""Whole files, all at once: a reader sees the old file or the new one, never half of either."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from .refusal import NotWrittenError

_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK}


def read_exactly(record: Path, path: str) -> str:
    """Read a file of the record as it is: byte order mark and line ends stay in the text.

    `path` is relative to the record, with forward slashes. Raises `NotWrittenError` where it is no text.
    """
    place = _place(record, path)
    try:
        return place.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise NotWrittenError(f"There is no file {path}.") from None
    except UnicodeDecodeError:
        raise NotWrittenError(f"{path} is not UTF-8 text. Save it as UTF-8 first.") from None


def write_new(record: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write new files, by their paths in the record; folders are made as needed. All of them, or none.

    Raises `NotWrittenError` when one is there already, or when a path leads out of the record or through a
    linked folder. Texts are written as they are, in UTF-8.
    """
    places = {_place(record, path): text for path, text in texts.items()}
    for path in texts:
        if os.path.lexists(record / path):
            raise _there_already(path)
    written: list[Path] = []
    try:
        for place, text in places.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            _create(place, text.encode(), place.relative_to(record).as_posix())
            written.append(place)
    except BaseException:
        for place in written:
            place.unlink(missing_ok=True)
        raise
    return tuple(written)


def write_over(record: Path, path: str, text: str) -> Path:
    """Replace a file of the record, keeping its permissions. Raises `NotWrittenError` as `write_new` does."""
    place = _place(record, path)
    if not place.is_file():
        raise NotWrittenError(f"There is no file {path} to change.")
    replace_bytes(place, text.encode())
    return place


def write_whole(record: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write files of the record, by their paths in it, whether they are there or not; those that changed.

    Every file is written beside the old one first, and takes its place only when all are: a disk that is
    full leaves everything as it was. Raises `NotWrittenError` as `write_new` does, but for a file that is
    there.
    """
    places = {_place(record, path): text.encode() for path, text in texts.items()}
    for place in places:
        if place.is_dir():
            raise NotWrittenError(f"{place.relative_to(record)} is a folder, where a file is needed.")
    changed = [place for place, content in places.items() if not place.is_file() or place.read_bytes() != content]
    with ExitStack() as finished:
        made = [finished.enter_context(_beside(place, places[place])) for place in changed]
        for place, new in zip(changed, made, strict=True):
            _take_place(new, place)
    return tuple(changed)


def replace_bytes(place: Path, content: bytes) -> None:
    """Put a file in place of what stands there, if anything; the old one's permissions are kept."""
    with _beside(place, content) as made:
        _take_place(made, place)


def _take_place(made: Path, place: Path) -> None:
    if place.exists():
        made.chmod(stat.S_IMODE(place.stat().st_mode))
    made.replace(place)


def _place(record: Path, path: str) -> Path:
    """Where a path of the record lies; refused when it leads out of the record or through a link."""
    parts = PurePosixPath(path).parts
    if not parts or PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path or "\0" in path:
        raise NotWrittenError(f'"{path}" is not a path inside the record.')
    place = record
    for part in parts:
        place = place / part
        if place.is_symlink():
            raise NotWrittenError(
                f"{place.relative_to(record)} is a link to another place; put the real one there."
            )
        if place != record / path and place.exists() and not place.is_dir():
            raise NotWrittenError(f"{place.relative_to(record)} is a file, where a folder is needed.")
    return place


def _there_already(path: str) -> NotWrittenError:
    return NotWrittenError(f"{path} is there already. Open it and change it there; nothing was written.")


def _create(place: Path, content: bytes, shown: str) -> None:
    with _beside(place, content) as made:
        try:
            # Unlike a rename, a link never takes the place of a file somebody else has just made.
            os.link(made, place, follow_symlinks=False)
        except FileExistsError:
            raise _there_already(shown) from None
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
            _create_plainly(place, content, shown)


def _create_plainly(place: Path, content: bytes, shown: str) -> None:
    """The same where the file system knows no links: never over another file, if not in one step."""
    try:
        with place.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise _there_already(shown) from None


@contextmanager
def _beside(place: Path, content: bytes) -> Iterator[Path]:
    """A finished file in the same folder, under a name of its own; gone afterwards if nobody moved it."""
    made = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        with made.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield made
    finally:
        with suppress(FileNotFoundError):
            made.unlink()
