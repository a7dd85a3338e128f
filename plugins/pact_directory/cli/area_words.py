"""What `pact area` did, in sentences: what was made, what did not match, and what to do next."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from shlex import quote

from ..importing.area_tables import TablesMade
from ..importing.licences import BOUNDARIES, code_point_line, edition, table_row
from ..importing.official import Judged, Matched
from ..importing.shape_files import BoundariesTaken, ShapesDrawn
from ..model.quoting import shown

_LISTED = 20
"""The most names said of one sort; a report is read by a person."""


def tables_told(made: TablesMade, folder: Path) -> list[str]:
    """What became of the tables and the list of wards."""
    source = edition(made.code_point)
    rows = len(made.code_point.area)
    told = [f"{made.district.name or made.district.gss}: {rows:,} postcodes in {made.wards} wards ({source})."]
    if made.neighbours is None:
        told.append("neighbours.csv was left alone: there is no Codelist.xlsx here to name the authorities.")
    else:
        told.append(f"Outside it, {made.neighbours:,} postcodes of other authorities in the sectors nearby.")
    if made.code_point.unplaced:
        told.append(f"Left out, having no point or no ward: {_listed(made.code_point.unplaced)}")
    told += _ward_changes(made)
    told += _changed(made.files)
    told += _for_sources(
        table_row("postcodes.csv", f"the {rows:,} live postcodes of {made.district.name}", source),
        table_row("neighbours.csv", f"{made.neighbours or 0:,} postcodes of other authorities nearby", "the same"),
        table_row("wards.yml", "`gss` and `name`", "the same"),
        code_point_line(made.code_point),
    )
    return [
        *told,
        f"Next, where you have official boundaries: pact area boundaries wards.geojson{_dir(folder)}",
        f"Where you have not: pact area shapes codepo_gb.zip{_dir(folder)}",
        f"Then: pact check{_dir(folder)}",
    ]


def shapes_told(made: ShapesDrawn, folder: Path) -> list[str]:
    """What was drawn."""
    shapes = made.shapes
    told = [
        f"{len(shapes.degrees)} ward shapes drawn from {len(made.code_point.area):,} postcodes, "
        f"borders made simpler together to {shapes.metres} m: {folder / 'wards.geojson'}, {_size(made.size)}.",
        "They are indicative, and the pages say so. Official ones take their place: "
        f"pact area boundaries wards.geojson{_dir(folder)}",
        _where(Judged(len(made.code_point.area), shapes.outside)),
    ]
    row = table_row("wards.geojson", "indicative shapes, drawn from postcodes", edition(made.code_point))
    return [*told, *_for_sources(row, made.attribution), f"Next: pact check{_dir(folder)}"]


def boundaries_told(taken: BoundariesTaken, folder: Path, attribution: str | None) -> list[str]:
    """What matched and what did not, and what was written or why nothing was."""
    how = taken.judged
    told = [*_matching(taken.matched), _where(how)]
    if taken.shapes is None:
        return told + (_superseded(folder) if taken.matched.by else _nameless(folder))
    if how.is_doubtful:
        told.append("Warning: that is less than 99 %. Look whether these are the boundaries in force.")
    after = _where(Judged(how.total, taken.shapes.outside))
    told.append(f"Borders made simpler together to {taken.shapes.metres} m; then {after}")
    told.append(f"Written: {folder / 'wards.geojson'}, {_size(taken.size)}.")
    if attribution is None:
        told.append('Look whether this is the line its licence asks for; if not, say it with --attribution "...":')
        told.append(f"  {BOUNDARIES}")
    row = table_row("wards.geojson", "official ward boundaries, simplified", "who made them, and for which wards")
    return [*told, *_for_sources(row, attribution or BOUNDARIES), f"Next: pact check{_dir(folder)}"]


def _matching(who: Matched) -> Iterable[str]:
    """Which property told the wards, and who is left over on either side."""
    if who.by:
        kind = "code" if who.is_code else "name"
        wards = len(who.areas) + len(who.no_shape)
        yield f"{len(who.areas)} of {wards} wards matched by {kind}, in the property {shown(who.by)}."
    else:
        yield "No property of this file holds the name or code of a ward of the record."
    if who.no_shape:
        yield f"Wards without a shape: {_listed([ward.name for ward in who.no_shape])}"
    if who.strangers:
        yield f"Shapes here that are no ward of the record: {_listed(who.strangers)}"
    if who.elsewhere:
        yield f"Shapes elsewhere, left out: {who.elsewhere:,}"


def _nameless(folder: Path) -> list[str]:
    return [
        "Nothing was written. Give a file whose shapes carry the wards' names or codes, or draw indicative ones: "
        f"pact area shapes codepo_gb.zip{_dir(folder)}",
    ]


def _superseded(folder: Path) -> list[str]:
    return [
        "These are superseded boundaries: fewer than nine in ten postcodes lie in the shape of their own ward.",
        "Nothing was written. Find the boundaries in force, or draw indicative ones: "
        f"pact area shapes codepo_gb.zip{_dir(folder)}",
    ]


def _ward_changes(made: TablesMade) -> Iterable[str]:
    changes = made.changes
    if not changes:
        yield "wards.yml has every ward already, under the same code."
    if changes.added:
        yield f"Added to wards.yml: {_listed([ward.name for ward in changes.added])}"
    for name, old, new in changes.recoded:
        yield f"New code: {name} was {old} and is {new}."
    for code, old, new in changes.renamed:
        yield f"New name: {code} was {old} and is {new}. Look at every PACT of that ward."
    if changes.ended:
        names = [f"{name} ({code})" for code, name in changes.ended]
        yield f"Not in the download any more, and left as they are: {_listed(names)}"
        yield "Take such a ward out of wards.yml once no PACT names it."


def _where(how: Judged) -> str:
    share = f"{(how.total - len(how.outside)):,} of {how.total:,} postcodes lie in the shape of their own ward"
    percent = f" ({int(how.share * 10_000) / 100:g} %)"
    few = f" All but {_listed(how.outside)}" if 0 < len(how.outside) <= _LISTED else ""
    return f"{share}{percent}.{few}"


def _changed(files: Sequence[Path]) -> list[str]:
    if not files:
        return ["Nothing had changed; no file was written."]
    return [f"Written: {', '.join(str(path) for path in files)}"]


def _for_sources(*lines: str) -> list[str]:
    *rows, licence = lines
    return ["For SOURCES.md, with the date of the data:", *(f"  {row}" for row in rows), f"  {licence}"]


def _listed(names: Sequence[str]) -> str:
    shown = "; ".join(names[:_LISTED])
    return f"{shown} and {len(names) - _LISTED:,} more." if len(names) > _LISTED else f"{shown}."


def _size(count: int) -> str:
    return f"{count / 1000:,.0f} KB"


def _dir(folder: Path) -> str:
    return "" if folder == Path("pacts") else f" --dir {quote(str(folder))}"
