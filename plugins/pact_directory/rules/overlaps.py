"""The rule of PACTs that cover the same ground."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ..model.directory import Directory, PactFolder
from ..model.pact import PactKind, PactStatus
from .table import Finding, Sources, warning
from .wording import spell_some

_AT_WORK = frozenset({PactStatus.ACTIVE, PactStatus.PAUSED})
_OTHERS_SAID = 4


@warning(
    "coverage-overlap",
    title="Ground is covered by one neighbourhood PACT",
    reason="A resident with two panels does not know which to turn to, and an agency is asked twice.",
    source=Sources.OURS,
)
def coverage_is_apart(directory: Directory, as_of: date) -> Iterator[Finding]:
    """No two neighbourhood PACTs at work cover the same ward, or the same part of one.

    Parts count where both are drawn, and have ground in common wider than 40 m; a part that nobody has drawn may
    be anywhere in its ward, and is held only against a PACT that covers all of it.
    """
    earlier: dict[str, list[PactFolder]] = defaultdict(list)
    for folder in directory.folders:
        pact = folder.pact
        if pact.status not in _AT_WORK or pact.kind is not PactKind.NEIGHBOURHOOD:
            continue
        for index, gss in enumerate(pact.wards):
            if gss in pact.wards[:index]:
                continue  # pact-wards has said it
            others = list(islice((one for one in earlier[gss] if _both_cover(gss, one, folder)), _OTHERS_SAID))
            if others:
                yield _finding(directory, folder, index, others)
            earlier[gss].append(folder)


def _finding(directory: Directory, folder: PactFolder, index: int, others: list[PactFolder]) -> Finding:
    gss = folder.pact.wards[index]
    ward = directory.ward_by_gss.get(gss)
    where = ward.name if ward else gss
    if gss in folder.pact.coverage.part_of or all(gss in other.pact.coverage.part_of for other in others):
        where = f"the same part of {where}"
    names = spell_some([other.pact.name for other in others])
    message = f"{folder.pact.name} covers {where}, and so {'does' if len(others) == 1 else 'do'} {names}."
    hint = "Say who covers which part with part_of: and coverage.geojson; if both are right, exempt this."
    related = tuple(other.pact.origin.path for other in others)
    return Finding(folder.pact.origin, ("wards", index), message, hint, related)


def _both_cover(gss: str, one: PactFolder, other: PactFolder) -> bool:
    if gss not in one.pact.coverage.part_of or gss not in other.pact.coverage.part_of:
        return True
    if one.boundary is None or other.boundary is None:
        return False
    from .ground import overlap  # noqa: PLC0415 - loaded only where there is a shape

    return overlap(one.boundary.whole, other.boundary.whole)
