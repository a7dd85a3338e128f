"""Everything new at a PACT: its updates whole, and the rest by year."""

from dataclasses import dataclass
from itertools import groupby

from ..publication import PublicPact
from .cards import pact_ref
from .index import Index
from .keep_in_touch import KeepInTouch, keep_pact
from .news import NewsEntry
from .parts import Ref


@dataclass(frozen=True, slots=True)
class NewsPage:
    """All the news of a PACT, newest first: updates whole, and everything else by year."""

    pact: Ref
    keep: KeepInTouch
    updates: tuple[NewsEntry, ...]
    years: tuple[tuple[int, tuple[NewsEntry, ...]], ...]


def news_page(index: Index, of: PublicPact) -> NewsPage:
    """The page of everything new at a PACT."""
    entries = index.news_of[of.id]
    others = [entry for entry in entries if entry.kind != "update"]
    return NewsPage(
        pact=pact_ref(of),
        keep=keep_pact(of),
        updates=tuple(entry for entry in entries if entry.kind == "update"),
        years=tuple((year, tuple(of_year)) for year, of_year in groupby(others, lambda one: one.on.year)),
    )
