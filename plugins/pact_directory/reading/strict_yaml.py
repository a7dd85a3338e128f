"""Strict YAML: text in, plain values and positions out, faults as problems.

Only mappings, lists and text exist here. Every scalar stays the text that was typed ("19:30", "no",
"01634 333333"); the model gives it a type. What YAML allows and a record does not need is refused with
its place: anchors, aliases, tags, tabs, duplicate keys, null words, a second document.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ..model.quoting import shown
from ..model.record import FieldPath
from .faults import FAULT_LIMIT, Fault, fault, syntax_fault
from .place import Place

DEPTH_LIMIT = 12
EVENT_LIMIT = 200_000
_NULL_WORDS = frozenset({"~", "null", "Null", "NULL"})
# Tabs, letters the YAML library refuses or counts as an end of line, and directives (whose number it goes
# through once for each of them).
_REFUSED = re.compile(
    "\t+|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|^%", re.MULTILINE
)
_DIRECTIVE = "%"
_LOST_WORDS = re.compile(" #[^ #\n]")
_LOST_WORDS_NEXT = re.compile(" *" + _LOST_WORDS.pattern)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text: its values (None when it could not be read at all), where each stands, and the faults.

    `empty` holds the way to every field that was written without a value.
    """

    values: dict[str, Any] | None
    place: Place
    faults: tuple[Fault, ...]
    empty: tuple[FieldPath, ...] = ()


class _TooMuchError(Exception):
    def __init__(self, found: Fault) -> None:
        self.fault = found


def parse(text: str, first_line: int = 1) -> Parsed:
    """Parse one YAML document whose first line is line `first_line` of its file.

    Empty values, empty lists and groups with nothing in them are left out of the values: absent and empty
    mean the same. The top must be a group of fields.
    """
    builder = _Builder(first_line)
    if refused := tuple(islice(_refused(text, first_line), FAULT_LIMIT)):
        return Parsed(None, Place(first_line, 1), refused)
    try:
        values, place = builder.document(text)
    except _TooMuchError as stopped:
        return Parsed(None, Place(first_line, 1), (*builder.faults, stopped.fault))
    except yaml.MarkedYAMLError as error:
        return Parsed(None, Place(first_line, 1), (*builder.faults, syntax_fault(error, text, first_line)))
    return Parsed(values, place, tuple(builder.faults), tuple(builder.empty))


def _refused(text: str, first_line: int) -> Iterator[Fault]:
    """What may stand nowhere in a file; one fault a line is enough."""
    complained_of = 0
    for found in _REFUSED.finditer(text):
        at, letter = found.start(), found[0][0]
        line, column = text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at)
        if line == complained_of:
            continue
        complained_of = line
        if letter in {"\t", _DIRECTIVE}:
            yield fault("tab" if letter == "\t" else "directive", line, column)
        else:
            yield fault("unreadable-character", line, column, f"U+{ord(letter):04X}")


class _Builder:
    """Turns the parser's events into values and places, collecting faults that need not stop it."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.faults: list[Fault] = []
        self.empty: list[FieldPath] = []
        self._way: list[str | int] = []
        self._left = EVENT_LIMIT + 1
        self._get_event: Callable[[], Any] = lambda: None
        self._text = ""
        self._may_lose_words = False

    def document(self, text: str) -> tuple[dict[str, Any] | None, Place]:
        self._text, self._may_lose_words = text, _LOST_WORDS.search(text) is not None
        self._get_event = CParser(text).get_event
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            return {}, Place(self.first_line, 1)
        values, place = self._value(self._next(), 1)
        self._next()  # the end of the document
        if isinstance(after := self._next(), DocumentStartEvent):
            self._complain("second-document", after)
        if values is None or isinstance(values, dict):
            return values or {}, place
        self.faults.append(fault("not-fields", place.line, place.column))
        return None, place

    def _next(self) -> Any:
        event = self._get_event()
        self._left -= 1
        if not self._left:
            raise _TooMuchError(fault("too-large", *self._spot(event)))
        return event

    def _spot(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + self.first_line, mark.column + 1

    def _complain(self, code: str, event: Any, *values: object) -> None:
        if len(self.faults) < FAULT_LIMIT:
            self.faults.append(fault(code, *self._spot(event), *values))

    def _value(self, event: Any, depth: int) -> tuple[Any, Place]:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self._complain("alias", event)
            return None, Place(*self._spot(event))
        if depth > DEPTH_LIMIT:
            raise _TooMuchError(fault("too-deep", *self._spot(event)))
        self._complain_of_marks(event)
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._list(event, depth)

    def _complain_of_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._complain("anchor", event)
        if event.tag is not None:
            self._complain("tag", event)

    def _scalar(self, event: Any) -> tuple[str | None, Place]:
        mark = event.start_mark
        place = Place(mark.line + self.first_line, mark.column + 1)
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._complain_of_marks(event)
            return None, place
        if not event.style and self._is_misleading(event, text):
            return None, place
        return (text if text.strip() else None), place

    def _is_misleading(self, event: Any, text: str) -> bool:
        """Complain of a word typed without quotes that YAML does not read as it is written."""
        if text in _NULL_WORDS:
            self._complain("null-word", event, text)
            return True
        if self._may_lose_words and _LOST_WORDS_NEXT.match(self._text, event.end_mark.index):
            self._complain("lost-words", event)
            return True
        return False

    def _list(self, event: Any, depth: int) -> tuple[list[Any] | None, Place]:
        values: list[Any] = []
        inside: dict[str | int, Place] = {}
        place = Place(*self._spot(event), inside)
        while not isinstance(event := self._next(), SequenceEndEvent):
            self._way.append(len(values))
            value, at = self._value(event, depth + 1)
            self._way.pop()
            if value is not None:
                inside[len(values)] = at
                values.append(value)
        return values or None, place

    def _mapping(self, event: Any, depth: int) -> tuple[dict[str, Any] | None, Place]:
        values: dict[str, Any] = {}
        inside: dict[str | int, Place] = {}
        place = Place(*self._spot(event), inside)
        way = self._way
        while not isinstance(key_event := self._next(), MappingEndEvent):
            key = self._key(key_event, depth)
            way.append(key or "")
            value, at = self._value(self._next(), depth + 1)
            if value is None:
                self.empty.append((*way,))
            way.pop()
            if key is None:
                continue
            if key in inside:
                self._complain("duplicate-key", key_event, shown(key), inside[key].key_line)
                continue
            mark = key_event.start_mark
            at.key_line, at.key_column = mark.line + self.first_line, mark.column + 1
            inside[key] = at
            if value is not None:
                values[key] = value
        return values or None, place

    def _key(self, event: Any, depth: int) -> str | None:
        if isinstance(event, ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._complain_of_marks(event)
            key: str = event.value
            return key
        self._complain("odd-key", event)
        self._value(event, depth + 1)
        return None
