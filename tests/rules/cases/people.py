"""Cases of who runs a PACT, whose names may be shown, and what is checked when."""

from typing import Any

from pact_directory.model.directory import Directory
from tests.factories import (
    a_directory,
    a_folder,
    a_log,
    a_meeting,
    a_newsletter,
    a_pact,
    a_ward,
    an_area,
    meetings_of,
)

from .case import Case, luton, luton_pact, with_meetings

_PACT = "luton/pact.yml"
_RIGHT = a_directory()
_CHAIR = {"role": "chair", "organisation": "resident"}
_SECRETARY = {"role": "secretary", "organisation": "council"}
_NAME = "Example Person"
_PHOTO = {"file": "a.pdf", "alt": "Us", "consent_on": "2026-07-20"}
_LEAVE = {"basis": "consent", "given_on": "2026-03-12", "review_by": "2026-10-15"}
_LAPSED = {**_LEAVE, "review_by": "2026-10-14"}

REAL = an_area(demonstration=None, frozen_on=None, csp={"email": "pacts@csp.test", "phone": "01634 100100"})
"""A real area: nothing here may be invented. `.test` is nobody's."""
_CONTACT = {"phone": "01634 100101"}


def _roles(*roles: dict[str, Any], **pact: Any) -> Directory:
    """A real record whose PACT has these roles."""
    return a_directory(a_folder(pact=a_pact(roles=list(roles), contact=_CONTACT, **pact)), area=REAL)


def _seat(**changes: Any) -> Directory:
    first = {"seat": 1, "from": "2023-05-04", **changes}
    ward = a_ward(councillors=[first, {"seat": 2, "from": "2023-05-04"}])
    return a_directory(a_folder(pact=a_pact(contact=_CONTACT)), area=REAL, wards=[ward])


def _new(history: list[dict[str, str]], **changes: Any) -> Directory:
    """Luton, meeting formally since 12 March 2026, with another beginning."""
    return luton(pact=a_pact(status_history=history, **changes))


def _youth(**changes: Any) -> Directory:
    return luton(pact=a_pact(kind="youth"), **changes)


def _photographed(**pact: Any) -> Directory:
    newsletter = a_newsletter(photos=[{"file": "sign.jpeg", "alt": "The sign", "consent_on": "2026-07-20"}])
    newsletters = (*a_folder().newsletters[:2], newsletter)
    return luton(pact=a_pact(**pact), newsletters=newsletters, documents=frozenset({"sign.jpeg"}))


_ENDORSED = [{"status": "endorsed", "on": "2026-03-13"}, {"status": "active", "on": "2026-03-13"}]
_IN_TIME = [{"status": "endorsed", "on": "2026-03-12"}, {"status": "active", "on": "2026-03-12"}]
_NO_LOG = a_log(priorities=(), actions=())
_PROPOSED = [{"status": "proposed", "on": "2026-03-01"}]


def _proposed(meeting: Any) -> Directory:
    meetings = tuple(m for m in meetings_of() if not m.is_formal)
    pact = a_pact(status="proposed", status_history=_PROPOSED, formed_on="2026-03-01")
    folder = with_meetings()
    return a_directory(
        a_folder(
            pact=pact, meetings=(*meetings, meeting), newsletters=folder.newsletters[:1], log=_NO_LOG, updates=()
        )
    )


