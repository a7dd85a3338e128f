"""What is left of a file with faults of form, so that the rest of it can still be checked for meaning.

A coordinator who makes ten mistakes should hear of ten at once, whether they are of form ("that is not a
date") or of meaning ("no such agency"). A faulty value is replaced by what was probably meant where that can
be told, and otherwise taken out, with as much around it as cannot do without it. None of it is ever published:
a fault of form blocks publication whatever the rules say afterwards.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any, Generic, NamedTuple, TypeVar, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..model.days import guess_day, guess_time
from ..model.names import slug
from ..model.record import FieldPath, FileRecord, Source
from .english import nearest_word
from .fields import Model, field_at, inner_type, model_at, words_at
from .place import Place

SomeRecord = TypeVar("SomeRecord", bound=FileRecord)

_ROUNDS = 5
_KEYS = frozenset({"id", "gss"})
_DIGITS = re.compile(r"[0-9]{1,9}")
_STARTS_WITH_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Salvaged(NamedTuple, Generic[SomeRecord]):
    """What is left of a file; not whole where an entry that others may mention is gone, or its id is a guess."""

    record: SomeRecord | None
    is_whole: bool


def salvage(
    model: type[SomeRecord],
    values: dict[str, Any],
    place: Place,
    errors: Sequence[ErrorDetails],
    source: Source,
) -> Salvaged[SomeRecord]:
    """Mend or take out what `errors` complain of, and read the rest; places are kept in step with lists.

    The record is None when nothing sensible is left. `values` is changed.
    """
    is_whole = True
    for turn in range(_ROUNDS):
        paths: set[FieldPath] = set()
        for error in errors:
            path = tuple(error["loc"])
            if turn == 0 and _put_stand_in(model, values, path, error, source):
                is_whole = is_whole and path[-1] not in _KEYS
                continue
            paths.add(_dispensable(model, path[:-1] if error["type"] == "missing" else path))
        for path in in_safe_order(paths):
            if not path or not take_out(values, place, path):
                return Salvaged(None, False)
            is_whole = is_whole and isinstance(path[-1], str) and model_at(model, path) is None
        try:
            return Salvaged(model.model_validate(values, context=source), is_whole)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return Salvaged(None, False)


def _dispensable(model: Model, path: FieldPath) -> FieldPath:
    """The smallest value around a path that can be taken out: an entry of a list, or a field nobody must give."""
    while path and isinstance(path[-1], str):
        field = field_at(model, path)
        if field is None or not field.is_required():
            break
        path = path[:-1]
    return path


def _put_stand_in(
    model: Model, values: dict[str, Any], path: FieldPath, error: ErrorDetails, source: Source
) -> bool:
    """Put what was probably meant in the place of a value, where that can be told."""
    field = field_at(model, path)
    if field is None:
        return False
    holder: Any = values
    for step in path[:-1]:
        holder = holder[step]
    typed = error["input"] if error["type"] != "missing" and isinstance(error["input"], str) else ""
    meant = _meant(model, path, typed, source)
    if not meant and field.is_required() and inner_type(field.annotation) is str and not _is_list(field):
        meant = _name_for(str(path[-1]), typed, holder, source)
    if meant:
        holder[path[-1]] = meant
    return bool(meant)


def _meant(model: Model, path: FieldPath, typed: str, source: Source) -> str | None:
    if words := words_at(model, path):
        return nearest_word(typed, [word.value for word in words])
    field = field_at(model, path)
    kind = inner_type(field.annotation) if field else None
    if kind is date:
        return guess_day(typed) or (_day_of(source.origin.stem) if path == ("date",) else None)
    if kind is time:
        return guess_time(typed)
    digits = _DIGITS.search(typed) if kind is int else None
    return digits[0].lstrip("0") if digits else None


def _is_list(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is tuple


def _day_of(stem: str) -> str | None:
    found = _STARTS_WITH_DAY.match(stem)
    return found[0] if found else None


def _name_for(field: str, typed: str, holder: dict[str, Any], source: Source) -> str | None:
    if meant := slug(typed):
        return meant
    if field in _KEYS:
        return None
    own = holder.get("id") or holder.get("gss")
    return own if isinstance(own, str) else source.origin.pact_id or source.origin.stem


def take_out(values: dict[str, Any], place: Place, path: FieldPath) -> bool:
    """Take one value out; places are kept in step with list positions. False when it is not there."""
    holder: Any = values
    try:
        for step in path[:-1]:
            holder = holder[step]
            place = place.inside[step] if place.inside else place
        del holder[path[-1]]
    except (KeyError, IndexError, TypeError):
        return False
    if isinstance(path[-1], int) and place.inside:
        kept = [spot for index, spot in sorted(place.inside.items()) if index != path[-1]]
        place.inside = dict(enumerate(kept))
    return True


def in_safe_order(paths: Iterable[FieldPath]) -> list[FieldPath]:
    """Order paths so that taking one out never moves another: later entries first, nothing inside another."""
    all_paths = set(paths)
    outermost = {path for path in all_paths if not any(path[:n] in all_paths for n in range(len(path)))}
    return sorted(
        outermost,
        key=lambda path: [
            (isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path
        ],
        reverse=True,
    )
