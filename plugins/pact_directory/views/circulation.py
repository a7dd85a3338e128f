"""What goes to the members of a panel: the papers of a meeting to come, and the minutes once they are out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ..model.meeting import Meeting
from .agenda import DrawnAgenda, last_formal, urgency
from .calendars import CalendarEvent, calendar_event
from .cards import meeting_card, pact_card
from .index import Index, PactMeeting
from .notices import agenda_if_none
from .parts import ActionCard, MeetingCard, PactCard
from .progress import OPEN_CODES


@dataclass(frozen=True, slots=True)
class LeadActions:
    """The open actions one agency leads on, or is asked to: held up first. `lead` is empty where there is none."""

    lead: str
    actions: tuple[ActionCard, ...]


@dataclass(frozen=True, slots=True)
class LastMinutes:
    """The last formal meeting before, and what was written of it, as typed; empty until it is published."""

    card: MeetingCard
    facts: Meeting


@dataclass(frozen=True, slots=True)
class Circulation:
    """What the members of a panel are sent, about a meeting: its papers when `is_papers`, else its minutes.

    `upcoming` is the next formal meeting, where there is one, `last` the one whose minutes are told of.
    """

    is_papers: bool
    about: MeetingCard
    pact: PactCard
    upcoming: MeetingCard | None
    agenda: tuple[str, ...]
    drawn: DrawnAgenda | None
    event: CalendarEvent | None
    last: LastMinutes | None
    plan: tuple[LeadActions, ...]


def circulations(index: Index, days: int) -> tuple[Circulation, ...]:
    """What is due to members: papers for the next so many days, minutes that came out in the last so many.

    Minutes that go out with the papers of the next meeting are not sent twice.
    """
    papers = tuple(_papers(index, days))
    sent = {one.last.card.address for one in papers if one.last}
    return (*papers, *(one for one in _minutes_out(index, days) if one.last and one.last.card.address not in sent))


def _papers(index: Index, days: int) -> Iterator[Circulation]:
    last = index.as_of + timedelta(days=days)
    for one in index.upcoming:
        if one.meeting.facts.is_formal and one.meeting.facts.date <= last:
            yield _circulation(index, one, one, _last_minutes(index, one), is_papers=True)


def _minutes_out(index: Index, days: int) -> Iterator[Circulation]:
    since = index.as_of - timedelta(days=days)
    for one in index.meetings:
        out_on = one.meeting.facts.minutes_on
        if one.meeting.facts.is_formal and out_on is not None and since <= out_on <= index.as_of:
            told = LastMinutes(meeting_card(index, one), one.meeting.facts)
            formal = (other for other in index.upcoming_of[one.pact.id] if other.meeting.facts.is_formal)
            yield _circulation(index, one, next(formal, None), told, is_papers=False)


def _circulation(
    index: Index, about: PactMeeting, upcoming: PactMeeting | None, last: LastMinutes | None, *, is_papers: bool
) -> Circulation:
    return Circulation(
        is_papers=is_papers,
        about=meeting_card(index, about),
        pact=pact_card(index, about.pact),
        upcoming=meeting_card(index, upcoming) if upcoming else None,
        agenda=upcoming.meeting.facts.agenda if upcoming else (),
        drawn=agenda_if_none(index, upcoming) if upcoming else None,
        event=calendar_event(index, upcoming) if upcoming else None,
        last=last,
        plan=action_plan(index.actions_of[about.pact.id]),
    )


def _last_minutes(index: Index, one: PactMeeting) -> LastMinutes | None:
    last = last_formal(one.pact, one.meeting.facts.date)
    return LastMinutes(meeting_card(index, PactMeeting(one.pact, last)), last.facts) if last else None


def action_plan(cards: tuple[ActionCard, ...]) -> tuple[LeadActions, ...]:
    """The open actions by lead agency: agencies with something held up or late first, then by name."""
    by_lead: dict[str, list[ActionCard]] = {}
    for card in cards:
        if card.status in OPEN_CODES:
            by_lead.setdefault(card.lead.name if card.lead else "", []).append(card)
    plan = [LeadActions(lead, tuple(sorted(actions, key=urgency))) for lead, actions in by_lead.items()]
    return tuple(sorted(plan, key=lambda one: (urgency(one.actions[0]), one.lead)))
