"""The site's folder: built beside itself and swapped in whole, so that a failed build leaves the old site be."""

import ctypes
import errno
import fcntl
import glob
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_STANDARD_INPUT = 0
_SET_ASIDE = "-old"
_NEVER_IN_A_SITE = (".git", "mkdocs.yml", "area.yml")


class BuildingAlreadyError(Exception):
    """Another build of the same site holds the lock."""


class NotASiteError(Exception):
    """The folder to be replaced holds something else than a site; replacing it would delete somebody's work."""


class Building(NamedTuple):
    """A folder to build in, and the file descriptor of the lock.

    A process that inherits the descriptor keeps the lock for as long as it lives, so that no second build
    begins while one whose parent was killed is still writing.
    """

    folder: Path
    lock: int


@contextmanager
def new_site(site: Path) -> Iterator[Building]:
    """Give an empty folder to build in; when the block ends well, it takes the place of `site`.

    When the block raises, or the process is killed, `site` stays byte for byte what it was; what a killed
    build left behind is swept away by the next. Raises `BuildingAlreadyError` when another build is under way,
    and `NotASiteError` when `site` is a folder of something else.
    """
    site = site.resolve()
    _refuse_other_folders(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with _lock(site) as lock:
        _sweep(site)
        building = Path(tempfile.mkdtemp(prefix=f".{site.name}.building-", dir=site.parent))
        building.chmod(0o755)
        try:
            yield Building(building, lock)
            _swap(building, site)
        finally:
            shutil.rmtree(building, ignore_errors=True)


def end_with_parent() -> None:
    """Interrupt this process as Ctrl+C does when the one that started it ends, and with it our standard input."""

    def watch() -> None:
        os.read(_STANDARD_INPUT, 1)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _lock(site: Path) -> Iterator[int]:
    descriptor = os.open(site.parent / f".{site.name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BuildingAlreadyError(str(site)) from error
        yield descriptor
    finally:
        os.close(descriptor)


def _refuse_other_folders(site: Path) -> None:
    if not site.exists():
        return
    is_site = site.is_dir() and (not any(site.iterdir()) or (site / "index.html").is_file())
    if not is_site or any((site / name).exists() for name in _NEVER_IN_A_SITE):
        raise NotASiteError(str(site))


def _sweep(site: Path) -> None:
    """Take away what killed builds left; a site one of them had set aside goes back to its place."""
    for left in site.parent.glob(f".{glob.escape(site.name)}.building-*"):
        if left.name.endswith(_SET_ASIDE) and not site.exists():
            left.rename(site)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _swap(new: Path, old: Path) -> None:
    """Exchange two folders in one step where the system can; the old site ends up at `new`."""
    if not old.exists():
        new.rename(old)
    elif not _exchange(new, old):
        aside = new.with_name(new.name + _SET_ASIDE)
        old.rename(aside)
        new.rename(old)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically (Linux); False where the system has no such call."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL}:
        return False
    raise OSError(code, os.strerror(code), str(other))
