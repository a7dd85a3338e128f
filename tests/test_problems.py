"""How a problem is said, in four forms."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.problems import Problem, Report, Severity


def a_problem(**changes: object) -> Problem:
    fields: dict[str, object] = {
        "code": "not-a-word",
        "severity": Severity.ERROR,
        "path": "pacts/luton/actions.yml",
        "line": 57,
        "column": 17,
        "field": "actions[4].progress[1].status",
        "message": '"opened" is not an action status.',
        "hint": "Write one of: asked, agreed.",
        "excerpt": "        status: opened",
    }
    return Problem(**{**fields, **changes})  # type: ignore[arg-type]


def test_as_text() -> None:
    assert a_problem(related=("pacts/luton/pact.yml",)).explain("text").split("\n") == [
        "pacts/luton/actions.yml:57:17  error  not-a-word",
        '  "opened" is not an action status.'.ljust(50) + "    57 |         status: opened",
        "  Write one of: asked, agreed.",
        "  See also pacts/luton/pact.yml",
    ]
    assert a_problem(excerpt="", hint="").explain("text").split("\n") == [
        "pacts/luton/actions.yml:57:17  error  not-a-word",
        '  "opened" is not an action status.',
    ]


def test_as_an_annotation() -> None:
    assert a_problem(severity=Severity.WARNING, related=("pacts/luton/pact.yml",)).explain("github") == (
        "::warning file=pacts/luton/actions.yml,line=57,col=17,title=not-a-word::"
        '"opened" is not an action status. Write one of: asked, agreed. See also pacts/luton/pact.yml.'
    )


def test_annotations_cannot_be_forged() -> None:
    forged = a_problem(path="a,line=1:b%\n.yml", message="50%\n::error file=x::y\r", hint="")
    said = forged.explain("github")
    assert "\n" not in said
    assert "\r" not in said
    assert said.startswith(
        "::error file=a%2Cline=1%3Ab%25%0A.yml,line=57,col=17,title=not-a-word::50%25%0A::error"
    )


def test_as_a_row() -> None:
    assert a_problem(message="a | b <i> [x](y) `c` *d* & e\\").explain("markdown") == (
        "| `pacts/luton/actions.yml` | 57 | error | "
        r"a \| b \<i\> \[x\](y) \`c\` \*d\* \& e\\ | Write one of: asked, agreed. |"
    )
    assert a_problem(path="a`b|c.yml").explain("markdown").startswith(r"| a\`b\|c.yml | 57 |")


@given(st.text(), st.text())
def test_a_row_has_five_cells_whatever_is_said(message: str, hint: str) -> None:
    row = a_problem(message=message.replace("\r", ""), hint=hint.replace("\r", "")).explain("markdown")
    bare = row.replace("\\\\", "").replace("\\|", "")
    assert bare.count("|") == 6
    assert "\n" not in row


def test_as_json() -> None:
    report = Report.of([a_problem(related=("a.yml",))], date(2026, 10, 15))
    assert json.loads(report.explain("json")) == {
        "as_of": "2026-10-15",
        "problems": [
            {
                "code": "not-a-word",
                "severity": "error",
                "path": "pacts/luton/actions.yml",
                "line": 57,
                "column": 17,
                "field": "actions[4].progress[1].status",
                "message": '"opened" is not an action status.',
                "hint": "Write one of: asked, agreed.",
                "related": ["a.yml"],
            }
        ],
    }
    assert json.loads(Report.of([]).explain("json")) == {"as_of": None, "problems": []}


def test_a_report_is_in_order_and_says_nothing_twice() -> None:
    first, second = a_problem(line=2), a_problem(line=10)
    warning = a_problem(line=2, severity=Severity.WARNING)
    other = a_problem(path="pacts/area.yml")
    report = Report.of([second, warning, first, other, first])
    assert report.problems == (other, first, warning, second)
    assert report.errors == (other, first, second)
    assert report.warnings == (warning,)


@pytest.mark.parametrize(
    ("errors", "warnings", "summary"),
    [
        (0, 0, "No faults, no warnings."),
        (1, 0, "1 error, 0 warnings."),
        (2, 1, "2 errors, 1 warning."),
        (1200, 0, "1,200 errors, 0 warnings."),
    ],
)
def test_the_summary_counts(errors: int, warnings: int, summary: str) -> None:
    found = [a_problem(line=number) for number in range(errors)]
    found += [a_problem(line=number, severity=Severity.WARNING) for number in range(warnings)]
    assert Report.of(found).summary == summary


def test_whole_reports() -> None:
    report = Report.of([a_problem(), a_problem(line=58)])
    text = report.explain("text")
    assert text.count("\n\n") == 2
    assert text.endswith("\n\n2 errors, 0 warnings.")
    starts = [line for line in text.split("\n") if line.startswith("pacts/")]
    assert starts == [f"pacts/luton/actions.yml:{line}:17  error  not-a-word" for line in (57, 58)]
    assert len(report.explain("github").split("\n")) == 2
    markdown = report.explain("markdown").split("\n")
    assert markdown[:4] == [
        "**2 errors, 0 warnings.**",
        "",
        "| File | Line | Kind | What is wrong | What to write |",
        "| --- | --- | --- | --- | --- |",
    ]
    assert len(markdown) == 6
    assert Report.of([]).explain("markdown") == "**No faults, no warnings.**\n"
    assert Report.of([]).explain("text") == "No faults, no warnings."
    assert Report.of([]).explain("github") == ""
