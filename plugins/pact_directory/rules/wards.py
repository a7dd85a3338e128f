"""Rules of the wards and their councillors."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import count, islice

from ..model.area import Councillor, Ward
from ..model.directory import Directory
from .table import Finding, Sources, error, warning
from .wording import spell_day, spell_list

_SEATS_LISTED = 5


@error(
    "ward-seat",
    title="A councillor's seat is one the ward has",
    reason="Seats are numbered from 1 so that an empty one can be seen.",
    source=Sources.OURS,
)
def seat_exists(directory: Directory, as_of: date) -> Iterator[Finding]:
    """A seat's number runs from 1 to the ward's `seats`, where that is known."""
    for index, ward in enumerate(directory.wards_file.wards):
        for nth, councillor in enumerate(ward.councillors):
            most = councillor.seat if ward.seats is None else ward.seats
            if not 1 <= councillor.seat <= most:
                has = "" if ward.seats is None else f"; it has {ward.seats}"
                yield Finding(
                    directory.wards_file.origin,
                    ("wards", index, "councillors", nth, "seat"),
                    f"{ward.name} has no seat {councillor.seat}{has}.",
                    "Number the seats from 1, or put seats: right.",
                )


@error(
    "ward-seat-twice",
    title="A seat has one holder at a time",
    reason="Councillors are invited to every PACT in their ward; an old holder must not stay on the list.",
    source=Sources.OURS,
)
def seat_has_one_holder(directory: Directory, as_of: date) -> Iterator[Finding]:
    """The terms of a seat's holders do not overlap; one may end on the day the next begins."""
    for index, ward in enumerate(directory.wards_file.wards):
        for nth, said in _overlaps(ward):
            field = ("wards", index, "councillors", nth, "from")
            yield Finding(
                directory.wards_file.origin, field, said, "Write the day the earlier term ended in its to:"
            )


def _overlaps(ward: Ward) -> Iterator[tuple[int, str]]:
    terms: dict[int, list[tuple[date, int, Councillor]]] = defaultdict(list)
    for nth, councillor in enumerate(ward.councillors):
        terms[councillor.seat].append((councillor.from_, nth, councillor))
    for seat, held in terms.items():
        held.sort(key=lambda term: term[:2])
        taken_until = date.min
        for begins, nth, councillor in held:
            if councillor.to is not None and councillor.to < begins:
                continue  # term-order has said it
            if begins < taken_until:
                yield nth, f"Seat {seat} of {ward.name} has two holders from {spell_day(begins)}."
            taken_until = max(taken_until, councillor.to or date.max)


@warning(
    "ward-councillor-vacant",
    title="Every seat of a ward has a councillor",
    reason="Councillors are invited to every PACT in their ward (recommendation 4); an empty seat is not.",
    source=Sources.REVIEW,
)
def seats_are_held(directory: Directory, as_of: date) -> Iterator[Finding]:
    """On this day somebody holds each of the ward's seats, where it is known how many there are."""
    for index, ward in enumerate(directory.wards_file.wards):
        if ward.seats is None:
            continue
        held = {councillor.seat for councillor in ward.councillors if councillor.sits_on(as_of)}
        vacant = ward.seats - sum(1 <= seat <= ward.seats for seat in held)
        if vacant:
            numbers = list(islice((seat for seat in count(1) if seat not in held), min(vacant, _SEATS_LISTED)))
            which = "Seat" if len(numbers) == 1 else "Seats"
            yield Finding(
                directory.wards_file.origin,
                ("wards", index, "councillors"),
                f"{which} {spell_list(numbers)} of {ward.name} had no councillor on {spell_day(as_of)}.",
                "Add the seat and the day its term began, once it is filled.",
            )


@warning(
    "ward-unchecked",
    title="Every ward has been checked for PACTs",
    reason="The committee knew of PACTs its list did not have; until somebody asks, no list is whole.",
    source=Sources.REVIEW,
)
def ward_was_checked(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Each ward says on which day somebody asked whether it has a PACT."""
    for index, ward in enumerate(directory.wards_file.wards):
        if ward.checked_on is None:
            yield Finding(
                directory.wards_file.origin,
                ("wards", index, "checked_on"),
                f"{ward.name} has not been checked for PACTs.",
                "Ask police and council, then add checked_on: and checked_with:",
            )
