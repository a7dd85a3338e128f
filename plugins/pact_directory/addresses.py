"""Every address of the site, once.

An `Address` is a path from the site's root: pages end in a slash ("/pacts/luton/"), files do not
("/site.css"). Pages link to each other relatively, so that the site works in any folder of any server;
feeds, PDF and mail need the whole address.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NewType

from .model.area import Ward
from .model.names import slug

Address = NewType("Address", str)
_ENDS_IN_CODE = re.compile(r"(^|-)[ewsnk][0-9]{8}\Z")

HOME = Address("/")
WARDS = Address("/wards/")
PACTS = Address("/pacts/")
MEETINGS = Address("/meetings/")
ACTIONS = Address("/actions/")
AGENCIES = Address("/agencies/")
TOPICS = Address("/topics/")
COUNCILLORS = Address("/councillors/")
NEWSLETTERS = Address("/newsletters/")
TODO = Address("/todo/")
MAP = Address("/map/")
SEARCH = Address("/search/")
RULES = Address("/about/rules/")
LINK_TO_US = Address("/about/link-to-us/")
ACCESSIBILITY = Address("/accessibility/")
NOT_FOUND = Address("/404.html")
SITEMAP = Address("/sitemap.xml")
HEADERS = Address("/_headers")
STYLESHEET = Address("/site.css")
PALETTE = Address("/palette.css")
ICON = Address("/icon.svg")
FINDER_SCRIPT = Address("/finder.js")
FINDER_ANSWERS = Address("/finder-answers.js")
FINDER_DATA = Address("/finder.json")
SEARCH_SCRIPT = Address("/search.js")
SEARCH_INDEX = Address("/pagefind/pagefind.js")
MAP_SCRIPT = Address("/map.js")
MAP_FRAME = Address("/map/zoom/")
COPY_SCRIPT = Address("/copy.js")
ZOOM_SCRIPT = Address("/map/zoom/map.js")
ZOOM_STYLES = Address("/map/zoom/map.css")
LEAFLET = Address("/map/zoom/leaflet.js")

START_A_PACT = Address("/start-a-pact/")
ABOUT = Address("/about/")
CONTACT = Address("/contact/")
PRIVACY = Address("/privacy/")
HAND_WRITTEN = (START_A_PACT, ABOUT, CONTACT, PRIVACY)
"""Pages the shell links to that stand in `content/`, for an adopter to rewrite."""
FILES = (
    STYLESHEET,
    ICON,
    FINDER_SCRIPT,
    FINDER_ANSWERS,
    FINDER_DATA,
    SEARCH_SCRIPT,
    SEARCH_INDEX,
    MAP_SCRIPT,
    MAP_FRAME,
    COPY_SCRIPT,
)
"""Files that pages ask for, besides pages."""


class UnknownAddressError(LookupError):
    """A link to an address the site does not have: a mistake of ours, never of a volunteer's."""


def pact(pact_id: str) -> Address:
    """The page of a PACT."""
    return Address(f"/pacts/{pact_id}/")


def pact_actions(pact_id: str) -> Address:
    """The action log of a PACT."""
    return Address(f"/pacts/{pact_id}/actions/")


def meeting(pact_id: str, stem: str) -> Address:
    """The page of a meeting."""
    return Address(f"/pacts/{pact_id}/meetings/{stem}/")


def meeting_papers(pact_id: str, stem: str) -> Address:
    """Posters, words for the press and the other papers of a meeting to come."""
    return Address(f"{meeting(pact_id, stem)}papers/")


def meeting_paper(pact_id: str, stem: str, code: str) -> Address:
    """One paper of a meeting, to read or to print: its poster, the chair's sheet, ..."""
    return Address(f"{meeting_papers(pact_id, stem)}{code}/")


def newsletter(pact_id: str, stem: str) -> Address:
    """The newsletter after a meeting."""
    return Address(f"/pacts/{pact_id}/newsletters/{stem}/")


