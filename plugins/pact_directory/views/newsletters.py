"""Newsletters: a page each, which is also printed on two sides, and the archive of them all.

A newsletter is of its day: actions and key issues stand as they did when it came out.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from .. import addresses
from ..addresses import Address
from ..model.meeting import MeetingStatus, Minutes
from ..prose import SafeHtml
from ..publication import PublicMeeting, PublicNewsletter, PublicPact
from .as_it_stood import cards_on
from .cards import meeting_card, pact_card, pact_contact, pact_police
from .cards import place as place_of
from .index import Index, PactMeeting
from .map_parts import AreaMap
from .maps import pact_map
from .meetings import VoteLine, vote_lines
from .newsletter_parts import DoneLine, NewsletterRow, PictureCard, done_since, newsletter_row, pictures
from .parts import ActionCard, ContactCard, IssueCard, MeetingCard, PactCard, Place
from .progress import OPEN_CODES
from .short_texts import ShortFacts, short_facts

NEWEST = 30
_OFF = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}


@dataclass(frozen=True, slots=True)
class NewsletterPage:
    """One newsletter: in front what happened, on the back who does what.

    `issues` and `actions` stand as they did on the day it came out; `done` is what was done since the one
    before. `coming` is the first meeting after that day that stands; `called_off` is the one it would have
    been, where that was cancelled or moved since. `pdf` is its paper form.
    """

    card: MeetingCard
    pact: PactCard
    published_on: date
    words: SafeHtml
    photos: tuple[PictureCard, ...]
    minutes_are_out: bool
    decisions: tuple[str, ...]
    findings: tuple[str, ...]
    votes: tuple[VoteLine, ...]
    agencies: int
    issues: tuple[IssueCard, ...]
    done: tuple[DoneLine, ...]
    actions: tuple[ActionCard, ...]
    coming: MeetingCard | None
    called_off: MeetingCard | None
    contact: ContactCard | None
    police: tuple[ContactCard, ...]
    letter: Place | None
    map: AreaMap | None
    distribution: tuple[str, ...]
    short: ShortFacts
    earlier: NewsletterRow | None
    later: NewsletterRow | None
    pdf: Address


@dataclass(frozen=True, slots=True)
class NewslettersPage:
    """The newest newsletters (`year` None) or those of a year, newest first, with the other years.

    `count` and `pact_count` are those of the year; of all newsletters on the page of the newest.
    """

    year: int | None
    rows: tuple[NewsletterRow, ...]
    count: int
    pact_count: int
    years: tuple[tuple[int, Address], ...]


def newsletter_page(index: Index, pact: PublicPact, newsletter: PublicNewsletter) -> NewsletterPage:
    """The page of one newsletter."""
    meeting = pact.meeting_by_stem[newsletter.stem]
    facts, day = meeting.facts, newsletter.facts.published_on
    cards, issues = cards_on(index.directory, pact, day)
    key_issues = tuple(issue for issue in issues if issue.status == "key")
    earlier, later = _around(pact, newsletter)
    done = done_since(pact, cards, issues, (earlier.facts.published_on if earlier else None, day))
    actions = tuple(card for card in cards if card.status in OPEN_CODES)
    coming, called_off = _next_meetings(index, pact, day)
    return NewsletterPage(
        card=meeting_card(index, PactMeeting(pact, meeting)),
        pact=pact_card(index, pact),
        published_on=day,
        words=newsletter.words,
        photos=pictures(pact, newsletter),
        minutes_are_out=facts.minutes is Minutes.PUBLISHED,
        decisions=facts.decisions,
        findings=facts.findings,
        votes=vote_lines(index, facts),
        agencies=len(facts.agencies_present),
        issues=key_issues,
        done=done,
        actions=_by_agency(actions),
        coming=coming,
        called_off=called_off,
        contact=pact_contact(pact),
        police=pact_police(index, pact),
        letter=place_of(index, pact.facts.meets.usual_venue),
        map=_map(index, pact),
        distribution=newsletter.facts.distribution,
        short=short_facts(index, pact, meeting, (key_issues, actions, done), coming),
        earlier=newsletter_row(pact, earlier) if earlier else None,
        later=newsletter_row(pact, later) if later else None,
        pdf=newsletter_row(pact, newsletter).pdf,
    )


def newsletter_years(index: Index) -> tuple[int, ...]:
    """The years that have a newsletter, newest first."""
    return tuple(sorted({row.published_on.year for row in newest_newsletters(index)}, reverse=True))


def newsletters_page(index: Index, year: int | None = None) -> NewslettersPage:
    """The newest newsletters, or all of a year."""
    every = newest_newsletters(index)
    rows = tuple(row for row in every if row.published_on.year == year) if year else every[:NEWEST]
    return NewslettersPage(
        year=year,
        rows=rows,
        count=len(rows) if year else len(every),
        pact_count=len({row.pact.address for row in (rows if year else every)}),
        years=tuple((one, addresses.newsletters_in(one)) for one in newsletter_years(index)),
    )


def newest_newsletters(index: Index) -> tuple[NewsletterRow, ...]:
    """Every newsletter of the area, newest first."""
    rows = [newsletter_row(pact, newsletter) for pact in index.pacts for newsletter in pact.newsletters]
    return tuple(sorted(rows, key=lambda row: row.published_on, reverse=True))


def newsletters_of(pact: PublicPact) -> tuple[NewsletterRow, ...]:
    """The newsletters of a PACT, newest first."""
    return tuple(newsletter_row(pact, newsletter) for newsletter in reversed(_in_order(pact)))


def _in_order(pact: PublicPact) -> list[PublicNewsletter]:
    return sorted(pact.newsletters, key=lambda one: (one.facts.published_on, one.stem))


def _around(
    pact: PublicPact, newsletter: PublicNewsletter
) -> tuple[PublicNewsletter | None, PublicNewsletter | None]:
    """The PACT's newsletters before and after one."""
    every: list[PublicNewsletter | None] = [None, *_in_order(pact), None]
    at = every.index(newsletter)
    return every[at - 1], every[at + 1]


def _next_meetings(index: Index, pact: PublicPact, day: date) -> tuple[MeetingCard | None, MeetingCard | None]:
    """The first meeting after a day that stands; and the one before it that was called off only after that day."""
    ordered = sorted((PactMeeting(pact, meeting) for meeting in pact.meetings), key=lambda one: one.when)
    coming = [one for one in ordered if one.meeting.facts.date > day and not _was_off(one.meeting, day)]
    standing = [one for one in coming if one.meeting.facts.status not in _OFF]
    first = meeting_card(index, standing[0]) if standing else None
    if not coming or coming[0] is (standing[0] if standing else None):
        return first, None
    return first, meeting_card(index, coming[0])


def _was_off(meeting: PublicMeeting, day: date) -> bool:
    changed = meeting.facts.updated_on
    return meeting.facts.status in _OFF and changed is not None and changed <= day


@lru_cache(maxsize=1)  # the newsletters of a PACT follow one another, and all have the same
def _map(index: Index, pact: PublicPact) -> AreaMap | None:
    """Where a PACT is; none of one that is everywhere. Where it meets is left out: that changes with the days."""
    area = None if len(pact.facts.wards) == len(index.wards) else pact_map(index, pact)
    return replace(area, points=()) if area else None


def _by_agency(actions: tuple[ActionCard, ...]) -> tuple[ActionCard, ...]:
    """Open actions for the back: held up first, then agency by agency."""

    def place(card: ActionCard) -> tuple[bool, str]:
        return (card.status != "blocked", card.lead.name if card.lead else "")

    return tuple(sorted(actions, key=place))
