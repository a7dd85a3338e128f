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
