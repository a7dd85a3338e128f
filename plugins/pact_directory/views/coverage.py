"""Who covers what: the area of each PACT, and the PACTs of each postcode."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model.postcodes import Postcode
from ..publication import PublicDirectory, PublicPact

if TYPE_CHECKING:
    from shapely import MultiPolygon


class Covered(NamedTuple):
    """The PACTs of one postcode, by id, in the order they were given.

    `by` cover it; `perhaps_by` cover part of its ward, and nobody has drawn which; `not_by` cover part of
    its ward, and this is outside.
    """

    by: tuple[str, ...]
    perhaps_by: tuple[str, ...]
    not_by: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Coverage:
    """What a number of PACTs cover together. Areas are in National Grid metres."""

    directory: PublicDirectory
    pacts: tuple[PublicPact, ...]

    @cached_property
    def area_of(self) -> "Mapping[str, MultiPolygon]":
        """The area of each PACT by its id, where it can be drawn."""
        found = {pact.id: self._area(pact) for pact in self.pacts}
        return {pact_id: area for pact_id, area in found.items() if area is not None}

    def _area(self, pact: PublicPact) -> "MultiPolygon | None":
        from shapely import union_all  # noqa: PLC0415 - loaded only where something is drawn

        from ..model.shapes import as_areas  # noqa: PLC0415

        wards = self.directory.ward_shapes
        whole = [gss for gss in pact.facts.wards if gss not in pact.facts.coverage.part_of]
        if (pact.facts.coverage.part_of and pact.boundary is None) or not pact.facts.wards:
            return None
        if whole and (wards is None or any(gss not in wards.by_gss for gss in whole)):
            return None
        areas = [wards.by_gss[gss] for gss in whole] if wards else []
        if pact.boundary is not None:
            areas.append(pact.boundary.whole)
        return as_areas(union_all(areas))

    @cached_property
    def of_postcode(self) -> Mapping[str, Covered]:
        """The PACTs of every postcode of the area."""
        in_ward: dict[str, list[PublicPact]] = {}
        for pact in self.pacts:
            for gss in pact.facts.wards:
                in_ward.setdefault(gss, []).append(pact)
        by_ward: dict[str, list[Postcode]] = {}
        for row in self.directory.postcodes:
            by_ward.setdefault(row.gss, []).append(row)
        found: dict[str, Covered] = {}
        for gss, rows in by_ward.items():
            found.update(_covered(gss, rows, in_ward.get(gss, [])))
        return {row.postcode: found[row.postcode] for row in self.directory.postcodes}


def _covered(gss: str, rows: list[Postcode], pacts: list[PublicPact]) -> Mapping[str, Covered]:
    """The PACTs of the postcodes of one ward."""
    sides = [_sides(gss, rows, pact) for pact in pacts]
    return {
        row.postcode: Covered(
            *(
                tuple(pact.id for pact, side in zip(pacts, sides, strict=True) if side[number] is wanted)
                for wanted in (True, None, False)
            )
        )
        for number, row in enumerate(rows)
    }


def _sides(gss: str, rows: list[Postcode], pact: PublicPact) -> list[bool | None]:
    """For each postcode of a ward, whether the PACT covers it; None where nobody has drawn it."""
    if gss not in pact.facts.coverage.part_of:
        return [True] * len(rows)
    if pact.boundary is None:
        return [None] * len(rows)
    from shapely import intersects_xy, prepare  # noqa: PLC0415

    whole = pact.boundary.whole
    prepare(whole)
    inside = intersects_xy(whole, [row.easting for row in rows], [row.northing for row in rows])
    return [bool(one) for one in inside]
