"""Cases of days out of order, and of days to come."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import (
    a_directory,
    a_feedback,
    a_folder,
    a_meeting,
    a_newsletter,
    a_priority,
    a_ward,
    an_action,
    an_agency,
    an_update,
    meetings_of,
)

from .case import Case, luton, luton_log, luton_meeting, luton_pact

_RIGHT = a_directory()
_LOG, _PACT, _WARDS = "luton/actions.yml", "luton/pact.yml", "wards.yml"
_MEETING = "luton/meetings/2026-07-09.md"


def _meeting(**changes: Any) -> Directory:
    return luton_meeting(a_meeting(**changes))


def _action(**changes: Any) -> Directory:
    return luton_log(actions=[an_action(**changes)])


def _seat(**changes: str) -> dict[str, str]:
    return {"seat": "1", "from": "2023-05-04", **changes}


def _ward(*seats: dict[str, str]) -> Directory:
    return a_directory(wards=[a_ward(councillors=[*seats, {"seat": 2, "from": "2023-05-04"}])])


def _agency(**changes: str) -> Directory:
    return a_directory(agencies=[an_agency("council"), an_agency("police"), an_agency("trust", **changes)])


def _newsletter(**changes: Any) -> Directory:
    return luton(newsletters=(*a_folder().newsletters[:2], a_newsletter(**changes)))


def _since(*days: str) -> list[dict[str, str]]:
    return [{"on": day, "status": "in_progress"} for day in days]


def _order(code: str, broken: Directory, path: str, field: str, says: str) -> Case:
    return Case(code, broken, path, field, says, _RIGHT, field)


_GONE = {"agency": "housing", "since": "2024-02-06", "until": "2024-02-05"}
_OLD = {"name": "Luton panel", "used_by": "former", "from": "2009-01-01", "to": "2008-12-31"}
TERMS = (
    Case(
        "term-order",
        _ward(_seat(), _seat(to="2023-05-03")),
        _WARDS,
        "wards[1].councillors[2].to",
        "This term ends on 3 May 2023, before 4 May 2023.",
        _ward({**_seat(), "from": "2019-05-02", "to": "2023-05-04"}, _seat()),
    ),
    Case(
        "term-order",
        _agency(from_="2010-01-01", to="2009-12-31"),
        "agencies.yml",
        "agencies[3].to",
        "Trust ends on 31 December 2009",
        _agency(from_="2010-01-01", to="2010-01-01"),
        "an agency",
    ),
    _order("term-order", luton_pact(aliases=[_OLD]), _PACT, "aliases[1].to", "before 1 January 2009"),
    _order(
        "term-order",
        luton_pact(members=[_GONE, {"agency": "police", "since": "2024-02-06"}]),
        _PACT,
        "members[1].until",
        '"housing" left on 5 February 2024',
    ),
)

MEETINGS = (
    _order(
        "meeting-order",
        _meeting(notice_on="2026-07-10"),
        _MEETING,
        "notice_on",
        "10 July 2026, after the meeting",
    ),
    _order(
        "meeting-order",
        _meeting(minutes_on="2026-07-08"),
        _MEETING,
        "minutes_on",
        "published on 8 July 2026, before 9 July 2026",
    ),
    _order("meeting-order", _meeting(agreed_on="2026-07-22"), _MEETING, "agreed_on", "before 23 July 2026"),
    _order(
        "meeting-order",
        _meeting(corrections=[{"on": "2026-07-08", "text": "A slip."}]),
        _MEETING,
        "corrections[1].on",
        "made on 8 July 2026",
    ),
    _order(
        "meeting-order",
        _newsletter(published_on="2026-07-08"),
        "luton/newsletters/2026-07-09.md",
        "published_on",
        "came out on 8 July 2026",
    ),
)

_BACK = [{"status": "waiting", "on": "2026-04-01"}, {"status": "key", "on": "2026-03-31"}]
_UNSORTED = [{"status": "endorsed", "on": "2024-02-06"}, {"status": "active", "on": "2024-02-05"}]
HISTORIES = (
    _order(
        "history-order",
        luton_pact(status_history=_UNSORTED),
        _PACT,
        "status_history[2].on",
        "5 February 2024 stands below 6 February 2024",
    ),
    _order(
        "history-order",
        luton_log(priorities=[a_priority(history=_BACK)]),
        _LOG,
        "priorities[1].history[2].on",
        "31 March 2026 stands below",
    ),
    Case(
        "history-order",
        _action(progress=_since("2026-07-09", "2026-07-08")),
        _LOG,
        "actions[1].progress[2].on",
        "Put the oldest entry first",
        _action(progress=_since("2026-07-09", "2026-07-09")),
        "action",
    ),
    Case(
        "raised-order",
        luton_log(priorities=[a_priority(history=[{"status": "key", "on": "2026-03-11"}])]),
        _LOG,
        "priorities[1].history[1].on",
        "begins on 11 March 2026, before 12 March 2026",
        _RIGHT,
    ),
    Case(
        "raised-order",
        _action(progress=_since("2026-03-11")),
        _LOG,
        "actions[1].progress[1].on",
        "begins on 11 March 2026",
        _action(progress=_since("2026-03-12")),
        "action",
    ),
    Case(
        "raised-order",
        _action(due_on="2026-03-11"),
        _LOG,
        "actions[1].due_on",
        "due on 11 March 2026",
        _action(due_on="2026-03-12"),
        "due",
    ),
)

_LEAVE = {"basis": "consent", "given_on": "2026-10-16", "review_by": "2027-10-16"}


_LATEST = luton(
    meetings=(*meetings_of()[:-1], a_meeting("2026-10-01"), meetings_of()[-1]),
    newsletters=(*a_folder().newsletters, a_newsletter("2026-10-01", published_on="2026-10-16")),
)


def _fact(note: str, broken: Directory, path: str, field: str, says: str) -> Case:
    return Case("fact-to-come", broken, path, field, says, _RIGHT, note)


FACTS = (
    Case(
        "fact-to-come",
        _meeting(stem="2026-10-16", kind="surgery", status="held"),
        "luton/meetings/2026-10-16.md",
        "date",
        "held on 16 October 2026, which is after 15 October 2026",
        _meeting(stem="2026-10-15", kind="surgery", status="held"),
        "a meeting",
    ),
    _fact(
        "ward",
        a_directory(wards=[a_ward(checked_on="2026-10-16")]),
        _WARDS,
        "wards[1].checked_on",
        "Luton was checked on",
    ),
    _fact(
        "electors",
        a_directory(wards=[a_ward(electors={"count": 1, "on": "2027-05-06"})]),
        _WARDS,
        "wards[1].electors.on",
        "counted on 6 May 2027",
    ),
    _fact(
        "leave",
        _ward({**_seat(), "publish": _LEAVE}),
        _WARDS,
        "wards[1].councillors[1].publish.given_on",
        "Leave was given on",
    ),
    _fact("checked", luton_pact(assured_on="2026-10-16"), _PACT, "assured_on", "checked on 16 October 2026"),
    _fact("formed", luton_pact(formed_on="2027-01-01"), _PACT, "formed_on", "formed on 1 January 2027"),
    _fact(
        "proposed",
        luton_pact(endorsement={"submitted_on": "2026-10-16"}),
        _PACT,
        "endorsement.submitted_on",
        "sent in on",
    ),
    _fact(
        "status",
        luton_pact(status="closed", status_history=[{"status": "closed", "on": "2026-10-16"}], formed_on=None),
        _PACT,
        "status_history[1].on",
        "became closed on",
    ),
    _fact(
        "source", luton_pact(sources=[{"name": "A list", "on": "2026-10-16"}]), _PACT, "sources[1].on", "seen on"
    ),
    _fact(
        "history",
        luton_log(priorities=[a_priority(history=[{"status": "key", "on": "2026-10-16"}])]),
        _LOG,
        "priorities[1].history[1].on",
        "became key on",
    ),
    _fact(
        "asked",
        luton_log(priorities=[a_priority(outcome={"asked_on": "2026-10-16"})]),
        _LOG,
        "priorities[1].outcome.asked_on",
        "asked on",
    ),
    _fact("agreed", _action(agreed_on="2026-10-16"), _LOG, "actions[1].agreed_on", "agreed on 16 October 2026"),
    _fact("progress", _action(progress=_since("2026-10-16")), _LOG, "actions[1].progress[1].on", "progress is of"),
    _fact("verdict", _action(outcome={"asked_on": "2026-10-16"}), _LOG, "actions[1].outcome.asked_on", "asked on"),
    _fact(
        "minutes",
        _meeting(stem="2026-10-01", minutes_on="2026-10-16"),
        "luton/meetings/2026-10-01.md",
        "minutes_on",
        "published on",
    ),
    _fact("changed", _meeting(updated_on="2026-10-16"), _MEETING, "updated_on", "changed on"),
    _fact("agreement", _meeting(agreed_on="2026-10-16"), _MEETING, "agreed_on", "agreed on"),
    _fact(
        "correction",
        _meeting(corrections=[{"on": "2026-10-16", "text": "A slip."}]),
        _MEETING,
        "corrections[1].on",
        "made on",
    ),
    _fact(
        "notice",
        _meeting(stem="2026-11-05", notice_on="2026-10-16"),
        "luton/meetings/2026-11-05.md",
        "notice_on",
        "Notice was given on",
    ),
    _fact("newsletter", _LATEST, "luton/newsletters/2026-10-01.md", "published_on", "came out on"),
    _fact(
        "update", luton(updates=(an_update("2026-10-16"),)), "luton/updates/2026-10-16.md", "date", "news is of"
    ),
    _fact(
        "feedback",
        luton(feedback=a_feedback("luton", "2026-10-16")),
        "luton/feedback.yml",
        "rounds[1].closed_on",
        "closed on",
    ),
)

CASES = (*TERMS, *MEETINGS, *HISTORIES, *FACTS)
