"""Cases of one meeting."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import a_directory, a_meeting

from .case import Case, luton_meeting

_HELD, _NEXT = "luton/meetings/2026-07-09.md", "luton/meetings/2026-11-05.md"
_SPRING = "luton/meetings/2026-03-29.md"
_RIGHT = a_directory()


def _held(**changes: Any) -> Directory:
    return luton_meeting(a_meeting(**changes))


def _next(**changes: Any) -> Directory:
    return luton_meeting(a_meeting("2026-11-05", notice_on="2026-10-15", **changes))


def _surgery(start: str, end: str, stem: str = "2026-03-29") -> Directory:
    return luton_meeting(a_meeting(stem, kind="surgery", start=start, end=end))


CASES = (
    Case(
        "meeting-confirmed",
        _next(start=None, end=None),
        _NEXT,
        "start",
        "confirmed without a time",
        _RIGHT,
        "no time",
    ),
    Case(
        "meeting-confirmed",
        _next(venue=None),
        _NEXT,
        "venue",
        "The panel meeting of 5 November 2026 is confirmed without a venue.",
        _next(status="planned", venue=None),
    ),
    Case(
        "meeting-cancelled",
        _next(status="cancelled"),
        _NEXT,
        "reason",
        "is cancelled and does not say why",
        _next(status="cancelled", reason="The hall is flooded."),
    ),
    Case(
        "meeting-moved",
        _next(status="moved"),
        _NEXT,
        "moved_to",
        "is moved and does not say where to",
        luton_meeting(
            a_meeting("2026-11-05", status="moved", moved_to="2026-11-12"),
            a_meeting("2026-11-12", notice_on="2026-10-15"),
        ),
    ),
    Case(
        "meeting-moved",
        _next(moved_to="2026-07-09"),
        _NEXT,
        "moved_to",
        'has moved_to, and its status is "confirmed"',
        _RIGHT,
        "not moved",
    ),
    Case(
        "meeting-moved",
        _next(status="moved", moved_to="2026-11-05"),
        _NEXT,
        "moved_to",
        "is moved to itself",
        _next(status="moved", moved_to="2026-07-09"),
        "to itself",
    ),
    Case(
        "open-meeting-agenda",
        luton_meeting(a_meeting("2026-05-16", kind="open", agenda=["Welcome"])),
        "luton/meetings/2026-05-16.md",
        "agenda",
        "The open meeting of 16 May 2026 has an agenda.",
        luton_meeting(
            a_meeting("2026-05-16", kind="surgery", agenda=["Welcome"]), a_meeting("2026-06-20", kind="open")
        ),
    ),
    Case(
        "meeting-times",
        _held(start="19:30", end="07:30"),
        _HELD,
        "end",
        "It ends at 07:30, and starts at 19:30.",
        _held(start="19:30", end="19:31"),
    ),
    Case(
        "meeting-times", _held(start="19:30", end="19:30"), _HELD, "end", "ends at 19:30", _RIGHT, "no time at all"
    ),
    Case(
        "meeting-times",
        _held(start="23:30", end="00:30"),
        _HELD,
        "end",
        "write end: 23:59",
        _RIGHT,
        "past midnight",
    ),
    Case(
        "meeting-times",
        _held(start=None),
        _HELD,
        "end",
        "no start is given",
        _held(start=None, end=None),
        "no start",
    ),
    Case(
        "clock-skipped",
        _surgery("01:00", "02:00"),
        _SPRING,
        "start",
        "There is no 01:00 on 29 March 2026",
        _surgery("00:59", "02:00"),
    ),
    Case(
        "clock-skipped",
        _surgery("00:30", "01:59"),
        _SPRING,
        "end",
        "There is no 01:59",
        _surgery("01:00", "01:59", "2026-10-25"),
        "the end; twice in autumn is no fault",
    ),
    Case("minutes-published", _held(body="\n \n"), _HELD, "minutes", "there are no words", _RIGHT, "no words"),
    Case(
        "minutes-published",
        _held(minutes_on=None),
        _HELD,
        "minutes_on",
        "no day is given",
        _held(minutes_on="2026-08-06"),
    ),
    Case(
        "minutes-published",
        luton_meeting(
            a_meeting(
                "2026-08-06",
                status="cancelled",
                reason="Rain.",
                minutes="published",
                minutes_on="2026-08-07",
                body="It rained.",
            )
        ),
        "luton/meetings/2026-08-06.md",
        "minutes",
        'the meeting is "cancelled"',
        luton_meeting(a_meeting("2026-08-06", status="cancelled", reason="Rain.", body="It rained.")),
        "not held",
    ),
    Case(
        "minutes-published",
        luton_meeting(a_meeting("2026-10-01", minutes="draft", minutes_on="2026-10-14")),
        "luton/meetings/2026-10-01.md",
        "minutes_on",
        'minutes_on is given, and the minutes are "draft"',
        luton_meeting(a_meeting("2026-10-01", minutes="draft", minutes_on=None)),
        "a day without minutes",
    ),
    Case(
        "meeting-unrecorded",
        luton_meeting(a_meeting("2026-10-14", status="planned")),
        "luton/meetings/2026-10-14.md",
        "status",
        'The panel meeting of 14 October 2026 has passed and is still "planned".',
        luton_meeting(a_meeting("2026-10-15", status="planned")),
    ),
)
