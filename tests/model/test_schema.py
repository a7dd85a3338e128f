"""The JSON Schemas: fresh, whole, and never in the way of somebody whose record is right."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar, get_args, get_origin

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BeforeValidator, create_model
from pydantic_core import PydanticCustomError

from pact_directory.model import types
from pact_directory.model.pact import Pact
from pact_directory.model.record import FileRecord
from pact_directory.model.schema import SCHEMAS, json_schema
from pact_directory.reading.layout import FileKind, classify
from pact_directory.reading.text import split_page
from pact_directory.writing.schemas import schema_text, write_schemas

ROOT = Path(__file__).parents[2]
PAGES = {FileKind.MEETING, FileKind.NEWSLETTER, FileKind.UPDATE}
Validators = dict[str, Draft202012Validator]


class AsEditor(yaml.CSafeLoader):
    """YAML 1.2 as an editor reads it: numbers, true and false, null; dates and times stay text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _kind, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    AsEditor.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(f"(?:{_form})$"), _first)
# YAML 1.1 would read a leading zero as octal; an editor does not.
AsEditor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


@pytest.fixture(scope="module")
def validators() -> Validators:
    return {name: Draft202012Validator(json_schema(model)) for name, model in SCHEMAS.items()}


def shipped() -> Iterator[tuple[str, str, str]]:
    """Every file of the record that has a schema: its path, the schema's name, the YAML."""
    for path in sorted((ROOT / "pacts").rglob("*")):
        kind = classify(path.relative_to(ROOT / "pacts").as_posix())
        schema = f"{kind}.schema.json"
        if path.is_file() and schema in SCHEMAS:
            text = path.read_text(encoding="utf-8")
            page = split_page(text) if kind in PAGES else None
            yield path.relative_to(ROOT).as_posix(), schema, page.front_matter if page else text


def without_empty(value: Any) -> Any:
    """Leave out what is empty, as reading does."""
    if isinstance(value, dict):
        return {key: kept for key, inner in value.items() if (kept := without_empty(inner)) not in ("", None)}
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value


def faults(validator: Draft202012Validator, typed: str) -> list[str]:
    return [error.message for error in validator.iter_errors(yaml.load(typed, AsEditor))]


