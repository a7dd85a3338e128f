"""Months and clocks."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.rules.days import add_months, end_of_month, is_recent, is_skipped, is_upcoming
from tests.factories import a_meeting


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-03-12", 3, "2026-06-12"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-12-31", 0, "2026-12-31"),
        ("9999-12-31", 1, "9999-12-31"),
        ("2026-01-01", 999_999_999, "9999-12-31"),
    ],
)
def test_months_are_added_within_the_calendar(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 600))
def test_adding_months_lands_in_the_right_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, end_of_month(later).day)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_end_of_a_month_is_its_last_day(day: date) -> None:
    end = end_of_month(day)
    assert (end.year, end.month) == (day.year, day.month)
    if end < date.max:
        assert (end + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("day", "clock", "skipped"),
    [
        ("2026-03-29", "00:59", False),
        ("2026-03-29", "01:00", True),
        ("2026-03-29", "01:59", True),
        ("2026-03-29", "02:00", False),
        ("2026-03-28", "01:30", False),
        ("2026-10-25", "01:30", False),
        ("2025-03-30", "01:30", True),
        ("0001-01-01", "00:00", False),
        ("9999-12-31", "23:59", False),
    ],
)
def test_the_clocks_skip_an_hour_in_spring(day: str, clock: str, skipped: bool) -> None:
    assert is_skipped(date.fromisoformat(day), time.fromisoformat(clock)) is skipped


def test_recent_reaches_back_twelve_months_to_the_day() -> None:
    assert is_recent(date(2025, 10, 15), date(2026, 10, 15))
    assert not is_recent(date(2025, 10, 14), date(2026, 10, 15))
    assert is_recent(date(2024, 2, 29), date(2025, 2, 28))


def test_upcoming_includes_today_and_leaves_out_what_is_off() -> None:
    day = date(2026, 11, 5)
    assert is_upcoming(a_meeting("2026-11-05"), day)
    assert not is_upcoming(a_meeting("2026-11-05"), day + timedelta(days=1))
    assert not is_upcoming(a_meeting("2026-11-05", status="cancelled", reason="Rain."), day)
