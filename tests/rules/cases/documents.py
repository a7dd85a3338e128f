"""Cases of what documents say besides, and of documents nobody names."""

from pathlib import Path
from typing import Any

from pact_directory.model.directory import Directory
from pact_directory.model.documents import DocumentFile, DocumentKind
from tests.factories import a_meeting

from .case import Case, luton, luton_meeting, luton_pact

_HELD = a_meeting(documents=[{"file": "sign.jpg", "title": "The sign"}])


def _folder(meeting: Any = _HELD, **changes: Any) -> Directory:
    name = changes.pop("name", "sign.jpg")
    document = DocumentFile(**{"name": name, "kind": DocumentKind.JPEG, "path": Path(name), "size": 1, **changes})
    return _with(luton_meeting(meeting), document)


def _with(directory: Directory, document: DocumentFile) -> Directory:
    (folder,) = directory.folders
    kept = {field: getattr(folder, field) for field in ("pact", "meetings", "newsletters")}
    return luton(documents=frozenset({document.name}), document_files={document.name: document}, **kept)


_TERMS = DocumentFile("terms.pdf", DocumentKind.PDF, Path("terms.pdf"), 1)
CASES = (
    Case(
        "photo-place",
        _folder(says_place=True),
        "luton/documents/sign.jpg",
        "",
        '"sign.jpg" says where it was taken, to a few metres.',
        _folder(),
    ),
    Case(
        "document-author",
        _folder(kind=DocumentKind.PDF, says_author=True),
        "luton/documents/sign.jpg",
        "",
        '"sign.jpg" names its author in its properties.',
        _folder(kind=DocumentKind.PDF),
    ),
    Case(
        "document-unused",
        _folder(a_meeting()),
        "luton/documents/sign.jpg",
        "",
        'Nothing names "sign.jpg", so it is not published.',
        _folder(),
    ),
    Case(
        "document-unused",
        _with(luton_pact(), _TERMS),
        "luton/documents/terms.pdf",
        "",
        "or delete it",
        _with(luton_pact(terms_of_reference="terms.pdf"), _TERMS),
        note="of terms of reference",
    ),
)
