"""Names on maps as Chromium draws them: none over another, none off the map, on a phone and on a desktop."""

from typing import Any

import pytest

from .built import BuiltSite
from .kinds import pages_of
from .visiting import State, Visitor

KINDS = ("home", "map", "ward", "PACT")
# Puts the map of each page in turn into this one, and tells where its texts stand: boxes in units of the picture.
MEASURE = """async (addresses) => {
    const found = {};
    const place = document.querySelector(".mapped");
    for (const address of addresses) {
        const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
        const mapped = page.querySelector(".mapped");
        if (!mapped) continue;
        place.replaceChildren(...mapped.children);
        const sheet = place.querySelector(".map__sheet");
        const shown = (one) => one.getClientRects().length > 0;
        const boxOf = (one) => {
            const { x, y, width, height } = one.getBBox();
            return { says: one.textContent, west: x, north: y, east: x + width, south: y + height };
        };
        const edge = sheet.querySelector(".map__edge").getBBox();
        found[address] = {
            scale: sheet.getBoundingClientRect().width / sheet.viewBox.baseVal.width,
            width: sheet.viewBox.baseVal.width,
            foot: edge.y,
            names: Array.from(sheet.querySelectorAll("text:not([class])")).filter(shown).map(boxOf),
            feet: Array.from(sheet.querySelectorAll("text.map__foot")).filter(shown).map(boxOf),
            marks: Array.from(sheet.querySelectorAll(".map__venue")).filter(shown).map(boxOf),
        };
    }
    return found;
}"""
PLAY = 0.12
"""Of the height of a text: the space above and below the letters, which may meet another's."""


def faults_of(picture: dict[str, Any]) -> list[str]:
    """What stands over something else or off the picture."""
    found = []
    names = picture["names"]
    for at, one in enumerate(names):
        if one["west"] < 0 or one["east"] > picture["width"] or one["north"] < 0 or one["south"] > picture["foot"]:
            found.append(f"{one['says']!r} is off the map")
        found += [
            f"{one['says']!r} stands over {other['says']!r}"
            for other in (*names[at + 1 :], *picture["marks"])
            if meet(one, other)
        ]
    bar, arrow = picture["feet"]
    return [*found, *(["the scale runs into the arrow"] if meet(bar, arrow) else [])]


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    play = PLAY * min(one["south"] - one["north"], other["south"] - other["north"])
    across = min(one["east"], other["east"]) - max(one["west"], other["west"])
    return across > 0 and min(one["south"], other["south"]) - max(one["north"], other["north"]) > play


@pytest.mark.parametrize("width", [320, 1280])
def test_no_name_stands_over_another_or_off_the_map(site: BuiltSite, visitor: Visitor, width: int) -> None:
    tab = visitor.open("/map/", State(width, bypass_csp=True))
    addresses = [page.address for kind in KINDS for page in pages_of(site, kind)]
    pictures: dict[str, dict[str, Any]] = tab.evaluate(MEASURE, addresses)
    assert len(pictures) > 40
    faults = [f"{address}: {fault}" for address, one in pictures.items() for fault in faults_of(one)]
    assert not faults, "\n".join(faults[:20])
    for address, one in pictures.items():
        assert one["names"], address
        heights = [(name["south"] - name["north"]) * one["scale"] for name in one["names"]]
        assert min(heights) >= 12, f"{address}: letters of {min(heights):.1f} px"
