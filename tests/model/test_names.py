"""How names are compared, and what they become in an address."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pact_directory.model.names import fold, scripts, slug

SLUGS = {
    "Hoo St. Werburgh & High Halstow Ward": "hoo-st-werburgh-and-high-halstow-ward",
    "Hoo St Werburgh and High Halstow ward": "hoo-st-werburgh-and-high-halstow-ward",
    "Cuxton, Halling and Riverside": "cuxton-halling-and-riverside",
    "St Mary\u2019s Island": "st-marys-island",
    "St Mary's Island": "st-marys-island",
    "St Mary\u02bcs Island": "st-marys-island",
    "  Luton  --  PACT  ": "luton-pact",
    "Caf\u00e9 Ren\u00e9": "cafe-rene",
    "Cafe\u0301 Rene\u0301": "cafe-rene",
    "T\u0177 Gwyn \u2013 Ynys M\u00f4n": "ty-gwyn-ynys-mon",
    "Stra\u00dfe": "strasse",
    "\u00c6r\u00f8 & \u0141\u00f3d\u017a": "aero-and-lodz",
    "AT&T": "at-and-t",
    "\uff2c\uff35\uff34\uff2f\uff2e": "luton",
    "\ufb01re": "fire",
    "U.K.": "uk",
    "Ward 7/8": "ward-7-8",
    "\u041b\u0443\u0442\u043e\u043d": "",
    "\u05dc\u05d5\u05d8\u05d5\u05df": "",
    "...": "",
    "": "",
}


@pytest.mark.parametrize("name", SLUGS)
def test_slugs(name: str) -> None:
    assert slug(name) == SLUGS[name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoo St. Werburgh & High Halstow", "HOO ST WERBURGH AND HIGH HALSTOW"),
        ("St Mary\u2019s", "St Mary's"),
        ("Caf\u00e9", "Cafe\u0301"),
        ("\u041b\u0423\u0422\u041e\u041d", "\u043b\u0443\u0442\u043e\u043d"),
        ("Luton\u00a0PACT", "Luton PACT"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_that_differ() -> None:
    assert len({fold(name) for name in ("Luton", "Luton Hill", "Lut\u043en", "Luten", "")}) == 5


@given(st.text())
@example("\u0345")
@example("\u1fb3&\u1e9e")
@example("\u1d2c\u00aa")
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert slug(slug(name)) == slug(name)


@given(st.text())
@example("\ufdfa" * 50)
def test_a_slug_can_be_the_name_of_a_folder(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))
    assert len(slug(name)) <= 100


def test_long_names_are_cut_between_words_or_letters_never_at_a_hyphen() -> None:
    assert slug("& " * 150).endswith("-and-and")
    assert slug("a" * 99 + " b") == "a" * 99


@pytest.mark.parametrize(
    ("name", "systems"),
    [
        ("Luton", {"LATIN"}),
        ("Caf\u00e9 101", {"LATIN"}),
        ("O\u02bcBrien", {"LATIN"}),
        ("Lut\u043en", {"LATIN", "CYRILLIC"}),
        ("\uff2cuton", {"LATIN"}),
        ("\u0391thens", {"GREEK", "LATIN"}),
        ("\u05dc\u05d5\u05d8\u05d5\u05df", {"HEBREW"}),
        ("101 & co", {"LATIN"}),
        ("101", set()),
        ("", set()),
    ],
)
def test_writing_systems(name: str, systems: set[str]) -> None:
    assert scripts(name) == systems
