"""Across PACTs: every key issue and action, agencies, topics, councillors."""

from dataclasses import dataclass
from datetime import date, timedelta

from .. import addresses
from ..model.area import Agency, Topic, Ward
from ..model.meeting import MeetingStatus
from ..model.pact import PactKind
from .cards import meeting_card, pact_card, pact_ref
from .index import Index, PactMeeting
from .parts import ActionCard, ContactCard, IssueCard, MeetingCard, PactCard, Ref, Tally, WardRef
from .progress import OPEN_CODES, newest_progress, tally
from .wards import WardLine, ward_anchor, ward_line


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """Every key issue by PACT, and the actions that are held up, late, or only asked for."""

    issues: tuple[tuple[Ref, tuple[IssueCard, ...]], ...]
    held_up: tuple[ActionCard, ...]
    late: tuple[ActionCard, ...]
    asked: tuple[ActionCard, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in a list."""

    ref: Ref
    statutory: bool
    tally: Tally
    pacts: int


@dataclass(frozen=True, slots=True)
class AgenciesPage:
    """Every agency, by name."""

    lines: tuple[AgencyLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """One agency: what it leads on across PACTs, and where it is a member."""

    name: str
    statutory: bool
    ended_on: date | None
    contact: ContactCard | None
    report_url: str
    tally: Tally
    pact_count: int
    late: tuple[ActionCard, ...]
    open: tuple[ActionCard, ...]
    over: tuple[ActionCard, ...]
    member_of: tuple[tuple[Ref, date], ...]
    topics: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """Every kind of problem, with the words people use for it."""

    lines: tuple[tuple[Ref, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One kind of problem: report it now, who works on it, what was tried and whether it worked."""

    name: str
    words: tuple[str, ...]
    report: str
    contacts: tuple[tuple[Ref, ContactCard, str], ...]
    issues: tuple[IssueCard, ...]
    past: tuple[IssueCard, ...]
    tried: tuple[ActionCard, ...]
    others: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed: an action's progress, a meeting held, cancelled or moved."""

    on: date
    pact: Ref
    action: ActionCard | None
    status: str
    meeting: MeetingCard | None


@dataclass(frozen=True, slots=True)
class CouncillorPact:
    """A PACT as a councillor of the ward sees it. `notice_days` is None where none is recorded."""

    card: PactCard
    is_part: bool
    notice_days: int | None
    late: tuple[ActionCard, ...]
    held_up: tuple[ActionCard, ...]


@dataclass(frozen=True, slots=True)
class WardDesk:
    """What a ward's councillors need: their PACTs, dates, notice, promises late, and what changed."""

    ward: WardRef
    anchor: str
    line: WardLine
    pacts: tuple[CouncillorPact, ...]
    changes: tuple[Change, ...]
    recent: int


@dataclass(frozen=True, slots=True)
class CouncillorsPage:
    """By ward, for councillors. Changes are those of 90 days; `recent` counts those of the last 30."""

    desks: tuple[WardDesk, ...]
    notice_days: int


def actions_page(index: Index) -> ActionsPage:
    """Every key issue, and the actions that need somebody's attention."""
    cards = {pact.id: index.actions_of[pact.id] for pact in index.pacts}
    every = tuple(card for pact in index.pacts for card in cards[pact.id])
    issues = [
        (
            pact_ref(pact),
            tuple(one for one in index.issues_of[pact.id] if one.status == "key"),
        )
        for pact in index.pacts
    ]
    return ActionsPage(
        issues=tuple(pair for pair in issues if pair[1]),
        held_up=tuple(card for card in every if card.status == "blocked"),
        late=tuple(card for card in every if card.days_late and card.status != "blocked"),
        asked=tuple(card for card in every if card.status == "asked" and not card.days_late),
        tally=tally(every),
    )


def _led_by(index: Index) -> dict[str, tuple[ActionCard, ...]]:
    found: dict[str, list[ActionCard]] = {agency.id: [] for agency in index.directory.agencies}
    for pact in index.pacts:
        leads = {action.id: action.lead_agency for action in pact.actions}
        for card in index.actions_of[pact.id]:
            if (lead := leads[card.id]) in found:
                found[lead].append(card)
    return {agency: tuple(cards) for agency, cards in found.items()}


def agencies_page(index: Index) -> AgenciesPage:
    """Every agency, by name."""
    led = _led_by(index)
    lines = [
        AgencyLine(
            Ref(agency.name, addresses.agency(agency.id)),
            agency.statutory,
            tally(led[agency.id]),
            len({card.pact for card in led[agency.id]}),
        )
        for agency in index.directory.agencies
    ]
    return AgenciesPage(tuple(sorted(lines, key=lambda line: line.ref.name)))


def agency_page(index: Index, agency: Agency) -> AgencyPage:
    """The page of one agency."""
    cards = _led_by(index)[agency.id]
    late = tuple(card for card in cards if card.days_late or card.status == "blocked")
    member_of = [
        (pact_ref(pact), member.since)
        for pact in index.pacts
        for member in pact.facts.members
        if member.agency == agency.id and member.belongs_on(index.as_of)
    ]
    return AgencyPage(
        name=agency.name,
        statutory=agency.statutory,
        ended_on=agency.to if agency.to and agency.to < index.as_of else None,
        contact=_agency_contact(agency),
        report_url=agency.report_url or "",
        tally=tally(cards),
        pact_count=len({card.pact for card in cards}),
        late=late,
        open=tuple(card for card in cards if card.status in OPEN_CODES and card not in late),
        over=tuple(card for card in cards if card.status not in OPEN_CODES),
        member_of=tuple(member_of),
        topics=tuple(
            Ref(topic.name, addresses.topic(topic.id))
            for topic in index.directory.topics
            if agency.id in topic.agencies
        ),
    )


def _agency_contact(agency: Agency) -> ContactCard | None:
    if not (agency.phone or agency.email):
        return None
    return ContactCard("agency", agency.name, agency.phone or "", agency.email or "")


def topics_page(index: Index) -> TopicsPage:
    """Every topic, in the order of the record."""
    return TopicsPage(
        tuple((Ref(topic.name, addresses.topic(topic.id)), topic.words) for topic in index.directory.topics)
    )


def topic_page(index: Index, topic: Topic) -> TopicPage:
    """The page of one topic."""
    issues = [
        issue
        for pact in index.pacts
        for issue in index.issues_of[pact.id]
        if issue.topic and issue.topic.address == addresses.topic(topic.id)
    ]
    known = index.directory.agency_by_id
    agencies = [known[agency] for agency in topic.agencies if agency in known]
    return TopicPage(
        name=topic.name,
        words=topic.words,
        report=topic.report or "",
        contacts=tuple(
            (Ref(agency.name, addresses.agency(agency.id)), contact, agency.report_url or "")
            for agency in agencies
            if (contact := _agency_contact(agency))
        ),
        issues=tuple(issue for issue in issues if issue.status == "key"),
        past=tuple(issue for issue in issues if issue.status != "key"),
        tried=_tried(issues),
        others=tuple(
            Ref(other.name, addresses.topic(other.id)) for other in index.directory.topics if other.id != topic.id
        ),
    )


def _tried(issues: list[IssueCard]) -> tuple[ActionCard, ...]:
    """What was done about issues, the latest first."""
    done = [
        (card.closed_on, card)
        for issue in issues
        for card in issue.actions
        if card.status in {"done", "done_not_working"} and card.closed_on
    ]
    return tuple(card for _, card in sorted(done, key=lambda pair: pair[0], reverse=True))


def councillors_page(index: Index) -> CouncillorsPage:
    """What each ward's councillors need, wards by name."""
    return CouncillorsPage(
        tuple(_desk(index, ward) for ward in index.wards), index.directory.area.policy.notice_days
    )


def _desk(index: Index, ward: Ward) -> WardDesk:
    # Councillors are invited to every PACT of their ward save forums of chairs (Medway review, recommendation 4).
    pacts = [pact for pact in index.pacts_in_ward[ward.gss] if pact.facts.kind is not PactKind.FORUM]
    live = [pact for pact in pacts if pact.facts.status.value != "closed"]
    changes = sorted(
        (change for pact in pacts for change in _changes(index, pact.id)),
        key=lambda one: one.on,
        reverse=True,
    )
    line = ward_line(index, ward)
    return WardDesk(
        ward=line.ward,
        anchor=ward_anchor(index, ward),
        line=line,
        pacts=tuple(_councillor_pact(index, pact.id, ward.gss) for pact in live),
        changes=tuple(changes),
        recent=sum(one.on >= index.as_of - timedelta(days=30) for one in changes),
    )


def _councillor_pact(index: Index, pact_id: str, gss: str) -> CouncillorPact:
    pact = index.directory.pact_by_id[pact_id]
    cards = index.actions_of[pact.id]
    upcoming = index.upcoming_of[pact_id]
    following = upcoming[0].meeting.facts if upcoming else None
    notice = following.notice_on if following else None
    return CouncillorPact(
        card=pact_card(index, pact),
        is_part=gss in pact.facts.coverage.part_of,
        notice_days=(following.date - notice).days if following and notice else None,
        late=tuple(card for card in cards if card.days_late and card.status != "blocked"),
        held_up=tuple(card for card in cards if card.status == "blocked"),
    )


def _changes(index: Index, pact_id: str) -> list[Change]:
    pact = index.directory.pact_by_id[pact_id]
    since = index.as_of - timedelta(days=90)
    progress = newest_progress(index.actions_of[pact.id], since)
    found = [Change(entry.on, pact_ref(pact), card, entry.status.value, None) for card, entry in progress]
    told = {MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    for meeting in pact.meetings:
        day = meeting.facts.date if meeting.facts.status is MeetingStatus.HELD else meeting.facts.updated_on
        if meeting.facts.status in told and day and since <= day <= index.as_of:
            card = meeting_card(index, PactMeeting(pact, meeting))
            found.append(Change(day, pact_ref(pact), None, card.state, card))
    return found
