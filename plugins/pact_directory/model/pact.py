"""One PACT: what it is called, where it works, who runs it, and where it stands."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from .area import Contact, Publish
from .record import FileRecord, Record
from .types import Count, Day, Few, FileName, Gss, Id, Line, Name, WebAddress, Words


class PactKind(StrEnum):
    """What sort of panel it is. Only a neighbourhood PACT makes a ward one that has a PACT."""

    NEIGHBOURHOOD = "neighbourhood"
    YOUTH = "youth"
    FORUM = "forum"


class PactStatus(StrEnum):
    """Where a PACT stands."""

    REPORTED = "reported"
    PROPOSED = "proposed"
    ENDORSED = "endorsed"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class AliasUser(StrEnum):
    """Who uses, or used, another name for the PACT."""

    POLICE = "police"
    COUNCIL = "council"
    PUBLIC = "public"
    FORMER = "former"


class RoleName(StrEnum):
    """The roles of a panel."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    COMMUNICATIONS = "communications"
    POLICE = "police"


RESIDENT = "resident"
"""The organisation of a private individual, in a role."""


class StatusChange(Record):
    """One entry of a PACT's history."""

    status: PactStatus = Field(description="What the PACT became")
    on: Day = Field(description="The day it did")
    by: Line | None = Field(default=None, description="The body that decided it")


class Coverage(Record):
    """The area a PACT covers; whole wards unless it says otherwise."""

    description: Words | None = Field(default=None, description="The area in words, by streets and landmarks")
    part_of: tuple[Gss, ...] = Field(default=(), description="The wards covered only in part")
    boundary: FileName | None = Field(default=None, description="coverage.geojson, only with part_of")


class Alias(Record):
    """Another name for the PACT."""

    name: Name = Field(description="The other name")
    used_by: AliasUser = Field(description="Who uses it: police, council, public, or former")
    from_: Day | None = Field(default=None, alias="from", description="The day it came into use")
    to: Day | None = Field(default=None, description="The day it went out of use")


class Endorsement(Record):
    """The five tests the partnership endorses a PACT by, each in words."""

    submitted_on: Day | None = Field(default=None, description="The day the proposal was sent in")
    need: Words | None = Field(default=None, description="The need, backed by figures and residents' views")
    area: Words | None = Field(default=None, description="The area, clearly defined")
    community_support: Words | None = Field(default=None, description="Support in the community")
    members_informed: Words | None = Field(default=None, description="Parish and council members informed")
    secretary: Words | None = Field(default=None, description="Arrangements to organise and take minutes")


class Role(Record):
    """A role on the panel. A personal name needs `publish`."""

    role: RoleName = Field(description="chair, vice_chair, secretary, communications or police")
    organisation: Id = Field(description="An agency's id, or resident")
    name: Name | None = Field(default=None, description="The person's name; needs publish")
    publish: Publish | None = Field(default=None, description="Leave to publish the name")


class Member(Record):
    """An agency that belongs to the panel."""

    agency: Id = Field(description="The agency's id")
    since: Day = Field(description="The day it joined")
    until: Day | None = Field(default=None, description="The last day it belonged")

    def belongs_on(self, day: date) -> bool:
        """Tell whether the agency was a member on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Meets(Record):
    """The PACT's own rhythm."""

    every_months: Few | None = Field(default=None, description="Months between meetings")
    usual_venue: Id | None = Field(default=None, description="Where it usually meets")


class Identifiers(Record):
    """What other lists call the PACT."""

    police_neighbourhood: Line | None = Field(default=None, description="The police's neighbourhood code")


class RecordSource(Record):
    """Where somebody learnt that the PACT exists."""

    name: Line = Field(description="The document or the role that said so")
    url: WebAddress | None = Field(default=None, description="Its address")
    on: Day | None = Field(default=None, description="The day it was seen")


