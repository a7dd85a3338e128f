"""Where things begin and end in a file's text: what splicing needs beyond the places reading keeps."""

import re
from typing import NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import SequenceStartEvent

from .refusal import NotWrittenError

MARK = "\ufeff"
"""The byte order mark some editors put before the first letter."""

_FENCE = re.compile(r"^---[ ]*\r?$", re.MULTILINE)


class Written(NamedTuple):
    """One event of the parser: what it is, the text of a scalar, and where it stands.

    `start` and `end` count characters from 0; line and column count from 1, as places do. `style` is the
    quote of a scalar, `in_brackets` is true where a list opens with a square bracket.
    """

    kind: type[yaml.Event]
    value: str | None
    marked: tuple[object, object]
    style: str | None
    in_brackets: bool
    start: int
    end: int
    line: int
    column: int
    end_line: int

    @property
    def says(self) -> tuple[object, ...]:
        """What the event means, wherever it stands."""
        return (self.kind, self.value, self.marked)

    @property
    def opens(self) -> int:
        """1 where a list or group opens, -1 where it closes, 0 for a value."""
        return self.kind.__name__.endswith("StartEvent") - self.kind.__name__.endswith("EndEvent")

    def is_at(self, line: int, column: int) -> bool:
        """Tell whether it begins there."""
        return (self.line, self.column) == (line, column)


def split_mark(text: str) -> tuple[str, str]:
    """Part the byte order mark, if there is one, from the text; places never count it."""
    return (MARK, text[1:]) if text.startswith(MARK) else ("", text)


def end_of_fields(text: str) -> int:
    """Where the YAML of a file ends: at the second line of three hyphens, else at the end."""
    fences = _FENCE.finditer(text)
    first = next(fences, None)
    second = next(fences, None) if first is not None and first.start() == 0 else None
    return second.start() if second else len(text)


def written(head: str) -> list[Written]:
    """Everything the parser finds in a YAML text, in order. Raises `NotWrittenError` for what is no YAML."""
    try:
        return [_written(event) for event in iter(CParser(head).get_event, None)]
    except yaml.YAMLError:
        raise NotWrittenError("This file has a fault. Put right what pact check says of it first.") from None


def _written(event: yaml.Event) -> Written:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        raise TypeError("the parser gave no marks")
    return Written(
        kind=type(event),
        value=getattr(event, "value", None),
        marked=(getattr(event, "anchor", None), getattr(event, "tag", None)),
        style=getattr(event, "style", None),
        in_brackets=isinstance(event, SequenceStartEvent) and bool(event.flow_style),
        start=start.index,
        end=end.index,
        line=start.line + 1,
        column=start.column + 1,
        end_line=end.line + 1,
    )


def next_line(text: str, index: int) -> int:
    """Where the line after a position begins; the end of the text where there is none."""
    end = text.find("\n", index)
    return end + 1 if end >= 0 else len(text)
