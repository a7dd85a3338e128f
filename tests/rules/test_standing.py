"""Every legal change is accepted and every other one refused, one step at a time and along whole paths."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.model.actions import ActionStatus, PriorityStatus
from pact_directory.model.pact import PactStatus
from pact_directory.rules import RULES
from pact_directory.rules.standing import (
    active_since,
    closing_entry,
    current_status,
    has_agreed,
    raised_on,
    starting_status,
)
from tests.factories import AS_OF, a_folder, a_log, a_meeting, a_pact, a_priority, an_action

from .cases.case import luton_log, luton_pact

_OPEN = ("asked", "agreed", "in_progress", "blocked")
LEGAL = {
    "pact": {
        ("reported", "proposed"),
        ("reported", "active"),
        ("proposed", "endorsed"),
        ("endorsed", "active"),
        ("active", "paused"),
        ("paused", "active"),
        *((status, "closed") for status in ("reported", "proposed", "endorsed", "active", "paused")),
    },
    "priority": {
        ("waiting", "key"),
        ("key", "resolved"),
        ("key", "dropped"),
        ("key", "waiting"),
        ("resolved", "key"),
        ("waiting", "dropped"),
    },
    "action": {
        *((before, after) for n, before in enumerate(_OPEN) for after in _OPEN[n + 1 :]),
        ("blocked", "in_progress"),
        *((status, "done") for status in ("agreed", "in_progress", "blocked")),
        ("done", "done_not_working"),
        ("done_not_working", "in_progress"),
        *product(_OPEN, ("not_possible", "withdrawn")),
        *((status, status) for status in ActionStatus),
    },
}
WORDS = {"pact": tuple(PactStatus), "priority": tuple(PriorityStatus), "action": tuple(ActionStatus)}
TO_DONE = {
    "done_not_working": ["done", "done_not_working"],
}
"""How an action's log gets to a status it cannot begin with."""


def _history(steps: Iterable[str]) -> list[dict[str, object]]:
    return [
        {"status": step, "on": AS_OF - timedelta(days=30) + timedelta(days=day)} for day, step in enumerate(steps)
    ]


def refusals(machine: str, steps: list[str]) -> list[str]:
    """The fields at which a history is refused."""
    if machine == "pact":
        directory = luton_pact(status=steps[-1], status_history=_history(steps))
    elif machine == "priority":
        directory = luton_log(priorities=[a_priority(history=_history(steps))])
    else:
        directory = luton_log(actions=[an_action(progress=_history(steps))])
    rule = RULES[f"{machine}-status-change"]
    return [str(finding.field[-2]) for finding in rule.check(directory, AS_OF)]


EVERY_STEP = [(machine, *step) for machine, words in WORDS.items() for step in product(words, words)]


@pytest.mark.parametrize(("machine", "before", "after"), EVERY_STEP)
def test_each_single_step(machine: str, before: str, after: str) -> None:
    start = TO_DONE.get(before, [before]) if machine == "action" else [before]
    expected = [] if (before, after) in LEGAL[machine] else [str(len(start))]
    assert refusals(machine, [*start, after]) == expected


@st.composite
def paths(draw: st.DrawFn, machine: str) -> list[str]:
    """A legal history of up to a dozen steps."""
    first = [status for status in WORDS[machine] if status != "done_not_working"]
    path: list[str] = [draw(st.sampled_from(first))]
    for _ in range(draw(st.integers(0, 11))):
        following = sorted(after for before, after in LEGAL[machine] if before == path[-1])
        if not following:
            break
        path.append(draw(st.sampled_from(following)))
    return path


@pytest.mark.parametrize("machine", WORDS)
@given(data=st.data())
def test_any_legal_path_is_accepted(machine: str, data: st.DataObject) -> None:
    assert refusals(machine, data.draw(paths(machine))) == []


@pytest.mark.parametrize("machine", WORDS)
@given(data=st.data())
def test_one_illegal_step_is_refused_where_it_stands(machine: str, data: st.DataObject) -> None:
    path = data.draw(paths(machine))
    illegal = [status for status in WORDS[machine] if (path[-1], status) not in LEGAL[machine]]
    if illegal:
        assert refusals(machine, [*path, data.draw(st.sampled_from(illegal))]) == [str(len(path))]


def test_a_proposed_forum_becomes_active_without_endorsement() -> None:
    history = _history(["proposed", "active"])
    check = RULES["pact-status-change"].check
    assert list(check(luton_pact(status_history=history, kind="youth"), AS_OF))
    assert not list(check(luton_pact(status_history=history, kind="forum"), AS_OF))


def test_an_action_starts_agreed_for_a_member_and_asked_for_others() -> None:
    folder = a_folder()
    assert starting_status(folder, an_action()) == "agreed"
    assert starting_status(folder, an_action(lead_agency="housing")) == "asked"
    assert starting_status(folder, an_action(lead_agency="housing", agreed_on="2026-04-01")) == "agreed"


def test_membership_is_that_of_the_day_the_action_was_raised() -> None:
    members = [{"agency": "housing", "since": "2026-03-12", "until": "2026-03-12"}]
    on_the_day = a_folder(pact=a_pact(members=members))
    action = an_action(lead_agency="housing", progress=[{"on": "2026-07-09", "status": "blocked"}])
    assert raised_on(on_the_day, action) == a_meeting("2026-03-12").date
    assert starting_status(on_the_day, action) == "agreed"
    assert has_agreed(on_the_day, action, action.progress[0].on)
    before = a_folder(pact=a_pact(members=[{**members[0], "since": "2026-03-11", "until": "2026-03-11"}]))
    assert starting_status(before, action) == "asked"


def test_without_a_meeting_the_first_entry_is_the_day_it_was_raised() -> None:
    action = an_action(raised_at=None, progress=[{"on": "2026-07-09", "status": "agreed"}])
    assert raised_on(a_folder(), action) == action.progress[0].on
    assert raised_on(a_folder(), an_action(raised_at=None, progress=None)) is None


def test_an_action_stands_where_its_last_entry_says() -> None:
    assert current_status(a_folder(), an_action()) == "in_progress"
    assert current_status(a_folder(), an_action(progress=None)) == "agreed"


@pytest.mark.parametrize(
    ("steps", "closing"),
    [
        ([], None),
        (["in_progress"], None),
        (["done", "done_not_working", "in_progress"], None),
        (["done"], 0),
        (["in_progress", "done", "done", "done_not_working"], 1),
        (["done", "done_not_working", "in_progress", "withdrawn"], 3),
    ],
)
def test_the_closing_entry_begins_the_last_closed_run(steps: list[str], closing: int | None) -> None:
    action = an_action(progress=_history(steps))
    assert closing_entry(action) == (None if closing is None else action.progress[closing])


def test_active_since_is_the_last_time_it_became_active() -> None:
    resumed = a_pact(status_history=_history(["active", "paused", "active"]))
    assert active_since(resumed) == AS_OF - timedelta(days=28)
    assert active_since(a_pact(status_history=None)) == a_pact().formed_on


def test_log_of_an_unknown_agency_is_not_blamed_twice() -> None:
    log = a_log(actions=[an_action(lead_agency="fire")])
    check = RULES["action-agreement"].check
    assert not list(check(luton_log(actions=log.actions), AS_OF))
