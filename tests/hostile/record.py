"""The hostile record: one payload in one field at a time, for every field the models have.

`hostile_records()` gives every such record, `survivors()` those that a volunteer could get published: for
each payload one record in which every field that takes it holds it.
"""

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, get_origin

from pydantic import BaseModel

from pact_directory.model.record import WORDS, FieldPath, FileRecord
from pact_directory.problems import Problem, Severity
from pact_directory.reading import RecordFiles, read_directory
from pact_directory.reading.directory import MODELS, PAGES
from pact_directory.reading.fields import fields_of, model_at
from pact_directory.reading.layout import FileKind, classify
from pact_directory.reading.locate import spell_path
from pact_directory.reading.records import RecordReader
from pact_directory.rules import check_directory
from tests.factories import AS_OF

from .base import RECORD, Fields

Files = dict[str, bytes]
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
BODY: FieldPath = WORDS
MINUTES = "## Speeding\n\nThe panel heard of **speeding**.\n\n| Who | What |\n| --- | --- |\n| Police | Checks |\n"
EDITORS_WORDS = "## Speeding\n\nThe panel heard of **speeding**.\n"
"""A newsletter holds no table."""

PAYLOADS: dict[str, Callable[[int], str]] = {
    "element": lambda n: f'"><img src=x onerror=alert({n})>',
    "script": lambda n: f"</script><script>alert({n})</script>",
    "entities": lambda n: f"&lt;img src=x onerror=alert({n})&gt; &#60;b&#62; &amp;",
    "attribute": lambda n: f'" onmouseover="alert({n})" x="',
    "single-quotes": lambda n: f"' onfocus='alert({n})' x='",
    "template": lambda n: f"{{{{ 7*7 }}}} {{% raw %}} {{# {n} #}} {{{{ config.items() }}}}",
    "script-template": lambda n: f"`${{alert({n})}}` \\u003cb\\u003e",
    "address": lambda n: f"javascript:alert({n})",
    "data-address": lambda n: f"data:text/html,alert({n})",
    "markdown": lambda n: f"![x{n}](https://example.com/x.png) [x](javascript:alert) **b** `c` | d",
    "allowed-markdown": lambda n: f"[x](https://example.org/{n}) **b** `c` | d \\| e",
    "formula": lambda n: f"=HYPERLINK(A{n})",
    "right-to-left": lambda n: f"\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd {n}",
    "direction-mark": lambda n: f"poster {n} \u202egpj.exe",
    "mixed-scripts": lambda n: f"Lut\u043en {n}",
    "long": lambda n: f"{n} ".ljust(200, "W"),
    "too-long": lambda n: f"{n} " + "W" * 5000,
    "apostrophes": lambda n: f'O\'Brien\u2019s \u201clast\u201d "x" \\ /{n}',
    "emoji": lambda n: f"Family {n} \U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f\u200d\U0001f308",
    "nul": lambda n: f"a{n}\0b",
    "bell": lambda n: f"a{n}\x1b[2Jb",
    "lines": lambda n: f"a{n}\nATTENDEE:mailto:x@example.com\n\n# Heading",
    "line-separator": lambda n: f"a{n}\u2028b",
    "climbing": lambda n: f"../../{n}",
    "number": lambda n: f"{n}e999",
}
"""What a field is given, made different in each field by a number so that no two names are the same."""


def hostile_records() -> Iterator[tuple[str, Files]]:
    """Every record with one payload in one field, named "payload in path: field"."""
    for payload, written in PAYLOADS.items():
        for number, (path, field) in enumerate(all_fields()):
            yield f"{payload} in {path}: {spell_path(field)}", attacked({(path, field): written(number)})


def survivors() -> Iterator[tuple[str, Files]]:
    """For each payload that can be published somewhere, the record that holds it wherever it can."""
    for payload in PAYLOADS:
        if changes := surviving(payload):
            yield payload, attacked(changes)


@cache
def all_fields() -> tuple[tuple[str, FieldPath], ...]:
    """Every field of every file, with the way to it, written or not; and the words below each front matter."""
    found = [(path, field) for path, values in RECORD.items() for field in _fields(model_of(path), values)]
    return (*found, *((path, BODY) for path in RECORD if path.endswith(".md")))


def model_of(path: str) -> type[FileRecord]:
    """The model of a file."""
    kind = _kind(path)
    return PAGES[kind][0] if kind in PAGES else MODELS[kind]


