"""The map one can zoom: opened from the coverage map, by mouse, by keyboard, without scripts, with hostile names."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

from pact_directory.addresses import ICON, STYLESHEET, Address, file_path
from pact_directory.publish.site import look
from pact_directory.publish.tiles import read_tiles
from tests.publish.test_zoomable import HOSTILE, named
from tests.publish.zooming import a_place, files_of, with_policy

from .record import keep_run
from .serving import serving
from .test_axe import RUN_AXE, describe
from .test_keyboard import faults_of_walk, open_for_keyboard, walk
from .tools import npm_package
from .visiting import SCREENS, State, Visitor, read_script

MAP, FRAME = "/map/", "/map/zoom/"
OPEN, CLOSE = "Open the map you can zoom", "Close the map you can zoom"
PHONE, DESKTOP = State(390), State(1280)
TILES = {"url": "https://tiles.example.org/{z}/{x}/{y}.png", "attribution": "© Example Maps"}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f0001050101"
    "27186b6e0000000049454e44ae426082"
)


@contextmanager
def watched(visitor: Visitor, state: State = DESKTOP) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A tab in a fresh profile, what it asks for, and what it complains about."""
    context = visitor.new_context(state)
    tab = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    tab.on("pageerror", lambda error: told.append(f"uncaught: {error}"))
    tab.on("dialog", lambda dialog: (told.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    yield tab, asked, told
    context.close()


def open_map(tab: Page) -> FrameLocator:
    """Open the map within the page; answers with its frame once it is drawn."""
    tab.get_by_role("button", name=OPEN).click()
    frame = tab.frame_locator("iframe")
    frame.locator("path.ward").first.wait_for(state="attached")
    frame.get_by_role("button", name="Zoom in").wait_for()
    return frame


def test_nothing_of_it_is_loaded_until_somebody_asks(visitor: Visitor) -> None:
    with watched(visitor) as (tab, asked, told):
        tab.goto(visitor.base + MAP, wait_until="networkidle")
        assert not [url for url in asked if "/zoom/" in url]
        assert not tab.locator("iframe").count()
        open_map(tab)
        tab.wait_for_load_state("networkidle")
        files = {url.removeprefix(visitor.base) for url in asked if "/zoom/" in url}
    assert files == {FRAME, f"{FRAME}map.css", f"{FRAME}leaflet.js", f"{FRAME}map.js"}
    assert all(url.startswith(f"{visitor.base}/") for url in asked), asked
    assert not told, told


def test_the_button_says_what_it_does_and_keeps_the_focus(visitor: Visitor) -> None:
    with watched(visitor) as (tab, _, _):
        tab.goto(visitor.base + MAP)
        button = tab.get_by_role("button", name=OPEN)
        button.focus()
        assert button.get_attribute("aria-expanded") == "false"
        tab.keyboard.press("Enter")
        close = tab.get_by_role("button", name=CLOSE)
        expect(close).to_be_focused()
        assert close.get_attribute("aria-expanded") == "true"
        assert tab.locator("iframe").get_attribute("title") == "Map of Medway you can zoom"
        tab.frame_locator("iframe").locator("path.ward").first.wait_for(state="attached")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.tagName") == "IFRAME", "the map is not the next stop"
        tab.keyboard.press("Shift+Tab")
        expect(close).to_be_focused()
        tab.keyboard.press("Space")
        expect(button).to_be_focused()
        assert not tab.locator("iframe").count()


def test_without_scripts_a_link_leads_to_the_same_in_words(visitor: Visitor) -> None:
    with watched(visitor, State(390, scripts=False)) as (tab, _, told):
        tab.goto(visitor.base + MAP)
        assert not tab.get_by_role("button", name=OPEN).count()
        tab.get_by_role("link", name=OPEN).click()
        assert tab.url == visitor.base + FRAME
        assert "needs JavaScript" in tab.inner_text("body")
        assert "Luton PACT" in tab.inner_text("main")
        tab.get_by_role("link", name="Back to the coverage map").click()
        assert tab.url == f"{visitor.base}{MAP}#zoom"
        assert not told


def test_a_ward_that_is_chosen_leads_to_its_pact_in_the_whole_window(visitor: Visitor) -> None:
    with watched(visitor) as (tab, _, told):
        tab.goto(visitor.base + MAP)
        frame = open_map(tab)
        box = frame.locator("path.ward").nth(0).bounding_box()
        assert box
        assert box["width"] > 5
        frame.locator("path.ward").nth(0).dispatch_event("click")
        card = frame.locator(".card-on-map")
        expect(card).to_be_visible()
        expect(frame.get_by_role("button", name="Close")).to_be_visible()
        link = card.locator("li a").first
        wanted = link.inner_text()
        link.click()
        tab.wait_for_url(re.compile("/pacts/[a-z-]+/$"))
        assert wanted in tab.inner_text("h1")
        assert not told


def test_a_name_in_the_list_shows_its_ward(visitor: Visitor) -> None:
    tab = visitor.open(FRAME, DESKTOP)
    tab.locator("path.ward").first.wait_for(state="attached")
    assert not tab.locator(".ward--marked").count()
    tab.locator("[data-ward] > a").nth(3).focus()
    assert tab.locator(".ward--marked").count() == 1
    tab.locator("h1").evaluate("heading => document.activeElement.blur()")
    assert not tab.locator(".ward--marked").count()


def test_the_map_is_moved_and_zoomed_by_keyboard(visitor: Visitor) -> None:
    tab = visitor.open(FRAME, DESKTOP)
    ward = tab.locator("path.ward").first
    ward.wait_for(state="attached")
    tab.locator(".folium-map").focus()
    before = ward.bounding_box()
    assert before
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(400)
    moved = ward.bounding_box()
    assert moved
    assert moved["x"] < before["x"] - 20
    tab.keyboard.press("+")
    tab.wait_for_timeout(400)
    larger = ward.bounding_box()
    assert larger
    assert larger["width"] > moved["width"] * 1.5


def test_the_wheel_scrolls_the_page_until_the_map_is_chosen(visitor: Visitor) -> None:
    tab = visitor.open(FRAME, State(1280))
    ward = tab.locator("path.ward").first
    ward.wait_for(state="attached")
    tab.locator(".folium-map").hover()
    before = ward.bounding_box()
    tab.mouse.wheel(0, 200)
    tab.wait_for_timeout(300)
    after = ward.bounding_box()
    assert before
    assert after
    assert after["width"] == before["width"]
    assert tab.evaluate("window.scrollY") > 0


@pytest.mark.parametrize("state", [State(320, bypass_csp=True), State(1280, "dark", bypass_csp=True)], ids=str)
def test_tab_goes_through_the_map_and_out_again(visitor: Visitor, state: State) -> None:
    tab = open_for_keyboard(visitor, FRAME, state)
    expected = tab.evaluate("pactKeyboard.start()")
    assert [name for name in expected if "leaflet-control-zoom-in" in name]
    faults = faults_of_walk(expected, walk(tab, len(expected)))
    assert not faults, "\n  ".join(faults[:20])


@pytest.mark.parametrize("state", SCREENS, ids=str)
def test_axe_finds_nothing(visitor: Visitor, state: State) -> None:
    tab = visitor.open(FRAME, state)
    tab.locator("path.ward").first.wait_for(state="attached")
    tab.evaluate((npm_package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    for chosen in (False, True):
        if chosen:
            tab.locator("path.ward").first.dispatch_event("click")
            expect(tab.locator(".card-on-map")).to_be_visible()
        result = tab.evaluate(RUN_AXE)
        found = [describe(violation, FRAME, state) for violation in result["violations"]]
        tools = {"axe-core": result["testEngine"]["version"], "Chromium": visitor.browser.version}
        run = {"kind": "zoomable map", "address": FRAME, "state": str(state), "violations": len(found)}
        keep_run({**run, **tools})
        assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_fits_and_no_label_sticks_out_or_lies_on_another(visitor: Visitor, width: int) -> None:
    tab = visitor.open(FRAME, State(width, bypass_csp=True))
    tab.locator("path.ward").first.wait_for(state="attached")
    tab.evaluate(read_script("layout.js"))
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate("pactLayout.controls()") == []
    labels = "[...document.querySelectorAll('.label')].filter(one => one.style.visibility !== 'hidden')"
    boxes = tab.evaluate(f"{labels}.map(one => one.getBoundingClientRect().toJSON())")
    frame = tab.locator(".folium-map").bounding_box()
    assert frame
    assert len(boxes) > 10
    assert all(frame["x"] <= one["left"] and one["right"] <= frame["x"] + frame["width"] for one in boxes)
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert apart or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


def written(folder: Path, files: Mapping[Address, str | bytes]) -> Path:
    """Put files where a server finds them, with the look of the site."""
    for address, content in {**files, **{one.address: one.content for one in look()}}.items():
        path = folder / file_path(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert (folder / file_path(STYLESHEET)).is_file()
    assert (folder / file_path(ICON)).is_file()
    return folder


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with the policy", "without it"])
def test_hostile_names_are_shown_as_typed_and_do_nothing(
    visitor: Visitor, tmp_path: Path, bypass_csp: bool
) -> None:
    site = written(tmp_path, files_of(named(a_place(), HOSTILE), replace(with_policy(), name=HOSTILE)))
    with serving(site) as base, watched(visitor, State(1280, bypass_csp=bypass_csp)) as (tab, asked, told):
        tab.goto(base + FRAME)
        for path in tab.locator("path.leaflet-interactive").all():
            for event in ("mouseover", "click"):
                path.dispatch_event(event)
                tab.wait_for_timeout(30)
        name = " ".join(HOSTILE.split())
        tab.goto(base + FRAME)
        tab.locator("path.ward").last.hover()
        assert name in " ".join(tab.locator(".hint").inner_text().split())
        tab.locator("path.ward").last.dispatch_event("click")
        assert " ".join(tab.locator(".card-on-map__name").first.inner_text().split()) == name
        assert not tab.locator(".folium-map img, .folium-map script").count()
        assert [url for url in asked if not url.startswith(f"{base}/")] == []
    assert told == []


def test_a_tile_server_is_asked_by_the_open_map_alone(visitor: Visitor, tmp_path: Path) -> None:
    site = written(tmp_path, files_of(a_place(), with_policy(tiles=read_tiles(TILES))))
    with serving(site) as base, watched(visitor) as (tab, asked, told):

        def answer(route: Route) -> None:
            route.fulfill(body=PIXEL, content_type="image/png")

        tab.route("https://tiles.example.org/**", answer)
        tab.goto(base + FRAME, wait_until="networkidle")
        tab.get_by_role("button", name="Zoom in").click()
        tab.wait_for_timeout(500)
        others = {url for url in asked if not url.startswith(f"{base}/")}
        assert len(others) > 3
        assert all(re.fullmatch(r"https://tiles\.example\.org/\d+/\d+/\d+\.png", url) for url in others), others
        assert tab.locator("img.leaflet-tile-loaded").count() > 3
        assert "© Example Maps" in tab.inner_text("body")
    assert not told, told
