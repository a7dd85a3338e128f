"""The record's own shapes: codes, the head of the file, and how they come into the directory."""

from typing import Any

import pytest

from pact_directory.model.record import Origin
from pact_directory.reading.shapes import ShapesRead, read_boundary, read_ward_shapes

from .shapes_made import GSS, SQUARE, collection, feature, moved, polygon

WARDS, COVERAGE = Origin("wards.geojson"), Origin("luton/coverage.geojson")


def read(*features: Any, **head: Any) -> ShapesRead:
    return read_ward_shapes(collection(*features, **head), WARDS)


def said(found: ShapesRead) -> list[tuple[str, Any]]:
    return [(fault.code, at) for at, fault in found.faults]


def test_ward_shapes() -> None:
    found = read(
        feature(),
        feature(polygon(moved(SQUARE, 0.01)), gss="E05014460"),
        indicative=True,
        attribution="\u00a9 Ours",
    )
    assert found.file is not None
    assert (found.file.origin, found.file.indicative, found.file.attribution) == (WARDS, True, "\u00a9 Ours")
    assert list(found.file.by_gss) == [GSS, "E05014460"]
    assert [shape.at for shape in found.file.shapes] == [("features", 0), ("features", 1)]
    assert found.place.find(("features", 1, "properties", "gss")).line == 6


def test_shapes_are_official_unless_they_say_otherwise() -> None:
    found = read(feature())
    assert found.file is not None
    assert (found.file.indicative, found.file.attribution) == (False, "")


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({"name": "Luton"}, "missing"),
        ({"gss": None}, "missing"),
        ({"gss": ""}, "not-a-gss"),
        ({"gss": "e05014459"}, "not-a-gss"),
        ({"gss": 5014459}, "not-a-gss"),
        ({"gss": True}, "not-a-gss"),
        ({"gss": [GSS]}, "wrong-shape"),
        ({"gss": {"code": GSS}}, "wrong-shape"),
        ({"gss": "<b>\ud800"}, "not-a-gss"),
    ],
)
def test_every_ward_shape_has_a_code(properties: dict[str, Any], code: str) -> None:
    found = read(feature(gss="E05014460"), feature(**properties))
    assert said(found) == [(code, ("features", 1))]
    assert found.file is None


def test_a_ward_has_one_shape() -> None:
    found = read(feature(), feature(polygon(moved(SQUARE, 0.01))))
    assert said(found) == [("shape-twice", ("features", 1))]
    assert "the other is feature 1" in found.faults[0].fault.message


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ({"indicative": "true"}, "not-yes-or-no"),
        ({"indicative": 1}, "not-yes-or-no"),
        ({"indicative": None}, "not-yes-or-no"),
        ({"attribution": 3}, "wrong-shape"),
        ({"attribution": ["Ours"]}, "wrong-shape"),
        ({"attribution": "<a href=x>Ours</a>"}, "markup"),
        ({"attribution": "Ours\u202e"}, "invisible-character"),
        ({"attribution": "W" * 5000}, "too-long"),
    ],
)
def test_the_head_of_the_file(head: dict[str, Any], code: str) -> None:
    found = read(feature(), **head)
    assert said(found) == [(code, ())]
    assert found.file is None


def test_any_fault_leaves_nothing() -> None:
    found = read(feature(), feature(polygon(SQUARE[:-1]), gss="E05014460"))
    assert (found.file, said(found)) == (None, [("open-ring", ("features", 1))])


def test_a_boundary_needs_no_code() -> None:
    found = read_boundary(
        collection(feature(name="West"), feature(polygon(moved(SQUARE, 0.02)), name="East")), COVERAGE
    )
    assert found.file is not None
    assert [shape.gss for shape in found.file.shapes] == ["", ""]
    assert len(found.file.whole.geoms) == 2


def test_a_boundary_is_smaller_than_an_area() -> None:
    many = collection(*[feature()] * 101)
    assert said(read_boundary(many, COVERAGE)) == [("too-many-features", ("features", 100))]
    long = [[0.5 + n / 1e6, 51.3] for n in range(20_000)]
    found = read_boundary(collection(feature(polygon([*long, [0.5, 51.4], long[0]]))), COVERAGE)
    assert said(found) == [("too-many-points", ("features", 0))]
