"""Who lives just outside: so that "not in Medway" can be told from "not a live postcode"."""

from collections.abc import Sequence

import shapely

from ..model.postcodes import Neighbour
from .code_list import CodeList
from .code_point import CodePoint, Row

NEAR = 5_000
"""Metres, in a straight line, within which another authority's postcode makes its sector count."""


def neighbours(code_point: CodePoint, names: CodeList) -> tuple[Neighbour, ...]:
    """Every postcode of other authorities, in each sector with one of theirs near one of the area's.

    Sectors count whole, so that somebody at the far end of a street gets the same answer.
    """
    sectors = {row.sector for row in _near(code_point.area, code_point.around)}
    found = (row for row in code_point.around if row.sector in sectors)
    return tuple(sorted({Neighbour(row.postcode, names.authority(row.district)) for row in found}))


def _near(area: Sequence[Row], around: Sequence[Row]) -> list[Row]:
    if not around:
        return []
    tree = shapely.STRtree(shapely.points([(row.easting, row.northing) for row in area]))
    points = shapely.points([(row.easting, row.northing) for row in around])
    # The nearest one only: in a city every point has thousands of others within reach.
    close = tree.query_nearest(points, max_distance=NEAR, all_matches=False)[0]
    return [around[index] for index in close]
