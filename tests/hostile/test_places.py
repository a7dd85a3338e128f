"""Hostile tables and shapes: refused in words, in a moment, with nothing live in what is said of them."""

import json
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pact_directory.problems import Report
from pact_directory.reading import Reading, read_directory
from pact_directory.rules import check_directory
from tests.factories import AS_OF
from tests.reading.shapes_made import GSS, SQUARE, collection, feature, polygon

from .record import PAYLOADS, as_record_files, attacked

PATHS = ("postcodes.csv", "neighbours.csv", "wards.geojson", "luton/coverage.geojson")
FORMS = ("text", "github", "markdown", "json")
REFUSED = {
    "element",
    "script",
    "nul",
    "bell",
    "direction-mark",
    "lines",
    "line-separator",
    "too-long",
    "mixed-scripts",
}
A_MOMENT = 5.0
"""Processor seconds; every file here takes less than one on a machine of its own."""


def read(path: str, content: bytes) -> tuple[Reading, Report]:
    """The record with one file of places, read and checked."""
    reading = read_directory(as_record_files({**attacked({}), path: content}))
    assert reading.directory is not None
    problems = [*reading.problems, *check_directory(reading.directory, AS_OF, reading.locator)]
    return reading, Report.of(problems, AS_OF)


def cell(text: str) -> str:
    """A text as a cell of a table."""
    return '"' + text.replace('"', '""') + '"'


