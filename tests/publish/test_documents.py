"""What is published of a document: its picture or its pages, and nothing that the file said besides."""

import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image, ImageCms

from pact_directory import addresses
from pact_directory.model.documents import DocumentFile, DocumentKind
from pact_directory.publish.cache import Cache
from pact_directory.publish.documents import clean_documents
from pact_directory.publish.pdf_cleaning import clean_pdf
from pact_directory.publish.picture_cleaning import clean_picture
from pact_directory.reading.pdfs import look_into_pdf
from pact_directory.reading.photos import look_into_picture
from pact_directory.views.index import Index
from pact_directory.views.site_map import site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.documents_made import (
    ORIENTATION,
    SECRETS,
    a_pdf,
    a_photo,
    a_picture,
    attachment,
    note,
    packed,
    with_author,
    with_photo,
)

from .rendering import directory

KINDS = {"JPEG": DocumentKind.JPEG, "PNG": DocumentKind.PNG}


def cleaned(content: bytes, form: str = "JPEG") -> Image.Image:
    """A picture as the site shows it."""
    return Image.open(BytesIO(bytes_of(content, form)))


def bytes_of(content: bytes, form: str = "JPEG") -> bytes:
    looked = look_into_picture(content)
    return clean_picture(content, KINDS[form], (looked[0], looked[1]))  # type: ignore[arg-type]


