"""GeoJSON made for tests: a square of a hundredth of a degree, and collections of it and worse."""

import json
from typing import Any

SQUARE = [[0.53, 51.37], [0.54, 51.37], [0.54, 51.38], [0.53, 51.38], [0.53, 51.37]]
HOLE = [[0.532, 51.372], [0.534, 51.372], [0.534, 51.374], [0.532, 51.372]]
GSS = "E05014459"


def polygon(*rings: Any) -> dict[str, Any]:
    """A geometry; the square unless rings are given."""
    return {"type": "Polygon", "coordinates": list(rings) or [SQUARE]}


def moved(ring: list[list[float]], east: float, north: float = 0.0) -> list[list[float]]:
    """The same ring elsewhere."""
    return [[x + east, y + north] for x, y in ring]


def feature(geometry: Any = None, **properties: Any) -> dict[str, Any]:
    """A feature: Luton, unless other properties are given."""
    return {"type": "Feature", "properties": properties or {"gss": GSS}, "geometry": geometry or polygon()}


def collection(*features: Any, **head: Any) -> bytes:
    """A file: a feature to a line, as the program writes them."""
    lines = ",\n".join(json.dumps(one) for one in features)
    members = "".join(f"{json.dumps(name)}: {json.dumps(value)},\n" for name, value in head.items())
    return f'{{"type": "FeatureCollection",\n{members}"features": [\n{lines}\n]}}\n'.encode()
