"""That those who read calendars, feeds, letters, tables and papers see what may not be there."""

import pytest

from pact_directory.publish.tables import table_text

from .inert import Page
from .travelling import calendar_faults, feed_faults, letter_faults, paper_faults, table_faults

SENTENCE = "Demonstration: the wards and postcodes are real, everything about the PACTs is invented"
CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Demonstration: Luton
BEGIN:VEVENT
UID:luton-2026-11-05@medway
DTSTAMP:20261010T000000Z
DTSTART:20261105T193000Z
SUMMARY:Demonstration: Luton
DESCRIPTION:{SENTENCE[:40]}
 {SENTENCE[40:].replace(",", chr(92) + ",")}
URL:https://example.org/pacts/luton/
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Demonstration: Luton</title>'
    '<link rel="alternate" type="text/html" href="https://example.org/pacts/luton/"/>'
    '<content type="html">&lt;p&gt;News&lt;/p&gt;</content></feed>'
)
LETTER = (
    f"""X-Unsent: 1\r\nTo: Seat 1 <seat1@example.org>\r\nSubject: Demonstration: Luton\r\n\r\n{SENTENCE}.\r\n"""
)
PAPER = (
    "<!doctype html><html><head><title>Demonstration: Luton</title></head><body><h1>Luton</h1>"
    f'<p>{SENTENCE}</p><svg><path fill="#000"></path></svg><a href="https://example.org/">x</a></body></html>'
)


def test_what_is_as_it_should_be_has_no_fault() -> None:
    assert [*calendar_faults(CALENDAR.encode())] == []
    assert [*feed_faults(FEED.encode())] == []
    assert [*letter_faults(LETTER.encode())] == []
    assert [*paper_faults(Page("/", PAPER))] == []
    assert [*table_faults(table_text(["PACT"], [["=1+1"], [" +1"], ["Luton\n=1"]]))] == []


@pytest.mark.parametrize(
    ("was", "typed"),
    [
        ("SUMMARY:", "ATTENDEE:mailto:x@example.com\r\nSUMMARY:"),
        ("SUMMARY:", "SUMMARY:x\r\nSUMMARY:"),
        ("SUMMARY:Demonstration: ", "SUMMARY:"),
        ("https://example.org/pacts", "https://example.com/pacts"),
        ("UID:", "UID;X-A=b:"),
        ("UID:luton", f"UID:{'W' * 80}"),
        ("Luton\r\nDESC", "Lu\u202eton\r\nDESC"),
        ("END:VEVENT\r\n", "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT1M\r\nEND:VALARM\r\nEND:VEVENT\r\n"),
        ("VERSION:2.0\r\n", "VERSION:2.0\n"),
    ],
)
def test_calendars(was: str, typed: str) -> None:
    assert [*calendar_faults(CALENDAR.replace(was, typed, 1).encode())]


@pytest.mark.parametrize(
    ("was", "typed"),
    [
        ("&lt;p&gt;", "&lt;p onclick=x&gt;"),
        ("News", "&lt;img src=https://example.com/x.png alt=x&gt;"),
        ("https://example.org", "javascript:"),
        ("<link", '<script xmlns="http://www.w3.org/1999/xhtml"/><link'),
        ("Demonstration: ", ""),
        ("</feed>", "</feed"),
    ],
)
def test_feeds(was: str, typed: str) -> None:
    assert [*feed_faults(FEED.replace(was, typed, 1).encode())]


@pytest.mark.parametrize(
    ("was", "typed"),
    [
        ("Subject", "Bcc: x@example.com\r\nSubject"),
        ("seat1@example.org", "seat1@example.org, x@example.com"),
        ("Subject: Demonstration: ", "Subject: "),
        ("\r\n\r\n", "\r\n\r\nHello. "),
        ("Luton", "L\u00fcton"),
        ("Luton", "Luton\n"),
    ],
)
def test_letters(was: str, typed: str) -> None:
    assert [*letter_faults(LETTER.replace(was, typed, 1).encode())]


@pytest.mark.parametrize(
    ("was", "typed"),
    [
        ("<svg>", '<img src="https://example.com/x.png" alt=""><svg>'),
        ('<path fill="#000">', '<path fill="url(https://example.com/x)">'),
        ("<svg>", "<svg><script>x</script>"),
        ("https://example.org/", "file:///etc/passwd"),
        ("<p>", '<p style="x">'),
        ("everything", "something"),
    ],
)
def test_papers(was: str, typed: str) -> None:
    assert [*paper_faults(Page("/", PAPER.replace(was, typed, 1)))]


def test_tables() -> None:
    assert [*table_faults("PACT\r\n=1+1\r\n")]
    assert [*table_faults("PACT\r\nLuton,2\r\n")]
