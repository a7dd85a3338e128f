"""How what was typed is repeated in a sentence, and refused in one."""

import re

from pydantic_core import PydanticCustomError

_QUOTED = 60
_FEWEST_PHONE_DIGITS = 9
_CONTACT = re.compile(r"\S*@\S*|\+?\(?\d[\d ().-]{7,}\d")


def wrong(code: str, said: str, hint: str) -> PydanticCustomError:
    """Make the error a type raises: a problem code, a plain sentence, and what to write instead."""
    return PydanticCustomError(code, "{said}", {"said": said, "hint": hint})


def shown(typed: object) -> str:
    """Quote what was typed, shortened and on one line, for a sentence.

    Reports are pasted into public places and printed on terminals: what looks like an e-mail address or a
    telephone number is left out, whatever field it was typed in, and so is what cannot be seen.
    """
    text = without_contacts(printable(str(typed)[:1000]))
    return f'"{text}"' if len(text) <= _QUOTED else f'"{text[:57]}..."'


def printable(text: str) -> str:
    """A text on one line, with everything that cannot be seen made visible: no order to a terminal is left."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text)


def has_contact(text: str) -> bool:
    """Tell whether a text holds what looks like an e-mail address or a telephone number."""
    return any(_is_contact(found[0]) for found in _CONTACT.finditer(text))


def without_contacts(text: str) -> str:
    """A sentence with everything left out that looks like an e-mail address or a telephone number."""
    return _CONTACT.sub(lambda found: "(contact left out)" if _is_contact(found[0]) else found[0], text)


def _is_contact(text: str) -> bool:
    return "@" in text or sum(letter.isdigit() for letter in text) >= _FEWEST_PHONE_DIGITS


def text_of(typed: object, wanted: str) -> str:
    """What was typed, where it is text; `wanted` says in words what belongs there."""
    if isinstance(typed, str):
        return typed
    kind = "a list" if isinstance(typed, list) else "a group of fields"
    raise wrong(
        "wrong-shape",
        f"This is {kind}, where {wanted} belong{'' if wanted.endswith('words') else 's'}.",
        f"Write {wanted} on one line.",
    )
