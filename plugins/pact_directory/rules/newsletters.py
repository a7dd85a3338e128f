"""Rules of newsletters: that they fit on two sides of paper, and that their photographs may be shown."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.documents import DocumentKind
from ..model.pact import Newsletter
from ..model.record import WORDS
from ..prose import render
from .table import Finding, Sources, error, warning
from .wording import count

MOST_PHOTOS = 2
MOST_LETTERS = 800
MOST_LINES = 10
"""Paragraphs, headings and items of lists: each begins a line of its own."""


@error(
    "newsletter-long",
    title="The editor's words leave room for the rest of the newsletter",
    reason="A newsletter is one sheet, printed on both sides: the guide wants it cheap to copy.",
    source=Sources.GUIDE,
)
def words_leave_room(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The words have at most 800 letters in 10 lines; markup is not counted, links count as their words."""
    for _, newsletter in _each_newsletter(directory):
        text = render(newsletter.body).text
        letters, lines = len(text.replace("\n", "")), len(text.splitlines())
        if letters > MOST_LETTERS:
            message = f"The words of this newsletter have {count(letters, 'letter')}, and {MOST_LETTERS} fit."
            hint = f"Take out {count(letters - MOST_LETTERS, 'letter')}; the minutes have room for more."
            yield Finding(newsletter.origin, WORDS, message, hint)
        elif lines > MOST_LINES:
            message = f"The words of this newsletter have {count(lines, 'line')}, and {MOST_LINES} fit."
            hint = f"Join them to at most {MOST_LINES} paragraphs and items of lists."
            yield Finding(newsletter.origin, WORDS, message, hint)


@error(
    "newsletter-table",
    title="The editor's words hold no table",
    reason="On paper the words stand in half the width of a page, where a table cannot be read.",
    source=Sources.OURS,
)
def words_hold_no_table(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The words are paragraphs, headings and lists."""
    for _, newsletter in _each_newsletter(directory):
        if "<table" in render(newsletter.body).html:
            message = "There is a table in the words of this newsletter."
            hint = "Write it as a list, or put the table in the minutes."
            yield Finding(newsletter.origin, WORDS, message, hint)


@error(
    "newsletter-photos",
    title="A newsletter has two photographs at the most",
    reason="More do not fit beside what happened, on the front of the sheet.",
    source=Sources.OURS,
)
def photos_fit(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`photos` has at most two entries."""
    for _, newsletter in _each_newsletter(directory):
        if len(newsletter.photos) > MOST_PHOTOS:
            message = f"This newsletter has {len(newsletter.photos)} photographs, and {MOST_PHOTOS} fit."
            yield Finding(newsletter.origin, ("photos", MOST_PHOTOS), message, "Keep the two that say most.")


@error(
    "photo-kind",
    title="A photograph is a JPEG or a PNG",
    reason="Anything else cannot be shown on the page of a newsletter.",
    source=Sources.OURS,
)
def photos_are_pictures(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The file of each photograph is a picture, by what it holds and not by its name."""
    for folder, newsletter in _each_newsletter(directory):
        for index, photo in enumerate(newsletter.photos):
            document = folder.document_files.get(photo.file)
            if document is not None and document.kind is DocumentKind.PDF:
                message = f'"{photo.file}" is a PDF and no picture.'
                hint = "Save the picture as JPEG or PNG. A PDF can be offered under documents: of the meeting."
                yield Finding(newsletter.origin, ("photos", index, "file"), message, hint)


@warning(
    "photo-consent",
    title="Those in a photograph have agreed to it",
    reason="A picture on the web is there for everybody; who is in it is asked first.",
    source=Sources.OURS,
)
def photos_have_consent(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Each photograph says on what day those in it agreed."""
    for _, newsletter in _each_newsletter(directory):
        for index, photo in enumerate(newsletter.photos):
            if photo.consent_on is None:
                message = f'It is not said that those in "{photo.file}" have agreed to be shown.'
                hint = "Add consent_on: and the day. With nobody in it, the day it was taken will do."
                yield Finding(newsletter.origin, ("photos", index, "consent_on"), message, hint)


def _each_newsletter(directory: Directory) -> Iterator[tuple[PactFolder, Newsletter]]:
    for folder in directory.folders:
        for newsletter in folder.newsletters:
            yield folder, newsletter
