"""What search engines are told of a meeting: outside a demonstration, in JSON that cannot break out."""

import json
from datetime import date
from typing import Any

import pytest

from pact_directory.addresses import meeting
from pact_directory.publish.appearance import Appearance
from tests.factories import a_folder, a_meeting, a_pact, a_venue

from .following import REAL, SITE, index_of
from .rendering import Page, of_kind, planned


def page_of(stem: str = "2026-11-05", *others: Any, area: dict[str, Any] | None = None, **facts: Any) -> Page:
    """The page of a meeting on a site whose address is known."""
    hall = a_venue(address="Castle Road", easting=577_000, northing=166_000)
    one = a_folder(meetings=(a_meeting(stem, **facts), *others), newsletters=(), updates=())
    index = index_of(one, area=REAL if area is None else area, venues=[hall])
    press, plan = planned(index.directory, Appearance(policy="none", site_url=SITE), base=SITE)
    address = meeting("luton", stem)
    (found,) = [page for page in plan if page.address == address]
    return Page(address, found.kind, press.page(found))


def facts_of(page: Page) -> dict[str, Any]:
    (script,) = [one for one in page.all("script") if one.get("type") == "application/ld+json"]
    told: dict[str, Any] = json.loads(script.text or "")
    return told


def test_a_meeting_to_come_is_told_with_its_hour_and_place() -> None:
    told = facts_of(page_of())
    assert told["@context"] == "https://schema.org"
    assert told["@type"] == "Event"
    assert told["name"] == "Luton PACT: panel meeting"
    assert told["startDate"] == "2026-11-05T19:30:00+00:00"
    assert told["endDate"] == "2026-11-05T21:00:00+00:00"
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert told["url"] == f"{SITE}pacts/luton/meetings/2026-11-05/"
    assert told["organizer"]["name"] == "Luton PACT"
    assert told["location"]["name"] == "Luton community hall"
    assert told["location"]["address"] == "Castle Road"
    assert told["location"]["geo"]["latitude"] == pytest.approx(51.36, abs=0.05)
    assert told["description"]


def test_summer_has_summer_s_distance_from_utc() -> None:
    assert facts_of(page_of("2027-06-10"))["startDate"] == "2027-06-10T19:30:00+01:00"


def test_what_is_not_known_is_not_told() -> None:
    told = facts_of(page_of(status="planned", start=None, end=None, venue=None))
    assert told["startDate"] == "2026-11-05"
    assert not {"endDate", "location"} & set(told)
    assert "endDate" not in facts_of(page_of(kind="workshop", end=None, notice_on=None))


def test_a_cancelled_meeting_is_told_as_cancelled() -> None:
    told = facts_of(page_of(status="cancelled", reason="Snow."))
    assert told["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_moved_meeting_is_told_with_both_days() -> None:
    told = facts_of(page_of("2026-11-05", a_meeting("2026-11-12"), status="moved", moved_to="2026-11-12"))
    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert told["startDate"] == "2026-11-12"
    assert told["previousStartDate"] == "2026-11-05T19:30:00+00:00"


@pytest.mark.parametrize("changes", [{"area": {}}, {"stem": "2026-07-09"}])
def test_none_is_told_of_a_demonstration_or_of_what_is_over(changes: dict[str, Any]) -> None:
    page = page_of(**changes)
    assert not [one for one in page.all("script") if one.get("type")]


def test_no_page_of_the_shipped_record_tells_one() -> None:
    assert not [page.address for page in of_kind("meeting") if "ld+json" in page.html]


def test_names_cannot_break_out_of_it() -> None:
    name = "Luton </script><script>alert(1)</script> <!-- ' \" \\ \U0001f469"
    one = a_folder(pact=a_pact().model_copy(update={"name": name}), meetings=(a_meeting("2026-11-05"),))
    index = index_of(one, area=REAL, as_of=date(2026, 10, 15))
    press, plan = planned(index.directory, Appearance(policy="none", site_url=SITE), base=SITE)
    (found,) = [page for page in plan if page.kind == "meeting"]
    page = Page(found.address, found.kind, press.page(found))
    assert facts_of(page)["organizer"]["name"] == name
    assert len(page.all("script")) == 1
