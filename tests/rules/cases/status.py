"""Cases of histories: single steps are tried one by one in test_standing."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import a_directory, a_pact, a_priority, an_action

from .case import Case, beside_luton, luton_log, luton_pact

_RIGHT = a_directory()


def history(*steps: str) -> list[dict[str, str]]:
    """A history of one status a month, from March 2026."""
    return [{"status": status, "on": f"2026-{month:02}-12"} for month, status in enumerate(steps, start=3)]


def _twydall(*steps: str, **changes: Any) -> Directory:
    values = {"status": steps[-1], "status_history": history(*steps), "wards": None, **changes}
    return beside_luton(a_pact("twydall", **values))


def _priority(*steps: str) -> Directory:
    return luton_log(priorities=[a_priority(history=history(*steps))])


def _action(*steps: str, **changes: Any) -> Directory:
    outcome = {"what_was_done": "A sign was put up.", "closed_on": changes.pop("closed_on", None)}
    kept = {name: value for name, value in outcome.items() if value}
    waiting = a_priority(history=history("waiting"))
    return luton_log(priorities=[waiting], actions=[an_action(progress=history(*steps), outcome=kept, **changes)])


CASES = (
    Case(
        "pact-status-change",
        _twydall("reported", "proposed", "paused", "closed"),
        "twydall/pact.yml",
        "status_history[3].status",
        'It cannot go from "proposed" to "paused".',
        _twydall("reported", "proposed", "closed"),
    ),
    Case(
        "pact-status-change",
        _twydall("closed", "closed"),
        "twydall/pact.yml",
        "status_history[2].status",
        'It is "closed" already.',
        _twydall("closed"),
        "the same again",
    ),
    Case(
        "pact-status-change",
        _twydall("proposed", "active", "closed"),
        "twydall/pact.yml",
        "status_history[2].status",
        'After "proposed" comes closed or endorsed',
        _twydall("proposed", "active", "closed", kind="forum"),
        "without endorsement",
    ),
    Case(
        "pact-status",
        luton_pact(status="paused"),
        "luton/pact.yml",
        "status",
        'Its status is "paused", and its history ends with "active".',
        _RIGHT,
    ),
    Case(
        "pact-status",
        luton_pact(status_history=None),
        "luton/pact.yml",
        "status_history",
        "Add status_history: with status: active",
        _RIGHT,
        "no history",
    ),
    Case(
        "priority-status-change",
        _priority("waiting", "resolved", "dropped"),
        "luton/actions.yml",
        "priorities[1].history[2].status",
        'It cannot go from "waiting" to "resolved".',
        _priority("waiting", "key", "resolved"),
    ),
    Case(
        "priority-status-change",
        _priority("waiting", "dropped", "waiting"),
        "luton/actions.yml",
        "priorities[1].history[3].status",
        'Nothing follows "dropped".',
        _priority("waiting", "dropped"),
        "the end",
    ),
    Case(
        "action-status-change",
        _action("in_progress", "agreed"),
        "luton/actions.yml",
        "actions[1].progress[2].status",
        'It cannot go from "in_progress" to "agreed".',
        _action("in_progress", "in_progress"),
    ),
    Case(
        "action-status-change",
        _action("done_not_working", closed_on="2026-03-12"),
        "luton/actions.yml",
        "actions[1].progress[1].status",
        'from "agreed" to "done_not_working"',
        _action("done", "done_not_working", closed_on="2026-03-12"),
        "the first entry",
    ),
    Case(
        "action-status-change",
        _action("asked", "done", closed_on="2026-04-12"),
        "luton/actions.yml",
        "actions[1].progress[2].status",
        'from "asked" to "done"',
        _action("asked", "done", closed_on="2026-04-12", agreed_on="2026-04-01"),
        "asked to done",
    ),
)
