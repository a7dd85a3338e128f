"""The map one can zoom: its page, its script, and where its pictures may come from."""

import gzip
import hashlib
import re
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from shapely import MultiPolygon, Point, clip_by_rect

from pact_directory.addresses import LEAFLET, MAP, MAP_FRAME, MAP_SCRIPT, PRIVACY, ZOOM_SCRIPT, ZOOM_STYLES
from pact_directory.publication import publish_directory
from pact_directory.publish.policy import headers_file
from pact_directory.publish.tiles import read_tiles
from pact_directory.publish.unsuitable import UnsuitableSettingError
from pact_directory.views.zoom import zoom_page
from tests.factories import AS_OF, a_boundary, a_directory, a_folder, a_pact, a_ward

from .rendering import PLAIN, Page, directory, text
from .test_settings_of_pages import HandWritten
from .zooming import (
    WEST,
    a_place,
    drawn_by,
    features_of,
    files_of,
    frame_of,
    script_of,
    squares,
    the_press,
    told_in,
    with_policy,
)

TILES = {"url": "https://tiles.example.org/v1/{z}/{x}/{y}.png", "attribution": "© Example Maps & friends"}
HOSTILE = "</script><script>alert(1)</script>`${alert(2)}` {{ 7*7 }} <img src=x onerror=alert(3)> '\"&lt;"
# The files of Leaflet 1.9.4 as its authors publish them.
LEAFLET_FILES = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=60)


def open_part(look: Any, of: Any = None) -> Page:
    """The part of the coverage map that leads to the map one can zoom."""
    press, _ = the_press(of or a_place(), look)
    shell = press.shell_context(MAP, kind="map")
    inside = press.environment.from_string("<!doctype html><title>x</title>{% include 'parts/zoomable.html' %}")
    return Page(MAP, "map", inside.render(**shell))


def privacy_page(look: Any) -> str:
    press, _ = the_press(a_place(), look)
    page = HandWritten("Privacy", Markup("<h1>Privacy</h1>\n<p>Words.</p>"))
    template = press.environment.get_template("shell.html")
    return Page(PRIVACY, "", template.render(page=page, **press.shell_context(PRIVACY))).words


def test_the_same_record_gives_the_same_bytes() -> None:
    assert files_of(a_place()) == files_of(a_place())


def test_every_ward_and_every_meeting_place_with_a_point_is_drawn() -> None:
    script = script_of(a_place())
    wards, edges, places = features_of(script)
    assert len(edges) == 1, "only the PACT of two wards has an edge of its own"
    told = told_in(script)
    assert {one["id"] for one in (*wards, *places)} == set(told)
    by_name = {one["name"]: one for one in told.values()}
    assert set(by_name) == {"West", "Middle", "East", "North", "The hall"}
    assert by_name["West"]["links"] == [["Luton PACT", "../../pacts/one/"]]
    assert by_name["East"]["href"] == "../../wards/east/"
    assert by_name["North"]["links"] == []


def test_points_are_longitude_and_latitude_to_five_decimals() -> None:
    wards, _, places = features_of(script_of(a_place()))
    longitude, latitude = places[0]["geometry"]["coordinates"]
    # The point's place worked out by the National Grid's own formulas.
    assert (longitude, latitude) == pytest.approx((0.5355, 51.3605), abs=0.005)
    rings = [ring for one in wards for part in one["geometry"]["coordinates"] for ring in part]
    assert len(rings) == 5, "four outer rings and a hole"
    numbers = re.findall(r"\d\.(\d+)", str(rings))
    assert max(map(len, numbers)) == 5
    assert all(ring[0] == ring[-1] for ring in rings)


def test_labels_stand_inside_their_wards() -> None:
    page = zoom_page(the_press(a_place())[1])
    assert page is not None

    for (easting, northing), ward in zip(page.labels, page.area.areas, strict=True):
        assert ward.area.buffer(-100).contains(Point(easting, northing)), ward.line.ward.name


def test_indicative_edges_are_dashed_and_said_to_be_so() -> None:
    assert "ward--indicative" in script_of(a_place())
    assert "not official" in frame_of(a_place()).words
    official = a_place(shapes=squares(indicative=False))
    assert "ward--indicative" not in script_of(official)
    assert "not official" not in frame_of(official).words


def test_the_page_says_in_words_what_the_map_shows() -> None:
    page = frame_of(a_place())
    links = {one.get("href"): one for one in page.all("a")}
    for address, name in (
        ("../../wards/west/", "West"),
        ("../../pacts/one/", "Luton PACT"),
        ("../../map/#zoom", "Back to"),
    ):
        assert text(links[address]).startswith(name)
        assert links[address].get("target") == "_top", "it would open inside the frame"
    assert "The hall" in page.words
    assert "Demonstration: the wards and postcodes are real" in page.words
    assert "Contains invented data" in page.words
    assert page.root.get("lang") == "en-GB"
    assert page.all("meta", name="viewport")[0].get("content") == "width=device-width, initial-scale=1"


