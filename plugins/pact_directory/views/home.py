"""The front page."""

from dataclasses import dataclass

from .. import addresses
from .cards import meeting_card
from .index import Index
from .map_page import Town, towns
from .map_parts import AreaMap
from .maps import area_map
from .parts import MeetingCard, Ref, Tally
from .progress import tally
from .wards import WardCounts, ward_counts

NEXT_MEETINGS = 4


@dataclass(frozen=True, slots=True)
class HomePage:
    """Find your PACT: by ward, by problem, by date; and how complete the list is."""

    map: AreaMap | None
    towns: tuple[Town, ...]
    topics: tuple[Ref, ...]
    meetings: tuple[MeetingCard, ...]
    counts: WardCounts
    tally: Tally


def home_page(index: Index) -> HomePage:
    """The front page."""
    shown = area_map(index)
    return HomePage(
        map=shown,
        towns=towns(index, shown),
        topics=tuple(Ref(topic.name, addresses.topic(topic.id)) for topic in index.directory.topics),
        meetings=tuple(meeting_card(index, one) for one in index.upcoming[:NEXT_MEETINGS]),
        counts=ward_counts(index),
        tally=tally(tuple(card for pact in index.pacts for card in index.actions_of[pact.id])),
    )
