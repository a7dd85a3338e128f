"""A record that breaks each rule, and the same record mended: the least that shows what a rule is about."""

from . import (
    actions,
    area,
    claims,
    dates,
    demonstration,
    documents,
    exemptions,
    lateness,
    meetings,
    newsletters,
    people,
    places,
    references,
    rhythm,
    status,
)
from .case import Case

CASES: tuple[Case, ...] = (
    *area.CASES,
    *claims.CASES,
    *references.CASES,
    *status.CASES,
    *actions.CASES,
    *dates.CASES,
    *meetings.CASES,
    *lateness.CASES,
    *newsletters.CASES,
    *rhythm.CASES,
    *people.CASES,
    *places.CASES,
    *demonstration.CASES,
    *documents.CASES,
    *exemptions.CASES,
)
