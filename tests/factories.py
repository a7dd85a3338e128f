"""A valid little record, made in memory, and its parts: `a_pact(status="paused")`, `a_meeting("2026-07-09")`.

By default everything is in order on `AS_OF`: one ward, one PACT at work, no fault and no warning. Each factory
takes the fields as they are written in the files; None takes a field away, and a Python keyword gets a trailing
underscore (`from_`). Groups and lists may be given as plain values or as records.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from shapely import MultiPolygon, box

from pact_directory.model.actions import Action, ActionLog, Priority
from pact_directory.model.area import (
    Agencies,
    Agency,
    Area,
    Exemption,
    Exemptions,
    Topic,
    Topics,
    Venue,
    Venues,
    Ward,
    Wards,
)
from pact_directory.model.directory import Directory, PactFolder
from pact_directory.model.meeting import Meeting
from pact_directory.model.pact import Feedback, Newsletter, Pact, Update
from pact_directory.model.postcodes import Neighbour, NeighbourTable, Postcode, PostcodeTable
from pact_directory.model.record import FileRecord, Origin, Record, Source
from pact_directory.model.shapes import Shape, ShapeFile

AS_OF = date(2026, 10, 15)
LUTON = "E05014459"
SomeRecord = TypeVar("SomeRecord", bound=Record)
SomeFile = TypeVar("SomeFile", bound=FileRecord)


def _merged(defaults: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    values = {**defaults, **{name.rstrip("_"): value for name, value in changes.items()}}
    return {name: value for name, value in values.items() if value is not None}


def _record(model: type[SomeRecord], defaults: Mapping[str, Any], changes: Mapping[str, Any]) -> SomeRecord:
    return model.model_validate(_merged(defaults, changes))


def _file(model: type[SomeFile], path: str, values: Mapping[str, Any], body: str = "") -> SomeFile:
    return model.model_validate(dict(values), context=Source(Origin(path), body))


def an_area(**changes: Any) -> Area:
    """`area.yml` of a demonstration called Medway."""
    defaults = {
        "record_version": 1,
        "name": "Medway",
        "gss": "E06000035",
        "site_id": "medway",
        "place": "Medway, Kent",
        "csp": {"email": "pacts@example.org", "phone": "01632 960100"},
        "demonstration": True,
        "frozen_on": AS_OF,
        "endorsement_from": "2024-01-01",
    }
    return _file(Area, "area.yml", _merged(defaults, changes))


def a_ward(gss: str = LUTON, **changes: Any) -> Ward:
    """The ward Luton, checked, its two seats held."""
    defaults = {
        "gss": gss,
        "name": "Luton",
        "place": "Chatham",
        "seats": 2,
        "checked_on": "2026-09-01",
        "checked_with": ["police", "council"],
        "councillors": [{"seat": 1, "from": "2023-05-04"}, {"seat": 2, "from": "2023-05-04"}],
    }
    return _record(Ward, defaults, changes)


def an_agency(id: str = "police", **changes: Any) -> Agency:  # noqa: A002 - the field's name
    """An agency; the police are statutory."""
    defaults = {"id": id, "name": id.replace("-", " ").capitalize(), "statutory": id != "housing"}
    return _record(Agency, defaults, changes)


def a_venue(id: str = "luton-hall", **changes: Any) -> Venue:  # noqa: A002
    """A venue."""
    return _record(Venue, {"id": id, "name": "Luton community hall"}, changes)


def a_topic(id: str = "speeding", **changes: Any) -> Topic:  # noqa: A002
    """A topic the police deal with."""
    return _record(Topic, {"id": id, "name": "Speeding", "agencies": ["police"]}, changes)


def an_exemption(**changes: Any) -> Exemption:
    """A warning silenced until the end of the year."""
    defaults = {
        "rule": "review-passed",
        "record": "luton",
        "reason": "The secretary is away.",
        "by": "Crime reduction coordinator",
        "until": "2026-12-31",
    }
    return _record(Exemption, defaults, changes)


def a_pact(id: str = "luton", **changes: Any) -> Pact:  # noqa: A002
    """`pact.yml` of an active neighbourhood PACT, endorsed when it was formed."""
    title = id.replace("-", " ").title()
    defaults = {
        "name": f"{title} PACT",
        "formed_on": "2024-02-06",
        "status": "active",
        "status_history": [
            {"status": "endorsed", "on": "2024-02-06"},
            {"status": "active", "on": "2024-03-14"},
        ],
        "wards": [LUTON],
        "roles": [
            {"role": "chair", "organisation": "resident"},
            {"role": "secretary", "organisation": "council"},
        ],
        "contact": {"email": f"{id}.pact@example.org", "phone": "01632 960101"},
        "members": [{"agency": "police", "since": "2024-02-06"}],
        "meets": {"every_months": 4, "usual_venue": "luton-hall"},
        "assured_on": "2026-09-01",
        "review_by": "2027-03-01",
    }
    return _file(Pact, f"{id}/pact.yml", _merged(defaults, changes))


def a_priority(id: str = "speeding", **changes: Any) -> Priority:  # noqa: A002
    """A key issue raised in March 2026."""
    defaults = {
        "id": id,
        "title": f"{id.replace('-', ' ').capitalize()} on the main road",
        "topic": "speeding",
        "raised_at": "2026-03-12",
        "history": [{"status": "key", "on": "2026-03-12"}],
    }
    return _record(Priority, defaults, changes)


def an_action(id: str = "1", **changes: Any) -> Action:  # noqa: A002
    """An action of the police, under way, news of it owed in November 2026."""
    defaults = {
        "id": id,
        "priority": "speeding",
        "action": "Check speeds outside the school",
        "lead_agency": "police",
        "raised_at": "2026-03-12",
        "next_update": "2026-11-05",
        "progress": [{"on": "2026-07-09", "status": "in_progress", "note": "Two checks were made."}],
    }
    return _record(Action, defaults, changes)


def a_log(
    pact: str = "luton", *, priorities: Iterable[Any] | None = None, actions: Iterable[Any] | None = None
) -> ActionLog:
    """`actions.yml` with one key issue and one action, unless others are given."""
    values = {
        "priorities": [a_priority()] if priorities is None else list(priorities),
        "actions": [an_action()] if actions is None else list(actions),
    }
    return _file(ActionLog, f"{pact}/actions.yml", values)


def a_meeting(stem: str = "2026-07-09", pact: str = "luton", body: str | None = None, **changes: Any) -> Meeting:
    """A panel meeting on the stem's day: held, with minutes, when past, or else confirmed. Three weeks' notice."""
    day = date.fromisoformat(stem[:10])
    status = changes.get("status", "held" if day <= AS_OF else "confirmed")
    is_formal = changes.get("kind", "panel") in {"panel", "forum"}
    defaults: dict[str, Any] = {"kind": "panel", "status": status, "date": day, "start": "19:30", "end": "21:00"}
    defaults["venue"] = "luton-hall"
    if is_formal:
        defaults["notice_on"] = day - timedelta(days=21)
    if is_formal and status == "held":
        defaults |= {"minutes": "published", "minutes_on": day + timedelta(days=14)}
    words = body if body is not None else ("The panel met." if is_formal and status == "held" else "")
    return _file(Meeting, f"{pact}/meetings/{stem}.md", _merged(defaults, changes), words)


def meetings_of(pact: str = "luton") -> tuple[Meeting, ...]:
    """A workshop, a walkabout, an open meeting and two panels held, and a panel to come."""
    return (
        a_meeting("2026-02-07", pact, kind="workshop", start="10:00", end="12:00"),
        a_meeting("2026-03-12", pact),
        a_meeting("2026-04-18", pact, kind="walkabout", start="10:00", end="12:00"),
        a_meeting("2026-05-16", pact, kind="open"),
        a_meeting("2026-07-09", pact),
        a_meeting("2026-11-05", pact, notice_on=AS_OF),
    )


def a_newsletter(stem: str = "2026-07-09", pact: str = "luton", body: str = "", **changes: Any) -> Newsletter:
    """A newsletter that came out three weeks after its meeting."""
    defaults = {"published_on": date.fromisoformat(stem[:10]) + timedelta(days=21)}
    return _file(Newsletter, f"{pact}/newsletters/{stem}.md", _merged(defaults, changes), body)


def an_update(
    stem: str = "2026-05-02", pact: str = "luton", body: str = "The sign is up.", **changes: Any
) -> Update:
    """News between meetings."""
    defaults = {"title": "The sign is up", "date": stem[:10], "priority": "speeding"}
    return _file(Update, f"{pact}/updates/{stem}.md", _merged(defaults, changes), body)


def a_feedback(pact: str = "luton", *closed_on: str) -> Feedback:
    """`feedback.yml` with a round for each day; June 2026 when none is given."""
    questions = [{"id": "influence", "agree": 12, "disagree": 5, "unsure": 3}]
    rounds = [{"closed_on": day, "questions": questions} for day in closed_on or ("2026-06-30",)]
    return _file(Feedback, f"{pact}/feedback.yml", {"rounds": rounds})


def a_folder(id: str = "luton", **changes: Any) -> PactFolder:  # noqa: A002
    """A PACT's folder with everything in order. `changes` are the fields of `PactFolder`."""
    defaults = {
        "pact": a_pact(id),
        "log": a_log(id),
        "meetings": meetings_of(id),
        "newsletters": tuple(a_newsletter(stem, id) for stem in ("2026-02-07", "2026-03-12", "2026-07-09")),
        "updates": (an_update(pact=id),),
        "feedback": a_feedback(id),
    }
    return PactFolder(**{**defaults, **changes})


