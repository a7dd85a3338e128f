"""Documents, looked into: what each is by what it holds, and whether it may be offered to the public."""

import os
import re
import warnings
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from pydantic_core import PydanticCustomError

from ..model.documents import DocumentFile, DocumentKind
from ..model.names import slug
from ..model.types import read_file_name
from .faults import Fault
from .files import RecordFiles

LARGEST = 10_000_000
"""The bytes a document may have. What a phone takes, or a scanner makes of ten pages, is below."""
_HEADS = (
    (b"%PDF-", DocumentKind.PDF),
    (b"\xff\xd8\xff", DocumentKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", DocumentKind.PNG),
)
_ENDINGS = {
    ".pdf": DocumentKind.PDF,
    ".jpg": DocumentKind.JPEG,
    ".jpeg": DocumentKind.JPEG,
    ".png": DocumentKind.PNG,
}
_SPOKEN = {DocumentKind.PDF: "a PDF", DocumentKind.JPEG: "a JPEG picture", DocumentKind.PNG: "a PNG picture"}
_OTHERS = (
    (rb"GIF8", "a GIF picture"),
    (rb"RIFF....WEBP", "a WebP picture"),
    (rb"....ftyp(hei|hev|mif|avif)", "a HEIC or AVIF picture, as phones take them"),
    (rb"....ftyp", "a film"),
    (rb"II\*\0|MM\0\*", "a TIFF picture"),
    (rb"BM", "a BMP picture"),
    (rb"PK\x03\x04", "a Word file, a spreadsheet or an archive"),
    (rb"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (rb"\{\\rtf", "a text file of a word processor"),
    (rb"\s*<", "a web page or a drawing"),
)


@dataclass(frozen=True)
class Documents:
    """The documents that are in order, by path within the record, and what is wrong with the others."""

    sound: Mapping[str, DocumentFile]
    faults: tuple[tuple[str, Fault], ...]


def read_documents(files: RecordFiles) -> Documents:
    """Look into every document of a record, by what it holds: a name is only a promise.

    The libraries that read PDFs and pictures are loaded only when there is one.
    """
    paths = list(files.places)
    # Several pictures are unpacked side by side; each takes some hundredths of a second.
    with warnings.catch_warnings(), ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        warnings.simplefilter("ignore")  # what the libraries think odd and can read all the same
        found = list(pool.map(lambda path: _look_into(files.places[path]), paths)) if paths else []
    judged = dict(zip(paths, found, strict=True))
    return Documents(
        sound={path: one for path, one in judged.items() if isinstance(one, DocumentFile)},
        faults=tuple((path, one) for path, one in judged.items() if isinstance(one, Fault)),
    )


def _look_into(place: Path) -> DocumentFile | Fault:
    if fault := _name_fault(place.name):
        return fault
    try:
        size = place.stat().st_size
        if size > LARGEST:
            return _too_large(size, _ENDINGS[place.suffix.lower()])
        content = place.read_bytes()
    except OSError:
        return Fault("unreadable", 1, 1, "This cannot be read here.", "Look at who may read it.")
    kind = _kind_of(content, place.name)
    if isinstance(kind, Fault):
        return kind
    document = DocumentFile(place.name, kind, place, size)
    return _look_into_pdf(content, document) if kind is DocumentKind.PDF else _look_into_picture(content, document)


def _name_fault(name: str) -> Fault | None:
    """A name becomes part of an address, which has no room for spaces and signs."""
    try:
        read_file_name(name)
    except PydanticCustomError:
        stem, dot, ending = name.rpartition(".")
        better = slug(stem) or "document"
        message = f'"{name}" has spaces or signs in its name, and an address cannot hold them.'
        return Fault("document-name", 1, 1, message, f'Name it "{better}{dot}{ending}".')
    return None


def _too_large(size: int, kind: DocumentKind) -> Fault:
    weight, most = -(-size // 1_000_000), LARGEST // 1_000_000
    hint = "Open it in Photos or Paint, choose Resize, and save it 2,000 pixels wide: that is plenty for print."
    if kind is DocumentKind.PDF:
        hint = 'Save it as PDF again, with "minimum size" chosen, or split it.'
    return Fault("document-large", 1, 1, f"This weighs {weight} MB; {most} MB is the most.", hint)


def _kind_of(content: bytes, name: str) -> DocumentKind | Fault:
    """What a document is, when that is also what its ending says."""
    if not content:
        return Fault("document-kind", 1, 1, f'"{name}" is empty.', "Put the file here again.")
    ending = PurePosixPath(name).suffix.lower()
    promised = _ENDINGS[ending]
    kind = next((kind for head, kind in _HEADS if content.startswith(head)), None)
    if kind is promised:
        return kind
    if kind is not None:
        right = f"{PurePosixPath(name).stem}.{'jpg' if kind is DocumentKind.JPEG else kind.value}"
        hint = f'Name it "{right}", here and in the file that mentions it.'
        return Fault("document-kind", 1, 1, f'"{name}" is {_SPOKEN[kind]} inside.', hint)
    other = next((said for head, said in _OTHERS if re.match(head, content, re.DOTALL)), "something else")
    hint = (
        f"Open it and save it as {'PDF' if promised is DocumentKind.PDF else 'JPEG'}: a new ending is not enough."
    )
    return Fault("document-kind", 1, 1, f'"{name}" is not {_SPOKEN[promised]} inside, but {other}.', hint)


def _look_into_picture(content: bytes, document: DocumentFile) -> DocumentFile | Fault:
    from .photos import look_into_picture  # noqa: PLC0415 - loaded only where there is a picture

    picture = look_into_picture(content)
    if isinstance(picture, Fault):
        return picture
    return replace(document, width=picture.width, height=picture.height, says_place=picture.says_place)


def _look_into_pdf(content: bytes, document: DocumentFile) -> DocumentFile | Fault:
    from .pdfs import look_into_pdf  # noqa: PLC0415 - loaded only where there is a PDF

    says_author = look_into_pdf(content)
    return says_author if isinstance(says_author, Fault) else replace(document, says_author=says_author)
