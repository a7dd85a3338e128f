"""A document: a file that a meeting, a newsletter or a PACT offers."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class DocumentKind(StrEnum):
    """What a document is, by what it holds and not by its name."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document that was looked into and found fit to publish.

    `path` is where it lies; `size` its bytes; `width` and `height` the pixels of a picture as it is held
    upright, 0 for a PDF.
    """

    name: str
    kind: DocumentKind
    path: Path
    size: int
    width: int = 0
    height: int = 0
