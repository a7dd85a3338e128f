"""Documents and pictures as the site offers them: made anew, without what the files say besides."""

import os
import warnings
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

from .. import addresses
from ..addresses import Address
from ..model.documents import DocumentFile, DocumentKind
from ..views.index import Index
from .cache import Cache, key_of

_FORM = "1"
"""Raised when what is made of the same file changes."""


def clean_documents(index: Index, cache: Cache) -> Mapping[Address, bytes]:
    """Every document the record offers, by its address, cleaned.

    No file goes out as it came in. Pictures are unpacked and packed again; PDFs are written again from the
    parts that are in use. What was cleaned before is taken from the cache, and no library is then loaded.
    """
    offered = {
        addresses.document(pact.id, name): document
        for pact in index.pacts
        for name, document in sorted(pact.documents.items())
    }
    # A photo from a camera takes a third of a second; several are unpacked side by side.
    with warnings.catch_warnings(), ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        warnings.simplefilter("ignore")  # what is odd in a file was so before, and reads all the same
        cleaned = list(pool.map(lambda document: _cleaned(document, cache), offered.values()))
    return dict(zip(offered, cleaned, strict=True))


def _cleaned(document: DocumentFile, cache: Cache) -> bytes:
    content = document.path.read_bytes()
    maker = "pikepdf" if document.kind is DocumentKind.PDF else "pillow"
    key = key_of("document", _FORM, maker, version(maker), f"{document.width} {document.height}", content)
    kept = cache.get(key)
    if kept is None:
        kept = _clean(document, content)
        cache.put(key, kept)
    return kept


def _clean(document: DocumentFile, content: bytes) -> bytes:
    if document.kind is DocumentKind.PDF:
        from .pdf_cleaning import clean_pdf  # noqa: PLC0415 - loaded only where one is new

        return clean_pdf(content)
    from .picture_cleaning import clean_picture  # noqa: PLC0415

    return clean_picture(content, document.kind, (document.width, document.height))
