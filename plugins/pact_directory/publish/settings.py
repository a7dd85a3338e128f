"""From the settings adopters know from Material for MkDocs to our `Appearance`, with contrast checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..addresses import HAND_WRITTEN, HOME, PALETTE
from .appearance import Appearance
from .tiles import read_tiles
from .unsuitable import UnsuitableSettingError

# The named colours of Material for MkDocs, primary and accent.
_PRIMARY = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue grey": "#546d78", "black": "#000000",
}  # fmt: skip
_ACCENT = {
    "red": "#ff1947", "pink": "#f50056", "purple": "#df41fb", "deep purple": "#7c4dff", "indigo": "#526cfe",
    "blue": "#4287ff", "light blue": "#0091eb", "cyan": "#00bad6", "teal": "#00bda4", "green": "#00c753",
    "light green": "#63de17", "lime": "#b0eb00", "yellow": "#ffd500", "amber": "#ffaa00", "orange": "#ff9100",
    "deep orange": "#ff6e42",
}  # fmt: skip
# The lightest and darkest grounds the colours stand on in site.css.
_WHITE = "#ffffff"
_SOFT = "#f1ebdf"
TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0
# What Material says when an adopter says nothing; we have an icon of our own.
_MATERIAL_FAVICON = "assets/images/favicon.png"
_LANGUAGES = {"en": "en-GB", "en-GB": "en-GB"}


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says of the look, as plain values; `files` are those of `content/`, by path."""

    name: str
    site_url: str = ""
    theme: Mapping[str, Any] | None = None
    files: frozenset[str] = frozenset()
    styles: tuple[str, ...] = ()
    copyright: str = ""
    social: Sequence[Mapping[str, Any]] = ()
    nav: Sequence[Any] = ()
    has_search: bool = True
    tiles: Any = None
    papers: bool = False


def read_appearance(settings: Settings, policy: str) -> Appearance:
    """Turn settings into the look of every page. Raises `UnsuitableSettingError`."""
    theme = settings.theme or {}
    palette = _palette(theme.get("palette"))
    brand = _colour("primary", palette.get("primary"), _PRIMARY, _SOFT, TEXT_CONTRAST)
    accent = _colour("accent", palette.get("accent"), _ACCENT, _WHITE, SHAPE_CONTRAST)
    styles = tuple(_file("extra_css", style, settings.files) for style in settings.styles)
    return Appearance(
        name=settings.name,
        logo=_file("theme.logo", theme.get("logo"), settings.files),
        favicon=_file("theme.favicon", theme.get("favicon"), settings.files),
        language=_language(theme.get("language")),
        styles=((PALETTE,) if brand or accent else ()) + styles,
        brand=brand,
        accent=accent,
        copyright=settings.copyright,
        social=tuple(_social(entry) for entry in _list("extra.social", settings.social)),
        nav=tuple(_own_pages(settings.nav, settings.files)),
        policy=policy,
        site_url=settings.site_url,
        has_search=settings.has_search,
        tiles=read_tiles(settings.tiles),
        papers=settings.papers,
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - the sRGB curve
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _palette(palette: Any) -> Mapping[str, Any]:
    if isinstance(palette, list):
        palette = palette[0] if palette else {}
    return palette if isinstance(palette, Mapping) else {}


def _colour(setting: str, named: Any, known: Mapping[str, str], ground: str, least: float) -> str:
    if named is None or named in ("", "custom"):
        return ""
    name = str(named).replace("-", " ")
    good = sorted(other for other, colour in known.items() if contrast(colour, ground) >= least)
    colour = name.lower() if _is_hex(name) else known.get(name)
    if colour is None:
        raise UnsuitableSettingError(
            f'mkdocs.yml: theme.palette.{setting}: "{named}" is not a colour of Material for MkDocs. '
            f'Write one of: {", ".join(good)}; or six hexadecimal digits such as "#17594a".'
        )
    found = contrast(colour, ground)
    if found < least:
        raise UnsuitableSettingError(
            f'mkdocs.yml: theme.palette.{setting}: "{named}" has a contrast of {found:.1f} to 1 on our pages; '
            f"at least {least} to 1 can be read by everyone. Write one of: {', '.join(good)}; or a darker colour."
        )
    return colour


def _is_hex(name: str) -> bool:
    return len(name) == 7 and name[0] == "#" and all(letter in "0123456789abcdefABCDEF" for letter in name[1:])  # noqa: PLR2004


def _language(named: Any) -> str:
    language = str(named or "en")
    if language not in _LANGUAGES:
        raise UnsuitableSettingError(
            f'mkdocs.yml: theme.language: there are no words for "{language}" yet. Write one of: en, en-GB.'
        )
    return _LANGUAGES[language]


def _file(setting: str, named: Any, files: frozenset[str]) -> str:
    path = str(named or "").lstrip("/")
    if path in {"", _MATERIAL_FAVICON}:
        return ""
    if path not in files:
        raise UnsuitableSettingError(
            f"mkdocs.yml: {setting}: there is no file content/{path}. Put it there, or take the line away."
        )
    return f"/{path}"


def _list(setting: str, given: Any) -> Sequence[Any]:
    if given is not None and not isinstance(given, list | tuple):
        raise UnsuitableSettingError(f"mkdocs.yml: {setting}: a list belongs here, each entry after a hyphen.")
    return given or ()


def _social(entry: Any) -> tuple[str, str]:
    if not isinstance(entry, Mapping):
        raise UnsuitableSettingError(
            "mkdocs.yml: extra.social: write each entry as {name: ..., link: https://...}"
        )
    link = str(entry.get("link", ""))
    if not link.startswith(("https://", "http://", "mailto:")):
        raise UnsuitableSettingError(
            f'mkdocs.yml: extra.social: "{link}" is not an address. Begin it with https:// or mailto:'
        )
    return str(entry.get("name") or link.removeprefix("https://").removeprefix("mailto:")), link


def _own_pages(nav: Sequence[Any], files: frozenset[str]) -> list[tuple[str, str]]:
    """The adopter's own pages in `nav:`, with groups opened out; pages the frame links to anyway left out.

    Only files of `content/` count: "javascript:...//.md" is no page, whatever its ending.
    """
    found: list[tuple[str, str]] = []
    for entry in nav:
        for title, target in entry.items() if isinstance(entry, Mapping) else ():
            if isinstance(target, list):
                found += _own_pages(target, files)
            elif str(target) in files and str(target).endswith(".md"):
                path = str(target).removesuffix(".md").removesuffix("index")
                found.append((str(title), "/" + (path if path.endswith("/") or not path else path + "/")))
    return [(title, address) for title, address in found if address not in {HOME, *HAND_WRITTEN}]
