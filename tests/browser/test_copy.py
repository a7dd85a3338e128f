"""The button that copies: with and without the clipboard of today, and without a script."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pact_directory.addresses import file_path
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.policy import CONTENT_POLICY
from pact_directory.publish.site import look, without_comments
from tests.publish.following import index_of
from tests.publish.rendering import planned

from .serving import serving
from .visiting import State, Visitor

PACT = "/pacts/luton/"
COPY = "Copy the link to the calendar"
# What browsers of 2018 and pages without a secure address lack.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSING = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
NO_COPYING = "document.execCommand = () => false"
TEXT = """() => {
  const text = document.createElement("div");
  text.id = "text-60";
  text.innerHTML = "<p>First line,\\nit goes on.</p><p>Second <b>line</b> &amp; end.</p>";
  const hook = document.querySelector("[data-copy]").cloneNode();
  hook.dataset.copy = "text-60";
  hook.dataset.words = "Copy the 60 words";
  document.querySelector("main").append(text, hook);
}"""
# The page's policy lets nothing wait in words of its own.
AFTER_TWO_CHANGES = """() => new Promise((done) => {
  const look = () => (window.changes.length > 1 ? done(window.changes) : setTimeout(look, 20));
  look();
})"""
# A deferred script runs once the page is interactive: this is there before it.
WITH_TEXT = (
    f"document.addEventListener('readystatechange', () => document.readyState === 'interactive' && ({TEXT})())"
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of one PACT, its script as it is published."""
    folder = tmp_path_factory.mktemp("copying")
    press, plan = planned(index_of().directory, Appearance(policy=CONTENT_POLICY))
    files = {artefact.address: artefact.content for artefact in look()}
    files |= {page.address: press.page(page) for page in plan if page.address == PACT}
    for address, content in files.items():
        path = folder / file_path(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    Path(folder / "copy.js").write_bytes(without_comments("copy.js"))
    with serving(folder) as base:
        yield base


@contextmanager
def opened(
    browser: Browser, served: str, *scripts: str, state: State | None = None
) -> Iterator[tuple[Page, list[str]]]:
    """The page of a PACT, the scripts run before its own, and what it complains about."""
    visitor = Visitor(browser, served)
    context = visitor.new_context(state or State())
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    tab.on("pageerror", lambda error: told.append(f"uncaught: {error}"))
    for script in scripts:
        tab.add_init_script(script)
    tab.goto(served + PACT, wait_until="load")
    yield tab, told
    context.close()


def pasted(tab: Page) -> str:
    """What the clipboard holds, as somebody would paste it."""
    field = "const field = document.createElement('textarea'); document.body.append(field); field.focus();"
    tab.evaluate(f"() => {{ {field} }}")
    tab.keyboard.press("Control+V")
    found: str = tab.evaluate("document.querySelector('body > textarea').value")
    tab.evaluate("document.querySelector('body > textarea').remove()")
    return found


@pytest.mark.parametrize("scripts", [(), (NO_CLIPBOARD,), (REFUSING,)])
def test_a_link_is_copied_whole_and_the_reader_is_told(
    browser: Browser, served: str, scripts: tuple[str, ...]
) -> None:
    with opened(browser, served, *scripts) as (tab, told):
        button = tab.get_by_role("button", name=COPY)
        button.press("Enter")
        expect(tab.locator(".copier [role=status]")).to_have_text("Copied")
        expect(button).to_be_focused()
        assert pasted(tab) == f"{served}/pacts/luton/calendar.ics"
        assert tab.locator("body > textarea").count() == 0
        assert told == []


@pytest.mark.parametrize("scripts", [(), (NO_CLIPBOARD,)])
def test_a_text_is_copied_as_it_is_read(browser: Browser, served: str, scripts: tuple[str, ...]) -> None:
    with opened(browser, served, *scripts, WITH_TEXT) as (tab, _):
        tab.get_by_role("button", name="Copy the 60 words").click()
        expect(tab.locator(".copier [role=status]").last).to_have_text("Copied")
        assert pasted(tab) == "First line, it goes on.\n\nSecond line & end."


def test_a_second_press_is_told_again_and_only_there(browser: Browser, served: str) -> None:
    with opened(browser, served, WITH_TEXT) as (tab, _):
        link, words = tab.locator(".copier [role=status]").all()
        tab.get_by_role("button", name=COPY).click()
        expect(link).to_have_text("Copied")
        tab.get_by_role("button", name="Copy the 60 words").click()
        expect(words).to_have_text("Copied")
        expect(link).to_have_text("")
        tab.evaluate(
            "said => { window.changes = []; new MutationObserver(() => window.changes.push(said.textContent))"
            ".observe(said, { childList: true }) }",
            words.element_handle(),
        )
        tab.get_by_role("button", name="Copy the 60 words").click()
        assert tab.evaluate(AFTER_TWO_CHANGES) == ["", "Copied"]


def test_where_nothing_can_be_copied_the_address_is_shown(browser: Browser, served: str) -> None:
    with opened(browser, served, NO_CLIPBOARD, NO_COPYING) as (tab, _):
        tab.get_by_role("button", name=COPY).click()
        expect(tab.locator(".copier [role=status]")).to_have_text(f"{served}/pacts/luton/calendar.ics")


def test_without_scripts_there_is_the_link_and_no_button(browser: Browser, served: str) -> None:
    with opened(browser, served, state=State(scripts=False)) as (tab, _):
        assert tab.get_by_role("button").count() == 0
        expect(tab.locator("a#calendar-link")).to_be_visible()
        expect(tab.locator(".copier")).to_be_hidden()


def test_nothing_of_the_page_moves_when_the_field_comes_and_goes(browser: Browser, served: str) -> None:
    with opened(browser, served, NO_CLIPBOARD, state=State(320)) as (tab, _):
        button = tab.get_by_role("button", name=COPY)
        button.scroll_into_view_if_needed()
        before = tab.evaluate("scrollY")
        button.click()
        expect(tab.locator(".copier [role=status]")).to_have_text("Copied")
        assert tab.evaluate("scrollY") == before
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
