"""Cases of invented contacts where they belong and where they do not."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import (
    a_directory,
    a_folder,
    a_meeting,
    a_pact,
    a_topic,
    a_ward,
    an_agency,
    an_area,
)

from .case import Case, luton_meeting, luton_pact
from .people import REAL

_PACT, _MEETING = "luton/pact.yml", "luton/meetings/2026-07-09.md"
_RIGHT = a_directory()


def _real(**changes: Any) -> Directory:
    """A real record: nothing in it is kept for examples, but for what is changed."""
    return a_directory(a_folder(pact=a_pact(contact={"phone": "01634 100101"})), **{"area": REAL, **changes})


def _real_pact(**changes: Any) -> Directory:
    return _real_folder(pact=a_pact(**{"contact": {"phone": "01634 100101"}, **changes}))


def _real_folder(**changes: Any) -> Directory:
    return a_directory(a_folder(**{"pact": a_pact(contact={"phone": "01634 100101"}), **changes}), area=REAL)


def _said(body: str) -> Directory:
    return luton_meeting(a_meeting(body=body))


def _councillor(**changes: Any) -> Directory:
    seats = [{"seat": 1, "from": "2023-05-04", **changes}, {"seat": 2, "from": "2023-05-04"}]
    return a_directory(wards=[a_ward(councillors=seats)])


def _contact(note: str, broken: Directory, path: str, field: str) -> Case:
    return Case("demonstration-contact", broken, path, field, "this contact could be real", _RIGHT, note)


_LEAVE = {"basis": "public-role", "given_on": "2026-03-12", "review_by": "2027-03-12"}
_REAL_LAST = [*a_folder().meetings[:-2], a_meeting(body="Write to pacts@example.org."), a_folder().meetings[-1]]

INVENTED = (
    Case(
        "demonstration-frozen",
        a_directory(area=an_area(frozen_on=None)),
        "area.yml",
        "frozen_on",
        "This is a demonstration, and frozen_on is missing.",
        _RIGHT,
    ),
    Case(
        "demonstration-frozen",
        _real(area=REAL.model_copy(update={"frozen_on": REAL.frozen_on or a_meeting().date})),
        "area.yml",
        "frozen_on",
        "This is a real record, and frozen_on makes it stand still.",
        _real(),
        "real",
    ),
    _contact("a mailbox", luton_pact(contact={"email": "panel@luton.test"}), _PACT, "contact.email"),
    _contact("a number", luton_pact(contact={"phone": "01632 961000"}), _PACT, "contact.phone"),
    _contact("a short number", luton_pact(contact={"phone": "101"}), _PACT, "contact.phone"),
    _contact("a look-alike", luton_pact(contact={"email": "panel@notexample.org"}), _PACT, "contact.email"),
    _contact("the partnership", a_directory(area=an_area(csp={"phone": "07700 901000"})), "area.yml", "csp.phone"),
    _contact(
        "a councillor", _councillor(email="seat1@council.test"), "wards.yml", "wards[1].councillors[1].email"
    ),
    _contact(
        "a warden",
        a_directory(wards=[a_ward(community_warden={"phone": "01634 100102"})]),
        "wards.yml",
        "wards[1].community_warden.phone",
    ),
    _contact(
        "a police team",
        a_directory(wards=[a_ward(police_team={"email": "team@force.test"})]),
        "wards.yml",
        "wards[1].police_team.email",
    ),
    _contact(
        "an agency",
        a_directory(agencies=[an_agency("council", email="a@b.test"), an_agency()]),
        "agencies.yml",
        "agencies[1].email",
    ),
    Case(
        "demonstration-text",
        _said("# Welcome\n\nRing 01634 100100."),
        _MEETING,
        "",
        "(line 3 of them)",
        _said("# Welcome\n\nRing 01632 960100 or 07700 900123, or 101, by 12 March 2026."),
    ),
    Case(
        "demonstration-text",
        _said("Write to [us](mailto:pacts@medway.test)."),
        _MEETING,
        "",
        "could be real",
        _said("Write to [us](mailto:pacts@example.org), or ring [us](tel:+441632960100)."),
        "a mailbox",
    ),
    Case(
        "demonstration-text",
        a_directory(topics=[a_topic(report="Ring 0163 4100100.")]),
        "topics.yml",
        "topics[1].report",
        "these words hold a contact",
        a_directory(topics=[a_topic(report="Ring 101.")]),
        "a topic",
    ),
    Case(
        "demonstration-name",
        _councillor(name="Example Person", publish=_LEAVE),
        "wards.yml",
        "wards[1].councillors[1].name",
        "somebody is named here",
        _councillor(publish=_LEAVE),
    ),
    Case(
        "publish-lapsed",
        _councillor(name="Example Person", publish={**_LEAVE, "review_by": "2026-10-14"}),
        "wards.yml",
        "wards[1].councillors[1].publish.review_by",
        "It is withheld.",
        _councillor(publish={**_LEAVE, "review_by": "2026-10-14"}),
        "in a demonstration",
    ),
    Case(
        "name-unpublished",
        luton_pact(roles=[{"role": "secretary", "organisation": "council", "name": "Example Person"}]),
        _PACT,
        "roles[1].name",
        "without leave to publish it",
        luton_pact(roles=[{"role": "secretary", "organisation": "council"}]),
        "in a demonstration",
    ),
)


def _invented(note: str, broken: Directory, path: str, field: str) -> Case:
    return Case("invented-contact", broken, path, field, "kept for examples; nobody is there", _real(), note)


REAL_ONES = (
    _invented("a number", _real_pact(contact={"phone": "+44 1632 960101"}), _PACT, "contact.phone"),
    _invented("a mailbox", _real_pact(contact={"email": "luton@mail.Example.com"}), _PACT, "contact.email"),
    _invented(
        "terms", _real_pact(terms_of_reference="https://www.example.net/terms"), _PACT, "terms_of_reference"
    ),
    _invented(
        "a source", _real_pact(sources=[{"name": "A list", "url": "http://example.org"}]), _PACT, "sources[1].url"
    ),
    _invented(
        "a link",
        _real(wards=[a_ward(local_links=[{"name": "Hall", "url": "https://example.org/"}])]),
        "wards.yml",
        "wards[1].local_links[1].url",
    ),
    _invented(
        "an agency",
        _real(agencies=[an_agency("council", report_url="https://example.org:80/"), an_agency()]),
        "agencies.yml",
        "agencies[1].report_url",
    ),
    _invented(
        "the council",
        _real(area=REAL.model_copy(update={"council_url": "https://example.org/"})),
        "area.yml",
        "council_url",
    ),
    _invented("minutes", _real_folder(meetings=tuple(_REAL_LAST)), _MEETING, ""),
)

CASES = (*INVENTED, *REAL_ONES)
