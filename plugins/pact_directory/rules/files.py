"""Rules of files: that those named are there, and are named after their day."""

from collections.abc import Iterator
from datetime import date

from pydantic_core import PydanticCustomError

from ..model.directory import Directory, PactFolder
from ..model.record import FieldPath, FileRecord, Origin
from ..model.types import read_web
from .table import Finding, Sources, error
from .walking import each_meeting
from .wording import suggest


@error(
    "unknown-document",
    title="Every document named is in the documents folder",
    reason="A link to nothing is worse than no link.",
    source=Sources.OURS,
)
def documents_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The files a meeting offers and a newsletter shows are in the PACT's documents folder."""
    for folder in directory.folders:
        for origin, field, name in named_documents(folder):
            if name not in folder.documents:
                message = f'There is no file "{name}" in {folder.id}/documents.'
                yield Finding(origin, field, message, suggest(name, folder.documents, "Put the file there."))


def named_documents(folder: PactFolder) -> Iterator[tuple[Origin, FieldPath, str]]:
    """The files that meetings offer and newsletters show, each with the place that names it."""
    for meeting in folder.meetings:
        for index, document in enumerate(meeting.documents):
            yield meeting.origin, ("documents", index, "file"), document.file
    for newsletter in folder.newsletters:
        for index, photo in enumerate(newsletter.photos):
            yield newsletter.origin, ("photos", index, "file"), photo.file


@error(
    "terms-of-reference",
    title="Terms of reference are a document or a link",
    reason="The guide gives every panel terms of reference; residents can read them only if they open.",
    source=Sources.GUIDE,
)
def terms_can_be_opened(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`terms_of_reference` is a whole web address, or a file in the documents folder."""
    for folder in directory.folders:
        terms = folder.pact.terms_of_reference
        if terms is not None and terms not in folder.documents and not _is_link(terms):
            yield Finding(
                folder.pact.origin,
                ("terms_of_reference",),
                f'"{terms}" is neither a link nor a file in {folder.id}/documents.',
                "Write a web address beginning https://, or the name of a file there.",
            )


def _is_link(text: str) -> bool:
    try:
        read_web(text)
    except PydanticCustomError:
        return False
    return True


@error(
    "file-day",
    title="A meeting's or update's file is named after its day",
    reason="The name is the page's address; two days would send residents to the wrong evening.",
    source=Sources.OURS,
)
def files_are_named_after_days(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The file's name begins with `date`."""
    for _, meeting in each_meeting(directory):
        yield from _named_otherwise(meeting, meeting.stem, meeting.date)
    for folder in directory.folders:
        for update in folder.updates:
            yield from _named_otherwise(update, update.stem, update.date)


def _named_otherwise(record: FileRecord, stem: str, day: date) -> Iterator[Finding]:
    if not stem.startswith(day.isoformat()):
        message = f'The file is named "{stem}", and its date is {day.isoformat()}.'
        hint = "Put the date right. If the day has changed, mark this file as moved and add a new one."
        yield Finding(record.origin, ("date",), message, hint)
