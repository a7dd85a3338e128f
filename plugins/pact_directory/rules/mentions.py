"""How rules say that an id leads nowhere."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ..model.record import FieldPath, Origin
from .table import Finding
from .wording import suggest

_HINTS = 50
"""How many different ids get a hint of their own: where more are unknown, the list they belong to is."""


class Mention(NamedTuple):
    """An id one record uses for another."""

    origin: Origin
    field: FieldPath
    id: str


def unknown(mentions: Iterable[Mention], known: Collection[str], said: str, otherwise: str) -> Iterator[Finding]:
    """Findings for what is not known; `said` holds {} for the id. A hint is worked out once for each id."""
    hints: dict[str, str] = {}
    for origin, field, given in mentions:
        if given not in known:
            if given not in hints and len(hints) < _HINTS:
                hints[given] = suggest(given, known, otherwise)
            yield Finding(origin, field, said.replace("{}", f'"{given}"'), hints.get(given, otherwise))


def listed(origin: Origin, field: FieldPath, ids: Iterable[str]) -> Iterator[Mention]:
    """The mentions in a list of ids."""
    for index, given in enumerate(ids):
        yield Mention(origin, (*field, index), given)
