"""Maps as pictures within the page: shapes in metres become paths, and labels find their places."""

from typing import TYPE_CHECKING

from ...views.map_parts import AreaMap

if TYPE_CHECKING:
    from .drawing import Drawing


def draw(shown: AreaMap) -> "Drawing":
    """Draw a map."""
    # The library behind shapes is loaded where there is something to draw.
    from .drawing import drawing_of  # noqa: PLC0415

    return drawing_of(shown)
