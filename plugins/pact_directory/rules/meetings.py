"""Rules of one meeting: what its status and kind call for."""

from collections.abc import Iterator
from datetime import date, time

from ..model.directory import Directory
from ..model.meeting import Meeting, MeetingKind, MeetingStatus, Minutes
from .days import is_skipped
from .table import Finding, Sources, error, warning
from .walking import each_meeting
from .wording import spell_day, spell_meeting

_LATE, _SMALL_HOURS = time(20), time(6)


@error(
    "meeting-confirmed",
    title="A confirmed meeting has a time and a place",
    reason="A resident cannot come without knowing when and where.",
    source=Sources.OURS,
)
def confirmed_meeting_can_be_found(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`start` and `venue` are given once a meeting is confirmed."""
    for _, meeting in each_meeting(directory):
        if meeting.status is MeetingStatus.CONFIRMED:
            hint = "Add it, or write status: planned until it is known."
            if meeting.start is None:
                message = f"The {spell_meeting(meeting)} is confirmed without a time."
                yield Finding(meeting.origin, ("start",), message, hint)
            if meeting.venue is None:
                message = f"The {spell_meeting(meeting)} is confirmed without a venue."
                yield Finding(meeting.origin, ("venue",), message, hint)


@error(
    "meeting-cancelled",
    title="A cancelled meeting says why",
    reason="Whoever stood at a locked door is owed a reason.",
    source=Sources.OURS,
)
def cancelled_meeting_says_why(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`reason` is given when a meeting is cancelled."""
    for _, meeting in each_meeting(directory):
        if meeting.status is MeetingStatus.CANCELLED and meeting.reason is None:
            message = f"The {spell_meeting(meeting)} is cancelled and does not say why."
            yield Finding(meeting.origin, ("reason",), message, "Add reason: in a sentence.")


@error(
    "meeting-moved",
    title="A moved meeting says where to, and only a moved one does",
    reason="The old page and calendar entry stay, and lead to the new ones.",
    source=Sources.OURS,
)
def moved_meeting_says_where_to(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`moved_to` is given exactly when a meeting is moved, and names another meeting."""
    for _, meeting in each_meeting(directory):
        is_moved = meeting.status is MeetingStatus.MOVED
        if is_moved and meeting.moved_to is None:
            message = f"The {spell_meeting(meeting)} is moved and does not say where to."
            hint = "Add moved_to: and the name of the new meeting's file, without .md"
            yield Finding(meeting.origin, ("moved_to",), message, hint)
        if not is_moved and meeting.moved_to is not None:
            message = f'The {spell_meeting(meeting)} has moved_to, and its status is "{meeting.status}".'
            yield Finding(meeting.origin, ("moved_to",), message, "Write status: moved, or leave moved_to: empty.")
        if is_moved and meeting.moved_to == meeting.stem:
            message = f"The {spell_meeting(meeting)} is moved to itself."
            hint = "Add a file for the new day and name that one."
            yield Finding(meeting.origin, ("moved_to",), message, hint)


@error(
    "open-meeting-agenda",
    title="An open meeting has no agenda",
    reason="With no issues arranged beforehand, everybody can bring theirs (recommendation 11).",
    source=Sources.REVIEW,
)
def open_meeting_has_no_agenda(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`agenda` is empty for open meetings."""
    for _, meeting in each_meeting(directory):
        if meeting.kind is MeetingKind.OPEN and meeting.agenda:
            message = f"The {spell_meeting(meeting)} has an agenda."
            yield Finding(meeting.origin, ("agenda",), message, "Take agenda: away, or write kind: panel.")


@error(
    "meeting-times",
    title="A meeting ends after it starts",
    reason="Calendars refuse the entry, and residents would come at the wrong hour.",
    source=Sources.OURS,
)
def meeting_ends_after_start(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`end` is later than `start` on the same day, and not given alone."""
    for _, meeting in each_meeting(directory):
        if meeting.end is None or (meeting.start is not None and meeting.start < meeting.end):
            continue
        end = f"{meeting.end:%H:%M}"
        if meeting.start is None:
            message, hint = f"It ends at {end}, and no start is given.", "Add start:"
        else:
            message = f"It ends at {end}, and starts at {meeting.start:%H:%M}."
            hint = "Put one of them right; write evenings by the 24-hour clock, such as 19:30."
            if meeting.end <= _SMALL_HOURS and meeting.start >= _LATE:
                hint = "If it goes on past midnight, write end: 23:59, the last there is on a day."
        yield Finding(meeting.origin, ("end",), message, hint)


@error(
    "clock-skipped",
    title="A meeting's times exist",
    reason="When the clocks go forward there is no time between 1am and 2am.",
    source=Sources.OURS,
)
def clocks_show_time(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Neither `start` nor `end` falls in the hour the clocks in London jump over."""
    for _, meeting in each_meeting(directory):
        for field, clock in (("start", meeting.start), ("end", meeting.end)):
            if clock is not None and is_skipped(meeting.date, clock):
                message = f"There is no {clock:%H:%M} on {spell_day(meeting.date)}: the clocks go forward."
                yield Finding(meeting.origin, (field,), message, "Write a time before 01:00, or 02:00 and later.")


@error(
    "minutes-published",
    title="Published minutes have words and a day, and are of a meeting that was held",
    reason="Minutes reach residents only when they say so themselves.",
    source=Sources.OURS,
)
def minutes_are_whole(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`minutes: published` comes with words, `minutes_on` and a held meeting; neither day without it."""
    for _, meeting in each_meeting(directory):
        if meeting.minutes is Minutes.PUBLISHED:
            yield from _incomplete_minutes(meeting)
        else:
            given = [name for name in ("minutes_on", "agreed_on") if getattr(meeting, name) is not None]
            for name in given:
                message = f'{name} is given, and the minutes are "{meeting.minutes}".'
                yield Finding(
                    meeting.origin, (name,), message, f"Write minutes: published, or leave {name}: empty."
                )


def _incomplete_minutes(meeting: Meeting) -> Iterator[Finding]:
    if not meeting.body.strip():
        hint = "Write the minutes below the second line of three hyphens, or write minutes: none"
        yield Finding(meeting.origin, ("minutes",), "The minutes are published, and there are no words.", hint)
    if meeting.minutes_on is None:
        hint = "Add minutes_on: and the day they were published."
        yield Finding(meeting.origin, ("minutes_on",), "The minutes are published, and no day is given.", hint)
    if meeting.status is not MeetingStatus.HELD:
        message = f'The minutes are published, and the meeting is "{meeting.status}".'
        yield Finding(meeting.origin, ("minutes",), message, "Write status: held, or write minutes: none")


@warning(
    "meeting-unrecorded",
    title="A meeting whose day has passed is recorded as held, cancelled or moved",
    reason="Until then its page can only say that there is no record yet that it took place.",
    source=Sources.OURS,
)
def past_meeting_is_recorded(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No planned or confirmed meeting is before this day."""
    still_to_come = {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}
    for _, meeting in each_meeting(directory):
        if meeting.date < as_of and meeting.status in still_to_come:
            message = f'The {spell_meeting(meeting)} has passed and is still "{meeting.status}".'
            yield Finding(meeting.origin, ("status",), message, "Write held, or cancelled or moved and why.")
