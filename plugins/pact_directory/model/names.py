"""How names are compared and turned into addresses.

Police, council and public write the same name differently ("Hoo St. Werburgh & High Halstow Ward",
"Hoo St Werburgh and High Halstow"); two spellings that fold to the same key are the same name.
"""

import re
import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans("", "", "'\u2018\u2019\u02bc`.")
_LATIN = frozenset({"LATIN"})
_LONGEST_SLUG = 100
_RUNS = re.compile(r"[^a-z0-9]+")
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}  # noqa: RUF001
)


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Reduce a name to the key it is compared by.

    NFKC and case folding, accents folded, "&" read as "and", apostrophes and full stops dropped,
    every other run that is neither letter nor digit read as one space. Letters of other scripts stay.
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS_WITHOUT_DECOMPOSITION))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).translate(_DROPPED)
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())


@lru_cache(maxsize=16384)
def slug(name: str) -> str:
    """Turn a name into one part of an address: lower-case letters, digits and single hyphens.

    Empty when the name has no letter or digit that can be written in ASCII; cut short after 100 letters,
    because an address becomes the name of a folder.
    """
    return _RUNS.sub("-", fold(name)).strip("-")[:_LONGEST_SLUG].rstrip("-")


def scripts(name: str) -> frozenset[str]:
    """Name the writing systems of a name's letters, such as LATIN or CYRILLIC (from the Unicode names).

    Signs that go with any letters, such as the apostrophe U+02BC, belong to none.
    """
    if name.isascii():
        return _LATIN if any(letter.isalpha() for letter in name) else frozenset()
    return frozenset(
        unicodedata.name(letter, "UNKNOWN").split()[0]
        for letter in unicodedata.normalize("NFKC", name)
        if letter.isalpha() and unicodedata.category(letter) != "Lm"
    )
