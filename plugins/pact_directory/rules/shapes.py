"""Rules of the wards' shapes: that they are these wards, as they are today, and where these wards are."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from ..model.directory import Directory
from .table import Finding, Sources, error, warning
from .wording import count, spell_some

if TYPE_CHECKING:
    from ..model.shapes import ShapeFile
    from .ground import Fit

_FAR_OFF = 1000.0
"""Metres from a ward's shape to the nearest of its postcodes: more is no play of edges, but another place."""
_PAIRS_SAID = 20
_TODAY = "Look for the wards of today (ONS, LGBCE), or draw indicative shapes with pact area shapes."


@error(
    "shape-ward",
    title="Every ward shape belongs to a ward of the area",
    reason="A map must not show a ward that has no page.",
    source=Sources.OURS,
)
def shapes_are_of_wards(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Each `gss` in `wards.geojson` is a ward's; all that are none are said together."""
    shapes = _judged(directory)
    odd = [shape for shape in shapes.shapes if shape.gss not in directory.ward_by_gss] if shapes else []
    if shapes and odd:
        codes = spell_some([f'"{shape.gss}"' for shape in odd])
        message = f"{codes} {'is no ward' if len(odd) == 1 else 'are no wards'} of {directory.area.name}."
        yield Finding(shapes.origin, (*odd[0].at, "properties", "gss"), message, _TODAY)


@warning(
    "ward-shape",
    title="Every ward has a shape, where there are shapes",
    reason="A map with a hole in it says that nobody lives there.",
    source=Sources.OURS,
)
def wards_have_shapes(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Where there is a `wards.geojson`, it has a feature for each ward."""
    shapes = _judged(directory)
    without = [ward.name for ward in directory.wards_file.wards if shapes and ward.gss not in shapes.by_gss]
    if shapes and without:
        message = f"There is no shape of {spell_some(without)}."
        yield Finding(shapes.origin, (), message, "Make the file again with pact area boundaries or shapes.")


@error(
    "shape-far",
    title="A ward's shape is where its postcodes are",
    reason="A map that shows a ward in another place sends people there.",
    source=Sources.OURS,
)
def shapes_are_near_their_postcodes(directory: Directory, as_of: date) -> Iterator[Finding]:
    """At least one postcode of a ward lies in its shape, or within 1 km of it."""
    shapes = directory.ward_shapes
    far = frozenset(_fit(directory, shapes).far) if shapes else frozenset()
    for shape in shapes.shapes if shapes else ():
        if shapes and shape.gss in far:
            name = directory.ward_by_gss[shape.gss].name if shape.gss in directory.ward_by_gss else shape.gss
            message = f"This shape of {name} is more than 1 km from every postcode of that ward."
            yield Finding(shapes.origin, shape.at, message, "Put the code right, or draw the shape again.")


@error(
    "superseded-shapes",
    title="Ward shapes are those of the wards of today",
    reason="Wards are drawn anew every few years and keep their names; an old map answers wrongly.",
    source=Sources.OURS,
)
def shapes_are_of_today(directory: Directory, as_of: date) -> Iterator[Finding]:
    """At least 90 in 100 postcodes lie in the shape of the ward they belong to."""
    shapes = directory.ward_shapes
    if shapes is None:
        return
    from .ground import SUPERSEDED  # noqa: PLC0415 - loaded only where there is a shape

    fit = _fit(directory, shapes)
    if fit.share < SUPERSEDED:
        message = f"Only {_per_cent(fit)} postcodes lie in the shape of their ward: these are superseded wards."
        yield Finding(shapes.origin, (), message, _TODAY)


@warning(
    "postcode-outside-shape",
    title="Every postcode lies in the official shape of its ward",
    reason="Where table and shape disagree, one of the two is wrong or out of date.",
    source=Sources.OURS,
)
def postcodes_lie_in_official_shapes(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No postcode lies outside its ward's shape. Indicative shapes are drawn from postcodes and not judged."""
    shapes = directory.ward_shapes
    if shapes is None or shapes.indicative:
        return
    from .ground import SUPERSEDED, SURE  # noqa: PLC0415

    fit = _fit(directory, shapes)
    if not fit.astray or fit.share < SUPERSEDED:
        return
    names = spell_some([row.postcode for row in fit.astray])
    message = f"{names} {'lies' if len(fit.astray) == 1 else 'lie'} outside the shape of the ward the table gives"
    hint = "Mend a wrong line with pact area postcodes; one or two on a boundary are usual, and can be exempted."
    if fit.share < SURE:
        message += f" ({count(len(fit.astray), 'postcode')} of {fit.counted:,}; only {_per_cent(fit)} of all fit)"
        hint = f"This many mean that some wards have changed. {_TODAY}"
    table = directory.postcodes
    at = ("rows", table.rows.index(fit.astray[0]))
    yield Finding(table.origin, at, f"{message}.", hint, (shapes.origin.path,))


@warning(
    "shape-overlap",
    title="Ward shapes do not lie across each other",
    reason="A place is in one ward.",
    source=Sources.OURS,
)
def shapes_keep_apart(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No two shapes have ground in common that is wider than 40 m, the play of edges simplified to 20 m."""
    shapes = directory.ward_shapes
    if shapes is None:
        return
    from .ground import overlapping  # noqa: PLC0415

    pairs = overlapping([shape.area for shape in shapes.shapes])
    for one, other in islice(pairs, _PAIRS_SAID):
        first, second = (_name(directory, shapes.shapes[number].gss) for number in (one, other))
        message = f"The shape of {second} lies across that of {first}."
        hint = "Make the file again with pact area boundaries, which keeps shared borders together."
        yield Finding(shapes.origin, shapes.shapes[other].at, message, hint)


def _judged(directory: Directory) -> "ShapeFile | None":
    """The shapes, where the list of wards they are held against is whole."""
    return None if directory.wards_file.origin.path in directory.incomplete else directory.ward_shapes


def _fit(directory: Directory, shapes: "ShapeFile") -> "Fit":
    from .ground import fit  # noqa: PLC0415

    return fit(shapes.by_gss, directory.postcodes, _FAR_OFF)


def _name(directory: Directory, gss: str) -> str:
    ward = directory.ward_by_gss.get(gss)
    return ward.name if ward else gss


def _per_cent(fit: "Fit") -> str:
    """Rounded down, so that what is not all is never called all."""
    return f"{int(fit.share * 100)} in 100"
