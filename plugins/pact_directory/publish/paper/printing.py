"""The printer: the HTML of a paper becomes a PDF that can be read aloud (PDF/UA-1).

The only module that knows WeasyPrint, which needs Pango: a library that not every machine has.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .sheets import Printed, Sheet, read_font, read_style

_VARIANT = "pdf/ua-1"
_ROOMS = range(5)
"""How far a paper that is too full gives way, from everything shown to the least that will do."""
_SIDE = "side"
"""The class of a part of a paper that has a side to itself."""
_FONT = "font:"


class Printer:
    """Prints one paper after another; fonts and styles are read once."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        self._style = cache(self._read_style)

    def print_sheet(self, sheet: Sheet) -> Printed:
        """Print a paper on exactly the sides it must have."""
        with _listening() as said:
            parsed = HTML(string=sheet.html, url_fetcher=_OwnFiles())
            styles = [self._style(name) for name in sheet.styles]
            parts = _giving_way(parsed)
            rooms = [0] * len(parts)
            while True:
                laid_out = self._lay_out(parsed, styles, parts, rooms)
                sides = len(laid_out.pages)
                if sides == sheet.sides:
                    _keep_true_links(laid_out)
                    return Printed(
                        laid_out.write_pdf(pdf_variant=_VARIANT, finisher=_finish), sides, max(rooms), tuple(said)
                    )
                too_full = [not _on_one_side(part, laid_out) for part in parts]
                rooms = [room + (full or not any(too_full)) for room, full in zip(rooms, too_full, strict=True)]
                if max(rooms) not in _ROOMS:
                    return Printed(b"", sides, _ROOMS[-1], tuple(said))

    def _lay_out(self, parsed: HTML, styles: list[CSS], parts: list[Element], rooms: list[int]) -> Document:
        for part, room in zip(parts, rooms, strict=True):
            part.set("class", " ".join([f"room-{room}", *_other_classes(part.get("class", ""))]))
        return parsed.render(font_config=self._fonts, stylesheets=styles, pdf_variant=_VARIANT)

    def _read_style(self, name: str) -> CSS:
        return CSS(string=read_style(name), font_config=self._fonts, url_fetcher=_OwnFiles())


class _OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Gives the printer our fonts and what stands in the paper itself; no file and no server is asked."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith(_FONT):
            return URLFetcherResponse(url, read_font(url.removeprefix(_FONT)), {"Content-Type": "font/woff2"})
        return super().fetch(url, headers)


def _giving_way(parsed: HTML) -> list[Element]:
    """What gives way, each by itself: the sides of a paper that has several, or all of it.

    Or the front of a newsletter would go without half of its words because the back is full.
    """
    body = parsed.etree_element.find("body")
    body.set("class", " ".join(_other_classes(body.get("class", ""))))
    return [part for part in body.iter() if _SIDE in part.get("class", "").split()] or [body]


def _on_one_side(part: Element, laid_out: Document) -> bool:
    """Whether what should be one side is one."""
    pages = (page._page_box.descendants() for page in laid_out.pages)  # the page's only way to its boxes
    return sum(any(box.element is part for box in boxes) for boxes in pages) == 1


def _keep_true_links(laid_out: Document) -> None:
    """Drop the links that WeasyPrint makes besides, of parts of a link's words and of a line's end."""
    for page in laid_out.pages:
        page.links = [link for link in page.links if link[3].link and link[2][0] < link[2][2]]


def _finish(laid_out: Document, pdf: Any) -> None:
    """Say what WeasyPrint leaves unsaid: that links are printed, and what a header of a table is the header of."""
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("Type") == "/Annot":
            part["F"] = 4
    for page in laid_out.pages:
        for box in page._page_box.descendants():  # the page's only way to its boxes
            if box.element is not None and box.element_tag == "th" and hasattr(box, "mark"):
                box.mark["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what WeasyPrint complains of."""
    said: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


def _other_classes(classes: str) -> list[str]:
    return [name for name in classes.split() if not name.startswith("room-")]
