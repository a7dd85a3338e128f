"""Wards: the list of them all, and a page each, with a PACT or without."""

from dataclasses import dataclass
from datetime import date

from ..model.area import HeadCount, Link, Ward
from ..model.pact import PactKind, PactStatus
from ..publication import PublicPact
from .cards import meeting_card, pact_card, pact_ref, ward_contacts, ward_ref
from .index import Index
from .parts import ContactCard, IssueCard, MeetingCard, PactCard, Ref, WardRef


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency by id (words may have a shorter name for it) and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class WardLine:
    """A ward in a list. `state` is pact, none (checked) or unchecked; `others` are PACTs that close no gap.

    `checked_with` are the agencies who were asked on `checked_on` whether it has one.
    """

    ward: WardRef
    state: str
    pacts: tuple[Ref, ...]
    part_only: bool
    others: tuple[PactCard, ...]
    checked_on: date | None
    checked_with: tuple[AgencyName, ...]


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
class Town:
    """The wards of one town, by name."""

    name: str
    wards: tuple[WardLine, ...]


@dataclass(frozen=True, slots=True)
class WardsPage:
    """Every ward, by name."""

    lines: tuple[WardLine, ...]
    counts: WardCounts


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat on the council. `name` is empty without leave to publish it."""

    number: int
    name: str
    email: str
    vacant: bool


@dataclass(frozen=True, slots=True)
class WardPage:
    """One ward. `pacts` are those that count as its PACT; `others` are listed apart and close no gap.

    `meetings` come after the next one of each, which its card has. `anchor` is the ward's place on the
    councillors' page.
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
    parishes: tuple[str, ...]
    electors: HeadCount | None
    nearby: tuple[Ref, ...]
    links: tuple[Link, ...]


def ward_line(index: Index, ward: Ward) -> WardLine:
    """A ward for a list."""
    here = index.pacts_in_ward[ward.gss]
    closing = [pact for pact in here if index.closes_gap(pact)]
    others = [pact for pact in here if not index.closes_gap(pact) and _is_worth_listing(pact)]
    state = "pact" if closing else ("none" if ward.checked_on else "unchecked")
    return WardLine(
        ward=ward_ref(index, ward.gss),
        state=state,
        pacts=tuple(pact_ref(pact) for pact in closing),
        part_only=bool(closing) and all(ward.gss in pact.facts.coverage.part_of for pact in closing),
        others=tuple(pact_card(index, pact) for pact in others),
        checked_on=ward.checked_on,
        checked_with=tuple(_agency_name(index, agency) for agency in ward.checked_with),
    )


def _is_worth_listing(pact: PublicPact) -> bool:
    """Forums of chairs cover every ward and a closed PACT helps nobody find one: neither is listed by ward."""
    return pact.facts.kind is not PactKind.FORUM and pact.facts.status is not PactStatus.CLOSED


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


def towns(index: Index) -> tuple[Town, ...]:
    """The wards by town, towns and wards by name."""
    by_town: dict[str, list[WardLine]] = {}
    for ward in index.wards:
        by_town.setdefault(ward.place or "", []).append(ward_line(index, ward))
    return tuple(Town(name, tuple(lines)) for name, lines in sorted(by_town.items()))


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
        if one.pact.id in here and one is not index.upcoming_of[one.pact.id][0] and _is_worth_listing(one.pact)
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
        parishes=ward.parishes,
        electors=ward.electors,
        nearby=_nearby(index, ward),
        links=ward.local_links,
    )


def key_issues(index: Index, pact: PublicPact) -> tuple[IssueCard, ...]:
    """The key issues of a PACT, each with what is being done about it."""
    return tuple(issue for issue in index.issues_of[pact.id] if issue.status == "key")


def seats(index: Index, ward: Ward) -> tuple[Seat, ...]:
    """Every seat of a ward and who holds it on the day."""
    holders = {one.seat: one for one in ward.councillors if one.sits_on(index.as_of)}
    return tuple(
        Seat(number, one.name or "", one.email or "", vacant=False)
        if (one := holders.get(number))
        else Seat(number, "", "", vacant=True)
        for number in range(1, ward.seats + 1)
    )


def ward_anchor(index: Index, ward: Ward) -> str:
    """The ward's place on the councillors' page: the last part of its own address."""
    return index.ward_address[ward.gss].strip("/").rsplit("/", 1)[-1]


def _agency_name(index: Index, agency_id: str) -> AgencyName:
    agency = index.directory.agency_by_id.get(agency_id)
    return AgencyName(agency_id, agency.name if agency else agency_id)


def _nearby(index: Index, ward: Ward) -> tuple[Ref, ...]:
    """PACTs of the other wards of the same town, for a ward without one."""
    found = {
        pact.id: pact_ref(pact)
        for other in index.wards
        if other.place and other.place == ward.place and other.gss != ward.gss
        for pact in index.pacts_in_ward[other.gss]
        if index.closes_gap(pact) and ward.gss not in pact.facts.wards
    }
    return tuple(sorted(found.values(), key=lambda ref: ref.name))
