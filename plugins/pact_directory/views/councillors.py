"""For councillors, ward by ward: their PACTs, dates, notice, promises late, and what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .. import addresses
from ..addresses import Address
from ..model.area import Ward
from ..model.meeting import MeetingStatus, Minutes
from ..publication import PublicPact
from .cards import meeting_card, pact_card
from .index import Index
from .keep_in_touch import KeepInTouch, keep_area
from .news import NewsEntry, newest_first
from .notices import NoticeState, invites, notice_state
from .parts import ActionCard, MeetingCard, PactCard, Ref, WardRef
from .progress import meeting_ref, newest_progress
from .ward_lines import WardLine, ward_anchor, ward_line

RECENT, LOOKED_AT = timedelta(days=30), timedelta(days=90)
_DATES = 3
_MOST_IN_FULL = 60


@dataclass(frozen=True, slots=True)
class DatedNotice:
    """A meeting to come, and how its notice stands."""

    card: MeetingCard
    notice: NoticeState


@dataclass(frozen=True, slots=True)
class CouncillorPact:
    """A PACT as a councillor of the ward sees it: its next few dates, and promises late or held up."""

    card: PactCard
    is_part: bool
    dates: tuple[DatedNotice, ...]
    late: tuple[ActionCard, ...]
    held_up: tuple[ActionCard, ...]


@dataclass(frozen=True, slots=True)
class WardDesk:
    """What a ward's councillors need: their PACTs, dates, notice, promises late, and what changed.

    `recent` are the changes of the last 30 days, `earlier` those of the 60 before; newest first. `calendar`
    and `feed` hold all PACTs of the ward.
    """

    ward: WardRef
    anchor: str
    line: WardLine
    pacts: tuple[CouncillorPact, ...]
    recent: tuple[NewsEntry, ...]
    earlier: tuple[NewsEntry, ...]
    notice_days: int
    calendar: Address
    feed: Address


@dataclass(frozen=True, slots=True)
class CouncillorsPage:
    """By ward, for councillors. In an area of very many wards each desk stands only on the page of its ward."""

    desks: tuple[WardDesk, ...]
    is_in_full: bool
    notice_days: int
    keep: KeepInTouch


def councillors_page(index: Index) -> CouncillorsPage:
    """What each ward's councillors need, wards by name."""
    return CouncillorsPage(
        desks=tuple(ward_desk(index, ward) for ward in index.wards),
        is_in_full=len(index.wards) <= _MOST_IN_FULL,
        notice_days=index.directory.area.policy.notice_days,
        keep=keep_area(index),
    )


def ward_desk(index: Index, ward: Ward) -> WardDesk:
    """What the councillors of a ward need."""
    pacts = [pact for pact in index.pacts_in_ward[ward.gss] if invites(pact)]
    changes = newest_first(change for pact in pacts for change in _changes(index, pact))
    turn = index.as_of - RECENT
    page = index.ward_address[ward.gss]
    return WardDesk(
        ward=WardRef(ward.name, ward.place or "", page),
        anchor=ward_anchor(index, ward),
        line=ward_line(index, ward),
        pacts=tuple(_councillor_pact(index, pact, ward.gss) for pact in pacts),
        recent=tuple(change for change in changes if change.on >= turn),
        earlier=tuple(change for change in changes if change.on < turn),
        notice_days=index.directory.area.policy.notice_days,
        calendar=addresses.calendar(page),
        feed=addresses.feed(page),
    )


def _councillor_pact(index: Index, pact: PublicPact, gss: str) -> CouncillorPact:
    cards = index.actions_of[pact.id]
    return CouncillorPact(
        card=pact_card(index, pact),
        is_part=gss in pact.facts.coverage.part_of,
        dates=tuple(
            DatedNotice(meeting_card(index, one), notice_state(index, one.meeting.facts))
            for one in index.upcoming_of[pact.id][:_DATES]
        ),
        late=tuple(card for card in cards if card.days_late and card.status != "blocked"),
        held_up=tuple(card for card in cards if card.status == "blocked"),
    )


def _changes(index: Index, pact: PublicPact) -> Iterator[NewsEntry]:
    """What changed at a PACT in the last 90 days: what is told as news, and every step of an action."""
    since = index.as_of - LOOKED_AT
    yield from (entry for entry in index.news_of[pact.id] if entry.kind != "progress" and entry.on >= since)
    for card, entry in newest_progress(index.actions_of[pact.id], since):
        yield NewsEntry(
            on=entry.on,
            kind="progress",
            path="",
            pact=card.pact,
            pact_id=pact.id,
            address=card.log,
            anchor=card.anchor,
            title=card.what,
            status=entry.status.value,
        )
    yield from _held(index, pact, since)


def _held(index: Index, pact: PublicPact, since: date) -> Iterator[NewsEntry]:
    """Meetings that took place and of which nothing is out yet; of the others their minutes tell."""
    for meeting in pact.meetings:
        facts = meeting.facts
        is_told = facts.status is MeetingStatus.HELD and facts.minutes is not Minutes.PUBLISHED
        if is_told and since <= facts.date <= index.as_of:
            address = addresses.meeting(pact.id, facts.stem)
            ref = Ref(pact.facts.name, addresses.pact(pact.id))
            met = meeting_ref(pact, facts.stem)
            yield NewsEntry(facts.date, "held", "", ref, pact.id, address, meeting=met)
