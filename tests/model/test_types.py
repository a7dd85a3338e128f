"""Each kind of value: what it takes, what it refuses, and in which words."""

from collections.abc import Callable
from datetime import date, time
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from pact_directory.model import types
from pact_directory.model.days import read_day, read_time
from pact_directory.model.quoting import shown

Reader = Callable[[object], Any]


def refusal(read: Reader, typed: object) -> dict[str, str]:
    """What is said of a value that is refused."""
    with pytest.raises(PydanticCustomError) as refused:
        read(typed)
    return {"code": refused.value.type, **(refused.value.context or {})}


TAKEN: list[tuple[Reader, str, object]] = [
    (read_day, "2026-03-12", date(2026, 3, 12)),
    (read_day, "2024-02-29", date(2024, 2, 29)),
    (read_time, "19:30", time(19, 30)),
    (read_time, "00:00", time(0, 0)),
    (read_time, "23:59", time(23, 59)),
    (types.read_count, "0", 0),
    (types.read_count, "14", 14),
    (types.read_count, "999999999", 999_999_999),
    (types.read_few, "400", 400),
    (types.read_flag, "true", True),
    (types.read_flag, "false", False),
    (types.read_line, "  Hoo St. Werburgh  &  High Halstow ", "Hoo St. Werburgh & High Halstow"),
    (
        types.read_line,
        "O\u2019Brien \u201clast\u201d, caf\u00e9 \u2013 50% {{ x }}",
        "O\u2019Brien \u201clast\u201d, caf\u00e9 \u2013 50% {{ x }}",
    ),
    (types.read_line, "Family \U0001f469\u200d\U0001f467", "Family \U0001f469\u200d\U0001f467"),
    (types.read_line, "W" * 200, "W" * 200),
    (types.read_words, "One line.\nAnother.\n", "One line. Another."),
    (types.read_words, "W" * 4000, "W" * 4000),
    (types.read_name, "T\u0177 Hafan", "T\u0177 Hafan"),
    (types.read_name, "O\u02bcBrien", "O\u02bcBrien"),
    (types.read_name, "\u041b\u0443\u0442\u043e\u043d", "\u041b\u0443\u0442\u043e\u043d"),
    (types.read_name, "Ward 7 \u2013 North", "Ward 7 \u2013 North"),
    (types.read_gss, "E05014459", "E05014459"),
    (types.read_gss, "W05001234", "W05001234"),
    (types.read_id, "luton-hall-2", "luton-hall-2"),
    (types.read_id, "1", "1"),
    (types.read_stem, "2026-03-12", "2026-03-12"),
    (types.read_stem, "2026-03-12-surgery", "2026-03-12-surgery"),
    (types.read_email, "luton.pact+news@example.org", "luton.pact+news@example.org"),
    (types.read_phone, "01632 960101", "01632 960101"),
    (types.read_phone, "01632  960 101", "01632 960 101"),
    (types.read_phone, "+44 1632 960101", "+44 1632 960101"),
    (types.read_phone, "101", "101"),
    (types.read_web, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    (types.read_web, "http://example.org:8080", "http://example.org:8080"),
    (types.read_file_name, "poster_2-a.v1.pdf", "poster_2-a.v1.pdf"),
]

FULL_WIDTH, ARABIC = "\uff11\uff12", "\u0661\u0662"
REFUSED: list[tuple[Reader, str, list[str]]] = [
    (
        read_day,
        "not-a-date",
        ["86400", "2026-2-3", "2026-02-30", "2026-00-10", "20260312", "2026-W11-4", "2026-03-12T00:00", "0000-01-01",
         " 2026-03-12", "2026-03-12\n", "today", "0206-03-12", "2602-03-12", "+2026-03-12",
         "\uff12\uff10\uff12\uff16-03-12", "\u0662\u0660\u0662\u0666-03-12", ""],
    ),
    (
        read_time,
        "not-a-time",
        ["24:00", "7:30", "7.30pm", "19:30:00", "1930", "19:60", "19:30Z", " 19:30", "19:30\n", "1170", "\uff11\uff19:30",
         "\u0661\u0669:30", "noon"],
    ),
    (
        types.read_count,
        "not-a-number",
        ["1_000", "1,000", "nan", "inf", "-1", "+1", " 12", "12 ", "0x10", "1e3", "1.0", "007", "1000000000", "", "\u00b2",
         "twelve", "True", FULL_WIDTH, ARABIC],
    ),
    (types.read_few, "too-many", ["401", "999999999"]),
    (types.read_flag, "not-true-or-false", ["yes", "no", "on", "off", "True", "TRUE", "1", "0", "y", " true", ""]),
    (types.read_line, "markup", ["<b>Luton</b>", "a > b", "<!--"]),
    (types.read_line, "more-than-one-line", ["one\ntwo"]),
    (types.read_line, "too-long", ["W" * 201]),
    (
        types.read_line,
        "invisible-character",
        ["a\u202eb", "a\u2066b", "a\u200bb", "a\u200fb", "a\u00adb", "a\ufeffb", "a\0b", "a\x1bb", "a\tb", "a\rb", "a\u2028b",
         "a\u2063b", "a\ufff9b", "a\U000e0041b", "a\u3164b", "\u200d", "\u200c\u200d", "\u2800"],
    ),
    (types.read_words, "invisible-character", ["a\u202e\nb", "a\u2029b"]),
    (types.read_words, "markup", ["a\n<script>"]),
    (types.read_words, "too-long", ["W" * 4001]),
    (types.read_name, "mixed-scripts", ["Lut\u043en PACT", "\u0391ll Saints"]),
    (types.read_name, "not-a-name", ["101", "\u2026", "50%"]),
    (types.read_gss, "not-a-gss", ["e05014459", "E0501445", "E050144590", "E0501445O", " E05014459", "E05014459\n", "X05014459"]),
    (
        types.read_id,
        "not-an-id",
        ["Luton", "luton hall", "luton_hall", "-luton", "luton-", "luton--hall", "../luton", "luton/hall", "lut\u00f3n", "",
         "luton\n", "a" * 61],
    ),
    (types.read_stem, "not-a-meeting-name", ["2026-3-12", "2026-03-12.md", "2026-03-12-", "2026-03-12 surgery", "../2026-03-12"]),
    (
        types.read_email,
        "not-an-email",
        ["luton.pact@example", "luton pact@example.org", "@example.org", "a@b@example.org", "a@-b.org", "a..b@example.org",
         "mailto:a@example.org", "A <a@example.org>", "a@example.org\n", "a@ex\u00e4mple.org", " a@example.org"],
    ),
    (
        types.read_phone,
        "not-a-phone-number",
        ["960101", "01632-960101", "(01632) 960101", "0044 1632 960101", "01632 9601", "01632 960101 2", "12345 678901",
         "01632 96o101", "01632 960101\n", "\uff10\uff11632 960101", "+1 202 555 0100"],
    ),
    (
        types.read_web,
        "not-a-web-address",
        ["www.example.org", "javascript:alert(1)", "ftp://example.org", "https://", "https://user@example.org/",
         "https://example.org/<b>", "https://example.org/a b", "HTTPS://example.org/\"x", "//example.org", "https://example.org\n"],
    ),
    (types.read_web, "invisible-character", ["https://example.org/\u202egpj"]),
    (types.read_file_name, "not-a-file-name", ["../poster.pdf", "a/poster.pdf", "poster", ".htaccess", "sign photo.jpg", "po\u0301ster.pdf"]),
]  # fmt: skip


@pytest.mark.parametrize(("read", "typed", "value"), TAKEN)
def test_what_is_taken(read: Reader, typed: str, value: object) -> None:
    assert read(typed) == value
    assert type(read(typed)) is type(value)


@pytest.mark.parametrize(("read", "code", "typed"), [(r, c, one) for r, c, listed in REFUSED for one in listed])
def test_what_is_refused(read: Reader, code: str, typed: str) -> None:
    said = refusal(read, typed)
    assert said["code"] == code
    assert said["said"].endswith(".")
    assert said["hint"]
    assert said["said"].isprintable()


@pytest.mark.parametrize("read", {read for read, *_ in TAKEN})
@pytest.mark.parametrize("typed", [["one"], {"a": "b"}])
def test_lists_and_groups_are_refused_in_words(read: Reader, typed: object) -> None:
    said = refusal(read, typed)
    assert said["code"] == "wrong-shape"
    assert said["said"].startswith("This is a list" if isinstance(typed, list) else "This is a group of fields")
    assert said["hint"].startswith("Write ")


@pytest.mark.parametrize("read", {read for read, *_ in TAKEN})
@given(typed=st.text())
def test_no_text_does_anything_but_read_or_be_refused(read: Reader, typed: str) -> None:
    try:
        value = read(typed)
    except PydanticCustomError as refused:
        assert set(refused.context or {}) == {"said", "hint"}
    else:
        assert read(str(value).lower() if isinstance(value, bool) else _written(value)) == value


def _written(value: object) -> str:
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


HINTS = [
    (read_day, "12/03/2026", "2026-03-12"),
    (read_day, "12 March 2026", "2026-03-12"),
    (read_day, "1 Sep 2026", "2026-09-01"),
    (read_day, "12.03.2026", "2026-03-12"),
    (read_day, "soon", "2026-03-12"),
    (read_time, "7.30pm", "19:30"),
    (read_time, "7pm", "19:00"),
    (read_time, "9:05", "09:05"),
    (read_time, "half seven", "19:30"),
    (types.read_id, "Council Highways", "council-highways"),
    (types.read_id, "!!", "luton-hall"),
]


@pytest.mark.parametrize(("read", "typed", "meant"), HINTS)
def test_the_hint_says_what_was_probably_meant(read: Reader, typed: str, meant: str) -> None:
    said = refusal(read, typed)
    assert said["hint"].endswith(meant)
    assert read(meant) is not None


@pytest.mark.parametrize("read", [types.read_email, types.read_phone])
@given(typed=st.text(alphabet="abc@. -123", min_size=4))
def test_a_contact_is_never_repeated(read: Reader, typed: str) -> None:
    try:
        read(typed)
    except PydanticCustomError as refused:
        said = refused.context or {}
        assert typed.strip() not in said["said"]


@pytest.mark.parametrize(
    "contact",
    [
        "jane.smith@example.org",
        "01632 960101",
        "(01632) 960-101",
        "+44 7700 900123",
        "07700900123",
        "01632.960.101",
    ],
)
@pytest.mark.parametrize("read", [read_day, read_time, types.read_count, types.read_gss, types.read_id])
def test_a_contact_in_another_field_is_not_repeated_either(read: Reader, contact: str) -> None:
    said = refusal(read, f"ask {contact} about it")["said"]
    assert contact not in said
    assert "(contact left out)" in said


@pytest.mark.parametrize("read", {read for read, *_ in TAKEN})
@pytest.mark.parametrize(
    "typed",
    [
        "a" * 300_000,
        "a." * 150_000,
        "a@" + "a-" * 150_000,
        "a@" + "a." * 150_000,
        "0" + "1 " * 150_000,
        "https://" + "a" * 300_000,
        "a" + " " * 300_000 + "#",
        "\u202e" * 300_000,
    ],
    ids=["letters", "dots", "hyphens", "parts", "digits", "address", "spaces", "marks"],
)
def test_nothing_long_takes_long(read: Reader, typed: str) -> None:
    start = process_time()
    refusal(read, typed + "!\n\nx")
    assert process_time() - start < 0.5


def test_dates_codes_and_counts_are_not_taken_for_contacts() -> None:
    for text in ("2026-03-12", "E05014459", "12.03.2026", "14 of 20", "12345678"):
        assert shown(text) == f'"{text}"'


def test_what_is_quoted_stays_on_one_line_and_short() -> None:
    assert shown("a\nb\x1b[2J\u202ec\ud800") == '"a b\ufffd[2J\ufffdc\ufffd"'
    assert shown("W" * 61) == f'"{"W" * 57}..."'
    assert len(shown("\u00e9" * 100_000)) == 62
