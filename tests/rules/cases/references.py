"""Cases of what one file says of another."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import (
    LUTON,
    a_directory,
    a_folder,
    a_meeting,
    a_newsletter,
    a_priority,
    a_topic,
    a_ward,
    an_action,
    an_update,
)

from .case import Case, luton, luton_log, luton_meeting, luton_pact

_RIGHT = a_directory()
_MEETING = "luton/meetings/2026-07-09.md"
_ROLES = [{"role": "secretary", "organisation": "council"}]


def _meeting(**changes: Any) -> Directory:
    return luton_meeting(a_meeting(**changes))


def _agency(note: str, broken: Directory, path: str, field: str, says: str) -> Case:
    return Case("unknown-agency", broken, path, field, says, _RIGHT, note)


AGENCIES = (
    _agency(
        "asked about a ward",
        a_directory(wards=[a_ward(checked_with=["police", "cuoncil"])]),
        "wards.yml",
        "wards[1].checked_with[2]",
        'Did you mean "council"?',
    ),
    _agency(
        "of a police team",
        a_directory(wards=[a_ward(police_team={"agency": "force"})]),
        "wards.yml",
        "wards[1].police_team.agency",
        'There is no agency "force" in agencies.yml.',
    ),
    _agency(
        "of a topic",
        a_directory(topics=[a_topic(agencies=["highways"])]),
        "topics.yml",
        "topics[1].agencies[1]",
        'Did you mean "council-highways"?',
    ),
    _agency(
        "of a role",
        luton_pact(roles=[*_ROLES, {"role": "chair", "organisation": "citizen"}]),
        "luton/pact.yml",
        "roles[2].organisation",
        '"citizen" is neither an agency in agencies.yml nor resident.',
    ),
    _agency(
        "a member",
        luton_pact(
            members=[{"agency": "police", "since": "2024-02-06"}, {"agency": "fire", "since": "2024-02-06"}]
        ),
        "luton/pact.yml",
        "members[2].agency",
        'no agency "fire"',
    ),
    _agency(
        "leading",
        luton_log(actions=[an_action(lead_agency="polise")]),
        "luton/actions.yml",
        "actions[1].lead_agency",
        'Did you mean "police"?',
    ),
    _agency(
        "expected", _meeting(agencies_expected=["fire"]), _MEETING, "agencies_expected[1]", 'no agency "fire"'
    ),
    _agency("present", _meeting(agencies_present=["fire"]), _MEETING, "agencies_present[1]", 'no agency "fire"'),
)

OTHERS = (
    Case(
        "unknown-ward",
        luton_pact(wards=[LUTON, "E05014458"]),
        "luton/pact.yml",
        "wards[2]",
        'There is no ward "E05014458" in wards.yml.',
        _RIGHT,
    ),
    Case("unknown-venue", _meeting(venue="luton-hal"), _MEETING, "venue", 'Did you mean "luton-hall"?', _RIGHT),
    Case(
        "unknown-venue",
        luton_pact(meets={"every_months": 4, "usual_venue": "barn"}),
        "luton/pact.yml",
        "meets.usual_venue",
        'There is no venue "barn"',
        _RIGHT,
        "the usual one",
    ),
    Case(
        "unknown-topic",
        luton_log(priorities=[a_priority(topic="speed")]),
        "luton/actions.yml",
        "priorities[1].topic",
        'Did you mean "speeding"?',
        _RIGHT,
    ),
    Case(
        "unknown-topic",
        _meeting(votes=[{"topic": "litter", "count": 3}]),
        _MEETING,
        "votes[1].topic",
        'no topic "litter"',
        _meeting(votes=[{"topic": "speeding", "count": 3}]),
        "voted for",
    ),
    Case(
        "unknown-meeting",
        luton_log(priorities=[a_priority(raised_at="2026-03-13")]),
        "luton/actions.yml",
        "priorities[1].raised_at",
        'Did you mean "2026-03-12"?',
        _RIGHT,
        "of a priority",
    ),
    Case(
        "unknown-meeting",
        luton_log(actions=[an_action(raised_at="2019-12-31")]),
        "luton/actions.yml",
        "actions[1].raised_at",
        'There is no meeting "2019-12-31" in luton/meetings.',
        _RIGHT,
        "of an action",
    ),
    Case(
        "unknown-meeting",
        luton_meeting(a_meeting("2026-08-06", status="moved", moved_to="2026-08-20")),
        "luton/meetings/2026-08-06.md",
        "moved_to",
        'no meeting "2026-08-20"',
        luton_meeting(a_meeting("2026-08-06", status="moved", moved_to="2026-07-09")),
        "moved to",
    ),
    Case(
        "unknown-meeting",
        luton(newsletters=(*a_folder().newsletters, a_newsletter("2026-06-01"))),
        "luton/newsletters/2026-06-01.md",
        "",
        'named "2026-06-01"',
        _RIGHT,
        "of a newsletter",
    ),
    Case(
        "unknown-priority",
        luton_log(actions=[an_action(), an_action("2", priority="litter")]),
        "luton/actions.yml",
        "actions[2].priority",
        'There is no priority "litter" in luton/actions.yml.',
        _RIGHT,
    ),
    Case(
        "unknown-priority",
        luton(updates=(an_update(priority="spending"),)),
        "luton/updates/2026-05-02.md",
        "priority",
        'Did you mean "speeding"?',
        luton(updates=(an_update(priority=None),)),
        "of an update",
    ),
)

_POSTER = frozenset({"poster.pdf"})
_PHOTO = {"file": "sign.jpg", "alt": "The sign", "consent_on": "2026-07-20"}


def _offering(name: str) -> Directory:
    meetings = [m for m in a_folder().meetings if m.stem != "2026-07-09"]
    offered = a_meeting(documents=[{"file": name, "title": "Poster"}])
    return luton(meetings=(*meetings, offered), documents=_POSTER)


def _showing(documents: frozenset[str]) -> Directory:
    return luton(newsletters=(*a_folder().newsletters[:2], a_newsletter(photos=[_PHOTO])), documents=documents)


FILES = (
    Case(
        "unknown-document",
        _offering("postre.pdf"),
        _MEETING,
        "documents[1].file",
        "poster.pdf",
        _offering("poster.pdf"),
    ),
    Case(
        "unknown-document",
        _showing(frozenset()),
        "luton/newsletters/2026-07-09.md",
        "photos[1].file",
        'There is no file "sign.jpg" in luton/documents.',
        _showing(frozenset({"sign.jpg"})),
        "a photo",
    ),
    Case(
        "terms-of-reference",
        luton_pact(terms_of_reference="javascript:alert"),
        "luton/pact.yml",
        "terms_of_reference",
        "neither a link nor a file",
        luton_pact(terms_of_reference="https://example.org/terms"),
    ),
    Case(
        "file-day",
        luton(meetings=(*a_folder().meetings, a_meeting("2026-08-06", kind="surgery", date="2026-08-07"))),
        "luton/meetings/2026-08-06.md",
        "date",
        'named "2026-08-06", and its date is 2026-08-07',
        luton_meeting(a_meeting("2026-03-12-surgery", kind="surgery")),
    ),
    Case(
        "file-day",
        luton(updates=(an_update(date="2026-05-03"),)),
        "luton/updates/2026-05-02.md",
        "date",
        "its date is 2026-05-03",
        luton(updates=(an_update("2026-05-02-sign"),)),
        "of an update",
    ),
)

CASES = (*AGENCIES, *OTHERS, *FILES)
