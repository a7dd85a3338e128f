"""Cases of a PACT's rhythm."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import a_directory, a_feedback, a_folder, a_meeting, a_pact, an_area, meetings_of

from .case import Case, luton

_PACT = "luton/pact.yml"
_RIGHT = a_directory()


def _without(kind: str, *added: Any, **pact: Any) -> Directory:
    meetings = [meeting for meeting in meetings_of() if meeting.kind != kind]
    newsletters = tuple(n for n in a_folder().newsletters if any(m.stem == n.stem for m in meetings))
    return luton(pact=a_pact(**pact), meetings=(*meetings, *added), newsletters=newsletters)


def _rhythm(months: int | None, *, coming: bool = True, **area: Any) -> Directory:
    meets = {"every_months": months} if months else None
    meetings = meetings_of() if coming else meetings_of()[:-1]
    return a_directory(a_folder(pact=a_pact(meets=meets), meetings=meetings), area=an_area(**area))


def _paused_and_back(day: str) -> Directory:
    """Active again on a day, its last panel in March and the next in November, every four months."""
    history = [
        {"status": "endorsed", "on": "2024-02-06"},
        {"status": "active", "on": "2024-03-14"},
        {"status": "paused", "on": "2026-04-01"},
        {"status": "active", "on": day},
    ]
    meetings = tuple(meeting for meeting in meetings_of() if meeting.stem != "2026-07-09")
    return luton(pact=a_pact(status_history=history), meetings=meetings, newsletters=a_folder().newsletters[:2])


CASES = (
    Case(
        "gap-long",
        _rhythm(3),
        _PACT,
        "meets",
        "and meets next on 5 November 2026: more than 3 months apart",
        _rhythm(4),
    ),
    Case(
        "gap-long",
        _rhythm(2, coming=False),
        _PACT,
        "meets",
        "more than 2 months ago, with no meeting to come",
        _rhythm(3, coming=False),
        "to the end of the month",
    ),
    Case(
        "gap-long",
        _rhythm(None, policy={"gap_months": 3}),
        _PACT,
        "meets",
        "more than 3 months apart",
        _rhythm(None),
        "the area's number",
    ),
    Case(
        "gap-long",
        _paused_and_back("2026-06-30"),
        _PACT,
        "meets",
        "more than 4 months",
        _paused_and_back("2026-07-01"),
        "paused and back",
    ),
    Case(
        "walkabout-missing",
        _without("walkabout"),
        _PACT,
        "",
        "Luton PACT has not held a walkabout yet.",
        _without("walkabout", a_meeting("2026-12-05", kind="walkabout")),
    ),
    Case(
        "workshop-missing",
        _without("workshop"),
        _PACT,
        "",
        "Luton PACT has not held a community workshop yet.",
        _RIGHT,
    ),
    Case(
        "feedback-old",
        luton(feedback=a_feedback("luton", "2024-05-01", "2025-10-14")),
        _PACT,
        "",
        "Residents have not been asked about Luton PACT since 14 October 2025.",
        luton(feedback=a_feedback("luton", "2025-10-15", "2024-05-01")),
    ),
    Case(
        "open-meeting-old",
        _without("open", a_meeting("2025-10-14", kind="open")),
        _PACT,
        "",
        "Luton PACT has held no open meeting since 14 October 2025.",
        _without("open", a_meeting("2025-10-15", kind="open")),
    ),
    Case(
        "open-meeting-old",
        _without("open"),
        _PACT,
        "",
        "has held no open meeting yet",
        _without("open", a_meeting("2027-01-16", kind="open")),
        "arranged",
    ),
    Case(
        "open-meeting-old",
        _without("open", formed_on="2025-10-14"),
        _PACT,
        "",
        "no open meeting yet",
        _without("open", formed_on="2025-10-15"),
        "still young",
    ),
)
