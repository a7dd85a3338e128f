"""Meetings: a page each, those to come, and every year's."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model.meeting import Meeting
from ..prose import SafeHtml
from .cards import meeting_card, pact_card, pact_contact
from .index import Index, PactMeeting
from .parts import ActionCard, ContactCard, MeetingCard, PactCard, Ref
from .progress import OPEN_CODES


@dataclass(frozen=True, slots=True)
class VoteLine:
    """How many residents chose a topic."""

    topic: str
    count: int


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting, before or after.

    `actions` were raised here and stand as they do today; `follow_up` are the PACT's open actions, for a
    meeting to come. `notice_days` counts from the notice to the day.
    """

    card: MeetingCard
    pact: PactCard
    facts: Meeting
    words: SafeHtml
    actions: tuple[ActionCard, ...]
    follow_up: tuple[ActionCard, ...]
    present: tuple[Ref, ...]
    expected: tuple[Ref, ...]
    votes: tuple[VoteLine, ...]
    notice_days: int | None
    notice_wanted: int
    minutes_due: date | None
    contact: ContactCard | None
    earlier: MeetingCard | None
    later: MeetingCard | None
    next_one: MeetingCard | None
    is_upcoming: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of one month."""

    first: date
    meetings: tuple[MeetingCard, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings to come (`year` None) or those of a year, by month, with the other years."""

    year: int | None
    months: tuple[Month, ...]
    count: int
    pact_count: int
    years: tuple[tuple[int, Address], ...]


def meeting_page(
    index: Index, one: PactMeeting, around: tuple[PactMeeting | None, PactMeeting | None]
) -> MeetingPage:
    """The page of one meeting; `around` are the PACT's meetings before and after it."""
    facts = one.meeting.facts
    cards = index.actions_of[one.pact.id]
    raised_here = {action.id for action in one.pact.actions if action.raised_at == facts.stem}
    upcoming = index.is_upcoming(one.meeting)
    following = index.upcoming_of[one.pact.id]
    policy = index.directory.area.policy
    earlier, later = around
    return MeetingPage(
        card=meeting_card(index, one),
        pact=pact_card(index, one.pact),
        facts=facts,
        words=one.meeting.words,
        actions=tuple(card for card in cards if card.id in raised_here),
        follow_up=tuple(card for card in cards if card.status in OPEN_CODES)
        if upcoming and facts.is_formal
        else (),
        present=_agencies(index, facts.agencies_present),
        expected=_agencies(index, facts.agencies_expected),
        votes=tuple(VoteLine(index.directory.topic_by_id[vote.topic].name, vote.count) for vote in facts.votes),
        notice_days=(facts.date - facts.notice_on).days if facts.notice_on else None,
        notice_wanted=policy.notice_days,
        minutes_due=date.fromordinal(facts.date.toordinal() + policy.minutes_days),
        contact=pact_contact(one.pact),
        earlier=meeting_card(index, earlier) if earlier else None,
        later=meeting_card(index, later) if later else None,
        next_one=meeting_card(index, following[0])
        if following and following[0].meeting.stem != facts.stem
        else None,
        is_upcoming=upcoming,
    )


def _agencies(index: Index, ids: tuple[str, ...]) -> tuple[Ref, ...]:
    known = (index.directory.agency_by_id.get(agency_id) for agency_id in ids)
    return tuple(Ref(agency.name, addresses.agency(agency.id)) for agency in known if agency)


def meeting_years(index: Index) -> tuple[int, ...]:
    """The years that have a meeting, newest first."""
    return tuple(sorted({one.meeting.facts.date.year for one in index.meetings}, reverse=True))


def upcoming_page(index: Index) -> MeetingsPage:
    """The meetings to come, soonest first."""
    return _page(index, None, index.upcoming)


def year_page(index: Index, year: int) -> MeetingsPage:
    """Every meeting of a year, newest first; cancelled and moved ones stay."""
    return _page(
        index, year, tuple(one for one in reversed(index.meetings) if one.meeting.facts.date.year == year)
    )


def _page(index: Index, year: int | None, meetings: tuple[PactMeeting, ...]) -> MeetingsPage:
    months: dict[date, list[MeetingCard]] = {}
    for one in meetings:
        months.setdefault(one.meeting.facts.date.replace(day=1), []).append(meeting_card(index, one))
    return MeetingsPage(
        year=year,
        months=tuple(Month(first, tuple(cards)) for first, cards in months.items()),
        count=len(meetings),
        pact_count=len({one.pact.id for one in meetings}),
        years=tuple((every, addresses.meetings_in(every)) for every in meeting_years(index)),
    )
