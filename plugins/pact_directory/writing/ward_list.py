"""`wards.yml` brought up to date: codes and names spliced in, everything else left as it was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model.names import fold
from ..reading.strict_yaml import Parsed, parse
from .list_place import place_at_end
from .marks import split_mark
from .refusal import NotWrittenError
from .splice import scalar_text, value_replaced
from .starter_area import bracketed

_FAULTY = "wards.yml has a fault. Put right what pact check says of it first."


@dataclass(frozen=True)
class LatestWard:
    """A ward as a list of today has it: its code, its name, and the list's own spelling of it."""

    gss: str
    name: str
    spelling: str


@dataclass
class WardChanges:
    """What became of `wards.yml`, in the order of the wards' codes.

    `added` are new entries; `recoded` wards whose code changed, by name; `renamed` wards that have another
    name now; `ended` wards in the file that are in the list no more. They were left as they are.
    """

    added: list[LatestWard] = field(default_factory=list)
    recoded: list[tuple[str, str, str]] = field(default_factory=list)
    renamed: list[tuple[str, str, str]] = field(default_factory=list)
    ended: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is to be told."""
        return bool(self.added or self.recoded or self.renamed or self.ended)


def wards_updated(text: str, latest: Sequence[LatestWard]) -> tuple[str, WardChanges]:
    """Bring the text of wards.yml up to date with a list of wards.

    Wards are known by code, else by name or spelling; a name that reads the same keeps the file's spelling.
    Only `gss` and `name` of a ward ever change, and no ward is taken away. Raises `NotWrittenError` where
    the file has a fault, or is laid out so that nothing can be added.
    """
    changes = WardChanges()
    wanted = {ward.gss: ward for ward in latest}
    for index, ward in enumerate(_wards(text)):
        match = wanted.pop(ward["gss"], None)
        if match is not None:
            text = _with_name(text, index, ward, match, changes)
            continue
        match = _same_name(ward, wanted)
        if match is None or ward["gss"] in {one.gss for one in latest}:
            changes.ended.append((ward["gss"], ward["name"]))
        else:
            del wanted[match.gss]
            text = _with(text, index, "gss", match.gss)
            changes.recoded.append((ward["name"], ward["gss"], match.gss))
    changes.added = [wanted[gss] for gss in sorted(wanted)]
    return _with_added(text, changes.added), changes


def names_of(ward: Mapping[str, Any]) -> frozenset[str]:
    """The keys a ward is known by: of its name and its spellings."""
    return frozenset(fold(name) for name in (ward["name"], *ward.get("spellings", [])))


def _wards(text: str) -> list[dict[str, Any]]:
    values = _read(text).values or {}
    wards = values.get("wards", [])
    if not isinstance(wards, list) or not all(
        isinstance(ward, dict) and {"gss", "name"} <= {*ward} for ward in wards
    ):
        raise NotWrittenError(_FAULTY)
    return wards


def _read(text: str) -> Parsed:
    parsed = parse(split_mark(text)[1])
    if parsed.values is None or parsed.faults:
        raise NotWrittenError(_FAULTY)
    return parsed


def _same_name(ward: Mapping[str, Any], wanted: Mapping[str, LatestWard]) -> LatestWard | None:
    known = names_of(ward)
    return next((one for one in wanted.values() if {fold(one.name), fold(one.spelling)} & known), None)


def _with_name(text: str, index: int, ward: Mapping[str, Any], match: LatestWard, changes: WardChanges) -> str:
    if {fold(match.name), fold(match.spelling)} & names_of(ward):
        return text
    changes.renamed.append((match.gss, ward["name"], match.name))
    return _with(text, index, "name", match.name)


def _with(text: str, index: int, name: str, value: str) -> str:
    return value_replaced(text, _read(text).place.find(("wards", index, name)), value)


def _with_added(text: str, added: Sequence[LatestWard]) -> str:
    if not added:
        return text
    mark, rest = split_mark(text)
    parsed = _read(rest)
    spot = place_at_end(rest, parsed.place, "wards")
    block = "".join(f"{line}\n" for line in (spot.heading, *_lines(added, spot.column)) if line)
    head = rest[: spot.brackets.start] + rest[spot.brackets.stop : spot.at]
    if head and not head.endswith(("\n", "\r")):
        block = f"\n{block}"
    after = mark + head + (block.replace("\n", "\r\n") if "\r\n" in rest else block) + rest[spot.at :]
    if len(_wards(after)) != len(_wards(text)) + len(added):
        raise NotWrittenError(
            "wards.yml is laid out in a way that nothing can be added to. Add the wards by hand."
        )
    return after


def _lines(added: Sequence[LatestWard], column: int) -> list[str]:
    lines = []
    for ward in added:
        lines += [f"- gss: {ward.gss}", f"  name: {scalar_text(ward.name)}"]
        if fold(ward.spelling) != fold(ward.name):
            lines.append(f"  spellings: [{bracketed(ward.spelling)}]")
    return [" " * column + line for line in lines]
