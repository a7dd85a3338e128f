"""How much is covered: by wards, by postcodes and by electors, with what is not known said to be so."""

from typing import Any

import pytest
from shapely import MultiPolygon, box

from pact_directory.model.postcodes import Postcode
from pact_directory.publication import publish_directory
from pact_directory.views.index import Index
from pact_directory.views.map_page import MapPage, map_page
from pact_directory.views.wards import ward_page
from tests.factories import AS_OF, LUTON, a_boundary, a_directory, a_folder, a_pact, a_square, a_ward, shapes_of

NONE, UNCHECKED = "E05014460", "E05014461"


def folder(pact_id: str = "luton", boundary: Any = None, **changes: Any) -> Any:
    nothing: dict[str, Any] = {"meetings": (), "updates": (), "newsletters": ()}
    return a_folder(pact_id, pact=a_pact(pact_id, **changes), boundary=boundary, **nothing)


def wards(**luton: Any) -> list[Any]:
    electors = {"count": 1_000, "on": "2023-05-04"}
    return [
        a_ward(**{"electors": electors, **luton}),
        a_ward(NONE, name="Checked", electors={"count": 600, "on": "2023-05-04"}),
        a_ward(
            UNCHECKED,
            name="Unasked",
            checked_on=None,
            checked_with=[],
            electors={"count": 400, "on": "2023-05-04"},
        ),
    ]


def postcodes() -> list[Postcode]:
    """Four in Luton, one of them in its western half; two and one elsewhere."""
    points = [(LUTON, 576_100), (LUTON, 576_600), (LUTON, 576_700), (LUTON, 576_800)]
    points += [(NONE, 577_100), (NONE, 577_200), (UNCHECKED, 578_100)]
    return [Postcode(f"ME4 4A{'ABDEFGH'[at]}", gss, east, 166_500) for at, (gss, east) in enumerate(points)]


def page_of(*folders: Any, **changes: Any) -> MapPage:
    shapes = shapes_of({LUTON: a_square(), NONE: a_square(577_000), UNCHECKED: a_square(578_000)})
    given = {"wards": wards(), "postcodes": postcodes(), "ward_shapes": shapes, **changes}
    return map_page(Index(publish_directory(a_directory(*folders, **given), {}, AS_OF)))


def people(page: MapPage) -> dict[str, tuple[int | None, int | None]]:
    return {line.how: (line.postcodes, line.electors) for line in page.people}


def kinds(page: MapPage) -> dict[str, int]:
    return {line.kind: line.wards for line in page.wards}


IN_PART = {"coverage": {"part_of": [LUTON]}}
DRAWN = {"coverage": {"part_of": [LUTON], "boundary": "coverage.geojson"}}


def test_whole_wards() -> None:
    page = page_of(folder())
    assert kinds(page) == {"whole": 1, "part": 0, "none": 1, "unchecked": 1}
    assert people(page) == {"covered": (4, 1_000), "none": (2, 600), "unchecked": (1, 400)}
    assert [round(line.elector_share) for line in page.people] == [50, 30, 20]
    assert sum(line.share for line in page.wards) == pytest.approx(100)
    assert (page.all_postcodes, page.all_electors, page.is_estimate) == (7, 2_000, False)
    assert [line.ward.name for line in page.none] == ["Checked"]
    assert [line.ward.name for line in page.unchecked] == ["Unasked"]
    assert page.in_part == page.shared == ()


def test_a_part_nobody_drew_is_not_counted_as_covered() -> None:
    page = page_of(folder(**IN_PART))
    assert kinds(page)["part"] == 1
    assert people(page)["perhaps"] == (4, 1_000)
    assert "covered" not in people(page)
    assert not page.is_estimate


def test_electors_of_a_drawn_part_are_shared_out_by_postcodes() -> None:
    page = page_of(folder(boundary=a_boundary(), **DRAWN))
    assert kinds(page)["part"] == 1
    assert people(page)["covered"] == (1, 250)
    assert people(page)["outside"] == (3, 750)
    assert page.is_estimate
    assert sum(line.electors or 0 for line in page.people) == page.all_electors


def test_parts_that_come_to_the_whole_leave_nothing_out() -> None:
    east = a_boundary(MultiPolygon([box(576_500, 166_000, 577_000, 167_000)]), "other")
    page = page_of(folder(boundary=a_boundary(), **DRAWN), folder("other", boundary=east, **DRAWN))
    assert kinds(page)["whole"] == 1
    assert people(page)["covered"] == (4, 1_000)
    assert page.shared == ()
    by_ground = page_of(
        folder(boundary=a_boundary(), **DRAWN), folder("other", boundary=east, **DRAWN), postcodes=[]
    )
    assert kinds(by_ground)["whole"] == 1


