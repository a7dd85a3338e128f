"""The page of a meeting: its agenda, what is carried over, its documents."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pact_directory import addresses
from pact_directory.model.documents import DocumentFile, DocumentKind
from pact_directory.views.index import Index, PactMeeting
from pact_directory.views.meetings import MeetingPage, meeting_page
from pact_directory.views.pacts import pact_page
from pact_directory.views.parts import ActionCard
from tests.factories import a_folder, a_log, a_meeting, a_pact, a_priority, an_action, meetings_of
from tests.publish.following import index_of

WAITING = [{"status": "waiting", "on": "2026-03-12"}]
BLOCKED = [{"on": "2026-07-09", "status": "blocked", "note": "No money."}]


def page_of(stem: str, index: Index) -> MeetingPage:
    pact = index.pacts[0]
    return meeting_page(index, PactMeeting(pact, pact.meeting_by_stem[stem]), (None, None))


def coming(log: Any = None, **facts: Any) -> MeetingPage:
    """The page of the panel on 5 November."""
    meeting = a_meeting("2026-11-05", **{"notice_on": "2026-10-15", **facts})
    changes = {"log": log} if log else {}
    return page_of("2026-11-05", index_of(a_folder(meetings=(*meetings_of()[:-1], meeting), **changes)))


def titles(cards: tuple[ActionCard, ...]) -> list[str]:
    return [card.id for card in cards]


def test_an_agenda_is_drawn_up_only_while_a_formal_meeting_to_come_has_none() -> None:
    assert coming().drawn is not None
    assert coming(agenda=["Welcome"]).drawn is None
    assert coming(kind="open").drawn is None
    assert coming(kind="walkabout").drawn is None
    assert coming(status="cancelled", reason="Snow.").drawn is None
    held = index_of(a_folder())
    assert page_of("2026-07-09", held).drawn is None


def test_the_agenda_drawn_up_has_issues_actions_and_replies() -> None:
    log = a_log(
        priorities=[a_priority(), a_priority("parking", history=WAITING)],
        actions=[
            an_action("late", due_on="2026-09-30"),
            an_action("later", due_on="2026-08-31"),
            an_action("held", progress=BLOCKED),
            an_action("asked", lead_agency="housing", progress=[]),
            an_action("done", progress=[{"on": "2026-07-09", "status": "done"}]),
        ],
    )
    page = coming(log)
    drawn = page.drawn
    assert drawn is not None
    assert [issue.id for issue in drawn.issues] == ["speeding"]
    assert [issue.id for issue in drawn.waiting] == ["parking"]
    assert titles(drawn.carried) == ["held", "later", "late"]
    assert titles(drawn.replies) == ["asked"]
    assert drawn.minutes_of is not None
    assert drawn.minutes_of.day == date(2026, 7, 9)
    assert titles(page.follow_up) == ["held", "later", "late", "asked"]


def test_minutes_that_were_agreed_are_not_on_it_again() -> None:
    agreed = a_meeting("2026-07-09", agreed_on="2026-09-10")
    last = (agreed, a_meeting("2026-11-05"))
    page = page_of("2026-11-05", index_of(a_folder(meetings=last, newsletters=())))
    assert page.drawn is not None
    assert page.drawn.minutes_of is None
    awaited = (a_meeting("2026-07-09", minutes="none", minutes_on=None, body=""), a_meeting("2026-11-05"))
    page = page_of("2026-11-05", index_of(a_folder(meetings=awaited, newsletters=())))
    assert page.drawn is not None
    assert page.drawn.minutes_of is None


def test_what_is_raised_at_a_meeting_is_not_carried_over_into_it() -> None:
    log = a_log(actions=[an_action("here", raised_at="2026-11-05", progress=[]), an_action("before")])
    assert titles(coming(log).follow_up) == ["before"]


@pytest.mark.parametrize("kind", ["open", "workshop", "walkabout", "surgery"])
def test_informal_meetings_follow_nothing_up(kind: str) -> None:
    page = coming(kind=kind)
    assert page.follow_up == ()
    assert page.letter is not None


def with_documents(index: Index, *names: str) -> Index:
    documents = {
        name: DocumentFile(
            name, DocumentKind.PDF if name.endswith("pdf") else DocumentKind.JPEG, Path(name), 15_001, 4, 3
        )
        for name in names
    }
    pact = replace(index.pacts[0], documents=documents)
    return Index(replace(index.directory, pacts=(pact,)))


def test_documents_are_offered_with_what_they_are_and_weigh() -> None:
    offered = [{"file": "speeds.pdf", "title": "Speeds"}, {"file": "sign.jpg", "title": "The sign"}]
    meetings = (*meetings_of()[:4], a_meeting(documents=[*offered, {"file": "gone.pdf", "title": "Gone"}]))
    index = with_documents(index_of(a_folder(meetings=meetings)), "speeds.pdf", "sign.jpg")
    lines = page_of("2026-07-09", index).documents
    assert [(line.title, line.kind, line.kilobytes) for line in lines] == [
        ("Speeds", "pdf", 16),
        ("The sign", "jpeg", 0),
    ]
    assert lines[0].address == addresses.document("luton", "speeds.pdf")


def test_terms_of_reference_may_be_a_document() -> None:
    index = index_of(a_folder(pact=a_pact(terms_of_reference="terms.pdf")))
    assert pact_page(index, index.pacts[0]).terms_document is None
    page = pact_page(index, with_documents(index, "terms.pdf").pacts[0])
    assert page.terms_document == addresses.document("luton", "terms.pdf")
    assert page.terms_link == ""
