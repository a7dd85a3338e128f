"""The words of starters: what is known already, and notes for somebody who has never seen such a file.

Notes begin with a capital letter, examples with a field's name: an example is used by taking away the "# "
before it. No example holds a contact that could be rung or written to.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from ..model.meeting import FORMAL_KINDS, MeetingKind
from .splice import scalar_text

_HOW = (
    "# Lines that begin with # are not read: they are notes and examples. To use an example, take away its #",
    "# and the space after it, and put your own value after the colon.",
)
_NOTICE = timedelta(days=14)
_EXAMPLE_WIDTH = 46


def schema_line(path: str, schema: str) -> str:
    """The line that tells an editor which schema a file goes by; `path` is relative to the record."""
    up = "../" * (path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}docs/schema/{schema}.schema.json"


def pact_text(path: str, name: str, as_of: date, ward: str, agency: str) -> str:
    """`pact.yml` of a PACT somebody says there is; `ward` and `agency` are for examples."""
    day = as_of.isoformat()
    return _lines(
        schema_line(path, "pact"),
        "# One PACT. Each line is a name, a colon, a space and a value.",
        *_HOW,
        "",
        "# The name this directory uses. Put it right if people write it otherwise.",
        f"name: {scalar_text(name)}",
        "# What sort it is: neighbourhood, youth or forum.",
        "kind: neighbourhood",
        "",
        "# Where it stands: reported (somebody says there is one), proposed, endorsed, active, paused or closed.",
        "# When that changes, add a line to the history, and write the same word here.",
        "status: reported",
        "status_history:",
        f"  - {{status: reported, on: {day}}}",
        "",
        "# Who says there is one, and the day they said so. Put in the person's role, or the document.",
        "sources:",
        f"  - {{name: Entered in this directory, on: {day}}}",
        "",
        "# Where it works: codes from wards.yml, and the area in words.",
        f"# wards: [{ward}]",
        '# coverage: {description: "From the station to the river"}',
        "",
        "# What others call it: police, council, public or former.",
        '# aliases: [{name: "Neighbourhood panel of the high street", used_by: police}]',
        "",
        "# How residents reach it: a role mailbox and a public number, never somebody's own. Quote the number.",
        '# contact: {email: , phone: ""}',
        "",
        "# Who runs it: agencies from agencies.yml, or resident. An active PACT has a secretary.",
        f"# roles: [{{role: chair, organisation: resident}}, {{role: secretary, organisation: {agency}}}]",
        f"# members: [{{agency: {agency}, since: {day}}}]",
        "",
        _example(f"formed_on: {day}", "The day it was formed"),
        _example("meets: {every_months: 3}", "Its own rhythm"),
        _example(f"assured_on: {day}", "The day somebody checked all this"),
    )


def actions_text(path: str, as_of: date, topic: str, agency: str) -> str:
    """`actions.yml` with nothing in it yet."""
    day = as_of.isoformat()
    return _lines(
        schema_line(path, "actions"),
        "# What residents raised, and what is being done about it.",
        *_HOW,
        "",
        "# The problems residents raised. Those with status key are the key issues, three at most.",
        "priorities:",
        "  # - id: speeding",
        "  #   title: Speeding on the main road",
        f"  #   topic: {topic}",
        "  #   next_step: The panel asks for a speed survey.",
        f"  #   history: [{{status: waiting, on: {day}}}]",
        "",
        "# What agencies were asked, or have agreed, to do: each with a lead agency from agencies.yml.",
        "actions:",
        '  # - id: "1"',
        "  #   action: Carry out a speed survey",
        f"  #   lead_agency: {agency}",
    )


def meeting_text(path: str, kind: MeetingKind, day: date, as_of: date, venue: str) -> str:
    """A meeting: planned while its day is to come, held once it has passed."""
    is_held = day < as_of
    when = [
        _example("start: 19:30", "By the 24-hour clock"),
        _example("end: 21:00"),
        _example(f"venue: {venue}".rstrip(), "An id from venues.yml"),
        _example(f"notice_on: {min(as_of, day - _NOTICE).isoformat()}", "The day councillors were told"),
    ]
    return _page(
        path,
        "meeting",
        *_HOW,
        f"kind: {kind}",
        "# Planned, confirmed (then start and venue are needed), cancelled or moved (then say why), or held.",
        f"status: {'held' if is_held else 'planned'}",
        f"date: {day.isoformat()}",
        *when,
        *_kind_examples(kind, is_held=is_held),
        *(_after_the_meeting(kind) if is_held else ()),
        f"updated_on: {as_of.isoformat()}",
    )


def _kind_examples(kind: MeetingKind, *, is_held: bool) -> Iterable[str]:
    if kind in FORMAL_KINDS:
        yield _example("agenda: [Welcome, Key issues, Date of the next meeting]")
    if kind is MeetingKind.OPEN:
        yield _example("audiences: [Everybody who lives here]", "Whom it is for")
    if kind is MeetingKind.SURGERY:
        yield _example("agencies_expected: []", "Whom residents can meet: ids from agencies.yml")
    if kind is MeetingKind.WALKABOUT:
        yield _example("route: From the station along the high street")
    if is_held and kind in {MeetingKind.WALKABOUT, MeetingKind.WORKSHOP}:
        yield _example("findings: [The crossing is not lit]", "What was seen or said")
    if is_held and kind is MeetingKind.WORKSHOP:
        yield _example("votes: []", "How many chose each topic: {topic: parking, count: 9}")


def _after_the_meeting(kind: MeetingKind) -> Iterable[str]:
    yield "# Numbers only; names of those who came are never written down."
    yield _example("attendance: {residents: 14, councillors: 2}")
    yield _example("agencies_present: []", "Ids from agencies.yml")
    yield _example("decisions: [The sign is asked for again]")
    if kind in FORMAL_KINDS:
        yield "# When the minutes are ready: write published for none, add minutes_on: with the day, and put"
        yield "# their words below the last line of three hyphens."
        yield "minutes: none"


def newsletter_text(path: str, as_of: date) -> str:
    """A newsletter that came out on the day it is entered."""
    return _page(
        path,
        "newsletter",
        "# The newsletter is made from the meeting of the same name. Words of your own, if any, go below the",
        "# last line of three hyphens.",
        *_HOW,
        f"published_on: {as_of.isoformat()}",
        _example("distribution: [shops, library]", "Where it is put up or handed out"),
        "# A photograph lies in the documents folder; those in it have agreed, and alt says what it shows.",
        f"# photos: [{{file: sign.jpg, alt: The new sign, consent_on: {as_of.isoformat()}}}]",
    )


def update_text(path: str, day: date, title: str, priority: str) -> str:
    """News between meetings."""
    return _page(
        path,
        "update",
        *_HOW,
        "# The news in a few words. More words go below the last line of three hyphens.",
        f"title: {scalar_text(title)}",
        f"date: {day.isoformat()}",
        _example(f"priority: {priority}".rstrip(), "The key issue it belongs to, by its id in actions.yml"),
    )


def _example(field: str, note: str = "") -> str:
    return f"# {field}".ljust(_EXAMPLE_WIDTH) + f"# {note}" if note else f"# {field}"


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def _page(path: str, schema: str, *fields: str) -> str:
    return _lines("---", schema_line(path, schema), *fields, "---")
