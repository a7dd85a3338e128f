"""Starters: new files that pass the check as they are, for a coordinator to fill in.

Each function returns texts by path, relative to the record and ready for `atomic.write_new`, or refuses with
a `NotWrittenError` that says why. `directory` is the record as read, faulty values left out.
"""

from datetime import date

from pydantic_core import PydanticCustomError

from ..model.actions import PriorityStatus
from ..model.directory import Directory, PactFolder
from ..model.meeting import Meeting, MeetingKind
from ..model.types import read_line
from ..reading.layout import Stray, classify
from ..rules.names import key_of
from ..rules.wording import spell_day, suggest
from .actions import NewAction
from .refusal import NotWrittenError
from .starter_texts import actions_text, meeting_text, newsletter_text, pact_text, update_text

_SMALL_WORDS = frozenset({"and", "at", "in", "of", "on", "the"})


def pact_starter(directory: Directory, pact_id: str, as_of: date, name: str | None = None) -> dict[str, str]:
    """`pact.yml` and `actions.yml` of a PACT that is reported on a day.

    Without a `name`, one is made of the id: "luton-hill" is called "Luton Hill PACT". Refused when the id
    cannot be one, or when a PACT goes by the id or name already, however it is spelt.
    """
    path = f"{pact_id}/pact.yml"
    kind = (
        classify(path) if "/" not in pact_id else Stray(f'"{pact_id}" cannot be the id of a PACT.', "Leave out /.")
    )
    if isinstance(kind, Stray):
        raise NotWrittenError(f"{kind.message} {kind.hint}")
    called = _one_line(name) if name else _name_of(pact_id)
    _refuse_known_name(directory, pact_id, called)
    ward = next(iter(directory.ward_by_gss), "")
    agency = next(iter(directory.agency_by_id), "")
    topic = next(iter(directory.topic_by_id), "")
    log = f"{pact_id}/actions.yml"
    return {
        path: pact_text(path, called, as_of, ward, agency),
        log: actions_text(log, as_of, topic, agency),
    }


def meeting_starter(
    directory: Directory, pact_id: str, day: date, as_of: date, kind: MeetingKind = MeetingKind.PANEL
) -> dict[str, str]:
    """A meeting's file: planned when its day is `as_of` or later, else held and without minutes.

    A second meeting on the same day gets its kind after the day: 2026-03-12-surgery.
    """
    folder = _folder(directory, pact_id)
    stems = folder.meeting_by_stem
    stem = day.isoformat() if day.isoformat() not in stems else f"{day.isoformat()}-{kind}"
    path = f"{pact_id}/meetings/{stem}.md"
    if stem in stems:
        raise _there_already("a meeting", day, path)
    venue = folder.pact.meets.usual_venue or next(iter(directory.venue_by_id), "")
    return {path: meeting_text(path, kind, day, as_of, venue)}


def newsletter_starter(
    directory: Directory, pact_id: str, day: date, as_of: date, kind: MeetingKind | None = None
) -> dict[str, str]:
    """The newsletter of a day's meeting, published on `as_of`; `kind` tells two meetings of a day apart."""
    folder = _folder(directory, pact_id)
    meetings = [meeting for meeting in _meetings_of(folder, day) if kind in {None, meeting.kind}]
    if not meetings:
        said = f"{folder.pact.name} has no {kind or 'meeting'} on {spell_day(day)}, and a newsletter follows one."
        raise NotWrittenError(f"{said} Add the meeting first: pact new meeting --pact {pact_id} --date {day}")
    if day > as_of:
        raise NotWrittenError(
            f"The meeting of {spell_day(day)} is still to come. Its newsletter comes out after it."
        )
    without = [meeting.stem for meeting in meetings if meeting.stem not in folder.newsletter_stems]
    if not without:
        raise _there_already("a newsletter", day, f"{pact_id}/newsletters/{meetings[0].stem}.md")
    path = f"{pact_id}/newsletters/{without[0]}.md"
    return {path: newsletter_text(path, as_of)}


def update_starter(
    directory: Directory, pact_id: str, day: date, as_of: date, title: str | None = None
) -> dict[str, str]:
    """News of a day, which is `as_of` or earlier; without a title it is called "News of 2 May 2026"."""
    folder = _folder(directory, pact_id)
    if day > as_of:
        raise NotWrittenError(f"{spell_day(day)} is still to come. Write the update when there is news.")
    path = f"{pact_id}/updates/{day.isoformat()}.md"
    if any(update.stem == day.isoformat() for update in folder.updates):
        raise _there_already("an update", day, path)
    called = _one_line(title) if title else f"News of {spell_day(day)}"
    key = [priority.id for priority in folder.log.priorities if priority.status is PriorityStatus.KEY]
    return {path: update_text(path, day, called, key[0] if key else "")}


def action_starter(directory: Directory, pact_id: str, day: date, action: str, lead_agency: str) -> NewAction:
    """An action raised on a day, for `actions.action_added`; it names that day's meeting where there is one."""
    folder = _folder(directory, pact_id)
    if lead_agency not in directory.agency_by_id:
        otherwise = "Write the id of an agency in agencies.yml, or add it there first."
        hint = suggest(lead_agency, directory.agency_by_id, otherwise)
        raise NotWrittenError(f'There is no agency "{lead_agency}". {hint}')
    meetings = _meetings_of(folder, day)
    raised_at = meetings[0].stem if meetings else None
    has_agreed = folder.pact.has_member(lead_agency, day)
    return NewAction(_one_line(action), lead_agency, day, raised_at, has_agreed=has_agreed)


def _meetings_of(folder: PactFolder, day: date) -> list[Meeting]:
    """The meetings of a day; the one whose file is named by the day alone comes first."""
    return sorted((meeting for meeting in folder.meetings if meeting.date == day), key=lambda one: one.stem)


def _folder(directory: Directory, pact_id: str) -> PactFolder:
    folder = directory.folder_by_id.get(pact_id)
    if folder is not None:
        return folder
    if f"{pact_id}/pact.yml" in directory.incomplete:
        raise NotWrittenError(f"The files of {pact_id} have faults. Put right what pact check says of them first.")
    hint = suggest(pact_id, directory.folder_by_id, "Write the name of a PACT's folder.")
    raise NotWrittenError(f'There is no PACT "{pact_id}". {hint}')


def _there_already(what: str, day: date, path: str) -> NotWrittenError:
    return NotWrittenError(f"There is already {what} of {spell_day(day)}: {path}. Open it and change it there.")


def _one_line(typed: str) -> str:
    try:
        return read_line(typed)
    except PydanticCustomError as refusal:
        said = refusal.context or {}
        raise NotWrittenError(f"{said.get('said')} {said.get('hint')}") from None


def _name_of(pact_id: str) -> str:
    words = [word for word in pact_id.split("-") if word != "pact"]
    spelt = [word if index and word in _SMALL_WORDS else word.capitalize() for index, word in enumerate(words)]
    return " ".join([*spelt, "PACT"])


def _refuse_known_name(directory: Directory, pact_id: str, name: str) -> None:
    wanted = {key_of(pact_id), key_of(name)}
    for folder in directory.folders:
        pact = folder.pact
        for known in (folder.id, pact.name, *(alias.name for alias in pact.aliases), *pact.former_ids):
            if key_of(known) in wanted:
                said = f'"{known}" is already a name of {pact.name}, in {pact.origin.path}.'
                raise NotWrittenError(f"{said} Open that file; if this is another PACT, give it another name.")
