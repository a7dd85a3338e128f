"""Rules of the action log."""

from collections.abc import Iterator
from datetime import date

from ..model.actions import OPEN_STATUSES, Action, ActionStatus
from ..model.directory import Directory, PactFolder
from ..model.pact import PactStatus
from .standing import COMMITTED, closing_entry, current_status, has_agreed
from .table import Finding, Sources, error, warning
from .walking import each_action
from .wording import spell_day


@error(
    "action-lead",
    title="Every action has a lead agency",
    reason="When actions are agreed, an agency responsible for each must be assigned to it.",
    source=Sources.GUIDELINES,
)
def action_has_lead(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Each action names the agency responsible for it."""
    for folder, index, action in each_action(directory):
        if action.lead_agency is None:
            yield Finding(
                folder.log.origin,
                ("actions", index, "lead_agency"),
                f'Action "{action.id}" has no lead agency.',
                "Add lead_agency: and the id of an agency from agencies.yml",
            )


@error(
    "action-agreement",
    title="No action is shown as promised before its agency agreed",
    reason="An agency that is not on the panel is to be talked to before any commitment is made for it.",
    source=Sources.GUIDELINES,
)
def agency_has_agreed(directory: Directory, as_of: date) -> Iterator[Finding]:
    """An agency that is not a member counts as asked until `agreed_on`: the log may say no more before."""
    for folder, index, action in each_action(directory):
        lead = directory.agency_by_id.get(action.lead_agency or "")
        nth = _first_unagreed(folder, action) if lead is not None else None
        if lead is not None and nth is not None:
            entry = action.progress[nth]
            since = f" until {spell_day(action.agreed_on)}" if action.agreed_on else ""
            yield Finding(
                folder.log.origin,
                ("actions", index, "progress", nth, "status"),
                f'"{entry.status}": {lead.name} is no member and had not agreed{since}.',
                "Write asked here until it agrees, or add agreed_on: and the day it did.",
                (folder.pact.origin.path,),
            )


def _first_unagreed(folder: PactFolder, action: Action) -> int | None:
    for nth, entry in enumerate(action.progress):
        if entry.status in COMMITTED and not has_agreed(folder, action, entry.on):
            return nth
    return None


@error(
    "action-closed-on",
    title="An action is closed on the day of the entry that closed it",
    reason="How long promises take is counted from this day.",
    source=Sources.OURS,
)
def closing_day_is_entry_day(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`outcome.closed_on` is the day of the closing entry, and is empty while the action is open."""
    for folder, index, action in each_action(directory):
        closing, closed_on = closing_entry(action), action.outcome.closed_on
        field = ("actions", index, "outcome", "closed_on")
        if closing is None and closed_on is not None:
            status = current_status(folder, action)
            message = f'Action "{action.id}" has a closing day and is "{status}".'
            hint = "Add the progress entry that closed it, or leave closed_on: empty."
            yield Finding(folder.log.origin, field, message, hint)
        elif closing is not None and closed_on != closing.on:
            was = f"its closing day is {spell_day(closed_on)}" if closed_on else "it has no closing day"
            message = f'Action "{action.id}" became "{closing.status}" on {spell_day(closing.on)}, and {was}.'
            yield Finding(folder.log.origin, field, message, f"Write closed_on: {closing.on.isoformat()}")


@error(
    "action-outcome",
    title="A closed action says what was done, or why it was not",
    reason="The panel tells people what has happened, and what difference each action made.",
    source=Sources.GUIDE,
)
def closed_action_says_what_was_done(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`outcome.what_was_done` is given once the action is done, not possible or withdrawn."""
    for folder, index, action in each_action(directory):
        closing = closing_entry(action)
        if closing is not None and action.outcome.what_was_done is None:
            status = action.progress[-1].status
            is_done = status in {ActionStatus.DONE, ActionStatus.DONE_NOT_WORKING}
            missing, wanted = ("what was done", "what was done") if is_done else ("why", "why it came to nothing")
            yield Finding(
                folder.log.origin,
                ("actions", index, "outcome", "what_was_done"),
                f'Action "{action.id}" is "{status}" and does not say {missing}.',
                f"Add what_was_done: under outcome: and say {wanted} in a sentence.",
            )


@error(
    "action-blocked",
    title="An action that is held up says by what",
    reason="Blockages are to be highlighted and dealt with straight away.",
    source=Sources.GUIDE,
)
def blocked_action_says_why(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`blocked_by` is given while the action's status is blocked."""
    for folder, index, action in each_action(directory):
        if action.blocked_by is None and current_status(folder, action) is ActionStatus.BLOCKED:
            message = f'Action "{action.id}" is "blocked" and does not say by what.'
            hint = "Add blocked_by: and what holds it up, in a few words."
            yield Finding(folder.log.origin, ("actions", index, "blocked_by"), message, hint)


@warning(
    "action-update-overdue",
    title="News of an open action comes by the day it is owed",
    reason="The chair monitors progress against the agreed actions.",
    source=Sources.GUIDELINES,
)
def news_is_not_overdue(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No open action's `next_update` has passed without an entry since. Closed PACTs owe none."""
    for folder, index, action in each_action(directory):
        owed = action.next_update
        if owed is None or owed >= as_of or folder.pact.status is PactStatus.CLOSED:
            continue
        has_news = bool(action.progress) and action.progress[-1].on >= owed
        if not has_news and current_status(folder, action) in OPEN_STATUSES:
            yield Finding(
                folder.log.origin,
                ("actions", index, "next_update"),
                f'News of action "{action.id}" was owed by {spell_day(owed)}.',
                "Ask the lead agency, add a progress entry, and write the next day news is owed.",
            )
