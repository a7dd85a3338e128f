"""What a formal meeting to come will be about, drawn from the record while nobody has sent its agenda."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model.meeting import Meeting, MeetingStatus, Minutes
from ..publication import PublicMeeting, PublicPact
from .index import Index
from .parts import ActionCard, IssueCard, MeetingRef
from .progress import OPEN_CODES, meeting_ref


@dataclass(frozen=True, slots=True)
class DrawnAgenda:
    """An agenda drawn up from the record, not one that somebody gave.

    `minutes_of` is the last formal meeting whose minutes wait to be agreed; `carried` the open actions that
    somebody has promised, held up and late ones first; `replies` those an agency was asked for and has not
    agreed to. `log` is the action log, where each issue stands.
    """

    minutes_of: MeetingRef | None
    issues: tuple[IssueCard, ...]
    waiting: tuple[IssueCard, ...]
    carried: tuple[ActionCard, ...]
    replies: tuple[ActionCard, ...]
    log: Address


def drawn_agenda(index: Index, pact: PublicPact, facts: Meeting) -> DrawnAgenda:
    """The agenda of a meeting to come, from open key issues, actions carried over, and replies awaited."""
    issues = index.issues_of[pact.id]
    carried = carried_over(index, pact, facts.date)
    return DrawnAgenda(
        minutes_of=_minutes_to_agree(pact, facts),
        issues=tuple(issue for issue in issues if issue.status == "key"),
        waiting=tuple(issue for issue in issues if issue.status == "waiting"),
        carried=tuple(card for card in carried if card.status != "asked"),
        replies=tuple(card for card in carried if card.status == "asked"),
        log=addresses.pact_actions(pact.id),
    )


def carried_over(index: Index, pact: PublicPact, day: date) -> tuple[ActionCard, ...]:
    """The open actions raised before a day: held up first, then late ones, the latest first."""
    earlier = [
        card
        for card in index.actions_of[pact.id]
        if card.status in OPEN_CODES and (card.raised_at is None or card.raised_at.day < day)
    ]
    return tuple(sorted(earlier, key=urgency))


def urgency(card: ActionCard) -> tuple[bool, int]:
    """The order of open actions wherever they stand together: held up first, then the latest."""
    return card.status != "blocked", -card.days_late


def last_formal(pact: PublicPact, day: date) -> PublicMeeting | None:
    """The last formal meeting that was held before a day: the one whose minutes the next has before it."""
    held = (
        one
        for one in pact.meetings
        if one.facts.is_formal and one.facts.status is MeetingStatus.HELD and one.facts.date < day
    )
    return max(held, key=lambda one: one.facts.date, default=None)


def _minutes_to_agree(pact: PublicPact, facts: Meeting) -> MeetingRef | None:
    """The last formal meeting before this one, when its minutes are out and wait to be agreed."""
    last = last_formal(pact, facts.date)
    if last is None or last.facts.minutes is not Minutes.PUBLISHED or last.facts.agreed_on:
        return None
    return meeting_ref(pact, last.stem)