class Pact(FileRecord):
    """`pact.yml`: one PACT. The folder's name is its id."""

    name: Name = Field(description="The name this directory uses")
    kind: PactKind = Field(default=PactKind.NEIGHBOURHOOD, description="neighbourhood, youth or forum")
    formed_on: Day | None = Field(default=None, description="The day it was formed")
    status: PactStatus = Field(description="Where it stands; the same as the last entry of the history")
    status_history: tuple[StatusChange, ...] = Field(default=(), description="How it came to stand there")
    wards: tuple[Gss, ...] = Field(default=(), description="The wards it covers, by GSS code")
    coverage: Coverage = Field(default=Coverage(), description="The area it covers")
    aliases: tuple[Alias, ...] = Field(default=(), description="Other names for it")
    former_ids: tuple[Id, ...] = Field(default=(), description="Ids it had before, kept as redirects")
    succeeded_by: Id | None = Field(default=None, description="The PACT that took over a closed one")
    endorsement: Endorsement | None = Field(default=None, description="The five tests, in words")
    roles: tuple[Role, ...] = Field(default=(), description="Who runs it, by role and organisation")
    contact: Contact = Field(default=Contact(), description="The public contact")
    members: tuple[Member, ...] = Field(default=(), description="The agencies on the panel")
    meets: Meets = Field(default=Meets(), description="Its rhythm and usual venue")
    terms_of_reference: Line | None = Field(default=None, description="A file in documents, or a link")
    identifiers: Identifiers = Field(default=Identifiers(), description="What other lists call it")
    assured_on: Day | None = Field(default=None, description="The day its details were last checked")
    review_by: Day | None = Field(default=None, description="The day they are to be checked again")
    sources: tuple[RecordSource, ...] = Field(default=(), description="Where its details come from")

    @property
    def id(self) -> str:
        """The PACT's id: its folder's name."""
        return self.origin.pact_id

    def has_member(self, agency: str, day: date) -> bool:
        """Tell whether an agency was on the panel on that day."""
        return any(member.agency == agency and member.belongs_on(day) for member in self.members)


class Round(Record):
    """One round of asking residents, as totals only."""

    closed_on: Day = Field(description="The day the round closed")
    how: Line | None = Field(default=None, description="How residents were asked")
    questions: tuple["Question", ...] = Field(default=(), description="The answers to each question, added up")


class Question(Record):
    """The answers to one question, added up."""

    id: Id = Field(description="The question; influence is the one about decisions")
    agree: Count = Field(default=0, description="How many agree")
    disagree: Count = Field(default=0, description="How many disagree")
    unsure: Count = Field(default=0, description="How many are unsure")


class Feedback(FileRecord):
    """`feedback.yml`: what residents said of the PACT, round by round."""

    rounds: tuple[Round, ...] = Field(default=(), description="The rounds")


class Photo(Record):
    """A photograph of a newsletter."""

    file: FileName = Field(description="A file in the documents folder")
    alt: Line = Field(description="What the picture shows, for those who cannot see it")
    consent_on: Day | None = Field(default=None, description="The day those in it agreed to it")


class Newsletter(FileRecord):
    """`newsletters/<meeting>.md`: the newsletter after a meeting; the text is the editor's own words."""

    published_on: Day = Field(description="The day it came out")
    photos: tuple[Photo, ...] = Field(default=(), description="Photographs, with words for each")
    distribution: tuple[Line, ...] = Field(default=(), description="Where it was put up or handed out")

    @property
    def stem(self) -> str:
        """The newsletter's id: the stem of its meeting."""
        return self.origin.stem


class Update(FileRecord):
    """`updates/<day>.md`: news between meetings."""

    title: Line = Field(description="The news in a few words")
    date: Day = Field(description="The day of the news")
    priority: Id | None = Field(default=None, description="The key issue it belongs to")

    @property
    def stem(self) -> str:
        """The update's id: its file's name without the ending."""
        return self.origin.stem


__all__ = [
    "RESIDENT", "Alias", "AliasUser", "Coverage", "Endorsement", "Feedback", "Identifiers", "Meets", "Member",
    "Newsletter", "Pact", "PactKind", "PactStatus", "Photo", "Question", "RecordSource", "Role", "RoleName",
    "Round", "StatusChange", "Update",
]  # fmt: skip
