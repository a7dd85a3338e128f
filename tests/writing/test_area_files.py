"""Tables and shapes of an area are written the same way every time."""

import json

import shapely

from pact_directory.model.postcodes import Neighbour, Postcode
from pact_directory.model.shapes import as_areas
from pact_directory.writing.area_files import neighbours_text, postcodes_text, shapes_text


def test_postcodes_are_in_order() -> None:
    rows = [Postcode("ME4 4AB", "E05014459", 2, 3), Postcode("ME1 1AA", "E05014460", 4, 5)]
    assert postcodes_text(rows) == "postcode,gss,easting,northing\nME1 1AA,E05014460,4,5\nME4 4AB,E05014459,2,3\n"


def test_an_authority_with_a_comma_is_quoted() -> None:
    rows = [Neighbour("SA1 1AA", "Swansea, City of"), Neighbour("DA1 1AA", "Dartford")]
    assert neighbours_text(rows) == 'postcode,authority\nDA1 1AA,Dartford\nSA1 1AA,"Swansea, City of"\n'


def test_shapes_stand_a_feature_to_a_line_in_order_of_code() -> None:
    ring = [(0.5, 51.4), (0.6, 51.4), (0.6, 51.5), (0.5, 51.4)]
    hole = [(0.55, 51.41), (0.58, 51.41), (0.58, 51.43), (0.55, 51.41)]
    areas = {
        "E05014460": shapely.MultiPolygon([shapely.Polygon(ring), shapely.box(0.7, 51.4, 0.8, 51.5)]),
        "E05014459": as_areas(shapely.Polygon(ring, [hole])),
    }
    text = shapes_text(areas, {"E05014459": "Luton", "E05014460": 'The "Hill"'}, "Ours ©", indicative=True)
    lines = text.splitlines()
    assert lines[:4] == [
        '{"type": "FeatureCollection",',
        '"indicative": true,',
        '"attribution": "Ours ©",',
        '"features": [',
    ]
    found = json.loads(text)
    assert [one["properties"] for one in found["features"]] == [
        {"gss": "E05014459", "name": "Luton"}, {"gss": "E05014460", "name": 'The "Hill"'},
    ]  # fmt: skip
    assert [one["geometry"]["type"] for one in found["features"]] == ["Polygon", "MultiPolygon"]
    assert len(found["features"][0]["geometry"]["coordinates"]) == 2
    assert len(lines) == 7


def test_official_shapes_do_not_say_that_they_are_indicative() -> None:
    areas = {"E05014459": as_areas(shapely.box(0.5, 51.4, 0.6, 51.5))}
    assert "indicative" not in json.loads(shapes_text(areas, {"E05014459": "Luton"}, "Ours", indicative=False))