def written(payload: str) -> dict[str, bytes]:
    """Files with the payload wherever words can stand."""
    text = PAYLOADS[payload](1)
    return {
        "postcodes.csv": f"postcode,gss,easting,northing\n{cell(text)},{cell(text)},{cell(text)},1\n".encode(),
        "neighbours.csv": f"postcode,authority\nME5 1AA,{cell(text)}\n".encode(),
        "wards.geojson": collection(feature(gss=text), feature(), crs={"properties": {"name": text}}),
        "luton/coverage.geojson": collection(feature(name=text), attribution=text),
    }


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_said_of_it_is_harmless(payload: str) -> None:
    for path, content in written(payload).items():
        _, report = read(path, content)
        said = {form: report.explain(form) for form in FORMS}
        assert all(text.encode("utf-8") for text in said.values())
        assert "\x1b" not in "".join(said.values())
        assert "\u202e" not in said["text"]
        assert len(said["github"].splitlines()) == len(report.problems)
        assert not re.search(r"(?<!\\)<", said["markdown"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_authorities_and_attributions_are_words(payload: str) -> None:
    files = written(payload)
    directory = read("neighbours.csv", files["neighbours.csv"])[0].directory
    assert directory is not None
    names = [row.authority for row in directory.neighbours.rows]
    directory = read("luton/coverage.geojson", files["luton/coverage.geojson"])[0].directory
    assert directory is not None
    boundary = directory.folder_by_id["luton"].boundary
    names += [boundary.attribution] if boundary else []
    assert not any({"<", ">", "\n", "\0", "\x1b", "\u202e"} & set(name) for name in names)
    if payload in REFUSED - {"mixed-scripts", "lines", "too-long"}:
        assert names == []


def _fan(points: int) -> list[list[float]]:
    """A star whose every ray crosses every other."""
    rim = [[0.5 + n / points / 10, 51.3 + 0.1 * (n % 2)] for n in range(points)]
    mixed = [rim[(n * 7919) % points] for n in range(points)]
    return [*mixed, mixed[0]]


def _comb(teeth: int, *, upright: bool) -> list[list[float]]:
    points = [[0.5, 51.3]]
    for n in range(teeth):
        west = 0.5 + 0.1 * n / teeth
        points += [
            [west, 51.399],
            [west + 0.04 / teeth, 51.399],
            [west + 0.04 / teeth, 51.301],
            [west + 0.1 / teeth, 51.301],
        ]
    ring = [*points, [0.6, 51.3], [0.5, 51.3]]
    return ring if upright else [[0.5 + (y - 51.3), 51.3 + (x - 0.5)] for x, y in ring]


def _triangle(n: int) -> list[list[float]]:
    x, y = 0.3 + n % 100 / 200, 51.2 + n // 100 / 500
    return [[x, y], [x + 0.001, y], [x, y + 0.001], [x, y]]


def _codes(number: int, geometry: Any = None) -> list[dict[str, Any]]:
    return [feature(geometry or polygon(_triangle(n)), gss=f"E{n:08}") for n in range(number)]


WORST: dict[str, bytes] = {
    "a star of 19,000 rays": collection(feature(polygon(_fan(19_000)))),
    "a comb of 4,000 teeth": collection(feature(polygon(_comb(4_000, upright=True)))),
    "two combs across each other": collection(
        feature(polygon(_comb(95, upright=True))), feature(polygon(_comb(95, upright=False)), gss="E05014460")
    ),
    "a thousand shapes, one upon the other": collection(*_codes(1_000, polygon())),
    "thousands of parts": collection(
        feature({"type": "MultiPolygon", "coordinates": [[_triangle(n)] for n in range(4_900)]})
    ),
    "thousands of parts, one upon the other": collection(
        feature({"type": "MultiPolygon", "coordinates": [[SQUARE]] * 3_900})
    ),
    "thousands of holes": collection(
        feature(polygon([[0.2, 51.1], [0.9, 51.1], [0.9, 51.4], [0.2, 51.1]], *[_triangle(n) for n in range(4_900)]))
    ),
    "thousands of features": collection(*_codes(20_000)),
    "half a million points": collection(feature(polygon([[0.5 + n / 1e7, 51.3] for n in range(200_000)]))),
    "brackets": b'{"type": "FeatureCollection", "features": ' + b"[" * 2_000_000,
    "names": b'{"features": [' + b'{"a":' * 500_000,
    "nothing but commas": b'{"type": "FeatureCollection", "features": [' + b"1," * 2_000_000 + b"1]}",
    "one long word": b'{"type": "' + b"a" * 4_000_000 + b'"}',
    "one long number": b'{"type": ' + b"1" * 4_000_000 + b"}",
    "spaces": b" " * 4_000_000 + b"{",
    "line ends": b"\n" * 4_000_000 + b"{",
}  # fmt: skip


@pytest.mark.parametrize("path", ["wards.geojson", "luton/coverage.geojson"])
@pytest.mark.parametrize("name", WORST)
def test_the_worst_shapes_take_a_moment(name: str, path: str) -> None:
    start = time.process_time()
    _, report = read(path, WORST[name])
    assert time.process_time() - start < A_MOMENT
    assert len(report.problems) <= 130


TABLES: dict[str, bytes] = {
    "a long line": b"postcode,gss,easting,northing\n" + b"x" * 5_000_000,
    "quotes": b"postcode,gss,easting,northing\n" + b'"' * 5_000_000,
    "commas": b"postcode,gss,easting,northing\n" + b"," * 5_000_000,
    "empty lines": b"postcode,gss,easting,northing\n" + b"\n" * 5_000_000,
    "one fault a line": b"postcode,gss,easting,northing\n" + b"x\n" * 2_000_000,
    "one row again and again": b"postcode,gss,easting,northing\n" + b"ME4 5AA,E05014459,576500,166500\n" * 150_000,
    "words with spaces": b"postcode,authority\n" + b"ME4 5AA," + b"A a" * 1_000_000,
    "a ward of its own for each": b"postcode,gss,easting,northing\n"
    + b"".join(b"ME4 %dA%c,E%08d,576500,166500\n" % (n % 10, b"ABDEFGHJLN"[n // 10], n) for n in range(100)),
}


@pytest.mark.parametrize("name", TABLES)
def test_the_worst_tables_take_a_moment(name: str) -> None:
    for path in ("postcodes.csv", "neighbours.csv"):
        start = time.process_time()
        _, report = read(path, TABLES[name])
        assert time.process_time() - start < A_MOMENT
        assert 0 < len(report.problems) <= 130


def test_properties_nobody_asked_for_go_nowhere() -> None:
    secret = "Somebody's words"
    content = collection(feature(gss=GSS, note=secret, owner={"deep": [secret]}), note=secret)
    reading, _ = read("wards.geojson", content)
    assert reading.directory is not None
    assert secret not in repr(reading.directory.ward_shapes)
    assert all(secret not in text for text in reading.locator.texts.values())


@pytest.mark.parametrize("path", PATHS)
@settings(max_examples=30)
@given(st.binary(max_size=100))
def test_any_bytes_give_problems(path: str, content: bytes) -> None:
    reading, report = read(path, content)
    assert reading.directory is not None
    assert any(problem.path == f"pacts/{path}" for problem in report.errors)


_COORDINATES = st.floats(0.45, 0.6).flatmap(lambda x: st.tuples(st.just(x), st.floats(51.3, 51.4)))
_RINGS = st.lists(_COORDINATES.map(list), min_size=3, max_size=8).map(lambda ring: [*ring, ring[0]])


@settings(max_examples=30)
@given(st.lists(st.lists(_RINGS, min_size=1, max_size=3), min_size=1, max_size=3), st.booleans())
def test_any_shapes_are_checked_to_the_end(polygons: list[Any], indicative: bool) -> None:
    """Whatever is drawn, reading and rules come to an end, with the shipped postcodes of one ward beside it."""
    drawn = [
        feature({"type": "MultiPolygon", "coordinates": [rings]}, gss=f"E0501446{n}")
        for n, rings in enumerate(polygons)
    ]
    read("wards.geojson", collection(*drawn, indicative=indicative))
    read("luton/coverage.geojson", collection(*drawn))


def test_json_is_written_back_without_harm() -> None:
    """Lone halves of characters in names and values are said, and can be printed."""
    _, report = read("wards.geojson", collection(feature(gss="\ud800")) + b" ")
    assert json.loads(report.explain("json"))
    content = b'{"\\ud800": 1, "\\ud800": 2}'
    _, report = read("wards.geojson", content)
    assert report.explain("text").encode("utf-8")