def each_field(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in (schema, *schema.get("$defs", {}).values()):
        for name, field in group["properties"].items():
            yield f"{group['title']}.{name}", field


def test_every_kind_of_file_that_is_read_has_a_schema() -> None:
    with_fields = {"area", "wards", "agencies", "venues", "topics", "exemptions", "pact", "actions", "feedback"}
    assert {name.removesuffix(".schema.json") for name in SCHEMAS} == with_fields | set(PAGES)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_kept_schema_is_fresh(name: str) -> None:
    kept = ROOT / "docs" / "schema" / name
    assert kept.read_text(encoding="utf-8") == schema_text(name), "run `pact schema`"


def test_nothing_else_is_kept_beside_the_schemas() -> None:
    assert {path.name for path in (ROOT / "docs" / "schema").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_explains_every_field(name: str) -> None:
    schema = json_schema(SCHEMAS[name])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == name
    for where, field in each_field(schema):
        assert field["title"].strip(), where
        assert (field["description"] or "").strip(), f"{where} has no description"
        assert "default" not in field
    for group in (schema, *schema.get("$defs", {}).values()):
        assert group["additionalProperties"] is False
        assert group["description"]


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schema"
    assert sorted(path.name for path in write_schemas(folder)) == sorted(SCHEMAS)
    assert write_schemas(folder) == []
    (folder / "pact.schema.json").write_text("{}")
    assert write_schemas(folder) == [folder / "pact.schema.json"]
    assert json.loads((folder / "pact.schema.json").read_text())["$id"] == "pact.schema.json"


def test_the_shipped_record_passes_as_an_editor_reads_it(validators: Validators) -> None:
    seen = set()
    for path, schema, text in shipped():
        assert not faults(validators[schema], text), path
        seen.add(schema)
    assert seen >= set(SCHEMAS) - {"exemptions.schema.json"}


def test_the_shipped_record_passes_as_plain_text(validators: Validators) -> None:
    for path, schema, text in shipped():
        typed = without_empty(yaml.load(text, yaml.CBaseLoader))
        assert [error.message for error in validators[schema].iter_errors(typed)] == [], path


RIGHT = {
    "pact.schema.json": (
        "name: Luton PACT\nstatus: reported",
        "name: Luton PACT\nstatus: reported\nwards:\ncontact: {email: , phone: }\nendorsement:\nformed_on:",
        "name: 2010 PACT\nstatus: active\ncontact: {phone: 01634333333}\nmeets: {every_months: '3'}",
        "name: >\n  Luton PACT\nstatus: active\naliases: [{name: Old, used_by: police, from: 2009-01-01}]",
        "name: A\nstatus: active\nroles: [{role: chair, organisation: resident, name: , publish: {basis: }}]",
    ),
    "wards.schema.json": (
        "wards: [{gss: E05014459, name: Luton, seats: 2, electors: {count: , on: }, councillors: []}]",
        "wards: [{gss: E05014459, name: Luton, seats: '2', population: }]",
        "wards: [{gss: E05014459, name: Luton}]",
        "wards: []",
    ),
    "actions.schema.json": (
        "",
        "priorities:\nactions: []",
        "actions: [{id: 1, action: Paint it, lead_agency: council, share: true, outcome: }]",
        "actions: [{id: '1', action: Paint it, share: 'true', raised_at: 2026-03-12-surgery}]",
        "priorities: [{id: a, title: B, votes: '7', history: [{status: key, on: 2026-03-12}]}]",
    ),
    "meeting.schema.json": (
        "kind: panel\nstatus: held\ndate: 2026-03-12\nstart: 19:30\nrevision: 0\nattendance: {residents: 14}",
        "kind: panel\nstatus: held\ndate: '2026-03-12'\nstart: '19:30'\nrevision: '0'\nminutes:",
    ),
}
WRONG = {
    "pact.schema.json": (
        "status: active",
        "name:\nstatus: active",
        "name: A\nstatus: alive",
        "name: A\nstatus: active\nstatsu: active",
        "name: A\nstatus: active\nformed_on: 12/03/2026",
        "name: A <b>\nstatus: active",
        "name: A\nstatus: active\nwards: E05014459",
        "name: A\nstatus: active\nwards: [Luton]",
        "name: A\nstatus: active\naliases: [{name: Old}]",
        "name: A\nstatus: active\naliases: [{name: Old, used_by: police, from_: 2009-01-01}]",
        "name: A\nstatus: active\nroles: [{role: chair, organisation: resident, publish: {basis: consent}}]",
        "name: A\nstatus: active\nmeets: {every_months: -3}",
        "name: A\nstatus: active\nmeets: {every_months: three}",
    ),
    "wards.schema.json": (
        "wards: Luton",
        "wards: [{name: Luton}]",
        "wards: [{gss: E05014459, name: Luton, seats: two}]",
    ),
    "actions.schema.json": (
        "actions: [{action: Paint it}]",
        "actions: [{id: '1', action: Paint it, share: yes}]",
        "priorities: [{id: a, title: B, history: []}]",
    ),
    "meeting.schema.json": (
        "kind: party\nstatus: held\ndate: 2026-03-12",
        "kind: panel\nstatus: held\ndate: 2026-03-12\nstart: 7.30pm",
        "kind: panel\nstatus: held\ndate: 2026-03-12\nagenda: Welcome",
        "kind: panel\nstatus: held\ndate: 2026-03-12\nrevision: 1.5",
    ),
}


@pytest.mark.parametrize(("schema", "typed"), [(name, typed) for name, all_ in RIGHT.items() for typed in all_])
def test_what_is_right_passes(validators: Validators, schema: str, typed: str) -> None:
    values = yaml.load(typed, AsEditor)
    assert [error.message for error in validators[schema].iter_errors(values or {})] == []


@pytest.mark.parametrize(("schema", "typed"), [(name, typed) for name, all_ in WRONG.items() for typed in all_])
def test_what_is_wrong_is_said(validators: Validators, schema: str, typed: str) -> None:
    assert faults(validators[schema], typed)


SAMPLES = (
    *("1", "0", "14", "007", "1.10", "1e5", "-3", "+1", "1_000", "2026", "101", "01634333333", "0163433"),
    *("2026-03-12", "2026-3-12", "2026-03-12-surgery", "19:30", "7:30", "no", "yes", "true", "false", "True"),
    *("luton-hall", "Luton", "luton_hall", "E05014459", "E0501", "poster.pdf", "a@example.org", "a@b", "<b>"),
    *("https://example.org/a?b=c", "http://x", "ftp://x", "01632 960101", "+44 1632 960101", "A, b", "x" * 201),
)
TYPES = [name for name, kind in vars(types).items() if get_origin(kind) is Annotated]
# A bare word an editor takes for a truth value, and a document called by a number: see the schema's module.
NEVER = {"true", "false", "True"} | {("FileName", "1.10")}


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("is_optional", [True, False])
def test_no_schema_refuses_what_its_type_accepts(name: str, is_optional: bool) -> None:
    """Every sample a type accepts, as text and as an editor reads it."""
    kind = getattr(types, name)
    read = next(part.func for part in get_args(kind) if isinstance(part, BeforeValidator))
    field: Any = (kind | None, None) if is_optional else (kind, ...)
    validator = Draft202012Validator(json_schema(create_model("Sample", __base__=FileRecord, field=field)))
    accepted = [sample for sample in SAMPLES if _accepts(read, sample)]
    assert accepted
    for sample in accepted:
        assert validator.is_valid({"field": sample})
        if name == "Flag" or not NEVER & {sample, (name, sample)}:
            assert validator.is_valid({"field": yaml.load(sample, AsEditor)}), sample
    assert validator.is_valid({"field": None}) is is_optional


def _accepts(read: Any, sample: str) -> bool:
    try:
        read(sample)
    except PydanticCustomError:
        return False
    return True


def test_the_hint_an_editor_shows_is_the_one_the_check_gives() -> None:
    formed_on = json_schema(Pact)["properties"]["formed_on"]
    assert formed_on["patternErrorMessage"] == "Write year, month, day: 2026-03-12"


@pytest.mark.parametrize("model", SCHEMAS.values(), ids=lambda model: model.__name__)
def test_descriptions_come_from_the_models(model: Any) -> None:
    for name, field in json_schema(model)["properties"].items():
        declared = next(f for key, f in model.model_fields.items() if (f.alias or key) == name)
        assert field["description"] == declared.description
