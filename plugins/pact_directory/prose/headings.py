"""Headings: placed below the page's own without a gap, each with an id of its own."""

from dataclasses import dataclass

from ..model.names import slug

_LOWEST_LEVEL = 6
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands on the page."""

    level: int
    text: str
    id: str


class Outline:
    """Places headings as they come. What a volunteer skips ("#", then "###") leaves no gap on the page."""

    def __init__(self, top_level: int, id_prefix: str) -> None:
        if not 1 <= top_level <= _LOWEST_LEVEL:
            raise ValueError(top_level)
        self.headings: list[Heading] = []
        self._top_level = top_level
        self._id_prefix = id_prefix
        self._above: list[str] = []
        self._ids: dict[str, int] = {}

    def place(self, level: str, text: str) -> Heading:
        """Give a heading, typed at "H1" to "H6", its level and id on the page."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        level_on_page = min(_LOWEST_LEVEL, self._top_level + len(self._above) - 1)
        heading = Heading(level_on_page, text, self._unique_id(text))
        self.headings.append(heading)
        return heading

    def _unique_id(self, text: str) -> str:
        name = candidate = self._id_prefix + (slug(text[:_LONGEST_ID]) or "section")
        while candidate in self._ids:
            self._ids[name] += 1
            candidate = f"{name}-{self._ids[name]}"
        self._ids[candidate] = 1
        return candidate
