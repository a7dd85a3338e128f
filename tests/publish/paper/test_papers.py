"""The PDFs of a site: made once, kept, made again when anything they are made from changes, told of in plain words."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pact_directory.addresses import Address
from pact_directory.checking import check_record
from pact_directory.pipeline import make_site
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.cache import Cache
from pact_directory.publish.paper import crew, papers, process
from pact_directory.publish.paper.made import MadePapers
from pact_directory.publish.paper.papers import make_papers
from pact_directory.publish.paper.sheets import Printed, Sheet
from tests.factories import AS_OF
from tests.publish.paper.samples import Sample, SamplePage, addresses_of, sample_site
from tests.publish.rendering import RECORD

PAGES = tuple(SamplePage(title=f"Paper {number}") for number in range(3))
Printing = Callable[..., crew.PrintedSheets]


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML of every sheet that went to a printer; nothing is really printed."""
    seen: list[str] = []

    def instead(sheets: list[Sheet]) -> crew.PrintedSheets:
        seen.extend(sheet.html for sheet in sheets)
        return crew.PrintedSheets(tuple(Printed(b"%PDF " + one.html.encode(), one.sides) for one in sheets), "")

    monkeypatch.setattr(papers, "print_sheets", instead)
    return seen


def _make(site: Sample, kept: Cache) -> MadePapers:
    return make_papers(site.press, site.papers, kept)


def test_every_paper_is_made(tmp_path: Path, kept: Cache) -> None:
    site = sample_site(tmp_path / "templates", *PAGES)
    made = _make(site, kept)
    assert list(made.pdfs) == addresses_of(site.papers)
    assert all(pdf.startswith(b"%PDF-1.7") for pdf in made.pdfs.values())
    assert (made.printed, made.unmade, made.complaints) == (3, 0, {})
    assert re.fullmatch(r"PDFs: 3 made, 0 kept from before, 0\.\d MB, \d+\.\d s", made.told[0])


def test_nothing_is_made_twice(tmp_path: Path, kept: Cache, printed: list[str]) -> None:
    site = sample_site(tmp_path / "templates", *PAGES)
    first = _make(site, kept)
    printed.clear()
    again = _make(site, kept)
    assert printed == []
    assert again.pdfs == first.pdfs
    assert again.told[0].startswith("PDFs: 0 made, 3 kept from before")


def test_where_nothing_changed_no_printer_is_loaded(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from pact_directory.publish.cache import Cache
from tests.publish.paper.samples import sample_site
from pact_directory.publish.paper.papers import make_papers

site = sample_site(Path(sys.argv[1]) / "templates")
made = make_papers(site.press, site.papers, Cache(Path(sys.argv[1]) / "cache"))
loaded = {name.partition(".")[0] for name in sys.modules}
print(made.printed, len(made.pdfs), sorted(loaded & {"weasyprint", "mkdocs", "PIL", "fontTools"}))
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, tmp_path], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert runs == ["1 1 []\n", "0 1 []\n"]


def test_one_letter_makes_one_paper_again(tmp_path: Path, kept: Cache, printed: list[str]) -> None:
    _make(sample_site(tmp_path / "templates", *PAGES), kept)
    printed.clear()
    changed = (PAGES[0], replace(PAGES[1], title="Paper l"), PAGES[2])
    made = _make(sample_site(tmp_path / "templates", *changed), kept)
    assert ["Paper l" in html for html in printed] == [True]
    assert len(made.pdfs) == 3


