"""The story of an issue: every dated step, once, in order, and nothing from after the day."""

from datetime import date
from typing import Any

import pytest

from pact_directory import addresses
from pact_directory.views.index import Index
from pact_directory.views.progress import ASK_AFTER
from pact_directory.views.timeline import TimelineEntry, timeline
from tests.factories import AS_OF, a_folder, a_log, a_priority, an_action, an_update
from tests.publish.following import index_of
from tests.publish.rendering import directory

RAISED, KEY, PANEL = date(2026, 2, 7), date(2026, 3, 12), date(2026, 7, 9)


def story(priority: Any = None, *actions: Any, **folder: Any) -> list[TimelineEntry]:
    log = a_log(priorities=[priority or a_priority()], actions=actions)
    index = index_of(a_folder(**{"log": log, "updates": (), **folder}))
    pact = index.pacts[0]
    return list(timeline(index.directory, pact, pact.priorities[0]))


def kinds(steps: list[TimelineEntry]) -> list[tuple[date, str]]:
    return [(step.on, step.kind) for step in steps]


def test_an_issue_is_raised_with_its_meeting_source_and_votes() -> None:
    history = [{"status": "waiting", "on": RAISED}, {"status": "key", "on": KEY, "note": "Top of the list."}]
    steps = story(a_priority(raised_at="2026-02-07", source="workshop", votes=23, history=history))
    assert kinds(steps) == [(RAISED, "raised"), (KEY, "key")]
    raised, key = steps
    assert (raised.source, raised.votes) == ("workshop", 23)
    assert raised.meeting is not None
    assert raised.meeting.address == addresses.meeting("luton", "2026-02-07")
    assert key.meeting is not None
    assert key.meeting.day == KEY
    assert key.note == "Top of the list."


def test_an_issue_without_a_meeting_begins_with_its_first_entry() -> None:
    history = [{"status": "waiting", "on": "2026-01-05", "note": "From 40 cards."}]
    steps = story(a_priority(raised_at=None, source="survey", history=history))
    assert [(step.on, step.kind, step.meeting) for step in steps] == [
        (date(2026, 1, 5), "raised", None),
        (date(2026, 1, 5), "waiting", None),
    ]


def test_an_agency_that_has_not_agreed_is_only_asked() -> None:
    steps = story(None, an_action(lead_agency="housing", progress=[], next_update=None))
    assert [(step.kind, step.title, step.agency) for step in steps[2:]] == [
        ("asked", "Check speeds outside the school", "Housing"),
    ]
    assert steps[2].address == addresses.pact_actions("luton")
    assert steps[2].anchor == "action-1"


def test_an_agency_that_agrees_later_is_asked_first() -> None:
    steps = story(None, an_action(lead_agency="housing", agreed_on="2026-04-18", progress=[], next_update=None))
    assert kinds(steps)[2:] == [(KEY, "asked"), (date(2026, 4, 18), "agreed")]
    told = [{"on": "2026-04-18", "status": "agreed"}]
    steps = story(None, an_action(lead_agency="housing", agreed_on="2026-04-18", progress=told, next_update=None))
    assert kinds(steps)[2:] == [(KEY, "asked"), (date(2026, 4, 18), "progress")]


def test_a_member_agrees_at_the_meeting() -> None:
    steps = story(None, an_action(progress=[]))
    assert kinds(steps)[2:] == [(KEY, "agreed")]
    assert steps[2].meeting is not None


def test_progress_moved_dates_news_and_answers_come_in_order() -> None:
    progress = [
        {"on": "2026-05-16", "status": "in_progress", "note": "Begun.", "due_on": "2026-06-30"},
        {"on": "2026-06-20", "status": "done"},
    ]
    outcome = {
        "closed_on": "2026-06-20",
        "what_was_done": "Two checks.",
        "measured": "measured",
        "result": "better",
        "residents_say": "mixed",
        "responses": 22,
        "asked_on": "2026-07-09",
    }
    history = [{"status": "key", "on": KEY}, {"status": "resolved", "on": PANEL, "note": "Settled."}]
    answered = {"residents_say": "better", "responses": 9, "asked_on": "2026-09-01"}
    steps = story(
        a_priority(history=history, outcome=answered),
        an_action(due_on="2026-06-01", progress=progress, outcome=outcome, next_update=None),
        updates=(an_update("2026-06-01"), an_update("2026-06-02", priority=None)),
    )
    assert [(step.on.isoformat(), step.kind, step.status) for step in steps] == [
        ("2026-03-12", "raised", ""),
        ("2026-03-12", "key", ""),
        ("2026-03-12", "agreed", ""),
        ("2026-05-16", "progress", "in_progress"),
        ("2026-06-01", "update", ""),
        ("2026-06-20", "progress", "done"),
        ("2026-07-09", "told", "mixed"),
        ("2026-07-09", "resolved", ""),
        ("2026-09-01", "told", "better"),
    ]
    assert steps[3].moved_to == date(2026, 6, 30)
    assert (steps[4].address, steps[4].anchor) == (addresses.news("luton"), "news-2026-06-01")
    assert [(step.title, step.responses) for step in steps if step.kind == "told"] == [
        ("Check speeds outside the school", 22),
        ("", 9),
    ]


def test_nothing_from_after_the_day_is_told() -> None:
    log = a_log(actions=[an_action()])
    index = index_of(a_folder(log=log, updates=()), as_of=date(2026, 5, 1))
    pact = index.pacts[0]
    assert all(step.on <= date(2026, 5, 1) for step in timeline(index.directory, pact, pact.priorities[0]))
    assert not [step for step in timeline(index.directory, pact, pact.priorities[0]) if step.kind == "progress"]


def test_every_shipped_issue_has_a_story_that_begins_with_its_raising() -> None:
    shown = directory()
    for pact in shown.pacts:
        for issue in pact.priorities:
            steps = timeline(shown, pact, issue)
            days = [step.on for step in steps]
            assert days == sorted(days)
            assert days[-1] <= shown.as_of
            assert len(set(steps)) == len(steps), f"{pact.id} {issue.id} tells something twice"
            assert {change.on for change in issue.history} <= set(days), f"{pact.id} {issue.id}"


@pytest.mark.parametrize(
    ("said", "expected"),
    [({}, date(2026, 7, 9) + ASK_AFTER), ({"residents_say": "same", "responses": 3}, None)],
)
def test_residents_are_asked_four_weeks_after_the_end(said: dict[str, Any], expected: date | None) -> None:
    outcome = {"closed_on": "2026-07-09", "what_was_done": "Two checks.", **said}
    done = an_action(progress=[{"on": "2026-07-09", "status": "done"}], outcome=outcome, next_update=None)
    history = [{"status": "key", "on": KEY}, {"status": "resolved", "on": "2026-07-09"}]
    index = index_of(a_folder(log=a_log(priorities=[a_priority(history=history, outcome=said)], actions=[done])))
    assert index.actions_of["luton"][0].ask_from == expected
    assert index.issues_of["luton"][0].ask_from == expected
    assert ASK_AFTER.days == 28


def test_nobody_is_asked_about_what_was_not_done() -> None:
    outcome = {"closed_on": "2026-07-09", "what_was_done": "It cannot be."}
    ended = an_action(progress=[{"on": "2026-07-09", "status": "not_possible"}], outcome=outcome, next_update=None)
    index: Index = index_of(a_folder(log=a_log(actions=[ended, an_action("2")])))
    assert {card.ask_from for card in index.actions_of["luton"]} == {None}
    assert index.as_of == AS_OF
