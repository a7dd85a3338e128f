"""From a record and a field to a line and column, and to a `Problem` a volunteer can act on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..model.quoting import has_contact, printable, without_contacts
from ..model.record import FieldPath, Origin
from ..problems import Problem, Severity
from .place import Place, TablePlace

_CONTACT_FIELDS = frozenset({"email", "phone", "address", "name"})
_CONTACT_KEY = re.compile(r"""\b(e-?mail|(tele)?phone|tel|mobile|address|name)s?\b["']?\s*:""", re.IGNORECASE)
_LONGEST_EXCERPT, _LONGEST_SEARCHED = 100, 1000


@dataclass(frozen=True)
class Locator:
    """Knows where every value of the record stands, and the text of every line.

    `shown_as` is put before each path. A place that was never written is answered with the nearest one
    that was: the group it is missing from, or the head of the file.
    """

    shown_as: str
    places: Mapping[str, Place | TablePlace]
    texts: Mapping[str, str]

    def problem(  # noqa: PLR0913, PLR0917 - the parts of a problem, by name
        self,
        code: str,
        severity: Severity,
        origin: Origin,
        field: FieldPath,
        message: str,
        hint: str = "",
        related: tuple[str, ...] = (),
        *,
        at_key: bool = False,
    ) -> Problem:
        """Make the problem of a field, with its place; `at_key` points at the field's name."""
        path = (*origin.at, *field)
        place = self.places.get(origin.path, Place(1, 1)).find(path)
        line, column = (place.key_line, place.key_column) if at_key else (place.line, place.column)
        return self.at(code, severity, origin.path, line, column, message, hint, related, spell_path(path))

    def at(  # noqa: PLR0913, PLR0917
        self,
        code: str,
        severity: Severity,
        path: str,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        related: tuple[str, ...] = (),
        field: str = "",
    ) -> Problem:
        """Make the problem of a place already known."""
        # What a report repeats of a record is made harmless here: one line each, nothing invisible.
        message, hint, field = (
            without_contacts(printable(message)),
            printable(hint),
            without_contacts(printable(field)),
        )
        excerpt = "" if field.rpartition(".")[2] in _CONTACT_FIELDS else self._excerpt(path, line)
        return Problem(code, severity, self.show(path), line, column, field, message, hint, related, excerpt)

    def show(self, path: str) -> str:
        """The path as the reader of a report would type it."""
        return printable(f"{self.shown_as}/{path}" if self.shown_as not in {"", "."} else path)

    def _excerpt(self, path: str, line: int) -> str:
        """The line, unless it is long or may hold a contact value: reports are pasted into public places."""
        lines = _lines(self.texts.get(path, ""))
        if not line <= len(lines):
            return ""
        first = line
        # A value may go on over several lines: what it is stands above it. A row of a table stands alone.
        while self._goes_on(path, lines[first - 1]) and first > 1 and line - first < _LONGEST_EXCERPT:
            first -= 1
        written = " ".join(lines[first - 1 : line])
        if len(lines[line - 1]) > _LONGEST_EXCERPT or len(written) > _LONGEST_SEARCHED:
            return ""
        return "" if _CONTACT_KEY.search(written) or has_contact(written) else printable(lines[line - 1].rstrip())

    @staticmethod
    def _goes_on(path: str, line: str) -> bool:
        return ":" not in line and not path.endswith(".csv")


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def spell_path(path: FieldPath) -> str:
    """Write a field path as people read it: actions[2].lead_agency."""
    spelt = ""
    for step in path:
        spelt += f"[{step + 1}]" if isinstance(step, int) else (f".{step}" if spelt else step)
    return spelt
