"""Whom notice goes to, how it stands, who is welcomed, and what a ward's councillors are shown."""

from datetime import date, timedelta
from typing import Any

import pytest

from pact_directory.model.directory import Directory
from pact_directory.views.circulation import action_plan, circulations
from pact_directory.views.councillors import councillors_page, ward_desk
from pact_directory.views.index import Index
from pact_directory.views.notices import invited, notice_state, notices, welcomes
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
)
from tests.publication.test_publication import LAPSED, publish

WATLING = "E05014471"
SEAT = {"seat": 1, "from": "2023-05-04"}


def an_index(directory: Directory, as_of: date = AS_OF) -> Index:
    return Index(publish(directory, as_of))


def luton(*meetings: Any, seats: Any = None, **pact: Any) -> Index:
    """One PACT called Luton, with the given meetings; its ward has two seats, the first with a mailbox."""
    holders = [{**SEAT, "email": "luton.1@example.org"}, {**SEAT, "seat": 2}] if seats is None else seats
    folder = a_folder(pact=a_pact(**pact), meetings=meetings, newsletters=(), updates=())
    return an_index(a_directory(folder, wards=[a_ward(councillors=holders)]))


def why_silent(index: Index) -> list[tuple[str, int, str]]:
    return [(one.ward.name, one.seat.number, one.seat.why_silent) for one in invited(index, index.pacts[0])]


def test_every_seat_of_every_ward_is_invited_and_vacant_ones_are_named() -> None:
    wards = [
        a_ward(seats=3, councillors=[{**SEAT, "email": "luton.1@example.org"}, {**SEAT, "seat": 2}]),
        a_ward(WATLING, name="Watling", seats=1, councillors=[{**SEAT, "email": "watling@example.org"}]),
    ]
    pact = a_pact(wards=[LUTON, WATLING], coverage={"part_of": [WATLING]})
    index = an_index(a_directory(a_folder(pact=pact), wards=wards))
    assert why_silent(index) == [
        ("Luton", 1, ""),
        ("Luton", 2, "no_address"),
        ("Luton", 3, "vacant"),
        ("Watling", 1, ""),
    ]
    assert [one.is_part for one in invited(index, index.pacts[0])] == [False, False, False, True]


def test_only_who_sits_on_the_day_is_invited() -> None:
    seats = [
        {**SEAT, "to": "2026-10-14", "email": "old@example.org"},
        {"seat": 1, "from": "2026-10-15", "email": "new@example.org"},
        {"seat": 2, "from": "2026-10-16", "email": "later@example.org"},
    ]
    index = luton(seats=seats)
    assert [one.seat.email for one in invited(index, index.pacts[0])] == ["new@example.org", ""]
    assert why_silent(index)[1] == ("Luton", 2, "vacant")


def test_a_holder_whose_leave_has_lapsed_is_kept_back_and_said_to_be() -> None:
    leave = {**LAPSED, "basis": "public-role"}
    index = luton(seats=[{**SEAT, "name": "Zephyrine", "email": "zephyrine@example.org", "publish": leave}])
    (first, _) = invited(index, index.pacts[0])
    assert (first.seat.name, first.seat.email, first.seat.why_silent) == ("", "", "withheld")


def test_a_ward_of_which_nothing_is_known_is_not_skipped() -> None:
    folder = a_folder()
    index = an_index(a_directory(folder, wards=[a_ward(seats=None, councillors=[])]))
    assert why_silent(index) == [("Luton", 0, "unknown")]


@pytest.mark.parametrize(
    ("pact", "count"),
    [({"kind": "youth"}, 2), ({"kind": "forum"}, 0), ({"status": "closed"}, 0), ({"status": "paused"}, 2)],
)
def test_forums_and_closed_pacts_invite_nobody(pact: dict[str, str], count: int) -> None:
    index = luton(a_meeting("2026-11-05"), **pact)
    assert len(invited(index, index.pacts[0])) == count
    assert len(notices(index, 30)) == (count > 0)


