"""A page makes few requests, to its own host alone; leaves no cookies or errors; and needs no script."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from .built import BuiltSite
from .kinds import READABLE_KINDS, samples_of
from .visiting import State, Visitor

MOST_REQUESTS = 5
# What is fetched when somebody types into the finder or the search, or opens the map one can zoom.
ON_USE = re.compile(r"/pagefind/|/finder\.json|/finder-answers\.js|/map/zoom/")
PHONE = State(320)


@dataclass
class Traffic:
    """What a page did while it was loaded."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@contextmanager
def watched(visitor: Visitor, address: str) -> Iterator[tuple[Page, Traffic]]:
    """The page in a fresh profile, with its requests, its console and what it stored."""
    context = visitor.new_context(PHONE)
    traffic = Traffic()
    tab = context.new_page()
    tab.on("request", lambda request: traffic.requests.append(request.url))
    tab.on("requestfailed", lambda request: traffic.messages.append(f"failed: {request.url}"))
    tab.on(
        "console",
        lambda message: traffic.messages.append(f"{message.type}: {message.text} ({message.location['url']})"),
    )
    tab.on("pageerror", lambda error: traffic.messages.append(f"uncaught: {error}"))
    tab.goto(visitor.base + address, wait_until="networkidle")
    traffic.kept += [str(cookie.get("name")) for cookie in context.cookies()]
    traffic.kept += tab.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    yield tab, traffic
    context.close()


@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_a_page_is_modest(site: BuiltSite, visitor: Visitor, kind: str) -> None:
    address = samples_of(site, kind)[-1].address
    with watched(visitor, address) as (_, traffic):
        elsewhere = [url for url in traffic.requests if not url.startswith((f"{visitor.base}/", "data:"))]
        own = [url for url in traffic.requests if url.startswith(visitor.base)]
    assert not elsewhere, f"{address} asks other hosts: {elsewhere}"
    assert not [url for url in own if ON_USE.search(url)], f"{address} asks unasked: {own}"
    assert len(own) <= MOST_REQUESTS, f"{address} makes {len(own)} requests, more than {MOST_REQUESTS}: {own}"
    assert not traffic.messages, f"{address} says in the console: {traffic.messages}"
    assert not traffic.kept, f"{address} leaves on the visitor's device: {traffic.kept}"


@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_the_content_needs_no_script(site: BuiltSite, visitor: Visitor, kind: str) -> None:
    for page in samples_of(site, kind):
        tab = visitor.open(page.address, State(1280))
        # Made by scripts: no content, but a way to it, or a way to copy it.
        fields = "\n".join(tab.locator("main form, main .copier").all_inner_texts())
        with_scripts = tab.inner_text("main")
        without = visitor.open(page.address, State(1280, scripts=False)).inner_text("main")
        lost = set(with_scripts.splitlines()) - set(without.splitlines()) - set(fields.splitlines())
        assert not lost, f"{page.address}: <main> loses without JavaScript: {sorted(lost)[:5]}"


def test_a_missing_page_is_answered_with_the_sites_own(site: BuiltSite, visitor: Visitor) -> None:
    heading = site.pages["/404.html"].text_of("//h1")[0]
    context = visitor.new_context(PHONE)
    tab = context.new_page()
    failed: list[str] = []
    tab.on("response", lambda response: failed.extend([response.url] if response.status >= 400 else []))
    address = f"{visitor.base}/pacts/no-such/page/"
    answer = tab.goto(address)
    assert answer is not None
    assert (answer.status, tab.inner_text("h1").split()) == (404, heading.split())
    assert failed == [address], f"/404.html served at another depth asks in vain for: {failed[1:]}"
    context.close()
