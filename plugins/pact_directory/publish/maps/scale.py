"""The scale of a map: a bar of a round number of miles, which people here think in."""

from dataclasses import dataclass

MILE = 1609.344
_QUARTERS = (1, 2, 4, 8, 12, 20, 40, 80, 200, 400)
"""Lengths a bar may have, in quarters of a mile."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar: its length in quarters of a mile, in kilometres, and in units of the picture."""

    quarters: int
    kilometres: float
    length: int

    @property
    def miles(self) -> int:
        """Whole miles; 0 below one."""
        return self.quarters // 4


def scale_bar(metres_a_unit: float, longest: float) -> ScaleBar:
    """The longest bar of a round number of miles that has room; the shortest there is, if none has."""
    lengths = [(quarters, quarters * MILE / 4 / metres_a_unit) for quarters in _QUARTERS]
    quarters, length = next((one for one in reversed(lengths) if one[1] <= longest), lengths[0])
    return ScaleBar(quarters, round(quarters * MILE / 4000, 1), round(length))
