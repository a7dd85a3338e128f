"""Agencies: the list of them all, and a page each with what it leads on across PACTs."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..model.area import Agency
from .agenda import urgency
from .cards import pact_ref
from .index import Index
from .keep_in_touch import KeepInTouch, keep_agency
from .parts import ActionCard, ContactCard, Ref, Tally
from .progress import OPEN_CODES, tally


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in a list."""

    ref: Ref
    statutory: bool
    tally: Tally
    pacts: int


@dataclass(frozen=True, slots=True)
class AgenciesPage:
    """Every agency, by name."""

    lines: tuple[AgencyLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """One agency: what it leads on across PACTs, and where it is a member."""

    name: str
    statutory: bool
    ended_on: date | None
    contact: ContactCard | None
    report_url: str
    tally: Tally
    pact_count: int
    late: tuple[ActionCard, ...]
    open: tuple[ActionCard, ...]
    over: tuple[ActionCard, ...]
    member_of: tuple[tuple[Ref, date], ...]
    topics: tuple[Ref, ...]
    keep: KeepInTouch


def _led_by(index: Index) -> dict[str, tuple[ActionCard, ...]]:
    found: dict[str, list[ActionCard]] = {agency.id: [] for agency in index.directory.agencies}
    for pact in index.pacts:
        leads = {action.id: action.lead_agency for action in pact.actions}
        for card in index.actions_of[pact.id]:
            if (lead := leads[card.id]) in found:
                found[lead].append(card)
    return {agency: tuple(cards) for agency, cards in found.items()}


def agencies_page(index: Index) -> AgenciesPage:
    """Every agency, by name."""
    led = _led_by(index)
    lines = [
        AgencyLine(
            Ref(agency.name, addresses.agency(agency.id)),
            agency.statutory,
            tally(led[agency.id]),
            len({card.pact for card in led[agency.id]}),
        )
        for agency in index.directory.agencies
    ]
    return AgenciesPage(tuple(sorted(lines, key=lambda line: line.ref.name)))


def agency_page(index: Index, agency: Agency) -> AgencyPage:
    """The page of one agency."""
    cards = _led_by(index)[agency.id]
    late = tuple(sorted((card for card in cards if card.days_late or card.status == "blocked"), key=urgency))
    member_of = [
        (pact_ref(pact), member.since)
        for pact in index.pacts
        for member in pact.facts.members
        if member.agency == agency.id and member.belongs_on(index.as_of)
    ]
    return AgencyPage(
        name=agency.name,
        statutory=agency.statutory,
        ended_on=agency.to if agency.to and agency.to < index.as_of else None,
        contact=agency_contact(agency),
        report_url=agency.report_url or "",
        tally=tally(cards),
        pact_count=len({card.pact for card in cards}),
        late=late,
        open=tuple(card for card in cards if card.status in OPEN_CODES and card not in late),
        over=tuple(card for card in cards if card.status not in OPEN_CODES),
        member_of=tuple(member_of),
        topics=tuple(
            Ref(topic.name, addresses.topic(topic.id))
            for topic in index.directory.topics
            if agency.id in topic.agencies
        ),
        keep=keep_agency(agency),
    )


def agency_contact(agency: Agency) -> ContactCard | None:
    """Whom to ring or write to at an agency."""
    if not (agency.phone or agency.email):
        return None
    return ContactCard("agency", agency.name, agency.phone or "", agency.email or "")
