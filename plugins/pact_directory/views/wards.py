"""Wards: the list of them all, and a page each, with a PACT or without."""

from dataclasses import dataclass

from ..model.area import HeadCount, Link, Ward
from ..model.pact import PactStatus
from ..publication import PublicPact
from .cards import meeting_card, pact_card, pact_ref, ward_contacts
from .councillors import WardDesk, ward_desk
from .index import Index
from .keep_in_touch import KeepInTouch, keep_ward
from .map_parts import AreaMap
from .maps import ward_map
from .parts import ContactCard, IssueCard, MeetingCard, PactCard, Ref
from .seats import Seat, seats
from .ward_lines import WardLine, is_worth_listing, ward_anchor, ward_line


@dataclass(frozen=True, slots=True)
class WardCounts:
    """How complete the list is: wards with a PACT, without one, and not yet checked; PACTs by standing."""

    wards: int
    with_pact: int
    without: int
    unchecked: int
    checked: int
    confirmed: int
    reported: int


@dataclass(frozen=True, slots=True)
class WardsPage:
    """Every ward, by name."""

    lines: tuple[WardLine, ...]
    counts: WardCounts


@dataclass(frozen=True, slots=True)
class WardPage:
    """One ward. `pacts` are those that count as its PACT; `others` are listed apart and close no gap.

    `meetings` come after the next one of each, which its card has. `anchor` is the ward's place on the
    councillors' page, `desk` what its councillors need.
    """

    line: WardLine
    anchor: str
    gss: str
    pacts: tuple[PactCard, ...]
    others: tuple[PactCard, ...]
    meetings: tuple[MeetingCard, ...]
    issues: tuple[IssueCard, ...]
    contacts: tuple[ContactCard, ...]
    seats: tuple[Seat, ...]
    desk: WardDesk
    parishes: tuple[str, ...]
    electors: HeadCount | None
    map: AreaMap | None
    nearby: tuple[Ref, ...]
    links: tuple[Link, ...]
    keep: KeepInTouch | None


def ward_counts(index: Index) -> WardCounts:
    """How complete the list is."""
    states = [ward_line(index, ward).state for ward in index.wards]
    return WardCounts(
        wards=len(states),
        with_pact=states.count("pact"),
        without=states.count("none"),
        unchecked=states.count("unchecked"),
        checked=sum(ward.checked_on is not None for ward in index.wards),
        confirmed=sum(pact.facts.status in {PactStatus.ACTIVE, PactStatus.PAUSED} for pact in index.pacts),
        reported=sum(pact.facts.status is PactStatus.REPORTED for pact in index.pacts),
    )


def wards_page(index: Index) -> WardsPage:
    """The page of every ward."""
    return WardsPage(tuple(ward_line(index, ward) for ward in index.wards), ward_counts(index))


def ward_page(index: Index, ward: Ward) -> WardPage:
    """The page of one ward."""
    line = ward_line(index, ward)
    closing = [pact for pact in index.pacts_in_ward[ward.gss] if index.closes_gap(pact)]
    here = {pact.id for pact in index.pacts_in_ward[ward.gss]} if line.others else {pact.id for pact in closing}
    # A PACT's card says when it meets next; these are the ones after that.
    meetings = [
        one
        for one in index.upcoming
        if one.pact.id in here and one is not index.upcoming_of[one.pact.id][0] and is_worth_listing(one.pact)
    ]
    return WardPage(
        line=line,
        anchor=ward_anchor(index, ward),
        gss=ward.gss,
        pacts=tuple(pact_card(index, pact) for pact in closing),
        others=line.others,
        meetings=tuple(meeting_card(index, one) for one in meetings[:4]),
        issues=tuple(issue for pact in closing for issue in key_issues(index, pact)),
        contacts=ward_contacts(index, ward),
        seats=seats(index, ward),
        desk=ward_desk(index, ward),
        parishes=ward.parishes,
        electors=ward.electors,
        map=ward_map(index, ward),
        nearby=_nearby(index, ward),
        links=ward.local_links,
        keep=keep_ward(index, ward),
    )


def key_issues(index: Index, pact: PublicPact) -> tuple[IssueCard, ...]:
    """The key issues of a PACT, each with what is being done about it."""
    return tuple(issue for issue in index.issues_of[pact.id] if issue.status == "key")


def _nearby(index: Index, ward: Ward) -> tuple[Ref, ...]:
    """PACTs of the wards around, for a ward without one."""
    found = {
        pact.id: pact_ref(pact)
        for other in index.wards
        if _is_near(index, ward, other)
        for pact in index.pacts_in_ward[other.gss]
        if index.closes_gap(pact) and ward.gss not in pact.facts.wards
    }
    return tuple(sorted(found.values(), key=lambda ref: ref.name))


def _is_near(index: Index, ward: Ward, other: Ward) -> bool:
    """Tell whether another ward borders on a ward; where nobody drew it, whether it is of the same town."""
    if ward.gss in index.ground.beside:
        return other.gss in index.ground.beside[ward.gss]
    return bool(other.place) and other.place == ward.place and other.gss != ward.gss
