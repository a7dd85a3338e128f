"""Actions and priorities as they stand on a day."""

from datetime import date, timedelta

from .. import addresses
from ..model import standing
from ..model.actions import (
    OPEN_STATUSES,
    Action,
    ActionStatus,
    Outcome,
    Priority,
    PriorityStatus,
    Progress,
    ResidentsSay,
)
from ..model.pact import PactStatus
from ..publication import PublicDirectory, PublicPact
from .parts import ActionCard, IssueCard, MeetingRef, Ref, Tally

_DONE = 3
_STEPS = {
    ActionStatus.ASKED: 0,
    ActionStatus.AGREED: 1,
    ActionStatus.IN_PROGRESS: 2,
    ActionStatus.BLOCKED: 2,
    ActionStatus.DONE: _DONE,
    ActionStatus.DONE_NOT_WORKING: _DONE,
}
_ORDER = (
    "blocked",
    "asked",
    "agreed",
    "in_progress",
    "done_not_working",
    "done",
    "not_possible",
    "withdrawn",
    "lapsed",
)
_ISSUE_ORDER = ("key", "waiting", "resolved", "dropped")
LAPSED = "lapsed"
OPEN_CODES = frozenset(status.value for status in OPEN_STATUSES)
"""The codes of a card whose action somebody still has to do something about."""
ASK_AFTER = timedelta(weeks=4)
"""How long what was done is left to work before residents are asked."""
_NOTHING = Outcome()


def action_status(pact: PublicPact, action: Action) -> ActionStatus:
    """The status of an action: its last entry's, or the one it started with."""
    return standing.current_status(pact.facts, action, _raised_on(pact, action))


def _raised_on(pact: PublicPact, action: Action) -> date | None:
    meeting = pact.meeting_by_stem.get(action.raised_at or "")
    return standing.raised_on(action, meeting.facts if meeting else None)


def meeting_ref(pact: PublicPact, stem: str | None) -> MeetingRef | None:
    """A meeting of the PACT, by its id."""
    meeting = pact.meeting_by_stem.get(stem) if stem else None
    if meeting is None:
        return None
    return MeetingRef(meeting.facts.date, meeting.facts.kind.value, addresses.meeting(pact.id, meeting.stem))


def action_cards(directory: PublicDirectory, pact: PublicPact) -> tuple[ActionCard, ...]:
    """The actions of a PACT: held up first, then asked, agreed, under way, and what is over."""
    priorities = {priority.id: priority for priority in pact.priorities}
    cards = [
        _action_card(directory, pact, action, priorities.get(action.priority or "")) for action in pact.actions
    ]
    return tuple(sorted(cards, key=lambda card: (_ORDER.index(card.status), card.due_on or date.max)))


def _action_card(
    directory: PublicDirectory, pact: PublicPact, action: Action, priority: Priority | None
) -> ActionCard:
    status = action_status(pact, action)
    lapsed = _lapsed_because(pact, priority) if status in OPEN_STATUSES else ""
    is_open = status in OPEN_STATUSES and not lapsed
    dates = _due_dates(action)
    due_on = dates[-1] if dates else None
    lead = directory.agency_by_id.get(action.lead_agency or "")
    closed_on = action.outcome.closed_on
    return ActionCard(
        id=action.id,
        anchor=f"action-{action.id}",
        what=action.action,
        pact=Ref(pact.facts.name, addresses.pact(pact.id)),
        log=addresses.pact_actions(pact.id),
        status=LAPSED if lapsed else status.value,
        lapsed_because=lapsed,
        lead=Ref(lead.name, addresses.agency(lead.id)) if lead else None,
        lead_is_member=standing.was_member(pact.facts, action, _raised_on(pact, action)),
        issue=priority.title if priority else "",
        raised_at=meeting_ref(pact, action.raised_at),
        agreed_on=action.agreed_on,
        due_on=due_on,
        first_due_on=dates[0] if dates else None,
        moved=max(len(dates) - 1, 0),
        days_late=(directory.as_of - due_on).days if is_open and due_on and due_on < directory.as_of else 0,
        next_update=action.next_update if is_open else None,
        update_late=bool(is_open and action.next_update and action.next_update < directory.as_of),
        blocked_by=(action.blocked_by or "") if status is ActionStatus.BLOCKED else "",
        progress=action.progress,
        closed_on=closed_on,
        what_was_done=action.outcome.what_was_done or "",
        outcome=action.outcome if closed_on else _NOTHING,
        step=None if lapsed else _STEPS.get(status),
        ask_from=_ask_from(action.outcome, closed_on) if _STEPS.get(status) == _DONE else None,
    )


