"""The stream of news: what is in it, when, and what pages make of it."""

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

from pact_directory.views.home import home_page
from pact_directory.views.index import Index
from pact_directory.views.news import NewsEntry, for_page
from pact_directory.views.news_page import news_page
from pact_directory.views.pacts import pact_page
from tests.factories import AS_OF, a_folder, a_log, a_meeting, a_newsletter, an_action, an_update
from tests.publish.following import index_of
from tests.publish.rendering import directory

NOTHING: dict[str, Any] = {"meetings": (), "newsletters": (), "updates": (), "log": a_log(actions=[])}


def stream(**folder: Any) -> tuple[NewsEntry, ...]:
    return index_of(a_folder(**{**NOTHING, **folder})).news


def test_every_sort_of_news_is_in_the_shipped_record() -> None:
    kinds = Counter(entry.kind for entry in Index(directory()).news)
    assert set(kinds) == {
        *("update", "progress", "minutes", "agreed", "corrected", "newsletter"),
        *("confirmed", "cancelled", "moved"),
    }


def test_it_is_newest_first_up_to_the_day_and_names_are_of_one_entry() -> None:
    news = Index(directory()).news
    assert all(earlier.on >= later.on for earlier, later in pairwise(news))
    assert news[0].on <= directory().as_of
    assert max(Counter(entry.path for entry in news).values()) == 1


def test_what_is_still_to_come_is_not_news() -> None:
    notes = [{"on": "2026-10-15", "status": "in_progress", "note": "Today."}]
    log = a_log(actions=[an_action(progress=notes)])
    newsletters = (a_newsletter(published_on="2026-10-16"),)
    found = stream(log=log, newsletters=newsletters, updates=(an_update("2026-10-16"),))
    assert [entry.kind for entry in found] == ["progress"]


def test_progress_is_news_when_somebody_said_something() -> None:
    progress = [
        {"on": "2026-07-01", "status": "agreed"},
        {"on": "2026-07-09", "status": "in_progress", "note": "First."},
        {"on": "2026-07-09", "status": "blocked", "note": "Second."},
    ]
    found = stream(log=a_log(actions=[an_action(progress=progress)]))
    assert {(entry.status, entry.note, entry.path) for entry in found} == {
        ("in_progress", "First.", "luton/actions/1/2026-07-09"),
        ("blocked", "Second.", "luton/actions/1/2026-07-09/2"),
    }


def test_minutes_that_are_not_out_are_no_news() -> None:
    held = a_meeting(minutes="draft", minutes_on=None)
    assert stream(meetings=(held,)) == ()


def test_a_meeting_without_a_day_of_change_is_no_news() -> None:
    facts = {"status": "cancelled", "reason": "Snow.", "minutes": None, "minutes_on": None}
    assert stream(meetings=(a_meeting(notice_on=None, **facts),)) == ()
    (entry,) = stream(meetings=(a_meeting(updated_on="2026-07-01", **facts),))
    assert (entry.on, entry.kind, entry.note) == (date(2026, 7, 1), "cancelled", "Snow.")


def test_a_planned_meeting_is_news_once_it_is_confirmed() -> None:
    for status, kinds in (("planned", []), ("confirmed", ["confirmed"])):
        found = stream(meetings=(a_meeting("2026-11-05", status=status, updated_on="2026-10-01"),))
        assert [entry.kind for entry in found] == kinds


def test_pages_tell_the_last_twelve_months_and_leave_meetings_to_come_to_their_own_list() -> None:
    updates = (an_update("2025-10-15"), an_update("2025-10-14"))
    meetings = (a_meeting("2026-11-05", updated_on="2026-10-01"),)
    index = index_of(a_folder(**{**NOTHING, "updates": updates, "meetings": meetings}))
    assert [entry.path for entry in for_page(index.news, AS_OF)] == ["luton/updates/2025-10-15"]
    assert home_page(index).news == pact_page(index, index.pacts[0]).news == for_page(index.news, AS_OF)


def test_the_home_page_has_the_five_newest() -> None:
    index = Index(directory())
    assert home_page(index).news == for_page(index.news, index.as_of)[:5]


def test_the_page_of_all_news_has_everything_once() -> None:
    index = Index(directory())
    for pact in index.pacts:
        page = news_page(index, pact)
        shown = [*page.updates, *(entry for _, entries in page.years for entry in entries)]
        assert {entry.path for entry in shown} == {entry.path for entry in index.news_of[pact.id]}
        assert len(shown) == len(index.news_of[pact.id])
        assert all(entry.kind == "update" for entry in page.updates)
        years = [year for year, _ in page.years]
        assert years == sorted(set(years), reverse=True)
