"""Bytes to text, and pages parted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.reading.faults import Fault
from pact_directory.reading.text import Page, decode, split_page


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("a: caf\u00e9".encode("latin-1"), "encoding", 1, 7),
        ("a: \u20ac\r\nb: caf\u00e9".encode()[:-1], "encoding", 2, 7),
        (b"\xef\xbb\xbfab\xff", "encoding", 1, 3),
        ("a: 1".encode("utf-16"), "encoding", 1, 1),
        ("a: 1\nb: 2".encode("utf-16-le"), "not-text", 1, 2),
        ("a: 1".encode("utf-32"), "encoding", 1, 1),
        (b"a: 1\nb: \0", "not-text", 2, 4),
        (b"PK\x03\x04\x14\0\x06\0", "not-text", 1, 6),
        (b"\x93smart quotes\x94", "encoding", 1, 1),
        (b"a: 1\r\n<<<<<<< HEAD\r\n", "merge-conflict", 2, 1),
        (b"a: 1\n>>>>>>> main\n", "merge-conflict", 2, 1),
        (b"a: 1\n||||||| base\n", "merge-conflict", 2, 1),
    ],
)
def test_what_is_no_text(content: bytes, code: str, line: int, column: int) -> None:
    found = decode(content)
    assert isinstance(found, Fault)
    assert (found.code, found.line, found.column) == (code, line, column)


@pytest.mark.parametrize(
    "content",
    [b"a: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\rb: 2\r"],
)
def test_marks_and_line_ends_make_no_difference(content: bytes) -> None:
    assert decode(content) == "a: 1\nb: 2\n"


@pytest.mark.parametrize("line", ["<<<<<<", "a <<<<<<< b", "<<<<<<<<", "=======", " >>>>>>> "])
def test_what_only_looks_like_a_conflict(line: str) -> None:
    assert isinstance(decode(f"a\n{line}\nb".encode()), str)


@given(st.binary())
def test_no_bytes_bring_it_down(content: bytes) -> None:
    found = decode(content)
    assert isinstance(found, str | Fault)


@given(st.text(alphabet="-ab: \n", max_size=60))
def test_a_parted_page_is_the_whole_page(text: str) -> None:
    page = split_page(text)
    if isinstance(page, Page):
        lines = text.split("\n")
        assert page.body == "\n".join(lines[page.body_line - 1 :]) or page.body == ""
        assert lines[0].rstrip() == "---" == lines[page.front_matter.count("\n") + 1].rstrip()
    else:
        assert page.code in {"no-front-matter", "open-front-matter"}
