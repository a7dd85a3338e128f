"""`pact area`: postcodes, wards and shapes, from public files."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from ..model.quoting import printable
from ..writing.refusal import NotWrittenError
from .options import Command, stop

Made = TypeVar("Made")
Step = Callable[[str, float], None]

_DOWNLOADS = click.Path(exists=True, path_type=Path)


def _on_folder(command: Command) -> Command:
    return click.option(
        "--dir",
        "folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default="pacts",
        show_default=True,
        help="The record's folder.",
    )(command)


def _code_point(command: Command) -> Command:
    return click.argument("sources", metavar="CODEPO...", type=_DOWNLOADS, nargs=-1, required=True)(command)


@click.group()
def area() -> None:
    """Set up an area, or bring it up to date, from public files.

    \b
    In this order:
      pact area postcodes codepo_gb.zip --district E07000115
      pact area boundaries wards.geojson      official boundaries, where you have them
      pact area shapes codepo_gb.zip          indicative shapes, where you have not
    """  # noqa: D301 - click reads \b


@area.command()
@_code_point
@click.option("--district", metavar="GSS", help="The authority's code, such as E07000115. Otherwise area.yml's.")
@_on_folder
def postcodes(sources: tuple[Path, ...], district: str | None, folder: Path) -> None:
    """Write postcodes.csv, neighbours.csv and the wards' codes and names, from OS Code-Point Open.

    CODEPO is the zip as Ordnance Survey gives it, a folder, or its CSV files. In wards.yml only gss and name
    ever change; new wards are added at the end, none is taken away.

    \b
      pact area postcodes codepo_gb.zip --district E07000115
    """  # noqa: D301 - click reads \b
    from ..importing.area_tables import make_tables  # noqa: PLC0415 - the check must not load what reads Excel
    from .area_words import tables_told  # noqa: PLC0415

    with _progress() as step:
        made = _refusing(lambda: make_tables(folder, sources, district, step))
    click.echo(_on_lines(tables_told(made, folder)))


@area.command()
@_code_point
@_on_folder
def shapes(sources: tuple[Path, ...], folder: Path) -> None:
    """Draw indicative ward shapes from postcodes, where you have no official boundaries.

    Every page with a map says that they are indicative.

    \b
      pact area shapes codepo_gb.zip
    """  # noqa: D301 - click reads \b
    from ..importing.shape_files import draw_shapes  # noqa: PLC0415
    from .area_words import shapes_told  # noqa: PLC0415

    with _progress() as step:
        made = _refusing(lambda: draw_shapes(folder, sources, step))
    click.echo(_on_lines(shapes_told(made, folder)))


@area.command()
@click.argument("source", metavar="FILE.geojson", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--attribution", help="The line the file's licence asks for; it is shown with every map.")
@_on_folder
def boundaries(source: Path, attribution: str | None, folder: Path) -> None:
    """Take official ward boundaries, matched by name or code and held against the postcodes.

    The property that names the wards is found by itself. Boundaries that are out of date are refused, and
    nothing is written.

    \b
      pact area boundaries wards.geojson --attribution "Contains OS data ..."
    """  # noqa: D301 - click reads \b
    from ..importing.licences import BOUNDARIES  # noqa: PLC0415
    from ..importing.shape_files import FaultyFileError, take_boundaries  # noqa: PLC0415
    from ..problems import Report  # noqa: PLC0415
    from .area_words import boundaries_told  # noqa: PLC0415

    try:
        taken = _refusing(lambda: take_boundaries(folder, source, attribution or BOUNDARIES))
    except FaultyFileError as faulty:
        stop(f"{Report.of(faulty.problems).explain('text')}\nNothing was written.")
    told = boundaries_told(taken, folder, attribution)
    if taken.shapes is None:
        stop(_on_lines(told))
    click.echo(_on_lines(told))


def _refusing(make: Callable[[], Made]) -> Made:
    from ..importing.refusal import NotImportedError  # noqa: PLC0415

    try:
        return make()
    except (NotImportedError, NotWrittenError) as refused:
        stop(_on_lines([str(refused), "Nothing was written."]))
    except OSError as refused:
        stop(f"{refused.filename or 'A file'} cannot be read or written: {refused.strerror}. Nothing was written.")


def _on_lines(told: list[str]) -> str:
    """What is told, as it may go to a terminal: names of the download are in it, and can hold anything."""
    return "\n".join(printable(line) for line in told)


@contextmanager
def _progress() -> Iterator[Step]:
    """A bar on a terminal; nothing where the output goes to a file."""
    if not sys.stderr.isatty():
        yield lambda _path, _done: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody looks
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("Reading"), BarColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=1.0)
        yield lambda path, done: progress.update(task, completed=done, description=path)
