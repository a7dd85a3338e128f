"""JSON Schemas of the record's files, drawn from the models, so that an editor helps while somebody types.

An editor reads YAML by its own lights: `count: 14` is a number to it, `share: true` a truth value, an empty
value null. Reading takes every value as the text that was typed. A schema therefore accepts both forms of
whatever reading accepts; it may be kinder than reading, and is stricter only where the kindness would spoil
what the editor offers: the bare word true as a name, or an empty item in a list.
"""

import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from . import types as kinds
from .actions import ActionLog
from .area import Agencies, Area, Exemptions, Topics, Venues, Wards
from .meeting import Meeting
from .pact import Feedback, Newsletter, Pact, Update
from .record import FileRecord

Schema = dict[str, Any]

SCHEMAS: Mapping[str, type[FileRecord]] = MappingProxyType(
    {
        "area.schema.json": Area,
        "wards.schema.json": Wards,
        "agencies.schema.json": Agencies,
        "venues.schema.json": Venues,
        "topics.schema.json": Topics,
        "exemptions.schema.json": Exemptions,
        "pact.schema.json": Pact,
        "actions.schema.json": ActionLog,
        "feedback.schema.json": Feedback,
        "meeting.schema.json": Meeting,
        "newsletter.schema.json": Newsletter,
        "update.schema.json": Update,
    }
)
"""The model of each kind of file, by the name of its schema."""

# To an editor, text that looks like a number is one.
_TEXT: Schema = {"type": ["string", "number"]}
# A line written as a block (action: >) ends with a line break, which reading drops.
_ONE_LINE: Schema = {**_TEXT, "pattern": "^[^<>\\n]*\\n*$"}
_AS_TYPED: dict[Callable[[object], object], Schema] = {
    kinds.read_line: _ONE_LINE,
    kinds.read_name: _ONE_LINE,
    kinds.read_words: _TEXT,
    kinds.read_id: _TEXT,
    kinds.read_phone: {"type": ["string", "integer"]},
    kinds.read_few: {
        "type": ["integer", "string"],
        "maximum": kinds.FEW_LIMIT,
        "pattern": "^(0|[1-9][0-9]{0,2})$",
    },
    kinds.read_count: {"type": ["integer", "string"], "maximum": 999_999_999, "pattern": "^(0|[1-9][0-9]{0,8})$"},
    kinds.read_flag: {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
}
_CAPITALS = {"gss": "GSS", "csp": "CSP", "url": "URL"}


def json_schema(model: type[FileRecord]) -> Schema:
    """The JSON Schema (draft 2020-12) of one kind of file; keys stand in the order the model gives them.

    Its `$id` is the schema's own file name, without a host. Every field has a title and a description, and
    `patternErrorMessage`, which editors show, says what to write instead.
    """
    named = (name for name, known in SCHEMAS.items() if known is model)
    groups: dict[str, Schema] = {}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": next(named, f"{model.__name__}.schema.json"),
        **_group(model, groups),
    }
    return {**schema, "$defs": groups} if groups else schema


def _group(model: type[BaseModel], groups: dict[str, Schema]) -> Schema:
    """A group of fields; the groups inside it are added to `groups`."""
    model.model_rebuild()  # a group may name one that is written down further on
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return {
        "title": _title(model.__name__),
        "description": " ".join((model.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _field(name, field, groups) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _title(name: str) -> str:
    words = (
        "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).replace("_", " ").split()
    )
    spelt = " ".join(_CAPITALS.get(word, word) for word in words)
    return spelt[:1].upper() + spelt[1:]


def _field(name: str, field: FieldInfo, groups: dict[str, Schema]) -> Schema:
    value = _value(field.annotation, field.metadata, groups)
    if not field.is_required():
        value = _or_empty(value, groups)
    elif value.get("type") == "array":
        value["minItems"] = 1  # an empty list counts as absent
    return {"title": _title(name), "description": field.description, **value}


def _value(annotation: Any, metadata: list[Any], groups: dict[str, Schema]) -> Schema:
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _value(parts[0], list(parts[1:]), groups)
    if origin in {typing.Union, types.UnionType}:
        return _value(next(part for part in parts if part is not type(None)), metadata, groups)
    if origin is tuple:
        return {"type": "array", "items": _value(parts[0], [], groups)}
    if issubclass(annotation, StrEnum):
        return {"type": "string", "enum": [word.value for word in annotation]}
    if issubclass(annotation, BaseModel):
        if annotation.__name__ not in groups:
            groups[annotation.__name__] = {}  # keeps its place while the groups inside it are added
            groups[annotation.__name__] = _group(annotation, groups)
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    return _scalar(metadata)


def _scalar(metadata: list[Any]) -> Schema:
    """One value: the schema its type gives, widened to what an editor makes of it, with the type's own hint."""
    read: Any = next(part.func for part in metadata if isinstance(part, BeforeValidator))
    given = next(part.json_schema for part in metadata if isinstance(part, WithJsonSchema))
    schema = {**(given or {}), **_AS_TYPED.get(read, {})}
    if "pattern" in schema:
        schema["patternErrorMessage"] = _hint(read)
    return schema


def _hint(read: Callable[[object], object]) -> str:
    """What to write instead, as the type itself says it when it refuses a value."""
    try:
        read("<")
    except PydanticCustomError as refusal:
        return str((refusal.context or {})["hint"])
    raise TypeError("a type reads markup as a value")


def _or_empty(value: Schema, groups: dict[str, Schema]) -> Schema:
    """The same, or nothing: null, and a group whose every field was left empty."""
    if "$ref" in value:
        nothing: list[Schema] = [{"type": "null"}]
        if groups[value["$ref"].rpartition("/")[2]]["required"]:
            nothing.append({"type": "object", "additionalProperties": {"type": "null"}})
        return {"anyOf": [value, *nothing]}
    if "enum" in value:
        return {"anyOf": [value, {"type": "null"}]}
    named = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return {**value, "type": [*named, "null"]}
