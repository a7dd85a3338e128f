"""The words of the interface: all that templates ask for exist, all are asked for, templates have no others."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
import yaml

from pact_directory.model.actions import ActionStatus, Difference, Measured, PrioritySource, PriorityStatus
from pact_directory.model.area import KnownOrNot, Policy
from pact_directory.model.meeting import MeetingKind, MeetingStatus
from pact_directory.model.pact import AliasUser, PactKind, PactStatus, RoleName
from pact_directory.publish import words as words_room
from pact_directory.publish.press import TEMPLATES
from pact_directory.publish.words import Counted, Words, words
from pact_directory.views.search import SEARCHED

FILES = {path.relative_to(TEMPLATES).as_posix(): path for path in sorted(Path(TEMPLATES).rglob("*.*"))}
# Asked for in Python: publish/words/dates.py, and publish/finder.py, some of it for a script (test_finder.py).
ASKED_ELSEWHERE = {
    ("dates",),
    ("zoom", "script"),  # publish/maps/frame.py
    ("newsletter_short",),  # publish/short_texts.py
    ("paper", "qr"),  # publish/qr.py
    ("news_kind",),  # publish/feeds.py
    ("merge",),  # publish/notice_table.py
    ("letter", "addressee"),  # publish/notices.py
    *(("finder", one) for one in ("say", "noise", "ward", "next_meeting", "is_what")),
}
ASKED = re.compile(r"\b(in )?w((?:\.[a-z_]+)+)(\[)?")
# Attributes that are read out or shown, and so must come from the words.
SPOKEN = re.compile(r'\b(?:aria-label|alt|title|placeholder)="([^"]*)"')

Way = tuple[str, ...]


@cache
def phrases() -> dict[Way, object]:
    """Every phrase of the file, by its way through it; a counted phrase or a list is one."""
    text = Path(words_room.__file__).with_name("en-GB.yml").read_text(encoding="utf-8")
    return dict(_walk(yaml.load(text, Loader=yaml.CBaseLoader), ()))


def _walk(found: object, way: Way) -> Iterator[tuple[Way, object]]:
    if isinstance(found, dict) and not ("other" in found and set(found) <= {"none", "one", "other"}):
        for key, value in found.items():
            yield from _walk(value, (*way, key))
    else:
        yield way, found


def asked(source: str) -> Iterator[tuple[Way, bool]]:
    """The ways a template asks for, each with whether it asks for a group: `w.kind[code]`, `code in w.kind`."""
    for match in ASKED.finditer(source):
        yield tuple(match[2].strip(".").split(".")), bool(match[1] or match[3])


def by_way(way: Way) -> object:
    found: object = words()
    for key in way:
        assert isinstance(found, Words), f"{'.'.join(way)}: {key} is looked for in a phrase"
        found = found[key]
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_phrase_asked_for_exists(name: str) -> None:
    for way, is_group in asked(FILES[name].read_text(encoding="utf-8")):
        assert isinstance(by_way(way), Words | tuple) == is_group, f"{name} asks for w.{'.'.join(way)}"


def test_every_phrase_is_asked_for() -> None:
    wanted = [pair for path in FILES.values() for pair in asked(path.read_text(encoding="utf-8"))]
    exact = {way for way, is_group in wanted if not is_group}
    groups = {way for way, is_group in wanted if is_group} | ASKED_ELSEWHERE
    idle = [
        ".".join(way)
        for way in phrases()
        if way not in exact and not any(way[: len(group)] == group for group in groups)
    ]
    assert not idle, f"nobody asks for {idle}"


def visible(source: str) -> str:
    """What of a template would be shown as it stands: without Jinja and elements, with attributes read out."""
    source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL)
    spoken = " ".join(SPOKEN.findall(source))
    return re.sub(r"<[^>]*>", "", source) + " " + spoken


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_in_a_template(name: str) -> None:
    found = re.findall(r"[^\W\d_]+", visible(FILES[name].read_text(encoding="utf-8")))
    assert not found, f"{name} has words of its own: {found}"


def test_words_in_templates_would_be_seen() -> None:
    assert re.findall(r"\w+", visible('<p title="Open {{ x }}">{{ w.a }} Shut</p>')) == ["Shut", "Open"]


OPEN_TO_CODES: list[tuple[str, Iterable[str]]] = [
    ("action_status", [*ActionStatus, "lapsed"]),
    ("action_status_inside", ActionStatus),
    ("status_word", [*ActionStatus, "lapsed"]),
    ("status_means", [*ActionStatus, "lapsed"]),
    ("lapsed", ["pact", "issue"]),
    ("meeting_state", [*MeetingStatus, "unrecorded"]),
    ("meeting_state_inside", [MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.MOVED]),
    ("meeting_minutes", ["agreed", "draft", "awaited"]),
    ("meeting_prefix", [MeetingStatus.CANCELLED, MeetingStatus.MOVED]),
    ("kind", MeetingKind),
    ("kind_inside", MeetingKind),
    ("kind_means", MeetingKind),
    ("pact_status", PactStatus),
    ("pact_became", PactStatus),
    ("pact_subtitle", PactKind),
    ("alias", AliasUser),
    ("role", RoleName),
    ("known", KnownOrNot),
    ("difference", Difference),
    ("outcome", [Measured.MEASURED, Measured.OBSERVED]),
    ("past_issue", [status for status in PriorityStatus if status is not PriorityStatus.KEY]),
    ("issue_source", [PrioritySource.SURVEY, PrioritySource.POLICE_DATA, PrioritySource.LETTER]),
    ("policy", Policy.model_fields),
    ("found_kind", SEARCHED),
    ("contact_role", ["secretary", "police", "warden"]),
]


@pytest.mark.parametrize(("group", "codes"), OPEN_TO_CODES, ids=[group for group, _ in OPEN_TO_CODES])
def test_every_code_has_its_words(group: str, codes: Iterable[str]) -> None:
    known = words()[group]
    assert [str(code) for code in codes if str(code) not in known] == []


def test_statuses_read_as_agreed() -> None:
    said = words().action_status
    assert [str(said[code]) for code in ("asked", "agreed", "in_progress", "blocked", "done")] == [
        "Asked; they have not agreed yet",
        "Agreed",
        "Under way",
        "Held up",
        "Done",
    ]
    assert str(said.done_not_working) == "Done, but the problem continues"
    assert str(said.lapsed) == "No longer followed up"


def test_pages_never_say_priority() -> None:
    """The record's word; residents read "key issue"."""
    said = [way for way, phrase in phrases().items() if "priorit" in str(phrase).lower()]
    assert said == []


@pytest.mark.parametrize("way", [way for way, phrase in phrases().items() if isinstance(phrase, dict)])
def test_counted_phrases_have_one_and_many(way: Way) -> None:
    phrase = by_way(way)
    assert isinstance(phrase, Counted)
    forms = phrases()[way]
    assert isinstance(forms, dict)
    assert {"one", "other"} <= set(forms)


def test_codes_are_plain_text() -> None:
    """A group is looked up by a code: an enumeration's member must find its words as its text does."""
    assert issubclass(MeetingKind, StrEnum)
    assert words().kind[MeetingKind.PANEL] == words().kind["panel"]
