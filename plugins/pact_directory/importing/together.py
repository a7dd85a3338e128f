"""Areas that share borders, made simpler together: what one gives up another gains, and no gap opens."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ..model.grid import to_grid, to_wgs84
from ..model.postcodes import Postcode, PostcodeTable
from ..model.shapes import as_areas, inside_of
from .refusal import NotImportedError

Areas = Mapping[str, MultiPolygon]
"""Shapes by GSS code."""
_PLACES = 5
"""Decimals of a degree in files: about a metre."""
_SAME_POINT = 0.1
"""Metres: what lies closer together than this is one point."""


@dataclass(frozen=True)
class Simplified:
    """Shapes as they go into a file: longitude and latitude to five decimals, valid, borders still shared.

    `metres` is how coarse they were made; `outside` the postcodes that do not lie in their ward's shape.
    """

    degrees: Areas
    metres: int
    outside: tuple[str, ...]


def simplified(areas: Areas, postcodes: Sequence[Postcode], tolerances: Iterable[int]) -> Simplified:
    """Simplify as far as can be without putting a postcode on the wrong side of a border.

    `areas` are on the National Grid. Of the tolerances (metres, coarsest first) the first is taken that
    leaves no more postcodes outside their ward than there are before; the last when none does. 0 leaves
    every point as it is. Raises `NotImportedError` for shapes that fall to nothing when they are rounded.
    """
    least = len(outside_their_ward(areas, postcodes))
    made = None
    for metres in tolerances:
        made = _made(areas, postcodes, metres)
        if made is not None and len(made.outside) <= least:
            break
    if made is None:
        raise NotImportedError(
            "These shapes are too small or too fine to be written to five decimals of a degree."
        )
    return made


def edges_shared(areas: Mapping[str, BaseGeometry], land: BaseGeometry | None = None) -> Areas:
    """Give neighbours every point of their border in common, and cut all of them by the coast at once.

    Ground that several claim goes to the first; with `land`, ground outside it to nobody.
    """
    lines = [area.boundary for area in areas.values()] + ([] if land is None else [land.boundary])
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(lines, grid_size=_SAME_POINT)]))
    middles = shapely.point_on_surface(faces)
    is_free = np.ones(len(faces), dtype=bool)
    if land is not None:
        shapely.prepare(land)
        is_free = np.asarray(shapely.contains(land, middles))
    shared = {}
    for gss, area in areas.items():
        shapely.prepare(area)
        is_here = is_free & shapely.contains(area, middles)
        is_free &= ~is_here
        shared[gss] = as_areas(shapely.union_all(faces[is_here]))
    return shared


def outside_their_ward(areas: Areas, postcodes: Iterable[Postcode]) -> tuple[str, ...]:
    """The postcodes that do not lie in the shape of their ward, on its border counting as in it."""
    found: list[str] = []
    for gss, rows in PostcodeTable(rows=tuple(postcodes)).by_ward.items():
        inside = inside_of(areas.get(gss, MultiPolygon()), rows)
        found.extend(row.postcode for row, is_in in zip(rows, inside, strict=True) if not is_in)
    return tuple(sorted(found))


def _made(areas: Areas, postcodes: Sequence[Postcode], metres: int) -> Simplified | None:
    simpler = shapely.coverage_simplify(list(areas.values()), metres) if metres else list(areas.values())
    degrees = {gss: as_areas(_moved(area, _rounded)) for gss, area in zip(areas, simpler, strict=True)}
    if not all(area.is_valid and not area.is_empty for area in degrees.values()):
        return None
    back = {gss: as_areas(_moved(area, _on_grid)) for gss, area in degrees.items()}
    return Simplified(degrees, metres, outside_their_ward(back, postcodes))


def _moved(area: BaseGeometry, move: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> BaseGeometry:
    moved: Any = shapely.transform(area, move)
    return moved  # type: ignore[no-any-return]


def _rounded(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.round(np.column_stack(to_wgs84(points[:, 0], points[:, 1])), _PLACES), dtype=np.float64)


def _on_grid(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(to_grid(points[:, 0], points[:, 1]))
