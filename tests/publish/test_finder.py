"""The finder's file of data: small, complete, and read back as it was written."""

import gzip
import json
import re
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory import publish
from pact_directory.model.area import Ward
from pact_directory.model.pact import AliasUser, PactKind
from pact_directory.model.postcodes import POSTCODE, Neighbour, Postcode
from pact_directory.publication import PublicDirectory, PublicPact
from pact_directory.publish.finder import UNIT_LETTERS, finder_data, sectors
from pact_directory.publish.site import without_comments
from pact_directory.publish.words import words
from pact_directory.views.finder import Answer, Finder, finder
from pact_directory.views.index import Index

from ..factories import a_pact, a_topic, a_ward, an_area
from .rendering import directory

BUDGET = 16 * 1024
ROOM_TO_GROW = 256
"""Bytes left for the shipped record's next words and names."""
STATIC = Path(publish.__file__).parent / "static"
SAY = words(plain_text=True).finder.say


@cache
def shipped() -> bytes:
    return finder_data(finder(Index(directory())), words(plain_text=True))


def written(of: Finder) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(finder_data(of, words(plain_text=True)))
    return found


def read_back(rows: list[Any]) -> dict[str, int]:
    """The answer to each postcode, read as the script reads it but the other way round: from every sign."""
    units = ["".join(pair) for pair in product(UNIT_LETTERS, repeat=2)]
    return {
        f"{sector}{unit}": own[ord(sign) - ord("a")]
        for sector, own, signs in rows
        for unit, sign in zip(units, signs, strict=False)
        if sign != "."
    }


def test_the_file_keeps_within_its_budget_together_with_the_program_that_reads_it() -> None:
    program = without_comments("finder-answers.js")
    assert len(gzip.compress(shipped(), 9)) < 12 * 1024
    assert len(gzip.compress(shipped(), 9)) + len(gzip.compress(program, 9)) <= BUDGET - ROOM_TO_GROW


@pytest.mark.parametrize("name", ["finder.js", "finder-answers.js"])
def test_of_a_script_only_lines_of_comment_stay_at_home(name: str) -> None:
    source = (STATIC / name).read_text(encoding="utf-8").splitlines()
    sent = without_comments(name).decode().splitlines()
    assert sent == [line for line in source if not line.lstrip().startswith(("//", "/*"))]
    assert len(sent) < len(source)


def test_a_spelling_with_the_words_of_the_name_is_not_sent() -> None:
    ward = a_ward(name="St Mary's and Hill", spellings=["St. Marys & Hill Ward", "St Mary's Mount"])
    (row,) = written(finder(an_index((), (ward,))))["wards"]
    assert row[8] == ["St Mary's Mount"]


def test_the_most_frequent_answer_of_a_sector_is_first() -> None:
    found = sectors((("ME4 4AA", 7), ("ME4 4AB", 9), ("ME4 4AD", 9)))
    assert found == {"ME4 4": ([9, 7], "baa")}


def test_every_postcode_has_its_answer() -> None:
    of = directory()
    assert len(of.postcodes) > 6000, "the shipped record has no postcodes"
    found = json.loads(shipped())
    answers = read_back(found["sectors"])
    assert set(answers) == {row.postcode for row in (*of.postcodes, *of.neighbours)}
    paths = Index(of).ward_address
    for row in of.postcodes:
        ward = found["answers"][answers[row.postcode]][0]
        assert f"/{found['wards'][ward][3]}" == paths[row.gss], row
    for neighbour in of.neighbours:
        assert found["answers"][answers[neighbour.postcode]] == neighbour.authority


UNITS = st.text(UNIT_LETTERS, min_size=2, max_size=2)
SECTORS = st.from_regex(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]", fullmatch=True)
TABLES = st.dictionaries(st.tuples(SECTORS, UNITS).map("".join), st.integers(0, 500), max_size=60)


@given(TABLES)
def test_any_table_is_read_back_as_it_was_written(table: dict[str, int]) -> None:
    assert all(POSTCODE.match(postcode) for postcode in table)
    rows = [[sector, *row] for sector, row in sectors(tuple(table.items())).items()]
    assert read_back(json.loads(json.dumps(rows))) == table


def test_a_sector_may_have_a_different_answer_for_each_of_its_postcodes() -> None:
    table = {f"ME4 4{one}{other}": at for at, (one, other) in enumerate(product(UNIT_LETTERS, repeat=2))}
    rows = [[sector, *row] for sector, row in sectors(tuple(table.items())).items()]
    assert read_back(json.loads(json.dumps(rows, ensure_ascii=False))) == table


def a_public_pact(**changes: Any) -> PublicPact:
    return PublicPact(a_pact(**changes), (), (), (), (), (), frozenset())


def an_index(pacts: tuple[PublicPact, ...] = (), wards: tuple[Ward, ...] = (), **changes: Any) -> Index:
    public = PublicDirectory(
        as_of=directory().as_of, area=an_area(), wards=wards or (a_ward(),), agencies=(), venues=(),
        topics=(a_topic(words=["racing"]),), pacts=pacts,
    )  # fmt: skip
    return Index(replace(public, **changes))


