"""What rules leave alone: other statuses and kinds, old history, and what nobody knows."""

from typing import Any

import pytest

from pact_directory.model.directory import Directory
from pact_directory.rules import RULES
from tests.factories import (
    AS_OF,
    LUTON,
    a_directory,
    a_folder,
    a_log,
    a_meeting,
    a_pact,
    a_ward,
    an_action,
    an_area,
    an_exemption,
)

from .cases.case import luton, luton_meeting, luton_pact
from .checking import codes_of, problems_of

_HISTORY = [{"status": "endorsed", "on": "2024-02-06"}, {"status": "active", "on": "2024-03-14"}]


def _ended(status: str) -> list[dict[str, str]]:
    return [*_HISTORY, {"status": status, "on": "2024-05-01"}]


def _idle(**pact: Any) -> Directory:
    """A PACT that has never met, walked or asked anybody."""
    log = a_log(priorities=(), actions=())
    folder = a_folder(pact=a_pact(**pact), log=log, meetings=(), newsletters=(), updates=())
    return a_directory(type(folder)(folder.pact, folder.log))


RHYTHM = ["feedback-old", "gap-long", "open-meeting-old", "walkabout-missing", "workshop-missing"]


@pytest.mark.parametrize("kind", ["neighbourhood", "youth"])
def test_an_idle_active_pact_hears_of_its_rhythm(kind: str) -> None:
    assert codes_of(_idle(kind=kind)) == RHYTHM


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_a_pact_that_is_not_active_keeps_no_rhythm(status: str) -> None:
    assert codes_of(_idle(status=status, status_history=_ended(status))) == []


def test_a_forum_keeps_no_rhythm_needs_no_wards_and_may_be_chaired_by_anybody() -> None:
    roles = [{"role": "chair", "organisation": "council"}, {"role": "secretary", "organisation": "council"}]
    assert codes_of(_idle(kind="forum", wards=None, roles=roles)) == []


def test_a_closed_pact_is_not_asked_for_news_or_checks() -> None:
    pact = a_pact(
        status="closed", status_history=_ended("closed"), review_by="2024-05-01", contact=None, roles=None
    )
    late = a_log(actions=[an_action(next_update="2026-07-10")])
    assert codes_of(luton(pact=pact, log=late)) == []


def test_a_young_pact_is_given_time() -> None:
    days = [{"status": "endorsed", "on": "2026-06-01"}, {"status": "active", "on": "2026-06-30"}]
    idle = _idle(formed_on="2026-06-01", status_history=days)
    assert codes_of(idle) == ["walkabout-missing", "workshop-missing"]


@pytest.mark.parametrize("status", ["cancelled", "moved"])
def test_a_meeting_that_is_off_is_neither_late_nor_long(status: str) -> None:
    off: dict[str, Any] = {"status": status, "reason": "Rain.", "notice_on": None}
    off["moved_to"] = "2026-07-09" if status == "moved" else None
    panel = a_meeting("2026-10-16", **off)
    walkabout = a_meeting("2026-09-01", kind="walkabout", start="09:00", end="17:00", **off)
    assert codes_of(luton_meeting(panel, walkabout)) == []


def test_lateness_of_more_than_a_year_ago_is_left_alone() -> None:
    late = {"notice_on": "2025-10-13", "minutes_on": "2026-02-01"}
    assert codes_of(luton_meeting(a_meeting("2025-10-14", **late))) == []
    found = codes_of(luton_meeting(a_meeting("2025-10-15", **late)))
    assert found == ["minutes-late", "newsletter-late", "notice-short"]


def test_unknown_notice_of_a_past_meeting_is_no_short_notice() -> None:
    assert codes_of(luton_meeting(a_meeting(notice_on=None))) == []


@pytest.mark.parametrize("kind", ["open", "walkabout", "surgery"])
def test_informal_meetings_owe_neither_notice_nor_minutes_nor_newsletter(kind: str) -> None:
    assert codes_of(luton_meeting(a_meeting("2026-08-06", kind=kind, start=None, end=None))) == []


@pytest.mark.parametrize(
    ("area", "pact"),
    [
        ({}, {"formed_on": "2023-12-31"}),
        ({}, {"formed_on": None}),
        ({}, {"kind": "forum"}),
        ({"endorsement_from": None}, {}),
        ({"endorsement_from": "2024-02-07"}, {}),
    ],
)
def test_endorsement_is_asked_only_of_pacts_formed_since_the_rule(
    area: dict[str, Any], pact: dict[str, Any]
) -> None:
    folder = a_folder(pact=a_pact(status_history=[_HISTORY[1]], **pact))
    assert codes_of(a_directory(folder, area=an_area(**area))) == []
    unendorsed = codes_of(luton_pact(status_history=[_HISTORY[1]]))
    assert set(unendorsed) == {"formal-before-endorsement"}


def test_wards_of_two_places_may_share_a_name() -> None:
    towns = [a_ward(place=None, name="Castle"), a_ward("E05014460", name="Castle", place="Dartford")]
    assert codes_of(a_directory(wards=towns)) == []


def test_a_ward_of_many_seats_is_counted_in_one_line() -> None:
    (problem,) = problems_of(a_directory(wards=[a_ward(seats=400)]))
    assert problem.message.startswith("Seats 3, 4, 5, 6 and 7 of Luton")


def test_the_slowest_rhythm_is_never_broken() -> None:
    assert codes_of(luton_pact(meets={"every_months": 400})) == []


def test_a_circle_of_successors_is_found_at_each_of_them() -> None:
    closed = [{"status": "closed", "on": "2026-01-01"}]
    ids = ["a", "b", "c"]
    pacts = [
        a_pact(id, status="closed", status_history=closed, succeeded_by=after)
        for id, after in zip(ids, [*ids[1:], "a"], strict=True)  # noqa: A001
    ]
    folders = [type(a_folder())(pact, a_log(pact.id, priorities=(), actions=())) for pact in pacts]
    assert codes_of(a_directory(*folders)) == ["successor"] * 3


def test_rules_go_on_where_much_is_missing() -> None:
    bare = a_pact("bare", status="reported", status_history=None, wards=None, members=None, roles=None)
    folder = type(a_folder())(bare, a_log("bare", priorities=(), actions=()))
    empty = a_directory(folder, wards=[], agencies=[], venues=[], topics=[], exemptions=[an_exemption()])
    for rule in RULES.values():
        list(rule.check(empty, AS_OF))
    assert LUTON not in empty.ward_by_gss


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("wards.yml", {"wards": []}),
        ("agencies.yml", {"agencies": []}),
        ("venues.yml", {"venues": []}),
        ("topics.yml", {"topics": []}),
    ],
)
def test_a_list_that_could_not_be_read_whole_makes_nothing_unknown(path: str, lists: dict[str, Any]) -> None:
    code = f"unknown-{path.removesuffix('s.yml').replace('agencie', 'agency')}"
    assert code in codes_of(a_directory(**lists))
    assert code not in codes_of(a_directory(**lists, incomplete=[path]))
