"""Everything there is to print or send for one meeting, with words for the press and for partners."""

from dataclasses import dataclass
from datetime import date

from ... import addresses
from ...addresses import Address
from ..cards import meeting_card, pact_contact
from ..index import Index, PactMeeting
from ..parts import ContactCard, MeetingCard
from .kinds import Print, is_firm, paper_address, papers_of, prints_of
from .poster import POSTER_DAYS


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in the list: its `PaperKind` code, its page and its PDFs."""

    code: str
    address: Address
    prints: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class PosterDays:
    """When a poster goes up: between two days, and how many days are left until the meeting.

    `is_late` once the second of the two has passed.
    """

    first: date
    last: date
    left: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The papers of a meeting.

    `missing` says what stands in the way of a poster: unconfirmed, time, place (codes of the words). `issues`
    are the key issues, which notes for editors name. `audiences` are those an open meeting is for.
    """

    card: MeetingCard
    pact_kind: str
    papers: tuple[PaperLine, ...]
    is_firm: bool
    is_upcoming: bool
    missing: tuple[str, ...]
    days: PosterDays
    contact: ContactCard | None
    issues: tuple[str, ...]
    most_issues: int
    audiences: tuple[str, ...]


def papers_page(index: Index, one: PactMeeting) -> PapersPage:
    """The page that lists the papers of a meeting."""
    facts = one.meeting.facts
    lines = (
        PaperLine(kind.value, paper_address(one, kind), prints_of(one, kind)) for kind in papers_of(index, one)
    )
    return PapersPage(
        card=meeting_card(index, one),
        pact_kind=one.pact.facts.kind.value,
        papers=tuple(lines),
        is_firm=is_firm(one),
        is_upcoming=index.is_upcoming(one.meeting),
        missing=_missing(one),
        days=_poster_days(index, facts.date),
        contact=pact_contact(one.pact),
        issues=tuple(issue.title for issue in index.issues_of[one.pact.id] if issue.status == "key"),
        most_issues=index.directory.area.policy.key_issues,
        audiences=facts.audiences,
    )


def papers_address(index: Index, one: PactMeeting) -> Address | None:
    """The page that lists the papers of a meeting, where it has any."""
    return addresses.meeting_papers(one.pact.id, one.meeting.stem) if papers_of(index, one) else None


def _missing(one: PactMeeting) -> tuple[str, ...]:
    facts = one.meeting.facts
    absent = (
        ("unconfirmed", facts.status.value != "confirmed"),
        ("time", facts.start is None),
        ("place", facts.venue is None),
    )
    return tuple(code for code, is_absent in absent if is_absent)


def _poster_days(index: Index, day: date) -> PosterDays:
    # A meeting at the beginning of the calendar is somebody's slip; it must not stop the site.
    first, last = (date.fromordinal(max(1, day.toordinal() - gap.days)) for gap in POSTER_DAYS)
    return PosterDays(first, last, (day - index.as_of).days, index.as_of > last)
