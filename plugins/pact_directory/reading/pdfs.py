"""PDFs, looked through part by part: nothing that runs, asks or carries other files may be offered."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Stream, String

from .faults import Fault

MOST_PARTS = 100_000
"""A thick report with pictures has some ten thousand."""
_RUNS, _ASKS, _CARRIES = "holds a program", "sends or opens something", "carries other files or films"
_LEADS = "has a link that opens something else than a web page or a letter"
_ACTIONS = {
    "/JavaScript": _RUNS,
    **dict.fromkeys(("/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR"), _ASKS),
    **dict.fromkeys(("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"), _CARRIES),
}
_KEYS = {"/JS": _RUNS, "/XFA": _RUNS, "/EF": _CARRIES, "/EmbeddedFiles": _CARRIES}
_NOTES = dict.fromkeys(("/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"), _CARRIES)
_SAFE_LINKS = frozenset({"http", "https", "mailto", "tel", "sms"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
"""What programs that open links pass over."""
_WITHOUT_LINK = "Take that link out where the PDF was written, and print it to PDF again."
_AGAIN = "Open it and print it to PDF (in Word: Save as PDF). The copy holds only what is on the paper."


def look_into_pdf(content: bytes) -> bool | Fault:
    """Look through a PDF; when it is in order, tell whether it says who wrote it."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _fault_of(pdf) or _says_author(pdf)
    except pikepdf.PasswordError:
        return _locked()
    # A broken PDF shows itself in exceptions of many kinds, and every one means the same here.
    except Exception:  # noqa: BLE001, RUF100
        return _unreadable()


def _fault_of(pdf: pikepdf.Pdf) -> Fault | None:
    if pdf.is_encrypted:
        return _locked()
    if not len(pdf.pages):
        return _unreadable()
    if len(pdf.objects) > MOST_PARTS:
        hint = "Print it to PDF again, or split it."
        return Fault("document-large", 1, 1, "This PDF has too many parts to look through.", hint)
    danger = next(_dangers(pdf), "")
    hint = _WITHOUT_LINK if danger is _LEADS else _AGAIN
    return Fault("document-unsafe", 1, 1, f"This PDF {danger}.", hint) if danger else None


def _locked() -> Fault:
    hint = "Save it without a password: nobody could open it, nor a screen reader read it."
    return Fault("document-locked", 1, 1, "This PDF is locked with a password.", hint)


def _unreadable() -> Fault:
    return Fault("document-unreadable", 1, 1, "This PDF does not open.", f"Part of it may be missing. {_AGAIN}")


def _dangers(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What no sheet of paper does, part by part."""
    for part in _parts(pdf):
        yield from (_KEYS[key] for key in part.keys() & _KEYS.keys())
        yield from (
            found for key, kinds in (("/S", _ACTIONS), ("/Subtype", _NOTES)) if (found := _of(part, key, kinds))
        )
        link = part.get("/URI")
        if isinstance(link, String) and not _is_safe(str(link)):
            yield _LEADS
        if isinstance(part, Stream) and "/F" in part:  # its content would lie in another file
            yield _ASKS


def _is_safe(link: str) -> bool:
    """Tell whether a link leads to a page, a letter or a telephone: no program, no folder of a computer."""
    plain = _UNSEEN.sub("", link)
    scheme = _SCHEME.match(plain)
    return "\\" not in plain[:2] and (scheme is None or scheme[1].lower() in _SAFE_LINKS)


def _of(part: Any, key: str, kinds: dict[str, str]) -> str:
    return kinds.get(str(part.get(key, "")), "")


def _parts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of a PDF, those within others too."""
    for whole in (pdf.trailer, *pdf.objects):
        waiting: list[Any] = [whole]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Array):
                inner = list(part)
            elif isinstance(part, Dictionary | Stream):
                yield part
                inner = [part[key] for key in part.keys()]  # noqa: SIM118 - no mapping
            else:
                continue
            # What stands by itself is looked at by itself.
            waiting += [one for one in inner if isinstance(one, Array | Dictionary) and not one.is_indirect]


def _says_author(pdf: pikepdf.Pdf) -> bool:
    if str(pdf.docinfo.get("/Author", "")).strip():
        return True
    with pdf.open_metadata(set_pikepdf_as_editor=False) as words:
        return bool(words.get("dc:creator"))
