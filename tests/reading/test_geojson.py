"""GeoJSON of any origin: its areas in metres, and every fault with its place."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.model.grid import to_grid
from pact_directory.reading.faults import FAULT_LIMIT
from pact_directory.reading.geojson import GeoJson, Limits, parse_geojson
from tests.real_data import REAL, needs_real_data

from .shapes_made import HOLE, SQUARE, collection, feature, moved, polygon

_NAN, _INFINITY = float("nan"), float("inf")


def codes(found: GeoJson) -> list[str]:
    return [said.fault.code for said in found.faults]


def first_point(value: Any) -> Any:
    """The square's outline with something in the place of its first number."""
    return [[value, 51.37], *SQUARE[1:]]


def test_a_square_in_metres() -> None:
    found = parse_geojson(collection(feature(name="Luton"), attribution="Ours"))
    (one,) = found.features
    assert codes(found) == []
    assert found.head == {"type": "FeatureCollection", "attribution": "Ours"}
    assert (one.number, one.spot, one.properties) == (0, (4, 1), {"name": "Luton"})
    east, north = to_grid(0.53, 51.37)
    assert one.area.geoms[0].exterior.coords[0] == pytest.approx((east, north))
    assert one.area.area == pytest.approx(696.6 * 1112.6, rel=0.01)


