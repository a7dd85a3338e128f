"""Rules of the two tables of postcodes."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory
from .table import Finding, Sources, error, warning
from .wording import count, spell_some


@error(
    "postcode-ward",
    title="Every postcode is in a ward of the area",
    reason="The table answers whose ward a postcode is in, and the answer must lead to a ward's page.",
    source=Sources.OURS,
)
def postcodes_are_in_wards(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Each code in `postcodes.csv` is a ward's; a code that is none is said once, at its first postcode."""
    if directory.wards_file.origin.path in directory.incomplete:
        return
    table = directory.postcodes
    for gss, rows in table.by_ward.items():
        if gss not in directory.ward_by_gss:
            message = f'"{gss}" is no ward of {directory.area.name}; {count(len(rows), "postcode")} have it.'
            hint = "Add the ward to wards.yml, or make the table again with pact area postcodes."
            yield Finding(table.origin, ("rows", table.rows.index(rows[0]), "gss"), message, hint)


@warning(
    "ward-postcodes",
    title="Every ward has postcodes",
    reason="Nobody can find a ward by postcode that has none in the table.",
    source=Sources.OURS,
)
def wards_have_postcodes(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Where there is a table, each ward has at least one postcode in it."""
    if not directory.postcodes.rows:
        return
    for index, ward in enumerate(directory.wards_file.wards):
        if ward.gss not in directory.postcodes.by_ward:
            message = f"{ward.name} has no postcode in {directory.postcodes.origin.path}."
            hint = "Put the ward's code right, or make the table again with pact area postcodes."
            yield Finding(directory.wards_file.origin, ("wards", index, "gss"), message, hint)


@error(
    "neighbour-own",
    title="A neighbour's postcode is not one of the area's own",
    reason="A resident must not be told that the postcode is outside the area and inside it.",
    source=Sources.OURS,
)
def neighbours_are_outside(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No postcode of `neighbours.csv` is in `postcodes.csv`, and none is in the area's own authority."""
    own = {row.postcode for row in directory.postcodes.rows}
    table = directory.neighbours
    twice = [(number, row.postcode) for number, row in enumerate(table.rows) if row.postcode in own]
    if twice:
        postcodes, are = spell_some([postcode for _, postcode in twice]), "is" if len(twice) == 1 else "are"
        message = f"{postcodes} {are} here, among the neighbours' postcodes, and in postcodes.csv."
        hint = "Keep one of the lines, or make both tables again with pact area postcodes."
        yield Finding(table.origin, ("rows", twice[0][0], "postcode"), message, hint)
    home = directory.area.name.casefold()
    for number, row in enumerate(table.rows):
        if row.authority.casefold() == home and row.postcode not in own:
            message = f"{row.postcode} is in {row.authority}, and stands among the neighbours' postcodes."
            hint = "Make both tables again with pact area postcodes."
            yield Finding(table.origin, ("rows", number, "authority"), message, hint)
            return
