"""Documents are judged by what they hold; what is wrong is said in plain words, and nothing crashes."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, String

from pact_directory.model.documents import DocumentFile, DocumentKind, shown_size
from pact_directory.reading import read_directory, read_files
from pact_directory.reading.documents import LARGEST, read_documents
from pact_directory.reading.files import RecordFiles
from pact_directory.reading.pdfs import look_into_pdf
from pact_directory.reading.photos import MOST_PIXELS, look_into_picture
from tests.documents_made import (
    a_pdf,
    a_photo,
    a_picture,
    action,
    attachment,
    link,
    note,
    packed,
    with_author,
    with_photo,
)
from tests.hostile.record import attacked

PATH = "luton/documents"
PROGRAM = String("app.alert('hello')")


def look(tmp_path: Path, name: str, content: bytes) -> tuple[DocumentFile | None, tuple[str, str, str]]:
    """One document: what it was found to be, and the code, message and hint of its fault."""
    place = tmp_path / name
    place.write_bytes(content)
    found = read_documents(RecordFiles("pacts", {}, {}, places={f"{PATH}/{name}": place}))
    fault = found.faults[0][1] if found.faults else None
    said = (fault.code, fault.message, fault.hint) if fault else ("", "", "")
    return found.sound.get(f"{PATH}/{name}"), said


def png_of(width: int, height: int) -> bytes:
    """A PNG of the size it says, with next to nothing in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("sign.jpg", a_photo(place=False), DocumentKind.JPEG),
        ("Sign_at-the.school.JPEG", packed(a_picture(), progressive=True), DocumentKind.JPEG),
        ("sign.png", packed(a_picture(mode="P"), "PNG"), DocumentKind.PNG),
        ("terms.pdf", a_pdf(), DocumentKind.PDF),
    ],
)
def test_what_is_in_order_passes(tmp_path: Path, name: str, content: bytes, kind: DocumentKind) -> None:
    document, said = look(tmp_path, name, content)
    assert said == ("", "", "")
    assert document is not None
    assert (document.name, document.kind, document.size) == (name, kind, len(content))
    assert (document.width, document.height) == ((0, 0) if kind is DocumentKind.PDF else (60, 40))
    assert not document.says_place
    assert not document.says_author


def test_sizes_are_those_of_the_picture_held_upright() -> None:
    found = look_into_picture(a_photo(orientation=6))
    assert found[:2] == (40, 60)
    assert look_into_picture(packed(a_picture(4000, 3000)))[:2] == (1600, 1200)
    assert shown_size(1, 50_000) == (1, 1600)


@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        ("a.jpg", packed(a_picture(), "GIF"), "but a GIF picture", "save it as JPEG: a new ending is not enough"),
        ("a.jpg", packed(a_picture(), "WEBP"), "but a WebP picture", "JPEG"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1", "but a HEIC or AVIF picture", "JPEG"),
        ("a.png", packed(a_picture(), "TIFF"), "but a TIFF picture", "JPEG"),
        ("a.pdf", b"PK\x03\x04word/document.xml", "but a Word file", "save it as PDF"),
        ("a.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1", "but an old Word or Excel file", "PDF"),
        ("a.pdf", b"<html><script>alert(1)</script>", "but a web page or a drawing", "PDF"),
        ("a.png", b"<?xml version='1.0'?><svg/>", "but a web page or a drawing", "JPEG"),
        ("a.pdf", b"no PDF at all", "but something else", "PDF"),
        ("a.pdf", b" %PDF-1.7", "but something else", "PDF"),
        ("a.png", packed(a_picture()), '"a.png" is a JPEG picture inside.', 'Name it "a.jpg"'),
        ("a.jpeg", packed(a_picture(), "PNG"), "is a PNG picture inside.", 'Name it "a.png"'),
        ("a.jpg", a_pdf(), "is a PDF inside.", 'Name it "a.pdf"'),
        ("a.pdf", b"", '"a.pdf" is empty.', "Put the file here again."),
    ],
)
def test_the_ending_must_be_true(tmp_path: Path, name: str, content: bytes, message: str, hint: str) -> None:
    document, said = look(tmp_path, name, content)
    assert document is None
    assert said[0] == "document-kind"
    assert message in said[1]
    assert hint in said[2]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Sign at the school.JPG", "sign-at-the-school.JPG"),
        ("50%.pdf", "50.pdf"),
        ("a?b#c.pdf", "a-b-c.pdf"),
        ("Zażółć.png", "zazolc.png"),
        ("«».pdf", "document.pdf"),
    ],
)
def test_a_name_that_no_address_can_hold_is_refused(tmp_path: Path, name: str, better: str) -> None:
    code, message, hint = look(tmp_path, name, a_pdf())[1]
    assert code == "document-name"
    assert message.startswith(f'"{name}"')
    assert hint == f'Name it "{better}".'


