"""Meaning across records. `RULES` is the table; `check_directory` runs it."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory
from ..problems import Problem, Severity
from ..reading import Locator
from . import actions as actions
from . import area as area
from . import boundaries as boundaries
from . import coverage as coverage
from . import dates as dates
from . import demonstration as demonstration
from . import documents as documents
from . import exemptions as exemptions
from . import facts as facts
from . import files as files
from . import lateness as lateness
from . import meetings as meetings
from . import names as names
from . import newsletters as newsletters
from . import overlaps as overlaps
from . import postcodes as postcodes
from . import priorities as priorities
from . import privacy as privacy
from . import references as references
from . import rhythm as rhythm
from . import roles as roles
from . import shapes as shapes
from . import status as status
from . import wards as wards
from .exemptions import is_silenced, silenced
from .table import RULES, Finding, Rule, Sources

__all__ = ["RULES", "Finding", "Rule", "Sources", "check_directory"]


def check_directory(directory: Directory, as_of: date, locator: Locator) -> Iterator[Problem]:
    """Run every rule on a record as it stands on a day; warnings that are exempted are left out."""
    silent = silenced(directory, as_of)
    for rule in RULES.values():
        can_be_silenced = rule.severity is Severity.WARNING
        for finding in rule.check(directory, as_of):
            if can_be_silenced and is_silenced(directory, silent, rule.code, finding):
                continue
            shown = tuple(locator.show(path) for path in finding.related)
            yield locator.problem(
                rule.code, rule.severity, finding.origin, finding.field, finding.message, finding.hint, shown
            )
