"""The clipboard sheet of a walkabout: where to go, what to look out for, and rows to write in."""

from dataclasses import dataclass

from ..index import Index, PactMeeting
from ..shortening import shorten
from .hours import Length, length_between
from .kinds import PaperKind, Sheet, sheet

_MOST_ROUTE, _MOST_ISSUE = 420, 100


@dataclass(frozen=True, slots=True)
class ClipboardPage:
    """The clipboard sheet. `issues` are the key issues to look out for; `route` is shortened where it is long."""

    sheet: Sheet
    route: str
    length: Length | None
    agencies: tuple[str, ...]
    issues: tuple[str, ...]


def clipboard_page(index: Index, one: PactMeeting) -> ClipboardPage:
    """The clipboard sheet of a walkabout to come."""
    facts = one.meeting.facts
    agencies = (index.directory.agency_by_id.get(agency_id) for agency_id in facts.agencies_expected)
    return ClipboardPage(
        sheet=sheet(index, one, PaperKind.CLIPBOARD),
        route=shorten(facts.route or "", _MOST_ROUTE),
        length=length_between(facts.date, facts.start, facts.end),
        agencies=tuple(agency.name for agency in agencies if agency),
        issues=tuple(
            shorten(issue.title, _MOST_ISSUE) for issue in index.issues_of[one.pact.id] if issue.status == "key"
        ),
    )
