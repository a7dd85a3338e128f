"""The files about places: postcodes, those of neighbours, and shapes. A faulty one is as if it were not there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.postcodes import NeighbourTable, PostcodeTable
from ..model.record import FieldPath, Origin
from ..problems import Severity
from .faults import Fault
from .files import RecordFiles
from .layout import FileKind
from .locate import spell_path
from .records import RecordReader
from .tables import Row, TableRead, read_neighbours, read_postcodes
from .text import decode

if TYPE_CHECKING:
    from ..model.shapes import ShapeFile

KINDS = frozenset({FileKind.POSTCODES, FileKind.NEIGHBOURS, FileKind.SHAPES, FileKind.COVERAGE})
"""The kinds of file read here, none of which is YAML."""


@dataclass
class Geography:
    """What the files about places say; `boundaries` by the PACT's id."""

    postcodes: PostcodeTable = field(default_factory=PostcodeTable)
    neighbours: NeighbourTable = field(default_factory=NeighbourTable)
    ward_shapes: "ShapeFile | None" = None
    boundaries: "dict[str, ShapeFile]" = field(default_factory=dict)


def read_geography(reader: RecordReader, files: RecordFiles) -> Geography:
    """Read every file about places; faults go to the reader."""
    found = Geography()
    for path, content in files.contents.items():
        kind = files.kinds[path]
        if kind is FileKind.POSTCODES:
            found.postcodes = PostcodeTable(Origin(path), _rows(reader, path, content, read_postcodes))
        elif kind is FileKind.NEIGHBOURS:
            found.neighbours = NeighbourTable(Origin(path), _rows(reader, path, content, read_neighbours))
        elif kind is FileKind.SHAPES:
            found.ward_shapes = _shapes(reader, path, content, kind)
        elif kind is FileKind.COVERAGE and (boundary := _shapes(reader, path, content, kind)):
            found.boundaries[boundary.origin.pact_id] = boundary
    return found


def _rows(
    reader: RecordReader, path: str, content: bytes, read: Callable[[str], TableRead[Row]]
) -> tuple[Row, ...]:
    text = decode(content)
    if isinstance(text, Fault):
        _complain(reader, path, [((), text)])
        return ()
    reader.texts[path] = text
    rows, faults, reader.places[path] = read(text)
    _complain(reader, path, [((), fault) for fault in faults])
    return () if faults else rows


def _shapes(reader: RecordReader, path: str, content: bytes, kind: FileKind) -> "ShapeFile | None":
    # The library behind shapes takes a tenth of a second to load: only where there is a shape.
    from .shapes import read_boundary, read_ward_shapes  # noqa: PLC0415

    read = read_ward_shapes if kind is FileKind.SHAPES else read_boundary
    file, faults, reader.places[path] = read(content, Origin(path))
    _complain(reader, path, faults)
    return file


def _complain(reader: RecordReader, path: str, faults: Iterable[tuple[FieldPath, Fault]]) -> None:
    for at, (code, line, column, message, hint) in faults:
        # Many files have all their features on one line, so the line alone tells little.
        said = f"{message.removesuffix('.')} (feature {int(at[1]) + 1})." if at else message
        reader.problems.append(
            reader.locator.at(code, Severity.ERROR, path, line, column, said, hint, field=spell_path(at))
        )
        reader.incomplete.add(path)