def attacked(changes: Mapping[tuple[str, FieldPath], str]) -> Files:
    """The files of the record with some values changed."""
    by_path: dict[str, dict[FieldPath, str]] = {}
    for (path, field), value in changes.items():
        by_path.setdefault(path, {})[field] = value
    return {**_untouched(), **{path: _attacked_file(path, fields) for path, fields in by_path.items()}}


@cache
def _untouched() -> Files:
    return {path: _attacked_file(path, {}) for path in RECORD}


def _attacked_file(path: str, fields: Mapping[FieldPath, str]) -> bytes:
    values = copy.deepcopy(RECORD[path])
    for field, value in fields.items():
        if field != BODY:
            _set(values, field, value)
    text = json.dumps(values, ensure_ascii=False, indent=1)
    # What JSON leaves as it is and YAML reads otherwise, or not at all.
    text = _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    words = EDITORS_WORDS if "/newsletters/" in path else MINUTES
    return (f"---\n{text}\n---\n{fields.get(BODY, words)}\n" if path.endswith(".md") else text).encode()


def as_record_files(files: Files) -> RecordFiles:
    """The files as reading takes them from a folder."""
    return RecordFiles("pacts", {path: _kind(path) for path in sorted(files)}, dict(sorted(files.items())))


def errors_of(files: Files) -> list[Problem]:
    """What keeps a record from being published."""
    reading = read_directory(as_record_files(files))
    problems = [*reading.problems]
    if reading.directory is not None:
        problems += check_directory(reading.directory, AS_OF, reading.locator)
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def form_problems(path: str, content: bytes) -> list[Problem]:
    """The faults of form of one file."""
    reader = RecordReader("pacts")
    kind = _kind(path)
    if kind in PAGES:
        model, top_heading = PAGES[kind]
        reader.read_page(model, path, content, top_heading)
    else:
        reader.read(MODELS[kind], path, content)
    return reader.problems


@cache
def surviving(payload: str) -> Mapping[tuple[str, FieldPath], str]:
    """The fields that take a payload in a record that can be published, and what each then holds."""
    changes = {
        (path, field): PAYLOADS[payload](number)
        for number, (path, field) in enumerate(all_fields())
        if _reads(payload, path, field)
    }
    while errors := errors_of(attacked(changes)):
        refused = {one for one in changes if _is_blamed(one, errors)}
        refused = refused or {one for one in changes if one[1][-1] in {"id", "gss"}}
        assert refused, f"{payload} breaks what was never changed: {errors[0].explain('text')}"
        changes = {one: value for one, value in changes.items() if one not in refused}
    return changes


def _reads(payload: str, path: str, field: FieldPath) -> bool:
    """Whether a field takes a payload, asked once for all places of a field."""
    key = (payload, _kind(path), tuple(step for step in field if isinstance(step, str)))
    if key not in _known_to_read:
        change = PAYLOADS[payload](0)
        _known_to_read[key] = not form_problems(path, _attacked_file(path, {field: change}))
    return _known_to_read[key]


_known_to_read: dict[tuple[str, FileKind, tuple[str, ...]], bool] = {}


def _is_blamed(change: tuple[str, FieldPath], errors: list[Problem]) -> bool:
    path, field = change
    ways = {spell_path(field[:length]) for length in range(1, len(field) + 1)}
    return any(error.path == f"pacts/{path}" and error.field in ways for error in errors)


def _kind(path: str) -> FileKind:
    kind = classify(path)
    assert isinstance(kind, FileKind), path
    return kind


def _fields(model: type[BaseModel], values: Fields, way: FieldPath = ()) -> Iterator[FieldPath]:
    """Every field of a group and of the groups inside it; of lists that are left out, the first entry."""
    for name, field in fields_of(model).items():
        inner = model_at(model, (name,))
        given = values.get(name)
        if inner is None:
            is_list = isinstance(given, list) or get_origin(field.annotation) is tuple
            yield from ((*way, name, index) for index in range(len(given or [""]))) if is_list else [(*way, name)]
        elif isinstance(given, list):
            for index, group in enumerate(given):
                yield from _fields(inner, group, (*way, name, index))
        elif given is not None:
            yield from _fields(inner, given, (*way, name))


def _set(values: Fields, field: FieldPath, value: str) -> None:
    holder: Any = values
    for step, following in pairwise(field):
        if isinstance(following, int) and step not in holder:
            holder[step] = [""]
        holder = holder[step]
    holder[field[-1]] = value
