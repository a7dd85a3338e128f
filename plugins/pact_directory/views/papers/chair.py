"""The chair's sheet: what to know, and whom to ring, before a formal meeting."""

from dataclasses import dataclass
from datetime import date

from ... import addresses
from ...addresses import Address
from ...model.actions import ActionStatus
from ..agenda import last_formal
from ..cards import minutes_state
from ..index import Index, PactMeeting
from ..parts import ActionCard, IssueCard, Ref
from ..progress import OPEN_CODES
from ..shortening import shorten
from .kinds import PaperKind, Sheet, sheet

_MOST_REASON, _MOST_WHAT, _MOST_NAME, _MOST_ISSUE = 110, 130, 70, 100


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An open action on the chair's sheet. `what`, who leads and why it is held up are shortened."""

    card: ActionCard
    what: str
    lead: str
    reason: str

    @property
    def is_urgent(self) -> bool:
        """Whether the chair should hear about it before the meeting: held up, late, unanswered, news overdue."""
        card = self.card
        return card.status in {"blocked", "asked"} or card.days_late > 0 or card.update_late


@dataclass(frozen=True, slots=True)
class AgencyActions:
    """What an agency has still to do, the urgent first, and how to reach it.

    `lead` is None where no agency is named.
    """

    lead: Ref | None
    phone: str
    actions: tuple[OpenAction, ...]

    @property
    def held_up(self) -> int:
        """How many are held up."""
        return sum(one.card.status == "blocked" for one in self.actions)

    @property
    def asked(self) -> int:
        """How many it was asked for and has not agreed to."""
        return sum(one.card.status == "asked" for one in self.actions)

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(one.card.days_late > 0 for one in self.actions)

    @property
    def news(self) -> int:
        """Of how many news was promised for a day that has passed."""
        return sum(one.card.update_late for one in self.actions)


@dataclass(frozen=True, slots=True)
class KeyIssue:
    """A key issue, and how many of its actions are open."""

    title: str
    open: int


@dataclass(frozen=True, slots=True)
class LastMinutes:
    """The minutes of the formal meeting before this one: agreed, draft, awaited or none."""

    day: date
    state: str


@dataclass(frozen=True, slots=True)
class ChairPage:
    """The chair's sheet.

    `agencies` are in the order in which to ring them. `notice_days` counts from the notice to the meeting.
    `log` is where all actions stand.
    """

    sheet: Sheet
    agenda: tuple[str, ...]
    agencies: tuple[AgencyActions, ...]
    issues: tuple[KeyIssue, ...]
    last_minutes: LastMinutes | None
    notice_on: date | None
    notice_days: int | None
    notice_wanted: int
    log: Address

    @property
    def actions(self) -> tuple[OpenAction, ...]:
        """The open actions, agency by agency."""
        return tuple(one for agency in self.agencies for one in agency.actions)

    @property
    def to_ring(self) -> tuple[AgencyActions, ...]:
        """The agencies to ring before the meeting."""
        return tuple(agency for agency in self.agencies if any(one.is_urgent for one in agency.actions))


def chair_page(index: Index, one: PactMeeting) -> ChairPage:
    """The chair's sheet of a formal meeting to come."""
    facts = one.meeting.facts
    has_log = bool(one.pact.actions)
    return ChairPage(
        sheet=sheet(index, one, PaperKind.CHAIR),
        agenda=facts.agenda,
        agencies=_by_agency(index, index.actions_of[one.pact.id]),
        issues=tuple(_key_issue(issue) for issue in index.issues_of[one.pact.id] if issue.status == "key"),
        last_minutes=_last_minutes(one),
        notice_on=facts.notice_on,
        notice_days=(facts.date - facts.notice_on).days if facts.notice_on else None,
        notice_wanted=index.directory.area.policy.notice_days,
        log=addresses.pact_actions(one.pact.id) if has_log else addresses.pact(one.pact.id),
    )


def _key_issue(issue: IssueCard) -> KeyIssue:
    return KeyIssue(shorten(issue.title, _MOST_ISSUE), sum(card.status in OPEN_CODES for card in issue.actions))


def _by_agency(index: Index, cards: tuple[ActionCard, ...]) -> tuple[AgencyActions, ...]:
    phones = {addresses.agency(agency.id): agency.phone or "" for agency in index.directory.agencies}
    found: dict[Address | None, list[OpenAction]] = {}
    leads: dict[Address | None, Ref | None] = {}
    for card in cards:
        if card.status in OPEN_CODES:
            key = card.lead.address if card.lead else None
            leads[key] = card.lead
            found.setdefault(key, []).append(_open_action(card))
    every = [
        AgencyActions(leads[key], phones.get(key, "") if key else "", tuple(sorted(found[key], key=_urgency)))
        for key in found
    ]
    return tuple(sorted(every, key=lambda agency: (_urgency(agency.actions[0]), _name(agency))))


def _name(agency: AgencyActions) -> str:
    return agency.lead.name if agency.lead else ""


def _open_action(card: ActionCard) -> OpenAction:
    reason = card.reason if card.status == ActionStatus.BLOCKED else ""
    lead = shorten(card.lead.name, _MOST_NAME) if card.lead else ""
    return OpenAction(card, shorten(card.what, _MOST_WHAT), lead, shorten(reason, _MOST_REASON))


def _urgency(one: OpenAction) -> tuple[bool, bool, int, bool, date]:
    """Held up first, then the latest, then those nobody has agreed to, then by the day they are due."""
    card = one.card
    return (
        not one.is_urgent,
        card.status != "blocked",
        -card.days_late,
        card.status != "asked",
        card.due_on or date.max,
    )


def _last_minutes(one: PactMeeting) -> LastMinutes | None:
    last = last_formal(one.pact, one.meeting.facts.date)
    return LastMinutes(last.facts.date, minutes_state(last)) if last else None
