"""Every address, and the ways between them."""

from itertools import product
from urllib.parse import urljoin

import pytest

from pact_directory import addresses
from pact_directory.addresses import Address, Links, UnknownAddressError, file_path, relative, ward_addresses
from tests.factories import a_ward

SITE = (
    addresses.HOME,
    addresses.WARDS,
    Address("/wards/luton/"),
    addresses.PACTS,
    addresses.pact("luton"),
    addresses.pact_actions("luton"),
    addresses.meeting("luton", "2026-03-12-surgery"),
    addresses.meeting("st-marys", "2026-03-12"),
    addresses.meetings_in(2026),
    addresses.agency("police"),
    addresses.topic("speeding"),
    addresses.RULES,
    addresses.STYLESHEET,
    addresses.NOT_FOUND,
)
LINKS = Links(frozenset(SITE))


@pytest.mark.parametrize("root", ["/", "/medway/", "/a/b/"])
def test_relative_links_lead_there_from_everywhere_under_any_root(root: str) -> None:
    for here, there in product(SITE, SITE):
        base = f"https://example.org{root.rstrip('/')}"
        assert urljoin(base + here, relative(here, there)) == base + there


def test_anchors() -> None:
    here, there = addresses.pact("luton"), addresses.pact_actions("luton")
    assert urljoin(here, LINKS.between(here, there, "action-1")) == f"{there}#action-1"
    assert LINKS.between(here, here, "contact") == "#contact"
    assert urljoin(here, LINKS.between(here, here)) == here
    assert LINKS.between(addresses.HOME, addresses.HOME) == "./"


@pytest.mark.parametrize(("root", "way"), [("/", "/wards/luton/"), ("/medway/", "/medway/wards/luton/")])
def test_the_error_page_is_asked_for_from_any_depth(root: str, way: str) -> None:
    links = Links(frozenset(SITE), root)
    assert links.between(addresses.NOT_FOUND, Address("/wards/luton/")) == way
    assert links.between(addresses.NOT_FOUND, Address("/wards/luton/"), "top") == f"{way}#top"
    assert links.between(addresses.NOT_FOUND, addresses.HOME) == root


@pytest.mark.parametrize(
    "there", ["/wards/nowhere/", "/wards/luton", "wards/luton/", "", "javascript:alert(1)", "//example.org/"]
)
@pytest.mark.parametrize("here", [addresses.HOME, addresses.NOT_FOUND])
def test_a_link_that_leads_nowhere_is_our_mistake(here: Address, there: str) -> None:
    with pytest.raises(UnknownAddressError, match="which the site does not have"):
        LINKS.between(here, Address(there))


def test_ward_addresses() -> None:
    wards = [
        a_ward("E05000001", name="Luton"),
        a_ward("E05000002", name="Castle"),
        a_ward("E05000003", name="CASTLE"),
        a_ward("E05000004", name="Hoo St. Werburgh & High Halstow"),
        a_ward("E05000005", name="\u041b\u0443\u0442\u043e\u043d"),
    ]
    assert ward_addresses(wards) == {
        "E05000001": "/wards/luton/",
        "E05000002": "/wards/castle-e05000002/",
        "E05000003": "/wards/castle-e05000003/",
        "E05000004": "/wards/hoo-st-werburgh-and-high-halstow/",
        "E05000005": "/wards/e05000005/",
    }


def test_a_ward_that_is_named_like_another_one_s_address_gets_its_own() -> None:
    wards = [a_ward("E05000002", name="Castle"), a_ward("E05000003", name="Castle")]
    wards.append(a_ward("E05000004", name="Castle E05000002"))
    assert len(set(ward_addresses(wards).values())) == 3


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/wards/luton/", "wards/luton/index.html"),
        ("/404.html", "404.html"),
        ("/site.css", "site.css"),
    ],
)
def test_files(address: str, file: str) -> None:
    assert file_path(Address(address)) == file


def test_aliases_lead_from_their_slugs() -> None:
    assert addresses.alias("Luton & Magpie Hall PACT") == "/pacts/luton-and-magpie-hall-pact/"