def _ask_from(outcome: Outcome, ended_on: date | None) -> date | None:
    """The day from which residents are asked what they say of it; None once they have been."""
    was_asked = outcome.residents_say is not ResidentsSay.NOT_ASKED
    return None if ended_on is None or was_asked else ended_on + ASK_AFTER


def _lapsed_because(pact: PublicPact, priority: Priority | None) -> str:
    if pact.facts.status is PactStatus.CLOSED:
        return "pact"
    return "issue" if priority and priority.status is PriorityStatus.DROPPED else ""


def _due_dates(action: Action) -> list[date]:
    """Every date the action was promised for, the first one first, repeats left out."""
    dates = [action.due_on] if action.due_on else []
    for entry in action.progress:
        if entry.due_on and (not dates or entry.due_on != dates[-1]):
            dates.append(entry.due_on)
    return dates


def tally(cards: tuple[ActionCard, ...]) -> Tally:
    """Count actions by where they stand."""
    by_status = [card.status for card in cards]
    under_way = by_status.count("in_progress") + by_status.count("agreed")
    held_up, asked = by_status.count("blocked"), by_status.count("asked")
    not_working = by_status.count("done_not_working")
    return Tally(
        total=len(cards),
        open=under_way + held_up + asked,
        under_way=under_way,
        held_up=held_up,
        asked=asked,
        late=sum(card.days_late > 0 for card in cards),
        done=by_status.count("done") + not_working,
        not_working=not_working,
        not_possible=by_status.count("not_possible"),
        withdrawn=by_status.count("withdrawn"),
        lapsed=by_status.count(LAPSED),
    )


def issue_cards(
    directory: PublicDirectory, pact: PublicPact, cards: tuple[ActionCard, ...]
) -> tuple[IssueCard, ...]:
    """The priorities of a PACT with their actions: key first, then waiting, resolved, dropped; newest first."""
    by_priority: dict[str, list[ActionCard]] = {}
    serves = {action.id: action.priority for action in pact.actions}
    for card in cards:
        by_priority.setdefault(serves[card.id] or "", []).append(card)
    issues = [_issue_card(directory, pact, one, tuple(by_priority.get(one.id, ()))) for one in pact.priorities]
    return tuple(sorted(issues, key=lambda issue: (_ISSUE_ORDER.index(issue.status), -issue.since.toordinal())))


def _issue_card(
    directory: PublicDirectory, pact: PublicPact, one: Priority, actions: tuple[ActionCard, ...]
) -> IssueCard:
    topic = directory.topic_by_id.get(one.topic or "")
    last = one.history[-1]
    return IssueCard(
        id=one.id,
        anchor=f"issue-{one.id}",
        title=one.title,
        status=one.status.value,
        since=last.on,
        note=last.note or "",
        topic=Ref(topic.name, addresses.topic(topic.id)) if topic else None,
        source=one.source.value if one.source else "",
        votes=one.votes,
        raised_at=meeting_ref(pact, one.raised_at),
        residents_say=one.residents_say or "",
        figures_say=one.figures_say or "",
        next_step=one.next_step or "",
        actions=actions,
        outcome=one.outcome,
        evidence=one.outcome.evidence or "",
        pact=Ref(pact.facts.name, addresses.pact(pact.id)),
        ask_from=_ask_from(one.outcome, last.on) if one.status is PriorityStatus.RESOLVED else None,
    )


def newest_progress(cards: tuple[ActionCard, ...], since: date) -> tuple[tuple[ActionCard, Progress], ...]:
    """The progress entries on or after a day, newest first, each with its action."""
    found = [(card, entry) for card in cards for entry in card.progress if entry.on >= since]
    return tuple(sorted(found, key=lambda pair: pair[1].on, reverse=True))
