"""Postcodes: every live one of the area with its ward and point, and those of its neighbours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from .record import Origin

POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][ABD-HJLNP-UW-Z]{2})\Z")
"""A whole postcode in capitals: the part before the space, and the part after it."""


class Postcode(NamedTuple):
    """A live postcode ("ME4 4AA"), the GSS code of its ward, and its point in metres on the National Grid."""

    postcode: str
    gss: str
    easting: int
    northing: int


class Neighbour(NamedTuple):
    """A postcode just outside the area, and the authority it is in."""

    postcode: str
    authority: str


@dataclass(frozen=True, eq=False)
class PostcodeTable:
    """`postcodes.csv`, in its own order. A row's place is ("rows", its number from 0, its column)."""

    origin: Origin = field(default_factory=lambda: Origin("postcodes.csv"))
    rows: tuple[Postcode, ...] = ()

    @cached_property
    def by_ward(self) -> Mapping[str, tuple[Postcode, ...]]:
        """The postcodes of each ward, by its code."""
        found: dict[str, list[Postcode]] = {}
        for row in self.rows:
            found.setdefault(row.gss, []).append(row)
        return MappingProxyType({gss: tuple(rows) for gss, rows in found.items()})


@dataclass(frozen=True, eq=False)
class NeighbourTable:
    """`neighbours.csv`, in its own order. A row's place is ("rows", its number from 0, its column)."""

    origin: Origin = field(default_factory=lambda: Origin("neighbours.csv"))
    rows: tuple[Neighbour, ...] = ()
