"""What every record has in common, and the few questions records answer themselves."""

from datetime import date

import pytest
from pydantic import ValidationError

from pact_directory.model.actions import Priority, PriorityStatus
from pact_directory.model.area import Councillor, Publish
from pact_directory.model.meeting import Meeting
from pact_directory.model.pact import Member
from pact_directory.model.record import Origin, Record, Source
from tests.factories import a_meeting, a_pact, a_priority

LEAVE = Publish.model_validate({"basis": "consent", "given_on": "2026-01-01", "review_by": "2026-12-31"})


def test_an_origin_names_the_pact_and_the_record() -> None:
    origin = Origin("luton/meetings/2026-03-12-surgery.md")
    assert (origin.pact_id, origin.stem) == ("luton", "2026-03-12-surgery")
    assert origin.name == "luton/meetings/2026-03-12-surgery"
    assert (Origin("area.yml").pact_id, Origin("area.yml").name) == ("", "area")


def test_records_never_change() -> None:
    with pytest.raises(ValidationError):
        a_pact().name = "Other"  # type: ignore[misc]


def test_every_model_refuses_what_it_does_not_know() -> None:
    models = [Record]
    for model in models:
        models += model.__subclasses__()
        assert model.model_config.get("extra") == "forbid", model
        assert model.model_config.get("frozen") is True, model
    assert len(models) > 30


def test_every_field_says_what_it_is_for() -> None:
    models = [Record]
    for model in models:
        models += model.__subclasses__()
        assert all(field.description for field in model.model_fields.values()), model


def test_a_record_without_its_words_keeps_the_rest() -> None:
    meeting = a_meeting(body="Said in confidence.")
    silent = meeting.without_body()
    assert (silent.body, meeting.body) == ("", "Said in confidence.")
    assert (silent.origin, silent.date) == (meeting.origin, meeting.date)


def test_the_file_is_remembered() -> None:
    values = {"kind": "panel", "status": "planned", "date": "2026-12-10"}
    meeting = Meeting.model_validate(values, context=Source(Origin("luton/meetings/2026-12-10.md"), "Words."))
    assert (meeting.stem, meeting.body) == ("2026-12-10", "Words.")


@pytest.mark.parametrize(
    ("day", "holds"), [("2025-12-31", False), ("2026-01-01", True), ("2026-12-31", True), ("2027-01-01", False)]
)
def test_leave_holds_from_the_day_it_was_given_to_its_review(day: str, holds: bool) -> None:
    assert LEAVE.holds_on(date.fromisoformat(day)) is holds


def test_membership_and_terms_run_from_their_first_day_to_their_last() -> None:
    member = Member.model_validate({"agency": "police", "since": "2026-01-01", "until": "2026-06-30"})
    seat = Councillor.model_validate({"seat": "1", "from": "2026-01-01", "to": "2026-06-30"})
    for day, is_there in [
        ("2025-12-31", False),
        ("2026-01-01", True),
        ("2026-06-30", True),
        ("2026-07-01", False),
    ]:
        assert member.belongs_on(date.fromisoformat(day)) is is_there
        assert seat.sits_on(date.fromisoformat(day)) is is_there


def test_a_priority_stands_where_its_last_entry_says() -> None:
    history = [{"status": "waiting", "on": "2026-01-01"}, {"status": "key", "on": "2026-03-12"}]
    assert a_priority(history=history).status is PriorityStatus.KEY
    assert Priority.model_validate({"id": "a", "title": "A", "history": []}).status is PriorityStatus.WAITING
