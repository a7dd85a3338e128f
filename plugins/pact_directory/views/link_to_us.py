"""The box other sites can show: a plain link to this directory, or straight to a ward or a PACT."""

from dataclasses import dataclass

from .. import addresses
from .index import Index
from .parts import Ref


@dataclass(frozen=True, slots=True)
class LinkToUsPage:
    """Text to copy. `ward` and `pact` stand for all others; None where the record has none yet."""

    ward: Ref | None
    pact: Ref | None


def link_to_us_page(index: Index) -> LinkToUsPage:
    """The page for people who look after other websites."""
    pact = next((pact for pact in index.pacts if index.closes_gap(pact)), None)
    gss = pact.facts.wards[0] if pact else (index.wards[0].gss if index.wards else "")
    ward = index.directory.ward_by_gss.get(gss)
    return LinkToUsPage(
        ward=Ref(ward.name, index.ward_address[ward.gss]) if ward else None,
        pact=Ref(pact.facts.name, addresses.pact(pact.id)) if pact else None,
    )
