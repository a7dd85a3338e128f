"""How an action stands: the one answer for the rules and for the pages.

An agency that was not on the panel when an action was raised is only asked, until it agrees (Tonbridge and
Malling guidelines: it is spoken to before any commitment is made).
"""

from datetime import date

from .actions import Action, ActionStatus
from .meeting import Meeting
from .pact import Pact


def raised_on(action: Action, meeting: Meeting | None) -> date | None:
    """The day an action was raised: that of its meeting, or else of its first entry."""
    if meeting is not None:
        return meeting.date
    return action.progress[0].on if action.progress else None


def was_member(pact: Pact, action: Action, raised: date | None) -> bool:
    """Tell whether the lead agency was on the panel on the day the action was raised."""
    return raised is not None and pact.has_member(action.lead_agency or "", raised)


def starting_status(pact: Pact, action: Action, raised: date | None) -> ActionStatus:
    """Where an action stands before its first entry: agreed, or asked while the agency has yet to agree."""
    if action.agreed_on is not None or was_member(pact, action, raised):
        return ActionStatus.AGREED
    return ActionStatus.ASKED


def current_status(pact: Pact, action: Action, raised: date | None) -> ActionStatus:
    """Where an action stands: its last entry's status, or the one it started with."""
    return action.progress[-1].status if action.progress else starting_status(pact, action, raised)