def a_square(east: float = 576_000, north: float = 166_000, size: float = 1_000) -> MultiPolygon:
    """A square of ground by its south-western corner and its size in metres: Luton is one kilometre of Chatham."""
    return MultiPolygon([box(east, north, east + size, north + size)])


def a_postcode(postcode: str = "ME4 5AA", gss: str = LUTON, east: int = 576_500, north: int = 166_500) -> Postcode:
    """A postcode in the middle of Luton."""
    return Postcode(postcode, gss, east, north)


def shapes_of(areas: Mapping[str, MultiPolygon] | None = None, **changes: Any) -> ShapeFile:
    """`wards.geojson`, official, with areas by their codes; a square called Luton unless others are given."""
    given = {LUTON: a_square()} if areas is None else areas
    shapes = tuple(Shape(("features", number), gss, area) for number, (gss, area) in enumerate(given.items()))
    return ShapeFile(**{"origin": Origin("wards.geojson"), "shapes": shapes, **changes})


def a_boundary(area: MultiPolygon | None = None, pact: str = "luton") -> ShapeFile:
    """A PACT's `coverage.geojson`: the western half of the square called Luton unless an area is given."""
    shape = Shape(("features", 0), "", area or MultiPolygon([box(576_000, 166_000, 576_500, 167_000)]))
    return ShapeFile(Origin(f"{pact}/coverage.geojson"), (shape,))


