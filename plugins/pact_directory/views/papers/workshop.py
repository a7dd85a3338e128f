"""The papers of a workshop: its running order by the clock, and the sheet each person writes three issues on."""

from dataclasses import dataclass
from datetime import datetime

from ...model.london import in_london
from ..index import Index, PactMeeting
from ..shortening import shorten
from .hours import Length, minutes_between, minutes_later
from .kinds import PaperKind, Sheet, sheet

_BEFORE = (("set_up", 45), ("doors", 15))
_PARTS = (
    ("welcome", 10), ("tables", 40), ("round", 15), ("break", 15), ("votes", 15), ("result", 15), ("thanks", 10),
)  # fmt: skip
_DEBRIEF_MINUTES = 45
_MOST_TOPIC = 60
SHORTEST_MINUTES = 30
"""A workshop shorter than this has no room for its parts."""
FACILITATORS = 3
"""The fewest facilitators a workshop needs, each at a table of their own (Kent "How to" guide)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a workshop. `code` is a code of the words; times are what the clocks in London show.

    `other_day` says that it begins on another day than the workshop.
    """

    code: str
    starts: datetime
    ends: datetime
    minutes: int
    other_day: bool


@dataclass(frozen=True, slots=True)
class RunningOrderPage:
    """The running order of a workshop. Empty steps mean that it is too short for one.

    `is_assumed` says that its end was not given, so that it was taken to last `minutes`, as long as the
    area's workshops do at most.
    """

    sheet: Sheet
    steps: tuple[Step, ...]
    minutes: int
    length: Length
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class TopThreePage:
    """The sheet each person writes three issues on. `topics` are those the record counts votes by, shortened."""

    sheet: Sheet
    topics: tuple[str, ...]


def running_order_page(index: Index, one: PactMeeting) -> RunningOrderPage:
    """The running order of a workshop that has a start."""
    facts = one.meeting.facts
    assert facts.start is not None  # noqa: S101 - papers_of plans no other
    usual = index.directory.area.policy.workshop_hours * 60
    minutes = minutes_between(facts.date, facts.start, facts.end) if facts.end else usual
    return RunningOrderPage(
        sheet=sheet(index, one, PaperKind.RUNNING_ORDER),
        steps=running_order(in_london(facts.date, facts.start), minutes),
        minutes=minutes,
        length=Length(*divmod(minutes, 60)),
        is_assumed=facts.end is None,
    )


def running_order(start: datetime, minutes: int) -> tuple[Step, ...]:
    """The steps of a workshop: arrivals, its parts in proportion, 45 minutes of debrief. `start` is London's time.

    Getting ready and the debrief take as long as they take; what happens between shrinks or grows with the
    workshop. Empty for a workshop too short to divide.
    """
    if minutes < SHORTEST_MINUTES:
        return ()
    parts = [(code, long) for (code, _), long in zip(_PARTS, _shares(minutes), strict=True)]
    spans = (*_BEFORE, *parts, ("debrief", _DEBRIEF_MINUTES))
    moment = minutes_later(start, -sum(long for _, long in _BEFORE))
    steps = []
    for code, long in spans:
        until = minutes_later(moment, long)
        steps.append(Step(code, moment, until, long, moment.date() != start.date()))
        moment = until
    return tuple(steps)


def _shares(minutes: int) -> list[int]:
    """The minutes of each part, in fives where the whole is; they add up to the whole."""
    unit = 5 if minutes % 5 == 0 and minutes >= 2 * SHORTEST_MINUTES else 1
    usual = sum(long for _, long in _PARTS)
    units = minutes // unit
    exact = [long * units / usual for _, long in _PARTS]
    shares = [max(1, int(share)) for share in exact]
    # The rest goes where rounding took most; a part that was lifted to one unit has had its own already.
    by_loss = sorted(range(len(exact)), key=lambda at: shares[at] - exact[at])
    for at in by_loss[: units - sum(shares)]:
        shares[at] += 1
    return [share * unit for share in shares]


def top_three_page(index: Index, one: PactMeeting) -> TopThreePage:
    """The sheet of a workshop or an open meeting."""
    topics = tuple(shorten(topic.name, _MOST_TOPIC) for topic in index.directory.topics)
    return TopThreePage(sheet(index, one, PaperKind.TOP_THREE), topics)
