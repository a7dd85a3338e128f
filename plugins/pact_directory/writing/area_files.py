"""The tables and shapes of an area, as text: the same content always makes the same bytes."""

import json
from collections.abc import Iterable, Mapping, Sequence

import shapely
from shapely import MultiPolygon

from ..model.postcodes import Neighbour, Postcode


def postcodes_text(rows: Iterable[Postcode]) -> str:
    """`postcodes.csv`, in order of postcode."""
    lines = (f"{row.postcode},{row.gss},{row.easting},{row.northing}\n" for row in sorted(rows))
    return "postcode,gss,easting,northing\n" + "".join(lines)


def neighbours_text(rows: Iterable[Neighbour]) -> str:
    """`neighbours.csv`, in order of postcode."""
    return "postcode,authority\n" + "".join(f"{row.postcode},{_cell(row.authority)}\n" for row in sorted(rows))


def shapes_text(
    areas: Mapping[str, MultiPolygon], names: Mapping[str, str], attribution: str, *, indicative: bool
) -> str:
    """`wards.geojson`: a feature a line, in order of code, in longitude and latitude."""
    head = [_member("type", "FeatureCollection")]
    if indicative:
        head.append(_member("indicative", value=True))
    head.append(_member("attribution", attribution))
    features = ",\n".join(_feature(gss, names[gss], areas[gss]) for gss in sorted(areas))
    return "{" + ",\n".join(head) + ',\n"features": [\n' + features + "\n]}\n"


def _cell(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(sign in value for sign in ',"\n') else value


def _member(name: str, value: object) -> str:
    return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"


def _feature(gss: str, name: str, area: MultiPolygon) -> str:
    parts = sorted(_rings(part) for part in shapely.get_parts(shapely.orient_polygons(area)))
    kind, rings = ("Polygon", parts[0]) if len(parts) == 1 else ("MultiPolygon", parts)
    feature = {
        "type": "Feature",
        "properties": {"gss": gss, "name": name},
        "geometry": {"type": kind, "coordinates": rings},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _rings(part: shapely.Polygon) -> list[Sequence[tuple[float, ...]]]:
    return [list(part.exterior.coords), *sorted(list(ring.coords) for ring in part.interiors)]