def a_directory(
    *folders: PactFolder,
    area: Area | None = None,
    wards: Iterable[Any] | None = None,
    agencies: Iterable[Any] | None = None,
    venues: Iterable[Any] | None = None,
    topics: Iterable[Any] | None = None,
    exemptions: Iterable[Any] = (),
    postcodes: Iterable[Postcode] = (),
    neighbours: Iterable[Neighbour] = (),
    ward_shapes: ShapeFile | None = None,
    incomplete: Iterable[str] = (),
) -> Directory:
    """A whole record: Medway with one ward and, unless folders are given, one PACT called Luton."""
    known = [an_agency(name) for name in ("council", "police", "council-highways", "housing")]
    return Directory(
        area=area or an_area(),
        wards_file=_file(Wards, "wards.yml", {"wards": [a_ward()] if wards is None else list(wards)}),
        agencies_file=_file(Agencies, "agencies.yml", {"agencies": known if agencies is None else list(agencies)}),
        venues_file=_file(Venues, "venues.yml", {"venues": [a_venue()] if venues is None else list(venues)}),
        topics_file=_file(Topics, "topics.yml", {"topics": [a_topic()] if topics is None else list(topics)}),
        exemptions_file=_file(Exemptions, "exemptions.yml", {"exemptions": list(exemptions)}),
        folders=folders or (a_folder(),),
        postcodes=PostcodeTable(rows=tuple(postcodes)),
        neighbours=NeighbourTable(rows=tuple(neighbours)),
        ward_shapes=ward_shapes,
        incomplete=frozenset(incomplete),
    )
