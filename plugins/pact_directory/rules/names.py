"""Rules that give every name, address and id one owner, however it is spelt.

Names are compared as `model.names` folds them: "Hoo St. Werburgh & Chattenden" is the name
"Hoo St Werburgh and Chattenden", and takes the same address.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..model.directory import Directory, PactFolder
from ..model.names import fold, slug
from ..model.record import FieldPath, Origin
from .table import Finding, Sources, error


def key_of(name: str) -> str:
    """What a name is compared by: its address, or its folded letters where it has none."""
    return slug(name) or fold(name)


class _Claim(NamedTuple):
    rank: int
    folder: PactFolder
    field: FieldPath
    spelt: str


_SAID = ("already the id of", "already the name of", "already another name of", "already a former id of")
_ID, _NAME, _ALIAS, _FORMER = range(4)


def _claims(folder: PactFolder) -> Iterator[_Claim]:
    pact = folder.pact
    yield _Claim(_ID, folder, (), folder.id)
    yield _Claim(_NAME, folder, ("name",), pact.name)
    for index, alias in enumerate(pact.aliases):
        yield _Claim(_ALIAS, folder, ("aliases", index, "name"), alias.name)
    for index, former in enumerate(pact.former_ids):
        yield _Claim(_FORMER, folder, ("former_ids", index), former)


@error(
    "name-claimed-twice",
    title="A name or address belongs to one PACT, however it is spelt",
    reason="Police, public and councillors all used different names, so nobody had a definitive list.",
    source=Sources.REVIEW,
)
def names_have_one_owner(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Ids, names, aliases and former ids of different PACTs never fold to the same address."""
    claims = sorted((claim for folder in directory.folders for claim in _claims(folder)), key=lambda c: c.rank)
    owners: dict[str, _Claim] = {}
    for claim in claims:
        owner = owners.setdefault(key_of(claim.spelt), claim)
        if owner.folder is not claim.folder:
            yield Finding(
                claim.folder.pact.origin,
                claim.field,
                f'"{claim.spelt}" is {_SAID[owner.rank]} {owner.folder.pact.name}.',
                "Give each PACT a name of its own, or take this one away.",
                (owner.folder.pact.origin.path,),
            )


@error(
    "name-repeated",
    title="A PACT gives each of its names once",
    reason="Another name that is the same name helps nobody to find the PACT.",
    source=Sources.OURS,
)
def names_are_not_repeated(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No alias is the PACT's own name or another of its aliases; no former id is its id or given twice.

    An alias may fold to the PACT's own id, and a former id to an alias: both then lead to the same page.
    """
    for folder in directory.folders:
        seen = {(_ALIAS, key_of(folder.pact.name)), (_FORMER, key_of(folder.id))}
        for claim in _claims(folder):
            key = (claim.rank, key_of(claim.spelt))
            if key in seen:
                message = f'"{claim.spelt}" is already a name of this PACT.'
                if claim.rank == _FORMER:
                    message = f'"{claim.spelt}" is already an id of this PACT.'
                yield Finding(folder.pact.origin, claim.field, message, "Take one of them away.")
            seen.add(key)


@error(
    "ward-name-claimed-twice",
    title="A ward's name and spellings are its own",
    reason="A resident who looks for a ward by its name must reach one ward.",
    source=Sources.OURS,
)
def ward_names_have_one_owner(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No two wards of the same place share a name or spelling, however it is spelt.

    Wards of different places may: a county has more than one "Castle", and pages add the place.
    """
    owners: dict[tuple[str, str], int] = {}
    wards = directory.wards_file.wards
    for index, ward in enumerate(wards):
        names = [(("name",), ward.name), *((("spellings", n), s) for n, s in enumerate(ward.spellings))]
        for field, name in names:
            owner = owners.setdefault((key_of(name), key_of(ward.place or "")), index)
            if owner != index:
                other = wards[owner]
                yield Finding(
                    directory.wards_file.origin,
                    ("wards", index, *field),
                    f'"{name}" is already a name of the ward {other.name} ({other.gss}).',
                    "Put one of them right, or add place: to tell two wards of one name apart.",
                )


@error(
    "id-claimed-twice",
    title="An id is given once in its file",
    reason="Other files mean one thing by an id.",
    source=Sources.OURS,
)
def ids_are_given_once(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Wards, agencies, venues and topics, and each PACT's priorities and actions, have ids of their own."""
    area = directory
    yield from _twice(area.wards_file.origin, "wards", "gss", [ward.gss for ward in area.wards_file.wards])
    yield from _twice(area.agencies_file.origin, "agencies", "id", _ids(area.agencies_file.agencies))
    yield from _twice(area.venues_file.origin, "venues", "id", _ids(area.venues_file.venues))
    yield from _twice(area.topics_file.origin, "topics", "id", _ids(area.topics_file.topics))
    for folder in directory.folders:
        yield from _twice(folder.log.origin, "priorities", "id", _ids(folder.log.priorities))
        yield from _twice(folder.log.origin, "actions", "id", _ids(folder.log.actions))


def _ids(records: Iterable[object]) -> list[str]:
    return [record.id for record in records]  # type: ignore[attr-defined]


def _twice(origin: Origin, group: str, field: str, ids: Sequence[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, given in enumerate(ids):
        if given in seen:
            message = f'"{given}" is given twice in {group}.'
            yield Finding(origin, (group, index, field), message, f"Give each its own {field}, or delete one.")
        seen.add(given)
