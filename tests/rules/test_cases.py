"""Each rule finds what breaks it, names it exactly, says nothing else, and is silent once it is mended."""

import pytest

from pact_directory.rules import RULES, Sources
from tests.factories import a_directory

from .cases import CASES
from .cases.case import Case
from .checking import problems_of

by_name = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])


def test_the_valid_record_is_valid() -> None:
    assert problems_of(a_directory()) == []


@by_name
def test_broken_record_gives_exactly_this_problem(case: Case) -> None:
    found = [(p.code, p.severity, p.path, p.field) for p in problems_of(case.broken, case.as_of)]
    assert found == [(case.code, RULES[case.code].severity, case.path, case.field)]


@by_name
def test_problem_says_what_is_wrong_and_what_to_write(case: Case) -> None:
    (problem,) = problems_of(case.broken, case.as_of)
    assert case.says in f"{problem.message} {problem.hint}"
    assert problem.message.endswith((".", "?"))
    assert problem.hint


@by_name
def test_mended_record_gives_none(case: Case) -> None:
    assert problems_of(case.mended, case.as_of) == []


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == set(RULES)


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_rules_explain_themselves() -> None:
    sources = {Sources.GUIDELINES, Sources.GUIDE, Sources.REVIEW, Sources.OURS}
    titles = [rule.title for rule in RULES.values()]
    assert sorted(set(titles)) == sorted(titles)
    for rule in RULES.values():
        assert rule.title
        assert rule.reason.endswith(".")
        assert rule.source in sources
        assert rule.check.__doc__
