"""What came of making PDFs, as it is told to whoever builds the site."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...addresses import Address

NONE_WANTED = "PDFs: none, as mkdocs.yml says pdf: false. Pages offer none."
"""What is told where no PDFs are wanted."""
_INSTALL = (
    "Install Pango (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "macOS: brew install pango), or write pdf: false in mkdocs.yml to do without"
)
_REINSTALL = "Install this program's packages again (pip install -r requirements.txt)"
_REASONS = (
    ("ModuleNotFoundError", "the package WeasyPrint is missing", _REINSTALL),
    ("cannot load library", "the library Pango, which sets their text, is missing", _INSTALL),
    ("not found", "the library Pango, which sets their text, is too old", _INSTALL),
)
_SHORTEN = "Shorten the names and texts it shows."
_NO_FONT = re.compile(r'\.notdef glyph rendered for Unicode string unsupported by fonts: "[^"]*" \((U\+[^)]*)\)')
_OTHER = "the printer does not work here ({why})"


@dataclass(frozen=True)
class MadePapers:
    """The PDFs of a site by address, how many were printed now, and what could not be.

    `too_full` are those with more to say than their sides hold; `failed` those that would not print, and
    `complaints` those that did, each with what the printer said; `unmade` is how many were not tried, and
    `why` the reason as the computer put it.
    """

    pdfs: Mapping[Address, bytes]
    printed: int = 0
    seconds: float = 0.0
    too_full: tuple[Address, ...] = ()
    failed: Mapping[Address, str] = field(default_factory=dict)
    complaints: Mapping[Address, str] = field(default_factory=dict)
    unmade: int = 0
    why: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """What is told: a line, and one more for each thing that is amiss."""
        size = sum(map(len, self.pdfs.values())) / 1e6
        kept = len(self.pdfs) - self.printed
        lines = [f"PDFs: {self.printed:,} made, {kept:,} kept from before, {size:.1f} MB, {self.seconds:.1f} s"]
        if self.unmade:
            lines.append(f"{_count(self.unmade)} left out, and no page offers them: {self._reason()}.")
        lines += [
            f"PDF left out: {address} has more to say than fits on its paper. {_SHORTEN}"
            for address in self.too_full
        ]
        lines += [f"PDF left out: {address} would not print ({said})." for address, said in self.failed.items()]
        return (*lines, *self._complained())

    def _complained(self) -> Iterator[str]:
        """What may look wrong: signs that no font has, and whatever else the printer said."""
        signs = {address: found for address, said in self.complaints.items() if (found := _NO_FONT.findall(said))}
        others = {address: said for address, said in self.complaints.items() if _NO_FONT.sub("", said).strip("; ")}
        if signs:
            address = next(iter(signs))
            missing = " ".join(dict.fromkeys(sign for found in signs.values() for sign in found))
            has = "has" if len(signs) == 1 else "have"
            yield (
                f"{_count(len(signs))} {has} empty boxes in place of signs that no font here holds: {missing} "
                f"(the first is {address}). Write words instead."
            )
        if others:
            address, said = next(iter(others.items()))
            yield f"{_count(len(others))} may look wrong: of {address}, the printer said: {said}"

    def _reason(self) -> str:
        for sign, reason, remedy in _REASONS:
            if sign in self.why:
                return f"{reason}. {remedy}"
        return f"{_OTHER.format(why=self.why)}. {_INSTALL}"


def _count(number: int) -> str:
    return "1 PDF" if number == 1 else f"{number:,} PDFs"
