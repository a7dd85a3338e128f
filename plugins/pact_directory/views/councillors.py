"""For councillors, ward by ward: their PACTs, dates, notice, promises late, and what changed."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..model.area import Ward
from ..model.meeting import MeetingStatus
from ..model.pact import PactKind
from .cards import meeting_card, pact_card, pact_ref
from .index import Index, PactMeeting
from .parts import ActionCard, MeetingCard, PactCard, Ref, WardRef
from .progress import newest_progress
from .ward_lines import WardLine, ward_line
from .wards import ward_anchor


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
