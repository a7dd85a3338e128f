"""A document: a file that a meeting, a newsletter or a PACT offers."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

LONGEST_SIDE = 1600
"""The pixels of the longer side of a picture as the site shows it: twice what a page has room for."""


class DocumentKind(StrEnum):
    """What a document is, by what it holds and not by its name."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document that was looked into and found fit to publish.

    `path` is where it lies; `size` its bytes; `width` and `height` the pixels of a picture as the site shows
    it, upright and made no larger than needed, 0 for a PDF. `says_place` and `says_author` tell whether the
    file holds where a picture was taken, or who wrote a PDF: the site leaves both out.
    """

    name: str
    kind: DocumentKind
    path: Path
    size: int
    width: int = 0
    height: int = 0
    says_place: bool = False
    says_author: bool = False


def shown_size(width: int, height: int) -> tuple[int, int]:
    """The width and height at which the site shows a picture of these pixels: as it is, or made smaller."""
    scale = min(1, LONGEST_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))
