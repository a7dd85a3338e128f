"""Rules that put days in order: a term ends after it begins, and a history runs forward."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.meeting import Meeting
from ..model.record import FieldPath, Origin
from .standing import raised_on
from .table import Finding, Sources, error
from .walking import each_action, each_meeting, each_priority
from .wording import spell_day

Pair = tuple[FieldPath, date | None, date | None, str]
"""A later day's field, the earlier day, the later day, and how a sentence about them begins."""


def _backwards(origin: Origin, pairs: Iterable[Pair]) -> Iterator[Finding]:
    for field, earlier, later, said in pairs:
        if earlier is not None and later is not None and later < earlier:
            message = f"{said} {spell_day(later)}, before {spell_day(earlier)}."
            yield Finding(origin, field, message, "Look at both days, the years too.")


@error(
    "term-order",
    title="What has a first and a last day ends after it begins",
    reason="A term that ends before it begins covers no day at all.",
    source=Sources.OURS,
)
def terms_run_forward(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Terms of councillors, agencies, aliases and members end on their first day or later.

    A review or leave that runs out before it begins has run out: review-passed and publish-lapsed say so.
    """
    for index, ward in enumerate(directory.wards_file.wards):
        for nth, seat in enumerate(ward.councillors):
            group = ("wards", index, "councillors", nth)
            term: Pair = ((*group, "to"), seat.from_, seat.to, "This term ends on")
            yield from _backwards(directory.wards_file.origin, [term])
    for index, agency in enumerate(directory.agencies_file.agencies):
        pair: Pair = (("agencies", index, "to"), agency.from_, agency.to, f"{agency.name} ends on")
        yield from _backwards(directory.agencies_file.origin, [pair])
    for folder in directory.folders:
        yield from _backwards(folder.pact.origin, _pact_terms(folder))


def _pact_terms(folder: PactFolder) -> Iterator[Pair]:
    pact = folder.pact
    for index, alias in enumerate(pact.aliases):
        yield ("aliases", index, "to"), alias.from_, alias.to, f'"{alias.name}" went out of use on'
    for index, member in enumerate(pact.members):
        yield ("members", index, "until"), member.since, member.until, f'"{member.agency}" left on'


@error(
    "meeting-order",
    title="What follows a meeting comes after it, and notice before",
    reason="A day out of order is a slip of the pen, and lateness is measured from these days.",
    source=Sources.OURS,
)
def meeting_days_run_forward(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Notice is given by the meeting's day; minutes, agreement, corrections and newsletter follow it."""
    for _, meeting in each_meeting(directory):
        days = [day for day in _meeting_days(meeting) if day[1] and day[2] and day[2] < day[1]]
        if days:
            yield from _backwards(meeting.origin, days)
        if meeting.notice_on is not None and meeting.notice_on > meeting.date:
            message = f"Notice was given on {spell_day(meeting.notice_on)}, after the meeting."
            yield Finding(meeting.origin, ("notice_on",), message, "Look at both days, the years too.")
    for folder in directory.folders:
        for newsletter in folder.newsletters:
            held = folder.meeting_by_stem.get(newsletter.stem)
            if held is not None:
                said = "The newsletter came out on"
                pair: Pair = (("published_on",), held.date, newsletter.published_on, said)
                yield from _backwards(newsletter.origin, [pair])


def _meeting_days(meeting: Meeting) -> Iterator[Pair]:
    yield ("minutes_on",), meeting.date, meeting.minutes_on, "The minutes were published on"
    yield ("agreed_on",), meeting.minutes_on or meeting.date, meeting.agreed_on, "The minutes were agreed on"
    for index, correction in enumerate(meeting.corrections):
        yield ("corrections", index, "on"), meeting.date, correction.on, "This correction was made on"


@error(
    "history-order",
    title="A history runs from its oldest entry to its newest",
    reason="Where something stands is what its last entry says.",
    source=Sources.OURS,
)
def histories_run_forward(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No entry of a history, or of an action's progress, is older than the one before it."""
    for folder in directory.folders:
        days = [change.on for change in folder.pact.status_history]
        yield from _out_of_order(folder.pact.origin, ("status_history",), days)
    for folder, index, priority in each_priority(directory):
        days = [change.on for change in priority.history]
        yield from _out_of_order(folder.log.origin, ("priorities", index, "history"), days)
    for folder, index, action in each_action(directory):
        days = [entry.on for entry in action.progress]
        yield from _out_of_order(folder.log.origin, ("actions", index, "progress"), days)


def _out_of_order(origin: Origin, field: FieldPath, days: list[date]) -> Iterator[Finding]:
    for index in range(1, len(days)):
        if days[index] < days[index - 1]:
            said = f"{spell_day(days[index])} stands below {spell_day(days[index - 1])}, and is earlier."
            yield Finding(origin, (*field, index, "on"), said, "Put the oldest entry first, or put the day right.")


@error(
    "raised-order",
    title="A key issue or action does not begin before the meeting that raised it",
    reason="The trail from an issue to its meeting and its action must hold.",
    source=Sources.OURS,
)
def raised_before_begun(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Neither the first entry nor the day an action is due is before the day of `raised_at`."""
    for folder, index, priority in each_priority(directory):
        meeting = folder.meeting_by_stem.get(priority.raised_at or "")
        if meeting is not None and priority.history:
            field = ("priorities", index, "history", 0, "on")
            pair: Pair = (field, meeting.date, priority.history[0].on, f'"{priority.title}" begins on')
            yield from _backwards(folder.log.origin, [pair])
    for folder, index, action in each_action(directory):
        begun = action.progress[0].on if action.progress else None
        group = ("actions", index)
        pairs: list[Pair] = [
            ((*group, "progress", 0, "on"), raised_on(folder, action), begun, "This action begins on"),
            ((*group, "due_on"), raised_on(folder, action), action.due_on, "This action is due on"),
        ]
        yield from _backwards(folder.log.origin, pairs)
