"""Cases of exemptions."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import a_directory, an_exemption

from .case import Case

_PATH = "exemptions.yml"


def _exempt(**changes: Any) -> Directory:
    return a_directory(exemptions=[an_exemption(**changes)])


CASES = (
    Case(
        "exemption-rule",
        _exempt(rule="minute-late"),
        _PATH,
        "exemptions[1].rule",
        'Did you mean "minutes-late"?',
        _exempt(rule="minutes-late"),
        "unknown",
    ),
    Case(
        "exemption-rule",
        _exempt(rule="action-lead"),
        _PATH,
        "exemptions[1].rule",
        '"action-lead" is an error, and only warnings can be silenced.',
        _exempt(),
        "an error",
    ),
    Case(
        "exemption-record",
        _exempt(record="luton/meetings/2026-07-10"),
        _PATH,
        "exemptions[1].record",
        'Did you mean "luton/meetings/2026-07-09"?',
        _exempt(record="luton/meetings/2026-07-09"),
    ),
    Case(
        "exemption-record",
        _exempt(record="twydall"),
        _PATH,
        "exemptions[1].record",
        "Write a PACT's id, a ward's GSS code",
        _exempt(record="E05014459"),
        "a PACT",
    ),
    Case(
        "exemption-lapsed",
        _exempt(until="2026-10-14"),
        _PATH,
        "exemptions[1].until",
        'The exemption from "review-passed" for luton ran out on 14 October 2026.',
        _exempt(until="2026-10-15"),
    ),
)
