"""One value changes, one line changes, and reading gives back what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.model.record import FieldPath
from pact_directory.reading.strict_yaml import parse
from pact_directory.reading.text import decode, split_page
from pact_directory.writing.refusal import NotWrittenError
from pact_directory.writing.splice import scalar_text, value_replaced

TEXT = """\
# Kept by the coordinator
name: Luton PACT   # as the police say
phone: "01632 960101"
note: 'it''s late'
venue:
wards: [E05014459, E05014460]
contact: {email: , phone: }

history:
- status: active
  on: 2012-02-07
words: |
  First line
  # not a note
folded: one
  two
"""


def read(text: str) -> dict[str, object]:
    parsed = parse(text)
    assert not parsed.faults
    return parsed.values or {}


def at(text: str, *path: str | int) -> str | None:
    value: object = read(text)
    for step in path:
        value = value[step]  # type: ignore[index]
    return value  # type: ignore[return-value]


def replaced(text: str, path: FieldPath, new_value: str) -> str:
    return value_replaced(text, parse(text).place.find(path), new_value)


@pytest.mark.parametrize(
    ("path", "new_value", "line"),
    [
        (("name",), "Luton and Wayfield PACT", "name: Luton and Wayfield PACT   # as the police say"),
        (("name",), "Luton: the PACT", 'name: "Luton: the PACT"   # as the police say'),
        (("name",), "null", 'name: "null"   # as the police say'),
        (("name",), "# none", 'name: "# none"   # as the police say'),
        (("phone",), "01632 960102", 'phone: "01632 960102"'),
        (("note",), "it's early", "note: 'it''s early'"),
        (("note",), "two\nlines", 'note: "two\\x0alines"'),
        (("venue",), "luton-hall", "venue: luton-hall"),
        (("wards", 1), "E05014461", "wards: [E05014459, E05014461]"),
        (("wards", 0), "a, b", 'wards: ["a, b", E05014460]'),
        (("contact", "email"), "a@example.org", "contact: {email: a@example.org, phone: }"),
        (("contact", "phone"), "x", "contact: {email: , phone: x}"),
        (("history", 0, "status"), "closed", "- status: closed"),
        (("history", 0, "on"), "2012-02-08", "  on: 2012-02-08"),
    ],
)
def test_one_line_changes(path: FieldPath, new_value: str, line: str) -> None:
    after = replaced(TEXT, path, new_value)
    changed = [(old, new) for old, new in zip(TEXT.split("\n"), after.split("\n"), strict=True) if old != new]
    assert [new for _, new in changed] == [line]
    assert at(after, *path) == new_value


@pytest.mark.parametrize("path", [("words",), ("folded",)])
def test_a_value_over_several_lines_is_left_to_a_person(path: FieldPath) -> None:
    with pytest.raises(NotWrittenError, match="takes several lines"):
        replaced(TEXT, path, "one")


@pytest.mark.parametrize("path", [("contact",), ("wards",), ("history",), ("history", 0), ()])
def test_a_group_or_list_is_no_single_value(path: FieldPath) -> None:
    with pytest.raises(NotWrittenError, match="no single value"):
        replaced(TEXT, path, "one")


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_nothing_is_no_value(blank: str) -> None:
    with pytest.raises(ValueError, match="absent and empty mean the same"):
        replaced(TEXT, ("name",), blank)


def test_a_faulty_file_is_not_touched() -> None:
    place = parse(TEXT).place.find(("name",))
    with pytest.raises(NotWrittenError, match="has a fault"):
        value_replaced(TEXT + "more: [", place, "x")


PAGE = "---\nkind: panel\nstatus: planned\n---\n\n# Minutes\n\nstatus: [broken\n---\n\t* more: 'words\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_page_keeps_its_words_mark_and_line_ends(mark: str, line_end: str) -> None:
    text = mark + PAGE.replace("\n", line_end)
    decoded = decode(text.encode())
    assert isinstance(decoded, str)
    page = split_page(decoded)
    place = parse(page.front_matter, first_line=2).place.find(("status",))  # type: ignore[union-attr]
    assert value_replaced(text, place, "held") == text.replace("planned", "held")


def test_line_ends_and_letters_before_the_place_do_not_shift_it() -> None:
    text = '\ufeffname: "Café 🏠 “Łódź”"\r\nkind: forum  # ü\r\n'
    after = value_replaced(text, parse(text[1:]).place.find(("kind",)), "youth")
    assert after == text.replace("forum", "youth")


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(lambda text: bool(text.strip()))
AWKWARD = st.text(st.sampled_from(" \t\n\"'\\#:,-?[]{}&*!|>%@`~=ab0én\u2028\x85\ufeff\x00"), min_size=1)
VALUES = st.one_of(
    WORDS, AWKWARD.filter(lambda text: bool(text.strip())), st.sampled_from(["null", "~", "no", "..."])
)
PATHS = st.sampled_from([("name",), ("phone",), ("note",), ("venue",), ("wards", 1), ("contact", "email")])


@given(PATHS, VALUES)
def test_reading_gives_back_what_was_written(path: FieldPath, value: str) -> None:
    after = replaced(TEXT, path, value)
    assert at(after, *path) == value
    assert len(after.split("\n")) == len(TEXT.split("\n"))
    if path not in {("venue",), ("contact", "email")}:  # these were empty, and empty is no value to write
        back = at(TEXT, *path)
        assert back is not None
        assert read(replaced(after, path, back)) == read(TEXT)


@given(VALUES)
def test_a_starter_line_reads_back(value: str) -> None:
    spelt = scalar_text(value)
    assert "\n" not in spelt
    assert read(f"title: {spelt}\nnext: x\n") == {"title": value, "next": "x"}
