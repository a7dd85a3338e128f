"""Find your PACT: everything a resident may type, and where it leads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .. import addresses
from ..model.area import Ward
from ..model.postcodes import Postcode
from ..publication import PublicPact
from .cards import pact_card, ward_ref
from .index import Index
from .parts import PactCard, Ref, WardRef
from .seats import seats
from .ward_lines import ward_line


class Answer(NamedTuple):
    """What is to be said of a postcode: its ward and PACTs, or the other authority it is in.

    `ward` is a place in `Finder.wards`, None for another authority's postcode; PACTs are places in
    `Finder.pacts`, as in `views.coverage.Covered`.
    """

    ward: int | None
    authority: str = ""
    by: tuple[int, ...] = ()
    perhaps_by: tuple[int, ...] = ()
    not_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FinderWard:
    """A ward and everything it goes by.

    `state` is pact, none (checked) or unchecked. `by` are the PACTs of the whole ward, `perhaps_by` those of
    part of it, `others` those that close no gap, all as places in `Finder.pacts`.
    """

    ward: WardRef
    state: str
    by: tuple[int, ...]
    perhaps_by: tuple[int, ...]
    others: tuple[int, ...]
    spellings: tuple[str, ...]
    parishes: tuple[str, ...]
    councillors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """All that the finder knows. PACTs and wards are by name; `topics` pair a page with the words people use.

    `postcodes` give every live postcode of the area and its neighbours, in order, its place in `answers`.
    """

    area: str
    demonstration: bool
    pacts: tuple[PactCard, ...]
    wards: tuple[FinderWard, ...]
    topics: tuple[tuple[Ref, tuple[str, ...]], ...]
    agencies: tuple[Ref, ...]
    answers: tuple[Answer, ...]
    postcodes: tuple[tuple[str, int], ...]


def finder(index: Index) -> Finder:
    """Put together what the finder knows."""
    places = _Places(index)
    answer_of = {**_neighbours(index), **places.answers()}
    answers = tuple(sorted(set(answer_of.values()), key=_order))
    number = {answer: at for at, answer in enumerate(answers)}
    return Finder(
        area=index.directory.area.name,
        demonstration=index.directory.area.demonstration,
        pacts=tuple(pact_card(index, pact) for pact in index.pacts),
        wards=tuple(places.ward(ward) for ward in index.wards),
        topics=tuple((Ref(one.name, addresses.topic(one.id)), one.words) for one in index.directory.topics),
        agencies=tuple(Ref(one.name, addresses.agency(one.id)) for one in index.directory.agencies),
        answers=answers,
        postcodes=tuple((postcode, number[answer_of[postcode]]) for postcode in sorted(answer_of)),
    )


def _order(answer: Answer) -> tuple[bool, int, str, tuple[tuple[int, ...], ...]]:
    """Answers of the area first, by ward."""
    return (answer.ward is None, answer.ward or 0, answer.authority, answer[2:])


def _neighbours(index: Index) -> Mapping[str, Answer]:
    return {row.postcode: Answer(None, row.authority) for row in index.directory.neighbours}


@dataclass(frozen=True)
class _Places:
    """PACTs and wards by their places in the lists above."""

    index: Index

    @cached_property
    def _pact_at(self) -> Mapping[str, int]:
        return {pact.id: at for at, pact in enumerate(self.index.pacts)}

    def answers(self) -> Mapping[str, Answer]:
        """The answer to each postcode of the area."""
        ward_at = {ward.gss: at for at, ward in enumerate(self.index.wards)}
        known = [row for row in self.index.directory.postcodes if row.gss in ward_at]
        return {row.postcode: self._answer(row, ward_at[row.gss]) for row in known}

    def _answer(self, row: Postcode, ward: int) -> Answer:
        by, perhaps_by, not_by = self.index.coverage.of_postcode[row.postcode]
        return Answer(ward, "", self._at(by), self._at(perhaps_by), self._at(not_by))

    def _at(self, pact_ids: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._pact_at[pact_id] for pact_id in pact_ids)

    def ward(self, ward: Ward) -> FinderWard:
        """A ward with everything it goes by."""
        line = ward_line(self.index, ward)
        closing = [pact for pact in self.index.pacts_in_ward[ward.gss] if self.index.closes_gap(pact)]
        return FinderWard(
            ward=ward_ref(self.index, ward.gss),
            state=line.state,
            by=self._at(pact.id for pact in closing if not _is_in_part(pact, ward)),
            perhaps_by=self._at(pact.id for pact in closing if _is_in_part(pact, ward)),
            others=self._at(card.id for card in line.others),
            spellings=ward.spellings,
            parishes=ward.parishes,
            councillors=tuple(seat.name for seat in seats(self.index, ward) if seat.name),
        )


def _is_in_part(pact: PublicPact, ward: Ward) -> bool:
    return ward.gss in pact.facts.coverage.part_of
