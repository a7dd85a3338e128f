"""Read and check a record: what every door does first. The press is not loaded: a check is over in a second."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .problems import Problem, Report
from .publication import PublicDirectory, publish_directory
from .reading import Reading, read_directory, read_files
from .rules import check_directory

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Checked:
    """A record that was read and checked, its folder, and the day it was looked at."""

    folder: Path
    reading: Reading
    report: Report
    as_of: date

    @property
    def is_publishable(self) -> bool:
        """Tell whether nothing is wrong that blocks publication."""
        return self.reading.directory is not None and not self.report.errors

    def publish(self) -> PublicDirectory:
        """Pass the record through the gate; only for a record that is publishable."""
        if self.reading.directory is None or self.report.errors:
            raise ValueError("a record with errors is never published")
        return publish_directory(self.reading.directory, self.reading.prose, self.as_of)


def check_record(folder: Path, as_of: date | None = None) -> Checked:
    """Read a record and find everything wrong with it.

    `as_of` is the day to look at it; else the day a demonstration stands still on; else today in London.
    """
    reading = read_directory(read_files(folder))
    directory = reading.directory
    frozen_on = directory.area.frozen_on if directory else None
    day = as_of or frozen_on or datetime.now(LONDON).date()
    problems = [*reading.problems, *_meaning(reading, day)]
    return Checked(folder, reading, Report.of(problems, day), day)


def _meaning(reading: Reading, day: date) -> Iterator[Problem]:
    if reading.directory is None:
        return
    for problem in check_directory(reading.directory, day, reading.locator):
        if (problem.path, problem.line, problem.column) not in reading.faulty_places:
            yield problem