@pytest.mark.parametrize("part", ["read_style", "fonts_content", "_version", "sides"])
def test_whatever_a_paper_is_made_from_makes_it_again(
    part: str, tmp_path: Path, kept: Cache, printed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = sample_site(tmp_path / "templates")
    _make(site, kept)
    printed.clear()
    for remembered in (papers._printer, papers._looks):
        remembered.cache_clear()
    if part == "sides":
        site = replace(site, papers=(replace(site.papers[0], sides=2),))
    else:
        other = b"other" if part == "fonts_content" else "other"
        monkeypatch.setattr(papers, part, lambda *_: other)
    _make(site, kept)
    assert len(printed) == 1
    for remembered in (papers._printer, papers._looks):
        remembered.cache_clear()


def test_what_does_not_fit_is_told_and_not_tried_again(
    tmp_path: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = sample_site(tmp_path / "templates")
    monkeypatch.setattr(
        papers, "print_sheets", lambda sheets: crew.PrintedSheets((Printed(b"", 3, 4),) * len(sheets), "")
    )
    for expected in (0, 0):
        made = _make(site, kept)
        assert (dict(made.pdfs), made.printed) == ({}, expected)
        [_, sentence] = made.told
        assert sentence.startswith(
            "PDF left out: /sample-0/sample.pdf has more to say than fits on its paper. Shorten"
        )
        monkeypatch.setattr(
            papers, "print_sheets", lambda sheets: crew.PrintedSheets(() if not sheets else (None,), "again")
        )


def test_what_fails_is_told_and_tried_again(
    tmp_path: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch, printed: list[str]
) -> None:
    site = sample_site(tmp_path / "templates", *PAGES)
    good = papers.print_sheets

    def fails_at_first(sheets: list[Sheet]) -> crew.PrintedSheets:
        came = good(sheets)
        return crew.PrintedSheets((Printed(b"", said=("ValueError: odd",)), *came.printed[1:]), "")

    monkeypatch.setattr(papers, "print_sheets", fails_at_first)
    made = _make(site, kept)
    assert len(made.pdfs) == 2
    assert made.told[1:] == ("PDF left out: /sample-0/sample.pdf would not print (ValueError: odd).",)
    monkeypatch.setattr(papers, "print_sheets", good)
    assert len(_make(site, kept).pdfs) == 3


def test_without_pango_what_was_kept_is_offered_and_the_rest_left_out(
    tmp_path: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(sample_site(tmp_path / "templates", PAGES[0]), kept)
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    site = sample_site(tmp_path / "templates", *PAGES)
    made = _make(site, kept)
    assert list(made.pdfs) == addresses_of(site.papers)[:1]
    [line, sentence] = made.told
    assert line.startswith("PDFs: 0 made, 1 kept from before")
    assert sentence == (
        "2 PDFs left out, and no page offers them: the library Pango, which sets their text, is missing. Install "
        "Pango (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew "
        "install pango), or write pdf: false in mkdocs.yml to do without."
    )


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (
            "ModuleNotFoundError: No module named 'weasyprint'",
            "the package WeasyPrint is missing. Install this program's",
        ),
        ("AttributeError: function/symbol 'pango_x' not found in library", "is too old. Install Pango"),
        (process.BROKEN, "the printer does not work here (the printer stops while it works). Install Pango"),
    ],
)
def test_why_there_are_none_is_said_in_words(why: str, said: str) -> None:
    [_, sentence] = MadePapers({}, unmade=1, why=why).told
    assert sentence.startswith("1 PDF left out, and no page offers them: ")
    assert said in sentence


def test_signs_that_no_font_holds_are_told_in_words() -> None:
    missing = '.notdef glyph rendered for Unicode string unsupported by fonts: "{}" (U+{})'
    flag, rainbow = missing.format("\U0001f3f3", "1F3F3"), missing.format("\U0001f308", "1F308")
    said = {
        Address("/a.pdf"): f"{flag}; {rainbow}",
        Address("/b.pdf"): flag,
        Address("/c.pdf"): f"{flag}; odd style",
    }
    [_, signs, others] = MadePapers({}, complaints=said).told
    assert signs.startswith("3 PDFs have empty boxes in place of signs that no font here holds: U+1F3F3 U+1F308 ")
    assert signs.endswith("(the first is /a.pdf). Write words instead.")
    assert others.startswith("1 PDF may look wrong: of /c.pdf, the printer said: ")
    [_, sentence] = MadePapers({}, complaints={Address("/a.pdf"): flag}).told
    assert sentence.startswith("1 PDF has empty boxes")


def test_a_kept_file_that_is_no_pdf_is_made_again(tmp_path: Path, kept: Cache, printed: list[str]) -> None:
    site = sample_site(tmp_path / "templates")
    _make(site, kept)
    for file in (tmp_path / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"")
    assert _make(site, kept).printed == 1


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path, printed: list[str]) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    made = _make(sample_site(tmp_path / "templates"), Cache(tmp_path / "cache"))
    assert len(made.pdfs) == 1


def test_pages_link_to_the_pdfs_that_were_made_and_to_no_other(tmp_path: Path) -> None:
    offered, other = Address("/sample-0/sample.pdf"), Address("/sample-1/sample.pdf")
    site = sample_site(tmp_path, SamplePage(pdf=offered), SamplePage(pdf=other))
    site.press.papers = {offered: b"%PDF"}
    pages = [site.press.page(paper.page) for paper in site.papers]
    assert ['href="sample.pdf"' in page or 'href="../sample-0/sample.pdf"' in page for page in pages] == [
        True,
        False,
    ]


def test_paper_itself_offers_no_pdf(tmp_path: Path) -> None:
    site = sample_site(
        tmp_path, template="{% extends frame %}{% block paper %}<p>{{ pdf(page.pdf) or 'none' }}</p>{% endblock %}"
    )
    site.press.papers = {site.papers[0].address: b"%PDF"}
    assert "<p>none</p>" in site.press.paper(site.papers[0])


def test_pictures_stand_in_the_paper_itself(tmp_path: Path) -> None:
    template = "{% extends frame %}{% block paper %}<img src='{{ picture('/pacts/luton/documents/sign.jpg') }}' alt='A sign'>{% endblock %}"
    site = sample_site(tmp_path, template=template)
    site.press.documents = {Address("/pacts/luton/documents/sign.jpg"): b"JPEG"}
    assert "src='data:image/jpeg;base64,SlBFRw=='" in site.press.paper(site.papers[0])


@pytest.mark.parametrize(
    ("policy", "papers", "said"),
    [("", False, 0), ("default-src 'none'", False, 1), ("default-src 'none'", True, 1)],
)
def test_a_preview_makes_no_pdf_and_says_nothing_of_it(
    policy: str, papers: bool, said: int, tmp_path: Path, printed: list[str]
) -> None:
    site = make_site(check_record(RECORD, AS_OF), Appearance(policy=policy, papers=papers), tmp_path)
    assert len(site.told) == said
    assert len(printed) == len(site.press.papers) == (len(site.site_map.papers) if papers else 0)
