"""What leaves the site and travels alone: calendars, feeds, letters, tables and paper; what each may hold."""

import csv
import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import cast
from xml.etree import ElementTree

import feedparser
import vobject

from .inert import ADDRESSES, Page

DEMONSTRATION = "Demonstration:"
_SENTENCE = f"{DEMONSTRATION} the wards and postcodes are real, everything about the PACTs is invented"
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_BARE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_OWN = re.compile(r"https://example\.org/[a-z0-9/._-]*(#[\w-]+)?")
_ROLE = re.compile(r"[\w.]+@example\.org")

_FRAME = "VERSION PRODID METHOD NAME X-WR-CALNAME X-WR-CALDESC REFRESH-INTERVAL X-PUBLISHED-TTL VEVENT VTIMEZONE"
_ENTRY = (
    "UID DTSTAMP SEQUENCE STATUS DTSTART DTEND TRANSP SUMMARY LOCATION GEO DESCRIPTION URL CATEGORIES ORGANIZER"
)
_OF_CALENDARS = {"VCALENDAR": frozenset(_FRAME.split()), "VEVENT": frozenset(_ENTRY.split())}
_PARAMETERS = frozenset({"VALUE", "CN", "X-VOBJ-ORIGINAL-TZID"})
_ONCE = ("UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "DTSTART")

_OF_FEEDS = {
    "feed": "lang", "id": "", "title": "", "subtitle": "", "updated": "", "published": "", "author": "", "name": "",
    "link": "rel type href", "entry": "", "category": "term label", "content": "type", "summary": "",
}  # fmt: skip
_OF_LETTERS = frozenset(
    [
        "X-Unsent",
        "Date",
        "Message-ID",
        "To",
        "Subject",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    ]
)
_FORMULA = re.compile(r"\s*[=+@\t\r-]")
_DRAWN = re.compile(r'<\w+ (font-\w+|text-anchor|stroke(-\w+)?|fill="(none|#[0-9a-f]{3,6})")>')
"""How lines and letters of a drawing look: on paper no style sheet says it."""
_ON_PAPER = frozenset({"data-copy", "data-words", "data-copied", "data-failed"})


def calendar_faults(content: bytes) -> Iterator[str]:
    """What is in a calendar and may not be: another property than ours, a broken line, an odd address."""
    if _BARE_END.search(content):
        yield "a line that does not end as lines of calendars do"
    if long := [line for line in content.split(b"\r\n") if len(line) > 75]:
        yield f"a line too long: {long[0]!r}"
    if found := _CONTROL.search(content.decode().replace("\r\n", "\n")):
        yield f"the sign {found[0]!r}"
    calendar = vobject.readOne(content.decode())
    if not calendar.x_wr_calname.value.startswith(DEMONSTRATION):
        yield "a name that does not say it is a demonstration"
    for part in (calendar, *calendar.components()):
        for line in part.getChildren() if part.name in _OF_CALENDARS else ():
            if line.name not in _OF_CALENDARS[part.name]:
                yield f"{part.name} has {line.name}"
            if strange := {*getattr(line, "params", {})} - _PARAMETERS:
                yield f"{line.name} has {sorted(strange)}"
        if part.name == "VEVENT":
            yield from _entry_faults(part)


def _entry_faults(entry: vobject.base.Component) -> Iterator[str]:
    for name in _ONCE:
        if len(entry.contents.get(name.lower(), [])) != 1:
            yield f"not one {name}"
    if not entry.summary.value.startswith(DEMONSTRATION) or not entry.description.value.startswith(_SENTENCE):
        yield f"{entry.uid.value} does not say it is a demonstration"
    if not _OWN.fullmatch(entry.url.value):
        yield f"URL {entry.url.value}"
    if "organizer" in entry.contents and not _ROLE.fullmatch(entry.organizer.value.removeprefix("mailto:")):
        yield f"ORGANIZER {entry.organizer.value}"


def calendar_words(content: bytes) -> str:
    """Every title, place and description of a calendar, as a telephone shows it."""
    entries = vobject.readOne(content.decode()).contents.get("vevent", [])
    shown = [
        one.contents[name][0].value
        for one in entries
        for name in ("summary", "location", "description")
        if name in one.contents
    ]
    return " ".join(" ".join(shown).split())


def feed_faults(content: bytes) -> Iterator[str]:
    """What is in a feed and may not be: an element or a link that is not ours, or HTML that does something."""
    parsed = feedparser.parse(content)
    if parsed.bozo:
        yield f"it cannot be read: {parsed.bozo_exception}"
        return
    for element in ElementTree.fromstring(content).iter():
        name = element.tag.rpartition("}")[2]
        given = {one.rpartition("}")[2] for one in element.attrib}
        if name not in _OF_FEEDS or not given <= {*_OF_FEEDS[name].split()}:
            yield f"<{name} {sorted(given)}>"
        if name == "link" and not _OWN.fullmatch(element.get("href", "")):
            yield f"a link to {element.get('href')}"
        if name == "title" and not (element.text or "").startswith(DEMONSTRATION):
            yield f"{element.text!r} does not say it is a demonstration"
        if name == "content":
            words = f"<!doctype html><html><head><title>x</title></head><body>{element.text}</body></html>"
            yield from Page("/", words).live()


def feed_words(content: bytes) -> str:
    """Every title and text of a feed's entries, as a news reader shows it."""
    root = ElementTree.fromstring(content)
    return " ".join(" ".join(one.text or "" for one in root.iter()).split())


def letter_faults(content: bytes) -> Iterator[str]:
    """What is in a letter and may not be: a header or a receiver typed into the record, or a broken calendar."""
    if _BARE_END.search(content) or re.search(rb"[^\r\n -~]", content):
        yield "a sign that has no place in a letter"
    if any(len(line) > 998 for line in content.split(b"\r\n")):
        yield "a line too long"
    letter = cast("EmailMessage", message_from_bytes(content, policy=default))  # type: ignore[arg-type]
    for part in letter.walk():
        yield from (f"a defect: {one}" for one in part.defects)
        if strange := {*part.keys()} - _OF_LETTERS - {"Content-Disposition"}:
            yield f"headers {sorted(strange)}"
    for address in letter["To"].addresses if letter["To"] else ():
        if not _ROLE.fullmatch(address.addr_spec):
            yield f"To {address.addr_spec}"
    if not letter["Subject"].startswith(DEMONSTRATION) or not letter_words(letter).startswith(_SENTENCE):
        yield "it does not say it is a demonstration"
    for attached in letter.iter_attachments():
        if attached.get_content_type() != "text/calendar":
            yield f"{attached.get_content_type()} attached"
        else:
            yield from calendar_faults(attached.get_content().replace("\r\n", "\n").replace("\n", "\r\n").encode())


def letter_words(letter: Message) -> str:
    """The text of a letter."""
    body = cast("EmailMessage", letter).get_body(("plain",))
    assert body is not None
    return " ".join(body.get_content().split())


def table_faults(content: str) -> Iterator[str]:
    """What is in a table and may not be: a cell that a spreadsheet works out, a row of another width."""
    heading, *rows = csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), strict=True)
    for row in rows:
        if len(row) != len(heading):
            yield f"{len(row)} cells: {row}"
        yield from (f"a formula: {cell}" for cell in row if _FORMULA.match(cell))


def paper_faults(page: Page) -> Iterator[str]:
    """What is on a paper and may not be: what a page may not hold either, a script, or a file from elsewhere."""
    yield from (fault for fault in page.live() if not _DRAWN.fullmatch(fault))
    for element in page.elements:
        name = str(element.tag).rpartition("}")[2]
        if name in {"script", "link", "template", "form"}:
            yield f"<{name}>"
        if strange := {one for one in element.attrib if one in ADDRESSES - {"href"} or one in _ON_PAPER}:
            yield f"<{name} {sorted(strange)}>"
        there = element.get("href", "")
        if there and not re.match(r"(https?://|mailto:|tel:)", there):
            yield f"a link to {there}"
    said = page.text
    if DEMONSTRATION not in page.of("title") or _SENTENCE not in said:
        yield "it does not say it is a demonstration"