@pytest.mark.parametrize("content", [collection(feature()), collection(feature()).decode()])
def test_bytes_or_text_with_any_line_ends(content: bytes | str) -> None:
    assert len(parse_geojson(content).features) == 1
    if isinstance(content, bytes):
        assert len(parse_geojson(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")).features) == 1


def test_heights_are_dropped_holes_and_parts_kept() -> None:
    heights = [[*SQUARE[0], 12.5], *SQUARE[1:-1], [*SQUARE[0], 3]]
    parts = {"type": "MultiPolygon", "coordinates": [[heights, HOLE], [moved(SQUARE, 0.1)]]}
    (one,) = parse_geojson(collection(feature(parts))).features
    assert not one.area.has_z
    assert [len(part.interiors) for part in one.area.geoms] == [1, 0]


def test_the_order_of_points_and_of_members_does_not_matter() -> None:
    features = json.dumps([feature(polygon(SQUARE[::-1]))])
    found = parse_geojson(f'{{"features": {features}, "type": "FeatureCollection"}}')
    assert (codes(found), len(found.features)) == ([], 1)


@pytest.mark.parametrize("properties", [None, {}])
def test_properties_may_be_empty(properties: Any) -> None:
    found = parse_geojson(collection({**feature(), "properties": properties}))
    assert (codes(found), dict(found.features[0].properties)) == ([], {})


FAULTY: dict[str, tuple[Any, str, str]] = {
    "no geometry": (None, "no-geometry", "has no geometry"),
    "a point": ({"type": "Point", "coordinates": [0.5, 51.3]}, "not-an-area", '"Point"'),
    "a line": ({"type": "LineString", "coordinates": SQUARE}, "not-an-area", '"LineString"'),
    "a mixture": ({"type": "GeometryCollection", "geometries": []}, "not-an-area", "GeometryCollection"),
    "no type": ({"coordinates": [SQUARE]}, "not-an-area", '"None"'),
    "no rings": ({"type": "Polygon", "coordinates": []}, "empty-shape", "no points"),
    "a ring without points": (polygon([]), "empty-shape", "no points"),
    "a part without rings": ({"type": "MultiPolygon", "coordinates": [[SQUARE], []]}, "empty-shape", "no points"),
    "no coordinates": ({"type": "Polygon"}, "odd-coordinates", "not lists of points"),
    "a polygon too shallow": ({"type": "Polygon", "coordinates": SQUARE}, "odd-coordinates", "not lists of points"),
    "a polygon too deep": (polygon([[SQUARE]]), "odd-coordinates", "not lists of points"),
    "a number for points": (polygon([1, 2, 3, 4]), "odd-coordinates", "not lists of points"),
    "one number a point": (polygon([[0.5], [0.6], [0.7], [0.5]]), "odd-coordinates", "not lists of points"),
    "an open ring": (polygon(SQUARE[:-1]), "open-ring", "begins at 0.53, 51.37"),
    "an open hole": (polygon(SQUARE, HOLE[:-1]), "open-ring", "begins at 0.532, 51.372"),
    "three points": (polygon([SQUARE[0], SQUARE[1], SQUARE[0]]), "short-ring", "fewer than four"),
    "text": (polygon(first_point("0.53")), "not-a-number", '"0.53" is text'),
    "nothing": (polygon(first_point(None)), "not-a-number", "another kind"),
    "true": (polygon(first_point(True)), "not-a-number", "another kind"),
    "NaN": (polygon(first_point(_NAN)), "not-a-number", "NaN or Infinity"),
    "Infinity": (polygon(first_point(-_INFINITY)), "not-a-number", "NaN or Infinity"),
    "a huge number": (polygon(first_point(10**400)), "not-a-number", "NaN or Infinity"),
    "a bow tie": (polygon([SQUARE[n] for n in (0, 2, 1, 3, 0)]), "crossing-outline", "crosses itself (near longitude 0.53"),
    "a hole outside": (polygon(SQUARE, moved(HOLE, 1.0)), "crossing-outline", "A hole lies outside"),
    "a hole in a hole": (
        polygon(SQUARE, [[0.531, 51.371], [0.539, 51.371], [0.539, 51.379], [0.531, 51.379], [0.531, 51.371]], HOLE),
        "crossing-outline",
        "inside another hole",
    ),
    "no width": (polygon([SQUARE[0], SQUARE[1], SQUARE[1], SQUARE[0]]), "crossing-outline", "outline"),
    "latitude first": (polygon([point[::-1] for point in SQUARE]), "swapped-axes", "Latitude comes first here (51.37, 0.53)"),
    "metres": (polygon(moved(SQUARE, 576_000, 166_000)), "grid-metres", "These are National Grid metres (576001, 166051)"),
    "metres, northing first": (polygon(moved(SQUARE, 166_000, 576_000)), "grid-metres", "National Grid metres"),
    "web map metres": (polygon(moved(SQUARE, 59_000, 6_680_000)), "web-map-metres", "metres of a web map"),
    "France": (polygon(moved(SQUARE, 2.0, -3.0)), "not-in-britain", "The point 2.53, 48.37 is not in Great Britain."),
    "one point away": (polygon(first_point(12.0)), "not-in-britain", "The point 12, 51.37"),
    "no numbers of this world": (polygon(moved(SQUARE, 9e9)), "not-in-britain", "not in Great Britain"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_shapes(name: str) -> None:
    geometry, code, says = FAULTY[name]
    found = parse_geojson(collection(feature(), {**feature(), "geometry": geometry}))
    (said,) = found.faults
    assert (said.at, said.fault.code) == (("features", 1), code)
    assert (said.fault.line, said.fault.column) == (4, 1)
    assert says in said.fault.message
    assert said.fault.message.endswith(".")
    assert said.fault.hint.endswith((".", "]"))
    assert [one.number for one in found.features] == [0]


def test_what_is_wrong_with_the_whole_file_is_said_once() -> None:
    metres = feature(polygon(moved(SQUARE, 576_000, 166_000)))
    found = parse_geojson(collection(*[metres] * 30, crs={"properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}))
    assert codes(found) == ["other-grid"]
    assert "EPSG::27700" in found.faults[0].fault.message
    assert codes(parse_geojson(collection(*[metres] * 30))) == ["grid-metres"]


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "WGS 84"]
)
def test_naming_the_right_grid_is_no_fault(name: str) -> None:
    found = parse_geojson(collection(feature(), crs={"type": "name", "properties": {"name": name}}))
    assert codes(found) == []


@pytest.mark.parametrize(
    "crs", ["x", [], {}, {"properties": []}, {"properties": {"name": 3}}, {"properties": {"name": "EPSG:3857"}}]
)
def test_naming_another_grid_is_one(crs: Any) -> None:
    assert codes(parse_geojson(collection(feature(), crs=crs))) == ["other-grid"]


NOT_READ: dict[str, tuple[str, str, tuple[int, int]]] = {
    "": ("not-geojson", "empty", (1, 1)),
    " \n": ("not-geojson", "empty", (1, 1)),
    "[]": ("not-geojson", "not GeoJSON", (1, 1)),
    "postcode,gss\n": ("not-geojson", "not GeoJSON", (1, 1)),
    "{}": ("not-geojson", "not a collection", (1, 1)),
    '{"type": "Feature", "features": []}': ("not-geojson", "not a collection", (1, 1)),
    '{"type": "FeatureCollection"}': ("not-geojson", "not a collection", (1, 1)),
    '{"type": "FeatureCollection", "features": {}}': ("not-geojson", "not a collection", (1, 1)),
    '{"type": "FeatureCollection", "features": []}': ("no-features", "no shape", (1, 1)),
    '{"type": "FeatureCollection", "features": [\n  ]': ("not-json", "bracket is missing", (2, 4)),
    '{"type": "FeatureCollection" "features": []}': ("not-json", "bracket is missing", (1, 30)),
    "{'type': 1}": ("not-json", "double quotes", (1, 2)),
    '{"type" 1}': ("not-json", "no colon", (1, 9)),
    '{"type": "Feature\n"}': ("not-json", "line break", (1, 18)),
    '{"type": "Feature}': ("not-json", "never closed", (1, 10)),
    '{"type": "\\x"}': ("not-json", "backslash", (1, 11)),
    '{"type": }': ("not-json", "value is missing", (1, 10)),
    '{"type": ' + "9" * 5000 + "}": ("not-json", "thousands of digits", (1, 10)),
    '{"type": 1,\n"type": 2}': ("duplicate-key", '"type"', (2, 9)),
    '{"type": {"a": 1, "a": 2}}': ("duplicate-key", '"a"', (1, 10)),
    '{"type": ' + "[" * 100_000: ("too-deep", "nested too deeply", (1, 10)),
    '{"type": ' + '{"a":' * 100_000: ("too-deep", "nested too deeply", (1, 10)),
}


@pytest.mark.parametrize("text", NOT_READ, ids=lambda text: text[:40])
def test_what_cannot_be_read(text: str) -> None:
    code, says, place = NOT_READ[text]
    (said,) = parse_geojson(text).faults
    assert (said.at, said.fault.code, said.fault[1:3]) == ((), code, place)
    assert says in said.fault.message


@pytest.mark.parametrize(
    ("content", "code"),
    [(b'{"type": "caf\xe9"}', "encoding"), (b"\xff\xfe{\0}\0", "encoding"), (b'{"a": "\0"}', "not-text")],
)
def test_what_is_no_text(content: bytes, code: str) -> None:
    assert codes(parse_geojson(content)) == [code]


def test_a_file_cut_short_names_the_feature_it_breaks_off_in() -> None:
    content = collection(feature(), feature())
    found = parse_geojson(content[:-30])
    (said,) = found.faults
    assert (said.at, said.fault.code, said.fault.line) == (("features", 1), "not-json", 4)
    assert len(found.features) == 1
    assert codes(parse_geojson(content + b"x")) == ["not-json"]


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        (None, "not-a-feature"),
        (3, "not-a-feature"),
        ({}, "not-a-feature"),
        (polygon(), "not-a-feature"),
        ({**feature(), "properties": [1]}, "odd-properties"),
    ],
)
def test_what_is_no_feature(odd: Any, code: str) -> None:
    assert codes(parse_geojson(collection(feature(), odd))) == [code]


def test_a_hundred_faults_are_enough() -> None:
    found = parse_geojson('{"type": "FeatureCollection", "features": [' + "1," * 1_000_000 + "1]}")
    assert len(found.faults) == FAULT_LIMIT
    assert codes(found)[-1] == "too-many-faults"


def test_limits() -> None:
    two = collection(feature(), feature(polygon(SQUARE, HOLE)))
    assert codes(parse_geojson(two, Limits(2, 14))) == []
    assert codes(parse_geojson(two, Limits(2, 13))) == ["too-many-points"]
    assert codes(parse_geojson(two, Limits(1, 14))) == ["too-many-features"]
    assert [len(parse_geojson(two, limits).features) for limits in (Limits(2, 13), Limits(1, 14))] == [1, 1]


def _comb(teeth: int, length: float) -> list[list[float]]:
    """An outline of so many teeth, each so long in degrees, across a tenth of a degree."""
    width = 0.1 / teeth
    points = [[0.5, 51.3]]
    for tooth in range(teeth):
        west = 0.5 + tooth * width
        points += [[west, 51.31 + length], [west + width / 2, 51.31 + length], [west + width / 2, 51.31]]
        points += [[west + width, 51.31]]
    return [*points, [0.6, 51.3], [0.5, 51.3]]


def test_an_outline_without_end_is_no_shape() -> None:
    assert codes(parse_geojson(collection(feature(polygon(_comb(300, 0.1)))))) == ["outline-too-long"]
    assert codes(parse_geojson(collection(feature(polygon(_comb(300, 0.001)))))) == []


def test_the_line_is_counted_once_whatever_the_length_of_the_file() -> None:
    """Twice the features take about twice the time, on one line or on many."""
    took = []
    for number in (200, 800):
        text = collection(*[feature()] * number).decode().replace("\n", " ")
        start = time.process_time()
        assert parse_geojson(text).features[-1].spot.line == 1
        took.append(time.process_time() - start)
    assert took[1] < 12 * took[0]


@given(st.binary(max_size=200))
def test_any_bytes_end_in_faults(content: bytes) -> None:
    assert parse_geojson(content).faults


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)
_NEARLY = st.sampled_from(
    [polygon(), SQUARE, SQUARE[0], [SQUARE], feature(), {"type": "MultiPolygon", "coordinates": []}]
)


@given(
    st.lists(_JSON | _NEARLY | st.builds(lambda one: {**feature(), "geometry": one}, _JSON | _NEARLY), max_size=3)
)
def test_any_json_in_the_place_of_features_ends_in_faults_or_shapes(features: list[Any]) -> None:
    found = parse_geojson(collection(*features))
    assert len(found.faults) + len(found.features) == max(len(features), 1)


@given(st.lists(st.lists(_JSON | st.just(SQUARE[0]), max_size=5) | st.just(SQUARE), max_size=3))
def test_any_coordinates_end_in_faults_or_a_shape(rings: list[Any]) -> None:
    found = parse_geojson(collection(feature(polygon(*rings))))
    assert len(found.faults) + len(found.features) == 1


@given(st.lists(st.tuples(st.floats(0.5, 0.6), st.floats(51.3, 51.4)), min_size=3, max_size=12))
def test_what_is_read_is_valid(points: list[tuple[float, float]]) -> None:
    for one in parse_geojson(collection(feature(polygon([*points, points[0]])))).features:
        assert one.area.is_valid
        assert one.area.area > 0


@needs_real_data
@pytest.mark.parametrize(
    ("name", "features", "square_kilometres"),
    [
        ("medway-wards-2023", 24, 269),
        ("medway-wards-2013", 22, 193),
        ("tonbridge-and-malling-wards-2013", 26, 240),
    ],
)
def test_real_boundaries_are_read_whole(name: str, features: int, square_kilometres: int) -> None:
    found = parse_geojson((REAL / "boundaries" / f"{name}.geojson").read_bytes())
    assert (codes(found), len(found.features)) == ([], features)
    assert sum(one.area.area for one in found.features) / 1e6 == pytest.approx(square_kilometres, abs=1)
