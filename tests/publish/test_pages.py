"""What each kind of page must say, on the shipped record."""

import re

import pytest

from pact_directory import addresses
from pact_directory.addresses import Address

from .rendering import Page, directory, of_kind, shipped_pages, text


def test_a_ward_without_a_pact_is_honest() -> None:
    twydall = shipped_pages()[Address("/wards/twydall/")].words
    assert "There is no PACT in Twydall. That is normal; here is who can help, and how to ask for one." in twydall
    assert re.search(r"No PACT here \(checked with police and council, \d+ \w+ 2026\)", twydall)
    unchecked = [page for page in of_kind("ward") if "That is normal" not in page.words]
    assert any("No PACT recorded; not yet checked" in page.words for page in unchecked)


def test_the_page_of_all_wards_leads_to_what_changed_in_each() -> None:
    (councillors,) = of_kind("councillors")
    assert not councillors.all("details")
    changes = {text(one): one.get("href") for one in councillors.all("a") if " in 90 days, " in text(one)}
    assert len(changes) > 10
    for words, where in changes.items():
        ward = shipped_pages()[Address(str(where).partition("#")[0].replace("../", "/", 1))]
        assert where and where.endswith("#desk"), words
        assert ward.all("section", class_="desk"), words


def test_wards_are_listed_with_their_town() -> None:
    listed = [text(one) for one in shipped_pages()[addresses.WARDS].all("a")]
    assert "Luton, Chatham" in listed
    assert "Rainham North" in listed


def test_key_issues_come_with_what_is_being_done() -> None:
    blocks = [(page, block) for page in of_kind("pact") for block in page.all("article", class_="issue")]
    assert blocks
    for page, block in blocks:
        (done,) = [one for one in block.iter("div") if one.get("class") == "issue__done"]
        live = [one for one in done if one.tag == "ul"]
        assert live or "Next step:" in text(done), f"{page.address} {block.get('id')}"


def test_key_issues_in_lists_come_with_what_is_being_done() -> None:
    items = [
        (page, item)
        for page in shipped_pages().values()
        for item in page.all("li")
        if len(item) and re.search(r".#issue-", item[0].get("href", ""))
        if not re.match("Waiting since|Resolved|Dropped", text(item))  # those are no key issues
    ]
    assert {page.kind for page, _ in items} == {"actions", "meeting", "topic", "ward"}
    for page, item in items:
        assert item.find("ul/li") is not None, f"{page.address}: {text(item)}"


def meeting_pages(state: str) -> list[Page]:
    return [
        page
        for page in of_kind("meeting")
        if any(state in text(tag) for tag in page.all("div", class_="top")[0].iter("span"))
    ]


@pytest.mark.parametrize("state", ["Cancelled", "Moved"])
def test_meetings_that_were_off_say_so_first(state: str) -> None:
    found = meeting_pages(state)
    assert found
    for page in found:
        assert text(page.all("title")[0]).startswith(f"{state}: ")
        assert text(page.all("h1")[0]).startswith(f"{state}: ")
        assert "Reason:" in page.words


def test_drafts_and_missing_minutes_say_so() -> None:
    drafts = meeting_pages("draft minutes")
    assert drafts
    assert all("These minutes are a draft" in page.words for page in drafts)
    awaited = meeting_pages("minutes not yet received")
    assert awaited
    assert all("Minutes not yet received" in page.words for page in awaited)


def test_a_reported_pact_is_not_passed_off_as_confirmed() -> None:
    reported = [pact.id for pact in directory().pacts if pact.facts.status == "reported"]
    assert reported
    for pact_id in reported:
        page = shipped_pages()[addresses.pact(pact_id)]
        (notice,) = page.all("section", class_="panel")
        assert text(notice).startswith("Reported, not yet confirmed")
        assert not page.all("span", class_="tag"), page.address


def test_every_ward_has_its_desk() -> None:
    page = shipped_pages()[addresses.COUNCILLORS]
    desks = [one.get("id") for one in page.all("h2") if one.get("id") not in {None, "keep"}]
    assert len(desks) == len(directory().wards)
    for ward in of_kind("ward"):
        assert any(f"councillors/#{name}" in ward.html for name in desks), ward.address


def test_action_logs_show_every_action() -> None:
    for pact in directory().pacts:
        if not pact.actions:
            assert addresses.pact_actions(pact.id) not in shipped_pages()
            continue
        page = shipped_pages()[addresses.pact_actions(pact.id)]
        shown = {one.get("id") for one in page.all("li") if one.get("id")}
        assert shown == {f"action-{action.id}" for action in pact.actions}, page.address


def test_an_action_only_asked_for_is_no_promise() -> None:
    asked = [
        item
        for page in of_kind("action_log")
        for item in page.all("li")
        if any("tag--asked" in one.get("class", "") for one in item.iter("span"))
    ]
    assert asked
    for item in asked:
        terms = [text(one) for one in item.iter("dt")]
        assert "Asked" in terms
        assert "Due" not in terms
        assert "Lead agency" not in terms


def test_every_rule_is_listed() -> None:
    rules = shipped_pages()[addresses.RULES]
    assert len(rules.all("tr")) > 20
    assert "Our default" in rules.words
