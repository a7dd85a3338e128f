"""A meeting: planned, held, cancelled or moved, with its agenda before and its minutes after."""

from enum import StrEnum

from pydantic import Field

from .record import FileRecord, Record
from .types import ClockTime, Count, Day, FileName, Id, Line, Stem, Words


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    PANEL = "panel"
    OPEN = "open"
    WORKSHOP = "workshop"
    WALKABOUT = "walkabout"
    SURGERY = "surgery"
    FORUM = "forum"


FORMAL_KINDS = frozenset({MeetingKind.PANEL, MeetingKind.FORUM})
"""The kinds that have minutes, and that a PACT holds only once it is endorsed."""


class MeetingStatus(StrEnum):
    """Whether a meeting is to come, took place, or did not."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    MOVED = "moved"
    HELD = "held"


class Minutes(StrEnum):
    """How far the minutes have got."""

    NONE = "none"
    DRAFT = "draft"
    PUBLISHED = "published"


class Vote(Record):
    """How many residents chose a topic."""

    topic: Id = Field(description="The topic")
    count: Count = Field(description="How many chose it")


class Attendance(Record):
    """How many came: numbers only, never names."""

    residents: Count | None = Field(default=None, description="Residents")
    councillors: Count | None = Field(default=None, description="Councillors")


class Correction(Record):
    """A correction to published minutes."""

    on: Day = Field(description="The day it was made")
    text: Words = Field(description="What was put right")


class Document(Record):
    """A file offered with a meeting."""

    file: FileName = Field(description="A file in the documents folder")
    title: Line = Field(description="What it is")


class Meeting(FileRecord):
    """`meetings/<day>.md`: one meeting; the text below the front matter is its minutes."""

    kind: MeetingKind = Field(description="panel, open, workshop, walkabout, surgery or forum")
    status: MeetingStatus = Field(description="planned, confirmed, cancelled, moved or held")
    date: Day = Field(description="The day of the meeting")
    start: ClockTime | None = Field(default=None, description="When it starts, by the 24-hour clock")
    end: ClockTime | None = Field(default=None, description="When it ends")
    venue: Id | None = Field(default=None, description="Where it is held")
    notice_on: Day | None = Field(default=None, description="The day councillors were told")
    reason: Words | None = Field(default=None, description="Why it was cancelled or moved")
    moved_to: Stem | None = Field(default=None, description="The meeting it was moved to")
    agenda: tuple[Line, ...] = Field(default=(), description="The agenda, an item a line")
    agencies_expected: tuple[Id, ...] = Field(default=(), description="Agencies to be met at a surgery")
    agencies_present: tuple[Id, ...] = Field(default=(), description="Agencies that came")
    route: Words | None = Field(default=None, description="The route of a walkabout, in words")
    findings: tuple[Words, ...] = Field(default=(), description="What was seen or said")
    votes: tuple[Vote, ...] = Field(default=(), description="How many residents chose each topic")
    audiences: tuple[Line, ...] = Field(default=(), description="Whom an open meeting is for")
    attendance: Attendance = Field(default=Attendance(), description="How many came")
    decisions: tuple[Words, ...] = Field(default=(), description="What was decided")
    minutes: Minutes = Field(default=Minutes.NONE, description="none, draft or published")
    minutes_on: Day | None = Field(default=None, description="The day the minutes were published")
    agreed_on: Day | None = Field(default=None, description="The day the next meeting agreed the minutes")
    corrections: tuple[Correction, ...] = Field(default=(), description="Corrections to the minutes")
    documents: tuple[Document, ...] = Field(default=(), description="Files offered with the meeting")
    updated_on: Day | None = Field(default=None, description="The day this file was last changed")
    revision: Count = Field(default=0, description="Raised by one each time date, time or place changes")

    @property
    def stem(self) -> str:
        """The meeting's id: its file's name without the ending."""
        return self.origin.stem

    @property
    def is_formal(self) -> bool:
        """Tell whether it is of a kind that has minutes and needs an endorsed PACT."""
        return self.kind in FORMAL_KINDS
