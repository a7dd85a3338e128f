"""Cards of meetings, PACTs and contacts, as several pages show them."""

from .. import addresses
from ..model.area import Ward
from ..model.meeting import MeetingStatus, Minutes
from ..model.pact import PactKind
from ..publication import PublicMeeting, PublicPact
from .index import Index, PactMeeting
from .parts import ContactCard, MeetingCard, PactCard, Place, Ref, WardRef
from .progress import meeting_ref

UNRECORDED = "unrecorded"


def ward_ref(index: Index, gss: str) -> WardRef:
    """A ward by its code."""
    ward = index.directory.ward_by_gss[gss]
    return WardRef(ward.name, ward.place or "", index.ward_address[gss])


def pact_ref(pact: PublicPact) -> Ref:
    """A PACT by name."""
    return Ref(pact.facts.name, addresses.pact(pact.id))


def meeting_state(index: Index, meeting: PublicMeeting) -> str:
    """A `MeetingStatus` code, or unrecorded: its day has passed and nobody said it took place."""
    status = meeting.facts.status
    expected = status in {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}
    return UNRECORDED if expected and meeting.facts.date < index.as_of else status.value


def minutes_state(meeting: PublicMeeting) -> str:
    """The minutes of a meeting: agreed, draft (published, not yet agreed), awaited, or none expected."""
    facts = meeting.facts
    if facts.minutes is Minutes.PUBLISHED:
        return "agreed" if facts.agreed_on else "draft"
    return "awaited" if facts.status is MeetingStatus.HELD and facts.is_formal else "none"


def place(index: Index, venue_id: str | None) -> Place | None:
    """A venue by its id."""
    venue = index.directory.venue_by_id.get(venue_id or "")
    return Place(venue.name, venue.address or "", venue.travel or "", venue.access) if venue else None


def meeting_card(index: Index, one: PactMeeting) -> MeetingCard:
    """A meeting for a list."""
    facts = one.meeting.facts
    return MeetingCard(
        pact=pact_ref(one.pact),
        day=facts.date,
        kind=facts.kind.value,
        start=facts.start,
        end=facts.end,
        place=place(index, facts.venue),
        state=meeting_state(index, one.meeting),
        reason=facts.reason or "",
        moved_to=meeting_ref(one.pact, facts.moved_to),
        minutes=minutes_state(one.meeting),
        residents=facts.attendance.residents,
        councillors=facts.attendance.councillors,
        address=addresses.meeting(one.pact.id, facts.stem),
    )


def next_meeting(index: Index, pact: PublicPact) -> MeetingCard | None:
    """The next meeting of a PACT."""
    upcoming = index.upcoming_of[pact.id]
    return meeting_card(index, upcoming[0]) if upcoming else None


def pact_card(index: Index, pact: PublicPact) -> PactCard:
    """A PACT for a list."""
    facts = pact.facts
    successor = index.directory.pact_by_id.get(facts.succeeded_by or "")
    source = facts.sources[0] if facts.sources else None
    return PactCard(
        id=pact.id,
        name=facts.name,
        address=addresses.pact(pact.id),
        kind=facts.kind.value,
        status=facts.status.value,
        since=facts.status_history[-1].on if facts.status_history else None,
        wards=tuple(ward_ref(index, gss) for gss in facts.wards),
        part_of=tuple(ward_ref(index, gss) for gss in facts.coverage.part_of),
        is_everywhere=facts.kind is PactKind.FORUM and len(facts.wards) == len(index.wards),
        coverage=facts.coverage.description or "",
        aliases=facts.aliases,
        next_meeting=next_meeting(index, pact),
        phone=facts.contact.phone or "",
        email=facts.contact.email or "",
        successor=pact_ref(successor) if successor else None,
        source_name=source.name if source else "",
        source_on=source.on if source else None,
    )


def pact_contact(pact: PublicPact) -> ContactCard | None:
    """Whom to ring about a PACT."""
    contact = pact.facts.contact
    if not (contact.phone or contact.email):
        return None
    return ContactCard("secretary", pact.facts.name, contact.phone or "", contact.email or "")


def ward_contacts(index: Index, ward: Ward) -> tuple[ContactCard, ...]:
    """Who can help in a ward: the neighbourhood policing team first (it is the first contact for a PACT)."""
    cards = []
    if team := ward.police_team:
        agency = index.directory.agency_by_id.get(team.agency)
        cards.append(ContactCard("police", agency.name if agency else "", team.phone or "", team.email or ""))
    if warden := ward.community_warden:
        cards.append(ContactCard("warden", "", warden.phone or "", warden.email or ""))
    return tuple(cards)


def pact_police(index: Index, pact: PublicPact) -> tuple[ContactCard, ...]:
    """The neighbourhood policing team of a PACT's only ward; of several wards, each page has its own."""
    if len(pact.facts.wards) != 1:
        return ()
    return ward_contacts(index, index.directory.ward_by_gss[pact.facts.wards[0]])[:1]
