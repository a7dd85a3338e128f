"""The clock of London, which every time of the record is read by."""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo


def in_london(day: date, clock: time) -> datetime:
    """A time on the wall in London, with its distance from UTC.

    An hour that comes twice, when the clocks go back, means the first; one the clocks jump over does not
    exist, and the rules refuse it.
    """
    return datetime.combine(day, clock, london())


@cache
def london() -> ZoneInfo:
    """The time zone, read on first use."""
    return ZoneInfo("Europe/London")