def test_a_ward_covered_in_part_is_not_said_to_have_no_pact() -> None:
    part = a_pact("one", wards=[WEST], coverage={"part_of": [WEST], "boundary": "coverage.geojson"})
    west = squares().by_gss[WEST]
    half = MultiPolygon([clip_by_rect(west, west.bounds[0], west.bounds[1], west.centroid.x, west.bounds[3])])
    one = a_folder("one", pact=part, meetings=(), updates=(), newsletters=(), boundary=a_boundary(half, "one"))
    record = a_directory(one, wards=[a_ward(WEST, name="West", checked_on="2026-03-01", checked_with=["police"])])
    of = replace(publish_directory(record, {}, AS_OF), ward_shapes=squares())
    said = "Part of this ward has no PACT; the rest of it has."
    assert said in frame_of(of).words
    assert told_in(script_of(of))["ward-0"]["says"] == said


def test_the_patterns_mean_what_they_mean_on_the_map_that_stands_still() -> None:
    page = frame_of(a_place())
    patterns = {
        one.get("id"): [part.get("class") for part in one]
        for one in page.root.iter("{http://www.w3.org/2000/svg}pattern")
    }
    assert patterns["zoom-none"] == ["bare", "dots"]
    assert patterns["zoom-unchecked"] == ["bare", "strokes"]


