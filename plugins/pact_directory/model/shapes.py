"""Shapes of wards, and of PACTs that cover less than whole wards, on the National Grid."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon, intersects_xy, prepare, union_all
from shapely.geometry.base import BaseGeometry

from .postcodes import Postcode
from .record import FieldPath, Origin


@dataclass(frozen=True, eq=False)
class Shape:
    """One feature of a file: a valid area in National Grid metres (easting, northing), outer rings and holes.

    `at` is its place in the file, ("features", its number from 0). `gss` is a ward's code, empty for a
    PACT's own boundary.
    """

    at: FieldPath
    gss: str
    area: MultiPolygon


@dataclass(frozen=True, eq=False)
class ShapeFile:
    """`wards.geojson` or a PACT's `coverage.geojson`.

    `indicative` says that the shapes are drawn from postcodes and are not official; `attribution` is the
    line their licence asks for.
    """

    origin: Origin
    shapes: tuple[Shape, ...] = ()
    indicative: bool = False
    attribution: str = ""

    @cached_property
    def by_gss(self) -> Mapping[str, MultiPolygon]:
        """The ward's area by its code."""
        return MappingProxyType({shape.gss: shape.area for shape in self.shapes})

    @cached_property
    def whole(self) -> MultiPolygon:
        """Everything the file covers."""
        return as_areas(union_all([shape.area for shape in self.shapes]))


def as_areas(geometry: BaseGeometry) -> MultiPolygon:
    """The areas of a geometry, without the points and lines that cutting leaves."""
    parts: Iterable[BaseGeometry] = getattr(geometry, "geoms", (geometry,))
    return MultiPolygon([part for part in parts if isinstance(part, Polygon) and not part.is_empty])


def inside_of(area: BaseGeometry, rows: Sequence[Postcode]) -> NDArray[np.bool_]:
    """Tell of each postcode whether its point lies inside an area; on the edge is inside."""
    prepare(area)
    points = np.array([row[2:] for row in rows], dtype=float).reshape(-1, 2)
    return np.asarray(intersects_xy(area, points[:, 0], points[:, 1]), dtype=bool)
