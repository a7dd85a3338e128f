"""The map one can zoom, drawn by folium: the only place that imports it, and what it writes is one script.

Folium's own page is not used: it would fetch libraries from other hosts, forbid zooming, and hold scripts and
styles that a strict policy stops. Nothing anybody typed goes through folium either: it puts text into markup,
and takes the script it made for a template once more, braces in a name and all. Shapes and points have numbers,
and `zoom.js` knows the names that belong to them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template
from folium.utilities import JsCode
from shapely import LinearRing, MultiPolygon

from ...model.grid import to_wgs84
from ...views.zoom import ZoomPage
from ..tiles import Tiles

_DECIMALS = 5
"""Of a degree: to about a metre."""
_CLOSEST = 17
_PADDING = (12, 12)
_CHOOSE = JsCode("pactZoom.describe")
_MOTIONS: Any = dict.fromkeys(
    ("zoomAnimation", "fadeAnimation", "markerZoomAnimation", "inertia"), JsCode("pactZoom.moves")
)
"""Whether anything moves by itself is decided in the browser, as the visitor asked."""


class _Map(folium.Map):
    """A map without libraries of its own: the page names ours."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own type
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class _Start(MacroElement):
    """Hands the finished map to `zoom.js`, with the places of labels."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "pactZoom.start({{ this._parent.get_name() }}, {{ this.labels|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, labels: Iterable[tuple[float, float]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.labels = [_point(*label) for label in labels]


def zoom_script(page: ZoomPage, layer_names: Mapping[str, str], tiles: Tiles | None = None) -> tuple[str, str]:
    """The id of the element the map is put into, and the script that draws it; the same bytes every time.

    The n-th ward of the page has the id `ward-n` on the map, the n-th meeting place `place-n`, from 0.
    `layer_names` are our own words for what can be taken away, `edges` and `places`.
    """
    bounds = _bounds([one.area for one in page.area.areas])
    drawn = _Map(
        location=[sum(side) / 2 for side in zip(*bounds, strict=True)],
        tiles=None,
        control_scale=True,
        zoom_control=False,
        attributionControl=False,
        maxZoom=_CLOSEST,
        zoomSnap=1 if tiles else 0.25,
        **_MOTIONS,
    )
    if tiles:
        # The page says whose pictures they are; here folium only wants to hear something.
        folium.TileLayer(tiles.url, attr=tiles.host, control=False, max_zoom=_CLOSEST).add_to(drawn)
    layers = [layer for layer in _layers(page, layer_names) if layer.data["features"]]
    for layer in layers:
        layer.add_to(drawn)
    if any(layer.control for layer in layers):
        folium.LayerControl("bottomright", collapsed=False).add_to(drawn)
    drawn.fit_bounds(bounds, padding=_PADDING)
    _Start(page.labels).add_to(drawn)
    figure = drawn.get_root()
    assert isinstance(figure, Figure)  # noqa: S101 - folium puts every map in one
    _number(figure)
    figure.render()
    return drawn.get_name(), str(figure.script.render())


def _layers(page: ZoomPage, names: Mapping[str, str]) -> Iterator[folium.GeoJson]:
    """The layers from the ground up. Those with a name can be taken away by the visitor."""
    ward = "ward ward--indicative" if page.area.indicative else "ward"
    wards, grounds, edges, places = page.area.areas, page.area.grounds, page.edges, page.places
    yield _layer(
        "ward", [_areas(one.area) for one in wards], [_filled(ward, one.kind) for one in wards], choose=True
    )
    yield _layer("ground", [_areas(one.area) for one in grounds], [_filled("ground", one.kind) for one in grounds])
    edge = {"className": "edge", "fill": False}
    yield _layer("edge", [_areas(area) for area in edges], [edge] * len(edges), names["edges"])
    spots = [{"type": "Point", "coordinates": _point(one.easting, one.northing)[::-1]} for one in places]
    place = {"className": "place", "radius": 5}
    yield _layer("place", spots, [place] * len(spots), names["places"], choose=True)


def _layer(
    what: str, geometries: list[Any], styles: list[Mapping[str, Any]], name: str = "", *, choose: bool = False
) -> folium.GeoJson:
    """A layer of features, each in its style."""
    ids = [f"{what}-{number}" for number in range(len(geometries))]
    by_id = dict(zip(ids, styles, strict=True))
    features = [
        {"type": "Feature", "id": feature_id, "properties": {}, "geometry": geometry}
        for feature_id, geometry in zip(ids, geometries, strict=True)
    ]
    return folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        style_function=lambda feature: dict(by_id[feature["id"]]),
        name=name,
        control=bool(name),
        marker=folium.CircleMarker(),
        interactive=choose,
        on_each_feature=_CHOOSE if choose else None,
    )


def _filled(names: str, kind: str) -> Mapping[str, Any]:
    # The patterns stand in the page: a fill given as an attribute finds them, one in a stylesheet may not.
    return {"className": names, "fillColor": f"url(#zoom-{kind})", "fillOpacity": 1}


def _areas(area: MultiPolygon) -> Mapping[str, Any]:
    coordinates = [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in area.geoms]
    return {"type": "MultiPolygon", "coordinates": coordinates}


def _ring(ring: LinearRing) -> list[list[float]]:
    longitudes, latitudes = to_wgs84(*ring.coords.xy)
    points = zip(longitudes.round(_DECIMALS).tolist(), latitudes.round(_DECIMALS).tolist(), strict=True)
    return [list(point) for point in points]


def _point(easting: float, northing: float) -> list[float]:
    """Latitude and longitude, as Leaflet takes them."""
    longitude, latitude = to_wgs84(easting, northing)
    return [round(float(latitude), _DECIMALS), round(float(longitude), _DECIMALS)]


def _bounds(areas: Iterable[MultiPolygon]) -> list[list[float]]:
    """The south-west and north-east corners of everything drawn."""
    edges = list(zip(*(area.bounds for area in areas), strict=True))
    return [_point(min(edges[0]), min(edges[1])), _point(max(edges[2]), max(edges[3]))]


def _number(figure: Figure) -> None:
    """Number the elements in order: their own ids are drawn by lot, and a build gives the same bytes each time."""
    waiting: list[Element] = [figure]
    number = 0
    while waiting:
        element = waiting.pop(0)
        element._id = str(number)
        number += 1
        waiting += element._children.values()
