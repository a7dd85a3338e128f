"""The front page."""

from dataclasses import dataclass

from .. import addresses
from .cards import meeting_card
from .index import Index
from .keep_in_touch import KeepInTouch, keep_area
from .map_page import Town, towns
from .map_parts import AreaMap
from .maps import area_map
from .news import NewsEntry, for_page
from .parts import MeetingCard, Ref, Tally
from .progress import tally
from .wards import WardCounts, ward_counts

NEXT_MEETINGS = 4
NEWEST = 5


@dataclass(frozen=True, slots=True)
class HomePage:
    """Find your PACT: by ward, by problem, by date; and how complete the list is."""

    map: AreaMap | None
    towns: tuple[Town, ...]
    topics: tuple[Ref, ...]
    meetings: tuple[MeetingCard, ...]
    news: tuple[NewsEntry, ...]
    keep: KeepInTouch
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
        news=for_page(index.news, index.as_of)[:NEWEST],
        keep=keep_area(index),
        counts=ward_counts(index),
        tally=tally(tuple(card for pact in index.pacts for card in index.actions_of[pact.id])),
    )
