"""The tables of postcodes: what is read, what is refused, and where each cell stands."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.model.postcodes import Neighbour, Postcode
from pact_directory.reading import tables
from pact_directory.reading.faults import FAULT_LIMIT
from pact_directory.reading.tables import read_neighbours, read_postcodes

PACTS = Path(__file__).parents[2] / "pacts"
HEAD, NEIGHBOUR_HEAD = "postcode,gss,easting,northing\n", "postcode,authority\n"
ROW = "ME4 5AA,E05014459,576500,166500"
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def county(rows: int) -> str:
    """A table of so many different postcodes."""
    numbers = ((n // 4000, n // 400 % 10, n // 20 % 20, n % 20) for n in range(rows))
    return HEAD + "".join(
        f"ME{out} {sector}{_LETTERS[one]}{_LETTERS[two]},E05014459,576500,166500\n"
        for out, sector, one, two in numbers
    )


def said(text: str) -> list[tuple[str, int, int]]:
    """The faults of a table of postcodes: code, line and column."""
    return [(fault.code, fault.line, fault.column) for fault in read_postcodes(text).faults]


def test_rows_in_their_order() -> None:
    read = read_postcodes(f"{HEAD}ME4 5AB,E05014459,576501,166502\n{ROW}\n")
    assert read.faults == ()
    assert read.rows == (
        Postcode("ME4 5AB", "E05014459", 576501, 166502),
        Postcode("ME4 5AA", "E05014459", 576500, 166500),
    )


@pytest.mark.parametrize(
    "text",
    [f"{HEAD}{ROW}", f"{HEAD}\n{ROW}\n\n", f'{HEAD}"ME4 5AA",E05014459,"576500",166500\n'],
    ids=["no last line end", "empty lines", "quotes"],
)
def test_other_ways_to_write_the_same(text: str) -> None:
    assert read_postcodes(text).rows == (Postcode("ME4 5AA", "E05014459", 576500, 166500),)


def test_points_at_the_ends_of_the_country() -> None:
    read = read_postcodes(f"{HEAD}TR21 0PL,E05014459,90000,10500\nZE2 9DL,E05014459,460000,1208000\n")
    assert [row[2:] for row in read.rows] == [(90_000, 10_500), (460_000, 1_208_000)]


def test_authorities_with_commas_quotes_and_accents() -> None:
    names = ["Bristol, City of", "St Helens", 'The "Vale"', "Ynys M\u00f4n", "King's Lynn and West Norfolk"]
    cells = ['"Bristol, City of"', "St Helens", '"The ""Vale"""', "Ynys M\u00f4n", "King's Lynn and West Norfolk"]
    rows = "".join(f"ME4 5A{_LETTERS[n]},{cell}\n" for n, cell in enumerate(cells))
    read = read_neighbours(NEIGHBOUR_HEAD + rows)
    assert read.faults == ()
    assert [row.authority for row in read.rows] == names


FAULTY = {
    "ME45AA,E05014459,576500,166500": ("not-a-postcode", 1, "Write ME4 5AA"),
    "me4 5aa,E05014459,576500,166500": ("not-a-postcode", 1, "Write ME4 5AA"),
    " ME4  5AA,E05014459,576500,166500": ("not-a-postcode", 1, "Write ME4 5AA"),
    "ME4 5A,E05014459,576500,166500": ("not-a-postcode", 1, "with one space before the last three"),
    "ME4 5CA,E05014459,576500,166500": ("not-a-postcode", 1, "with one space before the last three"),
    ",E05014459,576500,166500": ("not-a-postcode", 1, "with one space"),
    "ME4 5AA,E0501445,576500,166500": ("not-a-gss", 9, "the letter and eight digits"),
    "ME4 5AA,Luton,576500,166500": ("not-a-gss", 9, "the letter and eight digits"),
    "ME4 5AA,E05014459,576500.5,166500": ("not-a-number", 19, "National Grid metres"),
    "ME4 5AA,E05014459,,166500": ("not-a-number", 19, "National Grid metres"),
    "ME4 5AA,E05014459,576500,-1": ("not-a-number", 26, "National Grid metres"),
    "ME4 5AA,E05014459,\u0661\u0662\u0663\u0664\u0665\u0666,166500": ("not-a-number", 19, "National Grid metres"),
    "ME4 5AA,E05014459,700001,166500": ("off-the-grid", 19, "National Grid metres"),
    "ME4 5AA,E05014459,576500,1300001": ("off-the-grid", 26, "National Grid metres"),
    '"ME4 5AA","E05014459","57","16,6"': ("not-a-number", 28, "National Grid metres"),
    "ME4 5AA,E05014459,576500": ("wrong-columns", 1, "pact area postcodes"),
    "ME4 5AA,E05014459,576500,166500,": ("wrong-columns", 1, "pact area postcodes"),
    "ME4 5AA;E05014459;576500;166500": ("wrong-columns", 1, "pact area postcodes"),
    '"ME4 5AA,E05014459,576500,166500': ("open-quote", 1, "add the other one"),
    'ME4 5AA,"E0501"4459,576500,166500': ("open-quote", 9, "add the other one"),
    "ME4 5AA,E05014459,576500," + "1" * 500: ("too-long", 1, "pact area postcodes"),
}


