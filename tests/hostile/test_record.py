"""Whatever stands in a field, the record is refused in words or read; nothing in between."""

from datetime import date, time
from itertools import islice
from pathlib import Path

import pytest
from pydantic import BaseModel

from pact_directory.problems import Report
from pact_directory.reading import read_directory, read_files
from pact_directory.reading.directory import MODELS, PAGES
from pact_directory.reading.fields import field_at, fields_of, inner_type, model_at, words_at

from .base import RECORD
from .record import (
    BODY,
    PAYLOADS,
    all_fields,
    attacked,
    errors_of,
    form_problems,
    hostile_records,
    model_of,
    surviving,
    survivors,
)

FORMS = ("text", "github", "markdown", "json")
REFUSED_IN_FIELDS = {"element", "script", "nul", "bell", "direction-mark", "line-separator", "too-long"}


def test_the_record_is_in_order_before_it_is_attacked() -> None:
    assert [error.explain("text") for error in errors_of(attacked({}))] == []


def test_every_group_of_every_model_is_in_the_record() -> None:
    given = {model_at(model_of(path), field[:-1]) for path, field in all_fields() if field != BODY}
    files: list[type[BaseModel]] = [*MODELS.values(), *(model for model, _ in PAGES.values())]
    needed = [*files]
    for model in needed:
        needed += [inner for name in fields_of(model) if (inner := model_at(model, (name,))) is not None]
    # A record may not name a file that is not there, and this one has no documents.
    assert {model.__name__ for model in set(needed) - given - {*files}} == {"Document", "Photo"}


def test_every_field_of_every_kind_of_file_is_attacked() -> None:
    for model in {model_of(path) for path in RECORD}:
        attacked_here = {field[0] for path, field in all_fields() if model_of(path) is model}
        assert attacked_here >= set(fields_of(model)) - {"documents", "photos"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_each_field_refuses_or_reads(payload: str) -> None:
    seen = set()
    for number, (path, field) in enumerate(all_fields()):
        kind = (model_of(path), tuple(step for step in field if isinstance(step, str)))
        if kind in seen:
            continue
        seen.add(kind)
        written = PAYLOADS[payload](number)
        problems = form_problems(path, attacked({(path, field): written})[path])
        for form in FORMS:
            said = Report.of(problems).explain(form)
            assert "Traceback" not in said
            assert "pydantic" not in said.lower()
            assert form == "json" or "\x1b" not in said
        for problem in problems:
            assert problem.message.isprintable()
            assert problem.hint


@pytest.mark.parametrize("payload", sorted(REFUSED_IN_FIELDS))
def test_what_no_field_may_hold(payload: str) -> None:
    assert {field for _, field in surviving(payload)} <= {BODY}


@pytest.mark.parametrize("payload", ["element", "script", "nul", "bell", "direction-mark", "markdown"])
def test_what_no_minutes_may_hold(payload: str) -> None:
    assert BODY not in {field for _, field in surviving(payload)}


@pytest.mark.parametrize(
    "payload", ["entities", "attribute", "template", "address", "right-to-left", "long", "apostrophes", "emoji"]
)
def test_odd_but_harmless_words_can_be_published_in_every_field_of_words(payload: str) -> None:
    taken = {(path.rpartition("/")[2], field[-1]) for path, field in surviving(payload)}
    assert {("pact.yml", "name"), ("wards.yml", "name"), ("actions.yml", "title"), ("area.yml", "name")} <= taken
    assert len(surviving(payload)) > 100


def test_survivors_can_be_published(tmp_path: Path) -> None:
    names = []
    for name, files in survivors():
        folder = tmp_path / name
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        assert read_directory(read_files(folder)).problems == ()
        names.append(name)
    assert set(PAYLOADS) - set(names) == {"element", "script", "nul", "bell", "direction-mark"}


def test_there_is_a_record_for_each_field_and_payload() -> None:
    first = list(islice(hostile_records(), len(all_fields())))
    assert (
        len({name for name, _ in first}) == len({tuple(files.items()) for _, files in first}) == len(all_fields())
    )
    assert len(PAYLOADS) * len(all_fields()) > 10_000


EXTREMES = [{date: "1900-01-01"}, {date: "2199-12-31"}, {int: "0"}, {int: "400"}, {time: "00:00"}, {time: "23:59"}]


@pytest.mark.parametrize("extremes", EXTREMES, ids=str)
def test_the_rules_bear_the_earliest_and_latest_the_least_and_most(extremes: dict[type, str]) -> None:
    changes = {}
    for path, field in all_fields():
        found = field_at(model_of(path), field)
        kind = inner_type(found.annotation) if found else None
        if kind in extremes:
            changes[path, field] = extremes[kind]
    assert len(changes) > 10
    for error in errors_of(attacked(changes)):
        assert error.path.startswith("pacts/")


def test_the_rules_bear_every_word_of_every_list() -> None:
    for path, field in all_fields():
        for word in words_at(model_of(path), field) or ():
            problems = form_problems(path, attacked({(path, field): word.value})[path])
            assert not problems
            errors_of(attacked({(path, field): word.value}))
