"""Rules of what documents say besides, and of documents that nobody mentions."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory
from ..model.documents import DocumentFile
from ..model.record import Origin
from .files import named_documents
from .table import Finding, Sources, warning


@warning(
    "photo-place",
    title="A photo does not say where it was taken",
    reason="A phone writes the place into each photo. The site leaves it out, but the record keeps the file.",
    source=Sources.OURS,
)
def photos_keep_their_place(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No picture in a documents folder holds the place where it was taken."""
    for origin, document in _each_document(directory):
        if document.says_place:
            message = f'"{document.name}" says where it was taken, to a few metres.'
            hint = (
                "The site leaves that out. To take it out of the record too, send the photo to yourself without "
            )
            hint += "location, or take a screenshot of it, and put that here."
            yield Finding(origin, (), message, hint)


@warning(
    "document-author",
    title="A PDF does not name its author",
    reason="Programs write who is signed in into each PDF. The site leaves it out, but the record keeps the file.",
    source=Sources.OURS,
)
def documents_name_no_author(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No PDF in a documents folder names an author in its properties."""
    for origin, document in _each_document(directory):
        if document.says_author:
            message = f'"{document.name}" names its author in its properties.'
            hint = (
                "The site leaves that out. To take it out of the record too, empty Author under File, Properties, "
            )
            hint += "and save the PDF again."
            yield Finding(origin, (), message, hint)


@warning(
    "document-unused",
    title="Every document is named by a meeting, a newsletter or its PACT",
    reason="What nothing names is not published, and is easily forgotten in the record.",
    source=Sources.OURS,
)
def documents_are_named(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Each file in a documents folder is named in `documents`, `photos` or `terms_of_reference`."""
    named = {
        folder.id: {name for *_, name in named_documents(folder)} | {folder.pact.terms_of_reference or ""}
        for folder in directory.folders
    }
    for origin, document in _each_document(directory):
        if document.name not in named[origin.pact_id]:
            hint = "Name it under documents: in the meeting it belongs to, or delete it."
            yield Finding(origin, (), f'Nothing names "{document.name}", so it is not published.', hint)


def _each_document(directory: Directory) -> Iterator[tuple[Origin, DocumentFile]]:
    for folder in directory.folders:
        for name in sorted(folder.document_files):
            yield Origin(f"{folder.id}/documents/{name}"), folder.document_files[name]
