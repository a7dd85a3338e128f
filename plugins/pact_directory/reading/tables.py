"""The tables of postcodes: which ward each is in, and whose the ones just outside are."""

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic_core import PydanticCustomError

from ..model.postcodes import POSTCODE, Neighbour, Postcode
from ..model.quoting import shown, wrong
from ..model.types import read_count, read_gss, read_name
from .faults import FAULT_LIMIT, Fault
from .place import TablePlace

Row = TypeVar("Row", Postcode, Neighbour)

_LONGEST_LINE = 500
_SPACES = re.compile(r"\s+")
_POSTCODE_HINT = "Write capitals, with one space before the last three: ME4 4AA"
_METRES = "Write National Grid metres, six digits or seven, such as 574570"
_MAKE_AGAIN = "Make the file again with pact area postcodes, or put the line right by hand."


class TableRead(NamedTuple, Generic[Row]):
    """The faultless rows of a table in its order, every fault, and where its cells stand."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    place: TablePlace


@dataclass(frozen=True)
class _Form(Generic[Row]):
    """How a table is written: its columns, how each cell is read, and a short way for lines written as usual."""

    columns: tuple[str, ...]
    readers: tuple[Callable[[object], Any], ...]
    row: Callable[..., Row]
    usual: re.Pattern[str]
    from_usual: Callable[[list[Any]], Iterable[Row]]
    may_be_empty: bool = False

    @property
    def header(self) -> str:
        """The first line."""
        return ",".join(self.columns)


def read_postcodes(text: str) -> TableRead[Postcode]:
    """Read `postcodes.csv`: each live postcode of the area, its ward, and its point in National Grid metres."""
    return _read(text, _POSTCODES)


def read_neighbours(text: str) -> TableRead[Neighbour]:
    """Read `neighbours.csv`: postcodes just outside the area, and the authority each is in."""
    return _read(text, _NEIGHBOURS)


def _read(text: str, form: _Form[Row]) -> TableRead[Row]:
    lines = text.split("\n")
    if lines[0] != form.header:
        return TableRead((), (_header_fault(text, lines[0], form),), TablePlace(form.columns, (), ()))
    if rows_as_usual := _as_usual(text, lines, form):
        numbers = tuple(range(2, len(rows_as_usual) + 2))
        return TableRead(rows_as_usual, (), TablePlace(form.columns, tuple(lines), numbers))
    return _line_by_line(lines, form)


def _as_usual(text: str, lines: list[str], form: _Form[Row]) -> tuple[Row, ...]:
    """All rows at once, where every line is written in the usual way and no postcode is there twice.

    Nothing where any line needs a closer look. A county has 70,000 lines; this is three times as fast.
    """
    found = form.usual.findall(text, len(form.header) + 1)
    if len(found) != len(lines) - (2 if lines[-1] == "" else 1):
        return ()
    rows = tuple(form.from_usual(found))
    return rows if len({row.postcode for row in rows}) == len(rows) else ()


def _line_by_line(lines: list[str], form: _Form[Row]) -> TableRead[Row]:
    rows: list[Row] = []
    numbers: list[int] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        row = _row(line, number, form, faults) if line else None
        if row is not None:
            first = seen.setdefault(row.postcode, number)
            if first != number:
                message = f"{row.postcode} is in the table twice; first on line {first}."
                faults.append(Fault("postcode-twice", number, 1, message, "Keep one of the lines."))
            rows.append(row)
            numbers.append(number)
        if len(faults) >= FAULT_LIMIT:
            break
    if not rows and not faults and not form.may_be_empty:
        faults.append(Fault("empty-table", 1, 1, "There are no postcodes in this table.", _MAKE_AGAIN))
    return TableRead(
        tuple(rows), tuple(faults[:FAULT_LIMIT]), TablePlace(form.columns, tuple(lines), tuple(numbers))
    )


def _header_fault(text: str, first: str, form: _Form[Row]) -> Fault:
    hint = f"Write as the first line: {form.header}"
    if not text.strip():
        return Fault("empty-table", 1, 1, "This file is empty.", _MAKE_AGAIN)
    if POSTCODE.match(first.partition(",")[0].strip('" ')):
        return Fault("wrong-header", 1, 1, "The line that names the columns is missing.", hint)
    if first.replace(";", ",") == form.header or first.replace("\t", ",") == form.header:
        hint = "Save the file as CSV with commas."
        return Fault("wrong-header", 1, 1, "The columns of this table are not parted by commas.", hint)
    return Fault("wrong-header", 1, 1, "The first line does not name the columns of this table.", hint)


def _row(line: str, number: int, form: _Form[Row], faults: list[Fault]) -> Row | None:
    """Read a line cell by cell, and say what is wrong with each. Empty lines are passed over."""
    if not line.strip():
        return None
    fault, cells = _cells(line, number)
    if fault is None and len(cells) != len(form.columns):
        message = f"This line has {len(cells)} columns, where there are {len(form.columns)}: {form.header}"
        fault = Fault("wrong-columns", number, 1, f"{message}.", _MAKE_AGAIN)
    if fault is not None:
        faults.append(fault)
        return None
    place, values = TablePlace(form.columns, (line,), (1,)), []
    for column, cell, read in zip(form.columns, cells, form.readers, strict=True):
        try:
            values.append(read(cell))
        except PydanticCustomError as error:
            said = error.context or {}
            at = place.find(("rows", 0, column)).column
            faults.append(Fault(error.type, number, at, said["said"], said["hint"]))
    return form.row(*values) if len(values) == len(cells) else None


def _cells(line: str, number: int) -> tuple[Fault | None, list[str]]:
    if len(line) > _LONGEST_LINE:
        message = f"This line has {len(line):,} characters, far more than a postcode needs."
        return Fault("too-long", number, 1, message, _MAKE_AGAIN), []
    try:
        return None, next(csv.reader([line], strict=True))
    except csv.Error:
        message, hint = "A quotation mark on this line has no partner.", "Take it away, or add the other one."
        return Fault("open-quote", number, line.find('"') + 1, message, hint), []


def _read_postcode(typed: object) -> str:
    text = str(typed)
    found = POSTCODE.match(text)
    if found and " " in text:
        return text
    meant = POSTCODE.match(_SPACES.sub("", text).upper())
    hint = f"Write {meant[1]} {meant[2]}" if meant else _POSTCODE_HINT
    raise wrong("not-a-postcode", f"{shown(text)} is not a postcode as this table has them.", hint)


def _within(limit: int, called: str) -> Callable[[object], int]:
    def read(typed: object) -> int:
        try:
            metres = read_count(typed)
        except PydanticCustomError as error:
            raise wrong(error.type, f"{shown(typed)} is not a whole number.", _METRES) from error
        if metres > limit:
            raise wrong("off-the-grid", f"{shown(typed)} is no {called} in Great Britain.", _METRES)
        return metres

    return read


_POSTCODE_CELL = r"^([A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2})"
_POSTCODES = _Form(
    ("postcode", "gss", "easting", "northing"),
    (_read_postcode, read_gss, _within(700_000, "easting"), _within(1_300_000, "northing")),
    Postcode,
    re.compile(
        _POSTCODE_CELL + r",([EWSNK][0-9]{8}),([1-6][0-9]{5}),([1-9][0-9]{5}|1[0-2][0-9]{5})$", re.MULTILINE
    ),
    lambda found: (Postcode(postcode, gss, int(east), int(north)) for postcode, gss, east, north in found),
)
_NEIGHBOURS = _Form(
    ("postcode", "authority"),
    (_read_postcode, read_name),
    Neighbour,
    re.compile(_POSTCODE_CELL + r",(?=.{1,80}$)([A-Z][A-Za-z-]+(?: [A-Za-z-]+)*)$", re.MULTILINE),
    lambda found: map(Neighbour._make, found),
    may_be_empty=True,  # Shetland is nobody's neighbour
)
