"""A record to import into, and what it says afterwards."""

from pathlib import Path

from pact_directory.model.directory import Directory
from pact_directory.reading import read_directory, read_files
from pact_directory.writing.atomic import write_new
from pact_directory.writing.starter_area import record_starter

from .stock import AREA


def new_record(folder: Path, **changes: str) -> Path:
    """An empty record, as `pact init` begins one; `changes` are whole files by their names without the ending."""
    texts = record_starter() | {f"{name}.yml": text for name, text in changes.items()}
    write_new(folder, texts)
    return folder


def as_read(folder: Path) -> Directory:
    """The record as it is now."""
    reading = read_directory(read_files(folder))
    assert reading.directory is not None
    assert reading.problems == ()
    return reading.directory


WARDS = """\
# Our wards.
wards:
  - gss: E05999001
    name: "Saint Mary's and Ferry"      # as the council writes it
    spellings: ["St Marys and Ferry"]
    seats: 2
    checked_on: 2026-09-01

  - {gss: E05990002, name: "Hill, Vale & Downs", place: Hilltop}   # its code has changed
  - gss: E05990003
    name: Old Town
"""
AREA_FILE = f"""\
record_version: 1
name: Elsewhere        # ours
gss: {AREA}
site_id: elsewhere
csp: {{phone: "020 7946 0123"}}
"""
