"""Pictures, unpacked once: whether they are whole, how large, and whether they say where they were taken."""

import re
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageFile

from ..model.documents import shown_size
from .faults import Fault

MOST_PIXELS = 50_000_000
"""More than any camera people carry; a small file can unpack into far more."""
_ORIENTATION, _PLACE = 0x0112, 0x8825
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_ENOUGH = (500, 500)
_PLACE_IN_WORDS = re.compile(rb"GPSL(?:at|ong)itude")


class Picture(NamedTuple):
    """A picture that is in order: its pixels as the site shows it, and whether it says where it was taken."""

    width: int
    height: int
    says_place: bool


def look_into_picture(content: bytes) -> Picture | Fault:
    """Unpack a JPEG or PNG picture to see that it is whole and safe, and what it says besides."""
    # Another library may have told Pillow to fill up what is missing, for the whole program.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                return _too_many(width, height)
            if picture.format == "PNG" and getattr(picture, "n_frames", 1) > 1:
                hint = "Save one picture of it as PNG or JPEG."
                return Fault("document-kind", 1, 1, "This is a moving picture.", hint)
            # A JPEG can be unpacked at an eighth of its size, which is quicker and shows all the same that
            # it goes on to its end.
            picture.draft(picture.mode, _ENOUGH)
            picture.load()
            notes = picture.getexif()
            says_place = bool(notes.get_ifd(_PLACE)) or _PLACE_IN_WORDS.search(_words_of(picture)) is not None
            upright = (height, width) if notes.get(_ORIENTATION) in _ON_ITS_SIDE else (width, height)
    except Image.DecompressionBombError:
        return _too_many()
    # Decoders meet broken files with exceptions of many kinds, and every one means the same here.
    except Exception:  # noqa: BLE001, RUF100
        hint = "Save it again from the program it comes from, and see that it opens. Part of it may be missing."
        return Fault("document-unreadable", 1, 1, "This picture does not open.", hint)
    return Picture(*shown_size(*upright), says_place)


def _words_of(picture: Image.Image) -> bytes:
    words = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return words if isinstance(words, bytes) else str(words).encode()


def _too_many(width: int = 0, height: int = 0) -> Fault:
    said = f"This picture is {width:,} by {height:,} pixels" if width else "This picture has too many pixels"
    most = f"{MOST_PIXELS // 1_000_000} million pixels is the most."
    hint = "Open it in Photos or Paint, choose Resize, and save it 2,000 pixels wide."
    return Fault("document-large", 1, 1, f"{said}; {most}", hint)
