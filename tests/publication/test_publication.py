"""The gate: what is withheld, and from when."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from pact_directory.model.directory import Directory
from pact_directory.prose import Prose, render
from pact_directory.publication import PublicDirectory, publish_directory
from tests.factories import AS_OF, a_directory, a_folder, a_meeting, a_pact, a_ward, an_update

SECRET = "Zephyrine"
CONTACT = "zephyrine@example.org"
LEAVE = {"basis": "consent", "given_on": "2026-01-01", "review_by": "2026-12-31"}
LAPSED = {"basis": "consent", "given_on": "2025-01-01", "review_by": "2026-10-14"}
NOT_YET = {"basis": "consent", "given_on": "2026-10-16", "review_by": "2027-12-31"}


def words_of(directory: Directory) -> dict[str, Prose]:
    pages = [
        page for folder in directory.folders for page in (*folder.meetings, *folder.newsletters, *folder.updates)
    ]
    return {page.origin.path: render(page.body) for page in pages}


def publish(directory: Directory, as_of: date = AS_OF) -> PublicDirectory:
    return publish_directory(directory, words_of(directory), as_of)


def everything(value: Any) -> Iterator[str]:
    """Every text that can be reached from what the gate lets through, hidden attributes included."""
    if isinstance(value, BaseModel):
        for inner in (*value.__dict__.values(), *(value.__pydantic_private__ or {}).values()):
            yield from everything(inner)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from everything(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (*everything(key), *everything(inner))
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from everything(inner)
    elif value is not None:
        yield str(value)


def leaks(directory: Directory, as_of: date = AS_OF) -> list[str]:
    found = everything(publish(directory, as_of))
    return [text for text in found if SECRET.lower() in text.lower()]


def with_names(leave: dict[str, str] | None) -> Directory:
    seat = {"seat": 1, "from": "2023-05-04", "name": f"{SECRET} One", "email": CONTACT, "publish": leave}
    role = {"role": "secretary", "organisation": "council", "name": f"{SECRET} Two", "publish": leave}
    pact = a_pact(roles=[{"role": "chair", "organisation": "resident"}, role])
    return a_directory(a_folder(pact=pact), wards=[a_ward(councillors=[seat])])


@pytest.mark.parametrize("leave", [LAPSED, NOT_YET, None])
def test_a_name_without_leave_is_nowhere(leave: dict[str, str] | None) -> None:
    directory = with_names(leave)
    assert leaks(directory) == []
    public = publish(directory)
    assert [role.role.value for role in public.pacts[0].facts.roles] == ["chair", "secretary"]
    assert [seat.seat for seat in public.wards[0].councillors] == [1]


def test_a_name_with_leave_is_shown() -> None:
    assert sorted(leaks(with_names(LEAVE))) == ["Zephyrine One", "Zephyrine Two", CONTACT]


@pytest.mark.parametrize(
    ("day", "is_shown"), [("2025-12-31", False), ("2026-01-01", True), ("2026-12-31", True), ("2027-01-01", False)]
)
def test_leave_lapses_by_itself(day: str, is_shown: bool) -> None:
    assert bool(leaks(with_names(LEAVE), date.fromisoformat(day))) is is_shown


def with_minutes(minutes: str | None, **changes: Any) -> Directory:
    meeting = a_meeting(
        "2026-07-09",
        body=f"## {SECRET}\n\nSaid of {SECRET}.",
        minutes=minutes,
        decisions=[f"Decided of {SECRET}."],
        findings=[f"Found of {SECRET}."],
        votes=[{"topic": "speeding", "count": 31337}],
        attendance={"residents": 31337, "councillors": 31337},
        agencies_present=["zephyrine"],
        corrections=[{"on": "2026-08-01", "text": f"Put right of {SECRET}."}],
        minutes_on="2026-07-20",
        agreed_on="2026-09-03",
        **changes,
    )
    return a_directory(a_folder(meetings=(meeting,), updates=()))


@pytest.mark.parametrize("minutes", ["none", "draft", None])
def test_minutes_that_are_not_published_leave_no_trace(minutes: str | None) -> None:
    directory = with_minutes(minutes)
    assert leaks(directory) == []
    reached = set(everything(publish(directory)))
    assert not {"31337", "2026-07-20", "2026-09-03"} & reached
    meeting = publish(directory).pacts[0].meetings[0]
    assert (meeting.words, meeting.facts.body, meeting.facts.minutes_on) == ("", "", None)
    assert meeting.facts.start is not None


def test_published_minutes_are_whole() -> None:
    directory = with_minutes("published")
    meeting = publish(directory).pacts[0].meetings[0]
    assert meeting.facts == directory.folders[0].meetings[0]
    assert f"<p>Said of {SECRET}.</p>" in meeting.words
    assert len(leaks(directory)) >= 6


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [("2026-05-01", []), ("2026-05-02", ["2026-05-02"]), ("2026-10-15", ["2026-05-02", "2026-10-15"])],
)
def test_updates_wait_for_their_day(as_of: str, shown: list[str]) -> None:
    updates = (an_update("2026-05-02"), an_update("2026-10-15", body=f"Of {SECRET}."))
    directory = a_directory(a_folder(updates=updates))
    public = publish(directory, date.fromisoformat(as_of))
    assert [update.facts.stem for update in public.pacts[0].updates] == shown
    assert bool(leaks(directory, date.fromisoformat(as_of))) is (len(shown) == 2)


def test_documents_nobody_lists_and_exemptions_do_not_pass() -> None:
    directory = a_directory(
        a_folder(documents=frozenset({f"{SECRET}.pdf"})),
        exemptions=[
            {"rule": "review-passed", "record": "luton", "reason": SECRET, "by": SECRET, "until": "2026-12-31"}
        ],
    )
    assert leaks(directory) == []


def test_what_is_public_passes_unchanged() -> None:
    directory = a_directory()
    public = publish(directory)
    assert public.as_of == AS_OF
    assert public.area is directory.area
    assert public.pacts[0].facts == directory.folders[0].pact
    assert public.pacts[0].id == "luton"
    assert public.pacts[0].actions == directory.folders[0].log.actions
    assert [meeting.stem for meeting in public.pacts[0].meetings] == list(directory.folders[0].meeting_by_stem)
    assert public.pacts[0].meeting_by_stem["2026-07-09"] is public.pacts[0].meetings[-2]


def test_the_record_itself_is_not_changed() -> None:
    directory = with_names(LAPSED)
    publish(directory)
    assert directory.wards_file.wards[0].councillors[0].email == CONTACT
    assert directory.folders[0].pact.roles[1].name == f"{SECRET} Two"