@pytest.mark.parametrize("line", FAULTY, ids=lambda line: line[:40])
def test_faulty_lines(line: str) -> None:
    code, column, hint = FAULTY[line]
    read = read_postcodes(f"{HEAD}ME4 5AB,E05014459,576500,166500\n{line}\nME4 5AD,E05014459,576500,166500\n")
    (fault,) = read.faults
    assert (fault.code, fault.line, fault.column) == (code, 3, column)
    assert hint in fault.hint
    assert fault.message.endswith(".")
    assert [row.postcode for row in read.rows] == ["ME4 5AB", "ME4 5AD"]


def test_every_faulty_cell_of_a_line_is_said() -> None:
    assert said(f"{HEAD}x,y,z,\n") == [
        ("not-a-postcode", 2, 1),
        ("not-a-gss", 2, 3),
        ("not-a-number", 2, 5),
        ("not-a-number", 2, 7),
    ]


def test_a_comma_in_quotation_marks_parts_no_cells() -> None:
    assert said(f'{HEAD}"ME4,5AA",Luton,1,1\n') == [("not-a-postcode", 2, 1), ("not-a-gss", 2, 11)]


def test_a_postcode_twice() -> None:
    read = read_postcodes(f"{HEAD}{ROW}\n\n{ROW}\n")
    assert [(fault.code, fault.line) for fault in read.faults] == [("postcode-twice", 4)]
    assert read.faults[0].message == "ME4 5AA is in the table twice; first on line 2."


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "empty-table", "empty"),
        ("\n \n", "empty-table", "empty"),
        (HEAD, "empty-table", "no postcodes"),
        (ROW, "wrong-header", "is missing"),
        (f"{HEAD.upper()}{ROW}", "wrong-header", "does not name"),
        (f"postcode,easting,northing,gss\n{ROW}", "wrong-header", "does not name"),
        (f"{HEAD.replace(',', ';')}{ROW}", "wrong-header", "not parted by commas"),
        (f"{HEAD.replace(',', chr(9))}{ROW}", "wrong-header", "not parted by commas"),
    ],
)
def test_faulty_heads(text: str, code: str, says: str) -> None:
    (fault,) = read_postcodes(text).faults
    assert (fault.code, fault.line, fault.column) == (code, 1, 1)
    assert says in fault.message


def test_an_island_has_no_neighbours() -> None:
    assert read_neighbours(NEIGHBOUR_HEAD).faults == ()


@pytest.mark.parametrize("authority", ["<b>Swale</b>", "Swale\x1b[2J", "Sw\u0430le", "12", "\u202eSwale", ""])
def test_faulty_authorities(authority: str) -> None:
    read = read_neighbours(f"{NEIGHBOUR_HEAD}ME5 1AA,Swale\nME5 1AB,{authority}\n")
    assert [(fault.line, fault.column) for fault in read.faults] == [(3, 9)]
    assert read.rows == (Neighbour("ME5 1AA", "Swale"),)


def test_a_hundred_faults_are_enough() -> None:
    assert len(said(HEAD + "x\n" * 100_000)) == FAULT_LIMIT
    assert len(said(HEAD + "x,y,z,\n" * 100_000)) == FAULT_LIMIT


def test_where_cells_stand() -> None:
    read = read_postcodes(f'{HEAD}\n"ME4 5AA",E05014459,576500,166500\nME4 5AB,E05014459,576500,166500\n')
    assert [_place(read.place.find(("rows", 0, column))) for column in ("postcode", "gss", "northing")] == [
        (3, 1),
        (3, 11),
        (3, 28),
    ]
    assert _place(read.place.find(("rows", 1, "easting"))) == (4, 19)
    assert _place(read.place.find(("rows", 1))) == (4, 1)
    assert _place(read.place.find(("rows", 1, "colour"))) == (4, 1)
    for nowhere in ((), ("rows",), ("rows", 2), ("rows", -1), ("rows", "gss"), ("features", 0)):
        assert _place(read.place.find(nowhere)) == (1, 1)


def _place(place: tables.TablePlace | object) -> tuple[int, int]:
    return place.line, place.column  # type: ignore[union-attr]


def test_the_shipped_tables_are_read_whole() -> None:
    for name, read in (("postcodes.csv", read_postcodes), ("neighbours.csv", read_neighbours)):
        text = (PACTS / name).read_text("utf-8")
        found = read(text)
        assert found.faults == ()
        assert len(found.rows) == text.count("\n") - 1


def test_a_county_of_postcodes_is_read_in_a_moment() -> None:
    text = county(70_000)
    start = time.process_time()
    assert len(read_postcodes(text).rows) == 70_000
    assert time.process_time() - start < 2


_CELL = st.sampled_from(
    ["ME4 5AA", "E05014459", "576500", "7", '"', ",", "", "Swale", " ", "e\u0301", "\x0b", "\u2028"]
)
_LINE = st.lists(_CELL, max_size=6).map("".join) | st.just(ROW)


@given(st.lists(_LINE, max_size=4))
def test_the_short_way_and_the_long_way_agree(lines: list[str]) -> None:
    text = HEAD + "\n".join(lines)
    short, long = read_postcodes(text), tables._line_by_line(text.split("\n"), tables._POSTCODES)
    assert (short.rows, short.faults, short.place.numbers) == (long.rows, long.faults, long.place.numbers)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for head in ("", HEAD, NEIGHBOUR_HEAD):
        for read in (read_postcodes, read_neighbours):
            found = read(head + text)
            assert found.rows or found.faults or (head == NEIGHBOUR_HEAD and not text.strip())
