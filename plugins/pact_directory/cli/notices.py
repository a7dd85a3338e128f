"""`pact notices`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..checking import Checked
from ..model.record import FieldPath
from ..writing.drafts import write_drafts
from ..writing.refusal import NotWrittenError
from .options import on_record, stop, stop_at_errors
from .site_address import site_address

if TYPE_CHECKING:
    from ..views.seats import WardSeat

_LONGEST = 366


@click.command()
@click.option(
    "--days",
    type=click.IntRange(1, _LONGEST),
    default=30,
    show_default=True,
    help="How many days to look ahead for meetings; and back, for minutes and for whoever is new.",
)
@click.option("--membership", is_flag=True, help="Also invite new councillors, and those of new PACTs.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="notices",
    show_default=True,
    help="The folder for the drafts.",
)
@click.option(
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The file whose site_url the links begin with.",
)
@on_record
def notices(checked: Checked, days: int, membership: bool, out: Path, config_file: Path) -> None:
    """Write drafts of the letters that are due: nothing is sent.

    A notice to the councillors of its wards for each meeting to come, with the meeting for their calendars;
    a table of the same for mail merge; the papers for each panel's members. Open a draft, read it, press send.
    """
    from ..pipeline import INVENTED_SITE  # noqa: PLC0415 - the check must not load the press
    from ..publish.notices import LetterWriter, letters  # noqa: PLC0415
    from ..views.index import Index  # noqa: PLC0415

    stop_at_errors(checked)
    if out.resolve().is_relative_to(checked.folder.resolve()):
        stop(f"{out} is inside the record, which is published. Name a folder outside it with --out.")
    index = Index(checked.publish())
    invented = INVENTED_SITE if index.directory.area.demonstration else ""
    writer = LetterWriter(index, site_address(config_file) or invented, config_file.parent / "overrides")
    found = letters(writer, days, partial(_place_of, checked), membership=membership)
    try:
        kept = write_drafts(out, found.files)
    except NotWrittenError as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(writer.summary(found, str(out), days, kept), nl=False)


def _place_of(checked: Checked, one: "WardSeat") -> str:
    """Where a seat stands in wards.yml: the file and the line."""
    directory = checked.reading.directory
    gss = [ward.gss for ward in directory.wards_file.wards] if directory else []
    field: FieldPath = ("wards", gss.index(one.gss), "councillors")
    locator = checked.reading.locator
    place = locator.places["wards.yml"].find(field if one.seat.nth is None else (*field, one.seat.nth))
    return f"{locator.show('wards.yml')}, line {place.line}"
