"""Letters as e-mail programs read them: headers, body, the calendar inside, and nothing smuggled in."""

import csv
import io
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest
import vobject

from pact_directory.model.directory import Directory
from pact_directory.publish.mail import Letter, draft
from pact_directory.publish.notice_table import COLUMNS
from pact_directory.publish.notices import Letters, LetterWriter, letters
from pact_directory.publish.tables import table_text
from pact_directory.views.index import Index
from tests.factories import AS_OF, a_directory, a_folder, a_log, a_meeting, a_pact, a_ward, an_action, an_area
from tests.publication.test_publication import LAPSED, publish

SITE = "https://pacts.example.org/"
MARK = "Demonstration: the wards and postcodes are real, everything about the PACTs is invented."
SEAT = {"seat": 1, "from": "2023-05-04", "email": "luton.1@example.org"}
AWKWARD = 'Ωmega, "W" (x) <> ; \U0001f469\u200d\U0001f469\u200d\U0001f467 '


def written(directory: Directory, base: str = SITE, *, membership: bool = False) -> Letters:
    writer = LetterWriter(Index(publish(directory)), base)
    return letters(writer, 30, lambda seat: f"wards.yml, seat {seat.seat.number}", membership=membership)


def opened(text: str) -> EmailMessage:
    message = message_from_bytes(text.encode("ascii"), policy=default)
    assert not message.defects
    return cast("EmailMessage", message)


def notice_of(directory: Directory, **options: Any) -> EmailMessage:
    return opened(written(directory, **options).files["luton-2026-11-05-notice.eml"])


def body_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def luton(**changes: Any) -> Directory:
    """Luton meets on 5 November; its ward has a councillor with a mailbox and one without."""
    ward = {"councillors": [SEAT, {"seat": 2, "from": "2023-05-04"}]} | changes.pop("ward", {})
    meeting = a_meeting("2026-11-05", **({"notice_on": None, "agenda": ["Speeding"]} | changes.pop("meeting", {})))
    area = changes.pop("area", None)
    folder = a_folder(**({"meetings": (meeting,), "newsletters": (), "updates": ()} | changes))
    return a_directory(folder, wards=[a_ward(**ward)], area=area)


def test_a_notice_opens_as_a_draft_to_the_councillors() -> None:
    message = notice_of(luton())
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Luton seat 1 <luton.1@example.org>"
    assert message["Subject"] == "Demonstration: Notice of meeting: Luton PACT, panel meeting, 5 November 2026"
    assert message["Date"].datetime.date() == AS_OF
    assert message["Message-ID"] == "<luton-2026-11-05-notice.20261015@medway.invalid>"
    assert "From" not in message
    body = body_of(message)
    assert body.startswith(MARK)
    for said in ("Thursday 5 November 2026", "7:30pm to 9pm", "Luton community hall", "1. Speeding"):
        assert said in body
    assert "21 days before the meeting; councillors are owed 14" in body
    assert f"{SITE}pacts/luton/meetings/2026-11-05/" in body


def test_the_meeting_is_inside_for_the_calendar() -> None:
    (part,) = notice_of(luton()).iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "luton-2026-11-05-notice.ics"
    assert part["Content-Type"].params["method"] == "PUBLISH"
    calendar = vobject.readOne(part.get_content())
    assert calendar.method.value == "PUBLISH"
    assert calendar.vevent.uid.value == "luton-2026-11-05@medway"
    assert calendar.vevent.dtstart.value.isoformat() == "2026-11-05T19:30:00+00:00"
    assert "luton.1@example.org" not in part.get_content()


def test_outside_a_demonstration_nothing_is_marked() -> None:
    area = an_area(demonstration=False, frozen_on=None)
    for text in written(luton(area=area)).files.values():
        assert "emonstration" not in text
        assert "do not travel" not in text
        if text.startswith("X-Unsent"):
            assert "emonstration" not in body_of(opened(text))


def test_without_the_sites_address_letters_have_no_links() -> None:
    message = notice_of(luton(), base="")
    assert "http" not in body_of(message)
    assert "01632 960101" in body_of(message)


