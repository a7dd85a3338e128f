"""What every page's frame knows: the area, the day, whom to tell about a mistake."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from .index import Index
from .zoom import has_zoom


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """The frame around every page. `navigation` pairs a code of the words with an address.

    `has_zoom` says that there is a map to zoom into.
    """

    area: str
    place: str
    demonstration: bool
    as_of: date
    partnership: str
    phone: str
    email: str
    post: str
    council_url: str
    forge: str
    has_zoom: bool
    navigation: tuple[tuple[str, Address], ...]
    footer: tuple[tuple[str, tuple[tuple[str, Address], ...]], ...]


_FIND = (
    ("home", addresses.HOME),
    ("wards", addresses.WARDS),
    ("pacts", addresses.PACTS),
    ("topics", addresses.TOPICS),
    ("map", addresses.MAP),
    ("search", addresses.SEARCH),
)
_FOLLOW = (
    ("meetings", addresses.MEETINGS),
    ("newsletters", addresses.NEWSLETTERS),
    ("actions", addresses.ACTIONS),
    ("councillors", addresses.COUNCILLORS),
    ("agencies", addresses.AGENCIES),
    ("start", addresses.START_A_PACT),
)
_ABOUT = (
    ("about", addresses.ABOUT),
    ("rules", addresses.RULES),
    ("link_to_us", addresses.LINK_TO_US),
    ("contact", addresses.CONTACT),
    ("accessibility", addresses.ACCESSIBILITY),
    ("privacy", addresses.PRIVACY),
)
_NAVIGATION = (*_FIND[:3], _FOLLOW[0], _FOLLOW[2], _FIND[3], _FOLLOW[3], _FOLLOW[5], ("search", addresses.SEARCH))


def site_frame(index: Index) -> SiteFrame:
    """The frame of this area's site."""
    area = index.directory.area
    return SiteFrame(
        area=area.name,
        place=area.place or area.name,
        demonstration=area.demonstration,
        as_of=index.as_of,
        partnership=area.csp.name,
        phone=area.csp.phone or "",
        email=area.csp.email or "",
        post=area.csp.address or "",
        council_url=area.council_url or "",
        forge=area.forge or "",
        has_zoom=has_zoom(index),
        navigation=_NAVIGATION,
        footer=(("find", _FIND), ("follow", _FOLLOW), ("about", _ABOUT)),
    )
