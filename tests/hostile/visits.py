"""Pages of a site opened and used in Chromium, and everything told that a page of ours never does."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Route, sync_playwright

from tests.browser.serving import serving
from tests.browser.visiting import launch

WIDTH = 320
_POLICY = re.compile(rb"<meta http-equiv=.Content-Security-Policy[^>]*>")
_SEARCHES = 8
"""Names searched for; all of them in the finder, which answers at once."""
# Elements that were made of names, and attributes that do something.
_LIVE = """within => Array.from(document.querySelectorAll(within + " *")).flatMap((one) => [
    ...(/^(a|b|br|button|div|h2|h3|li|mark|ol|p|path|span|ul)$/.test(one.localName) ? [] : ["<" + one.localName + ">"]),
    ...Array.from(one.attributes).filter((each) => /^(on|style$|src|srcdoc|action|formaction)/.test(each.name)
        && !(each.name === "style" && one.closest(".leaflet-pane"))).map((each) => each.name + "=" + each.value),
    ...(one.localName === "a" && !/^https?:$/.test(one.protocol) && one.hasAttribute("href") ? [one.href] : []),
])"""
_ASK = """async (names) => {
    const field = document.querySelector("#finder-field");
    const shown = document.querySelector(".finder__answer");
    const said = [];
    for (const name of names) {
        field.value = name;
        field.form.dispatchEvent(new Event("submit", { cancelable: true }));
        for (let turn = 0; turn < 200 && !shown.querySelector("h2"); turn++) await new Promise((done) => setTimeout(done, 20));
        said.push(shown.innerText);
    }
    return said;
}"""
_CHOOSE = """async () => {
    const said = [];
    for (const shape of document.querySelectorAll("path.leaflet-interactive")) {
        for (const event of ["mouseover", "mousemove", "click"]) {
            shape.dispatchEvent(new MouseEvent(event, { bubbles: true, view: window }));
            said.push(...Array.from(document.querySelectorAll(".card-on-map__name, .hint"), (one) => one.innerText));
        }
        await new Promise((done) => requestAnimationFrame(done));
    }
    return said;
}"""


class Used(NamedTuple):
    """What happened that may not, and what the finder, the search and the map said."""

    faults: list[str]
    finder: list[str]
    search: list[str]
    map: list[str]


def visit_all(site: Path, addresses: list[str]) -> list[str]:
    """Load pages on a small screen, with their policy and without it; tell what happened that may not."""
    # A thread of its own: other tests may hold a browser open in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: [one for visit in _visits(site) for one in visit.load(addresses)]).result()


def use_all(site: Path, names: list[str]) -> list[Used]:
    """Type names into the finder and the search and choose everything on the map, with the policies and without."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: [visit.use(names) for visit in _visits(site)]).result()


def _visits(site: Path) -> "Iterator[_Visit]":
    with serving(site) as base, sync_playwright() as playwright:
        browser = launch(playwright)
        for is_guarded in (True, False):
            context = browser.new_context(
                viewport={"width": WIDTH, "height": 700}, bypass_csp=not is_guarded, reduced_motion="reduce"
            )
            if not is_guarded:
                context.route(re.compile(r"/$|\.html$"), _without_policy)
            yield _Visit(context, base, f"{'with' if is_guarded else 'without'} the policy, ")
            context.close()
        browser.close()


def _without_policy(route: Route) -> None:
    answer = route.fetch()
    body, count = _POLICY.subn(b"", answer.body())
    assert count == 1, route.request.url
    route.fulfill(response=answer, body=body)


class _Visit:
    """A tab, and what it does that may not be."""

    def __init__(self, context: BrowserContext, base: str, way: str) -> None:
        self._base, self._way = base, way
        self._told: list[str] = []
        self._page = page = context.new_page()
        told = self._told
        page.on("dialog", lambda dialog: (told.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: told.append(f"an error: {error}"))
        page.on("console", lambda said: told.append(f"the console: {said.text}"))
        page.on("request", lambda asked: None if asked.url.startswith(f"{base}/") else told.append(asked.url))

    def load(self, addresses: list[str]) -> list[str]:
        """Load pages one after another; the faults of each."""
        found = []
        for address in addresses:
            self._page.goto(self._base + address, wait_until="load")
            found += self._faults(address)
        return found

    def use(self, names: list[str]) -> Used:
        """Use what answers to names."""
        page = self._page
        page.goto(f"{self._base}/")
        page.wait_for_selector("#finder-field")
        finder: list[str] = page.evaluate(_ASK, names)
        faults = [f"finder: {one}" for one in page.evaluate(_LIVE, ".finder__answer")] + self._faults("/")
        page.goto(f"{self._base}/search/")
        search = [self._search(name, faults) for name in names[:: max(1, len(names) // _SEARCHES)]]
        faults += self._faults("/search/")
        page.goto(f"{self._base}/map/zoom/")
        page.wait_for_selector("path.ward", state="attached")
        on_map: list[str] = page.evaluate(_CHOOSE)
        faults += [f"map: {one}" for one in page.evaluate(_LIVE, ".leaflet-popup-pane")]
        faults += [f"map: {one}" for one in page.evaluate(_LIVE, ".leaflet-tooltip-pane")] + self._faults(
            "/map/zoom/"
        )
        return Used([self._way + one for one in faults], finder, search, on_map)

    def _search(self, name: str, faults: list[str]) -> str:
        page = self._page
        page.fill("#search-words", name)
        page.press("#search-words", "Enter")
        page.wait_for_function(
            "name => document.querySelector('.search__count').textContent.includes(`“${name}”`)", arg=name.strip()
        )
        faults += [f"search for {name!r}: {one}" for one in page.evaluate(_LIVE, ".search__found")]
        return page.inner_text("#search")

    def _faults(self, address: str) -> list[str]:
        pwned, width = self._page.evaluate("[typeof window.pwned, document.documentElement.scrollWidth]")
        found = [*self._told]
        self._told.clear()
        found += ["a script ran"] if pwned != "undefined" else []
        found += [f"{width} px wide"] if width > WIDTH else []
        return [f"{self._way}{address}: {one}" for one in found]