@pytest.mark.parametrize(("name", "hint"), [("sign.jpg", "choose Resize"), ("terms.pdf", "minimum size")])
def test_fifty_megabytes_are_weighed_and_not_read(tmp_path: Path, name: str, hint: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(50_000_000)
    found = read_documents(RecordFiles("pacts", {}, {}, places={name: tmp_path / name}))
    ((_, fault),) = found.faults
    assert (fault.code, fault.message) == ("document-large", "This weighs 50 MB; 10 MB is the most.")
    assert hint in fault.hint
    assert LARGEST == 10_000_000


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_picture_cut_short_is_found(tmp_path: Path, form: str, share: float) -> None:
    content = packed(a_picture(900, 700), form)
    _, said = look(tmp_path, f"sign.{form.lower()}", content[: int(len(content) * share)])
    assert said[:2] == ("document-unreadable", "This picture does not open.")


def test_a_small_file_that_unpacks_into_a_huge_picture_is_refused(tmp_path: Path) -> None:
    for width, height in ((9_000, 9_000), (30_000, 30_000), (2_000_000_000, 2_000_000_000)):
        _, said = look(tmp_path, "bomb.png", png_of(width, height))
        assert said[0] in {"document-large", "document-unreadable"}, (width, height)
    _, said = look(tmp_path, "bomb.png", png_of(9_000, 9_000))
    assert "9,000 by 9,000 pixels; 50 million pixels is the most" in said[1]
    assert MOST_PIXELS == 50_000_000


def test_a_moving_picture_is_refused(tmp_path: Path) -> None:
    frames = [a_picture(), a_picture().rotate(180)]
    moving = packed(frames[0], "PNG", save_all=True, append_images=frames[1:])
    assert look(tmp_path, "moving.png", moving)[1][:2] == ("document-kind", "This is a moving picture.")


def test_a_photo_that_says_where_it_was_taken_is_known() -> None:
    assert look_into_picture(a_photo())[2] is True
    assert look_into_picture(a_photo(place=False))[2] is False
    words = b"<x:xmpmeta><exif:GPSLatitude>51,22.7N</exif:GPSLatitude></x:xmpmeta>"
    assert look_into_picture(packed(a_picture(), xmp=words))[2] is True


UNSAFE = {
    "a program when it opens": action(S=Name.JavaScript, JS=PROGRAM),
    "a program at a link": note(Subtype=Name.Link, A=Dictionary(S=Name.JavaScript, JS=PROGRAM)),
    "a program among the names": lambda pdf: pdf.Root.__setitem__(
        Name.Names, Dictionary(JavaScript=Dictionary(Names=["a", Dictionary(S=Name.JavaScript, JS=PROGRAM)]))
    ),
    "a form of another kind": lambda pdf: pdf.Root.__setitem__(Name.AcroForm, Dictionary(XFA=PROGRAM)),
    "a command": action(S=Name.Launch, F=String("cmd.exe")),
    "a form that is sent": action(S=Name.SubmitForm, F=String("https://example.org/")),
    "another file opened": action(S=Name.GoToR, F=String(r"\\server\share")),
    "a link that runs": link("JavaScript:alert(1)"),
    "a link that runs, in two parts": link("java\nscript:alert(1)"),
    "a link to a program": link("search-ms:query=x"),
    "a link into a computer": link("file:///C:/Users/me"),
    "a link to a shared folder": link(r"\\server\share"),
    "an attached file": attachment,
    "a film": note(Subtype=Name.RichMedia),
    "content elsewhere": lambda pdf: pdf.Root.__setitem__(Name.Odd, pdf.make_stream(b"", F=String("other.bin"))),
}


@pytest.mark.parametrize("what", UNSAFE)
def test_a_pdf_that_does_more_than_paper_is_refused(what: str) -> None:
    fault = look_into_pdf(a_pdf(UNSAFE[what]))
    assert not isinstance(fault, bool)
    assert fault.code == "document-unsafe"
    assert fault.message.startswith("This PDF ")
    assert "print it to PDF" in fault.hint


def test_an_ordinary_pdf_may_have_links_and_pictures() -> None:
    assert look_into_pdf(a_pdf(link("https://example.org/"))) is False
    assert look_into_pdf(a_pdf(link("mailto:pacts@example.org"))) is False
    assert look_into_pdf(a_pdf(link("www.example.org/pacts"))) is False
    assert look_into_pdf(a_pdf(link("#page=2"))) is False
    assert look_into_pdf(a_pdf(with_photo)) is False
    assert look_into_pdf(a_pdf(with_author)) is True


def test_a_locked_pdf_is_refused_with_and_without_a_password_to_open_it() -> None:
    for user in ("secret", ""):
        fault = look_into_pdf(a_pdf(encryption=pikepdf.Encryption(owner="owner", user=user)))
        assert not isinstance(fault, bool)
        assert (fault.code, fault.message) == ("document-locked", "This PDF is locked with a password.")


def test_a_broken_pdf_is_refused() -> None:
    for content in (b"%PDF-1.7", b"%PDF-1.7\n%%EOF", a_pdf()[:300]):
        fault = look_into_pdf(content)
        assert isinstance(fault, bool) or fault.code == "document-unreadable", content


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 5_000), byte=st.integers(0, 255), which=st.sampled_from(["photo", "png", "pdf"]))
def test_no_broken_file_crashes_the_check(at: int, byte: int, which: str) -> None:
    whole = {"photo": a_photo(), "png": packed(a_picture(), "PNG"), "pdf": a_pdf(with_author)}[which]
    broken = bytearray(whole)
    broken[at % len(broken)] = byte
    (look_into_pdf if which == "pdf" else look_into_picture)(bytes(broken))


