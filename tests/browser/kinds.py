"""The kinds of page the site has, by address: what is tested on one page of a kind holds for its template."""

import re

from .built import BuiltPage, BuiltSite

NAME = "[a-z0-9-]+"

# The first pattern that fits decides. A new kind of page needs a line here, or `test_kinds` fails.
PATTERNS = {
    "home": r"/",
    "not found": r"/404\.html",
    "wards": r"/wards/",
    "ward": rf"/wards/{NAME}/",
    "PACTs": r"/pacts/",
    "PACT": rf"/pacts/{NAME}/",
    "news": rf"/pacts/{NAME}/news/",
    "newsletter": rf"/pacts/{NAME}/newsletters/{NAME}/",
    "newsletters": r"/newsletters/",
    "newsletters of a year": r"/newsletters/\d{4}/",
    "action log": rf"/pacts/{NAME}/actions/",
    "meeting": rf"/pacts/{NAME}/meetings/{NAME}/",
    "papers of a meeting": rf"/pacts/{NAME}/meetings/{NAME}/papers/",
    "poster": rf"/pacts/{NAME}/meetings/{NAME}/papers/poster/",
    "clipboard sheet": rf"/pacts/{NAME}/meetings/{NAME}/papers/clipboard/",
    "top three sheet": rf"/pacts/{NAME}/meetings/{NAME}/papers/top-three/",
    "running order": rf"/pacts/{NAME}/meetings/{NAME}/papers/running-order/",
    "chair's sheet": rf"/pacts/{NAME}/meetings/{NAME}/papers/chair/",
    "letter of thanks": rf"/pacts/{NAME}/meetings/{NAME}/papers/thank-you/",
    "meetings": r"/meetings/",
    "meetings of a year": r"/meetings/\d{4}/",
    "meetings of a kind": r"/meetings/[a-z]+/",
    "actions": r"/actions/",
    "agencies": r"/agencies/",
    "agency": rf"/agencies/{NAME}/",
    "topics": r"/topics/",
    "topic": rf"/topics/{NAME}/",
    "councillors": r"/councillors/",
    "map": r"/map/",
    "search": r"/search/",
    "start a PACT": r"/start-a-pact/",
    "about": r"/about/",
    "rules": r"/about/rules/",
    "link to us": r"/about/link-to-us/",
    "contact": r"/contact/",
    "accessibility": r"/accessibility/",
    "privacy": r"/privacy/",
}
READABLE_KINDS = tuple(PATTERNS)
# Opened in a frame of the coverage map, when somebody asks for it: `test_zoom` reads it.
FRAMES = {"zoomable map": r"/map/zoom/"}
KINDS = (*READABLE_KINDS, *FRAMES, "redirect")  # a redirect leaves before it can be read


def kind_of(page: BuiltPage) -> str | None:
    """The kind of a page, or None for an address that no pattern fits."""
    if page.is_redirect:
        return "redirect"
    return next(
        (kind for kind, pattern in {**FRAMES, **PATTERNS}.items() if re.fullmatch(pattern, page.address)), None
    )


def pages_of(site: BuiltSite, kind: str) -> list[BuiltPage]:
    """Every page of a kind, the shortest file first."""
    return sorted(
        (page for page in site.pages.values() if kind_of(page) == kind), key=lambda page: len(page.source)
    )


def samples_of(site: BuiltSite, kind: str) -> list[BuiltPage]:
    """The shortest, the middle and the longest page of a kind: the empty case, the usual, the full."""
    pages = pages_of(site, kind)
    assert pages, f"No page of the kind {kind!r} was built: PATTERNS in tests/browser/kinds.py says where."
    return [pages[at] for at in sorted({0, len(pages) // 2, len(pages) - 1})]
