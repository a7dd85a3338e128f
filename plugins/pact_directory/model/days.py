"""Days and times as they are typed."""

import re
from datetime import date, datetime, time

from .quoting import shown, text_of, wrong

FIRST_YEAR, LAST_YEAR = 1900, 2199
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")


def guess_day(typed: str) -> str | None:
    """The day that was probably meant by one of the usual ways to write it, as YYYY-MM-DD."""
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(typed.strip(), form).date().isoformat()
        except ValueError:
            continue
    return None


def read_day(typed: object) -> date:
    """Read YYYY-MM-DD, nothing else."""
    if isinstance(typed, date):
        return typed
    text = text_of(typed, "a date")
    if not _DAY.match(text):
        guess = guess_day(text) or "2026-03-12"
        raise wrong("not-a-date", f"{shown(text)} is not a date.", f"Write year, month, day: {guess}")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise wrong(
            "not-a-date", f"There is no such day as {shown(text)}.", "Look at the month and the day again."
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise wrong("not-a-date", f"{shown(text)} is in no likely year.", "Look at the year again.")
    return day


def guess_time(typed: str) -> str | None:
    """The time that was probably meant by one of the usual ways to write it, as HH:MM."""
    text = typed.lower().replace(" ", "").replace(".", ":")
    for form in ("%I:%M%p", "%I%p", "%H:%M"):
        try:
            return datetime.strptime(text, form).strftime("%H:%M")
        except ValueError:
            continue
    return None


def read_time(typed: object) -> time:
    """Read HH:MM by the 24-hour clock (Europe/London)."""
    if isinstance(typed, time):
        return typed
    text = text_of(typed, "a time")
    if not _TIME.match(text):
        guess = guess_time(text) or "19:30"
        raise wrong("not-a-time", f"{shown(text)} is not a time.", f"Use the 24-hour clock: {guess}")
    return time.fromisoformat(text)
