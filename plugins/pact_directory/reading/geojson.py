"""GeoJSON of any origin: its areas on the National Grid, and everything wrong with it by line and column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from shapely import MultiPolygon

from ..model.quoting import shown
from ..model.record import FieldPath
from .faults import FAULT_LIMIT, Fault
from .json_text import JsonText, Spot, UnreadableError
from .polygons import FlawError, area_of
from .text import decode

_WGS84 = re.compile(r"(.*\b(CRS84|EPSG:[0-9.]*:?4326)|WGS ?84)\Z", re.IGNORECASE)
_OF_THE_WHOLE_FILE = frozenset({"swapped-axes", "grid-metres", "web-map-metres"})
_ELSEWHERE = _OF_THE_WHOLE_FILE | {"not-in-britain"}
_START = Spot(1, 1)
_EXPORT = "Export the shapes as GeoJSON: a FeatureCollection, with a feature for each area."


class FeatureFault(NamedTuple):
    """A fault, and the way to what it is about: ("features", 2), or nothing for the whole file."""

    at: FieldPath
    fault: Fault


@dataclass(frozen=True, eq=False)
class Feature:
    """One faultless feature.

    `number` counts from 0; `spot` is where it begins in the file; `area` is valid, in National Grid metres
    (easting, northing). `properties` holds what the file says, of any kind.
    """

    number: int
    spot: Spot
    properties: Mapping[str, Any]
    area: MultiPolygon


@dataclass(frozen=True, eq=False)
class GeoJson:
    """What a GeoJSON file holds.

    `head` is its top-level members besides the features; `spots` says where each feature stands, faulty ones
    too. With any faults, `features` holds those that have none.
    """

    head: Mapping[str, Any]
    features: tuple[Feature, ...]
    faults: tuple[FeatureFault, ...]
    spots: tuple[Spot, ...] = ()


class Limits(NamedTuple):
    """How many features and points a file may have before it is too much for a page."""

    features: int
    points: int


def parse_geojson(content: bytes | str, limits: Limits | None = None) -> GeoJson:
    """Read a GeoJSON file of areas, in WGS 84 as the standard has it.

    Every fault is a value, never an exception; what cannot be followed any further ends the reading. Work
    grows in step with the file. Without `limits` a file may have any number of features and points.
    """
    text = decode(content) if isinstance(content, bytes) else content
    if isinstance(text, Fault):
        return GeoJson(MappingProxyType({}), (), (FeatureFault((), text),))
    gathered = _Gathered(limits)
    try:
        _read(JsonText(text), gathered)
    except UnreadableError as error:
        gathered.faults.append(FeatureFault(gathered.at, error.fault))
    return gathered.result()


@dataclass
class _Gathered:
    """What was found so far."""

    limits: Limits | None
    head: dict[str, Any] = field(default_factory=dict)
    features: list[Feature] = field(default_factory=list)
    faults: list[FeatureFault] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    at: FieldPath = ()
    points: int = 0

    def has_room(self, points: int) -> bool:
        """Count points, and tell whether so many may still be read."""
        self.points += points
        return self.limits is None or self.points <= self.limits.points

    def is_full(self) -> bool:
        """Tell whether a feature more is one too many."""
        return self.limits is not None and len(self.spots) >= self.limits.features

    def complain(self, code: str, spot: Spot, message: str, hint: str) -> None:
        """Take a fault down; what is true of every point in the file is said once."""
        if code in _OF_THE_WHOLE_FILE and any(said.fault.code == code for said in self.faults):
            return
        self.faults.append(FeatureFault(self.at, Fault(code, *spot, message, hint)))

    def result(self) -> GeoJson:
        """Everything found; where the file names another grid, that is the one fault of place."""
        faults = self.faults
        if any(said.fault.code == "other-grid" for said in faults):
            faults = [said for said in faults if said.fault.code not in _ELSEWHERE]
        return GeoJson(MappingProxyType(self.head), tuple(self.features), tuple(faults), tuple(self.spots))


def _read(json: JsonText, gathered: _Gathered) -> None:
    if json.next_sign() != "{":
        message = "This file is not GeoJSON." if json.next_sign() else "This file is empty."
        gathered.complain("not-geojson", _START, message, _EXPORT)
        return
    seen: set[str] = set()
    for name in json.members():
        spot = json.spot
        if name in seen:
            message = f"The name {shown(name)} is written twice in one group."
            raise UnreadableError(Fault("duplicate-key", *spot, message, "Keep one of them."))
        seen.add(name)
        if name == "features" and json.next_sign() == "[":
            _read_features(json, gathered)
            continue
        gathered.head[name] = json.value()
        if name == "crs":
            _check_crs(gathered.head[name], spot, gathered)
    json.end()
    _check_head(gathered, has_features="features" in seen)


def _read_features(json: JsonText, gathered: _Gathered) -> None:
    for number in json.elements():
        gathered.at = ("features", number)
        spot = json.spot
        if gathered.is_full():
            message = f"A feature more than the {number:,} that can be shown begins here."
            raise UnreadableError(
                Fault("too-many-features", *spot, message, "Leave out what is not of this area.")
            )
        gathered.spots.append(spot)
        _add(json.value(), number, spot, gathered)
        if len(gathered.faults) == FAULT_LIMIT - 1:
            raise UnreadableError(Fault("too-many-faults", *spot, "There are more faults than these.", _EXPORT))
    gathered.at = ()


def _add(feature: object, number: int, spot: Spot, gathered: _Gathered) -> None:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        gathered.complain("not-a-feature", spot, "This is not a feature as GeoJSON has them.", _EXPORT)
        return
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        gathered.complain("odd-properties", spot, "The properties of this feature are not named values.", _EXPORT)
        return
    try:
        area = area_of(feature.get("geometry"), gathered.has_room)
    except FlawError as found:
        if found.flaw.code == "too-many-points":
            raise UnreadableError(Fault(found.flaw.code, *spot, *found.flaw[1:])) from found
        gathered.complain(found.flaw.code, spot, *found.flaw[1:])
        return
    gathered.features.append(Feature(number, spot, MappingProxyType(properties), area))


def _check_crs(crs: object, spot: Spot, gathered: _Gathered) -> None:
    """An old way to name a grid; GeoJSON of today has none, and means WGS 84."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if crs is None or (isinstance(name, str) and _WGS84.match(name.strip())):
        return
    message = f"The file says that its points are in {shown(name) if name else 'another grid'}."
    hint = "Export it as GeoJSON in WGS 84 (EPSG:4326): longitude first, then latitude."
    gathered.complain("other-grid", spot, message, hint)


def _check_head(gathered: _Gathered, *, has_features: bool) -> None:
    if gathered.head.get("type") != "FeatureCollection" or "features" in gathered.head or not has_features:
        message = "This file is not a collection of features."
        gathered.complain("not-geojson", _START, message, _EXPORT)
    elif not gathered.spots:
        message = "There is no shape in this file."
        gathered.complain("no-features", _START, message, "Draw one, or delete the file.")
