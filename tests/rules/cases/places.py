"""Cases of postcodes, of the shapes of wards, and of what a PACT's own boundary takes in."""

from typing import Any

from shapely import MultiPolygon, box

from pact_directory.model.directory import Directory, PactFolder
from pact_directory.model.postcodes import Neighbour, Postcode
from pact_directory.model.shapes import ShapeFile
from tests.factories import (
    LUTON,
    a_boundary,
    a_directory,
    a_folder,
    a_log,
    a_pact,
    a_postcode,
    a_square,
    a_ward,
    shapes_of,
)

from .case import Case

SALTERS = "E05014460"
EAST = a_square(577_000)
"""The square kilometre east of the one called Luton: here it is Salters."""
TWO_WARDS = [a_ward(), a_ward(SALTERS, name="Salters")]
BOTH = {LUTON: a_square(), SALTERS: EAST}
IN_SALTERS = a_postcode("ME4 6AA", SALTERS, 577_500)


def of_luton(number: int, *, outside: int = 0) -> list[Postcode]:
    """So many postcodes of Luton, the first few of which lie 200 m west of its square."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return [
        a_postcode(f"ME4 5{letters[n // 20]}{letters[n % 20]}", east=575_800 if n < outside else 576_500)
        for n in range(number)
    ]


def _places(wards: list[Any] | None = None, **places: Any) -> Directory:
    return a_directory(wards=wards, **places)


def drawn(boundary: ShapeFile, *part_of: str, pact: str = "luton", **changes: Any) -> PactFolder:
    """A PACT that covers parts of its wards, and has drawn which."""
    parts = list(part_of or (LUTON,))
    coverage = {"part_of": parts, "boundary": "coverage.geojson"}
    facts = a_pact(pact, **{"wards": parts, **changes, "coverage": coverage})
    return a_folder(pact, pact=facts, boundary=boundary, has_boundary=True)


def a_second(boundary: ShapeFile | None = None, **changes: Any) -> PactFolder:
    """A second PACT in Luton that has met nobody yet: it is paused."""
    history = [{"status": "active", "on": "2023-03-14"}, {"status": "paused", "on": "2024-03-14"}]
    values = {"status": "paused", "status_history": history, "formed_on": "2023-02-06", **changes}
    log = a_log("hill", priorities=(), actions=())
    return PactFolder(a_pact("hill", **values), log, boundary=boundary, has_boundary=boundary is not None)


def strip(west: int, east: int) -> MultiPolygon:
    """A part of the square called Luton, from north to south."""
    return MultiPolygon([box(west, 166_000, east, 167_000)])


POSTCODES = (
    Case(
        "postcode-ward",
        _places(postcodes=[a_postcode(), a_postcode("ME4 5AB", "E05014999"), a_postcode("ME4 5AD", "E05014999")]),
        "postcodes.csv",
        "rows[2].gss",
        '"E05014999" is no ward of Medway; 2 postcodes have it.',
        _places(postcodes=[a_postcode(), a_postcode("ME4 5AB")]),
    ),
    Case(
        "ward-postcodes",
        _places(TWO_WARDS, postcodes=[a_postcode()]),
        "wards.yml",
        "wards[2].gss",
        "Salters has no postcode in postcodes.csv.",
        _places(TWO_WARDS, postcodes=[a_postcode(), IN_SALTERS]),
    ),
    Case(
        "neighbour-own",
        _places(
            postcodes=[a_postcode()], neighbours=[Neighbour("ME5 1AA", "Swale"), Neighbour("ME4 5AA", "Swale")]
        ),
        "neighbours.csv",
        "rows[2].postcode",
        "ME4 5AA is here, among the neighbours' postcodes, and in postcodes.csv.",
        _places(postcodes=[a_postcode()], neighbours=[Neighbour("ME5 1AA", "Swale")]),
    ),
    Case(
        "neighbour-own",
        _places(postcodes=[a_postcode()], neighbours=[Neighbour("ME5 1AA", "medway")]),
        "neighbours.csv",
        "rows[1].authority",
        "ME5 1AA is in medway",
        _places(postcodes=[a_postcode()], neighbours=[Neighbour("ME5 1AA", "Swale")]),
        "of the area itself",
    ),
)

SHAPES = (
    Case(
        "shape-ward",
        _places(ward_shapes=shapes_of(BOTH)),
        "wards.geojson",
        "features[2].properties.gss",
        '"E05014460" is no ward of Medway.',
        _places(TWO_WARDS, ward_shapes=shapes_of(BOTH)),
    ),
    Case(
        "ward-shape",
        _places(TWO_WARDS, ward_shapes=shapes_of()),
        "wards.geojson",
        "",
        "There is no shape of Salters.",
        _places(TWO_WARDS, ward_shapes=shapes_of(BOTH)),
    ),
    Case(
        "shape-far",
        _places(ward_shapes=shapes_of({LUTON: a_square(579_000)}), postcodes=[a_postcode()]),
        "wards.geojson",
        "features[1]",
        "This shape of Luton is more than 1 km from every postcode of that ward.",
        _places(ward_shapes=shapes_of(), postcodes=[a_postcode()]),
    ),
    Case(
        "superseded-shapes",
        _places(ward_shapes=shapes_of(), postcodes=of_luton(100, outside=11)),
        "wards.geojson",
        "",
        "Only 89 in 100 postcodes lie in the shape of their ward: these are superseded wards.",
        _places(ward_shapes=shapes_of(), postcodes=of_luton(100)),
    ),
    Case(
        "superseded-shapes",
        _places(ward_shapes=shapes_of(indicative=True), postcodes=of_luton(100, outside=11)),
        "wards.geojson",
        "",
        "draw indicative shapes",
        _places(ward_shapes=shapes_of(indicative=True), postcodes=of_luton(100, outside=10)),
        "that are indicative",
    ),
    Case(
        "postcode-outside-shape",
        _places(ward_shapes=shapes_of(), postcodes=of_luton(100, outside=10)),
        "postcodes.csv",
        "rows[1]",
        "ME4 5AA, ME4 5AB, ME4 5AD and 7 more lie outside the shape of the ward the table gives "
        "(10 postcodes of 100; only 90 in 100 of all fit).",
        _places(ward_shapes=shapes_of(indicative=True), postcodes=of_luton(100, outside=10)),
        "one in ten",
    ),
    Case(
        "postcode-outside-shape",
        _places(ward_shapes=shapes_of(), postcodes=of_luton(200, outside=1)),
        "postcodes.csv",
        "rows[1]",
        "ME4 5AA lies outside the shape of the ward the table gives. Mend a wrong line",
        _places(ward_shapes=shapes_of(), postcodes=of_luton(200)),
        "a single one",
    ),
    Case(
        "shape-overlap",
        _places(TWO_WARDS, ward_shapes=shapes_of({LUTON: a_square(), SALTERS: a_square(576_955)})),
        "wards.geojson",
        "features[2]",
        "The shape of Salters lies across that of Luton.",
        _places(TWO_WARDS, ward_shapes=shapes_of({LUTON: a_square(), SALTERS: a_square(576_965)})),
    ),
)

_ACROSS = a_boundary(MultiPolygon([box(576_500, 166_000, 577_800, 167_000)]))
_ALONG = a_boundary(MultiPolygon([box(576_500, 166_000, 577_045, 167_000)]))

COVERAGE = (
    Case(
        "boundary-outside-wards",
        a_directory(drawn(_ACROSS), wards=TWO_WARDS, postcodes=[a_postcode(), IN_SALTERS]),
        "luton/coverage.geojson",
        "",
        "This takes in ME4 6AA, of Salters, which Luton PACT does not cover.",
        a_directory(drawn(_ACROSS, LUTON, SALTERS), wards=TWO_WARDS, postcodes=[a_postcode(), IN_SALTERS]),
    ),
    Case(
        "boundary-over-edge",
        a_directory(drawn(_ACROSS), wards=TWO_WARDS, ward_shapes=shapes_of(BOTH)),
        "luton/coverage.geojson",
        "",
        "This takes in ground outside the wards of Luton PACT.",
        a_directory(drawn(_ALONG), wards=TWO_WARDS, ward_shapes=shapes_of(BOTH)),
    ),
    Case(
        "boundary-without-ward",
        a_directory(drawn(a_boundary(), LUTON, SALTERS), wards=TWO_WARDS, postcodes=[a_postcode(), IN_SALTERS]),
        "luton/pact.yml",
        "coverage.part_of[2]",
        "coverage.geojson takes in nothing of Salters.",
        a_directory(drawn(_ACROSS, LUTON, SALTERS), wards=TWO_WARDS, postcodes=[a_postcode(), IN_SALTERS]),
    ),
    Case(
        "boundary-without-ward",
        a_directory(drawn(_ALONG, LUTON, SALTERS), wards=TWO_WARDS, ward_shapes=shapes_of({LUTON: a_square(), SALTERS: EAST.difference(strip(577_000, 577_040))})),
        "luton/pact.yml",
        "coverage.part_of[2]",
        "takes in nothing of Salters",
        a_directory(drawn(_ALONG, LUTON, SALTERS), wards=TWO_WARDS, ward_shapes=shapes_of(BOTH)),
        "but a strip",
    ),
    Case(
        "coverage-overlap",
        a_directory(a_folder(), a_second()),
        "hill/pact.yml",
        "wards[1]",
        "Hill PACT covers Luton, and so does Luton PACT.",
        a_directory(a_folder(), a_second(kind="youth")),
    ),
    Case(
        "coverage-overlap",
        a_directory(a_folder(), a_second(coverage={"part_of": [LUTON]})),
        "hill/pact.yml",
        "wards[1]",
        "Hill PACT covers the same part of Luton, and so does Luton PACT.",
        a_directory(a_folder(pact=a_pact(coverage={"part_of": [LUTON]})), a_second(coverage={"part_of": [LUTON]})),
        "of a part and the whole",
    ),
    Case(
        "coverage-overlap",
        a_directory(drawn(a_boundary()), a_second(a_boundary(strip(576_455, 577_000), "hill"), coverage={"part_of": [LUTON], "boundary": "coverage.geojson"})),
        "hill/pact.yml",
        "wards[1]",
        "the same part of Luton",
        a_directory(drawn(a_boundary()), a_second(a_boundary(strip(576_465, 577_000), "hill"), coverage={"part_of": [LUTON], "boundary": "coverage.geojson"})),
        "of parts that are drawn",
    ),
)  # fmt: skip

CASES = (*POSTCODES, *SHAPES, *COVERAGE)
