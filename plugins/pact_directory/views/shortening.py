"""Long texts made shorter, for paper: at the end of a sentence where there is one, or else of a word.

A word that is itself too long is cut: a name must not vanish behind the first short word of it.
"""

import re

_SENTENCE = re.compile(r"[.?!](?=\s)")
MORE = "…"
"""Says that there is more."""
_LOOSE = " ,;:-\N{EN DASH}"
"""What nothing shortened ends in."""


def shorten(text: str, most: int) -> str:
    """A text of at most so many letters; what was cut ends in "…"."""
    if len(text) <= most:
        return text
    room = text[: most - 2]
    ends = [found.end() for found in _SENTENCE.finditer(room)]
    # A sentence is worth ending at only where it leaves most of the room used.
    if ends and ends[-1] * 2 > most:
        return f"{room[: ends[-1]]} {MORE}"
    words = room.rsplit(None, 1)[0]
    cut = words if len(words) * 2 > most else room
    return cut.rstrip(_LOOSE) + MORE


def first_words(text: str, most: int) -> str:
    """The first few words of a text; what was cut ends in "…"."""
    every = text.split()
    return text if len(every) <= most else " ".join(every[:most]).rstrip(_LOOSE) + MORE
