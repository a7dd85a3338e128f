"""Rules of a PACT's own boundary, where it covers less than whole wards."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..model.directory import Directory, PactFolder
from ..model.postcodes import Postcode
from .coverage import BOUNDARY_FILE
from .table import Finding, Sources, error, warning
from .wording import spell_some

if TYPE_CHECKING:
    from ..model.shapes import ShapeFile

_TOLERANCE = 50.0
"""Metres. Boundaries are drawn by hand along roads, wards are simplified to 20 m, and a postcode's point is one
of its buildings: what reaches less far into a neighbouring ward is no claim to it."""
_SOME_GROUND = 10_000.0
"""Square metres, a hectare: less of a ward is what a line drawn along its edge takes in by accident."""


@error(
    "boundary-outside-wards",
    title="A PACT's boundary stays inside its wards",
    reason="Residents of another ward must not be told that the PACT is theirs while its list of wards says not.",
    source=Sources.OURS,
)
def boundary_is_in_wards(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`coverage.geojson` takes in no postcode of another ward; within 50 m of the boundary none is counted."""
    drawn = _drawn(directory)
    if not drawn:
        return
    from .ground import Points  # noqa: PLC0415 - loaded only where there is a shape

    points = Points(directory.postcodes.rows)
    hint = "Draw it smaller, or add the ward to wards: and to part_of: in pact.yml."
    for folder, boundary in drawn:
        well_inside = points.inside(boundary.whole.buffer(-_TOLERANCE))
        strays = [row for row in well_inside if row.gss not in folder.pact.wards]
        if strays:
            message = _takes_in(directory, folder, strays)
            yield Finding(boundary.origin, (), message, hint, (folder.pact.origin.path,))


def _drawn(directory: Directory) -> "list[tuple[PactFolder, ShapeFile]]":
    return [
        (folder, folder.boundary)
        for folder in directory.folders
        if folder.boundary and folder.pact.wards and folder.pact.origin.path not in directory.incomplete
    ]


@warning(
    "boundary-over-edge",
    title="A PACT's boundary stays inside the official edge of its wards",
    reason="A boundary drawn on one map of the wards may cross the edges of a better one.",
    source=Sources.OURS,
)
def boundary_keeps_to_edges(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Where ward shapes are official, `coverage.geojson` takes in no ground more than 50 m outside its wards."""
    for folder, boundary in _drawn(directory):
        if _reaches_out(directory, folder, boundary):
            message = f"This takes in ground outside the wards of {folder.pact.name}."
            hint = "Draw it again along the new edges, or add the ward to wards: and to part_of: in pact.yml."
            yield Finding(boundary.origin, (), message, hint, (folder.pact.origin.path,))


def _takes_in(directory: Directory, folder: PactFolder, strays: list[Postcode]) -> str:
    postcodes = spell_some([row.postcode for row in strays])
    names = spell_some(sorted({_name(directory, row.gss) for row in strays}))
    return f"This takes in {postcodes}, of {names}, which {folder.pact.name} does not cover."


def _reaches_out(directory: Directory, folder: PactFolder, boundary: "ShapeFile") -> bool:
    """Tell whether a boundary leaves its wards, as far as official shapes can say."""
    shapes, wards = directory.ward_shapes, folder.pact.wards
    if shapes is None or shapes.indicative or any(gss not in shapes.by_gss for gss in wards):
        return False
    from .ground import beyond  # noqa: PLC0415

    return beyond(boundary.whole, [shapes.by_gss[gss] for gss in wards], _TOLERANCE) > 0


@warning(
    "boundary-without-ward",
    title="A PACT's boundary takes in something of every ward it covers in part",
    reason="A ward said to be covered in part, with nothing of it inside the line, is covered nowhere.",
    source=Sources.OURS,
)
def boundary_reaches_wards(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Of each ward in `part_of`, the boundary takes in a postcode or a hectare, as far as anybody can tell."""
    for folder in directory.folders:
        for index, gss in enumerate(folder.pact.coverage.part_of if folder.boundary else ()):
            if _has_none_of(directory, folder, gss):
                message = f"{BOUNDARY_FILE} takes in nothing of {_name(directory, gss)}."
                hint = "Draw it anew, or take the ward away here and in wards:"
                field = ("coverage", "part_of", index)
                yield Finding(folder.pact.origin, field, message, hint, (f"{folder.id}/{BOUNDARY_FILE}",))


def _has_none_of(directory: Directory, folder: PactFolder, gss: str) -> bool:
    if folder.boundary is None:
        return False
    from ..model.shapes import inside_of  # noqa: PLC0415

    rows, shapes = directory.postcodes.by_ward.get(gss, ()), directory.ward_shapes
    if inside_of(folder.boundary.whole, rows).any():
        return False
    if shapes is not None and gss in shapes.by_gss:
        return bool(folder.boundary.whole.intersection(shapes.by_gss[gss]).area < _SOME_GROUND)
    return bool(rows)


def _name(directory: Directory, gss: str) -> str:
    ward = directory.ward_by_gss.get(gss)
    return ward.name if ward else gss
