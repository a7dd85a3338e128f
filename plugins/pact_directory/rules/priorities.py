"""Rules of key issues: few at a time, and none without something being done."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..model.actions import OPEN_STATUSES, Priority, PriorityStatus
from ..model.directory import Directory, PactFolder
from .standing import current_status
from .table import Finding, Sources, error
from .walking import each_priority
from .wording import count, spell_day, spell_list


class _Span(NamedTuple):
    """A time during which a priority was key: its last day is the day before `until`."""

    since: date
    until: date
    place: int
    entry: int


def key_spans(place: int, priority: Priority) -> Iterator[_Span]:
    """The times a priority was key. One that stops being key on a day is not key on it."""
    history = priority.history
    for entry, change in enumerate(history):
        until = history[entry + 1].on if entry + 1 < len(history) else date.max
        if change.status is PriorityStatus.KEY and until > change.on:
            yield _Span(change.on, until, place, entry)


@error(
    "key-issues-many",
    title="A PACT has few key issues at a time",
    reason="A panel cannot deal with everything at once: it selects three key issues, and others wait.",
    source=Sources.GUIDELINES,
)
def key_issues_are_few(directory: Directory, as_of: date) -> Iterator[Finding]:
    """On no day are more priorities key than `policy.key_issues`."""
    limit = directory.area.policy.key_issues
    for folder in directory.folders:
        for span, beside in _crowded(folder, limit):
            titles = spell_list(f'"{folder.log.priorities[place].title}"' for place in beside)
            yield Finding(
                folder.log.origin,
                ("priorities", span.place, "history", span.entry, "status"),
                f"From {spell_day(span.since)} there are {count(len(beside), 'key issue')}: {titles}.",
                f"At most {limit} can be key at one time. Resolve one of them, or let this one wait.",
            )


def _crowded(folder: PactFolder, limit: int) -> Iterator[tuple[_Span, list[int]]]:
    """The spans that begin when enough others are key already, each with all that are key then."""
    spans = [span for place, priority in enumerate(folder.log.priorities) for span in key_spans(place, priority)]
    if len(spans) <= limit:
        return
    running: list[_Span] = []
    for span in sorted(spans, key=lambda span: (span.since, span.place)):
        running = [other for other in running if other.until > span.since]
        running.append(span)
        if len(running) > limit:
            yield span, sorted(other.place for other in running)


@error(
    "key-issue-idle",
    title="A key issue is never shown without what is being done about it",
    reason="Naming a problem heightens concern; emphasis is placed on what is being done.",
    source=Sources.GUIDE,
)
def key_issue_has_action(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A priority that is key has an open action, or says its next step."""
    served = {
        (folder.id, action.priority)
        for folder in directory.folders
        for action in folder.log.actions
        if action.priority is not None and current_status(folder, action) in OPEN_STATUSES
    }
    for folder, place, priority in each_priority(directory):
        is_idle = priority.next_step is None and (folder.id, priority.id) not in served
        if priority.status is PriorityStatus.KEY and is_idle:
            yield Finding(
                folder.log.origin,
                ("priorities", place, "next_step"),
                f'Nothing is being done about the key issue "{priority.title}".',
                "Add an action with this priority, or next_step: and what happens next.",
            )
