"""The coordinator's list: what is due, PACT by PACT, soonest first. Published only where the area asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model.meeting import MeetingKind, MeetingStatus, Minutes
from ..model.pact import PactStatus
from ..publication import PublicMeeting, PublicPact
from . import cards
from .index import Index, PactMeeting
from .parts import MeetingCard, Ref

HORIZON = timedelta(days=28)
_LOOK_BACK = timedelta(days=365)
_WITH_NEWSLETTER = frozenset({MeetingKind.PANEL, MeetingKind.WORKSHOP})


@dataclass(frozen=True, slots=True)
class TodoItem:
    """Something to do. `kind` is a code of the words; `what` an action's or a ward's name, where it has one."""

    kind: str
    due: date
    pact: Ref
    phone: str
    email: str
    meeting: MeetingCard | None
    what: str


@dataclass(frozen=True, slots=True)
class TodoPage:
    """What is late, what falls in the seven days from the day, and what in the three weeks after."""

    as_of: date
    late: tuple[TodoItem, ...]
    this_week: tuple[TodoItem, ...]
    later: tuple[TodoItem, ...]


def todo_page(index: Index) -> TodoPage:
    """Everything due up to four weeks from the day, by date."""
    items = sorted(
        (item for pact in index.pacts for item in _items(index, pact)),
        key=lambda item: (item.due, item.pact.name, item.kind),
    )
    week = index.as_of + timedelta(days=7)
    return TodoPage(
        as_of=index.as_of,
        late=tuple(item for item in items if item.due < index.as_of),
        this_week=tuple(item for item in items if index.as_of <= item.due <= week),
        later=tuple(item for item in items if week < item.due <= index.as_of + HORIZON),
    )


def _items(index: Index, pact: PublicPact) -> Iterator[TodoItem]:
    facts = pact.facts
    if facts.status is not PactStatus.CLOSED and facts.review_by:
        yield _item(pact, "review", facts.review_by)
    if facts.status is not PactStatus.ACTIVE:
        return
    for meeting in pact.meetings:
        card = cards.meeting_card(index, PactMeeting(pact, meeting))
        for kind, due in _meeting_dues(index, pact, meeting):
            yield _item(pact, kind, due, card)
    for action in index.actions_of[pact.id]:
        if action.next_update:
            yield _item(pact, "action_update", action.next_update, None, action.what)


def _meeting_dues(index: Index, pact: PublicPact, meeting: PublicMeeting) -> Iterator[tuple[str, date]]:
    """What a meeting owes: notice and agenda before, a word that it took place, minutes and newsletter after."""
    facts, policy = meeting.facts, index.directory.area.policy
    if index.is_upcoming(meeting):
        if facts.is_formal and facts.notice_on is None:
            yield "notice", facts.date - timedelta(days=policy.notice_days)
        if facts.is_formal and not facts.agenda:
            yield "agenda", facts.date - timedelta(days=7)
    elif cards.meeting_state(index, meeting) == cards.UNRECORDED:
        yield "unrecorded", facts.date
    elif facts.status is MeetingStatus.HELD and facts.date >= index.as_of - _LOOK_BACK:
        if facts.is_formal and facts.minutes is not Minutes.PUBLISHED:
            yield "minutes", facts.date + timedelta(days=policy.minutes_days)
        if facts.kind in _WITH_NEWSLETTER and meeting.stem not in pact.newsletter_by_stem:
            yield "newsletter", facts.date + timedelta(days=policy.newsletter_days)


def _item(pact: PublicPact, kind: str, due: date, meeting: MeetingCard | None = None, what: str = "") -> TodoItem:
    contact = pact.facts.contact
    return TodoItem(kind, due, cards.pact_ref(pact), contact.phone or "", contact.email or "", meeting, what)
