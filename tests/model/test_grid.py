"""The National Grid against points that Ordnance Survey publishes."""

import numpy as np
import pytest

from pact_directory.model.grid import _project, _unproject, to_grid, to_wgs84

# The worked example of the projection, in "A guide to coordinate systems in Great Britain": OSGB36 all through.
_EXAMPLE = {"lat": 52 + 39 / 60 + 27.2531 / 3600, "lon": 1 + 43 / 60 + 4.5177 / 3600}
_EXAMPLE_GRID = (651_409.903, 313_177.270)
# Test points of OSTN15, Ordnance Survey's own definition: latitude and longitude (ETRS89, within a metre of
# WGS 84), easting, northing. From Scilly to Shetland.
_POINTS = {
    "TP01": (49.92226393730, -6.29977752014, 91492.146, 11318.804),
    "TP02": (49.96006137820, -5.20304609998, 170370.718, 11572.405),
    "TP03": (50.43885825610, -4.10864563561, 250359.811, 62016.569),
    "TP05": (50.93127937910, -1.45051433700, 438710.920, 114792.250),
    "TP07": (51.37447025550, 1.44454730409, 639821.835, 169565.858),
    "TP09": (51.48936564950, -0.11992557180, 530624.974, 178388.464),
    "TP10": (51.85890896400, -4.30852476960, 241124.584, 220332.641),
    "TP11": (51.89436637350, 0.89724327012, 599445.590, 225722.826),
    "TP20": (53.80021519630, -1.66379168242, 422242.186, 433818.701),
    "TP30": (57.48625000720, -4.21926398555, 267056.768, 846176.972),
    "TP40": (60.13308091660, -2.07382822798, 395999.668, 1138728.951),
}
_NEAR_MEDWAY = ("TP07", "TP09", "TP11")
_named = pytest.mark.parametrize("name", list(_POINTS))


def test_the_projection_gives_the_published_example() -> None:
    easting, northing = _project(np.radians(_EXAMPLE["lon"]), np.radians(_EXAMPLE["lat"]))
    assert (easting, northing) == pytest.approx(_EXAMPLE_GRID, abs=0.001)


def test_the_projection_is_undone() -> None:
    longitude, latitude = _unproject(*(np.asarray(value) for value in _EXAMPLE_GRID))
    assert np.degrees(longitude) == pytest.approx(_EXAMPLE["lon"], abs=1e-8)
    assert np.degrees(latitude) == pytest.approx(_EXAMPLE["lat"], abs=1e-8)


@_named
def test_the_grid_is_right_to_five_metres(name: str) -> None:
    latitude, longitude, easting, northing = _POINTS[name]
    found = to_grid(longitude, latitude)
    assert np.hypot(found[0] - easting, found[1] - northing) < 5


@pytest.mark.parametrize("name", _NEAR_MEDWAY)
def test_the_grid_is_right_to_three_metres_in_the_south_east(name: str) -> None:
    latitude, longitude, easting, northing = _POINTS[name]
    found = to_grid(longitude, latitude)
    assert np.hypot(found[0] - easting, found[1] - northing) < 3


@_named
def test_longitude_and_latitude_are_right_to_five_metres(name: str) -> None:
    latitude, longitude, easting, northing = _POINTS[name]
    found = to_wgs84(easting, northing)
    across = (found[0] - longitude) * 111_320 * np.cos(np.radians(latitude))
    along = (found[1] - latitude) * 111_320
    assert np.hypot(across, along) < 5


@pytest.mark.parametrize(
    ("west", "south", "east", "north", "most"),
    [
        pytest.param(540_000, 120_000, 640_000, 190_000, 0.0015, id="Kent and Medway"),
        pytest.param(80_000, 5_000, 660_000, 1_215_000, 0.003, id="Great Britain"),
    ],
)
def test_there_and_back_is_the_same_place(west: int, south: int, east: int, north: int, most: float) -> None:
    eastings, northings = np.meshgrid(np.linspace(west, east, 40), np.linspace(south, north, 40))
    back = to_grid(*to_wgs84(eastings, northings))
    assert np.max(np.hypot(back[0] - eastings, back[1] - northings)) < most


def test_one_point_and_many_give_the_same() -> None:
    latitude, longitude, *_ = np.array(list(_POINTS.values())).T
    together = to_grid(longitude, latitude)
    for index, (north, east, *_rest) in enumerate(_POINTS.values()):
        alone = to_grid(east, north)
        assert (alone[0], alone[1]) == pytest.approx((together[0][index], together[1][index]), abs=1e-6)
