"""Rules of who runs a PACT, how it is reached, and when it was last checked."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory
from ..model.meeting import MeetingStatus
from ..model.pact import Pact, PactKind, PactStatus, RoleName
from .days import add_months
from .table import Finding, Sources, error, warning
from .wording import spell_day, spell_meeting

_CHAIRS = {RoleName.CHAIR: "chair", RoleName.VICE_CHAIR: "vice-chair"}
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
_AT_WORK = frozenset({PactStatus.ACTIVE, PactStatus.PAUSED})


@error(
    "pact-secretary",
    title="An active PACT has a secretary",
    reason="Each PACT nominates a secretary for meetings, notes and actions, known to the partnership.",
    source=Sources.GUIDELINES,
)
def pact_has_secretary(directory: Directory, as_of: date) -> Iterator[Finding]:
    """An active PACT names the organisation its secretary comes from."""
    for folder in directory.folders:
        pact = folder.pact
        if pact.status is PactStatus.ACTIVE and all(role.role is not RoleName.SECRETARY for role in pact.roles):
            message = f"{pact.name} is active and has no secretary."
            hint = "Add {role: secretary, organisation: council} to roles:, with the right organisation."
            yield Finding(pact.origin, ("roles",), message, hint)


@error(
    "pact-contact",
    title="An active PACT can be reached",
    reason="The list gives contact details for each PACT (recommendation 1).",
    source=Sources.REVIEW,
)
def pact_has_contact(directory: Directory, as_of: date) -> Iterator[Finding]:
    """An active PACT has a public e-mail address or telephone number."""
    for folder in directory.folders:
        pact = folder.pact
        if pact.status is PactStatus.ACTIVE and pact.contact.email is None and pact.contact.phone is None:
            message = f"{pact.name} is active and has neither e-mail address nor telephone number."
            hint = "Add contact: with a role mailbox or a public number; the partnership's will do."
            yield Finding(pact.origin, ("contact",), message, hint)


@warning(
    "chair-statutory",
    title="The chair is not from a statutory body",
    reason="Chairs should not represent bodies such as the police or council; a resident is preferred.",
    source=Sources.GUIDE,
)
def chair_is_independent(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Neither chair nor vice-chair is from a statutory agency, save in forums and closed PACTs."""
    for folder in directory.folders:
        pact = folder.pact
        if pact.kind is PactKind.FORUM or pact.status is PactStatus.CLOSED:
            continue
        for index, role in enumerate(pact.roles):
            agency = directory.agency_by_id.get(role.organisation)
            if role.role in _CHAIRS and agency is not None and agency.statutory:
                message = f"The {_CHAIRS[role.role]} of {pact.name} is from {agency.name}, a statutory body."
                hint = "Look for a resident to take the chair, and write organisation: resident"
                yield Finding(pact.origin, ("roles", index, "organisation"), message, hint)


@error(
    "formal-before-endorsement",
    title="No formal meeting is held before a new PACT is endorsed",
    reason="A proposal must be endorsed by the partnership before any formal PACT meeting takes place.",
    source=Sources.GUIDELINES,
)
def endorsed_before_formal(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A PACT formed on or after `endorsement_from` meets formally only once its history says it was endorsed.

    Planned meetings count once it is known that the endorsement came after them; those cancelled or moved
    never do. A forum needs no endorsement.
    """
    begins = directory.area.endorsement_from
    for folder in directory.folders:
        pact = folder.pact
        if begins is None or pact.formed_on is None or pact.formed_on < begins or pact.kind is PactKind.FORUM:
            continue
        if not pact.status_history:
            continue  # pact-status asks for it
        endorsed = _endorsed_on(pact)
        for meeting in folder.meetings:
            is_early = meeting.date < (endorsed or date.max)
            is_firm = endorsed is not None or meeting.status is not MeetingStatus.PLANNED
            if meeting.is_formal and meeting.status not in _OFF and is_early and is_firm:
                until = f"was endorsed only on {spell_day(endorsed)}" if endorsed else "is not endorsed"
                message = f"{pact.name} {until}, and this is the {spell_meeting(meeting)}."
                hint = "Write kind: open or workshop if it was no formal meeting, or add the endorsement."
                yield Finding(meeting.origin, ("kind",), message, hint, (pact.origin.path,))


def _endorsed_on(pact: Pact) -> date | None:
    days = (change.on for change in pact.status_history if change.status is PactStatus.ENDORSED)
    return min(days, default=None)


@warning(
    "review-passed",
    title="A PACT's details are checked again in time",
    reason="A list is only as good as the day it was last checked.",
    source=Sources.OURS,
)
def details_are_fresh(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`review_by` has not passed; where none is given, `policy.review_months` after `assured_on`.

    An active or paused PACT has one of the two. Closed PACTs are left alone.
    """
    months = directory.area.policy.review_months
    for folder in directory.folders:
        pact = folder.pact
        if pact.status is PactStatus.CLOSED:
            continue
        due = pact.review_by or (add_months(pact.assured_on, months) if pact.assured_on else None)
        hint = "Check its details, then write the days in assured_on: and review_by:"
        if due is not None and due < as_of:
            message = f"The details of {pact.name} were to be checked by {spell_day(due)}."
            yield Finding(pact.origin, ("review_by",), message, hint)
        elif due is None and pact.status in _AT_WORK:
            message = f"Nothing says when the details of {pact.name} were checked."
            yield Finding(pact.origin, ("review_by",), message, hint)
