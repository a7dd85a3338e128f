"""Following a field path through the models: what belongs at a place of a file."""

import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model.record import FieldPath

Model = type[BaseModel]


def fields_of(model: Model | None) -> Mapping[str, FieldInfo]:
    """The fields of a model by the names they have in a file ("from", not "from_")."""
    return {field.alias or name: field for name, field in model.model_fields.items()} if model else {}


def model_at(model: Model, path: FieldPath) -> Model | None:
    """The model of the group at a path; None where something else belongs there."""
    found: Any = model
    for step in path:
        if isinstance(step, str):
            field = fields_of(found).get(step) if _is_model(found) else None
            found = inner_type(field.annotation) if field else None
    return found if _is_model(found) else None


def field_at(model: Model, path: FieldPath) -> FieldInfo | None:
    """The field a path ends in; None for an entry of a list, and where no field is known."""
    if not path or not isinstance(path[-1], str):
        return None
    return fields_of(model_at(model, path[:-1])).get(path[-1])


def words_at(model: Model, path: FieldPath) -> type[StrEnum] | None:
    """The list of words that may stand at a path, or in the list there."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = field_at(model, path)
    found = inner_type(field.annotation) if field else None
    return found if isinstance(found, type) and issubclass(found, StrEnum) else None


def inner_type(annotation: Any) -> Any:
    """The type inside `X | None`, `tuple[X, ...]` and `Annotated[X, ...]`."""
    origin = typing.get_origin(annotation)
    if origin in {typing.Union, types.UnionType, tuple, typing.Annotated}:
        kept = [part for part in typing.get_args(annotation) if part not in {type(None), Ellipsis}]
        return inner_type(kept[0]) if kept else None
    return annotation


def _is_model(found: object) -> bool:
    return isinstance(found, type) and issubclass(found, BaseModel)
