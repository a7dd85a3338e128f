"""The area: its authority, wards, agencies, venues and topics, and the warnings it silences for a while."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from .record import FileRecord, Record
from .types import Count, Day, Email, Few, Flag, Gss, Id, Line, Name, Phone, WebAddress, Words

NO_NAME = "Your area"
NO_CODE = "E00000000"
"""What stands for the name and the code in area.yml of a new record, until somebody fills them in."""


class PublishBasis(StrEnum):
    """Why a person's name may be published."""

    CONSENT = "consent"
    PUBLIC_ROLE = "public-role"


class Publish(Record):
    """Leave to publish a personal name, and until when it was given."""

    basis: PublishBasis = Field(description="Why the name may be published: consent, or a public role")
    given_on: Day = Field(description="The day leave was given")
    review_by: Day = Field(description="The day after which the name is withheld until leave is renewed")

    def holds_on(self, as_of: date) -> bool:
        """Tell whether the name may be shown on that day (the review day itself included)."""
        return self.given_on <= as_of <= self.review_by


class Contact(Record):
    """A public mailbox and number of a role, never of a person at home."""

    email: Email | None = Field(default=None, description="A role mailbox")
    phone: Phone | None = Field(default=None, description="A public telephone number")


class Partnership(Record):
    """The Community Safety Partnership (CSP) that keeps the list."""

    name: Line = Field(default="Community safety partnership", description="What the partnership is called")
    email: Email | None = Field(default=None, description="Where corrections to the list are sent")
    phone: Phone | None = Field(default=None, description="The number to ring about the list")
    address: Line | None = Field(default=None, description="Where letters are sent")


class Policy(Record):
    """The numbers the rules measure by. Days unless the name says months or hours."""

    key_issues: Few = Field(default=3, description="The most key issues a PACT has at one time")
    notice_days: Few = Field(default=14, description="Days of notice councillors are owed before a meeting")
    minutes_days: Few = Field(default=28, description="Days after a meeting by which minutes are published")
    newsletter_days: Few = Field(default=28, description="Days after a meeting by which its newsletter is out")
    gap_months: Few = Field(
        default=4, description="The longest gap between meetings, for a PACT that gives no rhythm"
    )
    review_months: Few = Field(default=6, description="Months after which a PACT's details are checked again")
    walkabout_hours: Few = Field(default=2, description="The longest a walkabout lasts")
    workshop_hours: Few = Field(default=2, description="The longest a community workshop lasts")
    feedback_months: Few = Field(default=12, description="Months within which residents are asked for their view")
    open_meeting_months: Few = Field(default=12, description="Months within which an open meeting is held")


class PolicySources(Record):
    """The document each number comes from; a number without one is shown as our default."""

    key_issues: Line | None = Field(default=None, description="Source of key_issues")
    notice_days: Line | None = Field(default=None, description="Source of notice_days")
    minutes_days: Line | None = Field(default=None, description="Source of minutes_days")
    newsletter_days: Line | None = Field(default=None, description="Source of newsletter_days")
    gap_months: Line | None = Field(default=None, description="Source of gap_months")
    review_months: Line | None = Field(default=None, description="Source of review_months")
    walkabout_hours: Line | None = Field(default=None, description="Source of walkabout_hours")
    workshop_hours: Line | None = Field(default=None, description="Source of workshop_hours")
    feedback_months: Line | None = Field(default=None, description="Source of feedback_months")
    open_meeting_months: Line | None = Field(default=None, description="Source of open_meeting_months")


class Area(FileRecord):
    """`area.yml`: the authority, the partnership that keeps the list, and the numbers it goes by."""

    record_version: Count = Field(description="The version of the record's form; this one is 1")
    name: Name = Field(description="The area's name, as residents say it")
    gss: Gss = Field(description="The authority's GSS code")
    site_id: Id = Field(description="A short name that never changes, used in calendar entries")
    place: Line | None = Field(default=None, description="The area and its county")
    csp: Partnership = Field(default=Partnership(), description="The partnership that keeps the list")
    demonstration: Flag = Field(default=False, description="true when everything about the PACTs is invented")
    frozen_on: Day | None = Field(default=None, description="The day a demonstration stands still on")
    publish_todo: Flag = Field(default=False, description="true to publish the coordinator's to-do list")
    forge: WebAddress | None = Field(default=None, description="The address of the repository, for edit links")
    council_url: WebAddress | None = Field(default=None, description="The council's front page")
    endorsement_from: Day | None = Field(
        default=None, description="PACTs formed from this day must be endorsed before a formal meeting"
    )
    policy: Policy = Field(default=Policy(), description="The numbers the rules measure by")
    policy_from: PolicySources = Field(default=PolicySources(), description="The document each number comes from")


class HeadCount(Record):
    """A number of people, with its day."""

    count: Count = Field(description="How many")
    on: Day = Field(description="The day they were counted")
    source: Line | None = Field(default=None, description="Where the number comes from")


