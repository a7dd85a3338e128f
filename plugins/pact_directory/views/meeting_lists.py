"""Lists of meetings: those to come, those of a year, those of a kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model.meeting import MeetingKind
from ..rules.days import is_recent
from .cards import meeting_card
from .index import Index, PactMeeting
from .keep_in_touch import KeepInTouch, keep_area
from .parts import MeetingCard


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of one month."""

    first: date
    meetings: tuple[MeetingCard, ...]


@dataclass(frozen=True, slots=True)
class KindOfMeeting:
    """A kind of meeting that there is, by its `MeetingKind` code: its list, and how many are in the record."""

    code: str
    address: Address
    count: int


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings to come, or those of a year, or of a kind, by month; with the other years and kinds.

    `year` is None and `kind` empty where the list is not of one. `months` are those to come, or the year's;
    `past` those of a kind that were in the last twelve months. `count` and `pact_count` are of all a list is
    about; of a kind, whenever they were.
    """

    year: int | None
    kind: str
    months: tuple[Month, ...]
    past: tuple[Month, ...]
    count: int
    pact_count: int
    years: tuple[tuple[int, Address], ...]
    kinds: tuple[KindOfMeeting, ...]
    keep: KeepInTouch


def meeting_years(index: Index) -> tuple[int, ...]:
    """The years that have a meeting, newest first."""
    return tuple(sorted({one.meeting.facts.date.year for one in index.meetings}, reverse=True))


def meeting_kinds(index: Index) -> tuple[MeetingKind, ...]:
    """The kinds of meeting that there are, in the order the record's documentation has them."""
    found = {one.meeting.facts.kind for one in index.meetings}
    return tuple(kind for kind in MeetingKind if kind in found)


def upcoming_page(index: Index) -> MeetingsPage:
    """The meetings to come, soonest first."""
    return _page(index, index.upcoming, _months(index, index.upcoming))


def year_page(index: Index, year: int) -> MeetingsPage:
    """Every meeting of a year, newest first; cancelled and moved ones stay."""
    of_year = tuple(one for one in reversed(index.meetings) if one.meeting.facts.date.year == year)
    return replace(_page(index, of_year, _months(index, of_year)), year=year)


def kind_page(index: Index, kind: MeetingKind) -> MeetingsPage:
    """The meetings of a kind: those to come, soonest first, and those of the last twelve months, newest first."""
    of_kind = tuple(one for one in index.meetings if one.meeting.facts.kind is kind)
    coming = [one for one in of_kind if index.is_upcoming(one.meeting)]
    past = [
        one
        for one in reversed(of_kind)
        if not index.is_upcoming(one.meeting) and is_recent(one.meeting.facts.date, index.as_of)
    ]
    page = _page(index, of_kind, _months(index, coming))
    return replace(page, kind=kind.value, past=_months(index, past))


def _page(index: Index, meetings: tuple[PactMeeting, ...], months: tuple[Month, ...]) -> MeetingsPage:
    counted = Counter(one.meeting.facts.kind for one in index.meetings)
    return MeetingsPage(
        year=None,
        kind="",
        months=months,
        past=(),
        count=len(meetings),
        pact_count=len({one.pact.id for one in meetings}),
        years=tuple((every, addresses.meetings_in(every)) for every in meeting_years(index)),
        kinds=tuple(
            KindOfMeeting(every.value, addresses.meetings_of_kind(every.value), counted[every])
            for every in meeting_kinds(index)
        ),
        keep=keep_area(index),
    )


def _months(index: Index, meetings: Iterable[PactMeeting]) -> tuple[Month, ...]:
    months: dict[date, list[MeetingCard]] = {}
    for one in meetings:
        months.setdefault(one.meeting.facts.date.replace(day=1), []).append(meeting_card(index, one))
    return tuple(Month(first, tuple(cards)) for first, cards in months.items())
