"""What the short versions of a newsletter are put together from: for parish magazines, schools, noticeboards."""

from dataclasses import dataclass
from datetime import date, time

from .. import addresses
from ..addresses import Address
from ..publication import PublicMeeting, PublicPact
from .index import Index
from .meetings import vote_lines
from .newsletter_parts import DoneLine
from .parts import ActionCard, IssueCard, MeetingCard

LIMITS = (150, 60, 30)
"""How many words each version has at most, the demonstration's own line not counted."""
_PROMISED = {"agreed", "in_progress"}


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next meeting as a short text needs it; `place` is empty where it is not known."""

    kind: str
    day: date
    start: time | None
    end: time | None
    place: str


@dataclass(frozen=True, slots=True)
class ShortFacts:
    """The facts of a newsletter in the order of their weight.

    `votes` pairs a topic with its count, the highest first. `done` are actions that were finished since the
    last newsletter, `issues` the titles of the key issues, `promised` pairs open actions with their lead
    agencies. `address` is where everything can be read, `phone` and `email` whom to ask.
    """

    pact: str
    kind: str
    day: date
    residents: int | None
    decisions: tuple[str, ...]
    votes: tuple[tuple[str, int], ...]
    findings: tuple[str, ...]
    done: tuple[str, ...]
    issues: tuple[str, ...]
    promised: tuple[tuple[str, str], ...]
    next_date: NextDate | None
    address: Address
    phone: str
    email: str


def short_facts(
    index: Index,
    pact: PublicPact,
    meeting: PublicMeeting,
    standing: tuple[tuple[IssueCard, ...], tuple[ActionCard, ...], tuple[DoneLine, ...]],
    coming: MeetingCard | None,
) -> ShortFacts:
    """The facts of a newsletter; `standing` are its key issues, its open actions and what was done."""
    issues, actions, done = standing
    facts, contact = meeting.facts, pact.facts.contact
    votes = sorted(vote_lines(index, facts), key=lambda line: -line.count)
    return ShortFacts(
        pact=pact.facts.name,
        kind=facts.kind.value,
        day=facts.date,
        residents=facts.attendance.residents,
        decisions=facts.decisions,
        votes=tuple((line.topic, line.count) for line in votes),
        findings=facts.findings,
        done=tuple(line.what for line in done if line.status == "done"),
        issues=tuple(issue.title for issue in issues),
        promised=tuple(
            (card.what, card.lead.name)
            for card in actions
            if card.lead and card.status in {"agreed", "in_progress"}
        ),
        next_date=_next_date(coming),
        address=addresses.newsletter(pact.id, facts.stem),
        phone=contact.phone or "",
        email=contact.email or "",
    )


def _next_date(coming: MeetingCard | None) -> NextDate | None:
    if coming is None:
        return None
    return NextDate(coming.kind, coming.day, coming.start, coming.end, coming.place.name if coming.place else "")