@pytest.mark.parametrize(
    ("notice_on", "state", "days"),
    [
        ("2026-10-15", "given", 21),
        ("2026-10-22", "given", 14),
        ("2026-10-23", "short", 13),
        (None, "to_come", 21),
    ],
)
def test_notice_is_measured_against_the_areas_number(notice_on: str | None, state: str, days: int) -> None:
    index = luton()
    found = notice_state(index, a_meeting("2026-11-05", notice_on=notice_on))
    assert (found.state, found.days, found.wanted, found.due_by) == (state, days, 14, date(2026, 10, 22))


def test_notice_not_given_in_time_is_late_from_the_day_after() -> None:
    due_today = luton().as_of + timedelta(days=14)
    for day, state in ((due_today, "to_come"), (due_today - timedelta(days=1), "late")):
        assert notice_state(luton(), a_meeting(day.isoformat(), notice_on=None)).state == state


def test_the_number_is_for_formal_meetings_alone() -> None:
    walk = a_meeting("2026-10-20", kind="walkabout")
    assert notice_state(luton(), walk).state == "open"
    told = a_meeting("2026-10-20", kind="walkabout", notice_on="2026-10-15")
    assert notice_state(luton(), told).state == "given"
    (notice,) = notices(luton(walk), 30)
    assert not notice.is_short


def test_notices_are_of_the_days_asked_for_the_last_included() -> None:
    index = luton(a_meeting("2026-10-15", status="planned"), a_meeting("2026-11-14"), a_meeting("2026-11-15"))
    assert [one.facts.stem for one in notices(index, 30)] == ["2026-10-15", "2026-11-14"]
    assert [one.days_left for one in notices(index, 30)] == [0, 30]


def test_councillors_hear_that_a_meeting_they_were_told_of_is_off() -> None:
    told = a_meeting("2026-11-05", status="cancelled", reason="No hall.")
    untold = a_meeting("2026-11-06", status="cancelled", reason="No hall.", notice_on=None)
    (notice,) = notices(luton(told, untold), 30)
    assert notice.facts.stem == "2026-11-05"
    assert notice.is_off


def test_a_formal_meeting_without_agenda_has_one_drawn_up() -> None:
    bare, given = a_meeting("2026-11-05"), a_meeting("2026-11-12", agenda=["Speeding"])
    walk = a_meeting("2026-11-07", kind="walkabout")
    drawn = {one.facts.stem: one.drawn is not None for one in notices(luton(bare, given, walk), 30)}
    assert drawn == {"2026-11-05": True, "2026-11-12": False, "2026-11-07": False}


def test_new_councillors_are_welcomed_once_and_others_to_new_pacts() -> None:
    seats = [{**SEAT, "email": "old@example.org"}, {"seat": 2, "from": "2026-10-01", "email": "new@example.org"}]
    history = [{"status": "endorsed", "on": "2026-09-20"}, {"status": "active", "on": "2026-10-10"}]
    index = luton(seats=seats, formed_on="2026-09-20", status_history=history)
    to_newcomer, of_pact = welcomes(index, 30)
    assert [one.seat.email for one in to_newcomer.seats] == ["new@example.org"]
    assert to_newcomer.ward and to_newcomer.pact is None
    assert [one.seat.email for one in of_pact.seats] == ["old@example.org"]
    assert of_pact.pact and of_pact.pact.name == "Luton PACT"


def test_nobody_is_welcomed_to_what_is_old_or_not_there_yet() -> None:
    assert welcomes(luton(), 30) == ()
    new_seat = [{**SEAT, "from": "2026-10-01"}]
    assert welcomes(luton(seats=new_seat, status="proposed", status_history=None), 30) == ()
    back = [{"status": "active", "on": "2024-03-14"}, {"status": "paused", "on": "2025-01-01"}]
    again = [*back, {"status": "active", "on": "2026-10-10"}]
    assert welcomes(luton(status_history=again), 30) == ()


def test_members_get_papers_and_minutes_that_papers_do_not_hold() -> None:
    held = a_meeting("2026-09-17", minutes_on="2026-10-01")
    soon, later = a_meeting("2026-11-05"), a_meeting("2026-12-10")
    (papers,) = circulations(luton(held, soon), 30)
    assert papers.is_papers
    assert papers.last and papers.last.facts.stem == "2026-09-17"
    (minutes,) = circulations(luton(held, later), 30)
    assert not minutes.is_papers
    assert minutes.upcoming and minutes.upcoming.day == date(2026, 12, 10)
    assert circulations(luton(a_meeting("2026-08-06", minutes_on="2026-09-14"), later), 30) == ()


