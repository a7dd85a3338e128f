"""Rules of a PACT's rhythm: panels, walkabouts, workshops, open meetings and feedback.

They apply to active neighbourhood and youth PACTs: a forum, and a PACT that is proposed, paused or closed,
keeps no rhythm.
"""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.meeting import Meeting, MeetingKind, MeetingStatus
from ..model.pact import Pact, PactKind, PactStatus
from .days import add_months, end_of_month, is_upcoming
from .standing import active_since
from .table import Finding, Sources, warning
from .wording import count, spell_day


def _with_rhythm(directory: Directory) -> Iterator[PactFolder]:
    for folder in directory.folders:
        if folder.pact.status is PactStatus.ACTIVE and folder.pact.kind is not PactKind.FORUM:
            yield folder


def _was_held(meeting: Meeting, as_of: date) -> bool:
    return meeting.status is MeetingStatus.HELD and meeting.date <= as_of


@warning(
    "gap-long",
    title="A PACT keeps to its own rhythm",
    reason="A panel need not meet more often than every two to four months; a longer gap looks like an end.",
    source=Sources.GUIDE,
)
def gap_is_within_rhythm(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The next formal meeting comes within `meets.every_months`, or `policy.gap_months` where none is given.

    Counted in whole months: from the last formal meeting held (or the day the PACT became active, where that
    is later) to the end of the month so many months on. Measured to the next formal meeting planned or
    confirmed, or to this day where there is none.
    """
    for folder in _with_rhythm(directory):
        months = folder.pact.meets.every_months or directory.area.policy.gap_months
        held = [m.date for m in folder.meetings if m.is_formal and _was_held(m, as_of)]
        started = active_since(folder.pact)
        since = max([*held, *([started] if started else [])], default=None)
        coming = min((m.date for m in folder.meetings if m.is_formal and is_upcoming(m, as_of)), default=None)
        if since is not None and (coming or as_of) > end_of_month(add_months(since, months)):
            yield Finding(folder.pact.origin, ("meets",), *_gap(folder.pact, since, coming, months))


def _gap(pact: Pact, since: date, coming: date | None, months: int) -> tuple[str, str]:
    begun = f"{pact.name} last met, or became active, on {spell_day(since)}"
    if coming is not None:
        hint = "Meet sooner, or put every_months: right."
        return (
            f"{begun}, and meets next on {spell_day(coming)}: more than {count(months, 'month')} apart.",
            hint,
        )
    hint = "Add the next meeting, put every_months: right, or write status: paused."
    return f"{begun}: more than {count(months, 'month')} ago, with no meeting to come.", hint


@warning(
    "walkabout-missing",
    title="A PACT has walked its area at least once",
    reason="At least one walkabout is recommended, to see what is important to residents.",
    source=Sources.GUIDE,
)
def has_walked(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A walkabout was held, or is arranged."""
    yield from _never(directory, MeetingKind.WALKABOUT, "walkabout", as_of)


@warning(
    "workshop-missing",
    title="A PACT has held at least one community workshop",
    reason="At least one community workshop is recommended, to find what matters most to residents.",
    source=Sources.GUIDE,
)
def has_held_workshop(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A community workshop was held, or is arranged."""
    yield from _never(directory, MeetingKind.WORKSHOP, "community workshop", as_of)


def _never(directory: Directory, kind: MeetingKind, said: str, as_of: date) -> Iterator[Finding]:
    for folder in _with_rhythm(directory):
        if not any(m.kind is kind and (_was_held(m, as_of) or is_upcoming(m, as_of)) for m in folder.meetings):
            message = f"{folder.pact.name} has not held a {said} yet."
            yield Finding(folder.pact.origin, (), message, f"Plan one, and add it with kind: {kind}")


@warning(
    "feedback-old",
    title="Residents are asked for their view of the PACT",
    reason="Residents are to say now and then how far they influence decisions (recommendation 10).",
    source=Sources.REVIEW,
)
def feedback_is_recent(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A round of feedback closed within `policy.feedback_months`, or the PACT is younger than that."""
    months = directory.area.policy.feedback_months
    for folder in _with_rhythm(directory):
        last = max((feedback.closed_on for feedback in folder.feedback.rounds), default=None)
        if _is_old(folder.pact, last, months, as_of):
            when = f"since {spell_day(last)}" if last else "yet"
            message = f"Residents have not been asked about {folder.pact.name} {when}."
            yield Finding(
                folder.pact.origin, (), message, "Ask them, and add the totals as a round in feedback.yml"
            )


@warning(
    "open-meeting-old",
    title="A PACT holds open meetings",
    reason="With no issues arranged beforehand, it hears those the panel does not (recommendation 11).",
    source=Sources.REVIEW,
)
def open_meeting_is_recent(directory: Directory, as_of: date) -> Iterator[Finding]:
    """An open meeting was held within `policy.open_meeting_months` or is arranged, or the PACT is younger."""
    months = directory.area.policy.open_meeting_months
    for folder in _with_rhythm(directory):
        meetings = [meeting for meeting in folder.meetings if meeting.kind is MeetingKind.OPEN]
        last = max((meeting.date for meeting in meetings if _was_held(meeting, as_of)), default=None)
        is_arranged = any(is_upcoming(meeting, as_of) for meeting in meetings)
        if not is_arranged and _is_old(folder.pact, last, months, as_of):
            when = f"since {spell_day(last)}" if last else "yet"
            message = f"{folder.pact.name} has held no open meeting {when}."
            yield Finding(folder.pact.origin, (), message, "Plan one, and add it with kind: open")


def _is_old(pact: Pact, last: date | None, months: int, as_of: date) -> bool:
    began = pact.formed_on or active_since(pact)
    since = max((day for day in (last, began) if day is not None), default=None)
    return since is None or add_months(since, months) < as_of
