"""The papers of a meeting: which there are, when a poster goes up, and a workshop by the clock."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.model.directory import PactFolder
from pact_directory.model.london import in_london
from pact_directory.prose import Prose, SafeHtml
from pact_directory.publication import publish_directory
from pact_directory.views.index import Index, PactMeeting
from pact_directory.views.papers.chair import chair_page
from pact_directory.views.papers.kinds import PaperKind, papers_of, prints_of
from pact_directory.views.papers.overview import papers_page
from pact_directory.views.papers.poster import poster_page, text_size
from pact_directory.views.papers.thanks import thank_you_page
from pact_directory.views.papers.workshop import SHORTEST_MINUTES, running_order, running_order_page
from tests.factories import (
    AS_OF,
    a_directory,
    a_folder,
    a_log,
    a_meeting,
    a_newsletter,
    a_pact,
    an_action,
    an_agency,
    meetings_of,
)


def shown(stem: str, folder: PactFolder | None = None, **changes: Any) -> tuple[Index, PactMeeting]:
    """An index of a record with one more meeting, and that meeting."""
    base = folder or a_folder()
    folder = a_folder(
        pact=base.pact,
        log=base.log,
        newsletters=base.newsletters,
        meetings=(*meetings_of(), a_meeting(stem, **changes)),
    )
    directory = a_directory(folder, agencies=[an_agency("police", phone="01632 960110"), an_agency("council")])
    pages = (*folder.meetings, *folder.updates, *folder.newsletters)
    prose = {page.origin.path: Prose(SafeHtml(""), "", (), ()) for page in pages}
    index = Index(publish_directory(directory, prose, AS_OF))
    pact = index.pacts[0]
    return index, PactMeeting(pact, pact.meeting_by_stem[stem])


@pytest.mark.parametrize(
    ("kind", "papers"),
    [
        ("panel", "poster chair thank_you"),
        ("forum", "poster chair thank_you"),
        ("open", "poster top_three thank_you"),
        ("workshop", "poster top_three running_order thank_you"),
        ("walkabout", "poster clipboard thank_you"),
        ("surgery", "poster thank_you"),
    ],
)
def test_each_kind_of_meeting_has_its_papers(kind: str, papers: str) -> None:
    assert " ".join(papers_of(*shown("2026-12-12", kind=kind))) == papers


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"status": "planned"}, ("unconfirmed",)),
        ({"status": "planned", "start": None, "end": None, "venue": None}, ("unconfirmed", "time", "place")),
        ({"venue": None}, ("place",)),
    ],
)
def test_no_poster_before_everything_on_it_is_settled(changes: dict[str, Any], missing: tuple[str, ...]) -> None:
    index, one = shown("2026-12-12", **changes)
    assert PaperKind.POSTER not in papers_of(index, one)
    assert papers_page(index, one).missing == missing


@pytest.mark.parametrize("status", ["cancelled", "moved"])
def test_a_meeting_that_is_off_has_no_papers(status: str) -> None:
    assert papers_of(*shown("2026-12-12", status=status, reason="Flood", moved_to="2026-11-05")) == ()


def test_thanks_are_wanted_while_the_newsletter_is_due() -> None:
    assert papers_of(*shown("2026-09-17", status="held")) == (PaperKind.THANK_YOU,)
    assert papers_of(*shown("2026-09-16", status="held")) == ()


def test_files_are_called_by_what_they_are() -> None:
    _, one = shown("2026-12-12")
    names = [pdf.address.rpartition("/")[2] for pdf in prints_of(one, PaperKind.POSTER)]
    assert names == ["luton-poster-2026-12-12-a4.pdf", "luton-poster-2026-12-12-a5.pdf"]
    assert [pdf.address.rpartition("/")[2] for pdf in prints_of(one, PaperKind.CHAIR)] == [
        "luton-chair-2026-12-12.pdf"
    ]


@pytest.mark.parametrize(("stem", "is_late", "left"), [("2026-10-22", False, 7), ("2026-10-21", True, 6)])
def test_posters_go_up_seven_to_ten_days_before(stem: str, is_late: bool, left: int) -> None:
    days = papers_page(*shown(stem, status="confirmed")).days
    day = date.fromisoformat(stem)
    assert (days.first, days.last) == (day - timedelta(days=10), day - timedelta(days=7))
    assert (days.is_late, days.left) == (is_late, left)


def test_a_workshop_of_two_hours() -> None:
    page = running_order_page(*shown("2026-12-12", kind="workshop", start="19:00", end="21:00"))
    assert [f"{step.starts:%H:%M} {step.code}" for step in page.steps] == [
        "18:00 set_up",
        "18:45 doors",
        "19:00 welcome",
        "19:10 tables",
        "19:50 round",
        "20:05 break",
        "20:20 votes",
        "20:35 result",
        "20:50 thanks",
        "21:00 debrief",
    ]
    assert (page.steps[-1].minutes, page.steps[-1].ends.time()) == (45, time(21, 45))
    assert not page.is_assumed


def test_a_workshop_without_an_end_lasts_as_long_as_the_area_lets_it() -> None:
    page = running_order_page(*shown("2026-12-12", kind="workshop", end=None))
    assert (page.minutes, page.is_assumed) == (120, True)


def test_a_workshop_too_short_to_divide_has_no_order() -> None:
    assert running_order_page(*shown("2026-12-12", kind="workshop", start="19:00", end="19:20")).steps == ()


@given(st.integers(SHORTEST_MINUTES, 24 * 60), st.times())
def test_the_parts_fill_the_workshop_whatever_its_length(minutes: int, start: time) -> None:
    begins = in_london(date(2026, 12, 12), start.replace(second=0, microsecond=0))
    steps = running_order(begins, minutes)
    inside = [step for step in steps if step.code not in {"set_up", "doors", "debrief"}]
    assert sum(step.minutes for step in inside) == minutes
    assert all(step.minutes > 0 for step in steps)
    assert inside[0].starts == begins
    assert all(earlier.ends == later.starts for earlier, later in pairwise(steps))
    if minutes % 5 == 0 and minutes >= 60:
        assert all(step.minutes % 5 == 0 for step in steps)


def test_past_midnight_the_day_is_said() -> None:
    steps = running_order(in_london(date(2026, 12, 12), time(22, 30)), 120)
    assert {step.starts.day: step.other_day for step in steps} == {12: False, 13: True}


def test_the_hour_the_clocks_change_is_counted_by_the_watch() -> None:
    autumn = running_order(in_london(date(2026, 10, 25), time(0, 30)), 120)
    assert autumn[-1].starts.replace(tzinfo=None) == datetime(2026, 10, 25, 1, 30)
    spring = running_order(in_london(date(2026, 3, 29), time(0, 30)), 120)
    assert spring[-1].starts.replace(tzinfo=None) == datetime(2026, 3, 29, 3, 30)


def test_the_chair_rings_those_who_are_held_up_and_late_first() -> None:
    actions = [
        an_action("1", lead_agency="council", progress=[{"on": "2026-07-09", "status": "in_progress"}]),
        an_action("2", lead_agency="police", due_on="2026-09-15", next_update=None),
        an_action(
            "3",
            lead_agency="council",
            blocked_by="No money.",
            progress=[{"on": "2026-07-09", "status": "blocked"}],
        ),
        an_action("4", lead_agency="police", progress=[{"on": "2026-07-09", "status": "done"}]),
    ]
    page = chair_page(*shown("2026-12-12", a_folder(log=a_log(actions=actions))))
    assert [one.card.id for one in page.actions] == ["3", "1", "2"]
    assert [(one.actions[0].lead, one.phone, one.held_up, one.late) for one in page.to_ring] == [
        ("Council", "", 1, 0),
        ("Police", "01632 960110", 0, 1),
    ]
    assert page.actions[0].reason == "No money."


def test_the_chair_is_told_of_the_minutes_to_be_agreed() -> None:
    last = chair_page(*shown("2026-12-12")).last_minutes
    assert last is not None
    assert (last.day, last.state) == (date(2026, 7, 9), "draft")


def test_a_long_text_does_not_run_off_a_poster() -> None:
    page = poster_page(*shown("2026-12-12", kind="walkabout", route="Along the street. " * 200))
    assert len(page.fair_route) <= 420
    assert len(page.short_route) <= 150
    assert page.short_route.endswith("…")
    assert [text_size("x" * length) for length in (28, 60, 110, 200)] == ["short", "middle", "long", "longest"]


def test_a_panel_of_young_people_asks_them() -> None:
    assert poster_page(*shown("2026-12-12", a_folder(pact=a_pact(kind="youth")))).headline == "youth"
    assert poster_page(*shown("2026-12-12")).headline == "panel"


def test_the_letter_names_the_newsletter_once_it_is_out() -> None:
    before = thank_you_page(*shown("2026-09-20", status="held"))
    assert before.newsletter is None
    assert before.newsletter_due == date(2026, 10, 18)
    assert before.next_one is not None
    out = a_folder(newsletters=(a_newsletter("2026-09-20", published_on="2026-10-01"),))
    assert thank_you_page(*shown("2026-09-20", out, status="held")).newsletter is not None