def test_minutes_not_published_stay_with_the_gate() -> None:
    draft = a_meeting("2026-09-17", minutes="draft", minutes_on=None, decisions=["Secret"], body="Secret words")
    (papers,) = circulations(luton(draft, a_meeting("2026-11-05")), 30)
    assert papers.last
    assert (papers.last.facts.decisions, papers.last.facts.body) == ((), "")


def test_the_action_plan_begins_with_what_is_held_up() -> None:
    calm = an_action("1", lead_agency="council", due_on="2026-12-31")
    late = an_action("2", lead_agency="police", due_on="2026-10-01")
    stuck = an_action(
        "3", lead_agency="police", progress=[{"on": "2026-10-01", "status": "blocked"}], blocked_by="No money"
    )
    done = an_action("4", progress=[{"on": "2026-10-01", "status": "done"}])
    folder = a_folder(log=a_log(actions=[calm, late, stuck, done]))
    index = an_index(a_directory(folder))
    plan = action_plan(index.actions_of["luton"])
    assert [(one.lead, [card.id for card in one.actions]) for one in plan] == [
        ("Police", ["3", "2"]),
        ("Council", ["1"]),
    ]


def test_a_ward_s_changes_of_30_and_90_days_are_told_apart() -> None:
    days = {"2026-10-15": "recent", "2026-09-15": "recent", "2026-09-14": "earlier", "2026-07-17": "earlier"}
    progress = [{"on": day, "status": "in_progress", "note": "A step."} for day in sorted([*days, "2026-07-16"])]
    folder = a_folder(log=a_log(actions=[an_action(progress=progress)]), meetings=(), newsletters=(), updates=())
    index = an_index(a_directory(folder))
    desk = ward_desk(index, index.wards[0])
    assert [one.on.isoformat() for one in desk.recent] == ["2026-10-15", "2026-09-15"]
    assert [one.on.isoformat() for one in desk.earlier] == ["2026-09-14", "2026-07-17"]


def test_a_step_without_a_note_and_a_meeting_without_minutes_are_changes_too() -> None:
    silent_step = an_action(progress=[{"on": "2026-10-10", "status": "done"}])
    held = a_meeting("2026-10-08", minutes="none", minutes_on=None)
    folder = a_folder(log=a_log(actions=[silent_step]), meetings=(held,), newsletters=(), updates=())
    index = an_index(a_directory(folder))
    assert [one.kind for one in ward_desk(index, index.wards[0]).recent] == ["progress", "held"]


def test_forums_and_closed_pacts_are_on_no_desk() -> None:
    for changes in ({"kind": "forum"}, {"status": "closed"}):
        index = luton(**changes)
        desk = ward_desk(index, index.wards[0])
        assert (desk.pacts, desk.recent, desk.earlier) == ((), (), ())


def test_a_very_large_area_leaves_desks_to_the_wards_pages() -> None:
    wards = [
        a_ward(f"E050{number:05}", name=f"Ward {chr(65 + number // 26)}{chr(65 + number % 26)}")
        for number in range(61)
    ]
    folder = a_folder(pact=a_pact(wards=[wards[0].gss]))
    assert not councillors_page(an_index(a_directory(folder, wards=wards))).is_in_full
    folder = a_folder(pact=a_pact(wards=[wards[0].gss]))
    assert councillors_page(an_index(a_directory(folder, wards=wards[:60]))).is_in_full


def test_the_number_of_days_is_the_areas_own() -> None:
    directory = a_directory(
        a_folder(meetings=(a_meeting("2026-11-05"),)), area=an_area(policy={"notice_days": 21})
    )
    assert notices(an_index(directory), 30)[0].notice.state == "given"
    directory = a_directory(
        a_folder(meetings=(a_meeting("2026-11-05"),)), area=an_area(policy={"notice_days": 22})
    )
    assert notices(an_index(directory), 30)[0].notice.state == "short"