def test_a_ward_covered_all_over_is_whole_though_another_part_is_not_drawn() -> None:
    whole = a_boundary(a_square())
    page = page_of(folder(boundary=whole, **DRAWN), folder("other", **IN_PART))
    assert kinds(page)["whole"] == 1
    assert people(page)["covered"] == (4, 1_000)


def test_without_postcodes_electors_are_shared_out_by_ground() -> None:
    page = page_of(folder(boundary=a_boundary(), **DRAWN), postcodes=[])
    assert people(page)["covered"] == (None, 500)
    assert people(page)["outside"] == (None, 500)
    assert page.is_estimate


def test_ground_shared_next_door_is_not_shared_here() -> None:
    both = {"wards": [LUTON, NONE], "coverage": {"part_of": [LUTON, NONE], "boundary": "coverage.geojson"}}
    one = a_boundary(MultiPolygon([box(576_000, 166_000, 577_400, 167_000)]))
    other = a_boundary(MultiPolygon([box(577_000, 166_000, 577_800, 167_000)]), "other")
    page = page_of(folder(boundary=one, **both), folder("other", boundary=other, **both))
    assert [shared.ward.name for shared in page.shared] == ["Checked"]


def test_two_pacts_of_one_ward_share_all_of_it() -> None:
    page = page_of(folder(), folder("other"))
    (shared,) = page.shared
    assert (shared.ward.name, shared.is_whole, len(shared.pacts)) == ("Luton", True, 2)
    assert page.twice_postcodes == 4
    assert people(page)["covered"] == (4, 1_000)  # counted once


def test_a_whole_and_a_part_share_some() -> None:
    page = page_of(folder(), folder("other", **IN_PART))
    (shared,) = page.shared
    assert not shared.is_whole


def test_parts_share_only_what_drawings_show() -> None:
    assert page_of(folder(**IN_PART), folder("other", **IN_PART)).shared == ()
    over = a_boundary(MultiPolygon([box(576_400, 166_000, 577_000, 167_000)]), "other")
    (shared,) = page_of(folder(boundary=a_boundary(), **DRAWN), folder("other", boundary=over, **DRAWN)).shared
    assert [ref.name for ref in shared.pacts] == ["Luton PACT", "Other PACT"]


def test_pacts_that_close_no_gap_are_not_counted() -> None:
    page = page_of(folder(kind="youth"))
    assert kinds(page) == {"whole": 0, "part": 0, "none": 2, "unchecked": 1}


def test_numbers_nobody_has_are_not_invented() -> None:
    page = page_of(folder(), postcodes=[])
    assert [line.postcodes for line in page.people] == [None, None, None]
    assert people(page)["covered"] == (None, 1_000)
    unknown = page_of(folder(), wards=wards(electors=None))
    assert unknown.electors_missing == 1
    assert people(unknown)["covered"] == (4, 0)
    nobody = page_of(folder(), postcodes=[], wards=[a_ward()], ward_shapes=None)
    assert nobody.people == ()
    assert nobody.map is None


def test_a_record_without_wards_has_a_page() -> None:
    known = a_directory(folder(wards=[]), wards=[], postcodes=[])
    page = map_page(Index(publish_directory(known, {}, AS_OF)))
    assert page.all_wards == 0
    assert [line.share for line in page.wards] == [0, 0, 0, 0]


def test_nearby_pacts_are_those_across_the_border_where_there_are_shapes() -> None:
    far = "E05014462"
    known = [*wards(), a_ward(far, name="Far")]
    areas = {LUTON: a_square(), NONE: a_square(577_000), UNCHECKED: a_square(578_000), far: a_square(590_000)}
    folders = (folder(), folder("far", wards=[far]))
    drawn = Index(publish_directory(a_directory(*folders, wards=known, ward_shapes=shapes_of(areas)), {}, AS_OF))
    assert [ref.name for ref in ward_page(drawn, known[1]).nearby] == ["Luton PACT"]
    undrawn = Index(publish_directory(a_directory(*folders, wards=known), {}, AS_OF))
    assert [ref.name for ref in ward_page(undrawn, known[1]).nearby] == ["Far PACT", "Luton PACT"]
