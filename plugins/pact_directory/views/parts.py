"""The parts pages are put together from: dates, numbers, codes and addresses, no interface words."""

from dataclasses import dataclass
from datetime import date, time

from ..addresses import Address
from ..model.actions import OPEN_STATUSES, Outcome, Progress
from ..model.area import Access
from ..model.pact import Alias


@dataclass(frozen=True, slots=True)
class Ref:
    """A name and the page it leads to."""

    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class WardRef:
    """A ward, with the town residents would say."""

    name: str
    place: str
    address: Address

    @property
    def adds_place(self) -> bool:
        """Whether the town says something the name does not ("Luton, Chatham"; not "Rainham North, Rainham")."""
        return bool(self.place) and self.place.casefold() not in self.name.casefold()


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A meeting by day and kind (a `MeetingKind` code)."""

    day: date
    kind: str
    address: Address


@dataclass(frozen=True, slots=True)
class Place:
    """A venue as a visitor needs it."""

    name: str
    address: str
    travel: str
    access: Access


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting in a list.

    `state` is planned, confirmed, held, cancelled, moved, or unrecorded (its day has passed and nobody
    said it took place). `minutes` is none, draft (published, not yet agreed), agreed, or awaited.
    """

    pact: Ref
    day: date
    kind: str
    start: time | None
    end: time | None
    place: Place | None
    state: str
    reason: str
    moved_to: MeetingRef | None
    minutes: str
    residents: int | None
    councillors: int | None
    address: Address

    @property
    def is_expected(self) -> bool:
        """Whether it is still to come, so that somebody may set out for it."""
        return self.state in {"planned", "confirmed"}


@dataclass(frozen=True, slots=True)
class ActionCard:
    """An action as it stands.

    `status` is an `ActionStatus` code, or lapsed: still open when its PACT closed or its issue was dropped
    (`lapsed_because` is pact or issue). `due_on` is the date now promised, `first_due_on` the first one;
    `moved` counts the changes between. `days_late` counts from the day after `due_on`. `step` is how far it
    got, 0 (asked) to 3 (done); None where it ended otherwise. `ask_from` is the day from which residents are
    asked whether what was done helped; None where they have been asked, or nothing was done.
    """

    id: str
    anchor: str
    what: str
    pact: Ref
    log: Address
    status: str
    lapsed_because: str
    lead: Ref | None
    lead_is_member: bool
    issue: str
    raised_at: MeetingRef | None
    agreed_on: date | None
    due_on: date | None
    first_due_on: date | None
    moved: int
    days_late: int
    next_update: date | None
    update_late: bool
    blocked_by: str
    progress: tuple[Progress, ...]
    closed_on: date | None
    what_was_done: str
    outcome: Outcome
    step: int | None
    ask_from: date | None = None

    @property
    def latest(self) -> Progress | None:
        """The newest entry that says something."""
        return next((entry for entry in reversed(self.progress) if entry.note), None)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.status in OPEN_STATUSES

    @property
    def reason(self) -> str:
        """Why it is held up, cannot be done or was withdrawn; empty for any other status."""
        told = (self.latest.note if self.latest else "") or ""
        if self.status == "blocked":
            return self.blocked_by or told
        return (self.what_was_done or told) if self.status in {"not_possible", "withdrawn"} else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions stand where."""

    total: int
    open: int
    under_way: int
    held_up: int
    asked: int
    late: int
    done: int
    not_working: int
    not_possible: int
    withdrawn: int
    lapsed: int


@dataclass(frozen=True, slots=True)
class IssueCard:
    """A key issue, or one waiting or past, with what is being done about it.

    `status` is a `PriorityStatus` code, `since` the day it got it. `ask_from` is the day from which residents
    are asked about a resolved one; None where they have been asked.
    """

    id: str
    anchor: str
    title: str
    status: str
    since: date
    note: str
    topic: Ref | None
    source: str
    votes: int | None
    raised_at: MeetingRef | None
    residents_say: str
    figures_say: str
    next_step: str
    actions: tuple[ActionCard, ...]
    outcome: Outcome
    evidence: str
    pact: Ref
    ask_from: date | None = None


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Somebody to ring or write to. `role` is a code of the words; `name` an agency's name, where it helps."""

    role: str
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class PactCard:
    """A PACT in a list. `since` is the day it got its status; `coverage` words about its area."""

    id: str
    name: str
    address: Address
    kind: str
    status: str
    since: date | None
    wards: tuple[WardRef, ...]
    part_of: tuple[WardRef, ...]
    is_everywhere: bool
    coverage: str
    aliases: tuple[Alias, ...]
    next_meeting: MeetingCard | None
    phone: str
    email: str
    successor: Ref | None
    source_name: str
    source_on: date | None
