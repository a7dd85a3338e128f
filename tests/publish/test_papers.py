"""Posters and the other papers of a meeting, as pages and in print: one side, large enough, and honest."""

import ctypes
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest
import zxingcpp

from pact_directory.addresses import Address, Links
from pact_directory.prose import Prose, SafeHtml
from pact_directory.publication import PublicDirectory, publish_directory
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.paper.printing import Printed, Printer
from pact_directory.publish.paper.sheets import Sheet, styles_of
from pact_directory.publish.policy import CONTENT_POLICY
from pact_directory.publish.press import Press, make_environment
from pact_directory.views.index import Index
from pact_directory.views.papers.kinds import PaperKind
from pact_directory.views.site import site_frame
from pact_directory.views.site_map import PlannedPage, PlannedPaper, SiteMap, site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.factories import (
    AS_OF,
    a_directory,
    a_folder,
    a_meeting,
    a_pact,
    a_venue,
    an_agency,
    an_area,
    meetings_of,
)

from .rendering import directory

KINDS = frozenset(PaperKind)
SENTENCE = "the wards and postcodes are real, everything about the PACTs is invented"
STAY_AWAY = "Invented meeting: do not travel"


def plan(of: PublicDirectory) -> tuple[Press, SiteMap]:
    index = Index(of)
    plan = site_map(index, NOT_RECORDED)
    links = Links(plan.known | {Address("/icon.svg")}, base="https://example.org/")
    look = Appearance(name="PACT directory", policy=CONTENT_POLICY)
    return Press(make_environment(), site_frame(index), links, look), plan


def made(*, demonstration: bool = True, name: str = "", **changes: Any) -> tuple[Press, SiteMap]:
    """A record with one more meeting, on 12 December 2026, at a place with a name."""
    agencies = [an_agency(f"agency-{number}", name=name or f"Council service {number}") for number in range(20)]
    here = {"venue": "luton-hall", "kind": "panel", **changes}
    pact = a_pact(name=name) if name else a_pact()
    folder = a_folder(pact=pact, meetings=(*meetings_of(), a_meeting("2026-12-12", **here)))
    venue = a_venue(name=name or "Luton hall", address=name or "High Street", travel="By bus. " * 400)
    area = an_area() if demonstration else an_area(demonstration=None, frozen_on=None)
    record = a_directory(
        folder, area=area, venues=[venue], agencies=[*agencies, an_agency(), an_agency("council")]
    )
    pages = (*folder.meetings, *folder.updates, *folder.newsletters)
    prose = {page.origin.path: Prose(SafeHtml(""), "", (), ()) for page in pages}
    return plan(publish_directory(record, prose, AS_OF))


def papers(site: SiteMap, kind: str = "") -> list[PlannedPaper]:
    return [one for one in site.papers if "2026-12-12" in one.address and (not kind or one.page.kind == kind)]


def page_of(site: SiteMap, kind: str) -> PlannedPage:
    return next(one for one in site.pages if one.kind == kind and "2026-12-12" in one.address)


@cache
def printer() -> Printer:
    return Printer()


def printed(press: Press, paper: PlannedPaper) -> Printed:
    return printer().print_sheet(Sheet(press.paper(paper), styles_of(paper.page.kind), paper.sides))


