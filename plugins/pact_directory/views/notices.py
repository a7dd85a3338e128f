"""Whom a meeting's notice goes to, how notice stands, and who is to be welcomed as a member."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model.area import Ward
from ..model.meeting import Meeting
from ..model.pact import PactKind, PactStatus
from ..publication import PublicPact
from .agenda import DrawnAgenda, drawn_agenda
from .calendars import OFF, CalendarEvent, calendar_event
from .cards import meeting_card, pact_card, ward_ref
from .index import Index, PactMeeting
from .parts import MeetingCard, PactCard, WardRef
from .seats import WardSeat, seats, seats_of_pact


@dataclass(frozen=True, slots=True)
class NoticeState:
    """How councillors' notice of a meeting stands.

    `state` is given, short (given, too few days before), to_come, late (not given, and the day for it has
    passed), or open: not given, and the area's number is for panel and forum meetings alone. `days` runs from
    the notice to the meeting, `due_by` is the last day on which it is long enough.
    """

    state: str
    given_on: date | None
    days: int
    wanted: int
    due_by: date


@dataclass(frozen=True, slots=True)
class MeetingNotice:
    """A meeting to come, and everybody to be told of it.

    `days_left` runs from the day to the meeting; `drawn` is its agenda as drawn up from the record, while none
    was given.
    """

    pact: PactCard
    card: MeetingCard
    facts: Meeting
    drawn: DrawnAgenda | None
    event: CalendarEvent
    notice: NoticeState
    days_left: int
    expected: tuple[str, ...]
    issues: tuple[str, ...]
    seats: tuple[WardSeat, ...]

    @property
    def is_off(self) -> bool:
        """Whether the meeting was cancelled or moved, after councillors had been told of it."""
        return self.event.is_off

    @property
    def agenda(self) -> tuple[str, ...]:
        """The agenda as it was given."""
        return self.facts.agenda

    @property
    def is_short(self) -> bool:
        """Whether a notice given on the day is too late by the area's number, which is for formal meetings."""
        return self.facts.is_formal and self.days_left < self.notice.wanted


@dataclass(frozen=True, slots=True)
class Welcome:
    """An invitation to membership: to new councillors of a ward, or to all councillors of a new PACT.

    `pact` is the new PACT, None where the councillors are new; `ward` is then their ward. `pacts` are those
    they are invited to, each with its next meeting.
    """

    pact: PactCard | None
    ward: WardRef | None
    pacts: tuple[PactCard, ...]
    seats: tuple[WardSeat, ...]


def invites(pact: PublicPact) -> bool:
    """Tell whether a PACT's meetings are told to the councillors of its wards.

    They are invited to every PACT of their ward (Medway review, recommendation 4). A forum brings chairs
    together, from every ward, and invites none; a PACT that has closed has nothing to invite to.
    """
    return pact.facts.kind is not PactKind.FORUM and pact.facts.status is not PactStatus.CLOSED


def invited(index: Index, pact: PublicPact) -> tuple[WardSeat, ...]:
    """Whom the notice of a PACT's meetings goes to: the seats of its wards on the day, vacant ones among them."""
    return seats_of_pact(index, pact) if invites(pact) else ()


def notice_state(index: Index, meeting: Meeting) -> NoticeState:
    """How the notice of a meeting stands on the day."""
    wanted = index.directory.area.policy.notice_days
    due_by = meeting.date - timedelta(days=wanted)
    days = (meeting.date - (meeting.notice_on or index.as_of)).days
    if meeting.notice_on is not None:
        state = "given" if days >= wanted or not meeting.is_formal else "short"
    elif not meeting.is_formal:
        state = "open"
    else:
        state = "to_come" if index.as_of <= due_by else "late"
    return NoticeState(state, meeting.notice_on, days, wanted, due_by)


def notices(index: Index, days: int) -> tuple[MeetingNotice, ...]:
    """The meetings of the next so many days that councillors are told of, soonest first.

    One that was cancelled or moved is among them when councillors had been told of it.
    """
    last = index.as_of + timedelta(days=days)
    return tuple(
        _notice(index, one)
        for one in index.meetings
        if index.as_of <= one.meeting.facts.date <= last and invites(one.pact) and _is_told(index, one)
    )


def _is_told(index: Index, one: PactMeeting) -> bool:
    facts = one.meeting.facts
    return index.is_upcoming(one.meeting) or (facts.status in OFF and facts.notice_on is not None)


def _notice(index: Index, one: PactMeeting) -> MeetingNotice:
    facts = one.meeting.facts
    agencies = (index.directory.agency_by_id.get(agency) for agency in facts.agencies_expected)
    return MeetingNotice(
        pact=pact_card(index, one.pact),
        card=meeting_card(index, one),
        facts=facts,
        drawn=agenda_if_none(index, one),
        event=calendar_event(index, one),
        notice=notice_state(index, facts),
        days_left=(facts.date - index.as_of).days,
        expected=tuple(agency.name for agency in agencies if agency),
        issues=tuple(issue.title for issue in index.issues_of[one.pact.id] if issue.status == "key"),
        seats=invited(index, one.pact),
    )


def agenda_if_none(index: Index, one: PactMeeting) -> DrawnAgenda | None:
    """The agenda drawn up from the record for a formal meeting to come that was given none."""
    facts = one.meeting.facts
    return drawn_agenda(index, one.pact, facts) if facts.is_formal and not facts.agenda else None


def welcomes(index: Index, days: int) -> tuple[Welcome, ...]:
    """The invitations to membership that the last so many days call for: new councillors' first, by ward.

    Who is new on the council is told of every PACT of the ward, a new one among them, and so is not told of
    that one again.
    """
    since = index.as_of - timedelta(days=days)
    newcomers = [welcome for ward in index.wards if (welcome := _to_newcomers(index, ward, since))]
    return (*newcomers, *_of_new_pacts(index, since))


def _to_newcomers(index: Index, ward: Ward, since: date) -> Welcome | None:
    pacts = [pact for pact in index.pacts_in_ward[ward.gss] if invites(pact) and _is_at_work(pact)]
    ref = ward_ref(index, ward.gss)
    new = tuple(
        WardSeat(ward.gss, ref, False, seat)
        for seat in seats(index, ward)
        if seat.since is not None and seat.since >= since
    )
    return Welcome(None, ref, tuple(pact_card(index, pact) for pact in pacts), new) if pacts and new else None


def _of_new_pacts(index: Index, since: date) -> Iterator[Welcome]:
    for pact in index.pacts:
        if not (invites(pact) and _is_at_work(pact) and _is_new(pact, since, index.as_of)):
            continue
        told = tuple(one for one in invited(index, pact) if one.seat.since is None or one.seat.since < since)
        if told:
            card = pact_card(index, pact)
            yield Welcome(card, None, (card,), told)


def _is_at_work(pact: PublicPact) -> bool:
    return pact.facts.status in {PactStatus.ENDORSED, PactStatus.ACTIVE, PactStatus.PAUSED}


def _is_new(pact: PublicPact, since: date, as_of: date) -> bool:
    """Tell whether a PACT was formed, first endorsed or first active in the days looked at."""
    first: dict[PactStatus, date] = {}
    for change in pact.facts.status_history:
        first.setdefault(change.status, change.on)
    began = (pact.facts.formed_on, first.get(PactStatus.ENDORSED), first.get(PactStatus.ACTIVE))
    return any(day is not None and since <= day <= as_of for day in began)
