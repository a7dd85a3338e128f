"""The parts of a map: wards with their numbers, ground drawn over them, meeting places."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .ground import Box
from .ward_lines import WardLine

if TYPE_CHECKING:
    from shapely import MultiPolygon

KINDS = ("whole", "twice", "part", "none", "unchecked", "around")
"""The kinds of ground, in the order of the legend."""


@dataclass(frozen=True, eq=False)
class MapArea:
    """A ward on a map.

    `kind` is how it is covered: whole, part (nobody has drawn which), none (checked) or unchecked; or around,
    of wards that are only there to show the way. Ground that is drawn by itself lies over it; on the map of a
    PACT, outside is the rest of such a ward.
    `covered_by` are the ids of the PACTs that cover all of it. `own` says that the map is about it. A ward
    farther off is drawn and no more: its `number` is 0.
    """

    gss: str
    number: int
    kind: str
    own: bool
    line: WardLine
    covered_by: frozenset[str]
    area: "MultiPolygon"

    @property
    def cover(self) -> str:
        """How the ward as a whole is covered: `outside` where its kind is that of the rest of it alone."""
        return "outside" if self.line.has_gap else self.kind


@dataclass(frozen=True, eq=False)
class MapGround:
    """Ground drawn over the wards: `kind` is whole (a PACT that goes by no ward's border) or twice."""

    kind: str
    area: "MultiPolygon"


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place where a PACT meets, by its letter on the map."""

    letter: str
    name: str
    address: str
    easting: float
    northing: float


@dataclass(frozen=True, eq=False)
class AreaMap:
    """A map. `form` is area, pact or ward; `areas` are in order of their numbers.

    `undrawn` are wards the map is about that the record has no shape of. `indicative` says that the edges
    are drawn from postcodes and not official; `attribution` is the line the shapes' licence asks for.
    """

    form: str
    box: Box
    areas: tuple[MapArea, ...]
    grounds: tuple[MapGround, ...]
    points: tuple[MapPoint, ...]
    undrawn: tuple[WardLine, ...]
    indicative: bool
    attribution: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of ground that are to be seen, for the legend, in the order of `KINDS`."""
        seen = {area.kind for area in self.areas} | {ground.kind for ground in self.grounds}
        return tuple(kind for kind in KINDS if kind in seen)

    def is_one_ground(self, here: MapArea, there: MapArea) -> bool:
        """Tell whether a PACT covers both of two wards, so that the border between them divides nothing."""
        return bool(here.covered_by & there.covered_by) or (self.form == "pact" and here.own and there.own)

    def is_subject(self, area: MapArea) -> bool:
        """Tell whether a heavy line goes round an area: not on the map of all of them."""
        return self.form != "area" and area.own and (area.kind != "outside" or self.form == "ward")

    @property
    def own(self) -> tuple[MapArea, ...]:
        """The wards the map is about."""
        return tuple(area for area in self.areas if area.own)

    @property
    def others(self) -> tuple[MapArea, ...]:
        """The wards around them."""
        return tuple(area for area in self.areas if area.number and not area.own)
