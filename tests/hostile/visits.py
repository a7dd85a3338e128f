"""Pages of a site opened in Chromium, and everything told that a page of ours never does."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

from tests.browser.serving import serving
from tests.browser.visiting import launch

WIDTH = 320
_POLICY = re.compile(rb"<meta http-equiv=.Content-Security-Policy[^>]*>")


def visit_all(site: Path, addresses: list[str]) -> list[str]:
    """Load pages on a small screen, with their policy and without it; tell what happened that may not."""
    # A thread of its own: other tests may hold a browser open in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_visit_all, site, addresses).result()


def _visit_all(site: Path, addresses: list[str]) -> list[str]:
    told: list[str] = []
    with serving(site) as base, sync_playwright() as playwright:
        browser = launch(playwright)
        for is_guarded in (True, False):
            context = browser.new_context(viewport={"width": WIDTH, "height": 700}, bypass_csp=not is_guarded)
            if not is_guarded:
                context.route(re.compile(r"/$|\.html$"), _without_policy)
            way = "with" if is_guarded else "without"
            told += [f"{way} the policy, {one}" for one in _visits(context, base, addresses)]
            context.close()
        browser.close()
    return told


def _without_policy(route: Route) -> None:
    answer = route.fetch()
    body, count = _POLICY.subn(b"", answer.body())
    assert count == 1, route.request.url
    route.fulfill(response=answer, body=body)


def _visits(context: BrowserContext, base: str, addresses: list[str]) -> Iterator[str]:
    told: list[str] = []
    page = context.new_page()
    page.on("dialog", lambda dialog: (told.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: told.append(f"an error: {error}"))
    page.on("console", lambda said: told.append(f"the console: {said.text}"))
    page.on("request", lambda asked: None if asked.url.startswith(f"{base}/") else told.append(asked.url))
    for address in addresses:
        page.goto(base + address, wait_until="load")
        yield from (f"{address}: {one}" for one in [*told, *_state_of(page)])
        told.clear()


def _state_of(page: Page) -> Iterator[str]:
    pwned, width = page.evaluate("[typeof window.pwned, document.documentElement.scrollWidth]")
    if pwned != "undefined":
        yield "a script ran"
    if width > WIDTH:
        yield f"{width} px wide"
