"""What a volunteer did wrong, said so that she can put it right: a `Problem`, and a `Report` of them all."""

import dataclasses
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

_PLAIN_PATH = re.compile(r"[\w./ -]+")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&!#]")


class Severity(StrEnum):
    """An error blocks publication; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right.

    `path` is the file as the reader of the report would type it; `line` and `column` count from 1, columns
    in characters. `field` is the way to the value ("actions[2].lead_agency"). `message` quotes the value
    (never a contact value), `hint` says what to write instead, `related` names other places that matter.
    `excerpt` is the line of the file, empty where it could show a contact value.
    """

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str = ""
    related: tuple[str, ...] = ()
    excerpt: str = dataclasses.field(default="", compare=False)

    @property
    def place(self) -> str:
        """The problem's `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"

    def explain(self, form: str) -> str:
        """Say the problem in one of the forms "text", "github" or "markdown"."""
        if form == "github":
            return self._as_annotation()
        return self._as_row() if form == "markdown" else self._as_text()

    def as_json(self) -> dict[str, Any]:
        """The problem as plain values, in the order they are read."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "related": list(self.related),
        }

    def _as_text(self) -> str:
        said = f"  {self.message}"
        if self.excerpt:
            said = f"{said:<50} {self.line:>5} | {self.excerpt}"
        lines = [f"{self.place}  {self.severity}  {self.code}", said]
        lines += [f"  {self.hint}"] if self.hint else []
        lines += [f"  See also {other}" for other in self.related]
        return "\n".join(lines)

    def _as_annotation(self) -> str:
        said = " ".join([self.message, self.hint, *(f"See also {other}." for other in self.related)]).strip()
        where = f"file={_escape_property(self.path)},line={self.line},col={self.column}"
        return f"::{self.severity} {where},title={_escape_property(self.code)}::{_escape_data(said)}"

    def _as_row(self) -> str:
        path = f"`{self.path}`" if _PLAIN_PATH.fullmatch(self.path) else _escape_cell(self.path)
        cells = (str(self.line), self.severity.value, _escape_cell(self.message), _escape_cell(self.hint))
        return f"| {path} | " + " | ".join(cells) + " |"


@dataclass(frozen=True)
class Report:
    """Every problem of a record on one day, by file and position."""

    problems: tuple[Problem, ...]
    as_of: date | None = None

    @classmethod
    def of(cls, problems: Iterable[Problem], as_of: date | None = None) -> "Report":
        """Collect problems, each said once, by path, line and column; errors first at the same place."""
        order = sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.severity, p.code, p.message))
        return cls(tuple(order), as_of)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block publication."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    @property
    def summary(self) -> str:
        """One sentence of counts."""
        if not self.problems:
            return "No faults, no warnings."
        return f"{_count(len(self.errors), 'error')}, {_count(len(self.warnings), 'warning')}."

    def explain(self, form: str) -> str:
        """Say the whole report in one of the forms "text", "github", "markdown" or "json"."""
        if form == "json":
            problems = [problem.as_json() for problem in self.problems]
            as_of = self.as_of.isoformat() if self.as_of else None
            return json.dumps({"as_of": as_of, "problems": problems}, ensure_ascii=False, indent=2)
        said = [problem.explain(form) for problem in self.problems]
        if form == "markdown":
            head = [
                "| File | Line | Kind | What is wrong | What to write |",
                "| --- | --- | --- | --- | --- |",
            ]
            return "\n".join([f"**{self.summary}**", "", *(head if said else []), *said])
        return ("\n\n" if form == "text" else "\n").join([*said, *([self.summary] if form == "text" else [])])


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _escape_cell(text: str) -> str:
    """Keep a volunteer's words from becoming markup in the table they are shown in."""
    return _MARKUP.sub(r"\\\g<0>", text.replace("\n", " "))
