"""The kinds of value a record holds, each with its own English when it is wrong.

Every scalar arrives as text, exactly as typed. A type turns the text into a value or raises a
`PydanticCustomError` whose context carries `said` (the sentence) and `hint` (what to write instead).
No lax reading: "86400" is no date, "1_000" no number, "yes" no boolean.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from .days import read_day, read_time
from .names import scripts, slug
from .quoting import shown, text_of, wrong

LINE_LIMIT = 200
WORDS_LIMIT = 4000
ID_LIMIT = 60
FEW_LIMIT = 400
WEB_LIMIT = 500

_WHOLE = re.compile(r"(0|[1-9][0-9]{0,8})\Z")
_GSS = re.compile(r"[EWSNK][0-9]{8}\Z")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_STEM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)*\Z")
_EMAIL = re.compile(
    r"[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+\Z"
)
_PHONE = re.compile(r"(\+44 ?[1-9][0-9 ]{7,12}[0-9]|0[1-9][0-9 ]{7,12}[0-9]|101|111|999)\Z")
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^\s<>\"'`{}|\\^]*)?\Z")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.[A-Za-z0-9]+\Z")
# Controls, marks that turn the direction of writing, tags and the like. Two joiners stay: emoji and some
# scripts need them.
_INVISIBLE_KINDS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def read_count(typed: object) -> int:
    """Read a whole number, 0 or more, in plain digits."""
    if isinstance(typed, int) and not isinstance(typed, bool):
        return typed
    text = text_of(typed, "a whole number")
    if not _WHOLE.match(text):
        raise wrong("not-a-number", f"{shown(text)} is not a whole number.", "Write digits only, such as 14")
    return int(text)


def read_few(typed: object) -> int:
    """Read a whole number of something there are few of: seats, months, days of notice."""
    number = read_count(typed)
    if number > FEW_LIMIT:
        said = f"{number} is more than can be meant here; {FEW_LIMIT} is the most."
        raise wrong("too-many", said, "Look at the number again.")
    return number


def read_flag(typed: object) -> bool:
    """Read true or false."""
    if isinstance(typed, bool):
        return typed
    text = text_of(typed, "true or false")
    if text not in {"true", "false"}:
        raise wrong("not-true-or-false", f"{shown(text)} is neither true nor false.", "Write true or false")
    return text == "true"


def _without_markup(text: str) -> None:
    if text.isascii() and text.isprintable() and "<" not in text and ">" not in text:
        return  # Nearly always, and much quicker than looking at every letter.
    for letter in text:
        if letter in "<>":
            raise wrong("markup", f'"{letter}" cannot be used here.', "Write plain words, without < or >.")
        if _is_invisible(letter):
            raise _invisible(letter)
    if text and not any(letter.isprintable() and not letter.isspace() for letter in text):
        raise _invisible(text[0])


def _is_invisible(letter: str) -> bool:
    if letter in _JOINERS or letter == "\n":
        return False
    return letter in _FILLERS or unicodedata.category(letter) in _INVISIBLE_KINDS


def _invisible(letter: str) -> PydanticCustomError:
    return wrong(
        "invisible-character",
        f"There is an invisible character (U+{ord(letter):04X}) in this text.",
        "Type the text again instead of pasting it.",
    )


def read_line(typed: object) -> str:
    """Read one line of plain text: no markup, nothing invisible, at most 200 characters."""
    text = text_of(typed, "plain words").strip()
    if "\n" in text:
        raise wrong("more-than-one-line", "This runs over more than one line.", "Write it on one line.")
    if len(text) > LINE_LIMIT:
        raise wrong("too-long", f"This has {len(text)} characters; {LINE_LIMIT} is the most.", "Shorten it.")
    _without_markup(text)
    return " ".join(text.split())


def read_words(typed: object) -> str:
    """Read a few sentences of plain text; line breaks become spaces."""
    text = text_of(typed, "plain words").strip()
    if len(text) > WORDS_LIMIT:
        raise wrong("too-long", f"This has {len(text)} characters; {WORDS_LIMIT} is the most.", "Shorten it.")
    _without_markup(text)
    return " ".join(text.split())


def read_name(typed: object) -> str:
    """Read a name: one line whose letters all come from one writing system, with at least one letter."""
    text = read_line(typed)
    found = scripts(text)
    if len(found) > 1:
        listed = " and ".join(sorted(script.title() for script in found))
        raise wrong(
            "mixed-scripts",
            f"{shown(text)} mixes {listed} letters, which can pass for another name.",
            "Type the name again.",
        )
    if not found:
        raise wrong("not-a-name", f"{shown(text)} has no letter in it.", "Write the name in words.")
    return text


def _reader(
    code: str, pattern: re.Pattern[str], thing: str, hint: str, *, quote: bool = True
) -> Callable[[object], str]:
    def read(typed: object) -> str:
        text = text_of(typed, thing)
        if not pattern.match(text):
            # The value of a contact field is never repeated: reports are pasted into public places.
            said = f"{shown(text)} is not {thing}." if quote else f"This is not {thing}."
            raise wrong(code, said, hint)
        return text

    read.__doc__ = f"Read {thing}."
    return read


read_gss = _reader("not-a-gss", _GSS, "a GSS code", "Write the letter and eight digits, such as E05014459")
read_stem = _reader(
    "not-a-meeting-name",
    _STEM,
    "the name of a meeting file",
    "Write the file's name without .md: 2026-03-12 or 2026-03-12-surgery",
)


def read_id(typed: object) -> str:
    """Read an id: a short name for addresses and other files."""
    text = text_of(typed, "an id")
    if not _ID.match(text) or len(text) > ID_LIMIT:
        guess = slug(text) if len(text) <= ID_LIMIT else ""
        hint = f"Use lower-case letters, digits and hyphens, such as {guess or 'luton-hall'}"
        raise wrong("not-an-id", f"{shown(text)} is not an id.", hint)
    return text


read_email = _reader(
    "not-an-email",
    _EMAIL,
    "an e-mail address",
    "Write a role mailbox, such as luton.pact@example.org",
    quote=False,
)
_read_web_form = _reader("not-a-web-address", _WEB, "a web address", "Write it whole, beginning https://")


def read_web(typed: object) -> str:
    """Read a web address: http or https, with nothing invisible in it."""
    text = _read_web_form(typed)
    if len(text) > WEB_LIMIT:
        raise wrong(
            "too-long", f"This has {len(text)} characters; {WEB_LIMIT} is the most.", "Look for a shorter one."
        )
    _without_markup(text)
    return text


read_file_name = _reader(
    "not-a-file-name",
    _FILE,
    "the name of a file in the documents folder",
    "Write the name alone, such as poster.pdf",
)
_read_phone_form = _reader(
    "not-a-phone-number",
    _PHONE,
    "a telephone number",
    'Write it with its area code, such as "01632 960101"',
    quote=False,
)


def read_phone(typed: object) -> str:
    """Read a United Kingdom telephone number; 10 or 11 digits, or 101, 111, 999."""
    text = _read_phone_form(typed)
    digits = sum(letter.isdigit() for letter in text.replace("+44", "0"))
    if digits not in {3, 10, 11}:
        raise wrong(
            "not-a-phone-number",
            "This telephone number has a wrong count of digits.",
            "A number has 10 or 11 digits, area code included.",
        )
    return " ".join(text.split())


def _typed(read: Callable[[Any], Any], schema: dict[str, Any]) -> tuple[BeforeValidator, WithJsonSchema]:
    return BeforeValidator(read), WithJsonSchema(schema)


def _pattern(pattern: re.Pattern[str]) -> dict[str, Any]:
    return {"type": "string", "pattern": "^" + pattern.pattern.removesuffix(r"\Z") + "$"}


_LINE = {"type": "string", "maxLength": LINE_LIMIT, "pattern": "^[^<>\\n]*$"}
_WORDS = {"type": "string", "maxLength": WORDS_LIMIT, "pattern": "^[^<>]*$"}

Day = Annotated[date, *_typed(read_day, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]
ClockTime = Annotated[time, *_typed(read_time, {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})]
Count = Annotated[int, *_typed(read_count, {"type": "integer", "minimum": 0})]
Few = Annotated[int, *_typed(read_few, {"type": "integer", "minimum": 0, "maximum": FEW_LIMIT})]
Flag = Annotated[bool, *_typed(read_flag, {"type": "boolean"})]
Line = Annotated[str, *_typed(read_line, _LINE)]
Words = Annotated[str, *_typed(read_words, _WORDS)]
Name = Annotated[str, *_typed(read_name, _LINE)]
Gss = Annotated[str, *_typed(read_gss, _pattern(_GSS))]
Id = Annotated[str, *_typed(read_id, _pattern(_ID) | {"maxLength": ID_LIMIT})]
Stem = Annotated[str, *_typed(read_stem, _pattern(_STEM))]
Email = Annotated[str, *_typed(read_email, {"type": "string", "format": "email"})]
Phone = Annotated[str, *_typed(read_phone, {"type": "string"})]
WebAddress = Annotated[str, *_typed(read_web, {"type": "string", "format": "uri", "pattern": "^https?://"})]
FileName = Annotated[str, *_typed(read_file_name, _pattern(_FILE))]