def test_problems_stand_at_the_head_of_the_file_and_sound_ones_are_filed(tmp_path: Path) -> None:
    record = tmp_path / "pacts"
    for path, content in {
        **attacked({}),
        f"{PATH}/sign.jpg": a_photo(),
        f"{PATH}/bad.pdf": b"<html>",
        f"{PATH}/terms.pdf": a_pdf(),
    }.items():
        (record / path).parent.mkdir(parents=True, exist_ok=True)
        (record / path).write_bytes(content)
    (record / PATH / "linked.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    reading = read_directory(read_files(record))
    found = {problem.place: problem.code for problem in reading.problems}
    shown = f"{record.as_posix()}/{PATH}"
    assert found == {f"{shown}/bad.pdf:1:1": "document-kind", f"{shown}/linked.pdf:1:1": "stray-file"}
    assert reading.directory is not None
    folder = reading.directory.folder_by_id["luton"]
    assert set(folder.document_files) == {"sign.jpg", "terms.pdf"}
    assert folder.documents == {"sign.jpg", "terms.pdf", "bad.pdf"}


def test_a_record_without_documents_loads_no_library_for_them(tmp_path: Path) -> None:
    for path, content in attacked({}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    program = (
        "import sys; from pathlib import Path; from pact_directory.checking import check_record;"
        f"check_record(Path({str(tmp_path)!r})); print(sorted({{'PIL', 'pikepdf'}} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
