"""Who covers what: the area of each PACT, and the PACTs of each postcode."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model.postcodes import Postcode, PostcodeTable
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


class Overlap(NamedTuple):
    """Ground that two PACTs cover, by their ids."""

    pacts: tuple[str, str]
    area: "MultiPolygon"


_SLIVER = 20.0
"""Metres: two areas whose edges were simplified to 20 m may overlap by as much at either edge and mean nothing."""
_NEARLY = 0.98
"""The part of a ward that, covered, leaves nothing out: the rest is the play of edges."""


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
    def in_ward(self) -> Mapping[str, tuple[PublicPact, ...]]:
        """The PACTs that cover each ward or part of it, by code; no code of a ward without one."""
        found: dict[str, list[PublicPact]] = {}
        for pact in self.pacts:
            for gss in pact.facts.wards:
                found.setdefault(gss, []).append(pact)
        return {gss: tuple(pacts) for gss, pacts in found.items()}

    def of_ward(self, gss: str) -> str:
        """How a ward is covered: whole, part (nobody has drawn which), outside (which is drawn), none."""
        here = self.in_ward.get(gss, ())
        if not here or any(gss not in pact.facts.coverage.part_of for pact in here):
            return "whole" if here else "none"
        if self._leaves_nothing_out(gss):
            return "whole"
        return "part" if any(pact.boundary is None for pact in here) else "outside"

    def _leaves_nothing_out(self, gss: str) -> bool:
        """Tell whether the parts of a ward that are drawn come to the whole of it."""
        if rows := self._rows_of.get(gss):
            return all(self.of_postcode[row.postcode].by for row in rows)
        return (self.share_drawn(gss) or 0) >= _NEARLY

    def share_drawn(self, gss: str) -> float | None:
        """How much of the ground of a ward lies in drawn parts, 0 to 1; None where nobody drew the ward."""
        from shapely import union_all  # noqa: PLC0415

        wards = self.directory.ward_shapes
        area = wards.by_gss.get(gss) if wards else None
        if area is None or not area.area:
            return None
        drawn = union_all([pact.boundary.whole for pact in self.in_ward.get(gss, ()) if pact.boundary])
        return float(area.intersection(drawn).area / area.area)

    def share_ground(self, gss: str, one: PublicPact, other: PublicPact) -> bool:
        """Tell whether two PACTs of a ward cover the same ground of it, as far as anybody knows."""
        parts = [pact for pact in (one, other) if gss in pact.facts.coverage.part_of]
        drawn = [pact.boundary.whole for pact in parts if pact.boundary is not None]
        if not drawn or len(drawn) < len(parts):
            return len(parts) < 2  # noqa: PLR2004 - of two parts only drawings can tell
        from shapely import intersection_all  # noqa: PLC0415

        wards = self.directory.ward_shapes
        ward = [wards.by_gss[gss]] if wards and gss in wards.by_gss else []
        return not _without_slivers(intersection_all([*drawn, *ward])).is_empty

    @cached_property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Ground that two PACTs cover, as far as it is drawn; slivers along simplified edges are left out."""
        if len(self.area_of) < 2:  # noqa: PLR2004 - it takes two
            return ()
        from shapely import STRtree  # noqa: PLC0415

        from ..model.shapes import as_areas  # noqa: PLC0415

        ids, areas = list(self.area_of), list(self.area_of.values())
        pairs = STRtree(areas).query(areas, predicate="intersects").T.tolist()
        found = []
        for one, other in sorted(pair for pair in pairs if pair[0] < pair[1]):
            both = _without_slivers(areas[one].intersection(areas[other]))
            if not both.is_empty:
                found.append(Overlap((ids[one], ids[other]), as_areas(both)))
        return tuple(found)

    @cached_property
    def _rows_of(self) -> Mapping[str, Sequence[Postcode]]:
        return PostcodeTable(rows=self.directory.postcodes).by_ward

    @cached_property
    def of_postcode(self) -> Mapping[str, Covered]:
        """The PACTs of every postcode of the area."""
        found: dict[str, Covered] = {}
        for gss, rows in self._rows_of.items():
            found.update(_covered(gss, rows, self.in_ward.get(gss, ())))
        return {row.postcode: found[row.postcode] for row in self.directory.postcodes}


def _without_slivers(area: Any) -> Any:
    """What of an overlap is wider than the play of two simplified edges."""
    return area.buffer(-_SLIVER).buffer(_SLIVER)


def _covered(gss: str, rows: Sequence[Postcode], pacts: tuple[PublicPact, ...]) -> Mapping[str, Covered]:
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


def _sides(gss: str, rows: Sequence[Postcode], pact: PublicPact) -> list[bool | None]:
    """For each postcode of a ward, whether the PACT covers it; None where nobody has drawn it."""
    if gss not in pact.facts.coverage.part_of:
        return [True] * len(rows)
    if pact.boundary is None:
        return [None] * len(rows)
    from ..model.shapes import inside_of  # noqa: PLC0415

    return [bool(one) for one in inside_of(pact.boundary.whole, rows)]
