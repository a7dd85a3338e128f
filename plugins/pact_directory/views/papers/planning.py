"""Every page of papers, with what makes its context: what the site map plans from."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ... import addresses
from ...addresses import Address
from ..index import Index, PactMeeting
from .chair import chair_page
from .kinds import PaperKind, Print, paper_address, papers_of, prints_of
from .overview import papers_page
from .poster import poster_page
from .thanks import thank_you_page
from .walkabout import clipboard_page
from .workshop import running_order_page, top_three_page

_PAGES: dict[PaperKind, Callable[[Index, PactMeeting], Any]] = {
    PaperKind.POSTER: poster_page,
    PaperKind.CLIPBOARD: clipboard_page,
    PaperKind.TOP_THREE: top_three_page,
    PaperKind.RUNNING_ORDER: running_order_page,
    PaperKind.CHAIR: chair_page,
    PaperKind.THANK_YOU: thank_you_page,
}
PlannedSheet = tuple[Address, str, Callable[[], Any], tuple[Print, ...]]
"""A page of papers: its address, its kind, how to make its context, and the PDFs it has."""


def sheets_of(index: Index, one: PactMeeting) -> Iterator[PlannedSheet]:
    """The page that lists a meeting's papers, and a page for each of them; nothing for a meeting without."""
    kinds = papers_of(index, one)
    if kinds:
        listing = addresses.meeting_papers(one.pact.id, one.meeting.stem)
        yield listing, "papers", partial(papers_page, index, one), ()
    for kind in kinds:
        context = partial(_PAGES[kind], index, one)
        yield paper_address(one, kind), kind.value, context, prints_of(one, kind)
