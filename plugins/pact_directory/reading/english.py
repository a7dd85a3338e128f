"""Pydantic's findings in plain English: what is wrong with a field, and what to write instead."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from ..model import actions, area, meeting, pact
from ..model.quoting import shown
from ..model.record import FieldPath
from .fields import Model, field_at, fields_of, model_at, words_at

_CALLED: dict[type[StrEnum], str] = {
    actions.ActionStatus: "an action status",
    actions.PriorityStatus: "a status of a priority",
    actions.PrioritySource: "a source of a priority",
    actions.Measured: "a way to establish a difference",
    actions.Difference: "a difference",
    actions.ResidentsSay: "an answer of residents",
    area.KnownOrNot: "an answer about access",
    area.PublishBasis: "a reason to publish a name",
    meeting.MeetingKind: "a kind of meeting",
    meeting.MeetingStatus: "a meeting status",
    meeting.Minutes: "a state of minutes",
    pact.AliasUser: "a user of a name",
    pact.PactKind: "a kind of PACT",
    pact.PactStatus: "a PACT status",
    pact.RoleName: "a role",
}


_NEAR_ENOUGH = 0.65  # nearer than "opened" to "done": no guess is better than a wrong one


class Said(NamedTuple):
    """A fault in words: its code, where, what is wrong, what to write; `at_key`: the field's name is wrong."""

    code: str
    path: FieldPath
    message: str
    hint: str
    at_key: bool = False


def say(model: Model, error: Any) -> Said:
    """Put one entry of a pydantic `ValidationError.errors()` for `model` into words."""
    path: FieldPath = tuple(error["loc"])
    kind: str = error["type"]
    context = error.get("ctx", {})
    if "said" in context:
        return Said(kind, path, context["said"], context["hint"])
    if kind == "missing":
        return _missing(model, path)
    if kind == "extra_forbidden":
        return _unknown_key(model, path)
    if kind == "enum":
        return _not_a_word(model, path, error["input"])
    return _wrong_shape(model, kind, path)


def say_unknown(model: Model, empty: Iterable[FieldPath]) -> Iterator[Said]:
    """Put into words which fields written without a value are none of the model's.

    In braces, a comma inside a value begins a new field: what follows it must not be lost in silence.
    """
    for path in empty:
        group = model_at(model, path[:-1])
        if group is not None and path[-1] and path[-1] not in fields_of(group):
            said = _unknown_key(model, path)
            quote = "Put the value before it in double quotes: a comma begins a new field here."
            yield said._replace(hint=quote) if " " in str(path[-1]) else said


def _missing(model: Model, path: FieldPath) -> Said:
    name, field = str(path[-1]), field_at(model, path)
    hint = f"Add {name}: and then this: {_lower_first(field.description or '')}." if field else f"Add {name}:"
    return Said("missing", path[:-1], f'"{name}" is missing.', hint)


def _unknown_key(model: Model, path: FieldPath) -> Said:
    name, known = str(path[-1]), [*fields_of(model_at(model, path[:-1]))]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    hint = f'Did you mean "{near[0]}"?' if near else f"The fields here are: {', '.join(known)}"
    return Said("unknown-field", path, f"There is no field called {shown(name)} here.", hint, at_key=True)


def _not_a_word(model: Model, path: FieldPath, typed: object) -> Said:
    words = words_at(model, path)
    listed = [word.value for word in words] if words else []
    called = _CALLED.get(words, "one of the words that can stand here") if words else "a word that can stand here"
    if not isinstance(typed, str):
        return Said("wrong-shape", path, "One word belongs here.", f"Write one of: {', '.join(listed)}.")
    near = nearest_word(typed, listed)
    guess = f' Did you mean "{near}"?' if near else ""
    return Said(
        "not-a-word", path, f"{shown(typed)} is not {called}.", f"Write one of: {', '.join(listed)}.{guess}"
    )


def nearest_word(typed: str, listed: Sequence[str]) -> str | None:
    """The word of a list that was probably meant."""
    near = difflib.get_close_matches(typed.strip().lower().replace(" ", "_"), listed, n=1, cutoff=_NEAR_ENOUGH)
    return near[0] if near else None


def _wrong_shape(model: Model, kind: str, path: FieldPath) -> Said:
    if kind in {"tuple_type", "list_type"}:
        hint = "Write the items in square brackets, with commas: [one, two]"
        if model_at(model, path):
            hint = "Begin each entry on a line of its own, with a hyphen and a space."
        return Said("wrong-shape", path, "A list belongs here.", hint)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return Said(
            "wrong-shape",
            path,
            "A group of fields belongs here.",
            "Write each field on its own line below, two spaces further in.",
        )
    return Said(
        "wrong-shape",
        path,
        "This value is not of the kind that belongs here.",
        "Compare it with a record that works.",
    )


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
