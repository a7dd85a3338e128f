"""Indicative ward shapes, where no official ones are at hand: drawn from postcodes.

Every postcode point, neighbours' too, has a cell: the ground nearer to it than to any other. The cells of a
ward's postcodes make the ward. They are cut where no postcode is near, so that an estuary or a marsh is
nobody's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import shapely
from shapely import MultiPoint, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..model.postcodes import Postcode
from ..model.shapes import as_areas
from .code_point import CodePoint, Row
from .refusal import NotImportedError
from .together import Simplified, edges_shared, simplified

REACH = 5_000
"""Metres around the area within which others' postcodes hold its borders in place."""
_NEAR = 500
"""Metres from a postcode that are drawn as land."""
_GAPS = (1_500, 3_000, 6_000)
"""Metres more from both sides that close a gap between postcodes: fields and commons, not an estuary.
The wider ones are for thinly settled country, which would fall to pieces."""
_SMOOTH = 20
_CORNERS = 4
"""Corners a quarter of a circle is drawn with; more only take longer."""
_TOLERANCES = (30, 25, 20, 15, 10, 5, 0)


def indicative_shapes(code_point: CodePoint) -> Simplified:
    """Draw the wards of an area from its postcodes and those around it."""
    wards = edges_shared(_cells(code_point), _land(code_point.area))
    postcodes = [Postcode(row.postcode, row.ward, row.easting, row.northing) for row in code_point.area]
    return simplified(wards, postcodes, _TOLERANCES)


def _cells(code_point: CodePoint) -> Mapping[str, BaseGeometry]:
    """The ground of each ward, without regard to coast; what is nearest to another district is left out."""
    ward_at = _ward_by_point(code_point)
    if len(ward_at) == 1:
        raise NotImportedError("Every postcode here is at one and the same point. No shape can be drawn.")
    cells = shapely.voronoi_polygons(MultiPoint([*ward_at]), ordered=True)
    by_ward: dict[str, list[BaseGeometry]] = defaultdict(list)
    for ward, cell in zip(ward_at.values(), cells.geoms, strict=True):
        by_ward[ward].append(cell)
    return {ward: shapely.union_all(found) for ward, found in sorted(by_ward.items()) if ward}


def _ward_by_point(code_point: CodePoint) -> dict[tuple[int, int], str]:
    """The ward of each point, empty outside the area; where several share a point, that of the most."""
    near = _near(code_point.area, code_point.around)
    at: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for row in code_point.area:
        at[row.easting, row.northing][row.ward] += 1
    for row in near:
        at[row.easting, row.northing][""] += 1
    return {point: _most(at[point]) for point in sorted(at)}


def _most(said: Mapping[str, int]) -> str:
    """The ward of the most postcodes; of equals, the first by code."""
    return min(said, key=lambda ward: (-said[ward], ward))


def _near(area: Sequence[Row], around: Iterable[Row]) -> Iterable[Row]:
    west, east = min(row.easting for row in area) - REACH, max(row.easting for row in area) + REACH
    south, north = min(row.northing for row in area) - REACH, max(row.northing for row in area) + REACH
    return [row for row in around if west <= row.easting <= east and south <= row.northing <= north]


def _land(area: Sequence[Row]) -> MultiPolygon:
    """Where people live and what lies between: near a postcode, gaps closed, holes filled, edges smooth."""
    most_parts = len({row.ward for row in area})
    points = shapely.points([(row.easting, row.northing) for row in area])
    for gap in _GAPS:
        wide = shapely.union_all(shapely.buffer(points, _NEAR + gap, quad_segs=_CORNERS))
        closed = as_areas(wide.buffer(-gap, quad_segs=_CORNERS).simplify(_SMOOTH))
        if len(closed.geoms) <= most_parts:
            break
    return as_areas(shapely.union_all([Polygon(part.exterior) for part in closed.geoms]))
