"""Lists of meetings: to come, by year and by kind."""

from typing import Any

from pact_directory.model.meeting import MeetingKind
from pact_directory.views.index import Index
from pact_directory.views.meeting_lists import (
    MeetingsPage,
    Month,
    kind_page,
    meeting_kinds,
    meeting_years,
    upcoming_page,
    year_page,
)
from tests.factories import a_folder, a_meeting
from tests.publish.following import index_of
from tests.publish.rendering import directory


def stems(months: tuple[Month, ...]) -> list[str]:
    return [card.address.rstrip("/").rpartition("/")[2] for month in months for card in month.meetings]


def a_surgery(stem: str, **facts: Any) -> Any:
    return a_meeting(stem, kind="surgery", notice_on=None, **facts)


def test_every_meeting_is_on_the_page_of_its_year() -> None:
    index = Index(directory())
    shown = [stem for year in meeting_years(index) for stem in stems(year_page(index, year).months)]
    assert len(shown) == len(index.meetings)


def test_only_kinds_that_there_are_have_a_page() -> None:
    index = index_of(a_folder(meetings=(a_meeting("2026-11-05"), a_surgery("2026-11-06")), newsletters=()))
    assert meeting_kinds(index) == (MeetingKind.PANEL, MeetingKind.SURGERY)
    assert set(meeting_kinds(Index(directory()))) == set(MeetingKind)


def test_a_kind_shows_those_to_come_and_those_of_the_last_twelve_months() -> None:
    meetings = (
        a_surgery("2025-10-14"),
        a_surgery("2025-10-15"),
        a_surgery("2026-09-01", status="cancelled", reason="Snow."),
        a_surgery("2026-11-06"),
        a_surgery("2026-12-06"),
        a_meeting("2026-11-05"),
    )
    page = kind_page(index_of(a_folder(meetings=meetings, newsletters=())), MeetingKind.SURGERY)
    assert stems(page.months) == ["2026-11-06", "2026-12-06"]
    assert stems(page.past) == ["2026-09-01", "2025-10-15"]
    assert (page.kind, page.count, page.pact_count) == ("surgery", 5, 1)
    assert [(kind.code, kind.count) for kind in page.kinds] == [("panel", 1), ("surgery", 5)]


def test_counts_of_kinds_add_up() -> None:
    index = Index(directory())
    page: MeetingsPage = upcoming_page(index)
    assert sum(kind.count for kind in page.kinds) == len(index.meetings)
    assert page.count == len(index.upcoming)
