"""Newsletters stand as things stood on their day, whatever the record says since."""

from dataclasses import replace
from datetime import date
from typing import Any

from pact_directory.checking import check_record
from pact_directory.model.directory import PactFolder
from pact_directory.prose import render
from pact_directory.publication import publish_directory
from pact_directory.views.index import Index
from pact_directory.views.newsletters import NewsletterPage, newsletter_page, newsletters_of, newsletters_page
from pact_directory.views.shortening import first_words, shorten
from tests.factories import (
    AS_OF,
    a_directory,
    a_folder,
    a_log,
    a_meeting,
    a_newsletter,
    a_priority,
    an_action,
    an_update,
)
from tests.publish.rendering import RECORD

EARLY, LATE = "2026-03-12", "2026-07-09"
"""Two meetings whose newsletters came out on 2 April and on 30 July."""


def index_of(folder: PactFolder) -> Index:
    texts = (*folder.meetings, *folder.newsletters, *folder.updates)
    prose = {one.origin.path: render(one.body) for one in texts}
    return Index(publish_directory(a_directory(folder), prose, AS_OF))


def page_of(stem: str = LATE, **changes: Any) -> NewsletterPage:
    defaults = {"newsletters": (a_newsletter(EARLY), a_newsletter(LATE))}
    index = index_of(a_folder(**{**defaults, **changes}))
    (pact,) = index.pacts
    return newsletter_page(index, pact, pact.newsletter_by_stem[stem])


def acted(*progress: tuple[str, str], **changes: Any) -> Any:
    entries = [{"on": day, "status": status, "note": f"Note of {day}."} for day, status in progress]
    return a_log(actions=[an_action(raised_at=EARLY, next_update=None, progress=entries, **changes)])


def test_an_action_stands_as_on_the_day() -> None:
    log = acted(
        ("2026-04-02", "in_progress"),
        ("2026-04-03", "blocked"),
        ("2026-08-01", "done"),
        due_on="2026-06-30",
        outcome={"closed_on": "2026-08-01", "what_was_done": "It was done."},
    )
    (early,), (late,) = page_of(EARLY, log=log).actions, page_of(LATE, log=log).actions
    assert (early.status, early.days_late) == ("in_progress", 0)
    assert (late.status, late.days_late, late.reason) == ("blocked", 30, "Note of 2026-04-03.")
    assert late.closed_on is None
    assert late.what_was_done == ""


def test_an_old_newsletter_does_not_change_with_the_news() -> None:
    before = page_of(EARLY)
    log = acted(("2026-07-09", "in_progress"), ("2026-07-20", "blocked"), blocked_by="A post.")
    log = log.model_copy(update={"priorities": (a_priority(figures_say="Less.", next_step="More."),)})
    after = page_of(EARLY, log=log, updates=(an_update(), an_update("2026-08-01")))
    assert after == replace(before, card=after.card, pact=after.pact, map=after.map)


def test_an_action_raised_later_is_not_in_it() -> None:
    later = an_action("2", raised_at=LATE, progress=[], agreed_on="2026-07-20", next_update=None)
    log = a_log(actions=[an_action(), later])
    assert [card.id for card in page_of(EARLY, log=log).actions] == ["1"]
    assert {card.id for card in page_of(LATE, log=log).actions} == {"1", "2"}


def test_an_action_agreed_later_is_shown_as_asked() -> None:
    asked = an_action(lead_agency="housing", progress=[], agreed_on="2026-05-01", next_update=None)
    assert page_of(EARLY, log=a_log(actions=[asked])).actions[0].status == "asked"
    assert page_of(LATE, log=a_log(actions=[asked])).actions[0].status == "agreed"


def test_key_issues_are_those_of_the_day() -> None:
    history = [
        {"status": "waiting", "on": EARLY},
        {"status": "key", "on": "2026-05-01"},
        {"status": "resolved", "on": "2026-08-01"},
    ]
    log = a_log(priorities=[a_priority(history=history)])
    assert page_of(EARLY, log=log).issues == ()
    (issue,) = page_of(LATE, log=log).issues
    assert issue.status == "key"


def test_what_was_done_is_since_the_newsletter_before() -> None:
    log = acted(("2026-04-02", "in_progress"), ("2026-07-30", "done"), outcome={"closed_on": "2026-07-30"})
    updates = (an_update("2026-04-02"), an_update("2026-04-03"))
    done = page_of(LATE, log=log, updates=updates).done
    assert [(line.on, line.status) for line in done] == [
        (date(2026, 7, 30), "done"),
        (date(2026, 4, 3), "news"),
    ]


def test_held_up_comes_first_then_agency_by_agency() -> None:
    def one(name: str, agency: str, status: str) -> Any:
        entry = {"on": LATE, "status": status, "note": "Told."}
        return an_action(name, lead_agency=agency, progress=[entry], next_update=None)

    actions = [
        one("1", "police", "in_progress"),
        one("2", "council", "in_progress"),
        one("3", "police", "blocked"),
    ]
    assert [card.id for card in page_of(log=a_log(actions=actions)).actions] == ["3", "2", "1"]


def test_the_next_date_is_the_first_after_it_that_stands() -> None:
    page = page_of(EARLY)
    assert page.coming is not None
    assert (page.coming.day, page.called_off) == (date(2026, 4, 18), None)


def test_a_next_date_called_off_since_is_told_and_one_off_before_is_not() -> None:
    def page(updated_on: str) -> NewsletterPage:
        off = a_meeting("2026-09-10", status="cancelled", reason="Flood.", notice_on=None, updated_on=updated_on)
        return page_of(LATE, meetings=(a_meeting(EARLY), a_meeting(LATE), off, a_meeting("2026-11-05")))

    since, before = page("2026-09-01"), page("2026-07-20")
    assert since.called_off is not None
    assert (since.called_off.day, since.called_off.state) == (date(2026, 9, 10), "cancelled")
    assert before.called_off is None
    assert {since.coming.day, before.coming.day} == {date(2026, 11, 5)}  # type: ignore[union-attr]


def test_without_minutes_it_still_stands() -> None:
    held = a_meeting(LATE, minutes="draft", minutes_on=None, decisions=["Secret so far."])
    page = page_of(meetings=(a_meeting(EARLY), held))
    assert not page.minutes_are_out
    assert (page.decisions, page.coming, page.short.next_date) == ((), None, None)


def test_the_archive_has_every_newsletter_once_newest_first() -> None:
    index = index_of(a_folder())
    page = newsletters_page(index)
    days = [row.published_on for year, _ in page.years for row in newsletters_page(index, year).rows]
    assert days == sorted(days, reverse=True) == [row.published_on for row in page.rows]
    assert len(days) == len(newsletters_of(index.pacts[0])) == page.count == 3


def test_texts_are_cut_at_a_sentence_or_a_word() -> None:
    assert shorten("Short.", 10) == "Short."
    assert shorten("One sentence here. Another one follows it.", 30) == "One sentence here. …"
    assert shorten("Only words, no sentence at all in here", 20) == "Only words, no…"
    assert len(shorten("a" * 50, 20)) <= 20
    assert shorten(f"7 {'W' * 50}", 20) == f"7 {'W' * 16}…", "a long word may not take its whole text with it"
    assert first_words("one two, three", 2) == "one two…"


def test_the_newsletters_of_a_pact_share_one_map() -> None:
    index = Index(check_record(RECORD, AS_OF).publish())
    pact = index.directory.pact_by_id["luton"]
    first, second = (newsletter_page(index, pact, one).map for one in pact.newsletters[:2])
    assert first is not None
    assert first is second
