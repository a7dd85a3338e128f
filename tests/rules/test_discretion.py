"""Reports are pasted into public places: no rule repeats a contact or a personal name."""

from pact_directory.rules import RULES

from .cases import CASES
from .cases.demonstration import CASES as CONTACTS
from .cases.people import NAMES
from .checking import problems_of

SECRETS = ("Example Person", "01634", "960101", "panel@", "seat1@", "team@", "a@b.test", "pacts@", "luton@")


def test_no_finding_repeats_a_contact_or_a_name() -> None:
    for case in (*CONTACTS, *NAMES):
        for problem in problems_of(case.broken, case.as_of):
            said = f"{problem.message} {problem.hint} {problem.related}"
            assert not any(secret in said for secret in SECRETS), problem


def test_rules_are_pure() -> None:
    case = next(case for case in CASES if case.code == "name-claimed-twice")
    for rule in RULES.values():
        assert list(rule.check(case.broken, case.as_of)) == list(rule.check(case.broken, case.as_of))
