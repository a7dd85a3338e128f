"""Look-ups every page needs, made once from the public directory: who covers what, when, and where it stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .. import addresses
from ..addresses import Address
from ..model.area import Ward
from ..model.meeting import MeetingStatus
from ..model.names import fold
from ..model.pact import PactKind, PactStatus
from ..publication import PublicDirectory, PublicMeeting, PublicPact
from .coverage import Coverage
from .ground import Ground
from .news import NewsEntry, news_stream
from .parts import ActionCard, IssueCard
from .progress import action_cards, issue_cards

CONFIRMED_STATUSES = frozenset({PactStatus.ACTIVE, PactStatus.PAUSED})
"""A neighbourhood PACT in one of these makes its wards ones that have a PACT."""


@dataclass(frozen=True, eq=False)
class PactMeeting:
    """A meeting together with the PACT it belongs to."""

    pact: PublicPact
    meeting: PublicMeeting

    @property
    def when(self) -> tuple[date, str, str]:
        """The order of meetings: by day, then time, then PACT."""
        start = self.meeting.facts.start
        return (self.meeting.facts.date, start.isoformat() if start else "", self.pact.facts.name)


@dataclass(frozen=True, eq=False)
class Index:
    """The public directory with look-ups. PACTs and wards are in order of their names."""

    directory: PublicDirectory

    @property
    def as_of(self) -> date:
        """The day the pages speak of."""
        return self.directory.as_of

    @cached_property
    def wards(self) -> tuple[Ward, ...]:
        """Every ward, by name."""
        return tuple(sorted(self.directory.wards, key=lambda ward: (fold(ward.name), ward.gss)))

    @cached_property
    def pacts(self) -> tuple[PublicPact, ...]:
        """Every PACT, by name."""
        return tuple(sorted(self.directory.pacts, key=lambda pact: (fold(pact.facts.name), pact.id)))

    @cached_property
    def ward_address(self) -> Mapping[str, Address]:
        """The page of each ward, by code."""
        return addresses.ward_addresses(self.directory.wards)

    @cached_property
    def pacts_in_ward(self) -> Mapping[str, tuple[PublicPact, ...]]:
        """The PACTs of each ward by code, of every kind and status, by name."""
        found: dict[str, list[PublicPact]] = defaultdict(list)
        for pact in self.pacts:
            for gss in pact.facts.wards:
                found[gss].append(pact)
        return {ward.gss: tuple(found[ward.gss]) for ward in self.directory.wards}

    @cached_property
    def meetings(self) -> tuple[PactMeeting, ...]:
        """Every meeting, oldest first."""
        every = [PactMeeting(pact, meeting) for pact in self.directory.pacts for meeting in pact.meetings]
        return tuple(sorted(every, key=lambda one: one.when))

    @cached_property
    def actions_of(self) -> Mapping[str, tuple[ActionCard, ...]]:
        """The actions of each PACT as they stand, by its id."""
        return {pact.id: action_cards(self.directory, pact) for pact in self.directory.pacts}

    @cached_property
    def issues_of(self) -> Mapping[str, tuple[IssueCard, ...]]:
        """The priorities of each PACT with their actions, by its id."""
        cards = self.actions_of
        return {pact.id: issue_cards(self.directory, pact, cards[pact.id]) for pact in self.directory.pacts}

    @cached_property
    def upcoming(self) -> tuple[PactMeeting, ...]:
        """The meetings to come, soonest first: planned or confirmed, on or after the day."""
        return tuple(one for one in self.meetings if self.is_upcoming(one.meeting))

    @cached_property
    def upcoming_of(self) -> Mapping[str, tuple[PactMeeting, ...]]:
        """The meetings to come of each PACT, by its id."""
        found: dict[str, list[PactMeeting]] = {pact.id: [] for pact in self.directory.pacts}
        for one in self.upcoming:
            found[one.pact.id].append(one)
        return {pact_id: tuple(every) for pact_id, every in found.items()}

    @cached_property
    def news(self) -> tuple[NewsEntry, ...]:
        """Everything new at the PACTs, newest first."""
        return news_stream(self.directory, self.actions_of)

    @cached_property
    def news_of(self) -> Mapping[str, tuple[NewsEntry, ...]]:
        """Everything new at each PACT, by its id, newest first."""
        found: dict[str, list[NewsEntry]] = {pact.id: [] for pact in self.directory.pacts}
        for entry in self.news:
            found[entry.pact_id].append(entry)
        return {pact_id: tuple(entries) for pact_id, entries in found.items()}

    @cached_property
    def coverage(self) -> Coverage:
        """What the PACTs that make their wards ones that have a PACT cover."""
        return Coverage(self.directory, tuple(pact for pact in self.pacts if self.closes_gap(pact)))

    @cached_property
    def coverage_of_all(self) -> Coverage:
        """What every PACT covers, of whatever kind and status."""
        return Coverage(self.directory, self.pacts)

    @cached_property
    def ground(self) -> Ground:
        """Where the wards lie, and which border on which."""
        return Ground(self.directory)

    def is_upcoming(self, meeting: PublicMeeting) -> bool:
        """Tell whether a meeting is still to come."""
        expected = meeting.facts.status in {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}
        return expected and meeting.facts.date >= self.as_of

    def closes_gap(self, pact: PublicPact) -> bool:
        """Tell whether a PACT makes its wards ones that have a PACT."""
        return pact.facts.kind is PactKind.NEIGHBOURHOOD and pact.facts.status in CONFIRMED_STATUSES
