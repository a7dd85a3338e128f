"""The search page: what there is to look through, for those who would rather look than type."""

from dataclasses import dataclass

from .. import addresses
from .index import Index
from .parts import Ref

SEARCHED = frozenset({
    "ward", "pact", "action_log", "meeting", "newsletter", "news", "agency", "topic", "councillors", "rules",
    "accessibility", "hand_written",
})  # fmt: skip
"""The kinds of page that search finds: not lists, which repeat what other pages say."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Find your PACT, search every page, or look through the lists: how long each is, and every topic."""

    wards: int
    pacts: int
    meetings: int
    topics: tuple[Ref, ...]


def search_page(index: Index) -> SearchPage:
    """The search page."""
    return SearchPage(
        wards=len(index.wards),
        pacts=len(index.pacts),
        meetings=len(index.meetings),
        topics=tuple(Ref(topic.name, addresses.topic(topic.id)) for topic in index.directory.topics),
    )
