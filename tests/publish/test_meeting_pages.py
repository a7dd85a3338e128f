"""Pages of meetings, and what became of actions and issues: unmistakable in words, on the shipped record."""

import re
from html import unescape

import pytest

from pact_directory import addresses
from pact_directory.addresses import Address
from pact_directory.views.cards import meeting_state
from pact_directory.views.index import Index, PactMeeting

from .rendering import Page, directory, of_kind, shipped_pages, text

STATES = {
    "planned": ("Planned: ", "The date is set, but not yet confirmed."),
    "confirmed": ("Confirmed: ", "It will take place."),
    "cancelled": ("Cancelled: ", "It was called off."),
    "moved": ("Moved: ", "It was moved to another day."),
    "unrecorded": ("No record yet: ", "There is no record yet that it took place."),
    "held": ("", "It took place."),
}
PREFIXES = re.compile("(" + "|".join(prefix for prefix, _ in STATES.values() if prefix) + ")")


def meetings() -> list[tuple[str, PactMeeting, Page]]:
    """Every meeting with its state and its page."""
    index = Index(directory())
    return [
        (meeting_state(index, one.meeting), one, shipped_pages()[addresses.meeting(one.pact.id, one.meeting.stem)])
        for one in index.meetings
    ]


def section(page: Page, anchor: str) -> str:
    """The words from a heading to the next of its level."""
    after = page.html.partition(f'<h2 id="{anchor}">')[2]
    assert after, f"{page.address} has no {anchor}"
    return " ".join(unescape(re.sub("<[^>]+>", "", after.partition("<h2")[0])).split())


@pytest.mark.parametrize("state", STATES)
def test_the_state_is_said_in_the_title_the_heading_and_the_first_line(state: str) -> None:
    prefix, first = STATES[state]
    found = [page for shown, _, page in meetings() if shown == state]
    assert found, f"the record ships no meeting that is {state}"
    for page in found:
        title, heading = (text(page.all(tag)[0]) for tag in ("title", "h1"))
        assert title.startswith(prefix), page.address
        assert heading.startswith(prefix), page.address
        assert bool(PREFIXES.match(heading)) == bool(prefix), page.address
        (lead,) = page.all("p", class_="lead")
        assert text(lead).startswith(first), page.address


def test_an_agenda_drawn_up_says_that_it_is() -> None:
    index = Index(directory())
    drawn = [
        page
        for _, one, page in meetings()
        if index.is_upcoming(one.meeting) and one.meeting.facts.is_formal and not one.meeting.facts.agenda
    ]
    assert drawn
    for page in drawn:
        (heading,) = page.all("h2", id="agenda")
        assert text(heading) == "Agenda, drawn up from the record"
        assert "Nobody has sent us an agenda yet." in page.words
    others = [page for _, _, page in meetings() if page not in drawn]
    assert not [page.address for page in others if "drawn up from the record" in page.words]


def test_a_visitor_sees_what_is_known_of_getting_in_and_what_is_not() -> None:
    index = Index(directory())
    coming = [(one, page) for _, one, page in meetings() if index.is_upcoming(one.meeting)]
    unknown = 0
    for one, page in coming:
        if not one.meeting.facts.venue:
            continue
        access = section(page, "when").partition("Getting in")[2]
        for name in ("Step-free: ", "Hearing loop: ", "Accessible toilet: ", "Blue badge parking: "):
            assert re.search(f"{name}(yes|no|not known)", access), f"{page.address}: {access}"
        assert "Getting there " in section(page, "when"), page.address
        unknown += access.count("not known")
    assert unknown


def test_drafts_say_so_at_the_minutes_themselves() -> None:
    for state, one, page in meetings():
        facts = one.meeting.facts
        if state == "held" and one.meeting.words:
            (heading,) = page.all("h2", id="minutes")
            assert text(heading) == ("Minutes" if facts.agreed_on else "Draft minutes"), page.address


