"""`pact init`."""

from pathlib import Path
from shlex import quote

import click
from pydantic_core import PydanticCustomError

from ..model.area import NO_CODE
from ..model.directory import Directory
from ..model.types import read_gss, read_name
from ..reading import read_directory, read_files
from ..writing.atomic import write_new
from ..writing.refusal import NotWrittenError
from ..writing.starter_area import COPIED, record_starter, sources_taken_over
from .options import stop


def _gss(_: click.Context, __: click.Parameter, typed: str | None) -> str | None:
    return None if typed is None else _read(read_gss, typed)


def _name(_: click.Context, __: click.Parameter, typed: str | None) -> str | None:
    return None if typed is None else _read(read_name, typed)


def _read(reader: object, typed: str) -> str:
    try:
        return str(reader(typed))  # type: ignore[operator]
    except PydanticCustomError as error:
        said = error.context or {}
        raise click.BadParameter(f"{said.get('said')} {said.get('hint')}") from None


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--wards-from",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A record whose area, wards, postcodes and shapes to take over. Contacts and checks are not.",
)
@click.option("--name", callback=_name, help="The area's name, such as Tonbridge and Malling.")
@click.option("--district", metavar="GSS", callback=_gss, help="The authority's code, such as E07000115.")
def init(folder: Path, wards_from: Path | None, name: str | None, district: str | None) -> None:
    """Begin a record of your own in DIR: an area without PACTs, valid as it stands.

    \b
    For another area:
      pact init my-area
      pact area postcodes codepo_gb.zip --district E07000115 --dir my-area
      pact area shapes codepo_gb.zip --dir my-area
      pact check --dir my-area

    \b
    For the area of the demonstration, in earnest:
      pact init my-area --wards-from pacts
    """  # noqa: D301 - click reads \b
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop(f"{folder} is there already and is not empty. Name a new folder; nothing was written.")
    if (folder.absolute().parent / "area.yml").exists():
        stop(f"{folder} would lie inside another record. Name a folder beside that; nothing was written.")
    source = None if wards_from is None else _readable(wards_from)
    texts = record_starter(name, district, source)
    if wards_from is not None:
        texts |= _taken_over(wards_from)
    try:
        for path in write_new(folder, texts):
            click.echo(path)
    except NotWrittenError as refused:
        stop(f"The record could not be written: {refused}")
    except OSError as refused:
        stop(f"The record could not be written to {folder}: {refused.strerror}. Nothing was written.")
    _say_what_is_next(folder, source, district or (source.area.gss if source else NO_CODE))


def _readable(folder: Path) -> Directory:
    directory = read_directory(read_files(folder)).directory
    return directory or stop(
        f"The record in {folder} cannot be read. See what is wrong: pact check --dir {quote(str(folder))}"
    )


def _taken_over(folder: Path) -> dict[str, str]:
    """The tables and shapes as they are, and what is said of where they came from."""
    texts = {path: (folder / path).read_text("utf-8") for path in COPIED if (folder / path).is_file()}
    sources = folder / "SOURCES.md"
    return texts | ({"SOURCES.md": sources_taken_over(sources.read_text("utf-8"))} if sources.is_file() else {})


def _say_what_is_next(folder: Path, source: Directory | None, gss: str) -> None:
    wards = len(source.wards_file.wards) if source else 0
    click.echo(f"A record without PACTs, with {wards} wards, none of them checked yet.", err=True)
    if not wards:
        given = gss if gss != NO_CODE else "GSS"
        click.echo(
            f"Next, its wards: pact area postcodes codepo_gb.zip --district {given} --dir {quote(str(folder))}",
            err=True,
        )
    click.echo(f"Fill in {folder / 'area.yml'}: who keeps the list, and how to reach them.", err=True)
    click.echo(f"Then: pact check --dir {quote(str(folder))}", err=True)
