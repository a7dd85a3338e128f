"""Tables: header cells that say what they head, in a region that scrolls by keyboard on a small screen."""

from html import escape

from .faults import LONG_ROW, Faults
from .sheet import Sheet, is_blank

_ALIGNMENT = {"Right": ' class="align-right"', "Center": ' class="align-center"'}
_HEADERS_IN_NAME = 3
_LONGEST_HEADER_IN_NAME = 40


class Table:
    """The table being written."""

    def __init__(self, sheet: Sheet, faults: Faults, name: str, alignments: tuple[str, ...]) -> None:
        self._sheet = sheet
        self._faults = faults
        self._name = name
        self._columns = tuple(_ALIGNMENT.get(alignment, "") for alignment in alignments)
        self._headers: list[str] = []
        self._in_head = True
        self._opened = sheet.open_later(0)
        self._cell = self._opened
        self._column = self._last_cell_end = 0

    def open_cell(self, offset: int) -> None:
        """Begin a cell; whether it is a header is known at its end."""
        self._sheet.text.append(" ")
        self._cell = self._sheet.open_later(offset)

    def close_cell(self, end: int) -> None:
        """End a cell. A header cell without words is a plain cell: it would be announced as nothing."""
        alignment = self._columns[self._column]
        if not self._in_head or is_blank(text := self._sheet.text_since(self._cell)):
            self._sheet.settle(self._cell, f"<td{alignment}>", "</td>")
        else:
            self._headers.append(text)
            self._sheet.settle(self._cell, f'<th scope="col"{alignment}>', "</th>")
        self._column += 1
        self._last_cell_end = end

    def close_row(self, end: int) -> None:
        """End a row. The parser drops cells beyond the last column in silence, so look for any."""
        left_out = self._faults.source[self._last_cell_end : end].decode().strip("| \t\n")
        if left_out:
            self._faults.add(self._last_cell_end, LONG_ROW, left_out)
        self._column = 0
        if self._in_head:
            self._in_head = False
            self._sheet.html[self._opened.html_at] = self._opening()

    def _opening(self) -> str:
        """Write the region around the table; whatever takes the keyboard's focus needs a name."""
        headers = [text[:_LONGEST_HEADER_IN_NAME].strip() for text in self._headers[:_HEADERS_IN_NAME]]
        label = escape(f"{self._name}: {', '.join(headers)}" if headers else self._name)
        return f'<section class="scroll" tabindex="0" aria-label="{label}"><table>\n'
