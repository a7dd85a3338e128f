"""One value changed at its place, and everything else left as it was typed: comments, quotes, line ends."""

import re
from collections.abc import Iterator

from yaml.events import MappingStartEvent, ScalarEvent

from ..reading.place import Place
from ..reading.strict_yaml import parse
from .marks import Written, end_of_fields, split_mark, written
from .refusal import NotWrittenError

_SEEN = re.compile("[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")


def value_replaced(text: str, place: Place, new_value: str) -> str:
    """Replace the value that stands at a place, changing its line only.

    `text` is the whole file as `atomic.read_exactly` gives it, a page with front matter too; `place` comes
    from reading it. The new value is quoted as the old one was, or where it must be, so that reading gives
    `new_value` back; an empty value is filled in. Raises `NotWrittenError` when the place holds no single
    value, or one over several lines, and `ValueError` for a blank new value.
    """
    if not new_value.strip():
        raise ValueError("absent and empty mean the same: take the line away instead")
    mark, rest = split_mark(text)
    head_end = end_of_fields(rest)
    found = written(rest[:head_end])
    old = _value_at(found, place)
    gap = " " if old.start == old.end and not rest[: old.start].endswith(" ") else ""
    wanted = [(one._replace(value=new_value) if one is old else one).says for one in found]
    for spelt in _spellings(new_value, old.style):
        head = rest[: old.start] + gap + spelt + rest[old.end : head_end]
        if _says(head) == wanted:
            return mark + head + rest[head_end:]
    raise NotWrittenError(f"The value on line {place.line} cannot be changed here. Change it by hand.")


def scalar_text(value: str) -> str:
    """Spell a value for the end of a line `field: value`: bare where that reads back the same, else quoted."""
    return next(_spellings(value, None))


def _value_at(found: list[Written], place: Place) -> Written:
    """The value that begins at a place. A group begins where its first field's name does, and is none."""
    kinds = (ScalarEvent, MappingStartEvent)
    here = [one for one in found if one.kind in kinds and one.is_at(place.line, place.column)]
    if not here or here[0].kind is MappingStartEvent:
        raise NotWrittenError(f"There is no single value on line {place.line}, column {place.column}.")
    if here[0].end_line != here[0].line:
        raise NotWrittenError(f"The value on line {place.line} takes several lines. Change it by hand.")
    return here[0]


def _says(head: str) -> list[tuple[object, ...]] | None:
    try:
        return [one.says for one in written(head)]
    except NotWrittenError:
        return None


def _spellings(value: str, style: str | None) -> Iterator[str]:
    """The ways to write a value on one line, the one most like its neighbours first; the last always works."""
    if style == "'" and _SEEN.fullmatch(value):
        yield "'" + value.replace("'", "''") + "'"
    elif style != '"' and parse(f"a: {value}\n").values == {"a": value}:
        yield value
    yield '"' + "".join(_escaped(letter) for letter in value) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if _SEEN.fullmatch(letter):
        return letter
    return f"\\x{ord(letter):02x}" if ord(letter) < 0x100 else f"\\u{ord(letter):04x}"  # noqa: PLR2004
