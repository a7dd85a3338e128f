"""Rules of how PACTs, priorities and actions change."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ..model.actions import Action, ActionStatus
from ..model.directory import Directory, PactFolder
from ..model.pact import PactKind, PactStatus
from .standing import ACTION_CHANGES, COMMITTED, FORUM_CHANGES, PACT_CHANGES, PRIORITY_CHANGES, has_agreed
from .table import Finding, Sources, error
from .walking import each_action, each_priority

Status = TypeVar("Status", bound=StrEnum)


def first_illegal(changes: Mapping[Status, frozenset[Status]], history: Sequence[Status]) -> int | None:
    """The first entry (from 0) that cannot follow the one before it; a history may begin at any status."""
    for index in range(1, len(history)):
        if history[index] not in changes[history[index - 1]]:
            return index
    return None


def _refusal(before: Status, after: Status, allowed: frozenset[Status]) -> tuple[str, str]:
    if before == after:
        return f'It is "{before}" already.', "Take one of the two entries away."
    said = f'It cannot go from "{before}" to "{after}".'
    if not allowed:
        return said, f'Nothing follows "{before}". Put the entry right, or begin a new record.'
    return said, f'After "{before}" comes {" or ".join(sorted(allowed))}. Add the entry that is missing.'


@error(
    "pact-status-change",
    title="A PACT goes from one status to the next in order",
    reason="A new PACT is proposed, then endorsed by the partnership, and only then at work.",
    source=Sources.GUIDELINES,
)
def pact_changes_in_order(directory: Directory, as_of: date) -> Iterator[Finding]:
    """From reported to proposed or active; proposed, endorsed, active; active and paused; any to closed.

    A forum needs no endorsement: a proposed one may become active.
    """
    for folder in directory.folders:
        pact = folder.pact
        changes = FORUM_CHANGES if pact.kind is PactKind.FORUM else PACT_CHANGES
        history = [change.status for change in pact.status_history]
        index = first_illegal(changes, history)
        if index is not None:
            said = _refusal(history[index - 1], history[index], changes[history[index - 1]])
            yield Finding(pact.origin, ("status_history", index, "status"), *said)


@error(
    "pact-status",
    title="A PACT's status is the last of its history",
    reason="Two answers to where a PACT stands are no answer.",
    source=Sources.OURS,
)
def status_is_last_of_history(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`status` equals the last entry of `status_history`; only a reported PACT may have no history."""
    for folder in directory.folders:
        pact = folder.pact
        if not pact.status_history:
            if pact.status is not PactStatus.REPORTED:
                message = f'Its status is "{pact.status}", and status_history does not say since when.'
                hint = f"Add status_history: with status: {pact.status} and on: the day it became so."
                yield Finding(pact.origin, ("status_history",), message, hint)
        elif pact.status_history[-1].status is not pact.status:
            last = pact.status_history[-1].status
            message = f'Its status is "{pact.status}", and its history ends with "{last}".'
            yield Finding(
                pact.origin, ("status",), message, "Make them the same: add the last change, or mend status:"
            )


@error(
    "priority-status-change",
    title="A key issue goes from one standing to the next in order",
    reason="Three issues are taken first; as they are resolved, those that wait take their place.",
    source=Sources.GUIDELINES,
)
def priority_changes_in_order(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Waiting to key or dropped; key to resolved, dropped or waiting; resolved to key."""
    for folder, place, priority in each_priority(directory):
        history = [change.status for change in priority.history]
        index = first_illegal(PRIORITY_CHANGES, history)
        if index is not None:
            said = _refusal(history[index - 1], history[index], PRIORITY_CHANGES[history[index - 1]])
            field = ("priorities", place, "history", index, "status")
            yield Finding(folder.log.origin, field, *said)


@error(
    "action-status-change",
    title="An action goes from one status to the next in order",
    reason="A promise is shown as done only after somebody made it.",
    source=Sources.OURS,
)
def action_changes_in_order(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Asked, agreed, in progress, blocked, done, in the order of `standing.ACTION_CHANGES`.

    An entry may repeat the status before it, to add news. Where `agreed_on` falls between two entries, the
    action counts as agreed from that day without an entry of its own.
    """
    for folder, place, action in each_action(directory):
        step = _first_bad_step(folder, action)
        if step is not None:
            index, before = step
            field = ("actions", place, "progress", index, "status")
            said = _refusal(before, action.progress[index].status, ACTION_CHANGES[before])
            yield Finding(folder.log.origin, field, *said)


def _first_bad_step(folder: PactFolder, action: Action) -> tuple[int, ActionStatus] | None:
    before = ActionStatus.AGREED
    for index, entry in enumerate(action.progress):
        status = entry.status
        if before is ActionStatus.ASKED and action.agreed_on is not None and action.agreed_on <= entry.on:
            before = ActionStatus.AGREED
        is_first_asked = index == 0 and status is ActionStatus.ASKED
        # A promise before the agency agreed is said once, by action-agreement.
        is_unagreed = status in COMMITTED and not has_agreed(folder, action, entry.on)
        if not (status == before or status in ACTION_CHANGES[before] or is_first_asked or is_unagreed):
            return index, before
        before = status
    return None
