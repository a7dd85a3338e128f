"""Faults of form in words: what is wrong with a text, and what to write instead."""

from typing import NamedTuple

import yaml


class Fault(NamedTuple):
    """A fault of form: its code, place (line and column from 1), message and hint."""

    code: str
    line: int
    column: int
    message: str
    hint: str


FAULT_LIMIT = 100
"""The most faults of form said of one file: a careless paste must not drown the report."""

_QUOTE = 'Put the value in double quotes: "like this"'
_SAID = {
    "alias": ("A * before a value has a meaning of its own.", _QUOTE),
    "anchor": ("A & before a value has a meaning of its own.", _QUOTE),
    "tag": ("A ! before a value has a meaning of its own.", _QUOTE),
    "directive": ("A % at the start of a line has a meaning of its own.", _QUOTE),
    "tab": ("There is a tab here.", "Use spaces: two for each step inwards."),
    "unreadable-character": (
        "There is a character here that cannot be read ({}).",
        "Delete it, and type the words again.",
    ),
    "lost-words": (
        "What follows the # here would be lost.",
        'Put the value in double quotes: "house #1"; to write a note, put a space after the #.',
    ),
    "null-word": ('"{}" is not a value.', "Leave it empty, or leave the whole line out."),
    "duplicate-key": ("{} is written twice; first on line {}.", "Keep one of them."),
    "odd-key": ("A field's name must be a word.", "Write the name, a colon, a space, then the value."),
    "second-document": ("A second part begins here with ---.", "Keep one part in a file."),
    "not-fields": ("This file is not a list of fields.", "Write each field as name: value."),
    "too-deep": ("Values are nested too deeply here.", "Look for brackets that do not belong."),
    "too-large": ("This file has too many values.", "Split it."),
    "encoding": ("This letter was saved in an old encoding.", "Save the file as UTF-8."),
    "not-text": ("This is not a text file.", "Save the file as plain text, UTF-8."),
    "merge-conflict": (
        "Two versions of this file were not joined.",
        "Keep the lines you want and delete the three marker lines.",
    ),
    "no-front-matter": (
        "The fields at the head of this page are missing.",
        "Begin the file with a line of three hyphens: ---",
    ),
    "open-front-matter": (
        "The fields at the head of this page never end.",
        "Put a line of three hyphens --- after the last field.",
    ),
}

# What the YAML library says, and what that means to somebody who has never heard of it.
_OPEN_QUOTE, _NO_COLON = "found unexpected end of stream", "could not find expected ':'"
_COLONS, _KEY = "mapping values are not allowed", "did not find expected key"
_BEGAN_EARLIER = (_OPEN_QUOTE, _NO_COLON)
_COLON = 'Put the whole value in double quotes: "like: this"'
_SYNTAX = (
    (
        _KEY,
        "This line does not fit the lines above it.",
        "Check that it starts in the same column as the field above, and that quotes are closed.",
    ),
    (
        _NO_COLON,
        "A field name here has no colon after it.",
        "Write the name, a colon, a space, then the value.",
    ),
    (_COLONS, "There is a colon too many here.", _COLON),
    (
        "did not find expected ',' or",
        "A bracket is not closed, or a comma is missing.",
        "Close every [ with ] and every { with }, with commas between.",
    ),
    (
        "did not find expected '-' indicator",
        "This line does not belong to the list above it.",
        "Begin each item of a list in the same column, with a hyphen and a space.",
    ),
    (
        _OPEN_QUOTE,
        "A quotation mark is opened here and never closed.",
        "Add the closing one.",
    ),
    (
        "found unknown escape character",
        "A backslash inside double quotes has a meaning of its own.",
        "Use single quotes, or leave the backslash out.",
    ),
    ("cannot start any token", "This value begins with a sign that has a meaning of its own.", _QUOTE),
    (
        "did not find expected alphabetic",
        "This value begins with a sign that has a meaning of its own.",
        _QUOTE,
    ),
    (
        "expected node content",
        "A value is missing, or a comma is one too many.",
        "Look at the brackets here.",
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot begin on this line.",
        "Begin each item on a line of its own, with a hyphen and a space.",
    ),
)
_TOO_FAR_IN = (
    "This line starts further in than the field above it.",
    "Start it in the same column as the fields it belongs to.",
)
_AFTER_QUOTE = (
    "There are words after the closing quotation mark.",
    """Put the whole value in single quotes: 'the "Luton" PACT'""",
)
_OTHERWISE = ("This cannot be read from here on.", "Compare it with a line of the same kind above.")


def fault(code: str, line: int, column: int, *values: object) -> Fault:
    """Make a fault of a known kind; `values` fill the gaps of its message."""
    message, hint = _SAID[code]
    return Fault(code, line, column, message.format(*values), hint)


def syntax_fault(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    """Put what the YAML library says of a text it cannot read into words."""
    problem = str(error.problem)
    # The library complains where it gives up; what is to be put right is where the quote or name began.
    marks = (error.problem_mark, error.context_mark)
    mark = next(filter(None, marks[::-1] if problem in _BEGAN_EARLIER else marks), None)
    if mark is None:
        return Fault("not-yaml", first_line, 1, *_OTHERWISE)
    before = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
    if _COLONS in problem and ":" not in before:
        return Fault("not-yaml", mark.line + first_line, len(before) - len(before.lstrip()) + 1, *_TOO_FAR_IN)
    if _KEY in problem and before.rstrip().endswith(("'", '"')):
        return Fault("not-yaml", mark.line + first_line, mark.column + 1, *_AFTER_QUOTE)
    said = next(((message, hint) for known, message, hint in _SYNTAX if known in problem), _OTHERWISE)
    return Fault("not-yaml", mark.line + first_line, mark.column + 1, *said)
