"""A ward in a list: whether it has a PACT, which, and who was asked."""

from dataclasses import dataclass
from datetime import date

from ..model.area import Ward
from ..model.pact import PactKind, PactStatus
from ..publication import PublicPact
from .cards import pact_card, pact_ref, ward_ref
from .index import Index
from .parts import PactCard, Ref, WardRef


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency by id (words may have a shorter name for it) and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class WardLine:
    """A ward in a list. `state` is pact, none (checked) or unchecked; `others` are PACTs that close no gap.

    `part_only` says that each covers part of it, `has_gap` that it is drawn which, and some of it is left out.
    `checked_with` are the agencies who were asked on `checked_on` whether it has one.
    """

    ward: WardRef
    state: str
    pacts: tuple[Ref, ...]
    part_only: bool
    has_gap: bool
    others: tuple[PactCard, ...]
    checked_on: date | None
    checked_with: tuple[AgencyName, ...]


def ward_line(index: Index, ward: Ward) -> WardLine:
    """A ward for a list."""
    here = index.pacts_in_ward[ward.gss]
    closing = [pact for pact in here if index.closes_gap(pact)]
    others = [pact for pact in here if not index.closes_gap(pact) and is_worth_listing(pact)]
    part_only = bool(closing) and all(ward.gss in pact.facts.coverage.part_of for pact in closing)
    state = "pact" if closing else ("none" if ward.checked_on else "unchecked")
    return WardLine(
        ward=ward_ref(index, ward.gss),
        state=state,
        pacts=tuple(pact_ref(pact) for pact in closing),
        part_only=part_only,
        has_gap=part_only and index.coverage.of_ward(ward.gss) == "outside",
        others=tuple(pact_card(index, pact) for pact in others),
        checked_on=ward.checked_on,
        checked_with=tuple(_agency_name(index, agency) for agency in ward.checked_with),
    )


def is_worth_listing(pact: PublicPact) -> bool:
    """Tell whether a list of a ward names a PACT.

    Forums of chairs cover every ward and a closed PACT helps nobody find one: neither is listed by ward.
    """
    return pact.facts.kind is not PactKind.FORUM and pact.facts.status is not PactStatus.CLOSED


def ward_anchor(index: Index, ward: Ward) -> str:
    """The ward's place on the councillors' page: the last part of its own address."""
    return index.ward_address[ward.gss].strip("/").rsplit("/", 1)[-1]


def _agency_name(index: Index, agency_id: str) -> AgencyName:
    agency = index.directory.agency_by_id.get(agency_id)
    return AgencyName(agency_id, agency.name if agency else agency_id)
