"""The record that an area's files are made for: what of it must be known, and what may be filled in."""

from dataclasses import dataclass
from pathlib import Path

from ..model.area import NO_CODE, NO_NAME, Area
from ..model.directory import Directory
from ..model.names import slug
from ..reading import read_directory, read_files
from ..reading.strict_yaml import parse
from ..writing.atomic import read_exactly
from ..writing.marks import split_mark
from ..writing.splice import value_replaced
from .refusal import NotImportedError


@dataclass(frozen=True)
class District:
    """The authority the record is of: its code, and its name."""

    gss: str
    name: str


def read_record(folder: Path) -> Directory:
    """Read the record. Raises `NotImportedError` where its area or wards cannot be read."""
    directory = read_directory(read_files(folder)).directory
    if directory is None or {"area.yml", "wards.yml"} & directory.incomplete:
        command = "pact check" if folder == Path("pacts") else f"pact check --dir {folder}"
        raise NotImportedError(
            f"area.yml or wards.yml cannot be read. Put right first what {command} says of them."
        )
    return directory


def district_of(area: Area, wanted: str | None) -> str:
    """The code to look for: the one asked for, else the record's own. The two may not differ."""
    own = "" if area.gss == NO_CODE else area.gss
    if wanted and own and wanted != own:
        said = f"This record is of {area.name} ({own}), and {wanted} is another district."
        raise NotImportedError(f"{said} Name another record with --dir, or put gss: in area.yml right.")
    if not (wanted or own):
        raise NotImportedError("Which district? Add --district and its code, such as --district E06000035.")
    return wanted or own


def area_filled(folder: Path, area: Area, district: District) -> str:
    """The text of area.yml, with the code and the name put in where nobody has filled them in yet."""
    text = read_exactly(folder, "area.yml")
    fields = {
        "gss": (area.gss == NO_CODE, district.gss),
        "name": (area.name == NO_NAME, district.name),
        "site_id": (area.site_id == slug(NO_NAME), slug(district.name)),
    }
    for field, (is_open, value) in fields.items():
        if is_open and value:
            text = value_replaced(text, parse(split_mark(text)[1]).place.find((field,)), value)
    return text