def test_attendance_is_numbers_and_organisations_alone() -> None:
    agencies = {agency.name for agency in directory().agencies}
    numbers = 0
    for _, one, page in meetings():
        for heading in page.all("h2", id="attendance"):
            assert text(heading) == "Who came"
            words = section(page, "attendance")
            for name in re.findall(r"(?:Residents|Councillors) (\S+)", words):
                assert name.isdigit(), f"{page.address}: {name}"
                numbers += 1
            listed = words.partition("Agencies ")[2].partition("Meant for")[0]
            for agency in filter(None, re.split(r", | and ", listed)):
                assert any(name in listed for name in agencies), f"{one.pact.id}: {agency}"
    assert numbers


def test_documents_of_a_meeting_are_offered_with_kind_and_weight() -> None:
    page = shipped_pages()[Address("/pacts/luton/meetings/2026-06-11/")]
    words = section(page, "documents")
    assert re.search(r"Speeds on Luton Road, before and after the sign \(PDF, \d+ KB\)", words)
    hrefs = [one.get("href", "") for one in page.all("a")]
    assert any(href.endswith("documents/speeds-on-luton-road.pdf") for href in hrefs)


def test_every_meeting_page_ends_with_the_way_to_the_panel() -> None:
    for _, one, page in meetings():
        (next_steps,) = page.all("section", class_="next")
        if contact := one.pact.facts.contact.phone or one.pact.facts.contact.email:
            assert contact in text(next_steps), page.address


def test_what_was_done_worked_and_is_agreed_are_three_marks() -> None:
    marks = [(page, one) for page in of_kind("action_log") for one in page.all("dl", class_="marks")]
    assert marks
    for page, one in marks:
        questions = [text(term) for term in one.iter("dt")]
        assert questions[0] in {"Was it done?", "Is it settled?"}
        assert questions[1:] == ["Did it work?", "Do residents agree?"]
        answers = [text(answer) for answer in one.iter("dd")]
        assert answers[0].startswith("Yes"), page.address
        assert re.match(r"Not measured|(Better|The same|Worse|Mixed) \((measured|as observed)\)", answers[1])
        assert re.match(r"Not asked yet|Better|The same|Worse|Mixed", answers[2]), answers
    said = " ".join(text(one) for _, one in marks)
    assert re.search(r"Not asked yet; to be asked from \d+ \w+ 20\d\d", said)
    assert re.search(r"(Better|Mixed) \(\d+ answers, \d+ \w+ 20\d\d\)", said)


def test_every_issue_has_its_story_on_the_log_and_key_issues_lead_there() -> None:
    for pact in directory().pacts:
        if not pact.priorities:
            continue
        log = shipped_pages()[addresses.pact_actions(pact.id)]
        stories = [one for one in log.all("summary") if text(one).startswith("Step by step since ")]
        assert len(stories) == len(pact.priorities)
        for one in log.all("ol", class_="log"):
            for step in one.iter("li"):
                assert step.find("time") is not None
        page = shipped_pages()[addresses.pact(pact.id)]
        key = [issue for issue in pact.priorities if issue.status == "key"]
        links = {one.get("href") for one in page.all("a") if text(one).startswith("Step by step since ")}
        if pact.facts.status != "closed":
            assert links == {f"../../pacts/{pact.id}/actions/#issue-{issue.id}" for issue in key}


def test_what_is_only_asked_for_is_never_said_to_be_promised() -> None:
    asked = 0
    for page in of_kind("action_log"):
        for step in (text(one) for one in page.all("p")):
            assert not re.match(r"(Agreed by .*: .*){2}", step)
            asked += step.startswith("Asked of ")
    assert asked
    for _, _, page in meetings():
        if page.all("h2", id="replies"):
            assert "No agency has promised these." in section(page, "replies")
            assert "Asked; they have not agreed yet" in section(page, "replies")


def test_held_up_comes_first_wherever_actions_are_listed() -> None:
    for page in shipped_pages().values():
        for one in page.all("ul", class_="acts"):
            held = ["tag--blocked" in "".join(tag.get("class", "") for tag in item.iter("span")) for item in one]
            assert held == sorted(held, reverse=True), page.address
    headings = [one.get("id") for one in shipped_pages()[addresses.ACTIONS].all("h2")]
    assert headings.index("held-up") < headings.index("late") < headings.index("asked")
