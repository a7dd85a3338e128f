"""The parts of a newsletter: its line in a list, its pictures, what was done since the one before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model.actions import ActionStatus
from ..model.documents import DocumentKind
from ..publication import PublicNewsletter, PublicPact
from ..rules.newsletters import MOST_PHOTOS
from .cards import pact_ref
from .parts import ActionCard, IssueCard, MeetingRef, Ref
from .progress import LAPSED, meeting_ref

_WEIGHT = ("done", "resolved", "done_not_working", "news")
"""What comes first of what was done; the rest follows."""
_MOVING = {ActionStatus.AGREED, ActionStatus.IN_PROGRESS}


@dataclass(frozen=True, slots=True)
class PictureCard:
    """A picture: its address, what it shows in words, its pixels."""

    address: Address
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NewsletterRow:
    """A newsletter in a list, with the meeting it is about and its paper form."""

    pact: Ref
    published_on: date
    meeting: MeetingRef | None
    address: Address
    pdf: Address


@dataclass(frozen=True, slots=True)
class DoneLine:
    """Something done since the last newsletter.

    `status` is an `ActionStatus` code, resolved (a key issue), or news (an update, whose note is empty).
    """

    on: date
    what: str
    status: str
    note: str


def newsletter_row(pact: PublicPact, newsletter: PublicNewsletter) -> NewsletterRow:
    """A newsletter for a list."""
    here = addresses.newsletter(pact.id, newsletter.stem)
    return NewsletterRow(
        pact=pact_ref(pact),
        published_on=newsletter.facts.published_on,
        meeting=meeting_ref(pact, newsletter.stem),
        address=here,
        pdf=addresses.pdf(here, f"{pact.id}-newsletter-{newsletter.stem}"),
    )


def pictures(pact: PublicPact, newsletter: PublicNewsletter) -> tuple[PictureCard, ...]:
    """The photographs of a newsletter that are there and are pictures, two at the most."""
    found = []
    for photo in newsletter.facts.photos:
        document = pact.documents.get(photo.file)
        if document is not None and document.kind is not DocumentKind.PDF:
            address = addresses.document(pact.id, photo.file)
            found.append(PictureCard(address, photo.alt, document.width, document.height))
    return tuple(found[:MOST_PHOTOS])


def done_since(
    pact: PublicPact,
    cards: tuple[ActionCard, ...],
    issues: tuple[IssueCard, ...],
    between: tuple[date | None, date],
) -> tuple[DoneLine, ...]:
    """What was done after one day and up to another, as cards of that day tell: what is finished comes first."""
    after, until = between[0] or date.min, between[1]
    found = [line for line in _every_line(pact, cards, issues) if after < line.on <= until]
    return tuple(sorted(found, key=lambda line: (_rank(line.status), -line.on.toordinal())))


def _rank(status: str) -> int:
    return _WEIGHT.index(status) if status in _WEIGHT else len(_WEIGHT)


def _every_line(
    pact: PublicPact, cards: tuple[ActionCard, ...], issues: tuple[IssueCard, ...]
) -> Iterator[DoneLine]:
    for card in cards:
        told = (card.latest.note if card.latest else "") or ""
        if ended := _ended_on(card):
            yield DoneLine(ended, card.what, card.status, card.what_was_done or told)
        elif card.latest and card.latest.status in _MOVING:
            yield DoneLine(card.latest.on, card.what, card.latest.status.value, told)
    for issue in issues:
        if issue.status == "resolved":
            yield DoneLine(issue.since, issue.title, issue.status, issue.note)
    for update in pact.updates:
        yield DoneLine(update.facts.date, update.facts.title, "news", "")


def _ended_on(card: ActionCard) -> date | None:
    if card.is_open or card.status == LAPSED:
        return None
    return card.closed_on or (card.progress[-1].on if card.progress else None)
