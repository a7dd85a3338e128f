"""Cases of newsletters: words that fit on the sheet, and photographs that may be shown."""

from pathlib import Path
from typing import Any

from pact_directory.model.directory import Directory
from pact_directory.model.documents import DocumentFile, DocumentKind
from tests.factories import a_directory, a_folder, a_newsletter

from .case import Case

_PATH = "luton/newsletters/2026-07-09.md"
_TABLE = "| Where | When |\n| --- | --- |\n| The hall | Noon |\n"


def _luton(body: str = "", kind: DocumentKind = DocumentKind.JPEG, **changes: Any) -> Directory:
    names = {photo["file"] for photo in changes.get("photos", ())}
    files = {name: DocumentFile(name, kind, Path(name), 1_000, 40, 30) for name in names}
    newsletters = (*a_folder().newsletters[:2], a_newsletter(body=body, **changes))
    return a_directory(a_folder(newsletters=newsletters, documents=frozenset(names), document_files=files))


def _photos(count: int) -> list[dict[str, str]]:
    photo = {"alt": "The new sign", "consent_on": "2026-07-20"}
    return [{"file": f"sign-{number}.jpg", **photo} for number in range(count)]


CASES = (
    Case(
        "newsletter-long",
        _luton("word " * 159 + "sixty."),
        _PATH,
        "(words)",
        "have 801 letters, and 800 fit. Take out 1 letter",
        _luton("word " * 159 + "five."),
    ),
    Case(
        "newsletter-long",
        _luton("- one\n" * 11),
        _PATH,
        "(words)",
        "have 11 lines, and 10 fit",
        _luton("- one\n" * 10),
        "in lines",
    ),
    Case(
        "newsletter-long",
        _luton("[word](https://example.org/" + "a" * 400 + ") " + "word " * 160),
        _PATH,
        "(words)",
        "have 804 letters",
        _luton("[word](https://example.org/" + "a" * 400 + ") " + "**word** " * 155),
        "counts words, not markup",
    ),
    Case(
        "newsletter-table",
        _luton(_TABLE),
        _PATH,
        "(words)",
        "There is a table in the words of this newsletter.",
        _luton("## The hall\n\n- Noon\n"),
    ),
    Case(
        "newsletter-photos",
        _luton(photos=_photos(3)),
        _PATH,
        "photos[3]",
        "has 3 photographs, and 2 fit",
        _luton(photos=_photos(2)),
    ),
    Case(
        "photo-kind",
        _luton(kind=DocumentKind.PDF, photos=_photos(1)),
        _PATH,
        "photos[1].file",
        '"sign-0.jpg" is a PDF and no picture.',
        _luton(kind=DocumentKind.PNG, photos=_photos(1)),
    ),
    Case(
        "photo-consent",
        _luton(photos=[{"file": "sign-0.jpg", "alt": "The new sign"}]),
        _PATH,
        "photos[1].consent_on",
        "have agreed to be shown",
        _luton(photos=_photos(1)),
    ),
)
