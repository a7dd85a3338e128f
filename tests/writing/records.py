"""A small record on disk, a demonstration or a real one, for what is written to be checked in."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from pact_directory.checking import Checked, check_record
from pact_directory.model.directory import Directory

AS_OF = date(2026, 10, 15)
HELD = date(2026, 3, 12)
TO_COME = date(2026, 12, 3)

AREA = """\
record_version: 1
name: Medway
gss: E06000035
site_id: medway
demonstration: {demonstration}
{frozen}
endorsement_from: 2024-01-01
"""
FILES = {
    "wards.yml": """\
        wards:
          - {gss: E05014459, name: Luton, seats: 1, checked_on: 2026-09-01, checked_with: [police],
             councillors: [{seat: 1, from: 2023-05-04}]}
    """,
    "agencies.yml": """\
        agencies:
          - {id: police, name: Neighbourhood policing, statutory: true}
          - {id: council, name: Council services, statutory: true}
    """,
    "venues.yml": "venues: [{id: luton-hall, name: Luton community hall}]\n",
    "topics.yml": "topics: [{id: speeding, name: Speeding, agencies: [police]}]\n",
    "luton/pact.yml": """\
        name: Luton PACT
        formed_on: 2012-02-07
        status: paused
        status_history: [{status: active, on: 2012-02-07}, {status: paused, on: 2026-06-01}]
        wards: [E05014459]
        aliases: [{name: Luton Neighbourhood Panel, used_by: police}]
        former_ids: [chatham-luton]
        members: [{agency: police, since: 2012-02-07}]
        review_by: 2027-03-01
    """,
    "luton/actions.yml": """\
        priorities:
          - id: speeding
            title: Speeding on Luton Road
            next_step: The panel waits for the survey.
            history: [{status: key, on: 2026-03-12}]
        actions:
          - id: "1"  # the first
            action: Check speeds
            lead_agency: police
    """,
    "luton/meetings/2026-03-12.md": """\
        ---
        kind: panel
        status: held
        date: 2026-03-12
        ---
    """,
}


def a_record(folder: Path, *, is_demonstration: bool = True) -> Path:
    """Write the record into a folder, and return it."""
    record = folder / "pacts"
    frozen = f"frozen_on: {AS_OF}" if is_demonstration else ""
    texts = {"area.yml": AREA.format(demonstration=str(is_demonstration).lower(), frozen=frozen)}
    texts |= {path: dedent(text) for path, text in FILES.items()}
    for path, text in texts.items():
        (record / path).parent.mkdir(parents=True, exist_ok=True)
        (record / path).write_text(text, encoding="utf-8")
    return record


def checked(record: Path) -> Checked:
    """The record as it stands on `AS_OF`."""
    return check_record(record, AS_OF)


def directory_of(record: Path) -> Directory:
    """The record as read."""
    directory = checked(record).reading.directory
    assert directory is not None
    return directory


def errors(record: Path) -> list[str]:
    """What blocks publication."""
    return [problem.explain("text") for problem in checked(record).report.errors]
