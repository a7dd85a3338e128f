"""Where the values of a file stand."""

from ..model.record import FieldPath


class Place:
    """Where a value stands, where its key stands, and the same for what is inside it. Lines and columns from 1."""

    __slots__ = ("column", "inside", "key_column", "key_line", "line")

    def __init__(self, line: int, column: int, inside: "dict[str | int, Place] | None" = None) -> None:
        self.line, self.column, self.inside = line, column, inside
        self.key_line, self.key_column = line, column

    def find(self, path: FieldPath) -> "Place":
        """Follow a field path as far as it was written; the last place found."""
        place = self
        for step in path:
            inner = place.inside.get(step) if place.inside else None
            if inner is None:
                break
            place = inner
        return place


class TablePlace:
    """Where the cells of a table stand, worked out when somebody asks: tables have thousands of rows.

    `lines` are the lines of the file, `numbers` the line (from 1) of each row.
    """

    __slots__ = ("columns", "lines", "numbers")

    def __init__(self, columns: tuple[str, ...], lines: tuple[str, ...], numbers: tuple[int, ...]) -> None:
        self.columns, self.lines, self.numbers = columns, lines, numbers

    def find(self, path: FieldPath) -> Place:
        """Follow ("rows", the row's number from 0, its column) as far as it goes."""
        rows, row, column = (*path, "", "", "")[:3]
        if rows != "rows" or not isinstance(row, int) or not 0 <= row < len(self.numbers):
            return Place(1, 1)
        number = self.numbers[row]
        line = self.lines[number - 1]
        if column not in self.columns:
            return Place(number, 1)
        return Place(number, _column_of(line, self.columns.index(str(column))))


def _column_of(line: str, nth: int) -> int:
    """The place of the nth cell of a line, from 1: behind the nth comma that is not in quotation marks."""
    is_quoted = False
    for at, letter in enumerate(line):
        if nth == 0:
            return at + 1
        is_quoted ^= letter == '"'
        nth -= letter == "," and not is_quoted
    return len(line) + 1 if nth == 0 else 1
