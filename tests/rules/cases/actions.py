"""Cases of the action log."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import a_directory, a_log, a_pact, a_priority, an_action

from .case import Case, luton, luton_log

_LOG = "luton/actions.yml"
_RIGHT = a_directory()
_DONE = [{"on": "2026-07-09", "status": "done"}]
_WAITING = a_priority(history=[{"status": "waiting", "on": "2026-03-12"}])
_HIGHWAYS = {"agency": "council-highways", "since": "2026-03-13"}


def _action(**changes: Any) -> Directory:
    """A record whose only action is changed; its priority waits, so that the action may end."""
    return luton_log(priorities=[_WAITING], actions=[an_action(**changes)])


def _highways(status: str, **changes: Any) -> Directory:
    progress = [{"on": "2026-07-09", "status": status}]
    outcome = {"closed_on": "2026-07-09", "what_was_done": "A hump was laid."} if status == "done" else None
    return _action(lead_agency="council-highways", progress=progress, outcome=outcome, **changes)


def _joined(since: str) -> Directory:
    members = [{"agency": "police", "since": "2024-02-06"}, {"agency": "council-highways", "since": since}]
    log = a_log(actions=[an_action(lead_agency="council-highways")])
    return luton(pact=a_pact(members=members), log=log)


def _closed(status: str = "done", **outcome: str) -> Directory:
    return _action(progress=[{"on": "2026-07-09", "status": status}], outcome=outcome)


def _four(last: str) -> Directory:
    """Three key issues from 12 March, one of them resolved on 1 June, and a fourth from `last`."""
    history = [{"status": "key", "on": "2026-03-12"}]
    resolved = [*history, {"status": "resolved", "on": "2026-06-01"}]
    priorities = [
        a_priority(),
        a_priority("litter", next_step="A clean-up.", history=history),
        a_priority("noise", history=resolved),
        a_priority("parking", next_step="A survey.", history=[{"status": "key", "on": last}]),
    ]
    return luton_log(priorities=priorities)


ACTIONS = (
    Case(
        "action-lead",
        _action(lead_agency=None, progress=None),
        _LOG,
        "actions[1].lead_agency",
        'Action "1" has no lead agency.',
        _RIGHT,
    ),
    Case(
        "action-agreement",
        _highways("agreed"),
        _LOG,
        "actions[1].progress[1].status",
        '"agreed": Council highways is no member and had not agreed.',
        _highways("asked"),
    ),
    Case(
        "action-agreement",
        _highways("in_progress", agreed_on="2026-07-10"),
        _LOG,
        "actions[1].progress[1].status",
        "had not agreed until 10 July 2026",
        _highways("in_progress", agreed_on="2026-07-09"),
        "too late",
    ),
    Case(
        "action-agreement",
        _highways("done"),
        _LOG,
        "actions[1].progress[1].status",
        '"done": Council highways',
        _highways("done", agreed_on="2026-04-01"),
        "done",
    ),
    Case(
        "action-agreement",
        _joined("2026-07-10"),
        _LOG,
        "actions[1].progress[1].status",
        "is no member",
        _joined("2026-07-09"),
        "joined after",
    ),
    Case(
        "action-closed-on",
        _closed(what_was_done="Done.", closed_on="2026-07-10"),
        _LOG,
        "actions[1].outcome.closed_on",
        'became "done" on 9 July 2026, and its closing day is 10 July 2026',
        _closed(what_was_done="Done.", closed_on="2026-07-09"),
    ),
    Case(
        "action-closed-on",
        _closed(what_was_done="Done."),
        _LOG,
        "actions[1].outcome.closed_on",
        "Write closed_on: 2026-07-09",
        _closed(what_was_done="Done.", closed_on="2026-07-09"),
        "missing",
    ),
    Case(
        "action-closed-on",
        _action(outcome={"closed_on": "2026-07-09"}),
        _LOG,
        "actions[1].outcome.closed_on",
        'has a closing day and is "in_progress"',
        _action(),
        "still open",
    ),
    Case(
        "action-outcome",
        _closed(closed_on="2026-07-09"),
        _LOG,
        "actions[1].outcome.what_was_done",
        'Action "1" is "done" and does not say what was done.',
        _closed(what_was_done="Done.", closed_on="2026-07-09"),
    ),
    Case(
        "action-outcome",
        _closed("not_possible", closed_on="2026-07-09"),
        _LOG,
        "actions[1].outcome.what_was_done",
        "does not say why",
        _closed("not_possible", what_was_done="The road is private.", closed_on="2026-07-09"),
        "not possible",
    ),
    Case(
        "action-blocked",
        _action(progress=[{"on": "2026-07-09", "status": "blocked"}]),
        _LOG,
        "actions[1].blocked_by",
        'Action "1" is "blocked" and does not say by what.',
        _action(progress=[{"on": "2026-07-09", "status": "blocked"}], blocked_by="Lack of money"),
    ),
    Case(
        "action-update-overdue",
        _action(next_update="2026-10-14"),
        _LOG,
        "actions[1].next_update",
        'News of action "1" was owed by 14 October 2026.',
        _action(next_update="2026-10-15"),
    ),
    Case(
        "action-update-overdue",
        _action(next_update="2026-07-10"),
        _LOG,
        "actions[1].next_update",
        "10 July 2026",
        _action(next_update="2026-07-09"),
        "answered by an entry of that day",
    ),
)

PRIORITIES = (
    Case(
        "key-issues-many",
        _four("2026-05-31"),
        _LOG,
        "priorities[4].history[1].status",
        "From 31 May 2026 there are 4 key issues:",
        _four("2026-06-01"),
    ),
    Case(
        "key-issue-idle",
        luton_log(actions=[]),
        _LOG,
        "priorities[1].next_step",
        'Nothing is being done about the key issue "Speeding on the main road".',
        luton_log(priorities=[a_priority(next_step="A count of cars.")], actions=[]),
    ),
    Case(
        "key-issue-idle",
        luton_log(
            actions=[an_action(progress=_DONE, outcome={"closed_on": "2026-07-09", "what_was_done": "Done."})]
        ),
        _LOG,
        "priorities[1].next_step",
        "Nothing is being done",
        _RIGHT,
        "its action is done",
    ),
)

CASES = (*ACTIONS, *PRIORITIES)
