"""OS Code-Point Open: every postcode of Great Britain, with its point, its district and its ward."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .archive import Part
from .refusal import NotImportedError

_ROW = re.compile(
    rb'^"?([A-Z0-9 ]{5,8})"?,"?\d{2}"?,"?(\d{1,7})"?,"?(\d{1,7})"?'
    rb'(?:,"?[A-Z0-9]*"?){4},"?([A-Z0-9]*)"?,"?([A-Z0-9]*)"?\r?$',
    re.MULTILINE,
)
_HEADER = re.compile(rb'\A(\xef\xbb\xbf)?("?P(C|ostcode)"?,[^\n]*(\n|\Z)){1,2}', re.IGNORECASE)
_VERSION = re.compile(r"VERSION NUMBER:\s*([0-9.]+).*?COPYRIGHT DATE:\s*(\d{4})(\d{2})", re.DOTALL)
_WHAT_IT_IS = (
    "Download Code-Point Open as CSV from Ordnance Survey (osdatahub.os.uk, Downloads, OS OpenData), and give "
    "the zip as it is."
)

Step = Callable[[str, float], None]
"""Told the path of each file as it is read, and how much of the work is done, from 0 to 1."""


class Row(NamedTuple):
    """A postcode of Code-Point Open: its point on the National Grid, and the codes of its district and ward."""

    postcode: str
    easting: int
    northing: int
    district: str
    ward: str

    @property
    def sector(self) -> str:
        """The postcode less its last two letters."""
        return self.postcode[:-2]


@dataclass(frozen=True)
class CodePoint:
    """What Code-Point Open says of an area and the country about it.

    `area` is every usable postcode of the district; `around` those of other districts, in every file that has
    one near the area; both in order of postcode. `unplaced` are postcodes of the district without a point or
    ward. `version` is "2025.2.0", `year` that of the copyright; both empty where the download does not say.
    """

    area: tuple[Row, ...]
    around: tuple[Row, ...]
    unplaced: tuple[str, ...] = ()
    version: str = ""
    year: str = ""


def unseen(_path: str, _done: float) -> None:
    """A step that nobody watches."""


def read_code_point(parts: Iterable[Part], district: str, reach: int, step: Step = unseen) -> CodePoint:
    """Take the postcodes of a district, and of its surroundings as far as `reach` metres.

    Every file is looked into, only those that matter are kept. Raises `NotImportedError` for a download
    that is no Code-Point Open, a line that is no row of it, and a district without a postcode.
    """
    parts = tuple(parts)
    tables = tuple(part for part in parts if part.name.endswith(".csv") and "header" not in part.name)
    if not tables:
        raise NotImportedError(f"There is no table of postcodes in this. {_WHAT_IT_IS}")
    own = [row for part in _stepped(tables, step, 0.0) if district.encode() in part.read() for row in _rows(part)]
    area = [row for row in own if row.district == district and row.easting and row.ward]
    if not area:
        raise NotImportedError(_no_such_district(tables, district))
    around = _around(tables, _box(area, reach), district, step)
    unplaced = [row.postcode for row in own if row.district == district and not (row.easting and row.ward)]
    return CodePoint(tuple(sorted(set(area))), tuple(sorted(around)), tuple(sorted(unplaced)), *_edition(parts))


def _stepped(tables: Sequence[Part], step: Step, before: float) -> Iterator[Part]:
    """Give each table, telling of it first. All are gone through twice."""
    for number, part in enumerate(tables):
        step(part.path, before + number / len(tables) / 2)
        yield part


def _no_such_district(tables: Iterable[Part], district: str) -> str:
    if not any(True for part in tables for _ in _rows(part)):
        return f"There is no postcode in this. {_WHAT_IT_IS}"
    return f"No postcode in this download is in a district with the code {district}."


class _Box(NamedTuple):
    west: int
    south: int
    east: int
    north: int

    def holds(self, easting: int, northing: int) -> bool:
        return self.west <= easting <= self.east and self.south <= northing <= self.north


def _box(rows: Iterable[Row], reach: int) -> _Box:
    eastings, northings = zip(*((row.easting, row.northing) for row in rows), strict=True)
    return _Box(min(eastings) - reach, min(northings) - reach, max(eastings) + reach, max(northings) + reach)


def _around(tables: Sequence[Part], box: _Box, district: str, step: Step) -> Iterator[Row]:
    """Rows of other districts. A file with one in the box counts whole: a postcode sector is never in two."""
    for part in _stepped(tables, step, 0.5):
        found = _found(part)
        if any(box.holds(int(easting), int(northing)) for _, easting, northing, _, _ in found):
            rows = {_row(*columns) for columns in found}
            yield from (row for row in rows if row.easting and row.district and row.district != district)


def _rows(part: Part) -> Iterator[Row]:
    return (_row(*columns) for columns in _found(part))


def _found(part: Part) -> list[tuple[bytes, ...]]:
    """The columns of a table that matter, as bytes: with 1.7 million rows, most are never made into more."""
    content = part.read()
    header = _HEADER.match(content)
    body = content[header.end() if header else 0 :]
    found = _ROW.findall(body)
    if len(found) != _lines(body):
        raise NotImportedError(_odd_line(part, content, header.end() if header else 0))
    return found


def _row(postcode: bytes, easting: bytes, northing: bytes, district: bytes, ward: bytes) -> Row:
    return Row(_spaced(postcode.decode()), int(easting), int(northing), district.decode(), ward.decode())


def _lines(body: bytes) -> int:
    return body.count(b"\n") + (not body.endswith(b"\n") and bool(body))


def _odd_line(part: Part, content: bytes, start: int) -> str:
    before = content[:start].count(b"\n")
    lines = content[start:].split(b"\n")
    number = next(index for index, line in enumerate(lines, 1) if not _ROW.match(line))
    return f"Line {before + number} of {part.path} is not a row of Code-Point Open. {_WHAT_IT_IS}"


def _spaced(postcode: str) -> str:
    """One space before the last three characters, however wide the source sets it."""
    bare = postcode.replace(" ", "")
    return f"{bare[:-3]} {bare[-3:]}"


def _edition(parts: Iterable[Part]) -> tuple[str, str]:
    for part in parts:
        if part.name == "metadata.txt":
            found = _VERSION.search(part.read().decode("latin-1"))
            return (found[1], found[2]) if found else ("", "")
    return "", ""
