"""A PDF written anew: its pages, title and tags stay; who made it, with what and when, goes."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Stream

_KEPT_WORDS = ("dc:title", "dc:language", "pdfuaid:part", "pdfuaid:rev", "pdfaid:part", "pdfaid:conformance")
_NOTES = ("/Metadata", "/PieceInfo", "/LastModified")
_FIRST_SCAN, _END = 0xDA, 0xD9
_COMMENT, _FIRST_APPLICATION, _LAST_APPLICATION = 0xFE, 0xE0, 0xEF
_NEEDED = frozenset({0xE0, 0xEE})  # how its colours are to be read


def clean_pdf(content: bytes) -> bytes:
    """Write a PDF anew from the parts in use: earlier states and whatever was put behind it are left out.

    Its properties keep nothing but the title, and that it is an accessible PDF. Photos in it lose what the
    camera wrote into them. Pages and tags are untouched. The same PDF always gives the same bytes.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        _empty_properties(pdf)
        for part in pdf.objects:
            if isinstance(part, Dictionary | Stream):
                _forget(part, is_root=part.objgen == pdf.Root.objgen)
        written = BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _empty_properties(pdf: pikepdf.Pdf) -> None:
    title = str(pdf.docinfo.get("/Title", "")).strip()
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as words:
        kept = {name: words[name] for name in _KEPT_WORDS if name in words}
    if Name.Metadata in pdf.Root:
        del pdf.Root[Name.Metadata]
    if Name.Info in pdf.trailer:
        del pdf.trailer[Name.Info]
    if title:
        pdf.docinfo[Name.Title] = title
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as words:
        for name, said in kept.items():
            words[name] = said
        if title and "dc:title" not in kept:
            words["dc:title"] = title


def _forget(part: Dictionary | Stream, *, is_root: bool) -> None:
    """Take out the notes that programs leave in parts of a PDF, and cameras in its photos."""
    for name in _NOTES:
        if name in part and not is_root:
            del part[name]
    if isinstance(part, Stream) and part.get(Name.Filter) == Name.DCTDecode:
        photo = part.read_raw_bytes()
        parms = part.get(Name.DecodeParms)
        kept = parms if isinstance(parms, Dictionary) else None
        part.write(b"".join(_without_notes(photo)), filter=Name.DCTDecode, decode_parms=kept)


def _without_notes(photo: bytes) -> Iterator[bytes]:
    """The segments of a JPEG that make up its picture, as they are."""
    at = 2
    yield photo[:at]
    while photo[at : at + 1] == b"\xff" and at + 4 <= len(photo):
        marker = photo[at + 1]
        if marker in {_FIRST_SCAN, _END}:
            break
        after = at + 2 + int.from_bytes(photo[at + 2 : at + 4], "big")
        is_note = marker == _COMMENT or _FIRST_APPLICATION <= marker <= _LAST_APPLICATION
        if not is_note or marker in _NEEDED:
            yield photo[at:after]
        at = after
    yield photo[at:]
