"""The record as a whole: what is put together, what is left out, and what is said once."""

import pytest

from pact_directory.model.record import FieldPath
from pact_directory.problems import Problem, Report
from pact_directory.reading import Reading, read_directory
from pact_directory.reading.salvage import in_safe_order
from pact_directory.rules import check_directory
from tests.factories import AS_OF
from tests.hostile.record import as_record_files, attacked


def read(**changes: bytes | None) -> Reading:
    """Read the small record with some files changed; None takes one away."""
    files = {**attacked({}), **{path: content for path, content in changes.items() if content is not None}}
    return read_directory(
        as_record_files({path: files[path] for path in files if changes.get(path, b"") is not None})
    )


def errors(reading: Reading) -> list[Problem]:
    """Every error of form and meaning."""
    problems = [*reading.problems]
    if reading.directory is not None:
        meaning = check_directory(reading.directory, AS_OF, reading.locator)
        problems += [one for one in meaning if (one.path, one.line, one.column) not in reading.faulty_places]
    return list(Report.of(problems).errors)


def test_the_small_record_is_in_order() -> None:
    assert errors(read()) == []


def test_what_a_folder_holds() -> None:
    directory = read().directory
    assert directory is not None
    luton = directory.folder_by_id["luton"]
    assert [meeting.stem for meeting in luton.meetings] == sorted(luton.meeting_by_stem)
    assert luton.newsletter_stems == {"2026-03-12"}
    assert [update.stem for update in luton.updates] == ["2026-05-02"]
    assert luton.pact.origin.path == "luton/pact.yml"
    assert luton.meeting_by_stem["2026-03-12"].body.startswith("## Speeding")
    assert directory.incomplete == frozenset()


@pytest.mark.parametrize("path", ["area.yml", "wards.yml"])
def test_without_its_area_nothing_is_said_of_meaning(path: str) -> None:
    reading = read(**{path: b"name: ["})
    assert reading.directory is None
    assert [one.code for one in errors(reading)] == ["not-yaml"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("agencies.yml", b"agencies: ["),
        ("agencies.yml", b"agencies: police"),
        ("agencies.yml", None),
        ("agencies.yml", b"agencies:\n  - {id: Police team, name: Police}\n  - {name: Council}\n"),
        ("topics.yml", b"topics:\n\t- id: speeding"),
        ("topics.yml", b"topics: [speeding]"),
        ("venues.yml", b"venues: [{id: Luton hall, name: Luton hall}]"),
        ("luton/actions.yml", b"priorities: [{id: Speeding}]\nactions: []"),
        ("luton/actions.yml", b"priorities: ["),
        ("luton/meetings/2026-03-12.md", b"kind: panel"),
        ("luton/meetings/2026-03-12.md", b"---\nkind: soiree\nstatus: held\ndate: 2026-03-12\n---\n"),
        ("luton/pact.yml", b"name: Luton PACT\nstatus: there"),
        ("luton/pact.yml", None),
    ],
)
def test_one_slip_is_not_answered_with_a_hundred(path: str, content: bytes | None) -> None:
    found = errors(read(**{path: content}))
    assert {one.path for one in found} == {f"pacts/{path}"}
    assert len(found) <= 3


def test_a_stand_in_keeps_what_others_mention() -> None:
    wards = attacked(
        {("wards.yml", ("wards", 0, "name")): "Lut<b>n", ("wards.yml", ("wards", 1, "seats")): "1 seat"}
    )
    reading = read(**{"wards.yml": wards["wards.yml"]})
    assert [one.code for one in errors(reading)] == ["markup", "not-a-number"]
    assert reading.directory is not None
    assert [ward.seats for ward in reading.directory.wards_file.wards] == [2, 1]


def test_ten_faults_in_one_file_of_form_and_meaning_are_said_together() -> None:
    meeting = b"""---
kind: panle
status: held
date: 12/03/2026
start: 7.30pm
end: 24:00
venue: luton-hal
notice_on: 19 Feb 2026
agenda: Welcome
agencies_present: [polise]
attendance: {residents: about 14}
minutes: publish
minutes_on: 2026-03-25
chair: A resident
---
The panel <b>met</b>.
"""
    found = errors(read(**{"luton/meetings/2026-03-12.md": meeting}))
    assert [(one.line, one.field) for one in found] == [
        (2, "kind"), (4, "date"), (5, "start"), (6, "end"), (7, "venue"), (8, "notice_on"), (9, "agenda"),
        (10, "agencies_present[1]"), (11, "attendance.residents"), (12, "minutes"), (14, "chair"), (16, ""),
    ]  # fmt: skip
    assert all(one.column >= 1 and one.message and one.hint for one in found)


def test_no_file_is_answered_with_more_than_a_hundred_faults_of_a_kind() -> None:
    many = "".join(f"field-{number}: 1\n" for number in range(20_000)).encode()
    found = errors(read(**{"luton/feedback.yml": many}))
    assert len(found) == 100
    assert found[-1].line == 100


@pytest.mark.parametrize(
    ("paths", "order"),
    [
        ({("a",), ("b",)}, [("b",), ("a",)]),
        ({("a", 0), ("a", 2), ("a", 10)}, [("a", 10), ("a", 2), ("a", 0)]),
        ({("a", 0), ("a", 0, "b"), ("a", 1, "b")}, [("a", 1, "b"), ("a", 0)]),
        ({(), ("a",)}, [()]),
    ],
)
def test_taking_out_one_value_never_moves_another(paths: set[FieldPath], order: list[FieldPath]) -> None:
    assert in_safe_order(paths) == order


def test_places_keep_step_with_what_is_left() -> None:
    actions = b"""actions:
  - {id: "1"}
  - nothing
  - {id: "2", action: Check speeds, lead_agency: polise, raised_at: 2026-03-12, next_update: 2026-11-05}
"""
    found = errors(read(**{"luton/actions.yml": actions, "luton/updates/2026-05-02.md": None}))
    assert [(one.code, one.line) for one in found] == [("missing", 2), ("wrong-shape", 3), ("unknown-agency", 4)]