def sizes(pdf: bytes) -> Iterator[float]:
    """The size of every letter, in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    for at in range(text.count_chars()):
        matrix = pypdfium2.raw.FS_MATRIX()
        pypdfium2.raw.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        if not chr(pypdfium2.raw.FPDFText_GetUnicode(text, at)).isspace():
            yield pypdfium2.raw.FPDFText_GetFontSize(text, at) * abs(matrix.d)


def test_papers_of_the_shipped_record_fit_and_can_be_read() -> None:
    press, site = plan(directory())
    first = {(one.page.kind, one.size): one for one in reversed(site.papers) if one.page.kind in KINDS}
    assert {kind for kind, _ in first} == KINDS
    for paper in first.values():
        result = printed(press, paper)
        assert result.sides == 1, paper.address
        assert result.said == ()
        # The foot of a side is small on purpose: it says where the sheet came from. A poster has none.
        least = {"A4": 10.9, "A5": 9.9}[paper.size] if paper.page.kind == "poster" else 8.9
        assert min(sizes(result.pdf)) > least, paper.address
        words = " ".join(pypdfium2.PdfDocument(result.pdf)[0].get_textpage().get_text_bounded().split())
        assert SENTENCE in words
        assert STAY_AWAY in words or paper.page.kind == "thank_you"


@pytest.mark.parametrize("kind", ["panel", "walkabout", "surgery"])
@pytest.mark.parametrize(
    "name",
    ["W" * 200, f"128 {'W' * 196}", "Saint Somewhere and Other Places " * 6],
    ids=["unbroken", "broken once", "words"],
)
def test_a_poster_with_the_longest_of_everything_is_one_side(name: str, kind: str) -> None:
    everyone = [f"agency-{number}" for number in range(20)]
    press, site = made(name=name[:200], kind=kind, agencies_expected=everyone, route="Down the street. " * 200)
    for paper in papers(site, "poster"):
        result = printed(press, paper)
        assert result.sides == 1, paper.address
        assert min(sizes(result.pdf)) > {"A4": 10.9, "A5": 9.9}[paper.size]
        words = pypdfium2.PdfDocument(result.pdf)[0].get_textpage().get_text_bounded()
        shown = "".join(words.split())
        assert shown.count("".join(name[:200].split())) >= 3, "the name, the place or the address is cut off"
        assert "Step-free:notknown" in shown
        assert "moreatexample.org/pacts/luton/" in shown


def test_only_a_walkabout_is_a_walk() -> None:
    for kind, is_walk in (("panel", False), ("walkabout", True)):
        press, site = made(kind=kind, route="Down the street.", start="19:30", end="21:00")
        assert ("<h3>The walk</h3>" in press.page(page_of(site, "poster"))) is is_walk


def test_a_poster_can_be_followed_by_telephone() -> None:
    press, site = made()
    for paper in papers(site, "poster"):
        picture = pypdfium2.PdfDocument(printed(press, paper).pdf)[0].render(scale=100 / 72).to_pil()
        assert [one.text for one in zxingcpp.read_barcodes(picture)] == [
            "https://example.org/pacts/luton/meetings/2026-12-12/"
        ]


def test_a_poster_says_what_somebody_must_know() -> None:
    press, site = made(kind="walkabout", route="From the hall to the park.", start="10:00", end="11:30")
    html = press.page(page_of(site, "poster"))
    for words in (
        "Walk with us. Show us what needs putting right.",
        "Saturday 12 December 2026",
        "10am to 11:30am",
        "Luton hall",
        "It takes 1 hour 30 minutes.",
        "From the hall to the park.",
        "Hearing loop: <strong>not known</strong>",
        "No need to book",
        "01632 960101",
        STAY_AWAY,
    ):
        assert words in html
    body = html.partition("<body>")[2]
    assert body.index(SENTENCE) < body.index("Luton PACT")


def test_what_gives_way_on_the_chairs_sheet_takes_its_label_along() -> None:
    press, site = plan(directory())
    sheets = [press.paper(one) for one in site.papers if one.page.kind == "chair"]
    cells = [row for html in sheets for row in re.findall(r"<td><strong>Held up</strong>(.*?)</td>", html) if row]
    assert cells
    assert all(one.startswith('<span class="chair__why">: ') for one in cells)
    assert all(
        re.search(r'<dt class="chair__agenda">[^<]*</dt> <dd class="chair__agenda">', one) for one in sheets
    )


def test_outside_a_demonstration_nothing_says_so() -> None:
    press, site = made(demonstration=False)
    html = "".join([press.page(one) for one in site.pages if "2026-12-12" in one.address])
    html += "".join(press.paper(one) for one in papers(site))
    assert "invented" not in html.casefold()
    assert "Demonstration" not in html


def test_words_for_the_press_stand_alone() -> None:
    press, site = made()
    text = press.page(page_of(site, "papers")).partition('id="press-text"')[2].partition("<h2")[0]
    assert text.index(SENTENCE) < text.index("What:")
    for words in (
        "Saturday 12 December 2026, 7:30pm to 9pm",
        "Luton hall",
        "01632 960101",
        "at most 3 key issues",
    ):
        assert words in text


def test_without_a_place_there_is_no_poster_and_the_reason_is_told() -> None:
    press, site = made(venue=None)
    assert papers(site, "poster") == []
    html = press.page(page_of(site, "papers"))
    assert "No poster yet" in html
    assert "the place is to follow" in html
    assert "press-text" not in html


def test_pages_link_to_the_pdfs_that_were_made_and_to_no_others() -> None:
    press, site = made()
    page = page_of(site, "papers")
    assert ".pdf" not in press.page(page)
    assert "print it from your browser" in press.page(page)
    press.papers = {paper.address: b"" for paper in papers(site)}
    assert press.page(page).count(".pdf") == len(papers(site))


def test_the_meeting_leads_to_its_papers() -> None:
    press, site = made()
    link = 'luton/meetings/2026-12-12/papers/">Posters and papers for this meeting</a>'
    assert link in press.page(page_of(site, "meeting"))