ROLES = (
    Case(
        "pact-secretary",
        luton_pact(roles=[_CHAIR]),
        _PACT,
        "roles",
        "Luton PACT is active and has no secretary.",
        _RIGHT,
    ),
    Case(
        "pact-contact",
        luton_pact(contact=None),
        _PACT,
        "contact",
        "has neither e-mail address nor telephone number",
        luton_pact(contact={"phone": "01632 960101"}),
    ),
    Case(
        "chair-statutory",
        luton_pact(roles=[{"role": "chair", "organisation": "police"}, _SECRETARY]),
        _PACT,
        "roles[1].organisation",
        "The chair of Luton PACT is from Police, a statutory body.",
        luton_pact(roles=[{"role": "chair", "organisation": "housing"}, _SECRETARY]),
    ),
    Case(
        "chair-statutory",
        luton_pact(roles=[_SECRETARY, {"role": "vice_chair", "organisation": "council"}]),
        _PACT,
        "roles[2].organisation",
        "The vice-chair of Luton PACT",
        luton_pact(roles=[_SECRETARY, {"role": "communications", "organisation": "council"}]),
        "vice-chair",
    ),
    Case(
        "formal-before-endorsement",
        _proposed(a_meeting("2026-11-05", notice_on="2026-10-15")),
        "luton/meetings/2026-11-05.md",
        "kind",
        "Luton PACT is not endorsed, and this is the panel meeting",
        _proposed(a_meeting("2026-11-05", status="planned", notice_on=None)),
        "confirmed",
    ),
    Case(
        "formal-before-endorsement",
        _new(_ENDORSED, formed_on="2024-01-01"),
        "luton/meetings/2026-03-12.md",
        "kind",
        "was endorsed only on 13 March 2026",
        _new(_IN_TIME, formed_on="2024-01-01"),
        "held",
    ),
    Case(
        "review-passed",
        luton_pact(review_by="2026-10-14"),
        _PACT,
        "review_by",
        "The details of Luton PACT were to be checked by 14 October 2026.",
        luton_pact(review_by="2026-10-15"),
    ),
    Case(
        "review-passed",
        luton_pact(review_by=None, assured_on="2026-04-14"),
        _PACT,
        "review_by",
        "14 October 2026",
        luton_pact(review_by=None, assured_on="2026-04-15"),
        "six months on",
    ),
    Case(
        "review-passed",
        luton_pact(review_by=None, assured_on=None),
        _PACT,
        "review_by",
        "Nothing says when",
        luton_pact(assured_on=None),
        "never",
    ),
)

NAMES = (
    Case(
        "name-unpublished",
        _roles({**_CHAIR, "name": _NAME}, _SECRETARY),
        _PACT,
        "roles[1].name",
        "without leave to publish it",
        _roles({**_CHAIR, "name": _NAME, "publish": _LEAVE}, _SECRETARY),
    ),
    Case(
        "name-unpublished",
        _seat(name=_NAME),
        "wards.yml",
        "wards[1].councillors[1].name",
        "add publish:",
        _seat(name=_NAME, publish={**_LEAVE, "basis": "public-role"}),
        "a councillor",
    ),
    Case(
        "publish-lapsed",
        _roles({**_CHAIR, "name": _NAME, "publish": _LAPSED}, _SECRETARY),
        _PACT,
        "roles[1].publish.review_by",
        "ran out on 14 October 2026",
        _roles({**_CHAIR, "name": _NAME, "publish": _LEAVE}, _SECRETARY),
    ),
    Case(
        "youth-name",
        _roles({**_CHAIR, "name": _NAME, "publish": _LEAVE}, _SECRETARY, kind="youth"),
        _PACT,
        "roles[1].name",
        "This is a youth PACT, and somebody is named here.",
        _roles(_CHAIR, _SECRETARY, kind="youth"),
    ),
    Case(
        "youth-photo",
        _youth(
            newsletters=(*a_folder().newsletters[:2], a_newsletter(photos=[_PHOTO])),
            documents=frozenset({"a.pdf"}),
        ),
        "luton/newsletters/2026-07-09.md",
        "photos",
        "its newsletter has a photograph",
        _photographed(),
    ),
    Case(
        "youth-photo",
        _youth(documents=frozenset({"Poster.JPG"})),
        "luton/documents/Poster.JPG",
        "",
        '"Poster.JPG" in its documents is a picture',
        _youth(documents=frozenset({"poster.pdf"})),
        "a picture",
    ),
    *(
        Case(
            "private-document",
            luton(documents=frozenset({name})),
            f"luton/documents/{name}",
            "",
            f'"{name}"',
            luton(documents=frozenset({"poster.pdf", "sign-in-the-park.png", "design-index.pdf"})),
            name,
        )
        for name in (
            "signing-in-sheet.pdf",
            "Sign_in.pdf",
            "attendance-march.pdf",
            "PACT-address-list.pdf",
            "members-list.png",
        )
    ),
)

CASES = (*ROLES, *NAMES)
