"""What a volunteer's text may not contain, said in plain English with the place and the way out."""

import re
from bisect import bisect_right
from dataclasses import dataclass

RAW_HTML = "raw-html"
ODD_LINK = "odd-link"
EMPTY_LINK = "empty-link"
IMAGE = "image"
IMAGE_ELSEWHERE = "image-elsewhere"
EMPTY_HEADING = "empty-heading"
ODD_CHARACTER = "odd-character"
LONG_ROW = "long-row"
TOO_DEEP = "too-deep"
TOO_LONG = "too-long"

MAX_LENGTH = 250_000
"""Characters: about eighty pages of minutes. A longer text is refused unread."""

# Code to message and hint.
_WORDS = {
    RAW_HTML: (
        "HTML and hidden comments are not allowed: {}.",
        "Use Markdown, such as **bold** or [words](https://example.org/), or delete it. "
        'To show the sign "<" itself, write \\<.',
    ),
    ODD_LINK: (
        "This link cannot be used: {}.",
        "Write the whole address in small letters and without spaces, such as "
        "https://example.org/page, mailto:panel@example.org or tel:01632960101.",
    ),
    EMPTY_LINK: (
        "This link lacks its words or its address.",
        "Write both: [words](https://example.org/).",
    ),
    IMAGE: (
        "Pictures cannot be placed in the text.",
        "List the file under documents or photos above the text, and refer to it in words.",
    ),
    IMAGE_ELSEWHERE: (
        "This picture is not a file of this site: {}.",
        "Put the file beside the page, and write its name: ![what it shows](map.png)",
    ),
    EMPTY_HEADING: ("This heading has no words.", 'Write the heading after the "#", or delete the line.'),
    ODD_CHARACTER: (
        "There is a hidden control character here: {}.",
        "Delete it: remove the words around it and type them afresh.",
    ),
    LONG_ROW: (
        "This table row has more cells than the table has columns; this would be lost: {}.",
        'Add a column to the first two lines of the table, or write "\\|" for a "|" inside a cell.',
    ),
    TOO_DEEP: (
        "Lists or quotations are nested too deeply here.",
        "Use fewer levels of lists and quotations.",
    ),
    TOO_LONG: (
        f"This text is longer than {MAX_LENGTH:,} characters.",
        "Split it, or attach it as a document.",
    ),
}
CODES = tuple(_WORDS)

MAX_FAULTS = 100
_LONGEST_QUOTE = 40
_CONTACT = re.compile(
    r"""[^\s<>"'()]*(?:@|%40|&\#0*64;|&\#x0*40;|&commat;)[^\s<>"'()]*  # an e-mail address, however written
      | \+?\d[\d\s().%/-]{4,}\d                                        # a telephone number
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the text that is not allowed."""

    code: str
    offset_line: int
    """Line in the text given, from 1."""
    column: int
    """Column in characters (not bytes), from 1."""
    message: str
    """What is wrong. Quotes the culprit in short, never an e-mail address or telephone number."""
    hint: str
    """What to write instead."""


class Faults:
    """Collects faults by byte offset; lines and columns are worked out only when there are any.

    After `MAX_FAULTS` the rest are left out: one careless paste must not drown the report.
    """

    def __init__(self, source: bytes) -> None:
        """Take the text as UTF-8, its lines ended by line feeds alone."""
        self.source = source
        self._found: list[tuple[int, str, str]] = []

    def add(self, offset: int, code: str, culprit: str = "") -> None:
        """Add a fault; the culprit is what its message quotes."""
        if len(self._found) < MAX_FAULTS:
            self._found.append((offset, code, culprit))

    def located(self) -> tuple[Fault, ...]:
        """Return the faults in the order of the text."""
        if not self._found:
            return ()
        starts = [0, *(match.end() for match in re.finditer(rb"\n", self.source))]
        return tuple(self._locate(starts, *found) for found in sorted(self._found))

    def _locate(self, starts: list[int], offset: int, code: str, culprit: str) -> Fault:
        line = bisect_right(starts, offset)
        column = len(self.source[starts[line - 1] : offset].decode()) + 1
        message, hint = _WORDS[code]
        return Fault(code, line, column, message.format(quoted(culprit)), hint)


def quoted(text: str) -> str:
    """Quote a culprit in short, on one line, with e-mail addresses and telephone numbers left out."""
    # The cut comes first: a pattern that looks ahead for "@" must never walk a long text.
    flat = "".join(letter for letter in " ".join(text[:200].split()) if letter.isprintable())
    flat = _CONTACT.sub("(contact left out)", flat)
    return f'"{flat[:_LONGEST_QUOTE]}\u2026"' if len(flat) > _LONGEST_QUOTE else f'"{flat}"'
