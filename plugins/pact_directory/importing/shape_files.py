"""`wards.geojson`: indicative shapes from postcodes, or the official boundaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.area import NO_CODE
from ..model.directory import Directory
from ..problems import Problem, Severity
from ..reading.geojson import FeatureFault, parse_geojson
from ..writing.area_files import shapes_text
from .archive import opened
from .cells import REACH, indicative_shapes
from .code_point import CodePoint, Step, read_code_point
from .licences import code_point_line
from .official import Judged, Matched, drawn, judged, matched
from .record import district_of, read_record, write_readable
from .refusal import NotImportedError
from .together import Simplified

_FILE = "wards.geojson"
_LARGEST = 200_000_000


@dataclass(frozen=True)
class ShapesDrawn:
    """Indicative shapes, as they were written; `size` is the file's, in bytes."""

    code_point: CodePoint
    shapes: Simplified
    attribution: str
    size: int


@dataclass(frozen=True)
class BoundariesTaken:
    """Official boundaries, as they were matched and judged; `shapes` is None where nothing was written."""

    matched: Matched
    judged: Judged
    shapes: Simplified | None
    size: int = 0


class FaultyFileError(Exception):
    """A GeoJSON file with faults: `problems` says them all."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} faults")
        self.problems = tuple(problems)


def draw_shapes(folder: Path, sources: Sequence[Path], step: Step) -> ShapesDrawn:
    """Draw the wards from their postcodes, and write them as indicative.

    Raises `NotImportedError` where the download cannot be used, the record lacks a ward of it, or official
    boundaries are there already: those are better.
    """
    directory = read_record(folder)
    if directory.ward_shapes is not None and not directory.ward_shapes.indicative:
        raise NotImportedError(
            f"{folder / _FILE} holds official boundaries, which are better than indicative shapes. "
            "Delete it first, if they are out of date."
        )
    if directory.area.gss == NO_CODE:
        raise NotImportedError("The record is of no area yet. Begin with: pact area postcodes")
    with opened(sources) as parts:
        code_point = read_code_point(parts, district_of(directory.area, None), REACH, step)
    shapes = indicative_shapes(code_point)
    missing = sorted({*shapes.degrees} - {*directory.ward_by_gss})
    if missing:
        raise NotImportedError(
            f"wards.yml lacks {', '.join(missing[:5])}. Bring it up to date first: pact area postcodes"
        )
    attribution = code_point_line(code_point)
    text = shapes_text(shapes.degrees, _names(directory), attribution, indicative=True)
    write_readable(folder, {_FILE: text})
    return ShapesDrawn(code_point, shapes, attribution, len(text.encode()))


def take_boundaries(folder: Path, source: Path, attribution: str) -> BoundariesTaken:
    """Match official boundaries to the wards, hold them against the postcode table, and write them.

    Superseded boundaries, those with fewer than nine in ten postcodes in the shape of their own ward, are
    not written. Raises `FaultyFileError` for a file with faults, `NotImportedError` for a record without
    wards or postcodes.
    """
    directory = read_record(folder)
    postcodes = directory.postcodes.rows
    if not directory.wards_file.wards or not postcodes:
        raise NotImportedError("The record has no wards or no postcodes yet. Begin with: pact area postcodes")
    if source.stat().st_size > _LARGEST:
        raise NotImportedError(f"{source.name} is too large. Save the area's wards alone, and give that file.")
    found = parse_geojson(source.read_bytes())
    if found.faults:
        raise FaultyFileError([_problem(source, one) for one in found.faults])
    who = matched(found.features, directory.wards_file.wards, postcodes)
    how = judged(who.areas, postcodes)
    if how.is_superseded:
        return BoundariesTaken(who, how, None)
    shapes = drawn(who.areas, postcodes)
    text = shapes_text(shapes.degrees, _names(directory), attribution, indicative=False)
    write_readable(folder, {_FILE: text})
    return BoundariesTaken(who, how, shapes, len(text.encode()))


def _names(directory: Directory) -> dict[str, str]:
    return {gss: ward.name for gss, ward in directory.ward_by_gss.items()}


def _problem(source: Path, found: FeatureFault) -> Problem:
    fault = found.fault
    field = "".join(f"[{step}]" if isinstance(step, int) else str(step) for step in found.at)
    return Problem(
        fault.code, Severity.ERROR, str(source), fault.line, fault.column, field, fault.message, fault.hint
    )
