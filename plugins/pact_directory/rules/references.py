"""Rules that make every mention of a ward, agency, venue, topic, meeting or priority lead somewhere.

Nothing is said of mentions of what a file with faults of form should hold: one slip in agencies.yml must not
be answered with a thousand unknown agencies.
"""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.pact import RESIDENT
from .mentions import Mention, listed, unknown
from .table import Finding, Sources, error
from .walking import each_action, each_meeting, each_priority


@error(
    "unknown-ward",
    title="Every ward a PACT names is a ward of the area",
    reason="The directory is published ward by ward (recommendation 1).",
    source=Sources.REVIEW,
)
def wards_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`wards` holds GSS codes of wards.yml; coverage-part sees to those of `coverage.part_of`."""
    if directory.wards_file.origin.path in directory.incomplete:
        return
    mentions = (m for f in directory.folders for m in listed(f.pact.origin, ("wards",), f.pact.wards))
    otherwise = "Write the GSS code of a ward in wards.yml."
    yield from unknown(mentions, directory.ward_by_gss, "There is no ward {} in wards.yml.", otherwise)


@error(
    "unknown-agency",
    title="Every agency named is in the list of agencies",
    reason="An agency's page gathers everything it has promised.",
    source=Sources.OURS,
)
def agencies_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Members, lead agencies, organisations of roles, and every other agency named are in agencies.yml."""
    if directory.agencies_file.origin.path in directory.incomplete:
        return
    otherwise = "Write the id of an agency in agencies.yml, or add it there."
    known = directory.agency_by_id
    yield from unknown(_agencies(directory), known, "There is no agency {} in agencies.yml.", otherwise)
    roles = (
        Mention(folder.pact.origin, ("roles", index, "organisation"), role.organisation)
        for folder in directory.folders
        for index, role in enumerate(folder.pact.roles)
    )
    said = "{} is neither an agency in agencies.yml nor resident."
    yield from unknown(roles, {*known, RESIDENT}, said, "Write the id of an agency, or resident.")


def _agencies(directory: Directory) -> Iterator[Mention]:
    origin = directory.wards_file.origin
    for index, ward in enumerate(directory.wards_file.wards):
        yield from listed(origin, ("wards", index, "checked_with"), ward.checked_with)
        if ward.police_team is not None:
            yield Mention(origin, ("wards", index, "police_team", "agency"), ward.police_team.agency)
    for index, topic in enumerate(directory.topics_file.topics):
        yield from listed(directory.topics_file.origin, ("topics", index, "agencies"), topic.agencies)
    for folder in directory.folders:
        for index, member in enumerate(folder.pact.members):
            yield Mention(folder.pact.origin, ("members", index, "agency"), member.agency)
    for folder, index, action in each_action(directory):
        if action.lead_agency is not None:
            yield Mention(folder.log.origin, ("actions", index, "lead_agency"), action.lead_agency)
    for _, meeting in each_meeting(directory):
        if meeting.agencies_expected or meeting.agencies_present:
            yield from listed(meeting.origin, ("agencies_expected",), meeting.agencies_expected)
            yield from listed(meeting.origin, ("agencies_present",), meeting.agencies_present)


@error(
    "unknown-venue",
    title="Every venue named is in the list of venues",
    reason="A venue should be accessible and welcoming; its entry tells residents whether they can get in.",
    source=Sources.GUIDE,
)
def venues_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A meeting's venue and a PACT's usual one are in venues.yml."""
    if directory.venues_file.origin.path in directory.incomplete:
        return
    otherwise = "Write the id of a venue in venues.yml, or add it there."
    yield from unknown(_venues(directory), directory.venue_by_id, "There is no venue {} in venues.yml.", otherwise)


def _venues(directory: Directory) -> Iterator[Mention]:
    for folder in directory.folders:
        if folder.pact.meets.usual_venue is not None:
            yield Mention(folder.pact.origin, ("meets", "usual_venue"), folder.pact.meets.usual_venue)
    known = directory.venue_by_id
    for _, meeting in each_meeting(directory):
        if meeting.venue is not None and meeting.venue not in known:
            yield Mention(meeting.origin, ("venue",), meeting.venue)


@error(
    "unknown-topic",
    title="Every topic named is in the list of topics",
    reason="A topic's page shows which PACTs work on it and what has been tried.",
    source=Sources.OURS,
)
def topics_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The topics of priorities and of votes are in topics.yml."""
    if directory.topics_file.origin.path in directory.incomplete:
        return
    otherwise = "Write the id of a topic in topics.yml, or add it there."
    yield from unknown(_topics(directory), directory.topic_by_id, "There is no topic {} in topics.yml.", otherwise)


def _topics(directory: Directory) -> Iterator[Mention]:
    for folder, index, priority in each_priority(directory):
        if priority.topic is not None:
            yield Mention(folder.log.origin, ("priorities", index, "topic"), priority.topic)
    for _, meeting in each_meeting(directory):
        for index, vote in enumerate(meeting.votes):
            yield Mention(meeting.origin, ("votes", index, "topic"), vote.topic)


@error(
    "unknown-meeting",
    title="Every meeting named is in the PACT's folder",
    reason="A resident can follow an action back to the meeting that asked for it.",
    source=Sources.OURS,
)
def meetings_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`raised_at` and `moved_to` name a meeting of the PACT, and a newsletter's file is named after one."""
    otherwise = "Write the name of a file in the PACT's meetings folder, without .md"
    for folder in directory.folders:
        said = f"There is no meeting {{}} in {folder.id}/meetings."
        yield from unknown(_meetings(folder), folder.meeting_by_stem, said, otherwise)
        for newsletter in folder.newsletters:
            if newsletter.stem not in folder.meeting_by_stem:
                message = f'This newsletter is named "{newsletter.stem}", and there is no such meeting.'
                yield Finding(newsletter.origin, (), message, "Name the file after its meeting.")


def _meetings(folder: PactFolder) -> Iterator[Mention]:
    for index, priority in enumerate(folder.log.priorities):
        if priority.raised_at is not None:
            yield Mention(folder.log.origin, ("priorities", index, "raised_at"), priority.raised_at)
    for index, action in enumerate(folder.log.actions):
        if action.raised_at is not None:
            yield Mention(folder.log.origin, ("actions", index, "raised_at"), action.raised_at)
    for meeting in folder.meetings:
        if meeting.moved_to is not None:
            yield Mention(meeting.origin, ("moved_to",), meeting.moved_to)


@error(
    "unknown-priority",
    title="Every key issue named is one of the PACT's",
    reason="A key issue is shown with what is being done about it.",
    source=Sources.OURS,
)
def priorities_exist(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The priority of an action or update is in the PACT's actions.yml."""
    otherwise = "Write the id of one of this PACT's priorities, or leave it empty."
    for folder in directory.folders:
        if folder.log.origin.path in directory.incomplete:
            continue
        known = {priority.id for priority in folder.log.priorities}
        mentions = [
            Mention(folder.log.origin, ("actions", index, "priority"), action.priority)
            for index, action in enumerate(folder.log.actions)
            if action.priority is not None
        ]
        mentions += [
            Mention(u.origin, ("priority",), u.priority) for u in folder.updates if u.priority is not None
        ]
        yield from unknown(mentions, known, f"There is no priority {{}} in {folder.id}/actions.yml.", otherwise)
