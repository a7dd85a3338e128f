"""What the rules say of a record made in memory."""

from datetime import date

from pact_directory.model.directory import Directory
from pact_directory.problems import Problem
from pact_directory.reading import Locator
from pact_directory.rules import check_directory
from tests.factories import AS_OF

NOWHERE = Locator("", {}, {})


def problems_of(directory: Directory, as_of: date = AS_OF) -> list[Problem]:
    """Every problem of a record; its places are not known, its files and fields are."""
    return list(check_directory(directory, as_of, NOWHERE))


def codes_of(directory: Directory, as_of: date = AS_OF) -> list[str]:
    """The codes of every problem, in order."""
    return sorted(problem.code for problem in problems_of(directory, as_of))
