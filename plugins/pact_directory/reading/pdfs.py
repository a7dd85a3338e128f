"""PDFs, looked through part by part: nothing that runs, asks or carries other files may be offered."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Stream, String

from .faults import Fault

MOST_PARTS = 100_000
"""A thick report with pictures has some ten thousand."""
_RUNS, _ASKS, _CARRIES = "holds a program", "sends or opens something", "carries other files or films"
_ACTIONS = {
    "/JavaScript": _RUNS,
    **dict.fromkeys(("/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR"), _ASKS),
    **dict.fromkeys(("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"), _CARRIES),
}
_KEYS = {"/JS": _RUNS, "/XFA": _RUNS, "/EF": _CARRIES, "/EmbeddedFiles": _CARRIES}
_NOTES = dict.fromkeys(("/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"), _CARRIES)
_RUNNING_LINKS = ("javascript:", "vbscript:", "data:", "file:")
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
    return Fault("document-unsafe", 1, 1, f"This PDF {danger}.", _AGAIN) if danger else None


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
        if isinstance(link, String) and str(link).strip().lower().startswith(_RUNNING_LINKS):
            yield _RUNS
        if isinstance(part, Stream) and "/F" in part:  # its content would lie in another file
            yield _ASKS


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
