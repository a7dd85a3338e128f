"""The rule that nothing has already happened on a day to come."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.meeting import Meeting, MeetingStatus
from ..model.record import FieldPath, Origin
from .table import Finding, Sources, error
from .wording import spell_day

_Fact = tuple[FieldPath, date | None, str]


@error(
    "fact-to-come",
    title="What has happened did not happen in the future",
    reason="A day to come is a slip of the pen, or a promise written down as done.",
    source=Sources.OURS,
)
def facts_are_past(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Held meetings, minutes, histories, progress, closings, checks, newsletters are of today or earlier."""
    yield from _late(directory.wards_file.origin, _ward_facts(directory), as_of)
    for folder in directory.folders:
        yield from _late(folder.pact.origin, _pact_facts(folder), as_of)
        yield from _late(folder.log.origin, _log_facts(folder), as_of)
        yield from _late(folder.feedback.origin, _feedback_facts(folder), as_of)
        yield from _page_facts(folder, as_of)


def _late(origin: Origin, facts: Iterator[_Fact], as_of: date) -> Iterator[Finding]:
    for field, day, said in facts:
        if day is not None and day > as_of:
            message = f"{said} {spell_day(day)}, which is after {spell_day(as_of)}."
            yield Finding(origin, field, message, "Put the day right, or wait until it has happened.")


def _ward_facts(directory: Directory) -> Iterator[_Fact]:
    for index, ward in enumerate(directory.wards_file.wards):
        yield ("wards", index, "checked_on"), ward.checked_on, f"{ward.name} was checked on"
        for field, people in (("electors", ward.electors), ("population", ward.population)):
            yield ("wards", index, field, "on"), people.on if people else None, "This was counted on"
        for nth, seat in enumerate(ward.councillors):
            given_on = seat.publish.given_on if seat.publish else None
            yield ("wards", index, "councillors", nth, "publish", "given_on"), given_on, "Leave was given on"


def _pact_facts(folder: PactFolder) -> Iterator[_Fact]:
    pact = folder.pact
    yield ("formed_on",), pact.formed_on, "It was formed on"
    yield ("assured_on",), pact.assured_on, "Its details were checked on"
    if pact.endorsement is not None:
        yield ("endorsement", "submitted_on"), pact.endorsement.submitted_on, "The proposal was sent in on"
    for index, change in enumerate(pact.status_history):
        yield ("status_history", index, "on"), change.on, f"It became {change.status} on"
    for index, role in enumerate(pact.roles):
        given_on = role.publish.given_on if role.publish else None
        yield ("roles", index, "publish", "given_on"), given_on, "Leave was given on"
    for index, source in enumerate(pact.sources):
        yield ("sources", index, "on"), source.on, "This was seen on"


def _log_facts(folder: PactFolder) -> Iterator[_Fact]:
    for index, priority in enumerate(folder.log.priorities):
        group: FieldPath = ("priorities", index)
        for nth, change in enumerate(priority.history):
            yield (*group, "history", nth, "on"), change.on, f'"{priority.title}" became {change.status} on'
        yield (*group, "outcome", "asked_on"), priority.outcome.asked_on, "Residents were asked on"
    for index, action in enumerate(folder.log.actions):
        group = ("actions", index)
        yield (*group, "agreed_on"), action.agreed_on, "It was agreed on"
        for nth, entry in enumerate(action.progress):
            yield (*group, "progress", nth, "on"), entry.on, "This progress is of"
        yield (*group, "outcome", "closed_on"), action.outcome.closed_on, "It was closed on"
        yield (*group, "outcome", "asked_on"), action.outcome.asked_on, "Residents were asked on"


def _feedback_facts(folder: PactFolder) -> Iterator[_Fact]:
    for index, feedback in enumerate(folder.feedback.rounds):
        yield ("rounds", index, "closed_on"), feedback.closed_on, "This round closed on"


def _page_facts(folder: PactFolder, as_of: date) -> Iterator[Finding]:
    for meeting in folder.meetings:
        late = [fact for fact in _meeting_facts(meeting) if fact[1] is not None and fact[1] > as_of]
        if late:
            yield from _late(meeting.origin, iter(late), as_of)
    for newsletter in folder.newsletters:
        facts: list[_Fact] = [(("published_on",), newsletter.published_on, "The newsletter came out on")]
        for index, photo in enumerate(newsletter.photos):
            facts.append((("photos", index, "consent_on"), photo.consent_on, "Consent was given on"))
        yield from _late(newsletter.origin, iter(facts), as_of)
    for update in folder.updates:
        yield from _late(update.origin, iter([(("date",), update.date, "This news is of")]), as_of)


def _meeting_facts(meeting: Meeting) -> Iterator[_Fact]:
    if meeting.status is MeetingStatus.HELD:
        yield ("date",), meeting.date, "This meeting was held on"
    yield ("notice_on",), meeting.notice_on, "Notice was given on"
    yield ("minutes_on",), meeting.minutes_on, "The minutes were published on"
    yield ("agreed_on",), meeting.agreed_on, "The minutes were agreed on"
    yield ("updated_on",), meeting.updated_on, "This file was changed on"
    for index, correction in enumerate(meeting.corrections):
        yield ("corrections", index, "on"), correction.on, "This correction was made on"
