"""Tables as spreadsheets open them: comma-separated, with a byte order mark and Windows line ends for Excel."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_text(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as text. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(heading)
    table.writerows([_harmless(str(cell)) for cell in row] for row in rows)
    return "\ufeff" + written.getvalue()


def _harmless(cell: str) -> str:
    # Some programs look past spaces in front.
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
