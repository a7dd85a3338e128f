"""Keep in touch: the calendar to subscribe to, the secretary to ask, the feed in the head of the page."""

from urllib.parse import unquote, urljoin

import pytest

from pact_directory.addresses import Address
from pact_directory.publish.appearance import Appearance
from pact_directory.views.index import Index
from pact_directory.views.site_map import site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.factories import a_folder, a_meeting, a_pact

from .following import REAL, SITE, index_of
from .rendering import Page, directory, planned, shipped_pages, text


def page_at(address: str, *folders: object, site_url: str = "") -> Page:
    index = index_of(*(folders or (a_folder(),)), area=REAL)  # type: ignore[arg-type]
    press, plan = planned(index.directory, Appearance(policy="none", site_url=site_url), base=site_url)
    (found,) = [page for page in plan if page.address == address]
    return Page(found.address, found.kind, press.page(found))


def feed_of(page: Page) -> str:
    found = [one for one in page.all("link") if one.get("rel") == "alternate"]
    assert [one.get("type") for one in found] == ["application/atom+xml"], page.address
    assert found[0].get("title"), page.address
    return found[0].get("href", "")


def test_pages_that_have_a_feed_name_it_in_their_head() -> None:
    files = site_map(index_of(), NOT_RECORDED).files
    for address in (
        "/",
        "/pacts/luton/",
        "/pacts/luton/news/",
        "/wards/luton/",
        "/meetings/",
        "/agencies/police/",
    ):
        there = urljoin(address, feed_of(page_at(address)))
        assert there.endswith("/feed.xml"), address
        assert there in files, address


@pytest.mark.parametrize("address", ["/pacts/luton/", "/wards/luton/", "/meetings/"])
def test_the_calendar_can_be_subscribed_to_where_the_site_s_address_is_known(address: str) -> None:
    page = page_at(address, site_url=SITE)
    hrefs = [one.get("href", "") for one in page.all("a")]
    own = address if address != "/meetings/" else "/"
    assert f"webcal://pacts.example.org/medway{own}calendar.ics" in hrefs
    unknown = page_at(address)
    assert "webcal:" not in unknown.html
    assert [one for one in unknown.all("a") if one.get("href", "").endswith("calendar.ics")]


def test_the_link_to_copy_is_the_calendar_s() -> None:
    page = page_at("/pacts/luton/")
    (hook,) = [one for one in page.all("p") if one.get("data-copy")]
    (link,) = page.all("a", id=hook.get("data-copy", ""))
    assert urljoin(page.address, link.get("href", "")) == "/pacts/luton/calendar.ics"
    assert [one.get("src") for one in page.all("script")] == ["../../copy.js"]
    assert text(hook) == ""
    assert all(hook.get(name) for name in ("data-words", "data-copied", "data-failed"))


def test_the_secretary_can_be_asked_to_tell() -> None:
    page = page_at("/pacts/luton/")
    (section,) = page.all("section", class_="keep")
    hrefs = [one.get("href", "") for one in section.iter("a")]
    (mail,) = [href for href in hrefs if href.startswith("mailto:")]
    assert unquote(mail) == "mailto:luton.pact@example.org?subject=Please tell me about meetings of Luton PACT"
    assert "tel:01632960101" in hrefs


def test_a_closed_pact_has_a_feed_but_no_meetings_to_keep() -> None:
    history = [{"status": "active", "on": "2024-03-14"}, {"status": "closed", "on": "2026-08-01"}]
    closed = a_folder(pact=a_pact(status="closed", status_history=history))
    page = page_at("/pacts/luton/", closed)
    assert urljoin(page.address, feed_of(page)) == "/pacts/luton/feed.xml"
    assert not page.all("section", class_="keep")
    assert not page.all("script")


def test_a_meeting_to_come_can_be_added_by_itself() -> None:
    one = a_folder(meetings=(a_meeting("2026-07-09"), a_meeting("2026-11-05")), newsletters=())
    for stem, has_own in (("2026-07-09", False), ("2026-11-05", True)):
        page = page_at(f"/pacts/luton/meetings/{stem}/", one)
        links = [urljoin(page.address, link.get("href", "")) for link in page.all("a")]
        assert (f"{page.address}calendar.ics" in links) is has_own


def test_every_shipped_link_to_a_calendar_or_feed_leads_to_a_file() -> None:

    files = site_map(Index(directory()), NOT_RECORDED).files
    found = set()
    for page in shipped_pages().values():
        for one in (*page.all("a"), *page.all("link")):
            href = one.get("href", "")
            if href.endswith(("calendar.ics", "feed.xml")) and ":" not in href:
                found.add(Address(urljoin(page.address, href)))
    assert found <= files
    assert len(found) > 100
