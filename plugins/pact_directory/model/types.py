"""The kinds of value a record holds, each with its own English when it is wrong.

Every scalar arrives as text, exactly as typed. A type turns the text into a value or raises a
`PydanticCustomError` whose context carries `said` (the sentence) and `hint` (what to write instead).
No lax reading: "86400" is no date, "1_000" no number, "yes" no boolean.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from .names import scripts, slug

LINE_LIMIT = 200
WORDS_LIMIT = 4000
ID_LIMIT = 60
FIRST_YEAR, LAST_YEAR = 1900, 2199
_QUOTED = 60
_FEWEST_PHONE_DIGITS = 9

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")
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
_CONTACT = re.compile(r"\S*@\S*|\+?\(?\d[\d ().-]{7,}\d")


def wrong(code: str, said: str, hint: str) -> PydanticCustomError:
    """Make the error a type raises: a problem code, a plain sentence, and what to write instead."""
    return PydanticCustomError(code, "{said}", {"said": said, "hint": hint})


def shown(typed: object) -> str:
    """Quote what was typed, shortened and on one line, for a sentence.

    Reports are pasted into public places and printed on terminals: what looks like an e-mail address or a
    telephone number is left out, whatever field it was typed in, and so is what cannot be seen.
    """
    text = _CONTACT.sub(_without_contact, printable(str(typed)[:1000]))
    return f'"{text}"' if len(text) <= _QUOTED else f'"{text[:57]}..."'


def printable(text: str) -> str:
    """A text on one line, with everything that cannot be seen made visible: no order to a terminal is left."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text)


def has_contact(text: str) -> bool:
    """Tell whether a text holds what looks like an e-mail address or a telephone number."""
    return any(_is_contact(found[0]) for found in _CONTACT.finditer(text))


def _without_contact(found: re.Match[str]) -> str:
    return "(contact left out)" if _is_contact(found[0]) else found[0]


def _is_contact(text: str) -> bool:
    return "@" in text or sum(letter.isdigit() for letter in text) >= _FEWEST_PHONE_DIGITS


def _text(typed: object, wanted: str) -> str:
    if isinstance(typed, str):
        return typed
    kind = "a list" if isinstance(typed, list) else "a group of fields"
    raise wrong("wrong-shape", f"This is {kind}, where {wanted} belongs.", f"Write {wanted} on one line.")


def guess_day(typed: str) -> str | None:
    """The day that was probably meant by one of the usual ways to write it, as YYYY-MM-DD."""
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(typed.strip(), form).date().isoformat()
        except ValueError:
            continue
    return None


def read_day(typed: object) -> date:
    """Read YYYY-MM-DD, nothing else."""
    if isinstance(typed, date):
        return typed
    text = _text(typed, "a date")
    if not _DAY.match(text):
        guess = guess_day(text) or "2026-03-12"
        raise wrong("not-a-date", f"{shown(text)} is not a date.", f"Write year, month, day: {guess}")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise wrong(
            "not-a-date", f"There is no such day as {shown(text)}.", "Look at the month and the day again."
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise wrong("not-a-date", f"{shown(text)} is in no likely year.", "Look at the year again.")
    return day


def guess_time(typed: str) -> str | None:
    """The time that was probably meant by one of the usual ways to write it, as HH:MM."""
    text = typed.lower().replace(" ", "").replace(".", ":")
    for form in ("%I:%M%p", "%I%p", "%H:%M"):
        try:
            return datetime.strptime(text, form).strftime("%H:%M")
        except ValueError:
            continue
    return None


def read_time(typed: object) -> time:
    """Read HH:MM by the 24-hour clock (Europe/London)."""
    if isinstance(typed, time):
        return typed
    text = _text(typed, "a time")
    if not _TIME.match(text):
        guess = guess_time(text) or "19:30"
        raise wrong("not-a-time", f"{shown(text)} is not a time.", f"Use the 24-hour clock: {guess}")
    return time.fromisoformat(text)


def read_count(typed: object) -> int:
    """Read a whole number, 0 or more, in plain digits."""
    if isinstance(typed, int) and not isinstance(typed, bool):
        return typed
    text = _text(typed, "a whole number")
    if not _WHOLE.match(text):
        raise wrong("not-a-number", f"{shown(text)} is not a whole number.", "Write digits only, such as 14")
    return int(text)


def read_flag(typed: object) -> bool:
    """Read true or false."""
    if isinstance(typed, bool):
        return typed
    text = _text(typed, "true or false")
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
    text = _text(typed, "plain words").strip()
    if "\n" in text:
        raise wrong("more-than-one-line", "This runs over more than one line.", "Write it on one line.")
    if len(text) > LINE_LIMIT:
        raise wrong("too-long", f"This has {len(text)} characters; {LINE_LIMIT} is the most.", "Shorten it.")
    _without_markup(text)
    return " ".join(text.split())


def read_words(typed: object) -> str:
    """Read a few sentences of plain text; line breaks become spaces."""
    text = _text(typed, "plain words").strip()
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
        text = _text(typed, thing)
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
    text = _text(typed, "an id")
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
