"""The notices as a table, for mail merge: a letter to each councillor from one text."""

from collections.abc import Callable, Iterable

from ..addresses import Address
from ..views.notices import MeetingNotice
from ..views.seats import WardSeat
from .tables import table_text
from .words import Words
from .words.dates import day, span

COLUMNS = (
    "ward", "part", "seat", "name", "email", "pact", "kind", "status", "date", "time", "place", "link",
    "notice_days", "given_on", "provenance",
)  # fmt: skip
"""The columns of the table, as codes of the words."""


def notice_table(
    told: Iterable[MeetingNotice], words: Words, whole: Callable[[Address], str], *, demonstration: bool
) -> str:
    """A row for each seat that is held, and meeting; the mailbox is empty where none is known."""
    provenance = words.merge.invented if demonstration else ""
    rows = (
        (
            *_seat(words, one),
            *_meeting(words, notice),
            whole(notice.card.address),
            *_notice(words, notice),
            provenance,
        )
        for notice in told
        for one in notice.seats
        if not one.seat.vacant
    )
    return table_text([str(words.merge.heading[column]) for column in COLUMNS], rows)


def _seat(words: Words, one: WardSeat) -> tuple[object, ...]:
    covered = words.merge.part if one.is_part else words.merge.whole
    return one.ward.name, covered, words.merge.seat(number=one.seat.number), one.seat.name, one.seat.email


def _meeting(words: Words, notice: MeetingNotice) -> tuple[object, ...]:
    card = notice.card
    place = ", ".join(part for part in (card.place.name, card.place.address) if part) if card.place else ""
    standing = words.meeting_state[card.state]
    times = span(words, card.start, card.end)
    return notice.pact.name, words.kind[card.kind], standing, day(words, card.day), times, place


def _notice(words: Words, notice: MeetingNotice) -> tuple[object, ...]:
    given_on = notice.notice.given_on
    return notice.days_left, day(words, given_on) if given_on else ""
