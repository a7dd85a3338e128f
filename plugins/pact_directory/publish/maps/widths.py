"""How wide a text is, near enough to keep labels apart."""

from unicodedata import combining, east_asian_width

_THIN = frozenset("iljI.,:;'’|!-()[] ")  # noqa: RUF001 - an apostrophe as printers set it
_NARROW = frozenset('frtJ/"')
_WIDE = frozenset("mwMWO@%&QGDCN")
_ROOMY = 1.08
"""Readers' fonts differ, and labels are bold: the widest usual one is about this much wider than the table."""


def text_width(text: str) -> float:
    """The width of a text in a bold sans-serif font of size 1."""
    return _ROOMY * sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if combining(letter):
        return 0
    if letter in _THIN:
        return 0.3
    if letter in _NARROW:
        return 0.4
    if letter in _WIDE:
        return 0.82
    if letter.isupper():
        return 0.7
    return 1 if east_asian_width(letter) in {"W", "F"} else 0.57
