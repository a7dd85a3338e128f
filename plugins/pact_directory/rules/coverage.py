"""Rules of the area a PACT covers, and of how sure anybody is of it."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory, PactFolder
from ..model.pact import PactKind, PactStatus
from .table import Finding, Sources, error

BOUNDARY_FILE = "coverage.geojson"
_PLACED = frozenset({PactStatus.ENDORSED, PactStatus.ACTIVE, PactStatus.PAUSED})


@error(
    "pact-wards",
    title="Every PACT at work covers at least one ward",
    reason="The list is published ward by ward, and an area is clearly defined before a PACT is endorsed.",
    source=Sources.REVIEW,
)
def pact_covers_wards(directory: Directory, as_of: date) -> Iterator[Finding]:
    """An endorsed, active or paused PACT names its wards, each once. A forum works for the whole area."""
    for folder in directory.folders:
        pact = folder.pact
        if pact.status in _PLACED and pact.kind is not PactKind.FORUM and not pact.wards:
            message = f"{pact.name} is {pact.status} and names no ward."
            yield Finding(pact.origin, ("wards",), message, "Add wards: and the GSS codes of the wards it covers.")
        seen: set[str] = set()
        for index, gss in enumerate(pact.wards):
            if gss in seen:
                yield Finding(pact.origin, ("wards", index), f'"{gss}" is in the list twice.', "Take one away.")
            seen.add(gss)


@error(
    "coverage-part",
    title="A ward covered in part is one of the PACT's wards",
    reason="A ward's page must say who covers it, and whether whole.",
    source=Sources.OURS,
)
def parts_are_of_wards(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`coverage.part_of` holds some of the codes in `wards`."""
    for folder in directory.folders:
        wards = frozenset(folder.pact.wards)
        for index, gss in enumerate(folder.pact.coverage.part_of):
            if gss not in wards:
                message = f'"{gss}" is covered in part, and is not among the wards of {folder.pact.name}.'
                hint = "Add it to wards: as well, or take it away here."
                yield Finding(folder.pact.origin, ("coverage", "part_of", index), message, hint)


@error(
    "coverage-boundary",
    title="A boundary is drawn only where a ward is covered in part, and its file is there",
    reason="Whole wards have their own boundary; a second line would contradict it.",
    source=Sources.OURS,
)
def boundary_is_needed_and_there(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`coverage.boundary` is coverage.geojson in the PACT's folder, and stands beside `part_of`."""
    for folder in directory.folders:
        fault = _boundary_fault(folder)
        if fault is not None:
            yield Finding(folder.pact.origin, ("coverage", "boundary"), *fault)


def _boundary_fault(folder: PactFolder) -> tuple[str, str] | None:
    coverage = folder.pact.coverage
    if coverage.boundary is None:
        if not folder.has_boundary:
            return None
        return (
            f"There is a file {BOUNDARY_FILE}, and boundary does not name it.",
            f"Add boundary: {BOUNDARY_FILE}",
        )
    if coverage.boundary != BOUNDARY_FILE or not folder.has_boundary:
        said = f'There is no file "{coverage.boundary}" that can be a boundary in {folder.id}.'
        return (said, f"Name the file {BOUNDARY_FILE} and put it beside pact.yml, or leave boundary: empty.")
    if not coverage.part_of:
        return (
            "A boundary is given, and no ward is covered in part.",
            "Add part_of: or take the boundary away.",
        )
    return None


@error(
    "reported-source",
    title="A reported PACT says who reported it, and when",
    reason="An incomplete list is honest only when it says what each line rests on.",
    source=Sources.OURS,
)
def report_has_source(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A PACT that is only reported has a source with its date."""
    for folder in directory.folders:
        pact = folder.pact
        if pact.status is PactStatus.REPORTED and not any(source.on for source in pact.sources):
            message = f"{pact.name} is reported, and no source with a date says by whom."
            hint = "Add sources: [{name: who said so, on: 2026-03-12}]"
            yield Finding(pact.origin, ("sources",), message, hint)


@error(
    "successor",
    title="A closed PACT's successor is another PACT, and only a closed one has one",
    reason="A resident who finds a closed PACT is sent to the one that took over, and must arrive.",
    source=Sources.OURS,
)
def successor_can_be_reached(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`succeeded_by` is given for closed PACTs, names another PACT, and leads to no circle."""
    for folder in directory.folders:
        pact = folder.pact
        if pact.succeeded_by is None:
            continue
        if f"{pact.succeeded_by}/pact.yml" in directory.incomplete:
            continue
        if pact.succeeded_by not in directory.folder_by_id:
            said, hint = f'There is no PACT "{pact.succeeded_by}".', "Write the name of a PACT's folder."
        elif pact.status is not PactStatus.CLOSED:
            said, hint = (
                f"{pact.name} has a successor and is {pact.status}.",
                "Close it, or leave succeeded_by: empty.",
            )
        elif _leads_back(directory, folder):
            said = f'{pact.name} is succeeded by "{pact.succeeded_by}", which leads back to {pact.name}.'
            hint = "Name the PACT that works there now, or leave it empty."
        else:
            continue
        yield Finding(pact.origin, ("succeeded_by",), said, hint)


def _leads_back(directory: Directory, folder: PactFolder) -> bool:
    seen: set[str] = set()
    following = folder.pact.succeeded_by
    while following is not None and following not in seen:
        if following == folder.id:
            return True
        seen.add(following)
        after = directory.folder_by_id.get(following)
        following = after.pact.succeeded_by if after else None
    return False
