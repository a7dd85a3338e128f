"""JSON gone through value by value, so that the line and column of each part is known."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..model.quoting import shown
from .faults import Fault, fault

_SPACE = re.compile(r"[ \t\n\r]*")
_WRITTEN_TWICE = "The name {} is written twice in one group."

# What the JSON library says, and what that means to somebody who did not write the file by hand.
_SAID = (
    ("Expecting ',' delimiter", "A comma or a closing bracket is missing here."),
    ("Expecting ':' delimiter", "A name here has no colon after it."),
    ("Expecting property name", "A name in double quotes belongs here."),
    ("Unterminated string", "A quotation mark is opened here and never closed."),
    ("Invalid control character", "There is a line break or another odd character inside quotation marks."),
    ("Invalid \\", "There is a backslash with nothing it can mean here."),
    ("Exceeds the limit", "There is a number of thousands of digits here."),
)
_OTHERWISE = "A value is missing here, or begins in a way that no value does."
_EXPORT = "The file was cut short or changed by hand: export it again as GeoJSON."


class UnreadableError(Exception):
    """The text cannot be followed any further; why, and where, is in `fault`."""

    def __init__(self, found: Fault) -> None:
        super().__init__(found.message)
        self.fault = found


class Spot(NamedTuple):
    """A place in a text: line and column from 1."""

    line: int
    column: int


class _TwiceError(Exception):
    """A name stands twice in one group, so that one of two values would be lost in silence."""


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


class JsonText:
    """A place in a JSON text that only moves forward, from value to value.

    `NaN` and `Infinity` are read as the numbers they name, so that whoever needs a number can say so.
    """

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._line, self._line_start, self._counted = 1, 0, 0
        self._decode = json.JSONDecoder(object_pairs_hook=_group).raw_decode

    @property
    def spot(self) -> Spot:
        """Line and column of the next value."""
        self.next_sign()
        return self._spot(self._at)

    def _spot(self, at: int) -> Spot:
        """Count on from the last place: each letter of the text is looked at once."""
        self._line += self._text.count("\n", self._counted, at)
        self._line_start = max(self._line_start, self._text.rfind("\n", self._counted, at) + 1)
        self._counted = at
        return Spot(self._line, at - self._line_start + 1)

    def next_sign(self) -> str:
        """The first sign of the next value; empty at the end."""
        self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
        return self._text[self._at : self._at + 1]

    def value(self) -> Any:
        """Read the next value whole.

        Raises:
            UnreadableError: when it is not JSON.
        """
        start = self.spot
        try:
            value, self._at = self._decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise self._syntax(error.msg, max(error.pos, self._at)) from error
        except RecursionError as error:
            raise UnreadableError(fault("too-deep", *start)) from error
        except _TwiceError as error:
            message = _WRITTEN_TWICE.format(shown(error))
            raise UnreadableError(Fault("duplicate-key", *start, message, "Keep one of them.")) from error
        except ValueError as error:
            raise self._syntax(str(error), self._at) from error
        return value

    def members(self) -> Iterator[str]:
        """Go through a group: each name in turn, with the text at its value, which must then be read."""
        for _ in self._parts("{", "}"):
            if self.next_sign() != '"':
                raise self._syntax("Expecting property name", self._at)
            name = self.value()
            self._take(":", "Expecting ':' delimiter")
            yield name

    def elements(self) -> Iterator[int]:
        """Go through a list: the number from 0 of each value in turn, which must then be read."""
        yield from self._parts("[", "]")

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.next_sign():
            raise UnreadableError(
                Fault("not-json", *self._spot(self._at), "Something follows after the end of the file.", _EXPORT)
            )

    def _parts(self, opening: str, closing: str) -> Iterator[int]:
        self._take(opening, "Expecting value")
        if self.next_sign() == closing:
            self._at += 1
            return
        number = 0
        while True:
            yield number
            number += 1
            if self.next_sign() == closing:
                self._at += 1
                return
            self._take(",", "Expecting ',' delimiter")

    def _take(self, sign: str, otherwise: str) -> None:
        if self.next_sign() != sign:
            raise self._syntax(otherwise, self._at)
        self._at += 1

    def _syntax(self, said: str, at: int) -> UnreadableError:
        message = next((message for known, message in _SAID if said.startswith(known)), _OTHERWISE)
        return UnreadableError(Fault("not-json", *self._spot(at), message, _EXPORT))
