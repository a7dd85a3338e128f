"""Every hostile value that can be published, in one record: one build shows them all.

Each payload has PACTs, wards, agencies, venues and topics of its own: copies of those in `base`, in which it
stands wherever it is taken. The fields of `area.yml` exist once: there the payloads take turns.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from typing import Any

from pact_directory.model.record import FieldPath
from pact_directory.reading.layout import AREA_FILES

from .base import LUTON, RECORD, SALTERS
from .record import PAYLOADS, Files, attacked, errors_of, surviving

AREA = "area.yml"
_IDS = {
    "luton", "salters", "luton-panel", "police", "council", "council-highways", "luton-hall", "speeding", "lighting",
}  # fmt: skip
_NAMES = {"name", "spellings"}
_NO_NAMES = {"used_by"}  # "police" is a user of names, too
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


Rename = Callable[..., str]


@dataclass(frozen=True)
class Placed:
    """A hostile value: its payload, its place in `base` (the same for every payload), and the value itself."""

    payload: str
    path: str
    field: FieldPath
    value: str


@cache
def combined() -> tuple[Files, tuple[Placed, ...]]:
    """The files of the record, and every hostile value in it."""
    placed = [
        Placed(payload, path, field, value)
        for payload in PAYLOADS
        for (path, field), value in surviving(payload).items()
        if path not in {AREA, "exemptions.yml"}
    ]
    of_area = _in_turns()
    files = attacked({(AREA, one.field): one.value for one in of_area})
    files = {path: content for path, content in files.items() if path == AREA}
    for number, payload in enumerate(sorted({one.payload for one in placed})):
        changes = {(one.path, one.field): one.value for one in placed if one.payload == payload}
        for path, content in attacked(changes).items():
            if path != AREA:
                _add(files, path, content, _renamed(number))
    print("\n".join(error.explain("text") for error in errors_of(files)))
    return files, (*placed, *of_area)


def _in_turns() -> list[Placed]:
    """A payload for each field of `area.yml`: the next in turn that it takes."""
    takes: dict[FieldPath, list[str]] = {}
    for payload in PAYLOADS:
        for path, field in surviving(payload):
            if path == AREA:
                takes.setdefault(field, []).append(payload)
    turn = cycle(PAYLOADS)
    chosen = {}
    for field, payloads in takes.items():
        chosen[field] = next(payload for payload in turn if payload in payloads)
    return [Placed(payload, AREA, field, surviving(payload)[AREA, field]) for field, payload in chosen.items()]


def _renamed(number: int) -> Rename:
    """How the copy of one payload calls what `base` calls otherwise."""

    def rename(value: str, key: str = "") -> str:
        if value in _IDS or (key in _NAMES and value in _written()):
            return f"{value}-{number}"
        if value in {LUTON, SALTERS}:
            return f"{value[:3]}{number:02}{value[5:]}"
        return re.sub(r"^luton(?=/)", f"luton-{number}", value)

    return rename


def _add(files: Files, path: str, content: bytes, rename: Rename) -> None:
    """Put a file of one payload's copy to the others: lists of the area grow, PACTs get folders of their own."""
    head, body = _parted(path, content.decode())
    values = _walk(head, rename)
    folder, slash, rest = path.partition("/")
    path = f"{rename(folder)}{slash}{rest}"
    if path in AREA_FILES and path in files:
        for name, entries in json.loads(files[path]).items():
            values[name] = [*entries, *values[name]]
    files[path] = _whole(values, body).encode()


def _parted(path: str, text: str) -> tuple[dict[str, Any], str | None]:
    if not path.endswith(".md"):
        return json.loads(text), None
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    return json.loads(head), body


def _whole(values: Mapping[str, Any], body: str | None) -> str:
    text = json.dumps(values, ensure_ascii=False, indent=1)
    text = _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text if body is None else f"---\n{text}\n---\n{body}"


def _walk(value: Any, rename: Rename, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _walk(inner, rename, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_walk(inner, rename, key) for inner in value]
    return value if key in _NO_NAMES or not isinstance(value, str) else rename(value, key)


@cache
def _written() -> frozenset[str]:
    """Every text of `base`."""
    return frozenset(re.findall(r'"([^"]+)"', json.dumps(RECORD)))
