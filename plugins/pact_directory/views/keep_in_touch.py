"""How to keep in touch with what a page is about: its calendar, its feed, and somebody to ask."""

from dataclasses import dataclass

from .. import addresses
from ..addresses import Address
from ..model.area import Agency, Ward
from ..publication import PublicPact
from .cards import pact_contact
from .index import Index
from .parts import ContactCard


@dataclass(frozen=True, slots=True)
class KeepInTouch:
    """How to keep in touch. `of` is area, pact, ward or agency, and `name` its name.

    An agency holds no meetings of its own: no `calendar`. `contact` is whom to ask to be told: a PACT's
    secretary, or whoever keeps the list.
    """

    of: str
    name: str
    calendar: Address | None
    feed: Address
    contact: ContactCard | None


def keep_area(index: Index) -> KeepInTouch:
    """How to keep in touch with every PACT of the area."""
    area = index.directory.area
    return _keep("area", area.name, addresses.HOME, None)


def keep_pact(pact: PublicPact) -> KeepInTouch:
    """How to keep in touch with a PACT."""
    return _keep("pact", pact.facts.name, addresses.pact(pact.id), pact_contact(pact))


def keep_ward(index: Index, ward: Ward) -> KeepInTouch | None:
    """How to keep in touch with the PACTs of a ward: where there is but one, through its secretary."""
    if not index.pacts_in_ward[ward.gss]:
        return None
    closing = [pact for pact in index.pacts_in_ward[ward.gss] if index.closes_gap(pact)]
    contact = pact_contact(closing[0]) if len(closing) == 1 else None
    return _keep("ward", ward.name, index.ward_address[ward.gss], contact)


def keep_agency(agency: Agency) -> KeepInTouch:
    """How to follow what an agency does for the PACTs."""
    page = addresses.agency(agency.id)
    return KeepInTouch("agency", agency.name, None, addresses.feed(page), None)


def _keep(of: str, name: str, page: Address, contact: ContactCard | None) -> KeepInTouch:
    return KeepInTouch(of, name, addresses.calendar(page), addresses.feed(page), contact)
