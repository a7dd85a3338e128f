"""The gate: what of the record may be seen on a day. Pages are made from nothing else.

Withheld here: personal names without a leave that holds on the day, minutes that are not published and
everything that belongs to them, documents nobody lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from .model.actions import Action, Priority
from .model.area import Agency, Area, Councillor, Publish, Topic, Venue, Ward
from .model.directory import Directory, PactFolder
from .model.documents import DocumentFile
from .model.meeting import Attendance, Meeting, Minutes
from .model.pact import Newsletter, Pact, Role, Round, Update
from .model.postcodes import Neighbour, Postcode
from .prose import Prose, SafeHtml

if TYPE_CHECKING:
    from .model.shapes import ShapeFile


@dataclass(frozen=True)
class PublicMeeting:
    """A meeting with its words, empty unless its minutes are published."""

    facts: Meeting
    words: SafeHtml

    @cached_property
    def stem(self) -> str:
        """The meeting's id."""
        return self.facts.stem


@dataclass(frozen=True, eq=False)
class PublicUpdate:
    """News between meetings, with its words."""

    facts: Update
    words: SafeHtml


@dataclass(frozen=True, eq=False)
class PublicNewsletter:
    """The newsletter after a meeting, with the editor's own words, which may be empty."""

    facts: Newsletter
    words: SafeHtml

    @property
    def stem(self) -> str:
        """The id of its meeting."""
        return self.facts.stem


@dataclass(frozen=True, eq=False)
class PublicPact:
    """One PACT as the public may see it.

    Meetings, newsletters and updates are oldest first. `documents` are the files that something published
    names, by name.
    `boundary` is the PACT's own, where it covers less than whole wards and somebody drew it.
    """

    facts: Pact
    priorities: tuple[Priority, ...]
    actions: tuple[Action, ...]
    meetings: tuple[PublicMeeting, ...]
    updates: tuple[PublicUpdate, ...]
    feedback: tuple[Round, ...]
    newsletters: tuple[PublicNewsletter, ...]
    boundary: "ShapeFile | None" = None
    documents: Mapping[str, DocumentFile] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        """The PACT's id."""
        return self.facts.id

    @cached_property
    def meeting_by_stem(self) -> Mapping[str, PublicMeeting]:
        """The meetings by their ids."""
        return MappingProxyType({meeting.stem: meeting for meeting in self.meetings})

    @cached_property
    def newsletter_by_stem(self) -> Mapping[str, PublicNewsletter]:
        """The newsletters by the ids of their meetings."""
        return MappingProxyType({newsletter.stem: newsletter for newsletter in self.newsletters})


@dataclass(frozen=True, eq=False)
class PublicDirectory:
    """The record as the public may see it on the day `as_of`."""

    as_of: date
    area: Area
    wards: tuple[Ward, ...]
    agencies: tuple[Agency, ...]
    venues: tuple[Venue, ...]
    topics: tuple[Topic, ...]
    pacts: tuple[PublicPact, ...]
    postcodes: tuple[Postcode, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    ward_shapes: "ShapeFile | None" = None

    @cached_property
    def ward_by_gss(self) -> Mapping[str, Ward]:
        """The wards by code."""
        return {ward.gss: ward for ward in self.wards}

    @cached_property
    def agency_by_id(self) -> Mapping[str, Agency]:
        """The agencies by id."""
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def venue_by_id(self) -> Mapping[str, Venue]:
        """The venues by id."""
        return {venue.id: venue for venue in self.venues}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def pact_by_id(self) -> Mapping[str, PublicPact]:
        """The PACTs by id."""
        return {pact.id: pact for pact in self.pacts}


def publish_directory(directory: Directory, prose: Mapping[str, Prose], as_of: date) -> PublicDirectory:
    """Let through what may be seen on the day; `prose` holds the words of pages by file path."""
    return PublicDirectory(
        as_of=as_of,
        area=directory.area,
        wards=tuple(_ward(ward, as_of) for ward in directory.wards_file.wards),
        agencies=directory.agencies_file.agencies,
        venues=directory.venues_file.venues,
        topics=directory.topics_file.topics,
        pacts=tuple(_pact(folder, prose, as_of) for folder in directory.folders),
        postcodes=directory.postcodes.rows,
        neighbours=directory.neighbours.rows,
        ward_shapes=directory.ward_shapes,
    )


def _pact(folder: PactFolder, prose: Mapping[str, Prose], as_of: date) -> PublicPact:
    roles = tuple(_role(role, as_of) for role in folder.pact.roles)
    return PublicPact(
        facts=folder.pact.model_copy(update={"roles": roles}),
        priorities=folder.log.priorities,
        actions=folder.log.actions,
        meetings=tuple(_meeting(meeting, prose) for meeting in folder.meetings),
        updates=tuple(
            PublicUpdate(update, prose[update.origin.path].html)
            for update in folder.updates
            if update.date <= as_of
        ),
        feedback=folder.feedback.rounds,
        newsletters=tuple(
            PublicNewsletter(newsletter.without_body(), prose[newsletter.origin.path].html)
            for newsletter in folder.newsletters
            if newsletter.published_on <= as_of
        ),
        documents=_documents(folder, as_of),
        boundary=folder.boundary,
    )


def _documents(folder: PactFolder, as_of: date) -> Mapping[str, DocumentFile]:
    """The files that a meeting, a newsletter that is out, or the PACT itself names; no other leaves the record."""
    named = {document.file for meeting in folder.meetings for document in meeting.documents}
    named |= {
        photo.file
        for newsletter in folder.newsletters
        if newsletter.published_on <= as_of
        for photo in newsletter.photos
    }
    named.add(folder.pact.terms_of_reference or "")
    return {name: document for name, document in folder.document_files.items() if name in named}


def _meeting(meeting: Meeting, prose: Mapping[str, Prose]) -> PublicMeeting:
    if meeting.minutes is Minutes.PUBLISHED:
        return PublicMeeting(meeting, prose[meeting.origin.path].html)
    kept_back = {
        "decisions": (),
        "findings": (),
        "votes": (),
        "attendance": Attendance(),
        "agencies_present": (),
        "corrections": (),
        "minutes_on": None,
        "agreed_on": None,
    }
    return PublicMeeting(meeting.without_body().model_copy(update=kept_back), SafeHtml(""))


def _ward(ward: Ward, as_of: date) -> Ward:
    councillors = tuple(_councillor(one, as_of) for one in ward.councillors)
    return ward.model_copy(update={"councillors": councillors})


def _councillor(one: Councillor, as_of: date) -> Councillor:
    if one.name is None or _may_be_named(one.publish, as_of):
        return one
    return one.model_copy(update={"name": None, "email": None})


def _role(role: Role, as_of: date) -> Role:
    return role if _may_be_named(role.publish, as_of) else role.model_copy(update={"name": None})


def _may_be_named(leave: Publish | None, as_of: date) -> bool:
    return leave is not None and leave.holds_on(as_of)
