"""Calendars written as files that phones and computers read (iCalendar, RFC 5545)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from icalendar import Calendar as CalendarFile
from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vCalAddress, vDuration
from jinja2 import Template

from ..addresses import Address
from ..views.calendars import Calendar, CalendarEvent
from ..views.site import SiteFrame
from .press import make_environment
from .words import Words, words

_STATUS = {"planned": "TENTATIVE", "cancelled": "CANCELLED", "moved": "CANCELLED"}
_CLOSING = b"END:VCALENDAR\r\n"
_FETCH_AGAIN = timedelta(days=1)


@dataclass(frozen=True)
class CalendarWords:
    """What entries are written with: the words of a language, the site, and how whole addresses are made."""

    site: SiteFrame
    whole: Callable[[Address], str]
    language: str = "en-GB"

    @cached_property
    def plain(self) -> Words:
        """The words as plain text."""
        return words(self.language, plain_text=True)

    @cached_property
    def description(self) -> Template:
        """The lines of an entry below its title."""
        return make_environment(language=self.language, plain_text=True).get_template("calendar_event.txt")

    def marked(self, title: str) -> str:
        """A title that says, in a demonstration, that it is one: a title travels alone."""
        return f"{self.plain.demonstration.word} {title}" if self.site.demonstration else title


def calendar_file(
    name: str, events: Iterable[CalendarEvent], with_words: CalendarWords, method: str = ""
) -> bytes:
    """A calendar file of some meetings, as it is attached to a letter: `method` is PUBLISH there.

    `name` is what a phone calls the calendar; in a demonstration it is marked as one.
    """
    return _joined(name, [written_entry(event, with_words, method) for event in events], with_words, method)


def calendar_files(calendars: Iterable[Calendar], with_words: CalendarWords) -> Iterator[tuple[Address, bytes]]:
    """Every calendar of the site. A meeting is written once, and stands in up to four of them."""
    written: dict[str, bytes] = {}
    names = with_words.plain.calendar.name
    for calendar in calendars:
        for event in calendar.events:
            if event.uid not in written:
                written[event.uid] = written_entry(event, with_words)
        entries = [written[event.uid] for event in calendar.events]
        name = names[calendar.of](name=calendar.name)
        yield calendar.address, _joined(name, entries, with_words)


def written_entry(event: CalendarEvent, with_words: CalendarWords, method: str = "") -> bytes:
    """One meeting as an entry. Times are UTC, so that no reader needs to know when our clocks change."""
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("dtstamp", datetime.combine(event.changed_on, time(), UTC))
    entry.add("sequence", event.sequence)
    entry.add("status", _STATUS.get(event.status, "CONFIRMED"))
    _add_times(entry, event)
    _add_words(entry, event, with_words)
    if method and event.contact and event.contact.email:
        entry.add("organizer", _organizer(event.card.pact.name, event.contact.email))
    return bytes(entry.to_ical())


def _add_times(entry: Event, event: CalendarEvent) -> None:
    """From when to when.

    An entry without an end is a moment to RFC 5545, and blocks nobody's evening: better that than an end of
    our own making. A day without a time is a whole day, and leaves those who keep it free for other things.
    """
    if event.starts is None:
        entry.add("dtstart", event.card.day)
        entry.add("transp", "TRANSPARENT")
        return
    entry.add("dtstart", event.starts.astimezone(UTC))
    if event.ends:
        entry.add("dtend", event.ends.astimezone(UTC))


def _add_words(entry: Event, event: CalendarEvent, with_words: CalendarWords) -> None:
    entry.add("summary", with_words.marked(_title(event, with_words.plain)))
    if place := event.card.place:
        entry.add("location", ", ".join(part for part in (place.name, place.address) if part))
    if event.position:
        entry.add("geo", event.position)
    told = with_words.description.render(event=event, site=with_words.site, whole=with_words.whole)
    entry.add("description", told.strip())
    if address := with_words.whole(event.card.address):
        entry.add("url", address)
    entry.add("categories", [str(with_words.plain.kind[event.card.kind])])


def _title(event: CalendarEvent, plain: Words) -> str:
    """Whose meeting and of what kind; what will not take place says so first, as few phones show it otherwise."""
    name = plain.meeting.of_pact(pact=event.card.pact.name, kind=plain.kind_inside[event.card.kind])
    return str(plain.meeting_prefix[event.status](name=name)) if event.is_off else str(name)


def _organizer(name: str, email: str) -> vCalAddress:
    organizer = vCalAddress(f"mailto:{email}")
    organizer.params["CN"] = name.replace('"', "'")  # RFC 5545 has no way to write one there
    return organizer


def _joined(name: str, entries: list[bytes], with_words: CalendarWords, method: str = "") -> bytes:
    """The entries in their frame. One without entries holds the time zone: a calendar may not be empty."""
    frame = CalendarFile()
    frame.add("version", "2.0")
    frame.add("prodid", "-//PACT directory//Meetings//EN")
    if method:
        frame.add("method", method)
    title = with_words.marked(name)
    frame.add("name", title)
    frame.add("x-wr-calname", title)
    if with_words.site.demonstration:
        said = with_words.plain.demonstration
        frame.add("x-wr-caldesc", f"{said.word} {said.sentence}")
    frame.add("refresh-interval", vDuration(_FETCH_AGAIN), parameters={"VALUE": "DURATION"})
    frame.add("x-published-ttl", vDuration(_FETCH_AGAIN))
    if not entries:
        frame.add_component(_time_zone())
    opening = bytes(frame.to_ical(sorted=False)).removesuffix(_CLOSING)
    return opening + b"".join(entries) + _CLOSING


def _time_zone() -> Timezone:
    """London's time, as it has been since 1996."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    winter = (TimezoneStandard(), date(1996, 10, 27), "GMT", (1, 0), 10)
    summer = (TimezoneDaylight(), date(1996, 3, 31), "BST", (0, 1), 3)
    for part, first, name, (before, after), month in (winter, summer):
        part.add("dtstart", datetime.combine(first, time(before + 1)))
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("tzname", name)
        part.add("rrule", _last_sunday(month))
        zone.add_component(part)
    return zone


def _last_sunday(month: int) -> Mapping[str, Any]:
    return {"freq": "yearly", "bymonth": month, "byday": "-1SU"}