def segments(jpeg: bytes) -> list[int]:
    """The markers of a JPEG's segments, up to its picture."""
    found, at = [], 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def chunks(png: bytes) -> set[bytes]:
    """The kinds of a PNG's chunks."""
    found, at = set(), 8
    while at < len(png):
        found.add(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    return found


def is_dark(picture: Image.Image, x: float, y: float) -> bool:
    return picture.convert("L").getpixel((int(x * picture.width), int(y * picture.height))) < 110  # type: ignore[operator]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photo_loses_what_the_phone_wrote_and_stands_upright(form: str, orientation: int) -> None:
    photo = a_photo(orientation=orientation, form=form)
    assert any(secret in photo for secret in SECRETS)
    published = bytes_of(photo, form)
    assert [secret for secret in SECRETS if secret in published] == []
    if form == "JPEG":
        notes = {marker for marker in segments(published) if 0xE0 <= marker <= 0xEF or marker == 0xFE}
        assert notes == {0xE0}  # JFIF, which says nothing of anybody
    else:
        assert chunks(published) == {b"IHDR", b"IDAT", b"IEND"}
    picture = Image.open(BytesIO(published))
    picture.load()
    assert not picture.getexif()
    assert picture.size == ((40, 60) if orientation > 4 else (60, 40))
    dark = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    corners = [(x, y) for x in (0, 1) for y in (0, 1) if is_dark(picture, 0.25 + x / 2, 0.25 + y / 2)]
    assert corners == [dark]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_colours_is_shown_as_screens_do(mode: str) -> None:
    picture = cleaned(packed(a_picture(mode=mode)))
    assert picture.mode == ("L" if mode == "L" else "RGB")
    assert is_dark(picture, 0.2, 0.2)
    assert not is_dark(picture, 0.8, 0.8)


@pytest.mark.parametrize(
    ("mode", "shown"),
    [("1", "L"), ("L", "L"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGBA"), ("LA", "RGBA"), ("I;16", "L")],
)
def test_a_png_of_any_colours_is_shown_as_screens_do(mode: str, shown: str) -> None:
    made = a_picture(mode="RGBA" if mode in {"RGBA", "LA"} else "RGB")
    if mode == "I;16":
        made = made.convert("I").point(lambda depth: depth * 257).convert("I;16")
    else:
        made = made.convert(mode)
    picture = cleaned(packed(made, "PNG"), "PNG")
    assert picture.mode == shown
    assert is_dark(picture.convert("RGB"), 0.2, 0.2)
    assert not is_dark(picture.convert("RGB"), 0.8, 0.8)


def test_see_through_stays_see_through_in_a_palette() -> None:
    made = a_picture(mode="P")
    picture = cleaned(packed(made, "PNG", transparency=made.getpixel((50, 30))), "PNG")
    assert picture.mode == "RGBA"
    assert picture.getpixel((55, 35))[3] == 0  # type: ignore[index]
    assert picture.getpixel((5, 5))[3] == 255  # type: ignore[index]


def test_colours_of_another_profile_are_turned_into_those_of_screens() -> None:
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = packed(a_picture())
    assert cleaned(packed(a_picture(), icc_profile=own)).tobytes() == cleaned(plain).tobytes()
    assert "icc_profile" not in cleaned(packed(a_picture(), icc_profile=own)).info
    assert cleaned(packed(a_picture(), icc_profile=b"no profile")).size == (60, 40)


def test_a_large_photo_is_made_smaller_and_a_small_one_is_left() -> None:
    large = packed(a_picture(4000, 3000), exif=_turned())
    picture = cleaned(large)
    assert picture.size == (1200, 1600)
    assert picture.format == "JPEG"
    assert picture.info.get("progressive")
    assert cleaned(packed(a_picture(90, 50))).size == (90, 50)


def _turned() -> Image.Exif:
    notes = Image.Exif()
    notes[ORIENTATION] = 6
    return notes


def test_what_hides_behind_a_document_does_not_come_along() -> None:
    hidden = b"PK\x03\x04 names and homes"
    assert hidden not in bytes_of(a_photo() + hidden)
    assert hidden not in clean_pdf(a_pdf() + b"\n" + hidden)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert bytes_of(a_photo()) == bytes_of(a_photo())
    written = a_pdf(with_author)
    first = clean_pdf(written)
    time.sleep(1.1)  # the second is what a PDF's id is usually made from
    assert clean_pdf(written) == first
    assert clean_pdf(first) == first


def test_a_pdf_keeps_its_title_and_nothing_of_its_author() -> None:
    written = a_pdf(with_author)
    published = clean_pdf(written)
    assert look_into_pdf(written) is True
    assert look_into_pdf(published) is False
    with pikepdf.open(BytesIO(published)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Terms of reference"}
        with pdf.open_metadata() as words:
            names = {name.rpartition("}")[2]: said for name, said in words.items()}
            assert names == {"title": "Terms of reference", "part": "1"}
    whole = a_pdf(with_author, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert b"A. Person" in whole
    with pikepdf.open(BytesIO(published)) as pdf:
        loose = BytesIO()
        pdf.save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert not [secret for secret in SECRETS if secret in loose.getvalue()]


def test_an_earlier_state_of_a_pdf_is_left_behind() -> None:
    first = a_pdf(attachment, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert b"names and homes" in first
    with pikepdf.open(BytesIO(first)) as pdf:
        del pdf.Root[Name.Names]
        second = BytesIO()
        pdf.save(second, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert b"names and homes" not in clean_pdf(second.getvalue())


def test_a_photo_in_a_pdf_loses_what_the_phone_wrote() -> None:
    published = clean_pdf(a_pdf(with_photo))
    with pikepdf.open(BytesIO(published)) as pdf:
        photo = pdf.pages[0].Resources.XObject.Photo
        raw = photo.read_raw_bytes()
        assert not [secret for secret in SECRETS if secret in raw]
        assert "/Metadata" not in photo
        assert "/PieceInfo" not in pdf.pages[0]
        assert pikepdf.PdfImage(photo).as_pil_image().size == (60, 40)


def test_tags_and_pages_of_a_pdf_are_untouched() -> None:
    (terms,) = [
        one for pact in directory().pacts for one in pact.documents.values() if one.name.startswith("terms")
    ]
    with pikepdf.open(terms.path) as before, pikepdf.open(BytesIO(clean_pdf(terms.path.read_bytes()))) as after:
        assert len(before.pages) == len(after.pages)
        assert after.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in after.Root
        assert str(after.Root.Lang) == str(before.Root.Lang)
        read = [[page.Contents.read_bytes() for page in pdf.pages] for pdf in (before, after)]
        assert read[0] == read[1]


def test_an_odd_pdf_is_cleaned_without_a_word() -> None:
    assert clean_pdf(a_pdf(note(Subtype=Name.Popup)))


def test_documents_are_published_at_their_addresses_and_pages_may_link_to_them(tmp_path: Path) -> None:
    index = Index(directory())
    published = clean_documents(index, Cache(tmp_path))
    offered = {addresses.document(pact.id, name) for pact in index.pacts for name in pact.documents}
    assert offered
    assert set(published) == offered
    assert offered <= site_map(index, NOT_RECORDED).files
    for pact in index.pacts:
        for name, document in pact.documents.items():
            content = published[addresses.document(pact.id, name)]
            if document.kind is not DocumentKind.PDF:
                assert Image.open(BytesIO(content)).size == (document.width, document.height)


def test_what_was_cleaned_is_kept_and_made_anew_when_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, cache = Index(directory()), Cache(tmp_path)
    first = clean_documents(index, cache)
    made: list[DocumentFile] = []
    monkeypatch.setattr("pact_directory.publish.documents._clean", lambda document, _: made.append(document))
    assert clean_documents(index, cache) == first
    assert made == []
    clean_documents(index, Cache())
    assert len(made) == len(first)
