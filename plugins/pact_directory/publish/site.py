"""The artefacts: every file of the site, one after another."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree

from ..addresses import (
    COPY_SCRIPT,
    FINDER_ANSWERS,
    FINDER_DATA,
    FINDER_SCRIPT,
    HEADERS,
    ICON,
    NOT_FOUND,
    PALETTE,
    SEARCH_SCRIPT,
    SITEMAP,
    STYLESHEET,
    Address,
)
from ..views.calendars import calendars
from ..views.feeds import feeds
from ..views.finder import finder
from ..views.index import Index
from ..views.site import site_frame
from ..views.site_map import SiteMap
from ..views.statement import NOT_RECORDED, AccessibilityPage
from .calendars import CalendarWords, calendar_files
from .feeds import feed_files, feed_words
from .finder import finder_data
from .maps.frame import zoom_files
from .policy import headers_file
from .press import Press
from .words import words

_COMMENT = re.compile(rb"[ \t]*/\*.*?\*/\n?", re.DOTALL)
_GAP = re.compile(rb"\s*([{};])\s*")
_COMMENT_LINE = re.compile(rb"^ *(?://|/\*\*).*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the site."""

    address: Address
    content: str | bytes


def artefacts(press: Press, site_map: SiteMap, index: Index) -> Iterator[Artefact]:
    """Make every generated file: pages, redirects, the stylesheet, the icon, the sitemap and the headers."""
    for page in (*site_map.pages, *site_map.redirects):
        yield Artefact(page.address, press.page(page))
    for address, pdf in press.papers.items():
        yield Artefact(address, pdf)
    for address, document in press.documents.items():
        yield Artefact(address, document)
    yield from look()
    yield from finder_files(press, index)
    yield Artefact(SEARCH_SCRIPT, _static("search.js"))
    yield Artefact(COPY_SCRIPT, without_comments("copy.js"))
    yield from followed(press, index)
    if styles := press.appearance.palette_styles:
        yield Artefact(PALETTE, styles)
    yield Artefact(
        SITEMAP,
        _sitemap(site_map, press.appearance.site_url, is_demonstration=index.directory.area.demonstration),
    )
    for address, content in zoom_files(press, index):
        yield Artefact(address, content)
    tiles = press.appearance.tiles
    yield Artefact(HEADERS, headers_file(tiles.source if tiles else ""))


def look() -> Iterator[Artefact]:
    """The stylesheet and the icon, which every page has."""
    # Every page waits for the stylesheet: its comments and gaps, an eighth of it, stay at home.
    yield Artefact(STYLESHEET, _GAP.sub(rb"\1", _COMMENT.sub(b"", _static("site.css"))).lstrip())
    yield Artefact(ICON, _static("icon.svg"))


def finder_files(press: Press, index: Index) -> Iterator[Artefact]:
    """Find your PACT: the field, the program that answers, and its one file of data."""
    plain_words = words(press.environment.globals["language"], plain_text=True)
    yield Artefact(FINDER_SCRIPT, without_comments("finder.js"))
    yield Artefact(FINDER_ANSWERS, without_comments("finder-answers.js"))
    yield Artefact(FINDER_DATA, finder_data(finder(index), plain_words))


def followed(press: Press, index: Index) -> Iterator[Artefact]:
    """What people follow from elsewhere: calendars and feeds."""
    language = str(press.environment.globals["language"])
    frame = site_frame(index)
    entries = CalendarWords(frame, press.links.whole, language)
    news = feed_words(frame, index.directory.area.site_id, press.links, language)
    for address, content in calendar_files(calendars(index), entries):
        yield Artefact(address, content)
    for address, content in feed_files(feeds(index), news):
        yield Artefact(address, content)


def without_comments(name: str) -> bytes:
    """A script without its lines of comment, a sixth of it, for those on slow lines."""
    return _COMMENT_LINE.sub(b"", _static(name))


def _static(name: str) -> bytes:
    return (resources.files(__package__) / "static" / name).read_bytes()


def _sitemap(site_map: SiteMap, site_url: str, *, is_demonstration: bool) -> bytes:
    """The addresses search engines may list: none of a demonstration, none while the site's address is unknown."""
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    pages = [] if is_demonstration or not site_url else site_map.pages
    for page in pages:
        if page.address != NOT_FOUND:
            entry = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(entry, "loc").text = site_url.rstrip("/") + page.address
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def read_statement(folder: Path) -> AccessibilityPage:
    """What the last recorded test run found, from `docs/accessibility.json` beside the record."""
    try:
        found = json.loads((folder / "docs" / "accessibility.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return NOT_RECORDED
    return AccessibilityPage(
        tested_on=date.fromisoformat(found["tested_on"]),
        tool=f"axe-core {found['tools']['axe-core']}",
        pages=len(found["pages"]),
        states=len(found["states"]),
        violations=found["violations"],
    )