def test_a_late_notice_says_so_and_one_given_before_is_a_reminder() -> None:
    short = body_of(notice_of(luton(area=an_area(policy={"notice_days": 28}))))
    assert "only 21 days before the meeting; councillors are owed 28. We are sorry" in short
    again = notice_of(luton(meeting={"notice_on": "2026-10-01"}))
    assert "Reminder" in again["Subject"]
    assert "You were first told of it on 1 October 2026." in body_of(again)
    assert "councillors are owed" not in body_of(again)


def test_a_meeting_called_off_after_notice_is_told_as_that() -> None:
    off = {"status": "cancelled", "reason": "The hall is flooded.", "notice_on": "2026-10-01"}
    message = notice_of(luton(meeting=off))
    assert "Cancelled: Luton PACT, panel meeting, 5 November 2026" in message["Subject"]
    assert "is cancelled. Reason: The hall is flooded." in body_of(message)
    assert "you are invited" not in body_of(message)
    (part,) = message.iter_attachments()
    assert vobject.readOne(part.get_content()).vevent.status.value == "CANCELLED"


def test_who_cannot_be_reached_is_named_and_nobody_is_made_up() -> None:
    found = written(luton())
    assert [(one.seat.number, one.seat.why_silent, one.pacts) for one in found.silent] == [
        (2, "no_address", ("Luton PACT",))
    ]
    assert "wards.yml, seat 2: add the public mailbox" in found.files["missing-addresses.txt"]
    bare = written(luton(ward={"councillors": [], "seats": None}))
    assert "To" not in opened(bare.files["luton-2026-11-05-notice.eml"])
    assert "Luton, every seat" in bare.files["missing-addresses.txt"]


def test_nothing_of_a_holder_without_leave_is_in_any_file() -> None:
    holder = {**SEAT, "name": "Zephyrine", "email": "zephyrine@example.org", "publish": LAPSED}
    found = written(luton(ward={"councillors": [holder]}), membership=True)
    for text in found.files.values():
        plain = body_of(opened(text)) if text.startswith("X-Unsent") else ""
        assert "zephyrine" not in (text + plain).lower()
    assert "renew the leave" in found.files["missing-addresses.txt"]


def test_a_named_councillor_is_addressed_by_name() -> None:
    leave = {"basis": "public-role", "given_on": "2026-01-01", "review_by": "2026-12-31"}
    holder = {**SEAT, "name": "Example Person", "publish": leave}
    assert notice_of(luton(ward={"councillors": [holder]}))["To"] == "Example Person <luton.1@example.org>"


@pytest.mark.parametrize(
    ("ward", "to"),
    [
        ("Cuxton, Halling", "Cuxton Halling seat 1 <luton.1@example.org>"),
        ("Ŵyddgrug", "luton.1@example.org"),
        ('The "Arches"', "luton.1@example.org"),
    ],
)
def test_a_name_that_programs_fold_wrongly_is_left_away(ward: str, to: str) -> None:
    assert notice_of(luton(ward={"name": ward}))["To"] == to


def test_one_mailbox_of_two_seats_gets_one_letter() -> None:
    councillors = [SEAT, {**SEAT, "seat": 2, "email": "Luton.1@example.org"}]
    message = notice_of(luton(ward={"councillors": councillors}))
    assert [one.addr_spec for one in message["To"].addresses] == ["luton.1@example.org"]


@pytest.mark.parametrize(
    "name",
    [
        "A\r\nBcc: everyone@example.org",
        "A\nBcc: everyone@example.org",
        "A\u2028Bcc: everyone@example.org",
        AWKWARD,
        "W" * 200,
        "Ω" * 200,
        "Smith, Jo <x@example.org>",
        '"; x="',
    ],
)
def test_no_text_makes_a_header_of_its_own(name: str) -> None:
    letter = Letter("luton-notice", ((name, "luton.1@example.org"), (name, "b@example.org")), name, f"{name}\n")
    message = opened(draft(letter, AS_OF, "medway").decode("ascii"))
    assert set(message.keys()) == {
        "X-Unsent", "Date", "Message-ID", "To", "Subject", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    }  # fmt: skip
    assert [one.addr_spec for one in message["To"].addresses] == ["luton.1@example.org", "b@example.org"]
    assert "\n" not in message["Subject"]
    assert body_of(message).split() == name.split()


