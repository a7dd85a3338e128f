"""A folder of drafts that a command makes anew each time, and that never takes the place of anybody's work."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from .atomic import write_whole
from .refusal import NotWrittenError

LIST = ".pact-drafts"
"""Which files of the folder are ours, each after the hash of what was written."""


def write_drafts(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write drafts by name; those of an earlier time that are no longer wanted go. All of them, or none.

    Raises `NotWrittenError` when the folder holds something else, or a draft somebody has changed since.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotWrittenError(f"{folder} is not a folder. Name another with --out.")
    earlier = _earlier(folder)
    _refuse_others_work(folder, texts, earlier)
    if not texts and not earlier:
        return ()
    folder.mkdir(parents=True, exist_ok=True)
    listed = "".join(f"{_hash(text.encode())}  {name}\n" for name, text in sorted(texts.items()))
    write_whole(folder, {**texts, LIST: listed})
    for name in earlier.keys() - texts.keys():
        (folder / name).unlink(missing_ok=True)
    return tuple(folder / name for name in texts)


def _earlier(folder: Path) -> Mapping[str, str]:
    """The hashes of the drafts written before, by name."""
    place = folder / LIST
    if not place.is_file() or place.is_symlink():
        return {}
    lines = place.read_text(encoding="utf-8", errors="replace").splitlines()
    pairs = (line.partition("  ") for line in lines)
    return {name: known for known, _, name in pairs if name and "/" not in name and "\\" not in name}


def _refuse_others_work(folder: Path, names: Iterable[str], earlier: Mapping[str, str]) -> None:
    present = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if present and LIST not in present:
        raise NotWrittenError(
            f"{folder} holds something else ({present[0]}), and was left alone. Name another folder with --out."
        )
    foreign = [name for name in sorted(set(names) & set(present)) if name not in earlier]
    changed = [name for name in sorted(earlier) if _is_changed(folder / name, earlier[name])]
    for found, what in (
        (foreign, "was not written by this command"),
        (changed, "was changed since it was written"),
    ):
        if found:
            raise NotWrittenError(
                f"{folder / found[0]} {what}. Move it somewhere else, or delete it; nothing was written."
            )


def _is_changed(place: Path, known: str) -> bool:
    if place.is_symlink():
        return True
    return place.exists() and (not place.is_file() or _hash(place.read_bytes()) != known)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
