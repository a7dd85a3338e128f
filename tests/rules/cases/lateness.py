"""Cases of notice, minutes, newsletters and length, on the last day that is in time and the first that is not."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import a_directory, a_folder, a_meeting, a_newsletter, an_area

from .case import Case, luton_meeting

_HELD = "luton/meetings/2026-07-09.md"


def _meeting(stem: str = "2026-07-09", **changes: Any) -> Directory:
    return luton_meeting(a_meeting(stem, **changes))


def _newsletters(*newsletters: Any) -> Directory:
    return a_directory(a_folder(newsletters=(*a_folder().newsletters[:2], *newsletters)))


def _policy(**numbers: int) -> Directory:
    return a_directory(a_folder(), area=an_area(policy=numbers))


CASES = (
    Case(
        "notice-short",
        _meeting(notice_on="2026-06-26"),
        _HELD,
        "notice_on",
        "Notice of the panel meeting of 9 July 2026 was given 13 days before.",
        _meeting(notice_on="2026-06-25"),
    ),
    Case(
        "notice-short",
        _meeting("2026-10-28", notice_on=None),
        "luton/meetings/2026-10-28.md",
        "notice_on",
        "is 13 days away, and no notice is recorded",
        _meeting("2026-10-29", notice_on=None),
        "none for one to come",
    ),
    Case(
        "notice-short",
        _meeting("2026-10-15", status="confirmed", notice_on="2026-10-14"),
        "luton/meetings/2026-10-15.md",
        "notice_on",
        "was given 1 day before",
        _meeting("2026-10-15", kind="surgery", status="confirmed"),
        "a surgery needs none",
    ),
    Case(
        "minutes-late",
        _meeting(minutes_on="2026-08-07"),
        _HELD,
        "minutes_on",
        "The minutes of the panel meeting of 9 July 2026 came after 29 days.",
        _meeting(minutes_on="2026-08-06"),
    ),
    Case(
        "minutes-late",
        _meeting("2026-09-16", kind="forum", minutes="draft", minutes_on=None),
        "luton/meetings/2026-09-16.md",
        "minutes",
        "29 days after the forum meeting of 16 September 2026 there are no minutes.",
        _meeting("2026-09-17", kind="forum", minutes="draft", minutes_on=None),
        "none yet",
    ),
    Case(
        "newsletter-late",
        _newsletters(a_newsletter(published_on="2026-08-07")),
        _HELD,
        "",
        "The newsletter of the panel meeting of 9 July 2026 came after 29 days.",
        _newsletters(a_newsletter(published_on="2026-08-06")),
    ),
    Case(
        "newsletter-late",
        _newsletters(),
        _HELD,
        "",
        "Add newsletters/2026-07-09.md",
        a_directory(),
        "none",
    ),
    Case(
        "walkabout-long",
        _meeting("2026-04-18", kind="walkabout", start="10:00", end="12:01"),
        "luton/meetings/2026-04-18.md",
        "end",
        "The walkabout of 18 April 2026 takes 2 hours 1 minute.",
        _meeting("2026-04-18", kind="walkabout", start="10:00", end="12:00"),
    ),
    Case(
        "walkabout-long",
        _policy(walkabout_hours=1),
        "luton/meetings/2026-04-18.md",
        "end",
        "Keep it to 1 hour.",
        _policy(walkabout_hours=2),
        "the area's number",
    ),
    Case(
        "workshop-long",
        _meeting("2026-02-07", kind="workshop", start="10:00", end="13:00"),
        "luton/meetings/2026-02-07.md",
        "end",
        "The workshop of 7 February 2026 takes 3 hours.",
        _meeting("2026-02-07", kind="workshop", start="10:00", end=None),
    ),
)
