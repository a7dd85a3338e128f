"""Meetings: a page each."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model.meeting import Meeting
from ..prose import SafeHtml
from .agenda import DrawnAgenda, carried_over, drawn_agenda
from .calendars import CalendarEvent, announced_event, own_calendar
from .cards import meeting_card, pact_card, pact_contact
from .cards import place as place_of
from .documents import DocumentLine, document_lines
from .index import Index, PactMeeting
from .newsletter_parts import NewsletterRow, newsletter_row
from .papers.overview import papers_address
from .parts import ActionCard, ContactCard, MeetingCard, PactCard, Place, Ref


@dataclass(frozen=True, slots=True)
class VoteLine:
    """How many residents chose a topic."""

    topic: str
    count: int


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting, before or after.

    `actions` were raised here and stand as they do today; `follow_up` are the PACT's open actions, for a
    meeting to come. `drawn` is an agenda drawn up from the record, where a formal meeting to come has none.
    `notice_days` counts from the notice to the day. `letter` is where a letter to the panel is left.
    """

    card: MeetingCard
    pact: PactCard
    facts: Meeting
    words: SafeHtml
    actions: tuple[ActionCard, ...]
    follow_up: tuple[ActionCard, ...]
    drawn: DrawnAgenda | None
    documents: tuple[DocumentLine, ...]
    present: tuple[Ref, ...]
    expected: tuple[Ref, ...]
    votes: tuple[VoteLine, ...]
    notice_days: int | None
    notice_wanted: int
    minutes_due: date | None
    contact: ContactCard | None
    letter: Place | None
    earlier: MeetingCard | None
    later: MeetingCard | None
    next_one: MeetingCard | None
    newsletter: NewsletterRow | None
    papers: Address | None
    is_upcoming: bool
    calendar: Address | None
    event: CalendarEvent | None


def meeting_page(
    index: Index, one: PactMeeting, around: tuple[PactMeeting | None, PactMeeting | None]
) -> MeetingPage:
    """The page of one meeting; `around` are the PACT's meetings before and after it."""
    facts = one.meeting.facts
    told = one.pact.newsletter_by_stem.get(facts.stem)
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
        follow_up=carried_over(index, one.pact, facts.date) if upcoming and facts.is_formal else (),
        drawn=drawn_agenda(index, one.pact, facts) if upcoming and facts.is_formal and not facts.agenda else None,
        documents=document_lines(one.pact, facts),
        present=agency_refs(index, facts.agencies_present),
        expected=agency_refs(index, facts.agencies_expected),
        votes=vote_lines(index, facts),
        notice_days=(facts.date - facts.notice_on).days if facts.notice_on else None,
        notice_wanted=policy.notice_days,
        minutes_due=date.fromordinal(facts.date.toordinal() + policy.minutes_days),
        contact=pact_contact(one.pact),
        letter=place_of(index, one.pact.facts.meets.usual_venue),
        earlier=meeting_card(index, earlier) if earlier else None,
        later=meeting_card(index, later) if later else None,
        next_one=meeting_card(index, following[0])
        if following and following[0].meeting.stem != facts.stem
        else None,
        newsletter=newsletter_row(one.pact, told) if told else None,
        papers=papers_address(index, one),
        is_upcoming=upcoming,
        calendar=own_calendar(index, one),
        event=announced_event(index, one),
    )


def vote_lines(index: Index, facts: Meeting) -> tuple[VoteLine, ...]:
    """How residents voted at a meeting, by topic."""
    return tuple(VoteLine(index.directory.topic_by_id[vote.topic].name, vote.count) for vote in facts.votes)


def agency_refs(index: Index, ids: tuple[str, ...]) -> tuple[Ref, ...]:
    """Agencies by name, from their ids."""
    known = (index.directory.agency_by_id.get(agency_id) for agency_id in ids)
    return tuple(Ref(agency.name, addresses.agency(agency.id)) for agency in known if agency)
