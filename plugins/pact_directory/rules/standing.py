"""How a PACT, a priority and an action may change, and how an action stands.

The maps say what each status may become. An action's log may repeat a status, to add news.
"""

from datetime import date

from ..model import standing
from ..model.actions import OPEN_STATUSES, Action, ActionStatus, PriorityStatus, Progress
from ..model.directory import PactFolder
from ..model.pact import Pact, PactStatus

_P = PactStatus
PACT_CHANGES = {
    _P.REPORTED: frozenset({_P.PROPOSED, _P.ACTIVE, _P.CLOSED}),
    _P.PROPOSED: frozenset({_P.ENDORSED, _P.CLOSED}),
    _P.ENDORSED: frozenset({_P.ACTIVE, _P.CLOSED}),
    _P.ACTIVE: frozenset({_P.PAUSED, _P.CLOSED}),
    _P.PAUSED: frozenset({_P.ACTIVE, _P.CLOSED}),
    _P.CLOSED: frozenset[PactStatus](),
}
FORUM_CHANGES = PACT_CHANGES | {_P.PROPOSED: frozenset({_P.ENDORSED, _P.ACTIVE, _P.CLOSED})}
"""A forum needs no endorsement, so a proposed one may become active."""

_Q = PriorityStatus
PRIORITY_CHANGES = {
    _Q.WAITING: frozenset({_Q.KEY, _Q.DROPPED}),
    _Q.KEY: frozenset({_Q.RESOLVED, _Q.DROPPED, _Q.WAITING}),
    _Q.RESOLVED: frozenset({_Q.KEY}),
    _Q.DROPPED: frozenset[PriorityStatus](),
}

_A = ActionStatus
_GIVEN_UP = frozenset({_A.NOT_POSSIBLE, _A.WITHDRAWN})
ACTION_CHANGES = {
    _A.ASKED: frozenset({_A.AGREED, _A.IN_PROGRESS, _A.BLOCKED}) | _GIVEN_UP,
    _A.AGREED: frozenset({_A.IN_PROGRESS, _A.BLOCKED, _A.DONE}) | _GIVEN_UP,
    _A.IN_PROGRESS: frozenset({_A.BLOCKED, _A.DONE}) | _GIVEN_UP,
    _A.BLOCKED: frozenset({_A.IN_PROGRESS, _A.DONE}) | _GIVEN_UP,
    _A.DONE: frozenset({_A.DONE_NOT_WORKING}),
    _A.DONE_NOT_WORKING: frozenset({_A.IN_PROGRESS}),
    _A.NOT_POSSIBLE: frozenset[ActionStatus](),
    _A.WITHDRAWN: frozenset[ActionStatus](),
}
COMMITTED = frozenset({_A.AGREED, _A.IN_PROGRESS, _A.BLOCKED, _A.DONE, _A.DONE_NOT_WORKING})
"""The statuses that are a promise: never shown of an agency that has not agreed."""


def raised_on(folder: PactFolder, action: Action) -> date | None:
    """The day an action was raised: its meeting's, or else the day of its first entry."""
    return standing.raised_on(action, folder.meeting_by_stem.get(action.raised_at or ""))


def has_agreed(folder: PactFolder, action: Action, day: date) -> bool:
    """Tell whether the lead agency had agreed by a day.

    It had when it was a member of the panel when the action was raised or on the day itself, or when
    `agreed_on` is given and not later.
    """
    if action.agreed_on is not None and action.agreed_on <= day:
        return True
    lead, pact = action.lead_agency or "", folder.pact
    return pact.has_member(lead, raised_on(folder, action) or day) or pact.has_member(lead, day)


def starting_status(folder: PactFolder, action: Action) -> ActionStatus:
    """Where an action stands before its first entry."""
    return standing.starting_status(folder.pact, action, raised_on(folder, action))


def current_status(folder: PactFolder, action: Action) -> ActionStatus:
    """Where an action stands after its last entry."""
    return standing.current_status(folder.pact, action, raised_on(folder, action))


def closing_entry(action: Action) -> Progress | None:
    """The entry that closed an action: the first of its last run of closed ones; None while it is open."""
    closing = None
    for entry in reversed(action.progress):
        if entry.status in OPEN_STATUSES:
            break
        closing = entry
    return closing


def active_since(pact: Pact) -> date | None:
    """The day an active PACT last became active, or else the day it was formed."""
    last = pact.status_history[-1] if pact.status_history else None
    return last.on if last is not None and last.status is PactStatus.ACTIVE else pact.formed_on
