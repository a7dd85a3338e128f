"""Calendars: every meeting as an entry that a phone keeps, for the area, each PACT, each ward and each meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from .. import addresses
from ..addresses import Address
from ..model.area import Policy
from ..model.grid import to_wgs84
from ..model.london import in_london, london
from ..model.meeting import Meeting, MeetingKind, MeetingStatus
from ..rules.days import is_recent
from .cards import meeting_card, pact_contact
from .index import Index, PactMeeting
from .parts import ContactCard, MeetingCard

OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
"""Meetings that did not or will not take place: their entries stay, or somebody stands at a locked door."""
_GRID = (700_000, 1_300_000)
"""How far the National Grid goes, east and north, in metres."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A meeting as a calendar keeps it.

    `uid` never changes; `sequence` rises with each change of day, time or place; `changed_on` is the day the
    record says it was last changed. `status` is what was written, a `MeetingStatus` code. `starts` and `ends`
    are London's time; without `starts` the entry is of the whole day. `usual_hours` says that `ends` is not
    the record's, but the longest the area lets a meeting of its kind last. `position` is latitude and
    longitude, never of an invented place. `contact` is the PACT's.
    """

    uid: str
    sequence: int
    changed_on: date
    status: str
    card: MeetingCard
    starts: datetime | None
    ends: datetime | None
    usual_hours: int | None
    agenda: tuple[str, ...]
    route: str
    expected: tuple[str, ...]
    contact: ContactCard | None
    position: tuple[float, float] | None

    @property
    def is_off(self) -> bool:
        """Whether it was cancelled or moved."""
        return self.status in OFF


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file: whose meetings it holds, as a code of the words and a name, and the meetings by day."""

    address: Address
    of: str
    name: str
    events: tuple[CalendarEvent, ...]


def calendar_event(index: Index, one: PactMeeting) -> CalendarEvent:
    """A meeting as a calendar keeps it."""
    facts = one.meeting.facts
    hours = _usual_hours(facts, index.directory.area.policy)
    starts = in_london(facts.date, facts.start) if facts.start else None
    return CalendarEvent(
        uid=f"{one.pact.id}-{facts.stem}@{index.directory.area.site_id}",
        sequence=facts.revision,
        changed_on=facts.updated_on or facts.notice_on or facts.date,
        status=facts.status.value,
        card=meeting_card(index, one),
        starts=starts,
        ends=_ends(facts, starts, hours),
        usual_hours=hours if starts else None,
        agenda=facts.agenda,
        route=facts.route or "",
        expected=tuple(
            index.directory.agency_by_id[agency].name
            for agency in facts.agencies_expected
            if agency in index.directory.agency_by_id
        ),
        contact=pact_contact(one.pact),
        position=_position(index, facts),
    )


def _usual_hours(meeting: Meeting, policy: Policy) -> int | None:
    """How long a meeting without an end may last by the area's policy, which has a number for two kinds alone."""
    known = {MeetingKind.WALKABOUT: policy.walkabout_hours, MeetingKind.WORKSHOP: policy.workshop_hours}
    return None if meeting.end else known.get(meeting.kind)


def _ends(meeting: Meeting, starts: datetime | None, hours: int | None) -> datetime | None:
    """The end that was written, else so many hours after the start; none where neither is known."""
    if meeting.end:
        return in_london(meeting.date, meeting.end)
    if not (starts and hours):
        return None
    # By a watch, not by the clock on the wall, which may change in between.
    return (starts.astimezone(UTC) + timedelta(hours=hours)).astimezone(london())


def _position(index: Index, meeting: Meeting) -> tuple[float, float] | None:
    venue = index.directory.venue_by_id.get(meeting.venue or "")
    if index.directory.area.demonstration or not (venue and venue.easting and venue.northing):
        return None
    if venue.easting >= _GRID[0] or venue.northing >= _GRID[1]:  # mistyped
        return None
    longitude, latitude = to_wgs84(venue.easting, venue.northing)
    return round(float(latitude), 5), round(float(longitude), 5)


def calendars(index: Index) -> Iterator[Calendar]:
    """Every calendar of the site: the area's, each PACT's, each ward's, and one for each meeting by itself.

    They hold the meetings of the last twelve months and those to come, so that a phone fetches little, and
    every one that was cancelled or moved, whenever that was.
    """
    events: dict[PactMeeting, CalendarEvent] = {}
    for address, of, name, meetings in _plan(index):
        for one in meetings:
            if one not in events:
                events[one] = calendar_event(index, one)
        yield Calendar(address, of, name, tuple(events[one] for one in meetings))


def calendar_addresses(index: Index) -> frozenset[Address]:
    """Where the calendars are."""
    return frozenset(address for address, _, _, _ in _plan(index))


def _plan(index: Index) -> Iterator[tuple[Address, str, str, tuple[PactMeeting, ...]]]:
    """The address of each calendar, whose it is, by a code of the words and a name, and its meetings by day."""
    kept = tuple(one for one in index.meetings if is_kept(index, one))
    yield addresses.calendar(addresses.HOME), "area", index.directory.area.name, kept
    of_pact: dict[str, list[PactMeeting]] = {pact.id: [] for pact in index.pacts}
    for one in kept:
        of_pact[one.pact.id].append(one)
    for pact in index.pacts:
        for known_as in (pact.id, *pact.facts.former_ids):  # phones go on asking where they were told to
            page = addresses.pact(known_as)
            yield addresses.calendar(page), "pact", pact.facts.name, tuple(of_pact[pact.id])
    for ward in index.wards:
        here = [one for pact in index.pacts_in_ward[ward.gss] for one in of_pact[pact.id]]
        by_day = tuple(sorted(here, key=lambda one: one.when))
        yield addresses.calendar(index.ward_address[ward.gss]), "ward", ward.name, by_day
    for one in kept:
        if own := own_calendar(index, one):
            yield own, "meeting", one.pact.facts.name, (one,)


def is_kept(index: Index, one: PactMeeting) -> bool:
    """Tell whether a meeting is in the calendars."""
    facts = one.meeting.facts
    return facts.status in OFF or is_recent(facts.date, index.as_of)


def own_calendar(index: Index, one: PactMeeting) -> Address | None:
    """The calendar of one meeting by itself, until its day has passed; of one that was called off too."""
    facts = one.meeting.facts
    if facts.date < index.as_of or not (facts.status in OFF or index.is_upcoming(one.meeting)):
        return None
    return addresses.calendar(addresses.meeting(one.pact.id, facts.stem))


def announced_event(index: Index, one: PactMeeting) -> CalendarEvent | None:
    """A meeting as search engines are told of it: one to come, or one that was called off."""
    is_told = one.meeting.facts.status in OFF or index.is_upcoming(one.meeting)
    return calendar_event(index, one) if is_told else None
