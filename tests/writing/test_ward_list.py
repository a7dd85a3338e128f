"""wards.yml is changed where the codes and names stand, and nowhere else."""

import pytest

from pact_directory.reading.strict_yaml import parse
from pact_directory.writing.refusal import NotWrittenError
from pact_directory.writing.ward_list import LatestWard, wards_updated

LUTON = LatestWard("E05014459", "Luton", "Luton Ward")
HOO = LatestWard("E05014457", "Hoo St. Werburgh & High Halstow", "Hoo St. Werburgh & High Halstow Ward")
COMMA = LatestWard("E05014451", "Cuxton, Halling & Riverside", "Cuxton, Halling & Riverside Ward")


def values(text: str) -> list[dict[str, object]]:
    parsed = parse(text.removeprefix("\ufeff"))
    assert parsed.faults == ()
    assert parsed.values is not None
    return parsed.values["wards"]


@pytest.mark.parametrize(
    "text",
    ["wards: []\n", "wards:\n", "wards:", "# Notes.\nwards: []\n# More.\n", "", "\ufeffwards: []\r\n# More.\r\n"],
)
def test_wards_are_added_to_an_empty_list(text: str) -> None:
    after, changes = wards_updated(text, [LUTON, COMMA])
    assert values(after) == [
        {
            "gss": "E05014451",
            "name": "Cuxton, Halling & Riverside",
            "spellings": ["Cuxton, Halling & Riverside Ward"],
        },
        {"gss": "E05014459", "name": "Luton", "spellings": ["Luton Ward"]},
    ]
    assert changes.added == [COMMA, LUTON]
    assert all(line in after.splitlines() for line in text.splitlines() if line.startswith("#"))
    assert ("\r\n" in text) == ("\r\n" in after)
    assert after.startswith("\ufeff") == text.startswith("\ufeff")


def test_a_ward_is_added_after_the_last_and_the_rest_stays() -> None:
    text = "wards:\n  # first\n  - gss: E05014459\n    name: Luton   # the arches\n    seats: 2\n\n# end\n"
    after, _ = wards_updated(text, [LUTON, HOO])
    assert after.startswith(
        "wards:\n  # first\n  - gss: E05014459\n    name: Luton   # the arches\n    seats: 2\n"
    )
    assert after.endswith("\n\n# end\n")
    assert [ward["gss"] for ward in values(after)] == ["E05014459", "E05014457"]


@pytest.mark.parametrize(
    "name",
    ["Hoo St Werburgh and High Halstow", "Hoo St. Werburgh & High Halstow", "HOO ST WERBURGH & HIGH HALSTOW WARD"],
)
def test_a_name_that_reads_the_same_keeps_its_spelling(name: str) -> None:
    text = f'wards: [{{gss: E05014457, name: "{name}"}}]\n'
    assert wards_updated(text, [HOO])[0] == text


def test_a_spelling_counts_as_the_name() -> None:
    text = 'wards:\n- {gss: E05014457, name: Hoo, spellings: ["Hoo St Werburgh and High Halstow"]}\n'
    after, changes = wards_updated(text, [HOO])
    assert after == text
    assert not changes


def test_a_new_code_takes_the_place_of_the_old_one() -> None:
    text = "wards:\n- {name: Luton, gss: 'E05000001', place: Chatham} # ours\n"
    after, changes = wards_updated(text, [LUTON])
    assert after == text.replace("E05000001", "E05014459")
    assert changes.recoded == [("Luton", "E05000001", "E05014459")]


def test_a_ward_that_ended_is_named_and_stays() -> None:
    text = "wards:\n- {gss: E05000001, name: Old Town}\n- {gss: E05014459, name: Luton}\n"
    after, changes = wards_updated(text, [LUTON])
    assert after == text
    assert changes.ended == [("E05000001", "Old Town")]


def test_two_wards_that_change_names_are_told_apart_by_code() -> None:
    text = "wards:\n- {gss: E05014459, name: Luton}\n- {gss: E05000001, name: Old Luton}\n"
    after, changes = wards_updated(
        text, [LatestWard("E05014459", "Arches", "Arches Ward"), LatestWard("E05000001", "Luton", "Luton Ward")]
    )
    assert [ward["name"] for ward in values(after)] == ["Arches", "Luton"]
    assert [new for _, _, new in changes.renamed] == ["Arches", "Luton"]


@pytest.mark.parametrize(
    "text",
    [
        "wards: [\n",
        "wards: Luton\n",
        "wards:\n- {name: Luton}\n",
        "wards:\n- {gss: E05014459, name: A}\n- {gss: E05014459\n",
    ],
)
def test_a_faulty_file_is_refused(text: str) -> None:
    with pytest.raises(NotWrittenError, match="fault"):
        wards_updated(text, [LUTON])


def test_wards_in_brackets_cannot_be_added_to() -> None:
    with pytest.raises(NotWrittenError, match="wards of this file stand in square brackets"):
        wards_updated("wards: [{gss: E05014459, name: Luton}]\n", [LUTON, HOO])
