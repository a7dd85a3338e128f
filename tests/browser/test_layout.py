"""Nothing sticks out or is cut off, on a phone, zoomed or with wider text; controls can be seen and hit."""

import pytest

from .built import BuiltSite
from .kinds import READABLE_KINDS, samples_of
from .visiting import State, Visitor, read_script

LAYOUT = read_script("layout.js")
# WCAG 1.4.12: what a reader may set without losing anything.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
LARGE_TEXT = "html { font-size: 200% !important }"
READINGS = {
    "a phone": (320, ""),
    "a phone with wide text spacing": (320, TEXT_SPACING),
    "a desktop with wide text spacing": (1280, TEXT_SPACING),
    "a desktop zoomed to 200 %": (640, ""),
    "a desktop with text at 200 %": (1280, LARGE_TEXT),
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_everything_fits(site: BuiltSite, visitor: Visitor, kind: str, reading: str) -> None:
    width, style = READINGS[reading]
    found = []
    for page in samples_of(site, kind):
        tab = visitor.open(page.address, State(width, bypass_csp=True))
        if style:
            tab.add_style_tag(content=style)
        tab.evaluate(LAYOUT)
        found += [f"{page.address} on {reading}: {fault}" for fault in tab.evaluate("pactLayout.faults()")[:5]]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", [State(320, bypass_csp=True), State(1280, "dark", bypass_csp=True)], ids=str)
@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_controls_can_be_seen_and_hit(site: BuiltSite, visitor: Visitor, kind: str, state: State) -> None:
    found = []
    for page in samples_of(site, kind):
        tab = visitor.open(page.address, state)
        tab.evaluate(LAYOUT)
        found += [f"{page.address} at {state}: {fault}" for fault in tab.evaluate("pactLayout.controls()")]
    assert not found, "\n".join(found)
