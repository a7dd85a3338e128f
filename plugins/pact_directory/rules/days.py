"""Months and clocks, as the rules count them."""

import calendar
from datetime import UTC, date, time

from ..model.london import in_london, london
from ..model.meeting import Meeting, MeetingStatus

RECENT_MONTHS = 12
"""How far back rules about lateness look: what was late years ago is not worth a warning for ever."""


def add_months(day: date, months: int) -> date:
    """The same day some months later, or that month's last day; 31 August and 6 months give 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def is_recent(day: date, as_of: date) -> bool:
    """Tell whether a day is within the last twelve months, or still to come."""
    return add_months(day, RECENT_MONTHS) >= as_of


def is_upcoming(meeting: Meeting, as_of: date) -> bool:
    """Tell whether a meeting is still to take place: planned or confirmed, today or later."""
    return meeting.date >= as_of and meeting.status in {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}


def is_skipped(day: date, clock: time) -> bool:
    """Tell whether the clocks in London jump over this time, as on the last Sunday of March."""
    typed = in_london(day, clock)
    there_and_back = typed.astimezone(UTC).astimezone(london())
    return there_and_back.replace(tzinfo=None) != typed.replace(tzinfo=None)