def newsletters_in(year: int) -> Address:
    """Every newsletter of a year."""
    return Address(f"/newsletters/{year}/")


def news(pact_id: str) -> Address:
    """Everything new at a PACT, newest first."""
    return Address(f"/pacts/{pact_id}/news/")


def document(pact_id: str, name: str) -> Address:
    """A document or picture of a PACT."""
    return Address(f"/pacts/{pact_id}/documents/{name}")


def calendar(of: Address) -> Address:
    """The calendar of the meetings that a page is about: "/" the area's, or a PACT's, a ward's, a meeting's."""
    return Address(f"{of}calendar.ics")


def feed(of: Address) -> Address:
    """The feed of what is new on a page: "/" the area's, or a PACT's, a ward's, an agency's."""
    return Address(f"{of}feed.xml")


def pdf(of: Address, name: str) -> Address:
    """The paper form of a page; `name` is what the file is called once it is saved."""
    return Address(f"{of}{name}.pdf")


def meetings_of_kind(kind: str) -> Address:
    """Every meeting of a kind."""
    return Address(f"/meetings/{kind}/")


def meetings_in(year: int) -> Address:
    """Every meeting of a year."""
    return Address(f"/meetings/{year}/")


def agency(agency_id: str) -> Address:
    """The page of an agency."""
    return Address(f"/agencies/{agency_id}/")


def topic(topic_id: str) -> Address:
    """The page of a topic."""
    return Address(f"/topics/{topic_id}/")


def alias(name: str) -> Address:
    """The address that another name of a PACT redirects from."""
    return Address(f"/pacts/{slug(name)}/")


def ward_addresses(wards: Iterable[Ward]) -> Mapping[str, Address]:
    """The page of each ward, by GSS code; where a name is not the ward's alone, its code is in the address."""
    by_slug: dict[str, list[str]] = {}
    for ward in wards:
        by_slug.setdefault(slug(ward.name), []).append(ward.gss)
    return {
        gss: Address(f"/wards/{f'{name}-{gss.lower()}'.lstrip('-') if _needs_code(name, codes) else name}/")
        for name, codes in by_slug.items()
        for gss in codes
    }


def _needs_code(name: str, codes: Sequence[str]) -> bool:
    # A name that ends like a code could pass for another ward's address.
    return len(codes) > 1 or not name or _ENDS_IN_CODE.search(name) is not None


def file_path(address: Address) -> str:
    """The file an address is written to, relative to the site's folder."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def relative(here: Address, there: Address) -> str:
    """The way from one page to another, as a browser follows it: up to the root, then down."""
    return "../" * (here.count("/") - 1) + there[1:] or "./"


@dataclass(frozen=True)
class Links:
    """Makes every link of the site and refuses one that leads nowhere.

    `root` is the path the site is served under ("/" or "/medway/"): the page shown for a wrong address can
    be asked for from any depth, so its links begin there. `base` is the site's whole address with a slash
    at the end, for what leaves the site: feeds, paper, mail. Empty where it is not known.
    """

    known: frozenset[Address]
    root: str = "/"
    base: str = ""

    def between(self, here: Address, there: Address, anchor: str = "") -> str:
        """The link from one page to another, or to a place on it."""
        if there not in self.known:
            raise UnknownAddressError(f"{here} links to {there}, which the site does not have")
        fragment = f"#{anchor}" if anchor else ""
        if here == NOT_FOUND:
            return self.root.rstrip("/") + there + fragment
        if here == there and fragment:
            return fragment
        return relative(here, there) + fragment

    def whole(self, there: Address, anchor: str = "") -> str:
        """The whole address of a page, for what leaves the site; empty where the site's own is not known."""
        if there not in self.known:
            raise UnknownAddressError(f"the whole address of {there}, which the site does not have, is asked for")
        fragment = f"#{anchor}" if anchor else ""
        return f"{self.base}{there[1:]}{fragment}" if self.base else ""
