"""Every kind of page by keyboard alone: Tab from stop to stop, the skip link, no key that acts unasked."""

import itertools
import string
from typing import Any

import pytest
from playwright.sync_api import Page

from .built import BuiltSite
from .kinds import READABLE_KINDS, samples_of
from .visiting import State, Visitor, read_script

KEYBOARD = read_script("keyboard.js")
# Both widths and both schemes; the four together would show no focus that these do not.
SCREENS = (State(320, bypass_csp=True), State(1280, "dark", bypass_csp=True))


def open_for_keyboard(visitor: Visitor, address: str, state: State) -> Page:
    tab = visitor.open(address, state)
    tab.evaluate(KEYBOARD)
    return tab


def walk(tab: Page, stop_count: int) -> list[dict[str, Any]]:
    """The stops met by pressing Tab until the focus leaves the page, comes round again, or stays."""
    met: list[dict[str, Any]] = []
    for _ in range(stop_count + 10):
        tab.keyboard.press("Tab")
        stop = tab.evaluate("pactKeyboard.stop()")
        if stop is None or (met and stop == met[0]):
            break
        met.append(stop)
    return met


def faults_of_walk(expected: list[str], met: list[dict[str, Any]]) -> list[str]:
    """What a person on the keyboard would stumble over."""
    places = [stop["place"] for stop in met if stop["place"] >= 0]
    faults = [f"{stop['name']} {fault}" for stop in met for fault in stop["faults"]]
    missed = [name for place, name in enumerate(expected) if place not in places]
    faults += [f"{name} is never reached by Tab" for name in missed[:5]]
    if len(met) > len(expected) + 5:
        faults.append(f"the focus is trapped: after {len(met)} presses it is on {met[-1]['name']}")
    faults += [
        f"{expected[after]} comes after {expected[before]} by Tab, but before it in the page"
        for before, after in itertools.pairwise(places)
        if after < before
    ]
    return faults


@pytest.mark.parametrize("state", SCREENS, ids=str)
@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_tab_reaches_everything_in_order_and_in_sight(
    site: BuiltSite, visitor: Visitor, kind: str, state: State
) -> None:
    page = samples_of(site, kind)[0]
    tab = open_for_keyboard(visitor, page.address, state)
    expected = tab.evaluate("pactKeyboard.start()")
    faults = faults_of_walk(expected, walk(tab, len(expected)))
    assert not faults, f"{page.address} at {state}:\n  " + "\n  ".join(faults[:20])


@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_the_first_stop_skips_to_the_content(site: BuiltSite, visitor: Visitor, kind: str) -> None:
    page = samples_of(site, kind)[0]
    tab = open_for_keyboard(visitor, page.address, State(320, bypass_csp=True))
    tab.evaluate("pactKeyboard.start()")
    skip = tab.evaluate("pactKeyboard.skipLink()")
    assert skip["exists"], f"{page.address}: the first stop leads to {skip['to']!r}, no part of this page."
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    target = skip["to"].removeprefix("#")
    reached = tab.evaluate("pactKeyboard.stop()")
    assert tab.evaluate("id => pactKeyboard.isPast(id)", target), (
        f"{page.address}: after the skip link, Tab goes to {reached}, which comes before #{target}."
    )


@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_no_single_key_does_anything(site: BuiltSite, visitor: Visitor, kind: str) -> None:
    page = samples_of(site, kind)[0]
    tab = open_for_keyboard(visitor, page.address, State(1280, bypass_csp=True))
    tab.evaluate("pactKeyboard.start(); pactKeyboard.watch()")
    before = tab.url
    for key in string.ascii_lowercase + string.digits + "/?.,;[]+-":
        tab.keyboard.press(key)
    assert tab.url == before, f"{page.address}: a key alone leads to {tab.url}"
    assert tab.evaluate("window.pactChanges") == [], page.address
