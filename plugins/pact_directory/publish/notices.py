"""The coordinator's letters, a file each: notices, invitations to membership, and what a panel's members get."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

from .. import addresses
from ..addresses import Address, Links
from ..views.circulation import Circulation, circulations
from ..views.index import Index
from ..views.notices import MeetingNotice, Welcome, notices, welcomes
from ..views.seats import Seat, WardSeat
from ..views.site import SiteFrame, site_frame
from .calendars import CalendarWords, calendar_file
from .mail import Letter, draft, no_repeats
from .notice_table import notice_table
from .press import make_environment
from .words import Words

TABLE = "notices.csv"
MISSING = "missing-addresses.txt"
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Silent:
    """A seat no notice reaches, the PACTs concerned, and the place in the record to put right."""

    ward: str
    seat: Seat
    pacts: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class Written:
    """A file the coordinator gets, and what to tell her of it.

    `kind` is a code of the words: notice, invitation, members, table or missing. `reaches` counts the mailboxes
    it is addressed to, `given_on` is the day notice was first given.
    """

    name: str
    text: str
    kind: str
    reaches: int = 0
    given_on: date | None = None


@dataclass(frozen=True)
class Letters:
    """Everything the coordinator gets, and the seats that no letter reaches."""

    written: tuple[Written, ...]
    silent: tuple[Silent, ...]

    @property
    def files(self) -> Mapping[str, str]:
        """The text of each file, by name."""
        return {one.name: one.text for one in self.written}


class LetterWriter:
    """Writes letters about the record on a day. `base` is the site's whole address, empty while not known."""

    def __init__(self, index: Index, base: str, overrides: Path | None = None) -> None:
        self.index = index
        self.frame: SiteFrame = site_frame(index)
        links = Links(_told_of(index), base=base)
        self.whole = links.whole
        self.calendar_words = CalendarWords(self.frame, links.whole)
        self._environment: Environment = make_environment(overrides, plain_text=True)

    @property
    def words(self) -> Words:
        """The words as plain text."""
        return self.calendar_words.plain

    def text(self, template: str, page: Any) -> str:
        """A letter from its template, with never more than one empty line."""
        rendered = self._environment.get_template(template).render(
            page=page,
            site=self.frame,
            whole=self.whole,
            notice_days=self.index.directory.area.policy.notice_days,
        )
        return _GAP.sub("\n\n", "\n".join(line.rstrip() for line in rendered.strip().split("\n"))) + "\n"

    def letter(self, name: str, template: str, page: Any, to: Iterable[WardSeat] = ()) -> Letter:
        """A letter: the first line of its template is the subject."""
        subject, _, body = self.text(template, page).partition("\n")
        mailboxes = no_repeats((self._shown(one), one.seat.email) for one in to if one.seat.email)
        event = getattr(page, "event", None)
        calendar = calendar_file(event.card.pact.name, [event], self.calendar_words, "PUBLISH") if event else b""
        return Letter(name, mailboxes, subject, body.lstrip("\n"), calendar)

    def _shown(self, one: WardSeat) -> str:
        return one.seat.name or str(self.words.letter.addressee(ward=one.ward.name, number=one.seat.number))

    def draft(self, letter: Letter, kind: str, given_on: date | None = None) -> Written:
        """A letter as a file."""
        directory = self.index.directory
        text = draft(letter, directory.as_of, directory.area.site_id).decode("ascii")
        return Written(f"{letter.name}.eml", text, kind, len(letter.to), given_on)

    def summary(self, found: Letters, folder: str, days: int, kept: Collection[str] = ()) -> str:
        """What was written where, what was left as somebody made it, whom no letter reaches; nothing was sent."""
        written = tuple(one for one in found.written if one.name not in kept)
        page = {"letters": replace(found, written=written), "folder": folder, "days": days, "kept": kept}
        return self.text("notices.txt", page)


def _told_of(index: Index) -> frozenset[Address]:
    """The pages letters lead to: of PACTs, meetings and wards."""
    meetings = (addresses.meeting(one.pact.id, one.meeting.stem) for one in index.meetings)
    pacts = (addresses.pact(pact.id) for pact in index.pacts)
    return frozenset((*meetings, *pacts, *index.ward_address.values()))


def letters(writer: LetterWriter, days: int, place_of: Callable[[WardSeat], str], *, membership: bool) -> Letters:
    """Write every letter for the next so many days; `place_of` says where a seat stands in the record.

    A notice is one draft a meeting, to all councillors it concerns: they are colleagues, their mailboxes are
    public, and a coordinator has one message to look at. For a letter each there is the table.
    """
    told = notices(writer.index, days)
    welcomed = welcomes(writer.index, days) if membership else ()
    silent = _silent((*told, *welcomed), place_of)
    drafts = (
        *_notice_drafts(writer, told),
        *_welcome_drafts(writer, welcomed),
        *_member_drafts(writer, circulations(writer.index, days)),
    )
    return Letters((*drafts, *_lists(writer, told, silent)), silent)


def _notice_drafts(writer: LetterWriter, told: Iterable[MeetingNotice]) -> Iterator[Written]:
    for notice in told:
        name = f"{notice.pact.id}-{notice.facts.stem}-notice"
        letter = writer.letter(name, "notice.txt", notice, notice.seats)
        yield writer.draft(letter, "notice", notice.notice.given_on)


def _welcome_drafts(writer: LetterWriter, welcomed: Iterable[Welcome]) -> Iterator[Written]:
    for welcome in welcomed:
        name = f"{_last_part(welcome.ward.address)}-new-councillors" if welcome.ward else ""
        name = name or f"{welcome.pacts[0].id}-new-pact"
        yield writer.draft(writer.letter(name, "invitation.txt", welcome, welcome.seats), "invitation")


def _member_drafts(writer: LetterWriter, sent: Iterable[Circulation]) -> Iterator[Written]:
    for circulation in sent:
        stem = _last_part(circulation.about.address)
        name = f"{circulation.pact.id}-{stem}-{'papers' if circulation.is_papers else 'minutes'}"
        yield writer.draft(writer.letter(name, "circulation.txt", circulation), "members")


def _lists(writer: LetterWriter, told: tuple[MeetingNotice, ...], silent: tuple[Silent, ...]) -> Iterator[Written]:
    if told:
        table = notice_table(told, writer.words, writer.whole, demonstration=writer.frame.demonstration)
        yield Written(TABLE, table, "table")
    if silent:
        yield Written(MISSING, writer.text("missing_addresses.txt", silent), "missing")


def _last_part(address: str) -> str:
    return address.strip("/").rpartition("/")[2]


def _silent(told: Iterable[MeetingNotice | Welcome], place_of: Callable[[WardSeat], str]) -> tuple[Silent, ...]:
    """The seats no letter reaches, each once, by ward and number."""
    found: dict[tuple[str, int], tuple[WardSeat, dict[str, None]]] = {}
    for one in told:
        pacts = one.pacts if isinstance(one, Welcome) else (one.pact,)
        for seat in one.seats:
            if seat.seat.why_silent:
                _, names = found.setdefault((seat.gss, seat.seat.number), (seat, {}))
                names.update(dict.fromkeys(pact.name for pact in pacts))
    by_ward = sorted(found.values(), key=lambda pair: (pair[0].ward.name, pair[0].gss, pair[0].seat.number))
    return tuple(Silent(seat.ward.name, seat.seat, tuple(names), place_of(seat)) for seat, names in by_ward)
