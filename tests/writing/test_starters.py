"""A starter passes the check as it is, in a demonstration and in a real record, and says how to go on."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from pact_directory.model.meeting import MeetingKind, MeetingStatus
from pact_directory.model.pact import PactStatus
from pact_directory.reading.text import split_page
from pact_directory.writing.actions import action_added, next_action_id
from pact_directory.writing.atomic import read_exactly, write_new, write_over
from pact_directory.writing.refusal import NotWrittenError
from pact_directory.writing.starters import (
    action_starter,
    meeting_starter,
    newsletter_starter,
    pact_starter,
    update_starter,
)

from .records import AS_OF, HELD, TO_COME, a_record, checked, directory_of, errors

Starter = Callable[[Path], dict[str, str]]
EXAMPLE = re.compile(r"^( *)# (?=[a-z_]+:|- |  [a-z_]+:)", re.MULTILINE)


def meeting_of(kind: MeetingKind, day: date) -> Starter:
    return lambda record: meeting_starter(directory_of(record), "luton", day, AS_OF, kind)


STARTERS: dict[str, Starter] = {
    "a PACT": lambda record: pact_starter(directory_of(record), "hoo-and-grain", AS_OF),
    "a newsletter": lambda record: newsletter_starter(directory_of(record), "luton", HELD, AS_OF),
    "an update": lambda record: update_starter(directory_of(record), "luton", date(2026, 5, 2), AS_OF),
    **{f"a {kind} to come": meeting_of(kind, TO_COME) for kind in MeetingKind},
    **{f"a {kind} held": meeting_of(kind, date(2026, 9, 10)) for kind in MeetingKind},
    "a meeting today": meeting_of(MeetingKind.PANEL, AS_OF),
    "a second meeting": meeting_of(MeetingKind.SURGERY, HELD),
}


@pytest.fixture(params=[True, False], ids=["demonstration", "real"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return a_record(tmp_path, is_demonstration=request.param)


def test_the_record_they_are_put_in_is_right(record: Path) -> None:
    assert errors(record) == []


@pytest.mark.parametrize("starter", STARTERS.values(), ids=STARTERS.keys())
def test_a_starter_passes_the_check_as_it_is(record: Path, starter: Starter) -> None:
    write_new(record, starter(record))
    assert errors(record) == []


@pytest.mark.parametrize("starter", STARTERS.values(), ids=STARTERS.keys())
def test_every_example_in_a_starter_is_right_too(record: Path, starter: Starter) -> None:
    texts = starter(record)
    in_use = {path: EXAMPLE.sub(r"\1", text) for path, text in texts.items()}
    assert any(in_use[path] != texts[path] for path in texts)
    write_new(record, in_use)
    missing_photo = "unknown-document"
    assert [error for error in errors(record) if missing_photo not in error] == []


@pytest.mark.parametrize("starter", STARTERS.values(), ids=STARTERS.keys())
def test_a_starter_holds_no_contact(record: Path, starter: Starter) -> None:
    for text in starter(record).values():
        assert not re.search(r"@|example\.(org|com)|\b0\d{3,}", text)


@pytest.mark.parametrize("starter", STARTERS.values(), ids=STARTERS.keys())
def test_an_editor_finds_the_schema_and_agrees(tmp_path: Path, starter: Starter) -> None:
    record = a_record(tmp_path)
    for path, text in starter(record).items():
        page = split_page(text) if path.endswith(".md") else None
        fields = page.front_matter if page else text  # type: ignore[union-attr]
        line, _, _ = fields.partition("\n")
        named = line.removeprefix("# yaml-language-server: $schema=")
        assert named != line
        schema = ((record / path).parent / named).resolve().relative_to(tmp_path)
        kept = json.loads((Path(__file__).parents[2] / schema).read_text(encoding="utf-8"))
        typed = yaml.load(fields, yaml.CBaseLoader)
        empty_means_absent = {name: value for name, value in typed.items() if value != ""}
        assert [error.message for error in Draft202012Validator(kept).iter_errors(empty_means_absent)] == []


def test_a_new_pact_is_reported_and_says_since_when(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    write_new(record, pact_starter(directory_of(record), "hoo-and-grain", AS_OF))
    folder = directory_of(record).folder_by_id["hoo-and-grain"]
    assert folder.pact.name == "Hoo and Grain PACT"
    assert folder.pact.status is PactStatus.REPORTED
    assert [(change.status, change.on) for change in folder.pact.status_history] == [(PactStatus.REPORTED, AS_OF)]
    assert [source.on for source in folder.pact.sources] == [AS_OF]
    assert (folder.log.priorities, folder.log.actions) == ((), ())


def test_a_name_may_be_given_and_is_quoted_where_it_must_be(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    write_new(record, pact_starter(directory_of(record), "grain", AS_OF, name="Grain: the PACT"))
    assert directory_of(record).folder_by_id["grain"].pact.name == "Grain: the PACT"


@pytest.mark.parametrize(
    ("pact_id", "name", "said"),
    [
        ("Luton", None, '"Luton" cannot be the id of a PACT'),
        ("luton hill", None, "cannot be the id of a PACT"),
        ("luton/hill", None, "cannot be the id of a PACT"),
        ("../luton", None, "cannot be the id of a PACT"),
        ("", None, "cannot be the id of a PACT"),
        ("crime", None, "is kept for figures"),
        ("luton", None, '"luton" is already a name of Luton PACT, in luton/pact.yml'),
        ("luton-pact", None, '"Luton PACT" is already a name of'),
        ("luton-neighbourhood-panel", None, '"Luton Neighbourhood Panel" is already a name'),
        ("chatham-luton", None, '"chatham-luton" is already a name'),
        ("new", "LUTON  Pact.", '"Luton PACT" is already a name of'),
        ("new", "New <b>", "cannot be used here"),
    ],
)
def test_a_pact_that_cannot_be_is_refused(tmp_path: Path, pact_id: str, name: str | None, said: str) -> None:
    directory = directory_of(a_record(tmp_path))
    with pytest.raises(NotWrittenError, match=re.escape(said)):
        pact_starter(directory, pact_id, AS_OF, name)


def test_a_meeting_is_planned_until_its_day_has_passed(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    for day in (date(2026, 10, 14), AS_OF, TO_COME):
        write_new(record, meeting_starter(directory_of(record), "luton", day, AS_OF))
    meetings = directory_of(record).folder_by_id["luton"].meeting_by_stem
    assert meetings["2026-10-14"].status is MeetingStatus.HELD
    assert meetings["2026-10-15"].status is MeetingStatus.PLANNED
    assert meetings["2026-12-03"].status is MeetingStatus.PLANNED
    assert {meeting.kind for meeting in meetings.values()} == {MeetingKind.PANEL}


def test_a_second_meeting_of_a_day_is_named_after_its_kind(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    texts = meeting_starter(directory_of(record), "luton", HELD, AS_OF, MeetingKind.SURGERY)
    assert [*texts] == ["luton/meetings/2026-03-12-surgery.md"]
    write_new(record, texts)
    with pytest.raises(
        NotWrittenError, match="already a meeting of 12 March 2026: luton/meetings/2026-03-12-surgery"
    ):
        meeting_starter(directory_of(record), "luton", HELD, AS_OF, MeetingKind.SURGERY)


def test_a_newsletter_is_named_after_its_meeting(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    write_new(record, meeting_starter(directory_of(record), "luton", HELD, AS_OF, MeetingKind.WORKSHOP))
    directory = directory_of(record)
    assert [*newsletter_starter(directory, "luton", HELD, AS_OF)] == ["luton/newsletters/2026-03-12.md"]
    second = newsletter_starter(directory, "luton", HELD, AS_OF, MeetingKind.WORKSHOP)
    assert [*second] == ["luton/newsletters/2026-03-12-workshop.md"]
    write_new(record, newsletter_starter(directory, "luton", HELD, AS_OF))
    assert newsletter_starter(directory_of(record), "luton", HELD, AS_OF) == second
    write_new(record, second)
    with pytest.raises(NotWrittenError, match="already a newsletter of 12 March 2026"):
        newsletter_starter(directory_of(record), "luton", HELD, AS_OF)


def test_a_newsletter_without_a_meeting_is_refused(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    with pytest.raises(NotWrittenError, match="has no meeting on 13 March 2026") as refusal:
        newsletter_starter(directory_of(record), "luton", date(2026, 3, 13), AS_OF)
    assert "pact new meeting --pact luton --date 2026-03-13" in str(refusal.value)
    with pytest.raises(NotWrittenError, match="has no surgery on 12 March 2026"):
        newsletter_starter(directory_of(record), "luton", HELD, AS_OF, MeetingKind.SURGERY)
    write_new(record, meeting_starter(directory_of(record), "luton", TO_COME, AS_OF))
    with pytest.raises(NotWrittenError, match="still to come"):
        newsletter_starter(directory_of(record), "luton", TO_COME, AS_OF)


def test_an_update_is_of_a_day_that_has_come_and_has_no_other(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    with pytest.raises(NotWrittenError, match="3 December 2026 is still to come"):
        update_starter(directory_of(record), "luton", TO_COME, AS_OF)
    write_new(record, update_starter(directory_of(record), "luton", AS_OF, AS_OF, title="The sign: it is up"))
    (update,) = directory_of(record).folder_by_id["luton"].updates
    assert update.title == "The sign: it is up"
    with pytest.raises(NotWrittenError, match="already an update of 15 October 2026"):
        update_starter(directory_of(record), "luton", AS_OF, AS_OF)
    with pytest.raises(NotWrittenError, match="cannot be used here"):
        update_starter(directory_of(record), "luton", HELD, AS_OF, title="<script>")


def test_a_pact_that_is_not_there_is_not_written_for(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    directory = directory_of(record)
    with pytest.raises(NotWrittenError, match=r'There is no PACT "lutton"\. Did you mean "luton"\?'):
        meeting_starter(directory, "lutton", TO_COME, AS_OF)
    (record / "luton/actions.yml").write_text("actions: [")
    with pytest.raises(NotWrittenError, match="The files of luton have faults"):
        meeting_starter(directory_of(record), "luton", TO_COME, AS_OF)


def test_an_action_goes_into_the_log_and_passes_the_check(record: Path) -> None:
    path = "luton/actions.yml"
    for day, agency in ((HELD, "police"), (date(2026, 5, 2), "council")):
        new = action_starter(directory_of(record), "luton", day, "Ask for a sign: a big one", agency)
        text = read_exactly(record, path)
        write_over(record, path, action_added(text, new, next_action_id(text)))
    assert errors(record) == []
    actions = directory_of(record).folder_by_id["luton"].log.actions
    assert [(action.id, action.lead_agency, action.raised_at) for action in actions] == [
        ("1", "police", None),
        ("2", "police", "2026-03-12"),
        ("3", "council", None),
    ]
    assert "    # agreed_on: 2026-05-02" in read_exactly(record, path)
    assert 'id: "1"  # the first\n' in read_exactly(record, path)


def test_the_examples_of_a_new_action_are_right(record: Path) -> None:
    new = action_starter(directory_of(record), "luton", HELD, "Ask for a sign", "council")
    text = action_added(read_exactly(record, "luton/actions.yml"), new, "2")
    write_over(record, "luton/actions.yml", EXAMPLE.sub(r"\1", text))
    assert errors(record) == []
    action = directory_of(record).folder_by_id["luton"].log.actions[1]
    assert (action.agreed_on, action.due_on, action.next_update) == (HELD, date(2026, 6, 4), date(2026, 5, 7))


def test_an_action_goes_into_the_starter_of_a_log(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    write_new(record, pact_starter(directory_of(record), "grain", AS_OF))
    new = action_starter(directory_of(record), "grain", AS_OF, "Ask for a sign", "police")
    text = read_exactly(record, "grain/actions.yml")
    write_over(record, "grain/actions.yml", action_added(text, new, next_action_id(text)))
    assert errors(record) == []
    assert len(directory_of(record).folder_by_id["grain"].log.actions) == 1


def test_an_action_needs_an_agency_of_the_list(tmp_path: Path) -> None:
    directory = directory_of(a_record(tmp_path))
    with pytest.raises(NotWrittenError, match=r'There is no agency "polcie"\. Did you mean "police"\?'):
        action_starter(directory, "luton", HELD, "Ask for a sign", "polcie")
    with pytest.raises(NotWrittenError, match="more than one line"):
        action_starter(directory, "luton", HELD, "Ask\nfor a sign", "police")


def test_no_starter_brings_new_warnings_of_form(tmp_path: Path) -> None:
    record = a_record(tmp_path)
    write_new(record, pact_starter(directory_of(record), "grain", AS_OF))
    assert [problem.code for problem in checked(record).report.problems if "grain" in problem.path] == []
