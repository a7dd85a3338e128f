"""The finder's one file of data: small enough to fetch on the first key, plain enough to read.

A postcode is a sector ("ME4 4") and two letters out of twenty, so a sector has 400 possible postcodes.
Each sector is written as a text of up to 400 signs in alphabetical order: a full stop for a postcode that is
not in use, else a letter that says which of the sector's own few answers is its. gzip makes it very small.
"""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from .. import addresses
from ..addresses import Address
from ..model.names import fold
from ..views.finder import Answer, Finder, FinderWard
from ..views.parts import MeetingCard, PactCard
from .words import Words
from .words.dates import span, weekday

UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""The letters a postcode may end in: never C, I, K, M, O or V."""
NOT_IN_USE = "."
FIRST_ANSWER = "a"
"""The sign of a sector's first answer; the others follow it in the order of Unicode."""


def finder_data(finder: Finder, words: Words) -> bytes:
    """Write the file. What its rows hold is said below; `finder-answers.js` reads them."""
    content = {
        "about": _about(finder, words),
        "area": finder.area,
        "say": {key: words.finder.say[key] for key in words.finder.say},
        "noise": words.finder.noise,
        "ways": {
            "wards": _path(addresses.WARDS),
            "topics": _path(addresses.TOPICS),
            "contact": _path(addresses.CONTACT),
            "start": _path(addresses.START_A_PACT),
        },
        "pacts": [_pact(card, finder, words) for card in finder.pacts],
        "wards": [_ward(ward, words) for ward in finder.wards],
        "topics": [[topic.name, _path(topic.address), known_as] for topic, known_as in finder.topics],
        "agencies": [[agency.name, _path(agency.address)] for agency in finder.agencies],
        "answers": [_answer(answer) for answer in finder.answers],
        "sectors": [[sector, *rows] for sector, rows in sectors(finder.postcodes).items()],
    }
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def sectors(postcodes: tuple[tuple[str, int], ...]) -> Mapping[str, tuple[list[int], str]]:
    """Each sector's answers, and the signs of its possible postcodes up to the last one in use."""
    units: dict[str, dict[int, int]] = {}
    for postcode, answer in postcodes:
        first, second = (UNIT_LETTERS.index(letter) for letter in postcode[-2:])
        units.setdefault(postcode[:-2], {})[first * len(UNIT_LETTERS) + second] = answer
    return {sector: _signs(answers) for sector, answers in sorted(units.items())}


def _signs(answers: Mapping[int, int]) -> tuple[list[int], str]:
    # The most frequent first: where most signs of most sectors are the same, the packed file is smaller.
    own = [answer for answer, _ in Counter(answers[unit] for unit in sorted(answers)).most_common()]
    sign = {answer: chr(ord(FIRST_ANSWER) + at) for at, answer in enumerate(own)}
    units = range(max(answers) + 1)
    return own, "".join(sign[answers[unit]] if unit in answers else NOT_IN_USE for unit in units)


def _about(finder: Finder, words: Words) -> str:
    """What somebody should know who finds the file by itself."""
    mark = f"{words.demonstration.word} {words.demonstration.sentence}. " if finder.demonstration else ""
    return mark + str(words.site.licence(licence=words.site.licence_name))


def _path(address: Address) -> str:
    return address.removeprefix("/")


def _pact(card: PactCard, finder: Finder, words: Words) -> list[Any]:
    """Name, page, what it is, standing, area, next meeting; other names and who uses each; whether closed."""
    meets = _meets(card.next_meeting, words)
    if meets and finder.demonstration:
        meets += f" {words.demonstration.do_not_travel}."
    names, users = [alias.name for alias in card.aliases], [alias.used_by for alias in card.aliases]
    return [
        card.name, _path(card.address), words.finder.is_what[card.kind], _standing(card, words),
        card.coverage, meets, names, users, int(card.status == "closed"),
    ]  # fmt: skip


def _standing(card: PactCard, words: Words) -> str:
    """Where it stands, unless it is at work as one would expect."""
    if card.status == "active":
        return ""
    successor = card.successor and words.pact.successor(link=card.successor.name)
    return f"{words.pact_status[card.status]}. {successor or ''}".strip()


def _meets(meeting: MeetingCard | None, words: Words) -> str:
    if meeting is None:
        return ""
    times = span(words, meeting.start, meeting.end)
    day = weekday(words, meeting.day)
    when = str(words.meeting.at(day=day, times=times)) if times else day
    return str(words.finder.next_meeting(when=when))


def _ward(ward: FinderWard, words: Words) -> list[Any]:
    """Name, town, name with town, page, whether it has a PACT; its PACTs; its other names, by kind."""
    ref = ward.ward
    full = words.finder.ward(ward=ref.name)
    if ref.adds_place:
        full = words.ward.with_place(ward=full, place=ref.place)
    spellings = [one for one in ward.spellings if _telling(one, words) != _telling(ref.name, words)]
    return [
        ref.name, ref.place, full, _path(ref.address), ward.state, ward.by, ward.perhaps_by, ward.others,
        spellings, ward.parishes, ward.councillors,
    ]  # fmt: skip


def _telling(name: str, words: Words) -> list[str]:
    """The words of a name that the script compares: of spellings with the same ones, one is enough."""
    return [word for word in fold(name).split() if word not in words.finder.noise]


def _answer(answer: Answer) -> str | list[Any]:
    """The name of another authority; or the ward, the PACTs that cover the postcode, may, and do not."""
    if answer.ward is None:
        return answer.authority
    return [answer.ward, answer.by, answer.perhaps_by, answer.not_by]
