"""What the printer is given: the HTML of a paper, its styles, and how many sides it must have."""

from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

_STATIC = resources.files("pact_directory") / "publish" / "static" / "paper"
BASE_STYLE = "base"
"""The styles of every paper: sizes, margins, fonts, the foot of each side."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper to be printed: it needs exactly `sides`, and goes without what its styles let go to get there.

    `styles` are names of style files of ours, the first ones giving way to the later.
    """

    html: str
    styles: tuple[str, ...] = (BASE_STYLE,)
    sides: int = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out of the printer: `pdf` is empty where a paper had too much for its sides, or would not print.

    `sides` and `room` are how many it had at last, and how far it had given way by then. `said` is what the
    printer complained of: nothing, unless a template, a style or a font of ours is wrong.
    """

    pdf: bytes
    sides: int = 0
    room: int = 0
    said: tuple[str, ...] = ()


def styles_of(kind: str) -> tuple[str, ...]:
    """The names of the styles that a kind of page has on paper: those of every paper, and its own."""
    return (BASE_STYLE, kind) if _style_file(kind).is_file() else (BASE_STYLE,)


def read_style(name: str) -> str:
    """The text of a style file."""
    return _style_file(name).read_text(encoding="utf-8")


def read_font(name: str) -> bytes:
    """A font of ours. Raises `LookupError` for any other."""
    for font in _font_files():
        if font.name == name:
            return font.read_bytes()
    raise LookupError(name)


def fonts_content() -> bytes:
    """All our fonts, one after another: a paper depends on them."""
    return b"".join(font.read_bytes() for font in sorted(_font_files(), key=lambda font: font.name))


def _style_file(name: str) -> Traversable:
    return _STATIC / f"{name}.css"


def _font_files() -> list[Traversable]:
    return [file for file in (_STATIC / "fonts").iterdir() if file.name.endswith(".woff2")]
