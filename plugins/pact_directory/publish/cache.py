"""What takes long to make, kept between builds by what it was made from: PDFs and cleaned pictures."""

import hashlib
import os
import tempfile
import time
from pathlib import Path

_KEPT_SECONDS = 60 * 24 * 3600


def key_of(*parts: str | bytes) -> str:
    """The key of something made from these parts."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


class Cache:
    """A folder of made things by key; without a folder, nothing is kept.

    A folder that cannot be written to is no fault: things are then made again each time.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, or None."""
        if self._folder is None:
            return None
        kept = self._folder / key[:2] / key
        try:
            content = kept.read_bytes()
            os.utime(kept)  # so that `sweep` sees that it is still asked for
        except OSError:
            return None
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep something under a key, whole or not at all."""
        if self._folder is None:
            return
        kept = self._folder / key[:2] / key
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
                file.write(content)
            Path(file.name).replace(kept)
        except OSError:
            return

    def sweep(self) -> None:
        """Throw away what nobody has asked for in sixty days."""
        if self._folder is None:
            return
        oldest = time.time() - _KEPT_SECONDS
        for kept in self._folder.glob("??/*"):
            try:
                if kept.stat().st_mtime < oldest:
                    kept.unlink()
            except OSError:
                continue
