"""Maps: what the picture shows is in the list beside it, labels stand apart, shapes fit together, odd ones are drawn."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

import pytest
from shapely import MultiPolygon, Polygon, box, coverage_is_valid, union_all
from shapely.affinity import translate

from pact_directory.addresses import Address
from pact_directory.publication import PublicDirectory, publish_directory
from pact_directory.publish.maps import draw
from pact_directory.publish.maps.drawing import Drawing
from pact_directory.publish.maps.labels import Board, Label, Named
from pact_directory.publish.maps.paths import closed_path, rings_of
from pact_directory.publish.maps.scale import MILE, scale_bar
from pact_directory.publish.maps.widths import text_width
from pact_directory.views.index import Index
from pact_directory.views.map_parts import AreaMap
from pact_directory.views.maps import area_map, pact_map, ward_map
from tests.factories import (
    AS_OF,
    LUTON,
    a_boundary,
    a_directory,
    a_folder,
    a_pact,
    a_square,
    a_venue,
    a_ward,
    shapes_of,
)

from .rendering import PLAIN, Page, directory, planned, shipped_pages, text

SVG = "{http://www.w3.org/2000/svg}"
NEXT, THIRD = "E05014460", "E05014461"


def svg(tag: str) -> str:
    return f"{SVG}{tag}"


def maps_of(page: Page) -> list[Element]:
    """The elements of a page that hold a map and its list; a page has one at most."""
    return [one for one in page.root.iter("div") if "mapped" in one.get("class", "").split()]


def with_map() -> Iterator[tuple[Page, Element]]:
    for page in shipped_pages().values():
        for found in maps_of(page):
            yield page, found


def inside(element: Element, tag: str, name: str) -> list[Element]:
    return [one for one in element.iter(tag) if name in one.get("class", "").split()]


def listed(mapped: Element) -> dict[int, str]:
    """The numbered wards of the list beside a map: what begins each of its lines."""
    found = {}
    side = inside(mapped, "div", "mapped__list")[0]
    for ordered in side.iter("ol"):
        for number, line in enumerate(ordered.findall("li"), start=int(ordered.get("start", "1"))):
            assert number not in found
            found[number] = text(line[0])
    return found


def lines_of(label: Element) -> str:
    return " ".join([label.text or "", *("".join(part.itertext()) for part in label)])


def labels_of(mapped: Element, screen: str) -> list[str]:
    layer = inside(mapped, svg("g"), f"map__{screen}")[0]
    return [lines_of(one) for one in layer.findall(svg("text")) if not one.get("class")]


# What a map and its list say


def test_every_ward_and_every_pact_that_can_be_drawn_has_a_map() -> None:
    kinds = [page.kind for page, _ in with_map()]
    known = directory()
    assert kinds.count("home") == kinds.count("map") == 1
    assert kinds.count("ward") == len(known.wards)
    assert kinds.count("pact") == len(known.pacts)


def test_map_and_list_agree_on_every_page_of_the_record() -> None:
    for page, mapped in with_map():
        names = listed(mapped)
        assert sorted(names) == list(range(1, len(names) + 1)), page.address
        pictured = {one.find(svg("title")).text for one in mapped.iter(svg("a"))}  # type: ignore[union-attr]
        assert pictured == set(names.values()), page.address
        for screen in ("small", "wide"):
            said = [names[int(label)] if label.isdigit() else label for label in labels_of(mapped, screen)]
            assert sorted(said) == sorted(names.values()), f"{page.address} {screen}"


def test_links_of_map_and_list_agree() -> None:
    for page, mapped in with_map():
        pictured = {one.get("href") for one in mapped.iter(svg("a"))}
        side = inside(mapped, "div", "mapped__list")[0]
        beside = {one.get("href") for one in side.iter("a")}
        itself = {link for link in pictured if page.kind == "ward" and str(link).endswith(page.address)}
        assert pictured - beside == itself, page.address


def test_meeting_places_on_the_map_are_in_the_list() -> None:
    lettered = 0
    for page, mapped in with_map():
        marks = {one.text for one in mapped.iter(svg("text")) if one.get("class") == "map__letter"}
        places = inside(mapped, "ul", "map__places")
        beside = {text(line[0]) for place in places for line in place.findall("li")}
        assert marks == beside, page.address
        lettered += len(beside)
    assert lettered > 5


def test_the_legend_has_every_kind_of_ground_and_no_other() -> None:
    for page, mapped in with_map():
        sheet = inside(mapped, svg("svg"), "map__sheet")[0]
        kinds = {"whole", "twice", "part", "none", "unchecked", "around"}
        drawn = {one.get("class", "").removeprefix("map__") for one in sheet.iter()} & kinds
        swatches = inside(mapped, svg("svg"), "map__swatch")
        legend = {
            rect.get("class", "").removeprefix("map__") for one in swatches for rect in one.iter(svg("rect"))
        }
        assert drawn == legend, page.address


def test_patterns_that_are_used_are_there() -> None:
    for page, mapped in with_map():
        there = {one.get("id") for one in mapped.iter(svg("pattern"))}
        used = {match[1] for one in mapped.iter() if (match := re.fullmatch(r"url\(#(.+)\)", one.get("fill", "")))}
        assert used == there, page.address
        assert len(there) == len(set(there))


def test_pictures_are_hidden_from_readers_and_the_keyboard() -> None:
    for page, mapped in with_map():
        for picture in mapped.iter(svg("svg")):
            assert picture.get("aria-hidden") == "true", page.address
            assert picture.get("focusable") == "false"
        assert {one.get("tabindex") for one in mapped.iter(svg("a"))} <= {"-1"}
        assert not [one for one in mapped.iter() if one.get("style")]


def test_indicative_edges_are_said_to_be_so_beside_every_map() -> None:
    assert directory().ward_shapes is not None
    assert directory().ward_shapes.indicative  # type: ignore[union-attr]
    for page, mapped in with_map():
        assert "The dashed edges are drawn from postcodes and are not official." in text(mapped), page.address
        assert inside(mapped, "div", "map--indicative"), page.address
        assert "map__line" in "".join(one.get("class", "") for one in mapped.iter(svg("path")))


def test_the_line_the_licence_asks_for_is_on_the_coverage_map_and_one_link_away() -> None:
    for page, mapped in with_map():
        ways = [one.get("href", "") for one in mapped.iter("a")]
        assert any(way.endswith("#sources") for way in ways), page.address
        if page.kind == "map":
            assert directory().ward_shapes.attribution in page.words  # type: ignore[union-attr]
            assert page.all("h2", id="sources")


def test_the_maps_are_light() -> None:
    for page, mapped in with_map():
        sheet = page.html[page.html.index('<svg class="map__sheet"') :].partition("</svg>")[0]
        weight = len(gzip.compress(sheet.encode()))
        assert weight < (8 if page.kind in {"home", "map"} else 5) * 1024, f"{page.address}: {weight}"
        assert mapped is not None
        assert len(gzip.compress(page.html.encode())) < 20 * 1024, page.address


def test_one_area_is_about_a_kilobyte() -> None:
    index = Index(directory())
    for ward in index.wards:
        shown = ward_map(index, ward)
        assert shown is not None
        own = next(one.path for one in draw(shown).areas if one.area.own)
        assert len(gzip.compress(own.encode())) < 1024, ward.name


# The drawing


def public(ward_shapes, wards=None, **folder) -> PublicDirectory:
    """A little record with one PACT, as the public sees it."""
    one = a_folder(**{"meetings": (), "updates": (), "newsletters": (), **folder})
    known = a_directory(one, wards=wards or [a_ward()], ward_shapes=ward_shapes)
    return publish_directory(known, {}, AS_OF)


def three_wards() -> list:
    return [a_ward(), a_ward(NEXT, name="Next"), a_ward(THIRD, name="Third", checked_on=None, checked_with=[])]


def three_squares(**changes):
    return shapes_of({LUTON: a_square(), NEXT: a_square(577_000), THIRD: a_square(578_000)}, **changes)


def drawn(shown: AreaMap | None) -> Drawing:
    assert shown is not None
    return draw(shown)


def polygons(drawing: Drawing) -> dict[str, Polygon]:
    """The areas of a drawing, read back from their paths; parts and holes are told apart by size alone."""
    return {one.area.gss: union_all([Polygon(ring) for ring in read(one.path)]) for one in drawing.areas}


def read(path: str) -> list[list[tuple[int, int]]]:
    rings = []
    for part in path.split("M")[1:]:
        numbers = [int(one) for one in re.findall(r"-?\d+", part)]
        x, y = 0, 0
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def test_shapes_are_simplified_together_so_that_no_gap_opens() -> None:
    drawing = drawn(area_map(Index(directory())))
    areas = list(polygons(drawing).values())
    assert len(areas) == len(directory().wards)
    # Whole numbers may make a corner touch the line opposite: nothing a person could see.
    lost = sum(area.area for area in areas) - union_all(areas).area
    assert abs(lost) < 60
    assert union_all(areas).area > 100_000


def test_a_border_is_drawn_once() -> None:
    drawing = drawn(area_map(Index(public(three_squares(), three_wards()))))
    steps = [frozenset(step) for _, path in drawing.borders for line in read(path) for step in pairwise(line)]
    assert len(steps) == len(set(steps))
    # Three squares in a row have ten sides between them.
    assert len(steps) == 10


def test_the_edge_of_the_picture_is_no_border() -> None:
    index = Index(directory())
    cut = 0
    for ward in index.wards[:6]:
        drawing = drawn(ward_map(index, ward))
        bottom = drawing.height - drawing.strip
        assert not [step for _, path in drawing.borders for step in along_edge(path, drawing.width, bottom)]
        cut += sum(bool(along_edge(one.path, drawing.width, bottom)) for one in drawing.areas)
    assert cut


def along_edge(path: str, width: int, height: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    steps = [step for line in read(path) for step in pairwise(line)]
    return [
        (one, other)
        for one, other in steps
        if (one[0] == other[0] and one[0] in {0, width}) or (one[1] == other[1] and one[1] in {0, height})
    ]


def test_a_border_within_a_pact_is_lighter() -> None:
    both = a_pact(wards=[LUTON, NEXT])
    kinds = dict(drawn(area_map(Index(public(three_squares(), three_wards(), pact=both)))).borders)
    assert set(kinds) == {"within", "border"}


def test_the_same_record_gives_the_same_picture() -> None:
    index = Index(directory())
    assert drawn(area_map(index)).areas[3].path == drawn(area_map(Index(directory()))).areas[3].path
    first, second = drawn(area_map(index)), drawn(area_map(index))
    assert [one.labels for one in first.layers] == [one.labels for one in second.layers]
    assert first.borders == second.borders


def test_an_official_map_has_no_dashes_and_says_nothing_of_postcodes() -> None:
    official = replace(directory(), ward_shapes=replace(directory().ward_shapes, indicative=False))
    press, plan = planned(official, PLAIN)
    for one in plan:
        if one.address in {"/", "/map/", "/wards/luton/", "/pacts/luton/"}:
            html = press.page(one)
            assert "map__sheet" in html
            assert "map--indicative" not in html
            assert "drawn from postcodes" not in html


def test_wards_covered_in_part_are_hatched_until_somebody_draws_the_part() -> None:
    part = a_pact(coverage={"part_of": [LUTON]})
    undrawn = Index(public(three_squares(), three_wards(), pact=part))
    shown = pact_map(undrawn, undrawn.pacts[0])
    assert shown is not None
    assert [area.kind for area in shown.areas] == ["part", "around"]
    assert shown.grounds == ()

    bounded = a_pact(coverage={"part_of": [LUTON], "boundary": "coverage.geojson"})
    known = Index(public(three_squares(), three_wards(), pact=bounded, boundary=a_boundary()))
    shown = pact_map(known, known.pacts[0])
    assert shown is not None
    assert [area.kind for area in shown.areas] == ["outside", "around"]
    assert [ground.kind for ground in shown.grounds] == ["whole"]
    assert dict(draw(shown).borders)["own"]
    everything = area_map(known)
    assert everything is not None
    assert [area.kind for area in everything.areas] == ["none", "none", "unchecked"]


def test_ground_covered_twice_is_marked() -> None:
    other = a_folder("other", meetings=(), updates=(), newsletters=())
    one = a_folder(meetings=(), updates=(), newsletters=())
    known = publish_directory(a_directory(one, other, wards=three_wards(), ward_shapes=three_squares()), {}, AS_OF)
    shown = area_map(Index(known))
    assert shown is not None
    assert "twice" in shown.kinds
    assert [ground.kind for ground in shown.grounds] == ["twice"]


def test_a_sliver_of_an_overlap_is_none() -> None:
    east = a_pact("other", wards=[NEXT], coverage={"part_of": [NEXT], "boundary": "coverage.geojson"})
    other = a_folder(
        "other",
        pact=east,
        meetings=(),
        updates=(),
        newsletters=(),
        boundary=a_boundary(MultiPolygon([box(576_970, 166_000, 577_900, 167_000)])),
    )
    one = a_folder(meetings=(), updates=(), newsletters=())
    known = publish_directory(a_directory(one, other, wards=three_wards(), ward_shapes=three_squares()), {}, AS_OF)
    assert Index(known).coverage.overlaps == ()


# Odd records


def test_without_shapes_there_is_no_map_and_the_page_says_so() -> None:
    bare = replace(directory(), ward_shapes=None)
    index = Index(bare)
    assert area_map(index) is None
    assert all(ward_map(index, ward) is None for ward in index.wards)
    press, plan = planned(bare, PLAIN)
    pages = {one.address: press.page(one) for one in plan if one.kind in {"home", "map", "ward", "pact"}}
    assert not [address for address, html in pages.items() if "map__sheet" in html]
    assert "There is no map yet, because we have no outlines of the wards." in pages["/map/"]
    assert all(f">{ward.name.replace(chr(39), '&#39;')}</a>" in pages["/map/"] for ward in bare.wards)


def test_a_ward_without_a_shape_is_named_beside_the_map() -> None:
    index = Index(public(shapes_of({LUTON: a_square()}), three_wards(), pact=a_pact(wards=[LUTON, NEXT])))
    shown, of_pact = area_map(index), pact_map(index, index.pacts[0])
    assert shown is not None and of_pact is not None
    assert [line.ward.name for line in shown.undrawn] == ["Next", "Third"]
    assert [line.ward.name for line in of_pact.undrawn] == ["Next"]
    assert ward_map(index, index.wards[1]) is None


def odd_shapes() -> dict[str, MultiPolygon]:
    square = box(576_000, 166_000, 577_000, 167_000)
    hole = MultiPolygon([square.difference(box(576_400, 166_400, 576_600, 166_600))])
    parts = MultiPolygon([square, translate(square, 1_500)])
    return {
        "a square": MultiPolygon([square]),
        "a hole": hole,
        "two parts": parts,
        "an island far away": MultiPolygon([square, translate(square, 300_000, 200_000)]),
        "a thread": MultiPolygon([box(576_000, 166_000, 606_000, 166_003)]),
        "a speck": MultiPolygon([box(576_000, 166_000, 576_002, 166_002)]),
        "many corners": MultiPolygon([square.centroid.buffer(800, quad_segs=4_000)]),
    }


@pytest.mark.parametrize("name", odd_shapes())
def test_odd_shapes_are_drawn(name: str) -> None:
    index = Index(public(shapes_of({LUTON: odd_shapes()[name]})))
    for shown in (area_map(index), ward_map(index, index.wards[0]), pact_map(index, index.pacts[0])):
        drawing = drawn(shown)
        assert 0 < drawing.height <= 1.2 * drawing.width
        assert len("".join(one.path for one in drawing.areas)) < 25_000
        for layer in drawing.layers:
            assert [label.gss for label in layer.labels] == ([LUTON] if layer.labels else [])


def test_a_hole_stays_a_hole() -> None:
    rings = rings_of(odd_shapes()["a hole"])
    assert len(rings) == 2
    assert closed_path(rings).count("z") == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("N" * 200, "1"),
        ("Llanfairpwllgwyngyll " * 8, "1"),
        ("\u05d9\u05e8\u05d5\u05e9\u05dc\u05d9\u05dd \u05e2\u05d9\u05e8", None),
        ("\u4e2d\u592e\u533a", None),
        ("O\u2019Hara & \u201cSons\u201d", None),
    ],
)
def test_names_of_every_sort_are_written_or_become_numbers(name: str, shown: str | None) -> None:
    index = Index(public(shapes_of(), [a_ward(name=name)]))
    for layer in drawn(area_map(index)).layers:
        assert " ".join(layer.labels[0].lines) == (shown or name)


def test_three_hundred_wards_are_drawn_light() -> None:
    codes = [f"E0509{number:04d}" for number in range(300)]
    grid = {
        gss: a_square(550_000 + 1_000 * (at % 20), 140_000 + 1_000 * (at // 20)) for at, gss in enumerate(codes)
    }
    wards = [a_ward(gss, name=f"Ward {gss[-3:]}") for gss in codes]
    drawing = drawn(area_map(Index(public(shapes_of(grid), wards, pact=a_pact(wards=codes[:1])))))
    assert len(drawing.areas) == 300
    assert len("".join(one.path for one in drawing.areas)) < 12_000
    for layer in drawing.layers:
        apart(layer.labels)
    assert len(drawing.layers[1].labels) == 300


# Labels and scale


def apart(labels: tuple[Label, ...]) -> None:
    for one, other in combinations(labels, 2):
        assert box(*one.box).intersection(box(*other.box)).area == 0, f"{one.lines} stands on {other.lines}"


def test_no_label_stands_on_another_or_off_the_map() -> None:
    index = Index(directory())
    every = [
        area_map(index),
        *(ward_map(index, one) for one in index.wards),
        *(pact_map(index, one) for one in index.pacts),
    ]
    for shown in every:
        drawing = drawn(shown)
        for layer in drawing.layers:
            apart(layer.labels)
            for label in layer.labels:
                west, north, east, south = label.box
                assert (
                    west >= 0 and north >= 0 and east <= drawing.width and south <= drawing.height - drawing.strip
                )
                assert all(text_width(line) * layer.size <= east - west + 0.01 for line in label.lines)
                for mark in layer.points:
                    assert not box(*label.box).intersects(
                        box(mark.x, mark.y, mark.x, mark.y).buffer(mark.reach * 0.9)
                    )


def test_texts_can_be_read_on_a_phone() -> None:
    """A phone of 320 pixels shows a picture 288 pixels wide; a wide screen at least 520."""
    for shown in (area_map(Index(directory())), ward_map(Index(directory()), directory().wards[0])):
        drawing = drawn(shown)
        small, wide = drawing.layers
        assert small.size * 288 / drawing.width >= 12
        assert wide.size * 520 / drawing.width >= 11


def test_a_name_without_room_becomes_its_number_and_a_number_without_room_is_left_out() -> None:
    ground = MultiPolygon([box(0, 0, 60, 20)])
    long, short = Named("a", 7, "Rochester", ground), Named("b", 8, "Luton", ground)
    (label,) = Board((60, 20), 12).place([long])
    assert (label.lines, label.is_number) == (("7",), True)
    (label,) = Board((60, 20), 12).place([short])
    assert (label.lines, label.is_number) == (("Luton",), False)
    assert Board((60, 20), 12, [(0, 0, 60, 20)]).place([short]) == ()


def test_a_long_name_is_split_as_evenly_as_its_words_allow() -> None:
    ground = MultiPolygon([box(0, 0, 120, 60)])
    (label,) = Board((120, 60), 12).place([Named("a", 1, "Strood North and Frindsbury", ground)])
    assert label.lines == ("Strood North", "and Frindsbury")


@pytest.mark.parametrize(
    ("metres_a_unit", "quarters", "miles"),
    [(2, 1, 0), (5, 2, 0), (8, 4, 1), (30, 12, 3), (200, 80, 20), (0.1, 1, 0)],
)
def test_the_scale_is_a_round_number_of_miles(metres_a_unit: float, quarters: int, miles: int) -> None:
    bar = scale_bar(metres_a_unit, 250)
    assert (bar.quarters, bar.miles) == (quarters, miles)
    assert bar.length == pytest.approx(quarters * MILE / 4 / metres_a_unit, abs=1)


def test_the_scale_and_the_arrow_stand_apart_on_every_map_and_screen() -> None:
    for page, mapped in with_map():
        sheet = inside(mapped, svg("svg"), "map__sheet")[0]
        for layer in (one for one in sheet.iter(svg("g")) if one.get("class") in {"map__small", "map__wide"}):
            size = float(layer.get("font-size", "0"))
            foot = [one for one in layer.iter(svg("text")) if "map__foot" in one.get("class", "")]
            scale, north = ((float(one.get("x", "0")), text_width(text(one)) * size) for one in foot)
            assert sum(scale) < north[0] - north[1], f"{page.address} {text(foot[0])}"


def test_a_record_without_wards_says_so_and_nothing_of_gaps() -> None:
    bare = publish_directory(replace(a_directory(wards=()), folders=()), {}, AS_OF)
    press, plan = planned(bare, PLAIN)
    pages = {one.address: press.page(one) for one in plan if one.kind in {"home", "map", "wards"}}
    for address, html in pages.items():
        assert "The wards have not been put into this list yet." in html, address
    assert "PACT for all or part of it" not in pages["/map/"]
    assert "0 wards" not in pages["/wards/"]


def test_on_the_front_page_the_list_of_wards_comes_before_the_map() -> None:
    page = shipped_pages()[Address("/")]
    assert (
        page.html.index('class="finder"')
        < page.html.index('class="mapped__list')
        < page.html.index('class="mapped__map')
    )


def test_places_where_a_pact_meets_are_marked_where_they_are_known() -> None:
    hall = a_venue(easting=576_250, northing=166_750)
    one = a_folder(meetings=(), updates=(), newsletters=())
    known = a_directory(one, wards=three_wards(), ward_shapes=three_squares(), venues=[hall])
    index = Index(publish_directory(known, {}, AS_OF))
    shown = pact_map(index, index.pacts[0])
    assert shown is not None
    assert [(point.letter, point.name) for point in shown.points] == [("A", "Luton community hall")]
    (mark,) = draw(shown).layers[0].points
    luton = polygons(draw(shown))[LUTON]
    west, north, east, south = luton.bounds
    assert mark.x == pytest.approx(west + (east - west) / 4, abs=1)
    assert mark.y == pytest.approx(north + (south - north) / 4, abs=1)


def test_shapes_of_a_drawing_are_a_coverage() -> None:
    areas = list(polygons(drawn(area_map(Index(public(three_squares(), three_wards()))))).values())
    assert coverage_is_valid(areas)
