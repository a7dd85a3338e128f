"""Where in a list of a file, such as an action log, a new entry goes."""

from typing import NamedTuple

from yaml.events import ScalarEvent, SequenceEndEvent, SequenceStartEvent

from ..reading.place import Place
from .marks import Written, next_line, written
from .refusal import NotWrittenError

_USUAL_INDENT = 2


class Spot(NamedTuple):
    """Where an entry goes: the position, and how far in (spaces) its hyphen stands.

    `heading` is the line to write before it, if any; `brackets` the stretch of an empty `[]` to leave out.
    """

    at: int
    column: int
    heading: str = ""
    brackets: slice = slice(0, 0)


def place_at_end(text: str, place: Place, field: str) -> Spot:
    """Find the place after the last entry of the list under a field; `place` is the whole file's, as read.

    The notes of the last entry, which stand further in than its hyphen, stay with it. Raises
    `NotWrittenError` when the entries stand in brackets.
    """
    key = (place.inside or {}).get(field)
    found = written(text)
    if key is None:
        return Spot(len(text), _neighbours_indent(text, place), heading=f"{field}:")
    named = (index for index, one in enumerate(found) if one.kind is ScalarEvent)
    opened = 1 + next(index for index in named if found[index].is_at(key.key_line, key.key_column))
    first = found[opened]
    if first.kind is not SequenceStartEvent:
        return Spot(next_line(text, first.end), _neighbours_indent(text, place))
    if not first.in_brackets:
        return Spot(_after_last(text, found[opened:]), first.column - 1)
    brackets = _empty_brackets(text, first, found[opened + 1], field)
    return Spot(next_line(text, brackets.stop), _neighbours_indent(text, place), brackets=brackets)


def _empty_brackets(text: str, opened: Written, closed: Written, field: str) -> slice:
    start, stop = opened.start, closed.end
    if closed.kind is not SequenceEndEvent or text[start:stop].strip("[] "):
        said = f"The {field} of this file stand in square brackets, and nothing can be added there."
        raise NotWrittenError(f"{said} Begin each on a line of its own, with a hyphen and a space.")
    is_last = text[stop : stop + 1] in {"", "\r", "\n"}
    return slice(start - 1 if is_last and text[start - 1] == " " else start, stop)


def _neighbours_indent(text: str, place: Place) -> int:
    """How far in hyphens stand elsewhere in the file."""
    priorities = (place.inside or {}).get("priorities")
    if priorities is None or not priorities.inside:
        return _USUAL_INDENT
    line = text.splitlines()[priorities.line - 1]
    return priorities.column - 1 if line[priorities.column - 1 :].startswith("- ") else _USUAL_INDENT


def _after_last(text: str, found: list[Written]) -> int:
    end = _last_value(found)
    line_start = text.rfind("\n", 0, end) + 1
    # A text in a block (note: |) ends where the line after it begins.
    at = next_line(text, end) if text[line_start:end].strip() else line_start
    while (line := text[at : next_line(text, at)]).lstrip(" ").startswith("#"):
        if len(line) - len(line.lstrip(" ")) < found[0].column:
            break
        at = next_line(text, at)
    return at


def _last_value(found: list[Written]) -> int:
    """Where the last value, or closing bracket, of the list ends that opens with the first event."""
    end, depth = 0, 0
    for one in found:
        depth += one.opens
        if one.kind is ScalarEvent or one.end > one.start:
            end = one.end
        if depth == 0:
            break
    return end
