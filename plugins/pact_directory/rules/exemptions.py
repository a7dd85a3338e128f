"""Rules of exemptions, and which warnings they silence."""

from collections.abc import Collection, Iterator
from datetime import date

from ..model.directory import Directory
from ..problems import Severity
from .table import RULES, Finding, Sources, error, warning
from .wording import spell_day, suggest

Silenced = Collection[tuple[str, str]]
"""Pairs of a rule's code and a record's name."""


def silenced(directory: Directory, as_of: date) -> frozenset[tuple[str, str]]:
    """The warnings silenced on a day, as pairs of rule and record; the last day is included."""
    return frozenset(
        (exemption.rule, exemption.record)
        for exemption in directory.exemptions_file.exemptions
        if exemption.until >= as_of
    )


def is_silenced(directory: Directory, silent: Silenced, rule: str, finding: Finding) -> bool:
    """Tell whether an exemption silences this finding.

    A record is called by its file's path without the ending (luton/meetings/2026-03-12, luton/actions); a
    PACT also by its id, and a ward by its GSS code. An exemption for a PACT does not reach its meetings.
    """
    if not silent:
        return False
    origin = finding.origin
    names = {origin.name}
    if origin.path.endswith("/pact.yml"):
        names.add(origin.pact_id)
    if finding.field[:1] == ("wards",) and origin == directory.wards_file.origin and len(finding.field) > 1:
        place = finding.field[1]
        names.add(directory.wards_file.wards[place].gss if isinstance(place, int) else "")
    return any((rule, name) in silent for name in names)


@error(
    "exemption-rule",
    title="An exemption names a rule that warns",
    reason="Errors are what somebody wrote wrong; no exemption makes them right.",
    source=Sources.OURS,
)
def exemption_names_warning(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`rule` is the code of a warning."""
    warnings = [code for code, rule in RULES.items() if rule.severity is Severity.WARNING]
    for index, exemption in enumerate(directory.exemptions_file.exemptions):
        rule = RULES.get(exemption.rule)
        if rule is None:
            said = f'There is no rule "{exemption.rule}".'
            hint = suggest(exemption.rule, warnings, f"The warnings are: {', '.join(sorted(warnings))}")
        elif rule.severity is Severity.ERROR:
            said, hint = (
                f'"{exemption.rule}" is an error, and only warnings can be silenced.',
                "Mend what it says.",
            )
        else:
            continue
        yield Finding(directory.exemptions_file.origin, ("exemptions", index, "rule"), said, hint)


@error(
    "exemption-record",
    title="An exemption names a record that exists",
    reason="An exemption for nothing is a slip of the pen, and silences nothing.",
    source=Sources.OURS,
)
def exemption_names_record(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`record` is a PACT's id, a ward's GSS code, or a file's path without its ending."""
    exemptions = directory.exemptions_file.exemptions
    known = _record_names(directory) if exemptions else frozenset()
    for index, exemption in enumerate(exemptions):
        folder = exemption.record.partition("/")[0]
        if exemption.record not in known and f"{folder}/pact.yml" not in directory.incomplete:
            message = f'There is no record "{exemption.record}".'
            otherwise = "Write a PACT's id, a ward's GSS code, or a file such as luton/meetings/2026-03-12"
            near = [name for name in known if name.split("/")[0] == exemption.record.split("/")[0]]
            hint = suggest(exemption.record, near, otherwise)
            yield Finding(directory.exemptions_file.origin, ("exemptions", index, "record"), message, hint)


def _record_names(directory: Directory) -> frozenset[str]:
    names = {"area", "wards", "agencies", "venues", "topics", *directory.ward_by_gss}
    for folder in directory.folders:
        names |= {folder.id, *(f"{folder.id}/{file}" for file in ("pact", "actions", "feedback"))}
        names |= {f"{folder.id}/meetings/{stem}" for stem in folder.meeting_by_stem}
        names |= {f"{folder.id}/newsletters/{newsletter.stem}" for newsletter in folder.newsletters}
        names |= {f"{folder.id}/updates/{update.stem}" for update in folder.updates}
    return frozenset(names)


@warning(
    "exemption-lapsed",
    title="An exemption that has run out is taken away or renewed",
    reason="A gap somebody declared must not be forgotten.",
    source=Sources.OURS,
)
def exemption_has_not_lapsed(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`until` is today or later."""
    for index, exemption in enumerate(directory.exemptions_file.exemptions):
        if exemption.until < as_of:
            until = spell_day(exemption.until)
            message = f'The exemption from "{exemption.rule}" for {exemption.record} ran out on {until}.'
            hint = "Take it away, or decide again and write a new day."
            yield Finding(directory.exemptions_file.origin, ("exemptions", index, "until"), message, hint)
