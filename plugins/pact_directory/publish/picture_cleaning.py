"""A picture packed anew: upright, no larger than a page needs, in the colours of screens, and nothing besides."""

from io import BytesIO

from PIL import Image, ImageCms

from ..model.documents import DocumentKind

_QUALITY = 82
_BITS_16_TO_8 = 1 / 257
_SIXTEEN_BITS = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})
_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SEE_THROUGH = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


def clean_picture(content: bytes, kind: DocumentKind, size: tuple[int, int]) -> bytes:
    """Pack a JPEG or PNG picture anew, `size` pixels wide and high as it is held upright.

    Where and when it was taken, with what and by whom, small copies of it and profiles of colour are all
    left behind: only its pixels are taken over. The same picture always gives the same bytes.
    """
    with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
        # Of a large JPEG, an eighth, a quarter or half of its pixels can be unpacked, and that is often enough.
        picture.draft(picture.mode, (max(size), max(size)))
        turn = picture.getexif().get(_ORIENTATION, 1)
        lying = size[::-1] if turn in _ON_ITS_SIDE else size
        full = _in_plain_form(picture)
        shown = full if full.size == lying else full.resize(lying, Image.Resampling.LANCZOS, reducing_gap=3)
        upright = _in_colours_of_screens(shown, picture.info.get("icc_profile"))
    if turn in _TURNS:
        upright = upright.transpose(_TURNS[turn])
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    packed = BytesIO()
    if kind is DocumentKind.JPEG:
        bare.save(packed, "JPEG", quality=_QUALITY, progressive=True, optimize=True)
    else:
        bare.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _in_plain_form(picture: Image.Image) -> Image.Image:
    """The picture with eight bits a colour and no palette, still in the colours of its profile."""
    if picture.mode in _SIXTEEN_BITS:
        return picture.convert("I").point(lambda depth: depth * _BITS_16_TO_8).convert("L")
    if picture.mode in _SEE_THROUGH or "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode == "1":
        return picture.convert("L")
    return picture if picture.mode in {"L", "RGB", "CMYK"} else picture.convert("RGB")


def _in_colours_of_screens(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Grey, or red, green and blue as screens show them."""
    mode = "RGB" if picture.mode == "CMYK" else picture.mode
    if profile and picture.mode != "L":
        try:
            own, screens = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, own, screens, outputMode=mode) or picture.convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that cannot be used: the colours are then as most programs show them
    return picture.convert(mode)
