"""The parts of a record that several rules go through, each with its folder."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.actions import Action, Priority
from ..model.area import Contact, Publish
from ..model.directory import Directory, PactFolder
from ..model.meeting import Meeting
from ..model.pact import PactKind
from ..model.record import FieldPath, Origin


def each_meeting(directory: Directory) -> Iterator[tuple[PactFolder, Meeting]]:
    """Every meeting, PACT by PACT."""
    for folder in directory.folders:
        for meeting in folder.meetings:
            yield folder, meeting


def each_priority(directory: Directory) -> Iterator[tuple[PactFolder, int, Priority]]:
    """Every priority with its place in the list."""
    for folder in directory.folders:
        for index, priority in enumerate(folder.log.priorities):
            yield folder, index, priority


def each_action(directory: Directory) -> Iterator[tuple[PactFolder, int, Action]]:
    """Every action with its place in the list."""
    for folder in directory.folders:
        for index, action in enumerate(folder.log.actions):
            yield folder, index, action


class ContactValue(NamedTuple):
    """An e-mail address or telephone number somewhere in the record. Findings never repeat the value."""

    origin: Origin
    field: FieldPath
    value: str


def each_contact(directory: Directory) -> Iterator[ContactValue]:
    """Every e-mail address and telephone number of the record."""
    for origin, group, email, phone in _contact_groups(directory):
        if email is not None:
            yield ContactValue(origin, (*group, "email"), email)
        if phone is not None:
            yield ContactValue(origin, (*group, "phone"), phone)


_Group = tuple[Origin, FieldPath, str | None, str | None]


def _contact_groups(directory: Directory) -> Iterator[_Group]:
    csp = directory.area.csp
    yield directory.area.origin, ("csp",), csp.email, csp.phone
    yield from _ward_contacts(directory)
    for index, agency in enumerate(directory.agencies_file.agencies):
        yield directory.agencies_file.origin, ("agencies", index), agency.email, agency.phone
    for folder in directory.folders:
        contact = folder.pact.contact
        yield folder.pact.origin, ("contact",), contact.email, contact.phone


def _ward_contacts(directory: Directory) -> Iterator[_Group]:
    origin = directory.wards_file.origin
    for index, ward in enumerate(directory.wards_file.wards):
        teams: tuple[tuple[str, Contact | None], ...] = (
            ("police_team", ward.police_team),
            ("community_warden", ward.community_warden),
        )
        for name, team in teams:
            if team is not None:
                yield origin, ("wards", index, name), team.email, team.phone
        for seat, councillor in enumerate(ward.councillors):
            yield origin, ("wards", index, "councillors", seat), councillor.email, None


class PersonalName(NamedTuple):
    """A person's name somewhere in the record, with leave to publish it. Findings never repeat the name."""

    origin: Origin
    group: FieldPath
    publish: Publish | None
    in_youth_pact: bool


def each_personal_name(directory: Directory) -> Iterator[PersonalName]:
    """Every personal name: councillors, and those who hold a role on a panel."""
    for index, ward in enumerate(directory.wards_file.wards):
        for seat, councillor in enumerate(ward.councillors):
            if councillor.name is not None:
                group = ("wards", index, "councillors", seat)
                yield PersonalName(directory.wards_file.origin, group, councillor.publish, False)
    for folder in directory.folders:
        is_youth = folder.pact.kind is PactKind.YOUTH
        for index, role in enumerate(folder.pact.roles):
            if role.name is not None:
                yield PersonalName(folder.pact.origin, ("roles", index), role.publish, is_youth)
