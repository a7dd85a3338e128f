"""The coverage map: what is covered and what is not, on a map, as a list and in numbers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from ..model.area import Ward
from .cards import pact_ref, ward_ref
from .index import Index
from .map_parts import AreaMap
from .maps import area_map
from .parts import Ref, WardRef
from .ward_lines import WardLine, ward_line

HOW_COVERED = ("covered", "perhaps", "outside", "none", "unchecked")
_PARTS = 1_000_000
"""Of the ground of a ward, shared out in whole numbers."""
WARD_KINDS = ("whole", "part", "none", "unchecked")


@dataclass(frozen=True, slots=True)
class WardFigure:
    """How many wards are covered in a way: whole, part, none (checked) or unchecked; `share` is a percentage."""

    kind: str
    wards: int
    share: float


@dataclass(frozen=True, slots=True)
class PeopleFigure:
    """How many postcodes, and how many electors, are covered in a way; the shares are percentages.

    `how` is covered; perhaps (a PACT covers part of the ward, and nobody has drawn which); outside (PACTs
    cover parts of the ward, and these are in none of them); none (checked) or unchecked. None stands for
    numbers the record does not have.
    """

    how: str
    postcodes: int | None
    postcode_share: float
    electors: int | None
    elector_share: float


@dataclass(frozen=True, slots=True)
class Shared:
    """A ward with ground that more than one PACT covers; `is_whole` says that it is all of the ward."""

    ward: WardRef
    pacts: tuple[Ref, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Town:
    """The wards of one town, with their numbers on the map; 0 where there is none."""

    name: str
    wards: tuple[tuple[int, WardLine], ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The coverage map. `map` is None where nobody has drawn the wards.

    Electors are an estimate where `is_estimate` says so: those of a ward covered in part are shared out by
    postcodes. `electors_missing` counts the wards whose electors nobody has written down.
    """

    map: AreaMap | None
    towns: tuple[Town, ...]
    none: tuple[WardLine, ...]
    unchecked: tuple[WardLine, ...]
    in_part: tuple[WardLine, ...]
    shared: tuple[Shared, ...]
    wards: tuple[WardFigure, ...]
    all_wards: int
    people: tuple[PeopleFigure, ...]
    all_postcodes: int
    twice_postcodes: int
    all_electors: int
    electors_missing: int
    is_estimate: bool


def map_page(index: Index) -> MapPage:
    """The page of the coverage map."""
    shown = area_map(index)
    lines = {ward.gss: ward_line(index, ward) for ward in index.wards}
    kinds = {ward.gss: ward_kind(index, ward) for ward in index.wards}
    shares = _shares(index)
    return MapPage(
        map=shown,
        towns=towns(index, shown),
        none=tuple(lines[gss] for gss, kind in kinds.items() if kind == "none"),
        unchecked=tuple(lines[gss] for gss, kind in kinds.items() if kind == "unchecked"),
        in_part=tuple(lines[gss] for gss, kind in kinds.items() if kind == "part"),
        shared=_shared(index),
        wards=_ward_figures(kinds),
        all_wards=len(kinds),
        people=_people_figures(_postcodes(index), _electors(index, shares)),
        all_postcodes=len(index.directory.postcodes),
        twice_postcodes=sum(len(covered.by) > 1 for covered in index.coverage.of_postcode.values()),
        all_electors=sum(ward.electors.count for ward in index.wards if ward.electors),
        electors_missing=sum(ward.electors is None for ward in index.wards),
        is_estimate=any(len(shares[ward.gss]) > 1 for ward in index.wards if ward.electors),
    )


def towns(index: Index, shown: AreaMap | None) -> tuple[Town, ...]:
    """The wards by town, in the order of their numbers on the map of the area."""
    numbers = {area.gss: area.number for area in shown.areas} if shown else {}
    by_town: dict[str, list[tuple[int, WardLine]]] = {}
    for ward in index.wards:
        by_town.setdefault(ward.place or "", []).append((numbers.get(ward.gss, 0), ward_line(index, ward)))
    return tuple(Town(name, tuple(wards)) for name, wards in sorted(by_town.items()))


