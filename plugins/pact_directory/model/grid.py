"""The National Grid (OSGB36, EPSG:27700) and longitude and latitude (WGS 84), each from the other.

Ordnance Survey's own formulas ("A guide to coordinate systems in Great Britain"): the transverse Mercator
projection of Airy's ellipsoid, and the seven numbers that move one datum to the other. The move is good to
about 5 metres anywhere in Great Britain, and to 2 in most of it; nothing here needs more.

Functions take and give numbers or numpy arrays of one shape. Eastings come before northings and longitude
before latitude, as in GeoJSON; angles are degrees, the rest metres.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# Semi-axes of the ellipsoids, in metres.
_AIRY = (6_377_563.396, 6_356_256.909)
_WGS84 = (6_378_137.000, 6_356_752.314_245)
# The projection: scale on the central meridian, true origin (degrees) and false origin (metres).
_SCALE = 0.999_601_271_7
_ORIGIN_LAT, _ORIGIN_LON = np.radians(49.0), np.radians(-2.0)
_FALSE_EAST, _FALSE_NORTH = 400_000.0, -100_000.0
# From WGS 84 to OSGB36: a shift in metres, a scale in parts per million, turns in seconds of arc.
_SHIFT = np.array([-446.448, 125.157, -542.060])
_PER_MILLION = 20.4894
_TURNS = (-0.1502, -0.2470, -0.8421)
_CLOSE_ENOUGH = 1e-5
"""Metres, and far less than a metre in radians: where iterations stop."""


def to_grid(longitude: Any, latitude: Any) -> tuple[Numbers, Numbers]:
    """Easting and northing of points given in WGS 84."""
    place = _to_cartesian(np.radians(longitude), np.radians(latitude), _WGS84)
    return _project(*_to_angles(_move(place), _AIRY))


def to_wgs84(easting: Any, northing: Any) -> tuple[Numbers, Numbers]:
    """Longitude and latitude, in WGS 84, of points on the National Grid."""
    place = _to_cartesian(*_unproject(np.asarray(easting, float), np.asarray(northing, float)), _AIRY)
    longitude, latitude = _to_angles(_move_back(place), _WGS84)
    return np.degrees(longitude), np.degrees(latitude)


def _eccentricity(axes: tuple[float, float]) -> float:
    """The square of an ellipsoid's eccentricity."""
    return 1 - (axes[1] / axes[0]) ** 2


def _to_cartesian(longitude: Numbers, latitude: Numbers, axes: tuple[float, float]) -> Numbers:
    e2 = _eccentricity(axes)
    radius = axes[0] / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    across = radius * np.cos(latitude)
    return np.stack([across * np.cos(longitude), across * np.sin(longitude), radius * (1 - e2) * np.sin(latitude)])


def _to_angles(place: Numbers, axes: tuple[float, float]) -> tuple[Numbers, Numbers]:
    e2 = _eccentricity(axes)
    x, y, z = place
    across = np.hypot(x, y)
    latitude = np.arctan2(z, across * (1 - e2))
    for _ in range(6):  # each step is about 150 times closer than the last
        radius = axes[0] / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
        latitude = np.arctan2(z + e2 * radius * np.sin(latitude), across)
    return np.arctan2(y, x), latitude


def _turning() -> Numbers:
    """The seven-parameter move as a matrix: small turns about each axis, and the change of scale."""
    x, y, z = np.radians(np.array(_TURNS) / 3600)
    scale = 1 + _PER_MILLION / 1e6
    return np.array([[scale, -z, y], [z, scale, -x], [-y, x, scale]])


def _move(place: Numbers) -> Numbers:
    shift = _SHIFT.reshape(3, *[1] * (place.ndim - 1))
    return shift + np.tensordot(_turning(), place, axes=1)


def _move_back(place: Numbers) -> Numbers:
    shift = _SHIFT.reshape(3, *[1] * (place.ndim - 1))
    return np.tensordot(np.linalg.inv(_turning()), place - shift, axes=1)


def _meridian(latitude: Numbers) -> Numbers:
    """The distance along the central meridian from the true origin, times the scale."""
    a, b = _AIRY
    n = (a - b) / (a + b)
    less, more = latitude - _ORIGIN_LAT, latitude + _ORIGIN_LAT
    terms = (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
        - (3 * n + 3 * n**2 + 2.625 * n**3) * np.sin(less) * np.cos(more)
        + 1.875 * (n**2 + n**3) * np.sin(2 * less) * np.cos(2 * more)
        - 35 / 24 * n**3 * np.sin(3 * less) * np.cos(3 * more)
    )
    return np.asarray(b * _SCALE * terms)


def _radii(latitude: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The radii of curvature across and along the meridian, times the scale, and eta squared."""
    e2 = _eccentricity(_AIRY)
    bend = 1 - e2 * np.sin(latitude) ** 2
    across = _AIRY[0] * _SCALE / np.sqrt(bend)
    along = across * (1 - e2) / bend
    return across, along, across / along - 1


def _project(longitude: Numbers, latitude: Numbers) -> tuple[Numbers, Numbers]:
    nu, _, eta2 = _radii(latitude)
    sin, cos, tan2 = np.sin(latitude), np.cos(latitude), np.tan(latitude) ** 2
    away = longitude - _ORIGIN_LON
    nu_rho = 1 + eta2
    northing = (
        _meridian(latitude)
        + _FALSE_NORTH
        + nu / 2 * sin * cos * away**2
        + nu / 24 * sin * cos**3 * (5 - tan2 + 9 * eta2) * away**4
        + nu / 720 * sin * cos**5 * (61 - 58 * tan2 + tan2**2) * away**6
    )
    easting = (
        _FALSE_EAST
        + nu * cos * away
        + nu / 6 * cos**3 * (nu_rho - tan2) * away**3
        + nu / 120 * cos**5 * (5 - 18 * tan2 + tan2**2 + 14 * eta2 - 58 * tan2 * eta2) * away**5
    )
    return easting, northing


def _unproject(easting: Numbers, northing: Numbers) -> tuple[Numbers, Numbers]:
    latitude = _foot_latitude(northing)
    nu, rho, eta2 = _radii(latitude)
    tan, tan2, sec = np.tan(latitude), np.tan(latitude) ** 2, 1 / np.cos(latitude)
    away = easting - _FALSE_EAST
    turned = (
        latitude
        - tan / (2 * rho * nu) * away**2
        + tan / (24 * rho * nu**3) * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2) * away**4
        - tan / (720 * rho * nu**5) * (61 + 90 * tan2 + 45 * tan2**2) * away**6
    )
    longitude = (
        _ORIGIN_LON
        + sec / nu * away
        - sec / (6 * nu**3) * (nu / rho + 2 * tan2) * away**3
        + sec / (120 * nu**5) * (5 + 28 * tan2 + 24 * tan2**2) * away**5
        - sec / (5040 * nu**7) * (61 + 662 * tan2 + 1320 * tan2**2 + 720 * tan2**3) * away**7
    )
    return longitude, turned


def _foot_latitude(northing: Numbers) -> Numbers:
    """The latitude at which the central meridian has that northing."""
    radius = _AIRY[0] * _SCALE
    latitude = (northing - _FALSE_NORTH) / radius + _ORIGIN_LAT
    for _ in range(10):
        short = northing - _FALSE_NORTH - _meridian(latitude)
        latitude = latitude + short / radius
        if np.max(np.abs(short), initial=0) < _CLOSE_ENOUGH:
            break
    return np.asarray(latitude)
