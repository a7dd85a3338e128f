"""Calendars: read back with another library than the one that writes them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from pact_directory.addresses import Address, calendar, meeting, pact
from pact_directory.publish.calendars import CalendarWords, calendar_file, calendar_files
from pact_directory.views.calendars import calendar_addresses, calendar_event, calendars
from pact_directory.views.index import Index
from pact_directory.views.site import site_frame
from tests.factories import LUTON, a_folder, a_meeting, a_pact, a_venue, a_ward

from .following import REAL, index_of, links_of
from .rendering import directory

AREA, PACT, WARD = (
    Address("/calendar.ics"),
    Address("/pacts/luton/calendar.ics"),
    Address("/wards/luton/calendar.ics"),
)


def words_of(index: Index, **links: str) -> CalendarWords:
    return CalendarWords(site_frame(index), links_of(index, **links).whole)


def files_of(index: Index, **links: str) -> dict[Address, bytes]:
    return dict(calendar_files(calendars(index), words_of(index, **links)))


def events_of(content: bytes) -> dict[str, Any]:
    """The entries of a file by their lasting names, as vobject reads them."""
    (found,) = vobject.readComponents(content.decode())
    return {event.uid.value: event for event in getattr(found, "vevent_list", [])}


def one_event(*, area: dict[str, Any] | None = None, stem: str = "2026-11-05", **facts: Any) -> Any:
    """The only entry of a record with one meeting."""
    one = a_folder(meetings=(a_meeting(stem, **facts),), newsletters=(), updates=())
    (found,) = events_of(files_of(index_of(one, area=area))[AREA]).values()
    return found


def test_every_file_of_the_shipped_record_is_read_back_whole() -> None:
    index = Index(directory())
    files = files_of(index)
    assert frozenset(files) == calendar_addresses(index)
    for address, content in files.items():
        parsed = icalendar.Calendar.from_ical(content)
        assert parsed.errors == [], address
        assert not [event.errors for event in parsed.walk("VEVENT") if event.errors], address
        assert len(events_of(content)) == len(parsed.walk("VEVENT")), address
        assert all(len(line) <= 75 for line in content.split(b"\r\n")), address
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in content.replace(b"\r\n", b""), address
        assert parsed.subcomponents, f"{address}: RFC 5545 wants at least one component"


def test_the_same_record_gives_the_same_bytes() -> None:
    assert files_of(Index(directory())) == files_of(Index(directory()))


def test_there_is_one_for_the_area_each_pact_each_ward_and_each_meeting_to_come() -> None:
    index = Index(directory())
    files = files_of(index)
    assert AREA in files
    assert {calendar(pact(one.id)) for one in index.pacts} <= set(files)
    assert {calendar(address) for address in index.ward_address.values()} <= set(files)
    assert {calendar(meeting(one.pact.id, one.meeting.stem)) for one in index.upcoming} <= set(files)
    assert {len(events_of(files[calendar(meeting(one.pact.id, one.meeting.stem))])) for one in index.upcoming} == {
        1
    }


def test_a_ward_has_the_meetings_of_every_pact_in_it() -> None:
    both = (
        a_folder("luton", meetings=(a_meeting("2026-11-05"),)),
        a_folder(
            "young-luton",
            pact=a_pact("young-luton", kind="youth"),
            meetings=(a_meeting("2026-11-01", "young-luton"),),
        ),
    )
    found = events_of(files_of(index_of(*both))[WARD])
    assert list(found) == ["young-luton-2026-11-01@medway", "luton-2026-11-05@medway"]


def test_an_entry_says_what_somebody_needs_to_come() -> None:
    event = one_event(area=REAL, agenda=["Welcome", "The lights, and the bench"])
    assert event.uid.value == "luton-2026-11-05@medway"
    assert event.summary.value == "Luton PACT: panel meeting"
    assert event.location.value == "Luton community hall"
    assert event.categories.value == ["Panel meeting"]
    assert event.url.value == "https://pacts.example.org/medway/pacts/luton/meetings/2026-11-05/"
    assert event.status.value == "CONFIRMED"
    told = event.description.value
    assert "Agenda:\n- Welcome\n- The lights, and the bench" in told
    assert "Step-free: not known." in told
    assert "Contact: 01632 960101, luton.pact@example.org" in told
    assert told.endswith("https://pacts.example.org/medway/pacts/luton/meetings/2026-11-05/")
    assert "Demonstration" not in told


def test_a_demonstration_says_so_in_the_title_and_the_first_line() -> None:
    event = one_event()
    sentence = "Demonstration: the wards and postcodes are real, everything about the PACTs is invented."
    assert event.summary.value.startswith("Demonstration: ")
    assert event.description.value.startswith(f"{sentence} Invented meeting: do not travel.")
    for content in files_of(Index(directory())).values():
        (found,) = vobject.readComponents(content.decode())
        assert found.contents["x-wr-calname"][0].value.startswith("Demonstration: ")
        for one in getattr(found, "vevent_list", []):
            assert one.summary.value.startswith("Demonstration: ")
            assert one.description.value.startswith(sentence)


@pytest.mark.parametrize(
    ("stem", "start", "end", "starts", "ends"),
    [
        ("2026-12-10", "19:30", "21:00", (19, 30), (21, 0)),  # winter
        ("2027-06-10", "19:30", "21:00", (18, 30), (20, 0)),  # summer
        ("2026-10-25", "00:30", "01:30", (23, 30), (0, 30)),  # the clocks go back: the first 1.30
        ("2026-10-25", "01:30", "02:30", (0, 30), (2, 30)),  # from the first 1.30, two hours by a watch
        ("2027-03-28", "00:30", "02:30", (0, 30), (1, 30)),  # the clocks go forward: an hour by a watch
    ],
)
def test_times_are_london_s(
    stem: str, start: str, end: str, starts: tuple[int, int], ends: tuple[int, int]
) -> None:
    event = one_event(stem=stem, start=start, end=end)
    day = date.fromisoformat(stem)
    first = day - timedelta(days=1) if starts[0] == 23 else day
    assert event.dtstart.value == datetime.combine(first, time(*starts), UTC)
    assert event.dtend.value == datetime.combine(day, time(*ends), UTC)


def test_a_day_without_a_time_is_a_whole_day_that_blocks_nothing() -> None:
    event = one_event(status="planned", start=None, end=None, venue=None, notice_on=None)
    assert event.dtstart.value == date(2026, 11, 5)
    assert not hasattr(event, "dtend")
    assert event.transp.value == "TRANSPARENT"
    assert event.status.value == "TENTATIVE"
    assert not hasattr(event, "location")
    for words in ("not confirmed yet", "The time is still to come.", "The place is still to come."):
        assert words in event.description.value


def test_an_end_is_not_made_up() -> None:
    event = one_event(end=None)
    assert not hasattr(event, "dtend")
    assert "Nobody has told us when it ends." in event.description.value


@pytest.mark.parametrize("kind", ["walkabout", "workshop"])
def test_where_the_area_says_how_long_it_may_take_that_is_its_length(kind: str) -> None:
    event = one_event(kind=kind, end=None, area={"policy": {"walkabout_hours": 3, "workshop_hours": 3}})
    assert event.dtend.value - event.dtstart.value == timedelta(hours=3)
    assert "It takes 3 hours at most." in event.description.value


def test_a_cancelled_meeting_stays_and_says_why() -> None:
    event = one_event(status="cancelled", reason="The hall is flooded.", revision=2, updated_on="2026-10-12")
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "2")
    assert event.dtstamp.value == datetime(2026, 10, 12, tzinfo=UTC)
    assert event.summary.value == "Demonstration: Cancelled: Luton PACT: panel meeting"
    assert "This meeting was cancelled. Reason: The hall is flooded." in event.description.value
    assert "Anyone may come" not in event.description.value


def test_a_moved_meeting_says_where_to() -> None:
    moved = a_meeting("2026-11-05", status="moved", reason="No heating.", moved_to="2026-11-12", revision=1)
    one = a_folder(meetings=(moved, a_meeting("2026-11-12")), newsletters=(), updates=())
    found = events_of(files_of(index_of(one))[PACT])
    old = found["luton-2026-11-05@medway"]
    assert old.status.value == "CANCELLED"
    assert "This meeting was moved. Reason: No heating." in old.description.value
    assert "Now on Thursday 12 November 2026. https://pacts" in old.description.value
    assert found["luton-2026-11-12@medway"].status.value == "CONFIRMED"


def test_what_is_long_past_is_left_out_save_what_was_called_off() -> None:
    stems = {"2025-10-14": "held", "2025-10-15": "held", "2020-01-09": "cancelled"}
    held = tuple(
        a_meeting(stem, status=status, **({"reason": "Snow."} if status == "cancelled" else {}))
        for stem, status in stems.items()
    )
    found = events_of(files_of(index_of(a_folder(meetings=held, newsletters=())))[PACT])
    assert set(found) == {"luton-2020-01-09@medway", "luton-2025-10-15@medway"}


@pytest.mark.parametrize(
    ("days", "stamp"),
    [
        ({"updated_on": "2026-10-12"}, date(2026, 10, 12)),
        ({"notice_on": "2026-10-01"}, date(2026, 10, 1)),
        ({"notice_on": None}, date(2026, 11, 5)),
    ],
)
def test_the_stamp_is_the_record_s(days: dict[str, Any], stamp: date) -> None:
    assert one_event(**days).dtstamp.value.date() == stamp


def test_a_pact_that_was_renamed_is_still_found_where_phones_ask() -> None:
    one = a_folder(pact=a_pact(former_ids=["old-luton"]), meetings=(a_meeting("2026-11-05"),))
    files = files_of(index_of(one))
    assert files[Address("/pacts/old-luton/calendar.ics")] == files[PACT]


def test_a_calendar_without_meetings_is_still_one() -> None:
    index = index_of(a_folder(meetings=(), newsletters=()))
    content = files_of(index)[PACT]
    (found,) = vobject.readComponents(content.decode())
    zone = found.vtimezone.gettzinfo()
    for day in (date(2026, 7, 1), date(2026, 12, 1)):
        assert datetime.combine(day, time(12), zone).utcoffset() == timedelta(hours=1 if day.month == 7 else 0)


def test_where_the_site_s_address_is_not_known_none_is_given() -> None:
    one = a_folder(meetings=(a_meeting("2026-11-05"),), newsletters=())
    content = files_of(index_of(one, area=REAL), base="")[PACT]
    (event,) = events_of(content).values()
    assert not hasattr(event, "url")
    assert b"http" not in content


def test_a_real_place_is_on_the_map_and_an_invented_one_is_not() -> None:
    hall = a_venue(address="Castle Road", easting=577_000, northing=166_000)
    for area, expected in ((REAL, True), ({}, False)):
        index = index_of(a_folder(meetings=(a_meeting("2026-11-05"),)), area=area, venues=[hall])
        content = files_of(index)[PACT]
        assert (b"GEO:51.3" in content) is expected
        assert b"LOCATION:Luton community hall\\, Castle Road" in content


def test_a_place_that_was_mistyped_is_on_no_map() -> None:
    hall = a_venue(easting=5_770_000, northing=166_000)
    index = index_of(a_folder(meetings=(a_meeting("2026-11-05"),)), area=REAL, venues=[hall])
    assert b"GEO:" not in files_of(index)[PACT]


def test_a_file_for_a_letter_is_published_by_the_pact() -> None:
    index = index_of(a_folder(meetings=(a_meeting("2026-11-05"),)), area=REAL)
    event = calendar_event(index, index.upcoming[0])
    content = calendar_file("Luton PACT", [event], words_of(index), "PUBLISH")
    (found,) = vobject.readComponents(content.decode())
    assert found.method.value == "PUBLISH"
    assert found.vevent.organizer.value == "mailto:luton.pact@example.org"
    assert found.vevent.organizer.params["CN"] == ["Luton PACT"]
    assert found.contents["x-wr-calname"][0].value == "Luton PACT"


HOSTILE = '</script><b>"x"; DTSTART:1,2\\n\\; {{ 7*7 }} \U0001f469\u200d\U0001f467 \u05e9\u05dc'


def test_odd_words_stay_words() -> None:
    # Past what the record lets through: markup in one-line fields, and a line more than the longest text.
    reason = f"Line one\nATTENDEE:mailto:x@example.com\nEND:VEVENT\n{HOSTILE} {'ŵ' * 4_000}"
    called_off = a_meeting("2026-11-05", status="cancelled", reason="Snow.").model_copy(update={"reason": reason})
    name = f"Luton {HOSTILE}"
    hall = a_venue(address="Castle Road").model_copy(update={"name": HOSTILE, "address": HOSTILE})
    to_come = a_meeting("2026-11-12").model_copy(update={"agenda": (HOSTILE, "W" * 200)})
    named = a_pact().model_copy(update={"name": name})
    one = a_folder(pact=named, meetings=(called_off, to_come), newsletters=())
    index = index_of(one, venues=[hall], wards=[a_ward(LUTON).model_copy(update={"name": HOSTILE})])
    content = files_of(index)[AREA]
    event, later = events_of(content).values()
    assert event.summary.value == f"Demonstration: Cancelled: {name}: panel meeting"
    assert event.location.value == f"{HOSTILE}, {HOSTILE}"
    assert reason in event.description.value
    assert f"- {HOSTILE}\n- {'W' * 200}\n" in later.description.value
    assert not hasattr(event, "attendee")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    letter = calendar_file(name, [calendar_event(index, index.meetings[0])], words_of(index), "PUBLISH")
    assert events_of(letter)["luton-2026-11-05@medway"].organizer.value == "mailto:luton.pact@example.org"
