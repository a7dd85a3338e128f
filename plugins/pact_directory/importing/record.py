"""The record that an area's files are made for: what of it must be known, and what may be filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from ..model.area import NO_CODE, NO_NAME, Area
from ..model.directory import Directory
from ..model.names import slug
from ..problems import Problem
from ..reading import read_directory, read_files
from ..reading.files import RecordFiles
from ..reading.layout import AREA_FILES
from ..reading.strict_yaml import parse
from ..writing.atomic import read_exactly, write_whole
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
        command = "pact check" if folder == Path("pacts") else f"pact check --dir {quote(str(folder))}"
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


def write_readable(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write files of the record together, once they are known to read well; those that changed.

    A download can hold what no record may: a name with markup in it, a postcode of no known form. Raises
    `NotImportedError` for a fault that was not there before, `NotWrittenError` as `write_whole` does.
    """
    before = {path: (folder / path).read_bytes() for path in texts if (folder / path).is_file()}
    after = {path: text.encode("utf-8", "surrogateescape") for path, text in texts.items()}
    known = {(path, fault.message) for path, fault in _faults(before)}
    for path, fault in _faults(after):
        if (path, fault.message) not in known:
            raise NotImportedError(f"This would put a fault into {path}, line {fault.line}: {fault.message}")
    return write_whole(folder, texts)


def _faults(contents: Mapping[str, bytes]) -> list[tuple[str, Problem]]:
    """What reading says of these files, by their paths in the record."""
    files = RecordFiles("", {path: AREA_FILES[path] for path in contents}, contents)
    found = ((problem.path.lstrip("/"), problem) for problem in read_directory(files).problems)
    return [(path, problem) for path, problem in found if path in contents]


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
