"""The names that go with codes: `Codelist.xlsx` of Code-Point Open, a sheet for each kind of area."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import openpyxl

from ..model.names import fold
from .archive import Part
from .refusal import NotImportedError

_DISTRICTS = ("DIS", "UTA", "MTD", "LBO")
_WARDS = ("DIW", "UTW", "MTW", "LBW", "UTE")
_KIND_OF_DISTRICT = re.compile(r"(?:\s+(?:\(B\)|District|London Boro))+$")
_KIND_OF_WARD = re.compile(r"\s+(?:Wards?|ED|Electoral Division)$", re.IGNORECASE)
_LARGEST = 50_000_000
_EXPECTED = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    SyntaxError,
)


@dataclass(frozen=True)
class CodeList:
    """Names by GSS code, as the list spells them: "Medway (B)", "St. Mary's Island Ward"."""

    districts: Mapping[str, str]
    wards: Mapping[str, str]

    def authority(self, gss: str) -> str:
        """A district's name without what sort it is: "Tonbridge and Malling"; its code where it has none.

        A name that is the same in both languages is said once: "Gwynedd", not "Gwynedd - Gwynedd".
        """
        name = _KIND_OF_DISTRICT.sub("", self.districts.get(gss, gss))
        welsh, _, english = name.partition(" - ")
        return welsh if welsh == english else name

    def nearest(self, wanted: str, count: int = 3) -> tuple[str, ...]:
        """Codes of districts like the one typed, or whose name was typed instead of a code."""
        from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

        key = fold(wanted)
        by_name = {fold(self.authority(gss)): gss for gss in self.districts}
        named = [gss for name, gss in by_name.items() if key and (key in name or name in key)]
        near = get_close_matches(key, by_name, n=count, cutoff=0.7)
        codes = get_close_matches(wanted.upper(), sorted(self.districts), n=count, cutoff=0.8)
        return tuple(dict.fromkeys([*named, *(by_name[name] for name in near), *codes]))[:count]


def plain_ward(name: str) -> str:
    """A ward's name without "Ward" or "ED" at its end."""
    return _KIND_OF_WARD.sub("", name.strip())


def read_code_list(parts: Iterable[Part]) -> CodeList | None:
    """Read the list of a download; None where there is none. Raises `NotImportedError` for one that is broken."""
    found = next((part for part in parts if part.name == "codelist.xlsx"), None)
    return None if found is None else _read(found)


def _read(part: Part) -> CodeList:
    content = part.read()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > _LARGEST:
            raise NotImportedError(
                f"{part.path} would unpack to far more than a list of names. It was not opened."
            )
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {sheet.title: _names(sheet.iter_rows(max_col=2, values_only=True)) for sheet in book.worksheets}
    except _EXPECTED:
        raise NotImportedError(
            f"{part.path} is not a list of codes and names. Take it from the download."
        ) from None
    return CodeList(_gathered(sheets, _DISTRICTS), _gathered(sheets, _WARDS))


def _names(rows: Iterable[tuple[object, ...]]) -> dict[str, str]:
    return {
        str(row[1]).strip(): " ".join(str(row[0]).split()) for row in rows if len(row) > 1 and row[0] and row[1]
    }


def _gathered(sheets: Mapping[str, dict[str, str]], wanted: Iterable[str]) -> Mapping[str, str]:
    return MappingProxyType({gss: name for title in wanted for gss, name in sheets.get(title, {}).items()})