def ward_kind(index: Index, ward: Ward) -> str:
    """How a ward is covered: whole, part, none (checked) or unchecked."""
    cover = index.coverage.of_ward(ward.gss)
    if cover == "none":
        return "none" if ward.checked_on else "unchecked"
    return "part" if cover == "outside" else cover


def _shared(index: Index) -> tuple[Shared, ...]:
    """The wards with ground that more than one PACT covers, as far as that is known."""
    lines = []
    for ward in index.wards:
        here = index.coverage.in_ward.get(ward.gss, ())
        pairs = (pair for pair in combinations(here, 2) if index.coverage.share_ground(ward.gss, *pair))
        if ids := {pact.id for pair in pairs for pact in pair}:
            pacts = tuple(pact_ref(pact) for pact in here if pact.id in ids)
            whole = sum(ward.gss not in pact.facts.coverage.part_of for pact in here)
            lines.append(Shared(ward_ref(index, ward.gss), pacts, is_whole=whole > 1))
    return tuple(lines)


def _postcodes(index: Index) -> Counter[str]:
    """The postcodes of the area by how they are covered."""
    return Counter(how for found in _postcodes_of(index).values() for how in found.elements())


def _postcodes_of(index: Index) -> Mapping[str, Counter[str]]:
    """The postcodes of each ward by how they are covered."""
    found: dict[str, Counter[str]] = {}
    for row in index.directory.postcodes:
        covered = index.coverage.of_postcode[row.postcode]
        how = "covered" if covered.by else ("perhaps" if covered.perhaps_by else "outside")
        ward = index.directory.ward_by_gss.get(row.gss)
        if ward and not index.coverage.in_ward.get(row.gss):
            how = "none" if ward.checked_on else "unchecked"
        found.setdefault(row.gss, Counter())[how] += 1
    return found


def _electors(index: Index, shares: Mapping[str, Counter[str]]) -> Counter[str]:
    """The electors of the area by how they are covered."""
    found: Counter[str] = Counter()
    for ward in index.wards:
        if ward.electors:
            found.update(_shared_out(ward.electors.count, shares[ward.gss]))
    return found


def _shares(index: Index) -> Mapping[str, Counter[str]]:
    """How much of each ward is covered in each way: in postcodes; in parts of its ground where it has none."""
    postcodes = _postcodes_of(index)
    return {ward.gss: postcodes.get(ward.gss) or _shares_of_ground(index, ward) for ward in index.wards}


def _shares_of_ground(index: Index, ward: Ward) -> Counter[str]:
    """A ward's shares as far as can be said without its postcodes."""
    kind = index.coverage.of_ward(ward.gss)
    drawn = index.coverage.share_drawn(ward.gss)
    if kind == "outside" and drawn is not None:
        covered = round(drawn * _PARTS)
        return +Counter({"covered": covered, "outside": _PARTS - covered})
    kind = ward_kind(index, ward)
    return Counter({{"whole": "covered", "part": "perhaps"}.get(kind, kind): 1})


def _shared_out(number: int, shares: Counter[str]) -> Mapping[str, int]:
    """A number shared out by shares, to whole numbers that add up to it: the largest share takes what is over."""
    total = shares.total()
    parts = {how: number * count // total for how, count in shares.items()}
    parts[shares.most_common(1)[0][0]] += number - sum(parts.values())
    return parts


def _ward_figures(kinds: Mapping[str, str]) -> tuple[WardFigure, ...]:
    found = Counter(kinds.values())
    return tuple(WardFigure(kind, found[kind], _share(found[kind], len(kinds))) for kind in WARD_KINDS)


def _people_figures(postcodes: Counter[str], electors: Counter[str]) -> tuple[PeopleFigure, ...]:
    """A line for each way of being covered that is to be found."""
    return tuple(
        PeopleFigure(
            how,
            postcodes[how] if postcodes else None,
            _share(postcodes[how], postcodes.total()),
            electors[how] if electors else None,
            _share(electors[how], electors.total()),
        )
        for how in HOW_COVERED
        if postcodes[how] or electors[how]
    )


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
