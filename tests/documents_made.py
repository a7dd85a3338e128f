"""Pictures and PDFs made in memory, for the tests of reading and publishing them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

GPS = 0x8825
ORIENTATION = 0x0112
PLACE = (51.0, 22.0, 47.5)
SECRETS = (b"Nikonova 4000", b"A. Person", b"Exif", b"http://ns.adobe.com/xap", b"Written at home")


def a_picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose corners tell which way up it is: the upper left one is dark, the others light."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height // 2), fill=(20, 60, 40))
    return picture.convert(mode)


def packed(picture: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """A picture as the bytes of a file."""
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def camera_notes(*, place: bool = True, orientation: int = 1) -> Image.Exif:
    """What a phone writes into a photo."""
    notes = Image.Exif()
    notes[0x0110] = "Nikonova 4000"
    notes[0x013B] = "A. Person"
    notes[0x0132] = "2026:03:12 19:30:00"
    notes[ORIENTATION] = orientation
    if place:
        notes[GPS] = {1: "N", 2: PLACE, 3: "E", 4: (0.0, 31.0, 2.0)}
    return notes


def a_photo(*, orientation: int = 1, place: bool = True, form: str = "JPEG", **options: Any) -> bytes:
    """A photo with everything a phone writes into it."""
    words = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>http://ns.adobe.com/xap A. Person</a></x:xmpmeta>'
    own = {"comment": b"Written at home", "xmp": words} if form == "JPEG" else {}
    return packed(a_picture(), form, exif=camera_notes(place=place, orientation=orientation), **own, **options)


def a_pdf(change: Callable[[pikepdf.Pdf], None] | None = None, **options: Any) -> bytes:
    """A PDF of one empty page, changed before it is written."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    if change:
        change(pdf)
    file = BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def action(**keys: Any) -> Callable[[pikepdf.Pdf], None]:
    """A change that makes a PDF do something when it is opened."""

    def make(pdf: pikepdf.Pdf) -> None:
        pdf.Root[Name.OpenAction] = Dictionary(**keys)

    return make


def note(**keys: Any) -> Callable[[pikepdf.Pdf], None]:
    """A change that puts something on the page to press or look at, two levels down."""

    def make(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0][Name.Annots] = Array([Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **keys)])

    return make


def link(address: str) -> Callable[[pikepdf.Pdf], None]:
    """A change that puts a link on the page."""
    return note(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(address)))


def attachment(pdf: pikepdf.Pdf) -> None:
    """A change that puts another file into a PDF."""
    pdf.attachments["list.txt"] = pikepdf.AttachedFileSpec(pdf, b"names and homes", filename="list.txt")


def with_author(pdf: pikepdf.Pdf) -> None:
    """A change that says who wrote a PDF, with what and when, in both places where that is said."""
    pdf.docinfo[Name.Title] = "Terms of reference"
    pdf.docinfo[Name.Author] = "A. Person"
    pdf.docinfo[Name.Producer] = "Nikonova 4000"
    pdf.docinfo[Name.CreationDate] = "D:20260312193000"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as words:
        words["dc:creator"] = ["A. Person"]
        words["dc:title"] = "Terms of reference"
        words["pdfuaid:part"] = "1"
        words["xmp:CreatorTool"] = "Nikonova 4000"


def with_photo(pdf: pikepdf.Pdf) -> None:
    """A change that puts a photo into a PDF, as it came from the phone, with notes of the program that did it."""
    photo = pdf.make_stream(
        a_photo(), Type=Name.XObject, Subtype=Name.Image, Width=60, Height=40, BitsPerComponent=8
    )
    photo[Name.Filter] = Name.DCTDecode
    photo[Name.ColorSpace] = Name.DeviceRGB
    photo[Name.Metadata] = pdf.make_stream(b"<x:xmpmeta><dc:creator>A. Person</dc:creator></x:xmpmeta>")
    pdf.pages[0][Name.PieceInfo] = Dictionary(Program=Dictionary(Private=String("Written at home")))
    pdf.pages[0][Name.Resources] = Dictionary(XObject=Dictionary(Photo=photo))
