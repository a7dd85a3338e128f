"""Rules of notice, minutes, newsletters and length, by the numbers of the area's policy.

Lateness is measured for meetings still to come and those of the last twelve months: what was late years ago
cannot be put right, and would hide what can.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ..model.directory import Directory
from ..model.meeting import Meeting, MeetingKind, MeetingStatus, Minutes
from .days import is_recent, is_upcoming
from .table import Finding, Sources, warning
from .walking import each_meeting
from .wording import count, spell_meeting

_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
_WITH_NEWSLETTER = frozenset({MeetingKind.PANEL, MeetingKind.WORKSHOP})


@warning(
    "notice-short",
    title="Councillors have notice of a formal meeting in good time",
    reason="Councillors are invited to every PACT in their ward, with sufficient notice (recommendation 4).",
    source=Sources.REVIEW,
)
def notice_is_in_time(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A panel or forum has notice at least `policy.notice_days` before its day.

    Without `notice_on`, one to come is late once fewer days are left; a past one is left alone.
    """
    days = directory.area.policy.notice_days
    for _, meeting in each_meeting(directory):
        if not meeting.is_formal or meeting.status in _OFF or not is_recent(meeting.date, as_of):
            continue
        if meeting.notice_on is not None:
            given = (meeting.date - meeting.notice_on).days
            if 0 <= given < days:
                message = f"Notice of the {spell_meeting(meeting)} was given {count(given, 'day')} before."
                hint = f"Councillors are owed {count(days, 'day')}. Next time tell them sooner."
                yield Finding(meeting.origin, ("notice_on",), message, hint)
        elif is_upcoming(meeting, as_of) and (meeting.date - as_of).days < days:
            left = count((meeting.date - as_of).days, "day")
            message = f"The {spell_meeting(meeting)} is {left} away, and no notice is recorded."
            hint = f"Councillors are owed {count(days, 'day')}. Tell them now and add notice_on:"
            yield Finding(meeting.origin, ("notice_on",), message, hint)


@warning(
    "minutes-late",
    title="Minutes of formal meetings are published soon",
    reason="Minutes go out as soon as possible after each meeting; the number of days is the area's own.",
    source=Sources.GUIDELINES,
)
def minutes_are_in_time(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Minutes of a panel or forum held in the last twelve months are out within `policy.minutes_days`."""
    days = directory.area.policy.minutes_days
    for _, meeting in _held_lately(directory, as_of):
        if not meeting.is_formal:
            continue
        published = meeting.minutes_on if meeting.minutes is Minutes.PUBLISHED else None
        taken = ((published or as_of) - meeting.date).days
        if taken <= days or (published is None and meeting.minutes is Minutes.PUBLISHED):
            continue
        if published is not None:
            message = f"The minutes of the {spell_meeting(meeting)} came after {count(taken, 'day')}."
            yield Finding(meeting.origin, ("minutes_on",), message, f"They are due within {count(days, 'day')}.")
        else:
            message = f"{count(taken, 'day')} after the {spell_meeting(meeting)} there are no minutes."
            hint = "Ask the secretary, add them below the fields and write minutes: published"
            yield Finding(meeting.origin, ("minutes",), message, hint)


@warning(
    "newsletter-late",
    title="A newsletter follows each panel meeting and workshop",
    reason="A newsletter goes out after each meeting; the number of days is the area's own.",
    source=Sources.GUIDELINES,
)
def newsletter_is_in_time(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Panels and workshops of the last twelve months have newsletters within `policy.newsletter_days`."""
    days = directory.area.policy.newsletter_days
    came_out = {
        (folder.id, newsletter.stem): newsletter.published_on
        for folder in directory.folders
        for newsletter in folder.newsletters
    }
    for pact_id, meeting in _held_lately(directory, as_of):
        if meeting.kind not in _WITH_NEWSLETTER:
            continue
        published = came_out.get((pact_id, meeting.stem))
        taken = ((published or as_of) - meeting.date).days
        if taken > days:
            said = f"came after {count(taken, 'day')}" if published else f"is not out after {count(taken, 'day')}"
            message = f"The newsletter of the {spell_meeting(meeting)} {said}."
            hint = f"It is due within {count(days, 'day')}." if published else f"Add newsletters/{meeting.stem}.md"
            yield Finding(meeting.origin, (), message, hint)


def _held_lately(directory: Directory, as_of: date) -> Iterator[tuple[str, Meeting]]:
    for folder in directory.folders:
        for meeting in folder.meetings:
            if meeting.status is MeetingStatus.HELD and meeting.date <= as_of and is_recent(meeting.date, as_of):
                yield folder.id, meeting


@warning(
    "walkabout-long",
    title="A walkabout is kept short",
    reason="Two hours at most, says the guide: a longer walk leaves people behind.",
    source=Sources.GUIDE,
)
def walkabout_is_short(directory: Directory, as_of: date) -> Iterator[Finding]:
    """From `start` to `end` a walkabout takes no more than `policy.walkabout_hours`."""
    yield from _longer_than(directory, MeetingKind.WALKABOUT, directory.area.policy.walkabout_hours)


@warning(
    "workshop-long",
    title="A community workshop is kept short",
    reason="An hour and a half to two hours at most, says the guide.",
    source=Sources.GUIDE,
)
def workshop_is_short(directory: Directory, as_of: date) -> Iterator[Finding]:
    """From `start` to `end` a workshop takes no more than `policy.workshop_hours`."""
    yield from _longer_than(directory, MeetingKind.WORKSHOP, directory.area.policy.workshop_hours)


def _longer_than(directory: Directory, kind: MeetingKind, hours: int) -> Iterator[Finding]:
    for _, meeting in each_meeting(directory):
        if meeting.kind is not kind or meeting.status in _OFF or meeting.start is None or meeting.end is None:
            continue
        start, end = (datetime.combine(meeting.date, clock) for clock in (meeting.start, meeting.end))
        if end - start > timedelta(hours=hours):
            minutes = (end - start) // timedelta(minutes=1)
            took = count(minutes // 60, "hour") + (f" {count(minutes % 60, 'minute')}" if minutes % 60 else "")
            message = f"The {spell_meeting(meeting)} takes {took}."
            yield Finding(meeting.origin, ("end",), message, f"Keep it to {count(hours, 'hour')}.")
