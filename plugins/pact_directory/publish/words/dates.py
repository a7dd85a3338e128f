"""Dates and times as residents read them: 12 March 2026, 7:30pm."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from . import Words


def day(words: Words, value: date) -> str:
    """12 March 2026."""
    return f"{value.day} {words.dates.months[value.month - 1]} {value.year}"


def weekday(words: Words, value: date) -> str:
    """Thursday 12 March 2026."""
    return f"{words.dates.days[value.weekday()]} {day(words, value)}"


def month(words: Words, value: date) -> str:
    """March 2026."""
    return f"{words.dates.months[value.month - 1]} {value.year}"


def clock(words: Words, value: time) -> str:
    """7:30pm, 8pm, noon, midnight."""
    if value.minute == 0 and value.hour in {0, 12}:
        return str(words.dates.noon if value.hour else words.dates.midnight)
    half = words.dates.am if value.hour < 12 else words.dates.pm  # noqa: PLR2004 - hours of a clock
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{half}"


def span(words: Words, start: time | None, end: time | None) -> str:
    """7:30pm to 9pm; the start alone when the end is not known; empty when neither is."""
    if start is None:
        return ""
    return str(words.dates.span(start=clock(words, start), end=clock(words, end))) if end else clock(words, start)


def short_day(words: Words, value: date) -> str:
    """Thu."""
    return str(words.dates.days[value.weekday()])[:3]


def short_month(words: Words, value: date) -> str:
    """Mar."""
    return str(words.dates.months[value.month - 1])[:3]


def filters(words: Words) -> dict[str, Callable[..., Any]]:
    """The forms above as template filters."""
    return {
        "day": lambda value: day(words, value),
        "weekday": lambda value: weekday(words, value),
        "month": lambda value: month(words, value),
        "clock": lambda value: clock(words, value),
        "short_day": lambda value: short_day(words, value),
        "short_month": lambda value: short_month(words, value),
    }