def test_nothing_is_inline_and_everything_is_the_sites_own() -> None:
    page = frame_of(a_place())
    assert [one.get("src") for one in page.all("script")] == ["leaflet.js", "map.js"]
    assert not [one for one in page.all("script") if "".join(one.itertext()).strip()]
    assert not page.all("style")
    assert not [name for one in page.elements for name in one.attrib if name == "style" or name[:2] == "on"]
    files = files_of(a_place())
    assert "//" not in page.html.partition("<body")[0]
    for name in (ZOOM_SCRIPT, MAP_SCRIPT):
        assert not re.search(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", str(files[name])), name
    pictures = set(re.findall(r"url\(([^)]*)\)", str(files[ZOOM_STYLES]))) - {"#default#VML"}
    assert {f"{MAP_FRAME}{name}" for name in pictures} <= set(files)
    assert "@import" not in str(files[ZOOM_STYLES])
    assert {MAP_FRAME, ZOOM_SCRIPT, ZOOM_STYLES, LEAFLET, MAP_SCRIPT} <= set(files)


def test_leaflet_is_as_its_authors_published_it() -> None:
    folder = resources.files("pact_directory.publish") / "static" / "vendor" / "leaflet"
    for name, wanted in LEAFLET_FILES.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == wanted, name
    assert files_of(a_place())[LEAFLET] == (folder / "leaflet.js").read_bytes()
    assert b"BSD 2-Clause" in bytes(files_of(a_place())[MAP_FRAME + "leaflet-licence.txt"])  # type: ignore[arg-type,index]


@settings(max_examples=40)
@given(ANY_TEXT)
@example(HOSTILE)
@example("\u2028\u2029</SCRIPT")
@example("{{'x'}}")
def test_names_reach_the_script_as_text_alone(typed: str) -> None:
    name = f"West {typed}"  # wards come by name, and this one stays the last
    script = script_of(named(a_place(), name))
    told = told_in(script)
    assert [one["name"] for one in told.values()].count(name) == 2
    assert name in {link[0] for one in told.values() for link in one.get("links", ())}
    assert drawn_by(script) == drawn_by(script_of(a_place())), "a name went through folium, which runs it"
    assert not set("<>&") & set(script.partition("\n")[0])
    assert script.isascii()


def named(of: Any, name: str) -> Any:
    """The same record with one name everywhere, as no reading would let it through."""
    pacts = tuple(replace(one, facts=one.facts.model_copy(update={"name": name})) for one in of.pacts)
    wards = (of.wards[0].model_copy(update={"name": name}), *of.wards[1:])
    venues = tuple(one.model_copy(update={"name": name}) for one in of.venues)
    return replace(of, wards=wards, pacts=pacts, venues=venues)


def test_hostile_names_reach_the_page_as_text() -> None:
    of = named(a_place(shapes=squares(attribution=HOSTILE)), HOSTILE)
    page = frame_of(of, with_policy(tiles=read_tiles(TILES)))
    assert len(page.all("script")) == 2
    assert not page.all("img")
    assert page.words.count(" ".join(HOSTILE.split())) >= 4


def test_an_area_without_shapes_has_no_such_map() -> None:
    of = replace(a_place(), ward_shapes=None)
    assert files_of(of) == {}
    assert not open_part(PLAIN, of).all("a")
    assert not open_part(PLAIN, of).all("script")


def test_a_preview_leaves_it_out_and_says_so() -> None:
    look = replace(PLAIN, policy="")
    assert files_of(a_place(), look) == {}
    part = open_part(look)
    assert not part.all("a")
    assert "This preview leaves out the map you can zoom" in part.words


def test_without_scripts_the_map_is_a_link() -> None:
    part = open_part(PLAIN)
    assert [one.get("href") for one in part.all("a")] == ["../map/zoom/"]
    assert [one.get("src") for one in part.all("script")] == ["../map.js"]
    assert not part.all("iframe"), "it would be loaded by everybody"
    assert "JavaScript" in text(frame_of(a_place()).all("noscript")[0])


def test_without_a_tile_server_no_other_host_is_named() -> None:
    page = frame_of(a_place())
    policy = page.all("meta", http_equiv="Content-Security-Policy")[0].get("content", "")
    assert policy.startswith("default-src 'none'")
    assert "script-src 'self'" in policy
    assert "http" not in policy
    assert "unsafe" not in policy
    assert "http" not in headers_file()
    assert "tileLayer" not in script_of(a_place())
    assert "One exception" not in privacy_page(PLAIN)


def test_a_tile_server_is_named_wherever_it_matters() -> None:
    look = with_policy(tiles=read_tiles(TILES))
    page = frame_of(a_place(), look)
    policy = page.all("meta", http_equiv="Content-Security-Policy")[0].get("content", "")
    assert "img-src 'self' data: https://tiles.example.org;" in policy
    assert policy.count("https://") == 1
    assert "img-src 'self' data: https://tiles.example.org;" in headers_file("https://tiles.example.org")
    assert '"https://tiles.example.org/v1/{z}/{x}/{y}.png"' in script_of(a_place(), look)
    assert "© Example Maps & friends" in page.words
    assert "Opening this map asks tiles.example.org for pictures" in open_part(look).words
    assert "your browser asks tiles.example.org for pictures" in privacy_page(look)


@pytest.mark.parametrize(
    ("given_url", "said"),
    [
        ("http://tiles.example.org/{z}/{x}/{y}.png", "begins with https://"),
        ("https://{s}.example.org/{z}/{x}/{y}.png", "one host"),
        ("https://tiles.example.org/{z}/{x}.png", "must hold {z}, {x} and {y}"),
        ("https://tiles.example.org/{z}/{x}/{y}{r}.png", "no other word in braces"),
        ("https://tiles.example.org/{z}/{x}/{y}/{.png", "no other word in braces"),
        ("https://user@tiles.example.org/{z}/{x}/{y}.png", "one host"),
        ("https://tiles.example.org; script-src */{z}/{x}/{y}.png", "one host"),
        ("https://tiles.example.org/{z}/{x}/{y}.png' https://evil.example", "one host"),
        ("javascript:alert(1)//{z}{x}{y}", "begins with https://"),
        ("", "begins with https://"),
    ],
)
def test_unsuitable_tile_servers_are_refused_in_words(given_url: str, said: str) -> None:
    with pytest.raises(UnsuitableSettingError, match=re.escape(said)):
        read_tiles({"url": given_url, "attribution": "Us"})


@pytest.mark.parametrize("setting", ["https://tiles.example.org", [], {"url": "x", "key": "y"}, 7])
def test_a_tile_setting_of_another_form_is_refused(setting: Any) -> None:
    with pytest.raises(UnsuitableSettingError, match=r"mkdocs\.yml: plugins: pact_directory: tiles"):
        read_tiles(setting)


@pytest.mark.parametrize("attribution", ["", None, "<b>Us</b>", "a\nb"])
def test_the_owner_of_the_pictures_must_be_named_in_plain_words(attribution: Any) -> None:
    with pytest.raises(UnsuitableSettingError, match=r"tiles\.attribution"):
        read_tiles({"url": TILES["url"], "attribution": attribution})


@pytest.mark.skipif(not directory().ward_shapes, reason="the shipped record has no shapes")
def test_the_shipped_map_is_light() -> None:
    files = files_of(directory())
    weights = {name: len(gzip.compress(c.encode() if isinstance(c, str) else c)) for name, c in files.items()}
    assert weights[ZOOM_SCRIPT] < 25_000
    assert weights[MAP_FRAME] < 6_000
    assert sum(weights.values()) < 80_000
