"""Shapes and postcodes for the combined hostile record, so that every hostile value also reaches maps and the finder.

The wards are squares side by side, each with a few postcodes. Of every second PACT the part it covers of a ward
is drawn; of the others nobody drew it.
"""

import json
import re
from functools import cache
from itertools import product
from typing import Any

import numpy as np

from pact_directory.model.grid import to_wgs84
from pact_directory.publish.finder import UNIT_LETTERS
from tests.reading.shapes_made import collection, feature, polygon

from .record import PAYLOADS, Files, attacked, errors_of

SIZE, IN_A_ROW = 900, 7
WEST, SOUTH = 572_000, 160_000
POSTCODES_A_WARD = 4

Corner = tuple[int, int]


@cache
def authorities() -> tuple[str, ...]:
    """Every payload that can be the name of another authority."""
    names = (payload(7) for payload in PAYLOADS.values())
    return tuple(name for name in names if not errors_of({**attacked({}), "neighbours.csv": _neighbours(name)}))


def with_places(files: Files) -> Files:
    """The record with a shape and postcodes for each ward, boundaries, and other authorities around it."""
    wards = [ward["gss"] for ward in json.loads(files["wards.yml"])["wards"]]
    corner_of = {
        gss: (WEST + SIZE * (at % IN_A_ROW), SOUTH + SIZE * (at // IN_A_ROW)) for at, gss in enumerate(wards)
    }
    drawn = [feature(polygon(_square(*corner, SIZE, SIZE)), gss=gss) for gss, corner in corner_of.items()]
    attribution = " ".join(PAYLOADS[name](8) for name in ("attribute", "entities", "template", "script-template"))
    return {
        **files,
        "wards.geojson": collection(*drawn, indicative=True, attribution=attribution),
        "postcodes.csv": _postcodes(corner_of),
        "neighbours.csv": _neighbours(*authorities()),
        "venues.yml": _venues(files["venues.yml"], list(corner_of.values())),
        **_boundaries(files, corner_of),
    }


def _square(west: float, south: float, width: float, height: float) -> list[list[float]]:
    east, north = west + width, south + height
    points = to_wgs84(np.array([west, east, east, west, west]), np.array([south, south, north, north, south]))
    return [list(point) for point in zip(*(side.round(6).tolist() for side in points), strict=True)]


def _postcodes(corner_of: dict[str, Corner]) -> bytes:
    units = ("".join(pair) for pair in product(UNIT_LETTERS, UNIT_LETTERS))
    rows = ["postcode,gss,easting,northing"]
    for gss, (west, south) in corner_of.items():
        rows += [
            f"ME4 5{next(units)},{gss},{west + 100 + 200 * at},{south + 450}" for at in range(POSTCODES_A_WARD)
        ]
    return "\n".join([*rows, ""]).encode()


def _neighbours(*names: str) -> bytes:
    cells = ('"' + name.replace('"', '""') + '"' for name in names)
    rows = [f"ME5 1A{letter},{cell}" for letter, cell in zip(UNIT_LETTERS, cells, strict=False)]
    return "\n".join(["postcode,authority", *rows, ""]).encode()


def _venues(content: bytes, corners: list[Corner]) -> bytes:
    """The venues, each in a ward of the PACT that meets there."""
    found: dict[str, list[dict[str, Any]]] = json.loads(content)
    for venue, (west, south) in zip(found["venues"], corners[::2], strict=True):
        venue |= {"easting": str(west + 300), "northing": str(south + 300)}
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _boundaries(files: Files, corner_of: dict[str, Corner]) -> Files:
    """For every second PACT, the western half of the ward it covers in part, and the line that names the file."""
    found: Files = {}
    for path in sorted(path for path in files if re.fullmatch(r"luton-\d+/pact\.yml", path))[::2]:
        pact = json.loads(files[path])
        (gss,) = pact["coverage"]["part_of"]
        pact["coverage"]["boundary"] = "coverage.geojson"
        found[path] = json.dumps(pact, ensure_ascii=False, indent=1).encode()
        half = feature(polygon(_square(*corner_of[gss], SIZE / 2, SIZE)), name=pact["name"])
        found[path.replace("pact.yml", "coverage.geojson")] = collection(half, attribution=pact["name"])
    return found
