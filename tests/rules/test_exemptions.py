"""Exemptions silence a warning for one record, until a day, and never an error."""

import pytest

from tests.factories import a_directory, a_folder, a_log, a_meeting, a_pact, a_ward, an_action, an_exemption

from .cases.case import with_meetings
from .checking import codes_of


def _warned(*exemptions: object, record_version: int = 1) -> list[str]:
    """A record with a warning of a PACT, a meeting, an action log and a ward, less what is exempted."""
    late = with_meetings(a_meeting(minutes_on="2026-08-07"))
    pact = a_pact(review_by="2026-10-14")
    log = a_log(actions=[an_action(next_update="2026-10-14")])
    folder = a_folder(pact=pact, meetings=late.meetings, log=log)
    return codes_of(a_directory(folder, wards=[a_ward(checked_on=None)], exemptions=exemptions))


ALL = ["action-update-overdue", "minutes-late", "review-passed", "ward-unchecked"]


def test_without_exemptions_every_warning_is_said() -> None:
    assert _warned() == ALL


@pytest.mark.parametrize(
    ("rule", "record"),
    [
        ("review-passed", "luton"),
        ("review-passed", "luton/pact"),
        ("minutes-late", "luton/meetings/2026-07-09"),
        ("action-update-overdue", "luton/actions"),
        ("ward-unchecked", "E05014459"),
        ("ward-unchecked", "wards"),
    ],
)
def test_an_exemption_silences_its_rule_for_its_record(rule: str, record: str) -> None:
    assert _warned(an_exemption(rule=rule, record=record)) == [code for code in ALL if code != rule]


@pytest.mark.parametrize(
    ("rule", "record"),
    [
        ("minutes-late", "luton"),
        ("minutes-late", "luton/meetings/2026-03-12"),
        ("newsletter-late", "luton/meetings/2026-07-09"),
        ("action-update-overdue", "luton"),
    ],
)
def test_an_exemption_reaches_no_other_record_or_rule(rule: str, record: str) -> None:
    assert _warned(an_exemption(rule=rule, record=record)) == ALL


def test_an_exemption_holds_to_the_end_of_its_last_day() -> None:
    assert _warned(an_exemption(until="2026-10-15")) == [code for code in ALL if code != "review-passed"]
    assert _warned(an_exemption(until="2026-10-14")) == sorted([*ALL, "exemption-lapsed"])


def test_an_error_is_never_silenced() -> None:
    folder = a_folder(log=a_log(actions=[an_action(), an_action("2", lead_agency=None, progress=None)]))
    exempted = a_directory(folder, exemptions=[an_exemption(rule="action-lead", record="luton/actions")])
    assert codes_of(exempted) == ["action-lead", "exemption-rule"]
