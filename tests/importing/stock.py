"""A small Code-Point Open in the form Ordnance Survey gives it, of invented postcodes."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import openpyxl

_METADATA = """\
ORDNANCE SURVEY
PRODUCT: OS CODE-POINT_03.02
DATASET VERSION NUMBER: 2025.2.0
COPYRIGHT DATE: 20250422
RM UPDATE DATE: 20250417
"""
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
HEADERS = "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Positional_quality_indicator,Eastings,Northings,Country_code,"
HEADERS += "NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code\n"
AREA = "E07000999"
OTHER = "E06000998"
NAMES = {AREA: "Elsewhere District (B)", OTHER: "Yonder London Boro"}


class Line(NamedTuple):
    """One row, as the source has it but for the spaces."""

    postcode: str
    easting: int
    northing: int
    district: str
    ward: str

    def text(self, quote: str = '"') -> str:
        outward, inward = self.postcode.split()
        spaced = f"{outward}{inward}".ljust(7) if len(outward) == 2 else f"{outward:<4}{inward}"
        cells = (spaced, "E92000001", "E19000002", "E18000008", "", self.district, self.ward)
        code, *rest = (f"{quote}{cell}{quote}" for cell in cells)
        return f"{code},10,{self.easting},{self.northing},{','.join(rest)}"


def square(district: str, ward: str, west: int, south: int, *, sector: str, side: int = 1_000, step: int = 200):
    """A square ward: a postcode every 200 metres, as many as there are letters for."""
    points = [(west + x, south + y) for x in range(step // 2, side, step) for y in range(step // 2, side, step)]
    units = (f"{sector}{one}{two}" for one in _LETTERS for two in _LETTERS)
    return [Line(unit, x, y, district, ward) for unit, (x, y) in zip(units, points, strict=False)]


def small_area() -> list[Line]:
    """Two wards side by side, and the neighbour to the east of them."""
    return [
        *square(AREA, "E05999001", 560_000, 150_000, sector="TN90 1"),
        *square(AREA, "E05999002", 561_000, 150_000, sector="TN90 2"),
        *square(OTHER, "E05998001", 562_000, 150_000, sector="ME99 1"),
    ]


WARDS = {
    "E05999001": "St. Mary's & Ferry Ward",
    "E05999002": "Hill, Vale and Downs Ward",
    "E05998001": "Yonder ED",
}


def code_list(districts: Mapping[str, str] = NAMES, wards: Mapping[str, str] = WARDS) -> bytes:
    """The workbook of names."""
    book = openpyxl.Workbook()
    for title, names in (("AREA_CODES", {}), ("DIS", districts), ("DIW", wards)):
        sheet = book.create_sheet(title)
        for code, name in names.items():
            sheet.append((name, code))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def tables(lines: Iterable[Line], quote: str = '"') -> dict[str, str]:
    """The CSV files, one for the letters at the front of the postcodes."""
    found: dict[str, list[str]] = {}
    for line in sorted(lines):
        letters = line.postcode[:2].rstrip("0123456789").lower()
        found.setdefault(f"Data/CSV/{letters}.csv", []).append(line.text(quote) + "\n")
    return {path: "".join(texts) for path, texts in found.items()}


def stock_zip(
    path: Path, lines: Iterable[Line], districts: Mapping[str, str] = NAMES, wards: Mapping[str, str] = WARDS
) -> Path:
    """Write the zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables(lines).items():
            archive.writestr(name, text)
        archive.writestr("Doc/Codelist.xlsx", code_list(districts, wards))
        archive.writestr("Doc/Code-Point_Open_Column_Headers.csv", HEADERS)
        archive.writestr("Doc/metadata.txt", _METADATA)
    return path