LIVE = (Postcode("ME4 4AA", a_ward().gss, 575_000, 167_000),)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, Answer(0, by=(0,))),
        ({"status": "paused", "status_history": None}, Answer(0, by=(0,))),
        ({"coverage": {"part_of": [a_ward().gss]}}, Answer(0, perhaps_by=(0,))),
        ({"status": "reported", "status_history": None}, Answer(0)),
        ({"kind": "youth"}, Answer(0)),
    ],
)
def test_a_postcodes_answer_is_that_of_its_ward(changes: dict[str, Any], answer: Answer) -> None:
    made = finder(an_index((a_public_pact(**changes),), postcodes=LIVE))
    assert made.answers == (answer,)
    assert made.postcodes == (("ME4 4AA", 0),)


def test_the_areas_own_table_goes_before_its_neighbours() -> None:
    made = finder(
        an_index(postcodes=LIVE, neighbours=(Neighbour("ME4 4AA", "Swale"), Neighbour("ME9 7AA", "Swale")))
    )
    assert [made.answers[at] for _, at in made.postcodes] == [Answer(0), Answer(None, "Swale")]


def test_a_postcode_of_no_ward_we_know_is_left_out() -> None:
    stray = Postcode("ME4 4AB", "E05999999", 575_000, 167_000)
    made = finder(an_index((a_public_pact(),), postcodes=(*LIVE, stray)))
    assert made.postcodes == (("ME4 4AA", 0),)


def test_an_area_without_postcodes_is_found_by_name() -> None:
    found = written(finder(an_index((a_public_pact(),))))
    assert found["sectors"] == found["answers"] == []
    assert found["pacts"][0][:2] == ["Luton PACT", "pacts/luton/"]
    assert found["topics"] == [["Speeding", "topics/speeding/", ["racing"]]]


def test_everything_a_pact_and_a_ward_go_by_is_in_the_file() -> None:
    councillors = [
        {"seat": 1, "from": "2023-05-04", "name": "Alex Example",
         "publish": {"basis": "public-role", "given_on": "2023-05-04", "review_by": "2027-05-06"}},
        {"seat": 2, "from": "2023-05-04", "to": "2024-05-04", "name": "Former Example",
         "publish": {"basis": "public-role", "given_on": "2023-05-04", "review_by": "2027-05-06"}},
    ]  # fmt: skip
    ward = a_ward(spellings=["Lutton"], parishes=["Luton parish"], councillors=councillors)
    pact = a_public_pact(
        aliases=[{"name": "The arches panel", "used_by": "police"}], coverage={"description": "By the arches"}
    )
    found = written(finder(an_index((pact,), (ward,))))
    (row,) = found["pacts"]
    assert row[4:9] == ["By the arches", "", ["The arches panel"], ["police"], 0]
    (row,) = found["wards"]
    assert row[8:] == [["Lutton"], ["Luton parish"], ["Alex Example"]]


def test_the_file_says_what_it_is_when_it_travels() -> None:
    about = json.loads(shipped())["about"]
    assert about.startswith("Demonstration: the wards and postcodes are real")
    assert "Contains Royal Mail data" in about
    index = an_index(area=an_area(demonstration=False, frozen_on=None))
    assert not written(finder(index))["about"].startswith("Demonstration")


def test_next_meetings_of_a_demonstration_warn_travellers() -> None:
    meets = [row[5] for row in json.loads(shipped())["pacts"] if row[5]]
    assert meets
    assert all(one.endswith("Invented meeting: do not travel.") for one in meets)


def test_the_same_record_gives_the_same_bytes() -> None:
    assert finder_data(finder(Index(directory())), words(plain_text=True)) == shipped()


# The codes that the script puts together: the state of a ward, and what a list of names is.
MADE_UP = {f"{state}{end}" for state in ("none", "unchecked") for end in ("", "_text", "_short")} | {
    f"{code}{end}"
    for code in ("one", "yours", "several", "part", "share", "outside", "elsewhere", "not_live", "not_held")
    for end in ("", "_text")
} | {f"{code}{end}" for code in ("found", "closest") for end in ("", "_one")} | {"see_ward", "see_help"} | {f"called_{user}" for user in AliasUser}  # fmt: skip


def test_the_script_says_every_phrase_and_no_other() -> None:
    script = (STATIC / "finder-answers.js").read_text(encoding="utf-8")
    asked = set(re.findall(r"\bsay\.(\w+)", script))
    assert asked | MADE_UP == set(SAY)


def test_every_kind_of_pact_says_what_it_is() -> None:
    assert set(words().finder.is_what) == set(PactKind)


@pytest.mark.parametrize("name", ["finder.js", "finder-answers.js"])
def test_scripts_use_nothing_that_older_phones_lack(name: str) -> None:
    script = (STATIC / name).read_text(encoding="utf-8")
    code = re.sub(r'"[^"\n]*"|//.*', "", script)
    too_new = re.findall(
        r"\?\.|\?\?|\|\|=|&&=|\.replaceAll\(|\.at\(|\.flat(?:Map)?\(|\(\?<|\b\d_\d|#\w+\s*[=(;]", code
    )
    assert not too_new
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|cookie|Storage|sendBeacon", script
    )
