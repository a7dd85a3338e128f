"""The search of every page: asked for on use alone, told in words, worked by the keyboard, harmless."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from pact_directory.publish.search import find_indexer, write_search_index

from .serving import serving
from .test_axe import RUN_AXE, describe
from .test_keyboard import open_for_keyboard
from .test_layout import LAYOUT
from .tools import npm_package
from .visiting import SCREENS, State, Visitor

FIRST_SEARCH = 220 * 1024
FIELD = "#search-words"
COUNT = ".search__count"
FOUND = ".search__found h3 a"
PATIENCE = 10_000


@pytest.fixture
def tab(visitor: Visitor) -> Iterator[Page]:
    context = visitor.new_context(State(1280))
    tab = context.new_page()
    tab.goto(f"{visitor.base}/search/")
    yield tab
    context.close()


def look_for(tab: Page, words: str) -> list[str]:
    """Types words, waits for the answer, and returns the titles found."""
    tab.fill(FIELD, words)
    expect(tab.locator(COUNT)).to_contain_text(f"“{words}”", timeout=PATIENCE)
    return tab.locator(FOUND).all_inner_texts()


def test_words_of_minutes_lead_to_their_meeting(tab: Page) -> None:
    assert "Luton PACT, panel meeting, 12 March 2026" in look_for(tab, "zigzags community speed watch")
    tab.get_by_role("link", name="Luton PACT, panel meeting, 12 March 2026").click()
    tab.wait_for_url("**/pacts/luton/meetings/2026-03-12/")


def test_the_first_search_is_light_and_asks_this_host_alone(visitor: Visitor) -> None:
    context = visitor.new_context(State(320))
    tab = context.new_page()
    tab.goto(f"{visitor.base}/search/", wait_until="networkidle")
    asked: list[Request] = []
    tab.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright takes no method of a list
    look_for(tab, "street lights")
    tab.wait_for_load_state("networkidle")
    assert all(request.url.startswith(f"{visitor.base}/") for request in asked)
    assert not [request.url for request in asked if "street" in request.url]
    bodies = [response.body() for request in asked if (response := request.response())]
    weight = sum(min(len(body), len(gzip.compress(body, 6))) for body in bodies)
    context.close()
    assert weight <= FIRST_SEARCH, f"{weight:,} bytes in {len(bodies)} requests"
    assert any("/pagefind/" in request.url for request in asked)


def test_the_field_has_no_name_and_nothing_is_kept(tab: Page) -> None:
    look_for(tab, "speeding")
    assert tab.locator(FIELD).get_attribute("name") is None
    assert tab.url.endswith("/search/")
    assert tab.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_the_number_found_is_told_politely(tab: Page) -> None:
    count = tab.locator(COUNT)
    assert count.get_attribute("role") == "status"  # there before it says anything, or it is not read out
    assert count.inner_text() == ""
    look_for(tab, "speeding")
    expect(count).to_have_text(f"{count.inner_text().split()[0]} pages found for “speeding”.")


def test_more_can_be_shown_and_the_keyboard_goes_on_from_there(tab: Page) -> None:
    first = look_for(tab, "speeding")
    assert len(first) == 10
    tab.locator(".search__more").press("Enter")
    expect(tab.locator(FOUND)).to_have_count(20)
    assert tab.evaluate("document.activeElement.textContent") == tab.locator(FOUND).nth(10).inner_text()
    assert tab.locator(FOUND).all_inner_texts()[:10] == first
    assert tab.locator(COUNT).inner_text().startswith("20 of ")


def test_found_words_are_marked(tab: Page) -> None:
    look_for(tab, "zigzags")
    assert "zigzags" in {word.lower() for word in tab.locator(".search__found mark").all_inner_texts()}


def test_nothing_found_says_what_to_try(tab: Page) -> None:
    assert look_for(tab, "zeppelin") == []
    assert tab.locator(COUNT).inner_text() == "Nothing found for “zeppelin”."
    offered = {link.get_attribute("href") for link in tab.locator("#search a").all()}
    assert offered == {"../wards/", "../pacts/", "../contact/"}
    assert tab.locator(".search__more").is_hidden()
    look_for(tab, "speeding")
    assert "Try fewer words" not in tab.locator("#search").inner_text()


def test_an_emptied_field_shows_nothing(tab: Page) -> None:
    look_for(tab, "speeding")
    tab.fill(FIELD, "")
    expect(tab.locator(FOUND)).to_have_count(0)
    assert tab.locator(COUNT).inner_text() == ""


def test_a_search_that_does_not_load_says_so_and_can_be_tried_again(visitor: Visitor) -> None:
    context = visitor.new_context(State(320))
    tab = context.new_page()
    stop = "**/pagefind/**"
    tab.route(stop, lambda route: route.abort())
    tab.goto(f"{visitor.base}/search/")
    tab.fill(FIELD, "speeding")
    expect(tab.locator(COUNT)).to_have_text("The search did not load.", timeout=PATIENCE)
    offered = {link.get_attribute("href") for link in tab.locator("#search a").all()}
    assert offered == {"../wards/", "../pacts/", "../contact/"}
    tab.unroute(stop)
    tab.reload()
    assert look_for(tab, "speeding")
    context.close()


@pytest.mark.parametrize("lost", ["**/pagefind/**", "**/pagefind/fragment/**"])
def test_a_line_that_breaks_is_not_told_as_nothing_found(tab: Page, lost: str) -> None:
    look_for(tab, "zigzags")
    tab.route(lost, lambda route: route.abort())
    tab.fill(FIELD, "speeding")
    expect(tab.locator(COUNT)).to_have_text("The search did not load.", timeout=PATIENCE)
    tab.unroute(lost)
    tab.fill(FIELD, "")
    assert look_for(tab, "speeding")


def test_an_older_answer_never_overtakes_a_newer(tab: Page) -> None:
    look_for(tab, "speeding")

    def late(route: Route) -> None:
        tab.wait_for_timeout(600)
        route.continue_()

    tab.route("**/pagefind/index/**", late)
    tab.fill(FIELD, "zeppelin")
    tab.locator(FIELD).press("Enter")
    tab.fill(FIELD, "speeding")
    tab.locator(FIELD).press("Enter")
    tab.wait_for_timeout(1_500)
    assert "“speeding”" in tab.locator(COUNT).inner_text()


def test_words_can_come_with_the_link(visitor: Visitor) -> None:
    context = visitor.new_context(State(1280))
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{visitor.base}/search/#q=street%20lights")
    expect(tab.locator(COUNT)).to_contain_text("found for “street lights”", timeout=PATIENCE)
    context.close()
    assert not [url for url in asked if "street" in url.partition("#")[0]]


def test_without_scripts_the_lists_do_the_work(visitor: Visitor) -> None:
    tab = visitor.open("/search/", State(320, scripts=False))
    assert tab.locator("main input:visible, main button:visible").count() == 0
    assert "needs JavaScript" in tab.inner_text("main")
    links = {link.get_attribute("href") for link in tab.locator("main a:visible").all()}
    assert {"../wards/", "../pacts/", "../meetings/", "../topics/speeding/"} <= links


@pytest.mark.parametrize("state", SCREENS, ids=str)
def test_axe_finds_nothing_in_the_answer(visitor: Visitor, state: State) -> None:
    tab = visitor.open("/search/", state)
    tab.evaluate((npm_package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    for words in ("speeding", "zeppelin"):
        look_for(tab, words)
        found = [describe(one, "/search/", state) for one in tab.evaluate(RUN_AXE)["violations"]]
        assert not found, "\n".join(found)


def test_tab_reaches_every_result_in_order(visitor: Visitor) -> None:
    tab = open_for_keyboard(visitor, "/search/", State(320, bypass_csp=True))
    titles = look_for(tab, "speeding")
    met = []
    for _ in range(len(titles) + 2):
        tab.keyboard.press("Tab")
        stop = tab.evaluate("pactKeyboard.stop()")
        assert not stop["faults"], stop
        met.append(tab.evaluate("document.activeElement.textContent"))
    assert met == ["Search", *titles, "Show more"]


@pytest.mark.parametrize("words", ["speeding", "zeppelin"])
def test_the_answer_fits_a_phone_and_can_be_hit(visitor: Visitor, words: str) -> None:
    tab = visitor.open("/search/", State(320, bypass_csp=True))
    look_for(tab, words)
    tab.evaluate(LAYOUT)
    assert tab.evaluate("[...pactLayout.faults(), ...pactLayout.controls()]") == []


HOSTILE = """&lt;img src=x onerror="window.ran=1"&gt; <b>gherkin</b> &lt;mark&gt;&lt;script&gt;window.ran=1&lt;/script&gt;&lt;/mark&gt; &amp;lt;i&amp;gt;"""


@pytest.fixture(scope="module")
def hostile_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page with an index of one page that attacks it, below a folder of the server."""
    site = tmp_path_factory.mktemp("hostile") / "below"
    (site / "search").mkdir(parents=True)
    (site / "attack").mkdir()
    for name in ("search/index.html", "search.js", "site.css"):
        shutil.copy(built_site / name, site / name)
    page = (
        '<!doctype html><html lang="en-GB"><body><main data-pagefind-body data-kind="&lt;b&gt;kind"'
        ' data-title="&lt;img src=x onerror=window.ran=1&gt;" data-pagefind-meta="title[data-title], kind[data-kind]">'
        f"<h1>Attack</h1><p>{HOSTILE}</p></main></body></html>"
    )
    (site / "attack" / "index.html").write_text(page, encoding="utf-8")
    indexer = find_indexer()
    assert indexer is not None
    write_search_index(site, indexer)
    return site


def test_markup_in_what_is_found_stays_text_and_links_work_in_a_folder(
    hostile_site: Path, browser: Browser
) -> None:
    with serving(hostile_site.parent) as base:
        context = browser.new_context(bypass_csp=True)  # the policy alone must not be what saves us
        tab = context.new_page()
        tab.goto(f"{base}/below/search/")
        assert look_for(tab, "gherkin") == ["<img src=x onerror=window.ran=1>"]
        said = tab.locator(".search__found p").all_inner_texts()
        tags = tab.evaluate("Array.from(document.querySelectorAll('.search__found *'), one => one.localName)")
        assert tab.evaluate("window.ran || null") is None
        tab.locator(FOUND).click()
        tab.wait_for_url(f"{base}/below/attack/")
        context.close()
    assert set(tags) == {"li", "h3", "a", "p", "mark"}
    assert said[0] == "<b>kind"
    assert '<img src=x onerror="window.ran=1"> gherkin <mark><script>window.ran=1</script></mark>' in said[1]
