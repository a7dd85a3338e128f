"""The demonstration record: large and varied enough to show everything, and harmless."""

import re
from collections import Counter

import pytest

from pact_directory.checking import check_record
from pact_directory.model.actions import ActionStatus, PriorityStatus
from pact_directory.model.directory import Directory
from pact_directory.model.meeting import MeetingKind, MeetingStatus
from pact_directory.model.pact import AliasUser, PactKind, PactStatus
from pact_directory.pipeline import make_site
from pact_directory.publish.appearance import Appearance
from pact_directory.views.index import Index
from pact_directory.views.progress import action_status
from pact_directory.views.ward_lines import ward_line

from .project import ROOT

DEMONSTRATION = "the wards and postcodes are real, everything about the PACTs is invented"


@pytest.fixture(scope="module")
def checked():
    return check_record(ROOT / "pacts")


@pytest.fixture(scope="module")
def directory(checked) -> Directory:
    return checked.reading.directory


@pytest.fixture(scope="module")
def pages(checked) -> dict[str, str]:
    made = make_site(checked, Appearance(name="PACT directory"), ROOT)
    return {one.address: one.content for one in made.artefacts() if isinstance(one.content, str)}


def test_the_wards_are_medways(directory: Directory) -> None:
    wards = directory.wards_file.wards
    assert [ward.gss for ward in wards] == [f"E050144{number}" for number in range(49, 73)]
    assert sum(ward.seats for ward in wards) == 59
    assert sum(ward.electors.count for ward in wards if ward.electors) == 200_668


def test_every_postcode_is_in_a_ward_of_the_area(directory: Directory) -> None:
    rows = (ROOT / "pacts" / "postcodes.csv").read_text().splitlines()
    assert rows[0] == "postcode,gss,easting,northing"
    assert len(rows) - 1 == 6_153
    assert {row.split(",")[1] for row in rows[1:]} == set(directory.ward_by_gss)


def test_it_has_pacts_of_every_standing(directory: Directory) -> None:
    kinds = Counter(folder.pact.kind for folder in directory.folders)
    standings = Counter(folder.pact.status for folder in directory.folders)
    assert len(directory.folders) >= 18
    assert kinds[PactKind.YOUTH] == 1
    assert kinds[PactKind.FORUM] == 1
    for status in (PactStatus.REPORTED, PactStatus.PROPOSED, PactStatus.PAUSED, PactStatus.CLOSED):
        assert standings[status] == 1
    assert any(len(folder.pact.coverage.part_of) == 2 for folder in directory.folders)
    closed = next(folder.pact for folder in directory.folders if folder.pact.status is PactStatus.CLOSED)
    assert closed.succeeded_by in directory.folder_by_id


def test_it_has_wards_of_every_sort(checked) -> None:
    index = Index(checked.publish())
    lines = [ward_line(index, ward) for ward in index.wards]
    states = Counter(line.state for line in lines)
    assert states["none"] == 4
    assert states["unchecked"] == 1
    assert sum(len(line.pacts) == 2 for line in lines) == 2


def test_it_has_three_years_of_meetings_of_every_sort(directory: Directory) -> None:
    meetings = [meeting for folder in directory.folders for meeting in folder.meetings]
    assert len(meetings) >= 150
    assert {meeting.kind for meeting in meetings} == set(MeetingKind)
    assert {meeting.status for meeting in meetings} == set(MeetingStatus)
    days = [meeting.date for meeting in meetings]
    assert (max(days) - min(days)).days >= 3 * 365


def test_it_has_issues_and_actions_in_every_state(checked, directory: Directory) -> None:
    priorities = [priority for folder in directory.folders for priority in folder.log.priorities]
    states = Counter(priority.status for priority in priorities)
    assert set(states) == set(PriorityStatus)
    assert states[PriorityStatus.KEY] + states[PriorityStatus.WAITING] >= 50
    actions = [action_status(pact, action) for pact in checked.publish().pacts for action in pact.actions]
    assert len(actions) >= 190
    assert set(actions) == set(ActionStatus)


def test_it_has_names_used_by_everyone(directory: Directory) -> None:
    users = {alias.used_by for folder in directory.folders for alias in folder.pact.aliases}
    assert users == set(AliasUser)


def test_nobody_is_named(directory: Directory) -> None:
    assert not [role.name for folder in directory.folders for role in folder.pact.roles if role.name]
    assert not [one.name for ward in directory.wards_file.wards for one in ward.councillors if one.name]


@pytest.mark.parametrize("path", sorted(str(path.relative_to(ROOT)) for path in (ROOT / "pacts").rglob("*.md")))
def test_no_words_carry_a_contact_that_could_reach_somebody(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.endswith("SOURCES.md"):
        return
    assert not [found for found in re.findall(r"\S+@\S+", text) if "@example.org" not in found]
    numbers = re.findall(r"\b0\d[\d ]{8,}\d\b", text)
    assert not [number for number in numbers if not re.match(r"01632 ?960|07700 ?900", number)]


def test_the_mark_of_the_demonstration_is_on_every_page(pages: dict[str, str]) -> None:
    unmarked = [address for address, page in pages.items() if address.endswith("/") and DEMONSTRATION not in page]
    assert not unmarked


def test_no_page_may_be_listed_by_a_search_engine(pages: dict[str, str]) -> None:
    listed = [
        address
        for address, page in pages.items()
        if address.endswith("/") and not re.search(r'<meta name="robots" content="noindex', page)
    ]
    assert not listed


def test_real_help_is_on_every_page(pages: dict[str, str]) -> None:
    page = pages["/pacts/luton/"]
    for needed in ('href="tel:999"', 'href="tel:101"', "https://www.medway.gov.uk/", "https://www.police.uk/"):
        assert needed in page


def test_the_words_of_a_key_issue_always_say_what_is_being_done(checked) -> None:
    index = Index(checked.publish())
    for pact_id, issues in index.issues_of.items():
        for issue in issues:
            if issue.status == "key":
                assert issue.actions or issue.next_step, f"{pact_id}: {issue.id}"


def test_it_stands_still(directory: Directory) -> None:
    assert directory.area.demonstration
    assert directory.area.frozen_on is not None
