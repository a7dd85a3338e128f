"""Rules that keep people out of the record unless they agreed to be in it. No finding repeats a name."""

import re
from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.pact import PactKind
from ..model.record import Origin
from .table import Finding, Sources, error, warning
from .walking import each_personal_name
from .wording import spell_day

_LISTS_OF_PEOPLE = re.compile(
    r"sign(ing|ed)[-_. ]?in|sign[-_. ]?in([-_. ]?(sheet|list|form|book)|\.)|attend(ance|ees)|register|"
    r"(address|contacts?|mailing|e-?mail|phone|members?|membership)[-_. ]?(list|book|directory|sheet)",
    re.IGNORECASE,
)
_PICTURES = (".jpg", ".jpeg", ".png")


@error(
    "name-unpublished",
    title="A personal name is in the record only with leave to publish it",
    reason="The record is public; a name may be in it by consent or because of a public office.",
    source=Sources.OURS,
)
def name_has_leave(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A `name` stands beside `publish`, with its basis and dates."""
    for person in each_personal_name(directory):
        if person.publish is None and not person.in_youth_pact:
            yield Finding(
                person.origin,
                (*person.group, "name"),
                "There is a personal name here without leave to publish it.",
                "Leave name: empty, or add publish: with basis, given_on and review_by.",
            )


@error(
    "youth-name",
    title="A youth PACT names nobody",
    reason="Its members are under 18; neither consent nor a role puts a young person's name on the web.",
    source=Sources.OURS,
)
def youth_pact_names_nobody(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No role of a youth PACT carries a name, with `publish` or without."""
    for person in each_personal_name(directory):
        if person.in_youth_pact:
            message = "This is a youth PACT, and somebody is named here."
            yield Finding(person.origin, (*person.group, "name"), message, "Leave name: and publish: empty.")


@error(
    "youth-photo",
    title="A youth PACT publishes no photographs",
    reason="A picture shows who was there, and they are under 18.",
    source=Sources.OURS,
)
def youth_pact_shows_nobody(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No newsletter of a youth PACT has photos, and no picture is among its documents."""
    for folder in directory.folders:
        if folder.pact.kind is not PactKind.YOUTH:
            continue
        for newsletter in folder.newsletters:
            if newsletter.photos:
                message = "This is a youth PACT, and its newsletter has a photograph."
                yield Finding(newsletter.origin, ("photos",), message, "Take photos: away, and delete the file.")
        for name in sorted(folder.documents):
            if name.lower().endswith(_PICTURES):
                message = f'This is a youth PACT, and "{name}" in its documents is a picture.'
                yield Finding(_document(folder, name), (), message, "Delete it; a poster can be saved as PDF.")


@warning(
    "publish-lapsed",
    title="Leave to publish a name is renewed in time",
    reason="A name is withheld everywhere from the day after its leave ran out.",
    source=Sources.OURS,
)
def leave_has_not_lapsed(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`publish.review_by` is today or later."""
    for person in each_personal_name(directory):
        if person.publish is not None and person.publish.review_by < as_of and not person.in_youth_pact:
            yield Finding(
                person.origin,
                (*person.group, "publish", "review_by"),
                f"Leave to publish this name ran out on {spell_day(person.publish.review_by)}.",
                "It is withheld. Ask again and write the new days in publish:, or delete the name.",
            )


@error(
    "private-document",
    title="Signing-in sheets and address lists are not published",
    reason="They hold the names and homes of residents.",
    source=Sources.OURS,
)
def document_lists_nobody(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No file in a documents folder is named like a signing-in sheet, register or address list."""
    for folder in directory.folders:
        for name in sorted(folder.documents):
            if _LISTS_OF_PEOPLE.search(name):
                message = f'"{name}" is named like a list of people.'
                hint = "Delete it here. If it lists nobody, give it another name."
                yield Finding(_document(folder, name), (), message, hint)


def _document(folder: PactFolder, name: str) -> Origin:
    return Origin(f"{folder.id}/documents/{name}")
