"""The poster of a meeting to come: what a passer-by reads from two steps away."""

from dataclasses import dataclass
from datetime import timedelta

from ...model.meeting import MeetingKind
from ...model.pact import PactKind
from ..index import Index, PactMeeting
from ..shortening import shorten
from .hours import Length, length_between
from .kinds import PaperKind, Sheet, sheet

POSTER_DAYS = (timedelta(days=10), timedelta(days=7))
"""How long before a meeting its poster goes up (Kent "How to" guide: start advertising 7 to 10 days before)."""
_MOST_TRAVEL, _MOST_AGENCY = 260, 80
_FAIR_ROUTE, _SHORT_ROUTE = 420, 150
_LENGTHS = ((28, "short"), (60, "middle"), (110, "long"))


@dataclass(frozen=True, slots=True)
class PosterPage:
    """A poster. `headline` is a code of the words; `name_size` and `place_size` say how long those are.

    `fair_route` and `short_route` are for paper, where there is little room and least; `travel` and the names
    of `agencies` are shortened where they are long. `length` is how long it takes, where its end is known.
    """

    sheet: Sheet
    headline: str
    name_size: str
    place_size: str
    route: str
    fair_route: str
    short_route: str
    length: Length | None
    travel: str
    audiences: tuple[str, ...]
    agencies: tuple[str, ...]


def poster_page(index: Index, one: PactMeeting) -> PosterPage:
    """The poster of a meeting."""
    facts = one.meeting.facts
    agencies = (index.directory.agency_by_id.get(agency_id) for agency_id in facts.agencies_expected)
    top = sheet(index, one, PaperKind.POSTER)
    place = top.card.place
    return PosterPage(
        sheet=top,
        headline=_headline(one),
        name_size=text_size(one.pact.facts.name),
        place_size=text_size(place.name if place else ""),
        route=facts.route or "",
        fair_route=shorten(facts.route or "", _FAIR_ROUTE),
        short_route=shorten(facts.route or "", _SHORT_ROUTE),
        length=length_between(facts.date, facts.start, facts.end),
        travel=shorten(place.travel if place else "", _MOST_TRAVEL),
        audiences=facts.audiences,
        agencies=tuple(shorten(agency.name, _MOST_AGENCY) for agency in agencies if agency),
    )


def text_size(text: str) -> str:
    """How long a text is, as a code for the size of its letters: short, middle, long or longest."""
    return next((code for most, code in _LENGTHS if len(text) <= most), "longest")


def _headline(one: PactMeeting) -> str:
    kind = one.meeting.facts.kind
    if one.pact.facts.kind is PactKind.YOUTH and kind in {MeetingKind.PANEL, MeetingKind.OPEN}:
        return "youth"
    return kind.value
