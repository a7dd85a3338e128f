"""The small map of newsletters: black and white, complete in itself, and the same whatever meetings come."""

from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from pact_directory.publish.paper.printing import Printer
from pact_directory.publish.press import make_environment
from pact_directory.views.index import Index
from pact_directory.views.map_parts import AreaMap
from pact_directory.views.maps import pact_map
from tests.publish.paper.samples import a_sheet
from tests.publish.rendering import directory

TEMPLATE = '{% from "parts/paper_map.html" import paper_map %}<div>{{ paper_map(map, name) }}</div>'


@cache
def _map(pact_id: str) -> AreaMap:
    index = Index(directory())
    found = pact_map(index, directory().pact_by_id[pact_id])
    assert found is not None
    return replace(found, points=())


def _drawn(shown: AreaMap, name: str = "Where it is") -> ElementTree.Element:
    html = make_environment().from_string(TEMPLATE).render(map=shown, name=name)
    return ElementTree.fromstring(html.replace("&nbsp;", " "))


@pytest.fixture(scope="module", params=["luton", "gillingham-high-street", "medway-forum"])
def shown(request: pytest.FixtureRequest) -> AreaMap:
    if request.param not in directory().pact_by_id:
        pytest.skip(f"the record has no {request.param}")
    return _map(request.param)


def test_it_needs_no_style_and_no_colour(shown: AreaMap) -> None:
    colours = set()
    for one in _drawn(shown).iter():
        assert one.tag != "style"
        if one.tag in {"path", "text"}:
            assert one.get("class") is None
            colours |= {one.get("fill"), one.get("stroke")}
    assert colours <= {None, "none", "#fff", "#000", "#cfcfcf", "#e6e6e6"}


def test_what_has_only_a_number_has_its_name_below(shown: AreaMap) -> None:
    drawn = _drawn(shown)
    numbers = {one.text for one in drawn.iter("tspan") if one.text and one.text.isdigit()}
    below = "".join(one.text or "" for one in drawn.iter("p"))
    names = {str(area.number): area.line.ward.name for area in shown.areas}
    for number in numbers:
        assert f"{number}\u00a0{names[number]}" in below
    assert bool(below) == bool(numbers)


def test_it_has_a_name_and_its_name_lets_no_markup_in() -> None:
    drawn = _drawn(_map("luton"), "<b>Luton</b>")
    [picture] = drawn.iter("svg")
    assert picture.get("role") == "img"
    assert [one.text for one in picture.iter("title")] == ["<b>Luton</b>"]


def test_it_is_printed_without_complaint(shown: AreaMap) -> None:
    html = make_environment().from_string(TEMPLATE).render(map=shown, name="Where it is")
    printed = Printer().print_sheet(a_sheet(f"<h1>A paper</h1><div style='width: 50mm'>{html}</div>"))
    assert (printed.sides, printed.room, printed.said) == (1, 0, ())


def test_the_same_map_is_drawn_once() -> None:
    draw = make_environment().globals["draw"]
    one, other = _map("luton"), replace(_map("luton"))
    assert draw(one, "paper") is draw(other, "paper")  # type: ignore[operator]
    assert draw(one, "paper") is not draw(one)  # type: ignore[operator]
    assert draw(replace(one, areas=one.areas[:1]), "paper") is not draw(one, "paper")  # type: ignore[operator]
