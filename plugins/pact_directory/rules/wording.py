"""The turns of phrase findings share: dates, lists, meetings, near misses."""

import difflib
from collections.abc import Iterable, Sequence
from datetime import date

from ..model.meeting import Meeting, MeetingKind

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_KINDS = {
    MeetingKind.PANEL: "panel meeting",
    MeetingKind.OPEN: "open meeting",
    MeetingKind.WORKSHOP: "workshop",
    MeetingKind.WALKABOUT: "walkabout",
    MeetingKind.SURGERY: "surgery",
    MeetingKind.FORUM: "forum meeting",
}


def spell_day(day: date) -> str:
    """Write a day as reports show it: 12 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def spell_meeting(meeting: Meeting) -> str:
    """Name a meeting by its kind and day: "panel meeting of 12 March 2026"."""
    return f"{_KINDS[meeting.kind]} of {spell_day(meeting.date)}"


def spell_list(words: Iterable[object]) -> str:
    """Join words with commas and a last "and"."""
    said = [str(word) for word in words]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def spell_some(words: Sequence[object], most: int = 3) -> str:
    """Join the first few words, and count the rest: "A, B, C and 21 more"."""
    rest = len(words) - most
    return spell_list([*words[:most], f"{rest:,} more"] if rest > 1 else words)


def count(number: int, noun: str) -> str:
    """A number and its noun: 1 day, 14 days."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def suggest(typed: str, known: Iterable[str], otherwise: str) -> str:
    """Ask whether the nearest known word was meant; say `otherwise` where none is near."""
    near = difflib.get_close_matches(typed, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else otherwise
