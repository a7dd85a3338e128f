"""`postcodes.csv`, `neighbours.csv` and the wards' codes and names, made from Code-Point Open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.postcodes import Postcode
from ..writing.area_files import neighbours_text, postcodes_text
from ..writing.atomic import read_exactly
from ..writing.ward_list import LatestWard, WardChanges, wards_updated
from .archive import opened
from .code_list import CodeList, plain_ward, read_code_list
from .code_point import CodePoint, Step, read_code_point
from .neighbours import NEAR, neighbours
from .record import District, area_filled, district_of, read_record, write_readable
from .refusal import NotImportedError


@dataclass(frozen=True)
class TablesMade:
    """What was made of a download.

    `neighbours` is None where the download has no list of names, and neighbours.csv was left alone. `files`
    are those that changed.
    """

    district: District
    code_point: CodePoint
    wards: int
    neighbours: int | None
    changes: WardChanges
    files: tuple[Path, ...]


def make_tables(folder: Path, sources: Sequence[Path], district: str | None, step: Step) -> TablesMade:
    """Write the tables of a district, and bring wards.yml and area.yml up to date; all, or nothing.

    Raises `NotImportedError` for a download that cannot be used, `NotWrittenError` for files of the record
    that cannot be changed.
    """
    directory = read_record(folder)
    gss = district_of(directory.area, district)
    with opened(sources) as parts:
        names = read_code_list(parts)
        _refuse_unknown(names, gss)
        code_point = read_code_point(parts, gss, NEAR, step)
    latest = _latest(code_point, names, {ward.gss: ward.name for ward in directory.wards_file.wards})
    wards, changes = wards_updated(read_exactly(folder, "wards.yml"), latest)
    authority = District(gss, names.authority(gss) if names else "")
    near = neighbours(code_point, names) if names else None
    texts = {
        "postcodes.csv": postcodes_text(
            Postcode(row.postcode, row.ward, row.easting, row.northing) for row in code_point.area
        ),
        "wards.yml": wards,
        "area.yml": area_filled(folder, directory.area, authority),
    }
    if near is not None:
        texts["neighbours.csv"] = neighbours_text(near)
    files = write_readable(folder, texts)
    return TablesMade(authority, code_point, len(latest), None if near is None else len(near), changes, files)


def _refuse_unknown(names: CodeList | None, gss: str) -> None:
    if names is None or gss in names.districts:
        return
    near = [f"{names.authority(code)} ({code})" for code in names.nearest(gss)]
    hint = f"Did you mean {' or '.join(near)}?" if near else "A district's code looks like E06000035."
    raise NotImportedError(f'There is no district "{gss}" in this download. {hint}')


def _latest(code_point: CodePoint, names: CodeList | None, known: dict[str, str]) -> list[LatestWard]:
    """The wards that have postcodes, in order of code. Without a list of names, the record must know them."""
    codes = sorted({row.ward for row in code_point.area})
    spelt = names.wards if names else known
    nameless = [code for code in codes if code not in spelt]
    if nameless:
        said = f"{', '.join(nameless[:5])}{' and others' if len(nameless) > 5 else ''}"  # noqa: PLR2004
        raise NotImportedError(
            f"Nothing here says what these wards are called: {said}. Give the download's Codelist.xlsx as well."
        )
    return [LatestWard(code, plain_ward(spelt[code]), spelt[code]) for code in codes]
