"""The printer: PDFs that can be read aloud, on as many sides as they must have, from nothing but our own files."""

import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import outloud
import pikepdf
import pytest
import zxingcpp

from pact_directory.publish.paper.printing import Printer
from pact_directory.publish.paper.sheets import Printed, Sheet, fonts_content, read_font, styles_of
from pact_directory.publish.qr import qr
from pact_directory.publish.words import words
from tests.publish.paper.samples import BASE, SamplePage, a_sheet, sample_site
from tests.publish.paper.seeing import pictures, words_of

MANY = "<p class='spare'>Something that can be spared.</p>" * 40


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer()


@pytest.fixture(scope="module")
def sample(printer: Printer, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The sample paper, as the press makes it."""
    site = sample_site(tmp_path_factory.mktemp("templates"))
    return printer.print_sheet(Sheet(site.press.paper(site.papers[0])))


def test_a_pdf_says_of_itself_what_reading_aloud_needs(sample: Printed) -> None:
    with pikepdf.open(BytesIO(sample.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert len(pdf.Root.StructTreeRoot.K) >= 1
        assert str(pdf.docinfo.Title) == "Demonstration: What the panel did"
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Demonstration: What the panel did"


def test_the_checker_finds_nothing_to_complain_of(sample: Printed, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(sample.pdf)
    found = outloud.check(str(file))
    assert found.verdict == "pass", found.findings
    assert (found.errors, found.warnings) == (0, 0), found.findings


@pytest.mark.parametrize(("size", "millimetres"), [("A4", (210, 297)), ("A5", (148, 210))])
def test_paper_has_the_size_that_is_asked_for(printer: Printer, size: str, millimetres: tuple[int, int]) -> None:
    printed = printer.print_sheet(a_sheet(size=size))
    assert not printed.said
    with pikepdf.open(BytesIO(printed.pdf)) as pdf:
        sizes = [[round(float(edge) * 25.4 / 72) for edge in page.mediabox][2:] for page in pdf.pages]
    assert sizes == [list(millimetres)]


def test_every_font_is_in_the_file(printer: Printer) -> None:
    printed = printer.print_sheet(a_sheet("<h1>Ŵyŷ</h1><p>Łódź, <b>İzmir</b>, <i>ġnien</i>; 7:30pm</p>"))
    with pikepdf.open(BytesIO(printed.pdf)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        for font in fonts:
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    # Welsh, Polish, Turkish and Maltese letters come from our fonts, not from whatever the machine has.
    assert names == {"Paper", "Paper-Bold", "Paper-Italic", "Paper-Ext", "Paper-Ext-Bold", "Paper-Ext-Italic"}
    assert "Ŵyŷ" in words_of(printed.pdf)


def test_the_mark_of_a_demonstration_comes_first(sample: Printed) -> None:
    assert words_of(sample.pdf).startswith("Demonstration: the wards and postcodes are real")


def test_links_of_several_parts_and_headers_of_tables_are_what_they_say(printer: Printer, tmp_path: Path) -> None:
    said = """<h1>A paper</h1><p>Write to <a href="mailto:luton.pact@example.org"><span>luton.pact</span><wbr
    ><span>@example.org</span></a>, or ring the whole long number
    <a href="tel:01632960101" style="white-space: nowrap">01632 960101, a rather long one</a>.</p>
    <table><caption>Who does what</caption><thead><tr><th scope="col">Who</th><th scope="col">What</th></tr></thead>
    <tbody><tr><th scope="row">Council</th><td>A sign</td></tr></tbody></table>"""
    printed = printer.print_sheet(a_sheet(f"<div style='width: 70mm'>{said}</div>"))
    with pikepdf.open(BytesIO(printed.pdf)) as pdf:
        links = [str(link.A.URI) for page in pdf.pages for link in page.Annots]
        scopes = [str(part.A.Scope) for part in pdf.objects if _is_header(part)]
    assert links == ["mailto:luton.pact@example.org", "tel:01632960101"]
    assert scopes == ["/Column", "/Column", "/Row"]
    (tmp_path / "paper.pdf").write_bytes(printed.pdf)
    assert outloud.check(str(tmp_path / "paper.pdf")).errors == 0


def _is_header(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/TH"


def test_only_what_belongs_on_paper_is_there(sample: Printed) -> None:
    said = words_of(sample.pdf)
    assert "A sign is up on Luton Road." in said
    assert "only on the web" not in said


def test_a_telephone_finds_the_page_by_the_code(sample: Printed) -> None:
    [side] = pictures(sample.pdf, dots=100)
    assert [code.text for code in zxingcpp.read_barcodes(side)] == [f"{BASE}sample-0/"]


@pytest.mark.parametrize("length", [1, 20, 40, 60, 80, 100])
def test_codes_of_any_address_are_read(printer: Printer, length: int) -> None:
    for letter in "ab7-":
        address = f"https://example.org/{letter * length}/"
        printed = printer.print_sheet(a_sheet(f"<h1>A paper</h1>{qr(words(), address)}"))
        assert [code.text for code in zxingcpp.read_barcodes(pictures(printed.pdf, dots=100)[0])] == [address]


def test_a_code_says_where_it_leads_and_lets_no_markup_in() -> None:
    code = qr(words(), 'https://example.org/"><script>')
    assert "<title>QR code that leads to https://example.org/&#34;&gt;&lt;script&gt;</title>" in code
    assert qr(words(), "") == ""


def test_an_address_is_printed_for_somebody_to_type(sample: Printed) -> None:
    said = words_of(sample.pdf)
    assert "pacts.example.org/medway/sample-0/" in said
    assert "https://" not in said


def test_without_an_address_of_the_site_there_are_words_and_no_links(printer: Printer, tmp_path: Path) -> None:
    site = sample_site(tmp_path, base="")
    printed = printer.print_sheet(Sheet(site.press.paper(site.papers[0])))
    assert (printed.sides, printed.said) == (1, ())
    assert "no address" in words_of(printed.pdf)
    assert not zxingcpp.read_barcodes(pictures(printed.pdf)[0])
    with pikepdf.open(BytesIO(printed.pdf)) as pdf:
        assert [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", [])] == ["tel:101"]
    (tmp_path / "sample.pdf").write_bytes(printed.pdf)
    assert outloud.check(str(tmp_path / "sample.pdf")).verdict == "pass"


def test_markup_stays_text(printer: Printer, tmp_path: Path) -> None:
    hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style>"
    site = sample_site(tmp_path, SamplePage(hostile, (hostile, "\u202elast")))
    printed = printer.print_sheet(Sheet(site.press.paper(site.papers[0])))
    assert printed.said == ()
    assert words_of(printed.pdf).replace(" ", "").count(hostile.replace(" ", "")) == 2
    with pikepdf.open(BytesIO(printed.pdf)) as pdf:
        assert str(pdf.docinfo.Title).endswith(hostile)


def test_a_paper_that_is_too_full_gives_way_until_it_fits(printer: Printer) -> None:
    styles = "<style>.room-2 .spare, .room-3 .spare { display: none }</style>"
    printed = printer.print_sheet(a_sheet(f"{styles}<h1>A paper</h1>{MANY}"))
    assert (printed.sides, printed.room) == (1, 2)
    assert printed.pdf == printer.print_sheet(a_sheet(f"{styles}<h1>A paper</h1>{MANY}")).pdf


@pytest.mark.parametrize(("front", "back"), [(MANY, "Little"), ("Little", MANY)])
def test_a_full_side_takes_nothing_from_the_other(printer: Printer, front: str, back: str) -> None:
    styles = """<style>.room-2 .spare, .room-2 .all { display: none } .room-0 .less { display: none }
    .side + .side { break-before: page }</style>"""
    sides = "".join(
        f"<div class='side'>{words}<p class='all'>All is here</p><p class='less'>Less</p></div>"
        for words in (front, back)
    )
    printed = printer.print_sheet(a_sheet(f"{styles}{sides}", sides=2))
    assert (printed.sides, printed.room) == (2, 2)
    assert words_of(printed.pdf).count("All is here") == words_of(printed.pdf).count("Less") == 1


def test_a_paper_that_no_room_is_small_enough_for_is_not_printed(printer: Printer) -> None:
    printed = printer.print_sheet(a_sheet(f"<h1>A paper</h1>{MANY * 3}"))
    assert printed == Printed(b"", printed.sides, 4)
    assert printed.sides > 1


def test_a_paper_with_too_few_sides_is_not_printed_either(printer: Printer) -> None:
    assert printer.print_sheet(a_sheet(sides=2)) == Printed(b"", 1, 4)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1:1/x.png", "x.png", "font:../base.css"]
)
def test_no_file_and_no_server_is_asked(printer: Printer, address: str) -> None:
    printed = printer.print_sheet(a_sheet(f"<h1>A</h1><p><img src='{address}' alt='A picture'> words</p>"))
    assert printed.pdf
    assert printed.said


def test_what_is_wrong_with_styles_is_said(printer: Printer) -> None:
    printed = printer.print_sheet(a_sheet("<style>p { colour: red }</style><h1>A paper</h1>"))
    assert "colour" in " ".join(printed.said)


def test_our_styles_and_fonts_are_all_understood() -> None:
    assert Printer().print_sheet(a_sheet("<h1>A</h1><p><b>b</b> <i>i</i> ŵ <b>ŵ</b> <i>ŵ</i></p>")).said == ()


@pytest.mark.parametrize(
    "style",
    sorted(
        {
            styles_of(path.stem)[-1]
            for path in Path(
                str(Path(__file__).parents[3] / "plugins" / "pact_directory" / "publish" / "static" / "paper")
            ).glob("*.css")
        }
    ),
)
def test_every_style_of_paper_is_understood(style: str) -> None:
    assert Printer().print_sheet(Sheet(a_sheet().html, ("base", style))).said == ()


def test_no_font_is_given_but_ours() -> None:
    assert len(fonts_content()) < 100_000
    with pytest.raises(LookupError):
        read_font("LICENSE")


def test_the_same_paper_is_the_same_bytes_in_another_process(sample: Printed, tmp_path: Path) -> None:
    site = sample_site(tmp_path)
    paper = tmp_path / "paper.html"
    paper.write_text(site.press.paper(site.papers[0]))
    program = (
        "import sys, hashlib; from pathlib import Path; from pact_directory.publish.paper.printing import Printer;"
        "from pact_directory.publish.paper.sheets import Sheet;"
        "print(hashlib.sha256(Printer().print_sheet(Sheet(Path(sys.argv[1]).read_text())).pdf).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", program, paper],
        check=True,
        capture_output=True,
        text=True,
        env={"TZ": "Asia/Tokyo"},
    )
    assert there.stdout.strip() == hashlib.sha256(sample.pdf).hexdigest()
