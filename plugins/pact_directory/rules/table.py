"""The table of rules: a short pure function each, with its code, title, reason and source document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ..model.directory import Directory
from ..model.record import FieldPath, Origin
from ..problems import Severity


class Finding(NamedTuple):
    """One breach of a rule: where (a file's record and a field in it), what is wrong, and what to write.

    `field` may name a field that was never written: the problem then points at the group it is missing
    from. `related` holds other records that matter, as paths from the record's folder.
    """

    origin: Origin
    field: FieldPath
    message: str
    hint: str
    related: tuple[str, ...] = ()


Check = Callable[[Directory, date], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the record. `title`, `reason` and `source` are what /about/rules/ says of it."""

    code: str
    severity: Severity
    title: str
    reason: str
    source: str
    check: Check


class Sources:
    """The documents rules come from, as pages name them."""

    GUIDELINES = "Operational guidelines for PACTs in Tonbridge and Malling"
    GUIDE = 'Kent "How to" guide for PACTs'
    REVIEW = "Medway scrutiny review of PACTs, 2010"
    OURS = "Our own rule"


_table: dict[str, Rule] = {}
RULES = MappingProxyType(_table)
"""Every rule by its code, in the order they are written down."""


def error(code: str, *, title: str, reason: str, source: str) -> Callable[[Check], Check]:
    """Enter a rule whose breach blocks publication."""
    return _enter(Severity.ERROR, code, title, reason, source)


def warning(code: str, *, title: str, reason: str, source: str) -> Callable[[Check], Check]:
    """Enter a rule whose breach is said and does not block; `exemptions.yml` can silence it for a record."""
    return _enter(Severity.WARNING, code, title, reason, source)


def _enter(severity: Severity, code: str, title: str, reason: str, source: str) -> Callable[[Check], Check]:
    def enter(check: Check) -> Check:
        if code in _table:
            raise ValueError(f"two rules are called {code}")
        _table[code] = Rule(code, severity, title, reason, source, check)
        return check

    return enter