@pytest.mark.parametrize("text", [f"{AWKWARD}{{{{ 7*7 }}}} {{% raw %}} {{pact}} =SUM(A1)", "Ω" * 190])
def test_hostile_names_come_out_as_typed(text: str) -> None:
    words = " ".join(text.replace("<", "").replace(">", "").split())
    pact = a_pact(name=words.replace("Ωmega", "Omega"))
    log = a_log(actions=[an_action(action=words)])
    found = written(luton(pact=pact, log=log, ward={"name": 'Omega, "W" (x)'}, meeting={"agenda": [words]}))
    message = opened(found.files["luton-2026-11-05-notice.eml"])
    assert pact.name in message["Subject"]
    assert words in body_of(message)
    papers = opened(found.files["luton-2026-11-05-papers.eml"])
    assert words in body_of(papers)
    assert [one.addr_spec for one in message["To"].addresses] == ["luton.1@example.org"]


def test_lines_are_short_enough_for_any_server_and_end_as_mail_does() -> None:
    found = written(luton(meeting={"agenda": ["W" * 200, "Ω" * 200]}))
    for name, text in found.files.items():
        if name.endswith(".eml"):
            assert max(len(line) for line in text.split("\r\n")) <= 998
            assert "\n" not in text.replace("\r\n", "")


def test_the_same_record_makes_the_same_bytes() -> None:
    assert written(luton(), membership=True) == written(luton(), membership=True)


def test_papers_hold_agenda_minutes_and_plan_and_no_address() -> None:
    held = a_meeting("2026-09-17", minutes_on="2026-10-01", decisions=["Keep at it"], body="# Speeding\n\nSlower.")
    coming = a_meeting("2026-11-05", agenda=["Speeding"])
    stuck = an_action(progress=[{"on": "2026-10-01", "status": "blocked"}], blocked_by="No money.")
    found = written(luton(meetings=(held, coming), log=a_log(actions=[stuck])))
    message = opened(found.files["luton-2026-11-05-papers.eml"])
    assert "To" not in message
    body = body_of(message)
    assert body.startswith(MARK)
    for said in ("list of members in Bcc", "1. Speeding", "- Keep at it", "# Speeding\n\nSlower.", "are a draft"):
        assert said in body
    assert "- Check speeds outside the school (held up)\n  No money." in body


def test_an_action_only_asked_for_is_no_promise() -> None:
    asked = an_action(lead_agency="housing", progress=[], due_on="2026-12-01")
    body = body_of(opened(written(luton(log=a_log(actions=[asked]))).files["luton-2026-11-05-papers.eml"]))
    assert "(asked; they have not agreed yet, wanted by 1 December 2026)" in body


def test_membership_is_offered_only_when_asked_for() -> None:
    newcomer = {"seat": 2, "from": "2026-10-01", "email": "luton.2@example.org"}
    directory = luton(ward={"councillors": [SEAT, newcomer]})
    assert "luton-new-councillors.eml" not in written(directory).files
    message = opened(written(directory, membership=True).files["luton-new-councillors.eml"])
    assert [one.addr_spec for one in message["To"].addresses] == ["luton.2@example.org"]
    for said in (
        MARK,
        "Partners and Communities Together",
        "5 November 2026",
        "01632 960101",
        "/wards/luton/#desk",
    ):
        assert said in body_of(message)
    assert not list(message.iter_attachments())


def test_the_table_has_a_row_a_councillor_and_opens_in_excel() -> None:
    text = written(luton()).files["notices.csv"]
    assert text.startswith("\ufeffWard,")
    assert text.endswith("\r\n")
    heading, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert len(heading) == len(COLUMNS)
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    assert [(row["seat"], row["email"]) for row in found] == [("Seat 1", "luton.1@example.org"), ("Seat 2", "")]
    assert found[0]["notice_days"] == "21"
    assert found[0]["provenance"] == "invented"


@pytest.mark.parametrize("cell", ["=1+1", "+441632", "-1", "@SUM", "\t=1", "\r=1", " =1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (_, row) = csv.reader(
        io.StringIO(table_text(["a", "b"], [[cell, "plain"]]).removeprefix("\ufeff"), newline="")
    )
    assert row[0] == f"'{cell}"
    assert row[1] == "plain"
