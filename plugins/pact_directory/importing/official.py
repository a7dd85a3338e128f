"""Official ward boundaries: whose shape each feature of a file is, and whether they are the wards of today."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely import MultiPolygon

from ..model.area import Ward
from ..model.names import fold
from ..model.postcodes import Postcode
from ..model.shapes import as_areas, inside_of
from ..reading.geojson import Feature
from ..rules.ground import SUPERSEDED, SURE
from .code_list import plain_ward
from .together import Areas, Simplified, edges_shared, outside_their_ward, simplified

_TOLERANCES = (20, 15, 10, 5, 2, 0)
_TEXT = re.compile(r".*[^\W\d_]", re.DOTALL)


@dataclass(frozen=True)
class Matched:
    """Which shapes of a file belong to which wards.

    `by` is the property that told, and `is_code` whether it holds codes rather than names. `areas` are the
    wards' shapes; `no_shape` wards the file has none for; `strangers` features that hold postcodes of the
    area under a name no ward has; `elsewhere` how many features lie outside the area.
    """

    by: str
    is_code: bool
    areas: Areas
    no_shape: tuple[Ward, ...]
    strangers: tuple[str, ...]
    elsewhere: int


@dataclass(frozen=True)
class Judged:
    """How the shapes agree with the postcode table: of `total` postcodes, `outside` are not in their ward's."""

    total: int
    outside: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of postcodes that lie in the shape of their own ward."""
        return 1 - len(self.outside) / self.total if self.total else 1.0

    @property
    def is_superseded(self) -> bool:
        """Tell whether these cannot be the wards of the table."""
        return self.share < SUPERSEDED

    @property
    def is_doubtful(self) -> bool:
        """Tell whether too many postcodes lie outside for anybody to be sure."""
        return self.share < SURE


def matched(features: Sequence[Feature], wards: Sequence[Ward], postcodes: Sequence[Postcode]) -> Matched:
    """Find out which property of a file names the wards, and which feature is which ward.

    The property is the one that tells the most wards; codes come before names. Names are compared with
    "&" read as "and", full stops dropped, "Ward" and "ED" left off, and every spelling of the record, Welsh
    ones too. Where several features have one ward's name, those with postcodes of the area are meant.
    """
    known = _known(wards)
    by = _telling_property(features, known)
    told: dict[str, list[Feature]] = defaultdict(list)
    strangers = []
    for feature in features:
        gss = known.get(_key(feature.properties.get(by)))
        if gss:
            told[gss].append(feature)
        else:
            strangers.append(feature)
    areas = {gss: _area(told[gss], postcodes) for gss in sorted(told)}
    inside = [one for one in strangers if inside_of(one.area, postcodes).any()]
    values = [one.properties.get(by) for found in told.values() for one in found]
    return Matched(
        by=by,
        is_code=any(value in areas for value in values),
        areas=areas,
        no_shape=tuple(ward for ward in wards if ward.gss not in areas),
        strangers=tuple(_label(feature, by) for feature in inside),
        elsewhere=len(strangers) - len(inside),
    )


def judged(areas: Areas, postcodes: Sequence[Postcode]) -> Judged:
    """Hold the shapes against the table. A ward without a shape has all of its postcodes outside."""
    return Judged(len(postcodes), outside_their_ward(areas, postcodes))


def drawn(areas: Areas, postcodes: Sequence[Postcode]) -> Simplified:
    """Make the shapes simple enough for a page, 20 metres at most; finer where a postcode would move.

    Ground that two wards of the file claim goes to one of them first.
    """
    if not shapely.coverage_is_valid(list(areas.values())):
        areas = edges_shared(areas)
    return simplified(areas, postcodes, _TOLERANCES)


def _key(value: Any) -> str:
    return fold(plain_ward(value)) if isinstance(value, str) else ""


def _known(wards: Iterable[Ward]) -> Mapping[str, str]:
    """The ward's code by everything it may be called; what could be two wards is nobody's."""
    found: dict[str, set[str]] = defaultdict(set)
    for ward in wards:
        for name in (ward.gss, ward.name, *ward.spellings, *_both_halves((ward.name, *ward.spellings))):
            found[_key(name)].add(ward.gss)
    return {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1 and key}


def _both_halves(names: Iterable[str]) -> Iterable[str]:
    """Each half of a name in two languages: "Caerdydd - Cardiff"."""
    return [half for name in names if " - " in name for half in plain_ward(name).split(" - ")]


def _telling_property(features: Iterable[Feature], known: Mapping[str, str]) -> str:
    """The property that names most wards; empty where none names any. Codes win, then the first in the file."""
    told: dict[str, set[str]] = {}
    codes: dict[str, int] = defaultdict(int)
    for feature in features:
        for name, value in feature.properties.items():
            gss = known.get(_key(value))
            if gss:
                told.setdefault(name, set()).add(gss)
                codes[name] += value == gss
    return max(told, key=lambda name: (len(told[name]), codes[name]), default="")


def _area(features: Sequence[Feature], postcodes: Sequence[Postcode]) -> MultiPolygon:
    """The shape of a ward: all the features that are it."""
    if len(features) > 1:
        here = [one for one in features if inside_of(one.area, postcodes).any()]
        features = here or features[:1]
    return as_areas(shapely.union_all([one.area for one in features]))


def _label(feature: Feature, by: str) -> str:
    """What to call a feature that is no ward of ours: the telling property, or the first one with letters."""
    values = [feature.properties.get(by), *feature.properties.values()]
    names = (value for value in values if isinstance(value, str) and _TEXT.match(value))
    return next(names, f"feature {feature.number + 1}")[:80]
