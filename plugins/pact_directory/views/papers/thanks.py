"""The letter that thanks those who came, without a list of who they were."""

from dataclasses import dataclass
from datetime import date, timedelta

from ... import addresses
from ...addresses import Address
from ..cards import meeting_card
from ..index import Index, PactMeeting
from ..parts import MeetingCard
from .kinds import PaperKind, Sheet, sheet


@dataclass(frozen=True, slots=True)
class ThankYouPage:
    """The letter. `newsletter` is its page where it is out; `newsletter_due` the day by which it comes.

    `next_one` is the next meeting after this one, in the record's order of days.
    """

    sheet: Sheet
    is_held: bool
    newsletter: Address | None
    newsletter_due: date
    next_one: MeetingCard | None


def thank_you_page(index: Index, one: PactMeeting) -> ThankYouPage:
    """The letter of thanks after a meeting, ready beforehand."""
    facts = one.meeting.facts
    stem = one.meeting.stem
    later = [other for other in index.upcoming_of[one.pact.id] if other.meeting.facts.date > facts.date]
    out = stem in one.pact.newsletter_by_stem
    return ThankYouPage(
        sheet=sheet(index, one, PaperKind.THANK_YOU),
        is_held=not index.is_upcoming(one.meeting),
        newsletter=addresses.newsletter(one.pact.id, stem) if out else None,
        newsletter_due=facts.date + timedelta(days=index.directory.area.policy.newsletter_days),
        next_one=meeting_card(index, later[0]) if later else None,
    )
