"""The whole record, as read: the area and its PACTs, with look-ups by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from .actions import ActionLog
from .area import Agencies, Agency, Area, Exemptions, Topic, Topics, Venue, Venues, Ward, Wards
from .documents import DocumentFile
from .meeting import Meeting
from .pact import Feedback, Newsletter, Pact, Update
from .postcodes import NeighbourTable, PostcodeTable

if TYPE_CHECKING:  # the library behind shapes is loaded only where there is a shape
    from .shapes import ShapeFile


@dataclass(frozen=True, eq=False)
class PactFolder:
    """Everything in one PACT's folder. Meetings, newsletters and updates are in order of their file names."""

    pact: Pact
    log: ActionLog
    meetings: tuple[Meeting, ...] = ()
    newsletters: tuple[Newsletter, ...] = ()
    updates: tuple[Update, ...] = ()
    feedback: Feedback = field(default_factory=Feedback)
    documents: frozenset[str] = frozenset()
    document_files: Mapping[str, DocumentFile] = field(default_factory=dict)
    """The documents that could be read without a fault, by name."""
    has_boundary: bool = False
    boundary: "ShapeFile | None" = None
    """What coverage.geojson says, once it could be read without a fault."""

    @property
    def id(self) -> str:
        """The PACT's id: the folder's name."""
        return self.pact.id

    @cached_property
    def meeting_by_stem(self) -> Mapping[str, Meeting]:
        """The meetings by their ids."""
        return MappingProxyType({meeting.stem: meeting for meeting in self.meetings})

    @cached_property
    def newsletter_stems(self) -> frozenset[str]:
        """The meetings that have a newsletter."""
        return frozenset(newsletter.stem for newsletter in self.newsletters)


@dataclass(frozen=True, eq=False)
class Directory:
    """The record of an area as somebody wrote it, nothing withheld. Pages never see this: see `publication`."""

    area: Area
    wards_file: Wards
    agencies_file: Agencies
    venues_file: Venues
    topics_file: Topics
    exemptions_file: Exemptions
    folders: tuple[PactFolder, ...] = ()
    postcodes: PostcodeTable = field(default_factory=PostcodeTable)
    neighbours: NeighbourTable = field(default_factory=NeighbourTable)
    ward_shapes: "ShapeFile | None" = None
    """What wards.geojson says; None where there is none, or it could not be read without a fault."""
    incomplete: frozenset[str] = frozenset()
    """Files that could not be read in full: a mention of what they should hold cannot be called unknown."""

    @cached_property
    def ward_by_gss(self) -> Mapping[str, Ward]:
        """The wards by GSS code, in the order of the file."""
        return MappingProxyType({ward.gss: ward for ward in self.wards_file.wards})

    @cached_property
    def agency_by_id(self) -> Mapping[str, Agency]:
        """The agencies by id, in the order of the file."""
        return MappingProxyType({agency.id: agency for agency in self.agencies_file.agencies})

    @cached_property
    def venue_by_id(self) -> Mapping[str, Venue]:
        """The venues by id."""
        return MappingProxyType({venue.id: venue for venue in self.venues_file.venues})

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return MappingProxyType({topic.id: topic for topic in self.topics_file.topics})

    @cached_property
    def folder_by_id(self) -> Mapping[str, PactFolder]:
        """The PACTs' folders by id."""
        return MappingProxyType({folder.id: folder for folder in self.folders})
