"""Cases of names and ids claimed twice."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import (
    a_directory,
    a_folder,
    a_log,
    a_pact,
    a_priority,
    a_topic,
    a_venue,
    a_ward,
    an_action,
    an_agency,
)

from .case import Case, beside_luton, luton_log, luton_pact

_OTHER = "E05014460"
_AGENCIES = [an_agency("council"), an_agency("police")]


def _magpie(**changes: Any) -> Directory:
    return beside_luton(a_pact("magpie", **{"status": "proposed", "status_history": _PROPOSED, **changes}))


def _alias(*names: str) -> list[dict[str, str]]:
    return [{"name": name, "used_by": "police"} for name in names]


def _luton_known_as(alias: str, **changes: Any) -> Directory:
    """Luton with another name, beside Magpie with changes."""
    magpie = a_pact("magpie", **{"status": "proposed", "status_history": _PROPOSED, **changes})
    log = a_log("magpie", priorities=(), actions=())
    beside = a_folder("magpie", pact=magpie, log=log, meetings=(), newsletters=(), updates=())
    return a_directory(a_folder(pact=a_pact(aliases=_alias(alias))), beside)


_PROPOSED = [{"status": "proposed", "on": "2026-03-01"}]
_OWN = _magpie()


def _claim(note: str, broken: Directory, field: str, says: str, mended: Directory = _OWN) -> Case:
    return Case("name-claimed-twice", broken, "magpie/pact.yml", field, says, mended, note)


NAMES = (
    _claim("a name", _magpie(name="LUTON  Pact."), "name", '"LUTON Pact." is already the name of Luton PACT'),
    _claim("a name like an id", _magpie(name="Lutón"), "name", "already the id of Luton PACT"),
    _claim("an alias like an id", _magpie(aliases=_alias("Luton")), "aliases[1].name", "already the id of"),
    _claim("an alias like a name", _magpie(aliases=_alias("Luton 'P.A.C.T'")), "aliases[1].name", "the name of"),
    _claim(
        "an alias of both",
        _luton_known_as("Hill & Vale", aliases=_alias("hill and vale")),
        "aliases[1].name",
        "already another name of Luton PACT",
        _luton_known_as("Hill & Vale", aliases=_alias("Hill")),
    ),
    _claim("a former id", _magpie(former_ids=["luton"]), "former_ids[1]", "already the id of Luton PACT"),
    Case(
        "name-claimed-twice",
        _luton_known_as("Magpie"),
        "luton/pact.yml",
        "aliases[1].name",
        "already the id of Magpie PACT",
        _luton_known_as("Luton"),
        "an alias like a later PACT's id",
    ),
    Case(
        "name-repeated",
        luton_pact(aliases=_alias("luton pact")),
        "luton/pact.yml",
        "aliases[1].name",
        '"luton pact" is already a name of this PACT',
        luton_pact(aliases=_alias("Luton")),
        "its own name",
    ),
    Case(
        "name-repeated",
        luton_pact(aliases=_alias("Hill & Vale", "Hill and Vale")),
        "luton/pact.yml",
        "aliases[2].name",
        "already a name",
        luton_pact(aliases=_alias("Hill & Vale", "Vale")),
        "an alias twice",
    ),
    Case(
        "name-repeated",
        luton_pact(former_ids=["luton"]),
        "luton/pact.yml",
        "former_ids[1]",
        '"luton" is already an id of this PACT',
        luton_pact(former_ids=["old-luton"], aliases=_alias("Old Luton")),
        "its own id",
    ),
)


def _second_ward(gss: str = _OTHER, **changes: Any) -> Directory:
    return a_directory(wards=[a_ward(), a_ward(gss, **changes)])


WARDS = (
    Case(
        "ward-name-claimed-twice",
        _second_ward(name="LUTON"),
        "wards.yml",
        "wards[2].name",
        "already a name of the ward Luton (E05014459)",
        _second_ward(place="Thanet"),
        "a name",
    ),
    Case(
        "ward-name-claimed-twice",
        _second_ward(name="Wayfield", spellings=["Lúton"]),
        "wards.yml",
        "wards[2].spellings[1]",
        '"Lúton" is already a name',
        _second_ward(name="Wayfield"),
        "a spelling",
    ),
)


def _twice(file: str, group: str, broken: Directory, field: str = "id") -> Case:
    path = f"luton/{file}" if file == "actions.yml" else file
    says = f"is given twice in {group}"
    return Case("id-claimed-twice", broken, path, f"{group}[2].{field}", says, a_directory(), group)


IDS = (
    _twice("wards.yml", "wards", _second_ward(gss="E05014459", name="Wayfield"), "gss"),
    Case(
        "id-claimed-twice",
        a_directory(agencies=[*_AGENCIES, an_agency("police", name="Constables")]),
        "agencies.yml",
        "agencies[3].id",
        '"police" is given twice in agencies',
        a_directory(),
        "agencies",
    ),
    _twice("venues.yml", "venues", a_directory(venues=[a_venue(), a_venue(name="Annexe")])),
    _twice("topics.yml", "topics", a_directory(topics=[a_topic(), a_topic(name="Racing")])),
    _twice("actions.yml", "priorities", luton_log(priorities=[a_priority(), a_priority(title="Racing")])),
    _twice("actions.yml", "actions", luton_log(actions=[an_action(), an_action(action="Check again")])),
)

CASES = (*NAMES, *WARDS, *IDS)
