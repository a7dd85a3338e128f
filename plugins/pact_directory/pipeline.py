"""Read, check, publish: one function each, for every door."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .addresses import Links
from .problems import Problem, Report
from .publication import PublicDirectory, publish_directory
from .publish.appearance import Appearance
from .publish.press import Press, make_environment
from .publish.site import Artefact, artefacts, read_statement
from .reading import Reading, read_directory, read_files
from .rules import check_directory
from .views.index import Index
from .views.site import site_frame
from .views.site_map import SiteMap, site_map
from .views.todo import todo_page

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


@dataclass(frozen=True)
class MadeSite:
    """A planned site: its map, and the press that makes it."""

    site_map: SiteMap
    press: Press
    index: Index

    def artefacts(self) -> Iterator[Artefact]:
        """Make every file of the site."""
        return artefacts(self.press, self.site_map, self.index)


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


def make_site(checked: Checked, appearance: Appearance, folder: Path, overrides: Path | None = None) -> MadeSite:
    """Plan the site of a publishable record, and set up the press for it.

    `folder` is the project's, where the recorded accessibility run lies; templates in `overrides` come
    before the package's.
    """
    index = Index(checked.publish())
    plan = site_map(index, read_statement(folder))
    links = Links(plan.known | appearance.addresses, appearance.root)
    press = Press(make_environment(overrides), site_frame(index), links, appearance)
    return MadeSite(plan, press, index)


def todo_text(checked: Checked) -> str:
    """The coordinator's list as plain text, each entry with a reminder she can send."""
    index = Index(checked.publish())
    template = make_environment(plain_text=True).get_template("todo.txt")
    return template.render(page=todo_page(index), site=site_frame(index)).rstrip()
