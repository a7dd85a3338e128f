"""Maps as pictures within the page: shapes in metres become paths, and labels find their places."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ...views.map_parts import AreaMap

if TYPE_CHECKING:
    from .drawing import Drawing


def draw(shown: AreaMap, sheet: str = "") -> "Drawing":
    """Draw a map, on the sheet of its form or on another: "paper"."""
    # The library behind shapes is loaded where there is something to draw.
    from .drawing import SHEETS, drawing_of  # noqa: PLC0415

    return drawing_of(shown, SHEETS[sheet or shown.form])


def draughtsman() -> Callable[..., "Drawing"]:
    """One who draws the maps of a site and none of them twice: all the newsletters of a PACT have the same."""
    drawn: dict[object, Drawing] = {}

    def draw_once(shown: AreaMap, sheet: str = "") -> "Drawing":
        key = (sheet, _content(shown))
        if key not in drawn:
            drawn[key] = draw(shown, sheet)
        return drawn[key]

    return draw_once


def _content(shown: AreaMap) -> object:
    """What a map shows, given that a ward is the same wherever it is shown."""
    areas = tuple((area.gss, area.number, area.kind, area.own, area.covered_by) for area in shown.areas)
    grounds = tuple((ground.kind, ground.area.wkb) for ground in shown.grounds)
    return shown.form, shown.box, areas, grounds, shown.points
