"""The record's own shapes: of its wards, and of a PACT that covers less than whole wards."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from ..model.record import FieldPath, Origin
from ..model.shapes import Shape, ShapeFile
from ..model.types import read_gss, read_words
from .faults import Fault
from .geojson import Feature, FeatureFault, GeoJson, Limits, parse_geojson
from .place import Place

_OF_WARDS = Limits(features=1_000, points=100_000)
"""The 300 wards of a county, simplified to 20 m, have about 40,000 points; more than 100,000 takes half a second
to read at each check, and megabytes on a map."""
_OF_A_PACT = Limits(features=100, points=20_000)


class ShapesRead(NamedTuple):
    """The shapes of a file, None where anything is wrong with it; every fault; where the features stand."""

    file: ShapeFile | None
    faults: tuple[FeatureFault, ...]
    place: Place


def read_ward_shapes(content: bytes, origin: Origin) -> ShapesRead:
    """Read `wards.geojson`: a feature for each ward, its code in the property `gss`."""
    return _read(content, origin, _OF_WARDS, _with_codes)


def read_boundary(content: bytes, origin: Origin) -> ShapesRead:
    """Read a PACT's `coverage.geojson`: what it covers of the wards it covers in part."""
    return _read(content, origin, _OF_A_PACT, lambda features, faults: [_shape(one, "") for one in features])


def _read(
    content: bytes,
    origin: Origin,
    limits: Limits,
    shapes_of: Callable[[tuple[Feature, ...], list[FeatureFault]], list[Shape]],
) -> ShapesRead:
    found = parse_geojson(content, limits)
    faults = [*found.faults, *_head_faults(found)]
    shapes = shapes_of(found.features, faults)
    place = Place(1, 1, {"features": Place(1, 1, {n: Place(*spot) for n, spot in enumerate(found.spots)})})
    if faults:
        return ShapesRead(None, tuple(faults), place)
    attribution = read_words(found.head.get("attribution", ""))
    indicative = found.head.get("indicative", False)
    return ShapesRead(ShapeFile(origin, tuple(shapes), indicative, attribution), (), place)


def _head_faults(found: GeoJson) -> Iterator[FeatureFault]:
    if not isinstance(found.head.get("indicative", False), bool):
        message = "indicative is neither true nor false."
        yield _of_file("not-yes-or-no", message, "Write true where the shapes are not official, without quotes.")
    try:
        read_words(found.head.get("attribution", ""))
    except PydanticCustomError as error:
        said = error.context or {}
        yield _of_file(error.type, f"The attribution is not plain words. {said['said']}", said["hint"])


def _of_file(code: str, message: str, hint: str) -> FeatureFault:
    return FeatureFault((), Fault(code, 1, 1, message, hint))


def _with_codes(features: tuple[Feature, ...], faults: list[FeatureFault]) -> list[Shape]:
    """The wards' shapes by their codes; a code that is missing, odd or there twice is a fault."""
    seen: dict[str, int] = {}
    shapes = []
    for feature in features:
        gss = feature.properties.get("gss")
        if gss is None:
            message = "This shape does not say which ward it is: the property gss is missing."
            faults.append(_of_feature(feature, "missing", message, 'Add "gss": "E05014459" to its properties.'))
            continue
        try:
            code = read_gss(gss if isinstance(gss, str | list | dict) else str(gss))
        except PydanticCustomError as error:
            said: dict[str, Any] = error.context or {}
            faults.append(_of_feature(feature, error.type, said["said"], said["hint"]))
            continue
        first = seen.setdefault(code, feature.number)
        if first != feature.number:
            message = f'"{code}" has two shapes; the other is feature {first + 1}.'
            hint = "Put the parts of a ward together in one feature, a MultiPolygon, or take one away."
            faults.append(_of_feature(feature, "shape-twice", message, hint))
        shapes.append(_shape(feature, code))
    return shapes


def _of_feature(feature: Feature, code: str, message: str, hint: str) -> FeatureFault:
    return FeatureFault(_at(feature), Fault(code, *feature.spot, message, hint))


def _shape(feature: Feature, gss: str) -> Shape:
    return Shape(_at(feature), gss, feature.area)


def _at(feature: Feature) -> FieldPath:
    return ("features", feature.number)