class Councillor(Record):
    """One seat of a ward and who holds it; the name is shown only with `publish`."""

    seat: Few = Field(description="The seat's number, from 1")
    from_: Day = Field(alias="from", description="The day the term began")
    to: Day | None = Field(default=None, description="The day the term ended; empty while it runs")
    name: Name | None = Field(default=None, description="The councillor's name; needs publish")
    email: Email | None = Field(default=None, description="The councillor's public mailbox")
    publish: Publish | None = Field(default=None, description="Leave to publish the name")

    def sits_on(self, day: date) -> bool:
        """Tell whether the term runs on that day."""
        return self.from_ <= day and (self.to is None or day <= self.to)


class PoliceTeam(Contact):
    """The neighbourhood policing team of a ward."""

    agency: Id = Field(default="police", description="The agency the team belongs to")


class Link(Record):
    """A named link."""

    name: Line = Field(description="What the link leads to")
    url: WebAddress = Field(description="The address, whole")


class Ward(Record):
    """One ward of the authority."""

    gss: Gss = Field(description="The ward's GSS code")
    name: Name = Field(description="The ward's name as the council writes it")
    place: Line | None = Field(default=None, description="The town or village a resident would say")
    spellings: tuple[Name, ...] = Field(default=(), description="Other ways the ward's name is written")
    parishes: tuple[Line, ...] = Field(default=(), description="Parish councils in the ward")
    seats: Few | None = Field(
        default=None, description="How many councillors the ward elects; absent while not known"
    )
    electors: HeadCount | None = Field(default=None, description="Registered electors")
    population: HeadCount | None = Field(default=None, description="Residents")
    checked_on: Day | None = Field(
        default=None, description="The day somebody checked whether the ward has a PACT"
    )
    checked_with: tuple[Id, ...] = Field(default=(), description="The agencies who were asked")
    councillors: tuple[Councillor, ...] = Field(default=(), description="Who holds each seat")
    police_team: PoliceTeam | None = Field(default=None, description="The neighbourhood policing team")
    community_warden: Contact | None = Field(default=None, description="The community warden")
    local_links: tuple[Link, ...] = Field(default=(), description="Local groups and their pages")


class Agency(Record):
    """An organisation that takes actions: police, council service, housing provider."""

    id: Id = Field(description="A short name other files use")
    name: Name = Field(description="The agency's name, by its role")
    statutory: Flag = Field(default=False, description="true for a statutory body, which should not chair a PACT")
    email: Email | None = Field(default=None, description="A public mailbox")
    phone: Phone | None = Field(default=None, description="A public number")
    report_url: WebAddress | None = Field(default=None, description="Where a problem is reported on the web")
    from_: Day | None = Field(default=None, alias="from", description="The day the agency began, where known")
    to: Day | None = Field(default=None, description="The day the agency ended")


class KnownOrNot(StrEnum):
    """An honest answer about access."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Access(Record):
    """What a visitor needs to know before setting out; "not_known" is an honest answer."""

    step_free: KnownOrNot = Field(default=KnownOrNot.NOT_KNOWN, description="A way in without steps")
    hearing_loop: KnownOrNot = Field(default=KnownOrNot.NOT_KNOWN, description="A hearing loop")
    accessible_toilet: KnownOrNot = Field(default=KnownOrNot.NOT_KNOWN, description="An accessible toilet")
    parking: KnownOrNot = Field(default=KnownOrNot.NOT_KNOWN, description="Parking for blue badge holders")


class Venue(Record):
    """A place where meetings are held."""

    id: Id = Field(description="A short name meetings use")
    name: Name = Field(description="The venue's name")
    address: Line | None = Field(default=None, description="Its address")
    easting: Count | None = Field(default=None, description="National Grid easting, in metres")
    northing: Count | None = Field(default=None, description="National Grid northing, in metres")
    travel: Words | None = Field(default=None, description="How to get there, in words")
    access: Access = Field(default=Access(), description="Access to the building")


class Topic(Record):
    """A kind of problem residents raise, and who deals with it."""

    id: Id = Field(description="A short name key issues use")
    name: Name = Field(description="The topic as residents would say it")
    words: tuple[Line, ...] = Field(default=(), description="Other words people use for it")
    agencies: tuple[Id, ...] = Field(default=(), description="The agencies that deal with it")
    report: Words | None = Field(default=None, description="How to report it now, in a sentence or two")


class Exemption(Record):
    """A warning silenced for one record until a day."""

    rule: Id = Field(description="The rule's code, such as minutes-late")
    record: Line = Field(description="The record, such as luton/meetings/2025-12-11")
    reason: Words = Field(description="Why the warning does not apply")
    by: Line = Field(description="The role that decided it")
    until: Day = Field(description="The last day it holds")


class Wards(FileRecord):
    """`wards.yml`: every ward of the area."""

    wards: tuple[Ward, ...] = Field(default=(), description="Every ward of the area")


class Agencies(FileRecord):
    """`agencies.yml`: the agencies that take actions."""

    agencies: tuple[Agency, ...] = Field(default=(), description="The agencies")


class Venues(FileRecord):
    """`venues.yml`: the places where meetings are held."""

    venues: tuple[Venue, ...] = Field(default=(), description="The venues")


class Topics(FileRecord):
    """`topics.yml`: the kinds of problem residents raise."""

    topics: tuple[Topic, ...] = Field(default=(), description="The topics")


class Exemptions(FileRecord):
    """`exemptions.yml`: warnings silenced for a while."""

    exemptions: tuple[Exemption, ...] = Field(default=(), description="The exemptions")
