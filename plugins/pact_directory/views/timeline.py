"""The story of an issue, step by step: raised, meetings, actions, news of them, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model import standing
from ..model.actions import Action, ActionStatus, Outcome, Priority, PriorityStatus, ResidentsSay
from ..model.meeting import MeetingStatus
from ..model.names import slug
from ..publication import PublicDirectory, PublicPact
from .parts import MeetingRef
from .progress import meeting_ref

_RANK = ("raised", "waiting", "key", "asked", "agreed", "progress", "update", "told", "resolved", "dropped")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated step.

    `kind` is raised, waiting, key, resolved or dropped (what became of the issue, with the `meeting` of that
    day); asked, agreed or progress (of an action, named by `title`, led by `agency`, with its `status` and a
    date it was moved to); update (news, named by `title`); or told (what residents said of the issue or,
    where there is a `title`, of an action: `status` is better, same, worse or mixed). `address` and `anchor`
    are where there is more. `source` is a `PrioritySource` code.
    """

    on: date
    kind: str
    meeting: MeetingRef | None = None
    source: str = ""
    votes: int | None = None
    note: str = ""
    title: str = ""
    agency: str = ""
    status: str = ""
    moved_to: date | None = None
    responses: int | None = None
    address: Address | None = None
    anchor: str = ""


def timeline(directory: PublicDirectory, pact: PublicPact, issue: Priority) -> tuple[TimelineEntry, ...]:
    """Every dated step of an issue up to the day, oldest first: it is read as a story, and ends with today."""
    steps = [*_of_issue(pact, issue), *_of_updates(pact, issue)]
    for action in pact.actions:
        if action.priority == issue.id:
            steps += _of_action(directory, pact, action)
    known = (step for step in steps if step.on <= directory.as_of)
    return tuple(sorted(known, key=lambda step: (step.on, _RANK.index(step.kind))))


def _of_issue(pact: PublicPact, issue: Priority) -> Iterator[TimelineEntry]:
    first = meeting_ref(pact, issue.raised_at)
    source = issue.source.value if issue.source else ""
    raised_on = first.day if first else issue.history[0].on
    yield TimelineEntry(raised_on, "raised", meeting=first, source=source, votes=issue.votes)
    for change in issue.history:
        note = change.note or ""
        # What is raised waits: that is said only where it came later, or somebody said why.
        if change.status is PriorityStatus.WAITING and change.on == raised_on and not note:
            continue
        meeting = _held_on(pact, change.on)
        yield TimelineEntry(change.on, change.status.value, meeting=meeting, note=note)
    yield from _told(issue.outcome, issue.outcome.asked_on)


def _held_on(pact: PublicPact, day: date) -> MeetingRef | None:
    held = (one for one in pact.meetings if one.facts.date == day and one.facts.status is MeetingStatus.HELD)
    meeting = next(held, None)
    return meeting_ref(pact, meeting.stem) if meeting else None


def _of_action(directory: PublicDirectory, pact: PublicPact, action: Action) -> Iterator[TimelineEntry]:
    log, anchor = addresses.pact_actions(pact.id), f"action-{action.id}"
    lead = directory.agency_by_id.get(action.lead_agency or "")
    agency = lead.name if lead else ""
    for on, kind, meeting in _beginnings(pact, action):
        yield TimelineEntry(
            on, kind, meeting=meeting, title=action.action, agency=agency, address=log, anchor=anchor
        )
    for entry in action.progress:
        yield TimelineEntry(
            entry.on,
            "progress",
            title=action.action,
            status=entry.status.value,
            moved_to=entry.due_on,
            address=log,
            anchor=anchor,
        )
    yield from _told(action.outcome, action.outcome.asked_on, action.action, log, anchor)


def _beginnings(pact: PublicPact, action: Action) -> Iterator[tuple[date, str, MeetingRef | None]]:
    """When an action was asked for, and when its agency agreed: on one day, or the second later, or never."""
    meeting = pact.meeting_by_stem.get(action.raised_at or "")
    raised = standing.raised_on(action, meeting.facts if meeting else None)
    start = standing.starting_status(pact.facts, action, raised)
    agreed = action.agreed_on or (raised if start is ActionStatus.AGREED else None)
    told = {entry.on for entry in action.progress if entry.status is ActionStatus.AGREED}
    if raised and raised != agreed and meeting:
        yield raised, "asked", meeting_ref(pact, meeting.stem)
    if agreed and agreed not in told and (meeting or action.agreed_on):
        yield agreed, "agreed", meeting_ref(pact, meeting.stem) if meeting and agreed == raised else None


def _of_updates(pact: PublicPact, issue: Priority) -> Iterator[TimelineEntry]:
    for update in pact.updates:
        if update.facts.priority == issue.id:
            yield TimelineEntry(
                update.facts.date,
                "update",
                title=update.facts.title,
                address=addresses.news(pact.id),
                anchor=f"news-{slug(update.facts.stem)}",
            )


def _told(
    outcome: Outcome, asked_on: date | None, action: str = "", log: Address | None = None, anchor: str = ""
) -> Iterator[TimelineEntry]:
    if asked_on and outcome.residents_say is not ResidentsSay.NOT_ASKED:
        said = outcome.residents_say.value
        yield TimelineEntry(
            asked_on, "told", title=action, status=said, responses=outcome.responses, address=log, anchor=anchor
        )
