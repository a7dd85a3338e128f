"""What a PACT is working on: its priorities (pages say "key issue") and the action log."""

from enum import StrEnum

from pydantic import Field

from .record import FileRecord, Record
from .types import Count, Day, Flag, Id, Line, Stem, Words


class PriorityStatus(StrEnum):
    """Where a priority stands."""

    WAITING = "waiting"
    KEY = "key"
    RESOLVED = "resolved"
    DROPPED = "dropped"


class PrioritySource(StrEnum):
    """Where a priority came from."""

    PANEL = "panel"
    OPEN = "open"
    WORKSHOP = "workshop"
    WALKABOUT = "walkabout"
    SURGERY = "surgery"
    SURVEY = "survey"
    POLICE_DATA = "police_data"
    LETTER = "letter"


class ActionStatus(StrEnum):
    """Where an action stands."""

    ASKED = "asked"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    DONE_NOT_WORKING = "done_not_working"
    NOT_POSSIBLE = "not_possible"
    WITHDRAWN = "withdrawn"


OPEN_STATUSES = frozenset(
    {ActionStatus.ASKED, ActionStatus.AGREED, ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED}
)
"""The statuses of an action somebody still has to do something about."""


class Measured(StrEnum):
    """How the difference was established."""

    MEASURED = "measured"
    OBSERVED = "observed"
    NOT_MEASURED = "not_measured"


class Difference(StrEnum):
    """What difference was found."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MIXED = "mixed"


class ResidentsSay(StrEnum):
    """What residents say of the difference."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MIXED = "mixed"
    NOT_ASKED = "not_asked"


class Outcome(Record):
    """The difference made: actual (measured) and perceived (what residents say), kept apart."""

    measured: Measured = Field(default=Measured.NOT_MEASURED, description="measured, observed or not_measured")
    result: Difference | None = Field(default=None, description="better, same, worse or mixed")
    residents_say: ResidentsSay = Field(
        default=ResidentsSay.NOT_ASKED, description="better, same, worse, mixed or not_asked"
    )
    responses: Count | None = Field(default=None, description="How many residents answered")
    asked_on: Day | None = Field(default=None, description="The day they were asked")


class PriorityOutcome(Outcome):
    """The difference made to a key issue."""

    evidence: Words | None = Field(default=None, description="What the finding rests on")


class ActionOutcome(Outcome):
    """How an action ended."""

    closed_on: Day | None = Field(default=None, description="The day it was closed; the day of the closing entry")
    what_was_done: Words | None = Field(default=None, description="What was done, or why it was not")


class PriorityChange(Record):
    """One entry of a priority's history."""

    status: PriorityStatus = Field(description="waiting, key, resolved or dropped")
    on: Day = Field(description="The day it changed")
    note: Words | None = Field(default=None, description="Why")


class Priority(Record):
    """A problem residents raised. While its status is key, pages call it a key issue."""

    id: Id = Field(description="A short name actions use")
    title: Line = Field(description="The problem in a few words")
    topic: Id | None = Field(default=None, description="The topic it belongs to")
    source: PrioritySource | None = Field(default=None, description="Where it came from")
    votes: Count | None = Field(default=None, description="How many residents chose it")
    raised_at: Stem | None = Field(default=None, description="The meeting it was raised at")
    residents_say: Words | None = Field(default=None, description="What residents say about it")
    figures_say: Words | None = Field(default=None, description="What figures say about it, with their source")
    next_step: Words | None = Field(default=None, description="What happens next, where no action is open")
    history: tuple[PriorityChange, ...] = Field(description="How its standing changed, oldest first")
    outcome: PriorityOutcome = Field(default=PriorityOutcome(), description="The difference made")

    @property
    def status(self) -> PriorityStatus:
        """Where it stands after the last entry of its history."""
        return self.history[-1].status if self.history else PriorityStatus.WAITING


class Progress(Record):
    """One dated entry of an action's progress."""

    on: Day = Field(description="The day of the entry")
    status: ActionStatus = Field(description="Where the action stands from then on")
    note: Words | None = Field(default=None, description="What happened")
    due_on: Day | None = Field(default=None, description="A new date it is due on; the first one stays the first")


class Action(Record):
    """Something an agency was asked, or has agreed, to do."""

    id: Id = Field(description="A short name, unique within the PACT")
    priority: Id | None = Field(default=None, description="The key issue it serves")
    action: Line = Field(description="What is to be done")
    lead_agency: Id | None = Field(default=None, description="The agency responsible; every action has one")
    raised_at: Stem | None = Field(default=None, description="The meeting it was raised at")
    agreed_on: Day | None = Field(default=None, description="The day the lead agency agreed")
    due_on: Day | None = Field(default=None, description="The day it was first due")
    next_update: Day | None = Field(default=None, description="The day by which news of it is owed")
    blocked_by: Words | None = Field(default=None, description="What holds it up")
    share: Flag = Field(default=False, description="true to offer it to other PACTs as an example")
    progress: tuple[Progress, ...] = Field(default=(), description="What happened, oldest first")
    outcome: ActionOutcome = Field(default=ActionOutcome(), description="How it ended")


class ActionLog(FileRecord):
    """`actions.yml`: the priorities and the action log of a PACT."""

    priorities: tuple[Priority, ...] = Field(default=(), description="The priorities")
    actions: tuple[Action, ...] = Field(default=(), description="The actions")
