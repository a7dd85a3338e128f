"""Who sits for a ward on the day, seat by seat, and whether a notice can reach them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..model.area import Councillor, Ward
from ..publication import PublicPact
from .cards import ward_ref
from .index import Index
from .parts import WardRef

NO_SEAT = 0
"""Stands for the seats of a ward of which nothing at all is recorded."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat on the council. `name` is empty without leave to publish it.

    `why_silent` is a code of the words, why no notice reaches the seat: vacant, withheld (the leave to name
    its holder does not hold on the day, and so keeps the address back too), no_address, or unknown (nobody
    wrote down who sits for the ward); empty where one does. `since` is the day the term began, `nth` its place
    in the ward's list, from 0, None where it has none.
    """

    number: int
    name: str
    email: str
    vacant: bool
    why_silent: str
    since: date | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class WardSeat:
    """A seat of a ward that a PACT covers, or covers in part. `gss` is the ward's code."""

    gss: str
    ward: WardRef
    is_part: bool
    seat: Seat


def seats(index: Index, ward: Ward) -> tuple[Seat, ...]:
    """Every seat of a ward and who holds it on the day; those that are held, where the number is not known."""
    holders = {one.seat: (nth, one) for nth, one in enumerate(ward.councillors) if one.sits_on(index.as_of)}
    return tuple(
        _held(index, *holders[number])
        if number in holders
        else Seat(number, "", "", vacant=True, why_silent="vacant")
        for number in (sorted(holders) if ward.seats is None else range(1, ward.seats + 1))
    )


def seats_of_pact(index: Index, pact: PublicPact) -> tuple[WardSeat, ...]:
    """The seats of every ward a PACT covers, whole or in part.

    A ward of which nobody wrote down who sits for it has one seat, unknown.
    """
    return tuple(_ward_seats(index, pact))


def _ward_seats(index: Index, pact: PublicPact) -> Iterator[WardSeat]:
    for gss in pact.facts.wards:
        ref, is_part = ward_ref(index, gss), gss in pact.facts.coverage.part_of
        for seat in seats(index, index.directory.ward_by_gss[gss]) or (_UNKNOWN,):
            yield WardSeat(gss, ref, is_part, seat)


def _held(index: Index, nth: int, one: Councillor) -> Seat:
    withheld = one.publish is not None and not one.publish.holds_on(index.as_of)
    silent = "" if one.email else ("withheld" if withheld else "no_address")
    return Seat(one.seat, one.name or "", one.email or "", False, silent, one.from_, nth)


_UNKNOWN = Seat(NO_SEAT, "", "", vacant=True, why_silent="unknown")
