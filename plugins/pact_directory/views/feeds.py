"""Feeds of what is new: the area's, each PACT's, each ward's and each agency's."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .. import addresses
from ..addresses import Address
from .index import Index
from .news import NewsEntry, newest_first

ENTRIES = 30
"""The entries of a feed: the newest. All of them are on the pages."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the page it tells news of, whose it is, as a code of the words and a name, and its entries."""

    address: Address
    page: Address
    of: str
    name: str
    entries: tuple[NewsEntry, ...]


def feeds(index: Index) -> Iterator[Feed]:
    """Every feed of the site, entries newest first."""
    yield _feed(addresses.HOME, "area", index.directory.area.name, index.news)
    for pact in index.pacts:
        here, news = addresses.pact(pact.id), index.news_of[pact.id]
        yield _feed(here, "pact", pact.facts.name, news)
        for former in pact.facts.former_ids:  # news readers go on asking where they were told to
            yield replace(
                _feed(here, "pact", pact.facts.name, news), address=addresses.feed(addresses.pact(former))
            )
    for ward in index.wards:
        told = [entry for pact in index.pacts_in_ward[ward.gss] for entry in index.news_of[pact.id][:ENTRIES]]
        yield _feed(index.ward_address[ward.gss], "ward", ward.name, newest_first(told))
    led: dict[Address | None, list[NewsEntry]] = defaultdict(list)
    for entry in index.news:
        led[entry.led_by].append(entry)
    for agency in index.directory.agencies:
        page = addresses.agency(agency.id)
        yield _feed(page, "agency", agency.name, tuple(led[page]))


def _feed(page: Address, of: str, name: str, entries: tuple[NewsEntry, ...]) -> Feed:
    return Feed(addresses.feed(page), page, of, name, entries[:ENTRIES])


def feed_addresses(index: Index) -> frozenset[Address]:
    """Where the feeds are."""
    pages = [addresses.HOME, *index.ward_address.values()]
    pages += [addresses.pact(known_as) for pact in index.pacts for known_as in (pact.id, *pact.facts.former_ids)]
    pages += [addresses.agency(agency.id) for agency in index.directory.agencies]
    return frozenset(addresses.feed(page) for page in pages)
