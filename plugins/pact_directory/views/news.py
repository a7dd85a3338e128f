"""What is new: one stream of everything that happened at the PACTs, for pages and feeds alike."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .. import addresses
from ..addresses import Address
from ..model.meeting import MeetingStatus, Minutes
from ..model.names import slug
from ..prose import SafeHtml
from ..publication import PublicDirectory, PublicMeeting, PublicPact
from .parts import ActionCard, MeetingRef, Ref
from .progress import meeting_ref

NO_WORDS = SafeHtml("")
_FRESH = timedelta(days=365)
_MEETING_NEWS = {
    MeetingStatus.CONFIRMED: "confirmed",
    MeetingStatus.CANCELLED: "cancelled",
    MeetingStatus.MOVED: "moved",
}


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """Something new at a PACT on a day.

    `kind` is update, progress, minutes, agreed, corrected, newsletter, confirmed, cancelled or moved. `path`
    says what it is, and never changes: feeds make its lasting name from it. `title` is an update's or an
    action's; the others are named by their `meeting`. `words` are an update's own; `note` what was said of
    progress, a correction, or why a meeting was cancelled or moved. `status` is an `ActionStatus` code.
    `led_by` is the page of the agency that leads on the action. `address` and `anchor` are where it stands.
    """

    on: date
    kind: str
    path: str
    pact: Ref
    pact_id: str
    address: Address
    anchor: str = ""
    title: str = ""
    words: SafeHtml = NO_WORDS
    note: str = ""
    status: str = ""
    meeting: MeetingRef | None = None
    moved_to: MeetingRef | None = None
    led_by: Address | None = None


def news_stream(
    directory: PublicDirectory, actions_of: Mapping[str, tuple[ActionCard, ...]]
) -> tuple[NewsEntry, ...]:
    """Everything new up to the day, newest first."""
    found = (entry for pact in directory.pacts for entry in _of_pact(pact, actions_of[pact.id]))
    return newest_first(entry for entry in found if entry.on <= directory.as_of)


def newest_first(entries: Iterable[NewsEntry]) -> tuple[NewsEntry, ...]:
    """News in its order; that of one day by PACT."""
    return tuple(sorted(entries, key=lambda one: (-one.on.toordinal(), one.pact.name, one.pact_id)))


def for_page(entries: Iterable[NewsEntry], as_of: date) -> tuple[NewsEntry, ...]:
    """What a page tells as news: that of the last twelve months.

    Meetings that were confirmed are left out: such a page lists the meetings to come by themselves.
    """
    return tuple(entry for entry in entries if entry.on >= as_of - _FRESH and entry.kind != "confirmed")


def _of_pact(pact: PublicPact, actions: tuple[ActionCard, ...]) -> Iterator[NewsEntry]:
    yield from _updates(pact)
    yield from _newsletters(pact)
    for meeting in pact.meetings:
        yield from _minutes(pact, meeting)
        yield from _of_meeting(pact, meeting)
    yield from _progress(pact, actions)


def _updates(pact: PublicPact) -> Iterator[NewsEntry]:
    for update in pact.updates:
        yield NewsEntry(
            on=update.facts.date,
            kind="update",
            path=f"{pact.id}/updates/{update.facts.stem}",
            pact=_ref(pact),
            pact_id=pact.id,
            address=addresses.news(pact.id),
            anchor=f"news-{slug(update.facts.stem)}",
            title=update.facts.title,
            words=update.words,
        )


def _newsletters(pact: PublicPact) -> Iterator[NewsEntry]:
    for newsletter in pact.newsletters:
        yield NewsEntry(
            on=newsletter.facts.published_on,
            kind="newsletter",
            path=f"{pact.id}/newsletters/{newsletter.stem}",
            pact=_ref(pact),
            pact_id=pact.id,
            address=addresses.newsletter(pact.id, newsletter.stem),
            meeting=meeting_ref(pact, newsletter.stem),
        )


def _minutes(pact: PublicPact, meeting: PublicMeeting) -> Iterator[NewsEntry]:
    """Minutes as they came out, were agreed, and were put right."""
    facts = meeting.facts
    if facts.minutes is not Minutes.PUBLISHED:
        return
    for kind, day in (("minutes", facts.minutes_on), ("agreed", facts.agreed_on)):
        if day:
            yield _about_meeting(pact, meeting, kind, day)
    for number, one in enumerate(facts.corrections, start=1):
        entry = _about_meeting(pact, meeting, "corrected", one.on)
        yield replace(entry, path=f"{entry.path}-{number}", note=one.text)


def _of_meeting(pact: PublicPact, meeting: PublicMeeting) -> Iterator[NewsEntry]:
    """A meeting confirmed, cancelled or moved, on the day the record says so; on none where it gives no day."""
    facts = meeting.facts
    kind = _MEETING_NEWS.get(facts.status)
    day = facts.updated_on or facts.notice_on
    if kind and day:
        entry = _about_meeting(pact, meeting, kind, day)
        yield replace(entry, anchor="", note=facts.reason or "", moved_to=meeting_ref(pact, facts.moved_to))


def _about_meeting(pact: PublicPact, meeting: PublicMeeting, kind: str, day: date) -> NewsEntry:
    return NewsEntry(
        on=day,
        kind=kind,
        path=f"{pact.id}/meetings/{meeting.stem}/{kind}",
        pact=_ref(pact),
        pact_id=pact.id,
        address=addresses.meeting(pact.id, meeting.stem),
        anchor="minutes",
        meeting=meeting_ref(pact, meeting.stem),
    )


def _progress(pact: PublicPact, actions: tuple[ActionCard, ...]) -> Iterator[NewsEntry]:
    """What was told of actions, in words; a status alone is on the action's own page."""
    for card in actions:
        days: dict[date, int] = {}
        for entry in card.progress:
            days[entry.on] = days.get(entry.on, 0) + 1
            if entry.note:
                # A second entry of one day needs a name of its own.
                again = f"/{days[entry.on]}" if days[entry.on] > 1 else ""
                yield NewsEntry(
                    on=entry.on,
                    kind="progress",
                    path=f"{pact.id}/actions/{card.id}/{entry.on.isoformat()}{again}",
                    pact=card.pact,
                    pact_id=pact.id,
                    address=card.log,
                    anchor=card.anchor,
                    title=card.what,
                    note=entry.note,
                    status=entry.status.value,
                    led_by=card.lead.address if card.lead else None,
                )


def _ref(pact: PublicPact) -> Ref:
    return Ref(pact.facts.name, addresses.pact(pact.id))
