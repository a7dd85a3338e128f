"""A new record: an area with no PACTs yet, valid as it stands, with notes on what to fill in."""

import re
from collections.abc import Iterable
from importlib.resources import files

from ..model.area import NO_CODE, NO_NAME, Area, Ward
from ..model.directory import Directory
from ..model.names import slug
from .splice import scalar_text

COPIED = ("postcodes.csv", "neighbours.csv", "wards.geojson")
"""What a new record takes over as it is from one whose wards it has."""
_STARTERS = ("agencies.yml", "topics.yml", "venues.yml", "exemptions.yml")
_NEEDS_QUOTES = re.compile(r"[,\[\]{}&']")


def record_starter(
    name: str | None = None, gss: str | None = None, wards_of: Directory | None = None
) -> dict[str, str]:
    """Every file of a new record, by its path in it.

    With `wards_of`, the area and its wards are that record's: what is official or public of them, and nothing
    about who was asked, who sits, or whom to ring.
    """
    area = wards_of.area if wards_of else None
    wards = wards_of.wards_file.wards if wards_of else ()
    folder = files(__package__) / "starter_files"
    texts = {path: (folder / path).read_text("utf-8") for path in _STARTERS}
    return texts | {
        "area.yml": _area_text(
            name or (area.name if area else NO_NAME), gss or (area.gss if area else NO_CODE), area
        ),
        "wards.yml": _wards_text(wards),
        "SOURCES.md": (folder / "SOURCES.md").read_text("utf-8"),
    }


def sources_taken_over(text: str) -> str:
    """What another record's SOURCES.md says of its tables, licences and methods, without what it invented."""
    _, bar, rest = text.partition("\n| ")
    paragraphs = (_without_invented_rows(one) for one in (bar.lstrip() + rest).split("\n\n"))
    kept = [one.strip("\n") for one in paragraphs if "invented" not in one]
    return "# Where the area's files come from\n\n" + "\n\n".join(kept).rstrip() + "\n"


def _without_invented_rows(paragraph: str) -> str:
    rows = paragraph.split("\n")
    return "\n".join(row for row in rows if not (row.startswith("|") and "invented" in row))


def _area_text(name: str, gss: str, area: Area | None) -> str:
    place = f"place: {scalar_text(area.place)}" if area and area.place else "# place: Your area and its county"
    return _lines(
        "# yaml-language-server: $schema=../docs/schema/area.schema.json",
        "# The area this directory covers, who keeps the list, and the numbers the checks go by.",
        "# Lines that begin with # are not read: they are notes and examples. To use an example, take away its #",
        "# and the space after it, and put your own value after the colon.",
        "record_version: 1",
        "",
        "# The area's name as residents say it, and the code of the authority. With E00000000 here,",
        "# pact area postcodes fills in both.",
        f"name: {scalar_text(name)}",
        f"gss: {gss}",
        "# A short name that never changes, for calendar entries: lower-case letters, digits and hyphens.",
        f"site_id: {slug(name) or slug(NO_NAME)}",
        place,
        "",
        "# The partnership that keeps the list. Give a mailbox and a number: every page says how to correct it.",
        "csp:",
        "  name: Community safety partnership",
        "  # email: the partnership's public mailbox",
        '  # phone: "the public number"',
        "  # address: where letters are sent",
        "",
        "# true only where everything about the PACTs is invented.",
        "demonstration: false",
        "# council_url: the council's front page",
        "# forge: the address of this record's repository, for edit links",
        "",
        "# PACTs formed from this day must be endorsed before a formal meeting.",
        "# endorsement_from: 2026-01-01",
        "",
        "# Numbers the checks go by. Leave them out to use these, and say where yours come from.",
        "# policy: {key_issues: 3, notice_days: 14, minutes_days: 28, newsletter_days: 28, gap_months: 4}",
        "# policy_from: {notice_days: Our own guidelines}",
    )


def _wards_text(wards: Iterable[Ward]) -> str:
    head = _lines(
        "# yaml-language-server: $schema=../docs/schema/wards.schema.json",
        "# Every ward of the area. pact area postcodes puts in the code and the name of each; the rest is yours:",
        "#",
        "#     place: the town or village a resident would say",
        "#     parishes: [parish councils in the ward]",
        "#     seats: 2",
        "#     councillors: [{seat: 1, from: 2026-05-08}]",
        '#     police_team: {agency: police, phone: "101"}',
        "#     checked_on: 2026-09-01           the day somebody asked whether the ward has a PACT",
        "#     checked_with: [police, council]  and who was asked",
        "#",
        "# Until checked_on is there, pages say that the ward has not been checked yet.",
    )
    entries = [_lines(*_ward_lines(ward)) for ward in wards]
    return head + ("wards:\n" + "\n".join(entries) if entries else "wards: []\n")


def _ward_lines(ward: Ward) -> Iterable[str]:
    yield f"  - gss: {ward.gss}"
    yield f"    name: {scalar_text(ward.name)}"
    if ward.place:
        yield f"    place: {scalar_text(ward.place)}"
    for field, values in (("spellings", ward.spellings), ("parishes", ward.parishes)):
        if values:
            yield f"    {field}: [{', '.join(bracketed(value) for value in values)}]"
    if ward.seats is not None:
        yield f"    seats: {ward.seats}"
    if ward.electors:
        source = f", source: {bracketed(ward.electors.source)}" if ward.electors.source else ""
        yield f"    electors: {{count: {ward.electors.count}, on: {ward.electors.on.isoformat()}{source}}}"


def bracketed(value: str) -> str:
    """Spell a value for a list in brackets, quoted where a comma or the like would end it."""
    spelt = scalar_text(value)
    if spelt.startswith('"') or not _NEEDS_QUOTES.search(spelt):
        return spelt
    return '"' + spelt.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)
