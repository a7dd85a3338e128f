"""How long things take by the clocks of London, as they are on the day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ...model.london import in_london


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes, in hours and the minutes above them."""

    hours: int
    minutes: int


def minutes_later(moment: datetime, minutes: int) -> datetime:
    """So many minutes later by a watch; the clock on the wall may change in between, and so may the day."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


def minutes_between(day: date, start: time, end: time) -> int:
    """The minutes that really pass between two times of a day."""
    return (in_london(day, end).astimezone(UTC) - in_london(day, start).astimezone(UTC)) // timedelta(minutes=1)


def length_between(day: date, start: time | None, end: time | None) -> Length | None:
    """How long a meeting takes; None while its start or its end is not known."""
    if start is None or end is None:
        return None
    return Length(*divmod(minutes_between(day, start, end), 60))
