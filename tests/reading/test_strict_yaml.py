"""Strict YAML: everything is text, everything has its place, and nothing a file holds can hurt."""

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pact_directory.reading.place import Place
from pact_directory.reading.strict_yaml import EVENT_LIMIT, Parsed, parse

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def codes(parsed: Parsed) -> list[str]:
    return [fault.code for fault in parsed.faults]


@pytest.mark.parametrize(
    "typed",
    [
        "19:30",
        "no",
        "01634 333333",
        "1.10",
        "0x10",
        "1e3",
        "+1",
        "2026-02-30",
        "true",
        "=",
        ".inf",
        "1_000",
        "0o17",
        "nil",
    ],
)
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_every_value_stays_what_was_typed(typed: str, quote: str) -> None:
    assert parse(f"a: {quote}{typed}{quote}\nb: [{quote}{typed}{quote}]").values == {"a": typed, "b": [typed]}


def test_absent_and_empty_mean_the_same() -> None:
    text = 'a:\nb: ""\nc: []\nd: {}\ne: [ , ]\nf: {g: , h: []}\ni: "  "\nj: [{}, "", x]'
    assert codes(parse(text.replace("e: [ , ]\n", ""))) == []
    assert parse(text.replace("e: [ , ]\n", "")).values == {"j": ["x"]}


def test_fields_without_a_value_are_remembered() -> None:
    assert parse("a:\nb: [{c: , d: 1}]\ne: x").empty == (("a",), ("b", 0, "c"))


@pytest.mark.parametrize("depth", [500, 100_000])
@pytest.mark.parametrize(("opening", "is_block"), [("[", False), ("{a: ", False), ("- ", True), ("? ", True)])
def test_deep_nesting_is_refused_at_once(depth: int, opening: str, is_block: bool) -> None:
    start = time.process_time()
    parsed = parse(opening * depth if is_block else f"a: {opening * depth}")
    assert codes(parsed)[-1] == "too-deep"
    assert parsed.values is None
    assert time.process_time() - start < 0.2


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    assert parse("a: " + "[" * 11 + "x" + "]" * 11).faults == ()
    assert codes(parse("a: " + "[" * 12 + "x" + "]" * 12)) == ["too-deep"]
    assert parse("".join(f"{'  ' * level}a:\n" for level in range(11)) + "  " * 11 + "a: x").faults == ()
    assert codes(parse("".join(f"{'  ' * level}a:\n" for level in range(12)) + "  " * 12 + "a: x")) == ["too-deep"]


def test_too_many_values_are_refused() -> None:
    # The list, its field, the group, the document and the stream have beginnings, some of them ends.
    assert parse(f"a: [{'x,' * (EVENT_LIMIT - 9)}]").faults == ()
    assert codes(parse(f"a: [{'x,' * EVENT_LIMIT}]")) == ["too-large"]


def test_the_alias_bomb_is_defused() -> None:
    start = time.process_time()
    parsed = parse(BOMB)
    assert len(BOMB) == 306
    assert set(codes(parsed)) == {"anchor", "alias"}
    assert parsed.values == {"a": ["x"] * 9}
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"%TAG !a{number}! x\n" for number in range(100_000)) + "---\na: 1",
        "a: 1\n" * 60_000,
        "a:\t1\n" * 100_000,
        "a: ~\n" * 60_000,
        "a: " + "b\n " * 500_000,
        "{" + "a, " * 90_000 + "}",
        '"' + "a" * 1_000_000,
        "a: |\n" + "  b\n" * 300_000,
    ],
    ids=["directives", "repeated", "tabs", "nulls", "long", "keys", "open-quote", "block"],
)
def test_nothing_takes_long(text: str) -> None:
    start = time.process_time()
    assert len(parse(text).faults) <= 100
    assert time.process_time() - start < 2


@given(st.text())
def test_no_text_brings_the_reader_down(text: str) -> None:
    parsed = parse(text)
    assert parsed.values is None or isinstance(parsed.values, dict)
    assert all(one.line >= 1 and one.column >= 1 for one in parsed.faults)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t\\0~=<.", max_size=40))
@settings(max_examples=500)
def test_no_signs_bring_the_reader_down(text: str) -> None:
    parsed = parse(text)
    if parsed.faults:
        assert all(one.message.endswith(".") and one.hint for one in parsed.faults)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029"), min_size=1)  # fmt: skip
texts = words.filter(lambda text: text.strip() != "")
nested: st.SearchStrategy[Any] = texts
for _ in range(3):
    lists = st.lists(nested, min_size=1, max_size=3)
    nested = texts | lists | st.dictionaries(texts, nested, min_size=1, max_size=3)
records = st.dictionaries(texts, nested, min_size=1, max_size=3)


@given(
    values=records, style=st.sampled_from(["'", '"', "|", ">", None]), flow=st.booleans(), unicode=st.booleans()
)
@settings(max_examples=300)
def test_what_is_written_is_read_and_each_place_points_at_it(
    values: dict[str, Any], style: str | None, flow: bool, unicode: bool
) -> None:
    text = yaml.dump(
        values,
        Dumper=_AllText,
        default_style=style,
        default_flow_style=flow,
        allow_unicode=unicode,
        sort_keys=False,
        width=60,
    )
    parsed = parse(text)
    assert parsed.faults == ()
    assert parsed.values == values
    lines = text.split("\n")
    _assert_places(values, parsed.place, lines)
    moved = parse(text, first_line=2).place
    assert (moved.line, moved.column) == (parsed.place.line + 1, parsed.place.column)


class _AllText(yaml.SafeDumper):
    """Writes what the plain style would change into null in quotes, and no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _assert_places(value: Any, place: Place, lines: list[str]) -> None:
    written = lines[place.line - 1][place.column - 1 :]
    if isinstance(value, str):
        _assert_begins(value, written)
        return
    assert place.inside is not None
    entries = list(value.items() if isinstance(value, dict) else enumerate(value))
    for key, inner in entries:
        at = place.inside[key]
        if isinstance(key, str):
            _assert_begins(key, lines[at.key_line - 1][at.key_column - 1 :])
            assert (at.key_line, at.key_column) <= (at.line, at.column)
        _assert_places(inner, at, lines)
    assert set(place.inside) == {key for key, _ in entries}


def _assert_begins(value: str, written: str) -> None:
    """The text at a place is this value, in whatever style: quoted, in a block, or plain."""
    if written[:1] in {"'", '"', "|", ">"}:
        inner = written[1:3]
        assert written[0] in "|>" or not inner.strip() or inner[0] in {value[0], "\\", "'"}
    else:
        assert written.startswith(("? ", value.partition("\n")[0].partition(" ")[0][:10]))


def test_lists_keep_their_places_when_empty_entries_are_left_out() -> None:
    place = parse("a:\n  - one\n  -\n  - three\n").place
    assert [(place.find(("a", index)).line, place.find(("a", index)).column) for index in (0, 1)] == [
        (2, 5),
        (4, 5),
    ]


def test_a_place_that_was_never_written_is_answered_with_the_nearest() -> None:
    place = parse("a:\n  b: {c: d}\n").place
    assert place.find(("a", "b", "x", 3)) is place.find(("a", "b"))
    assert (place.find(("a", "b")).line, place.find(("a", "b")).column) == (2, 6)
    assert place.find(("z",)) is place
