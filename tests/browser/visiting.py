"""Visits: a page of the site, opened in Chromium in a given state."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from .tools import find_chromium

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class State:
    """How a visitor looks at a page: window width in CSS pixels, colour scheme, with or without scripts.

    `bypass_csp` lets a test put its own script and style into the page.
    """

    width: int = 1280
    scheme: Scheme = "light"
    scripts: bool = True
    bypass_csp: bool = False

    def __str__(self) -> str:
        """As it stands in a failure's message."""
        return f"{self.width} px, {self.scheme}" + ("" if self.scripts else ", without JavaScript")


SCREENS = tuple(State(width, scheme, bypass_csp=True) for width in (320, 1280) for scheme in ("light", "dark"))


def read_script(name: str) -> str:
    """The source of one of this folder's scripts, after the one that they share."""
    return "\n".join((Path(__file__).parent / file).read_text(encoding="utf-8") for file in ("seeing.js", name))


def launch(playwright: Playwright) -> Browser:
    """The machine's Chromium, with nothing of its own on the line."""
    options = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    if os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses its sandbox to root
    return playwright.chromium.launch(executable_path=find_chromium(), headless=True, args=options)


class Visitor:
    """Opens pages of one served site; one tab per state, used again from page to page."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser = browser
        self.base = base
        self._tabs: dict[State, Page] = {}

    def new_context(self, state: State) -> BrowserContext:
        """A fresh profile in a state, for a test that watches what a page does; close it after use."""
        context = self.browser.new_context(
            viewport={"width": state.width, "height": 800},
            color_scheme=state.scheme,
            reduced_motion="reduce",
            java_script_enabled=state.scripts,
            bypass_csp=state.bypass_csp,
        )
        context.set_default_timeout(10_000)
        return context

    def open(self, address: str, state: State) -> Page:
        """The tab of this state, with the page loaded afresh."""
        if state not in self._tabs:
            self._tabs[state] = self.new_context(state).new_page()
        tab = self._tabs[state]
        tab.goto(self.base + address, wait_until="load")
        return tab
