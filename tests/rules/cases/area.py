"""Cases of the area, its wards, and what a PACT covers."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import LUTON, a_directory, a_folder, a_pact, a_ward, an_area

from .case import Case, beside_luton, luton_pact

_OTHER = "E05014460"
_SEATS = [{"seat": 1, "from": "2023-05-04"}, {"seat": 2, "from": "2023-05-04"}]


def _ward(**changes: Any) -> Directory:
    return a_directory(wards=[a_ward(**changes)])


def _seats(*seats: dict[str, Any]) -> Directory:
    return _ward(councillors=list(seats))


def _twydall(status: str, **changes: Any) -> Directory:
    history = None if status == "reported" else [{"status": status, "on": "2025-03-01"}]
    changes = {"wards": None, **changes}
    return beside_luton(a_pact("twydall", status=status, status_history=history, **changes))


def _boundary(*, part_of: list[str] | None, boundary: str | None, has_file: bool) -> Directory:
    coverage = {"part_of": part_of or [], **({"boundary": boundary} if boundary else {})}
    return a_directory(a_folder(pact=a_pact(coverage=coverage), has_boundary=has_file))


WARDS = (
    Case(
        "ward-seat",
        _seats(*_SEATS, {"seat": 3, "from": "2023-05-04"}),
        "wards.yml",
        "wards[1].councillors[3].seat",
        "Luton has no seat 3; it has 2.",
        _ward(),
    ),
    Case(
        "ward-seat",
        _seats({"seat": 0, "from": "2023-05-04"}, *_SEATS),
        "wards.yml",
        "wards[1].councillors[1].seat",
        "no seat 0",
        _ward(),
        "counted from nought",
    ),
    Case(
        "ward-seat",
        _ward(seats=None, councillors=[{"seat": 0, "from": "2023-05-04"}]),
        "wards.yml",
        "wards[1].councillors[1].seat",
        "Luton has no seat 0.",
        _ward(seats=None, councillors=[{"seat": 1, "from": "2023-05-04"}]),
        "of a ward whose seats are not known",
    ),
    Case(
        "ward-seat-twice",
        _seats(*_SEATS, {"seat": 1, "from": "2026-05-07"}),
        "wards.yml",
        "wards[1].councillors[3].from",
        "Seat 1 of Luton has two holders from 7 May 2026.",
        _seats(_SEATS[1], {**_SEATS[0], "to": "2026-05-07"}, {"seat": 1, "from": "2026-05-07"}),
    ),
    Case(
        "ward-councillor-vacant",
        _seats({**_SEATS[0], "to": "2026-10-14"}),
        "wards.yml",
        "wards[1].councillors",
        "Seats 1 and 2 of Luton had no councillor on 15 October 2026.",
        _seats({**_SEATS[0], "to": "2026-10-15"}, _SEATS[1]),
    ),
    Case(
        "ward-unchecked",
        _ward(checked_on=None),
        "wards.yml",
        "wards[1].checked_on",
        "Luton has not been checked",
        _ward(checked_on="2026-10-15"),
    ),
)

COVERAGE = (
    Case(
        "area-not-named",
        a_directory(area=an_area(name="Your area")),
        "area.yml",
        "name",
        'still called "Your area"',
        a_directory(),
    ),
    Case(
        "area-not-named",
        a_directory(area=an_area(gss="E00000000")),
        "area.yml",
        "gss",
        "a code that nobody has filled in",
        a_directory(),
        "by code",
    ),
    Case(
        "area-no-contact",
        a_directory(area=an_area(csp={"email": None, "phone": None})),
        "area.yml",
        "csp",
        "Nobody can tell the partnership",
        a_directory(area=an_area(csp={"phone": "01632 960100"})),
    ),
    Case(
        "record-version",
        a_directory(area=an_area(record_version=2)),
        "area.yml",
        "record_version",
        "of version 2; this program reads version 1",
        a_directory(),
    ),
    Case(
        "pact-wards",
        _twydall("endorsed"),
        "twydall/pact.yml",
        "wards",
        "is endorsed and names no ward",
        _twydall("proposed"),
    ),
    Case(
        "pact-wards",
        luton_pact(wards=[LUTON, LUTON]),
        "luton/pact.yml",
        "wards[2]",
        '"E05014459" is in the list twice',
        luton_pact(),
        "a ward twice",
    ),
    Case(
        "coverage-part",
        luton_pact(coverage={"part_of": [_OTHER]}),
        "luton/pact.yml",
        "coverage.part_of[1]",
        '"E05014460" is covered in part, and is not among the wards of Luton PACT',
        luton_pact(coverage={"part_of": [LUTON]}),
    ),
    Case(
        "coverage-boundary",
        _boundary(part_of=None, boundary="coverage.geojson", has_file=True),
        "luton/pact.yml",
        "coverage.boundary",
        "no ward is covered in part",
        _boundary(part_of=[LUTON], boundary="coverage.geojson", has_file=True),
        "without a part",
    ),
    Case(
        "coverage-boundary",
        _boundary(part_of=[LUTON], boundary="coverage.geojson", has_file=False),
        "luton/pact.yml",
        "coverage.boundary",
        'no file "coverage.geojson"',
        _boundary(part_of=[LUTON], boundary=None, has_file=False),
        "without its file",
    ),
    Case(
        "coverage-boundary",
        _boundary(part_of=[LUTON], boundary=None, has_file=True),
        "luton/pact.yml",
        "coverage.boundary",
        "Add boundary: coverage.geojson",
        _boundary(part_of=[LUTON], boundary="coverage.geojson", has_file=True),
        "never named",
    ),
    Case(
        "reported-source",
        _twydall("reported", sources=[{"name": "A councillor"}]),
        "twydall/pact.yml",
        "sources",
        "no source with a date",
        _twydall("reported", sources=[{"name": "A councillor", "on": "2026-06-01"}]),
    ),
    Case(
        "successor",
        _twydall("closed", succeeded_by="lutton"),
        "twydall/pact.yml",
        "succeeded_by",
        'There is no PACT "lutton"',
        _twydall("closed", succeeded_by="luton"),
        "unknown",
    ),
    Case(
        "successor",
        _twydall("paused", kind="youth", wards=[LUTON], succeeded_by="luton"),
        "twydall/pact.yml",
        "succeeded_by",
        "has a successor and is paused",
        _twydall("closed", succeeded_by="luton"),
        "of an open PACT",
    ),
    Case(
        "successor",
        _twydall("closed", succeeded_by="twydall"),
        "twydall/pact.yml",
        "succeeded_by",
        "leads back to Twydall PACT",
        _twydall("closed"),
        "itself",
    ),
)

CASES = (*WARDS, *COVERAGE)
