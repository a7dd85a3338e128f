"""What each map shows: wards with their numbers, what is covered and how, and where meetings are held.

A map and the list beside it come from the same context, so that neither says more than the other. Areas are
in metres on the National Grid; nothing here knows how big the picture will be.
"""

from collections.abc import Collection, Iterable
from itertools import count

from ..model.area import Ward
from ..model.names import fold
from ..publication import PublicPact
from .ground import Box, bounds, frame, with_edge
from .index import Index
from .map_parts import AreaMap, MapArea, MapGround, MapPoint
from .ward_lines import ward_line


def area_map(index: Index) -> AreaMap | None:
    """Every ward of the area, numbered town by town; None where nobody has drawn any."""
    areas = index.ground.area_of
    ordered = sorted(index.wards, key=lambda ward: (ward.place or "", fold(ward.name), ward.gss))
    drawn = [ward for ward in ordered if ward.gss in areas]
    if not drawn:
        return None
    return AreaMap(
        form="area",
        box=with_edge(bounds(areas.values())),
        areas=_areas(index, [(ward, True, _kind(index, ward)) for ward in drawn], areas),
        grounds=_grounds(index, {ward.gss for ward in drawn}),
        points=(),
        undrawn=tuple(ward_line(index, ward) for ward in ordered if ward.gss not in areas),
        indicative=_is_indicative(index),
        attribution=_attribution(index),
    )


def ward_map(index: Index, ward: Ward) -> AreaMap | None:
    """A ward with the wards around it, and how each is covered; None where nobody has drawn it."""
    areas = index.ground.area_of
    if ward.gss not in areas:
        return None
    box = frame(bounds([areas[ward.gss]]))
    near = {ward.gss, *index.ground.beside[ward.gss]}
    shown = _in_order(index, {ward.gss}, near, box)
    return AreaMap(
        form="ward",
        box=box,
        areas=_areas(
            index,
            [(one, one.gss == ward.gss, _kind(index, one) if one.gss in near else "around") for one in shown],
            near,
        ),
        grounds=_grounds(index, near),
        points=(),
        undrawn=(),
        indicative=_is_indicative(index),
        attribution=_attribution(index),
    )


def pact_map(index: Index, pact: PublicPact) -> AreaMap | None:
    """What a PACT covers, among the wards around; None where none of its wards is drawn."""
    areas = index.ground.area_of
    wards = [gss for gss in pact.facts.wards if gss in areas]
    if not wards:
        return None
    box = _pact_box(index, pact, wards)
    beside = frozenset[str]().union(*(index.ground.beside[gss] for gss in wards))
    # Round a small part of a ward the map shows little, and not every neighbour of the ward.
    near = beside.intersection(index.ground.seen_in(box) if pact.boundary else beside).union(wards)
    shown = _in_order(index, wards, near, box)
    return AreaMap(
        form="pact",
        box=box,
        areas=_areas(index, [(ward, ward.gss in wards, _kind_for(pact, ward.gss)) for ward in shown], near),
        grounds=() if pact.boundary is None else (MapGround("whole", pact.boundary.whole),),
        points=_points(index, pact, box),
        undrawn=tuple(
            ward_line(index, index.directory.ward_by_gss[gss]) for gss in pact.facts.wards if gss not in areas
        ),
        indicative=_is_indicative(index),
        attribution=_attribution(index),
    )


def _pact_box(index: Index, pact: PublicPact, wards: Collection[str]) -> Box:
    """What the map of a PACT shows: its ground and some of what lies around, where anything does."""
    areas = index.ground.area_of
    subject = index.coverage_of_all.area_of.get(pact.id)
    if subject is None or not subject.area:
        return frame(bounds([areas[gss] for gss in wards]))
    return with_edge(bounds([subject])) if len(wards) == len(areas) else frame(bounds([subject]))


def _areas(index: Index, shown: Iterable[tuple[Ward, bool, str]], named: Collection[str]) -> tuple[MapArea, ...]:
    """The wards of a map, each with whether the map is about it and its kind; those named get numbers."""
    numbers = count(1)
    return tuple(
        MapArea(
            gss=ward.gss,
            number=next(numbers) if ward.gss in named else 0,
            kind=kind,
            own=own,
            line=ward_line(index, ward),
            covered_by=frozenset(
                pact.id
                for pact in index.coverage.in_ward.get(ward.gss, ())
                if ward.gss not in pact.facts.coverage.part_of
            ),
            area=index.ground.area_of[ward.gss],
        )
        for ward, own, kind in shown
    )


def _in_order(index: Index, own: Collection[str], near: Collection[str], box: Box) -> list[Ward]:
    """The wards a map is about, then those near, then any others that are seen in a box, each by name."""
    among = index.ground.seen_in(box).union(near)
    seen = (ward for ward in index.wards if ward.gss in among)
    return sorted(seen, key=lambda ward: (ward.gss not in own, ward.gss not in near))


def _kind(index: Index, ward: Ward) -> str:
    """How a ward is covered. Where the parts of it that are covered are drawn, this is the rest of it."""
    cover = index.coverage.of_ward(ward.gss)
    if cover in {"none", "outside"}:
        return "none" if ward.checked_on else "unchecked"
    return cover


def _kind_for(pact: PublicPact, gss: str) -> str:
    """How one PACT covers a ward."""
    if gss not in pact.facts.wards:
        return "around"
    if gss not in pact.facts.coverage.part_of:
        return "whole"
    return "part" if pact.boundary is None else "outside"


def _grounds(index: Index, shown: set[str]) -> tuple[MapGround, ...]:
    """What is drawn over the wards shown: parts with a border of their own, then ground covered twice."""
    here = [pact for pact in index.coverage.pacts if shown.intersection(pact.facts.wards)]
    covered = [MapGround("whole", pact.boundary.whole) for pact in here if pact.boundary is not None]
    among = {pact.id for pact in here}
    twice = [one.area for one in index.coverage.overlaps if among.issuperset(one.pacts)]
    return (*covered, *(MapGround("twice", area) for area in twice))


def _points(index: Index, pact: PublicPact, box: Box) -> tuple[MapPoint, ...]:
    """The places where a PACT usually meets, and meets next, that lie on its map."""
    coming = [one.meeting.facts.venue for one in index.upcoming_of[pact.id]]
    usual = pact.facts.meets.usual_venue
    found: list[MapPoint] = []
    for venue_id in dict.fromkeys(one for one in (usual, *coming) if one):
        venue = index.directory.venue_by_id.get(venue_id)
        if venue and venue.easting and venue.northing and box.holds(venue.easting, venue.northing):
            letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[len(found) % 26]
            found.append(MapPoint(letter, venue.name, venue.address or "", venue.easting, venue.northing))
    return tuple(found)


def _is_indicative(index: Index) -> bool:
    return index.directory.ward_shapes is not None and index.directory.ward_shapes.indicative


def _attribution(index: Index) -> str:
    return index.directory.ward_shapes.attribution if index.directory.ward_shapes else ""
