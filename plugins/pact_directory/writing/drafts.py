"""A folder of drafts that a command makes anew each time, and that never takes the place of anybody's work."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from .atomic import write_whole
from .refusal import NotWrittenError

LIST = ".pact-drafts"
"""Which files of the folder are ours, each after the hash of what was written."""


def write_drafts(folder: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Write drafts by name; those of an earlier time that are no longer wanted go. All of them, or none.

    What somebody has changed since, or put there, is left alone: the names of those files are given back.
    Raises `NotWrittenError` when the folder is one of something else.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotWrittenError(f"{folder} is not a folder. Name another with --out.")
    earlier = _earlier(folder)
    kept = _others_work(folder, texts, earlier)
    if not texts and not earlier:
        return ()
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {name: text for name, text in texts.items() if name not in kept}
    hashes = {name: _hash(text.encode()) for name, text in wanted.items()}
    hashes |= {name: earlier[name] for name in kept if name in earlier}  # so that it is still known as changed
    listed = "".join(f"{known}  {name}\n" for name, known in sorted(hashes.items()))
    write_whole(folder, {**wanted, LIST: listed})
    for name in earlier.keys() - hashes.keys():
        (folder / name).unlink(missing_ok=True)
    return kept


def _earlier(folder: Path) -> Mapping[str, str]:
    """The hashes of the drafts written before, by name."""
    place = folder / LIST
    if not place.is_file() or place.is_symlink():
        return {}
    lines = place.read_text(encoding="utf-8", errors="replace").splitlines()
    pairs = (line.partition("  ") for line in lines)
    return {name: known for known, _, name in pairs if name and "/" not in name and "\\" not in name}


def _others_work(folder: Path, names: Iterable[str], earlier: Mapping[str, str]) -> tuple[str, ...]:
    """The files of the folder that are not, or no longer, as this command wrote them."""
    present = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if present and LIST not in present:
        raise NotWrittenError(
            f"{folder} holds something else ({present[0]}), and was left alone. Name another folder with --out."
        )
    foreign = (set(names) & set(present)) - earlier.keys()
    changed = {name for name in earlier if _is_changed(folder / name, earlier[name])}
    return tuple(sorted(foreign | changed))


def _is_changed(place: Path, known: str) -> bool:
    if place.is_symlink():
        return True
    return place.exists() and (not place.is_file() or _hash(place.read_bytes()) != known)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
