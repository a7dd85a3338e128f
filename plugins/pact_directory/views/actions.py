"""Every key issue and action across PACTs."""

from dataclasses import dataclass

from .agenda import urgency
from .cards import pact_ref
from .index import Index
from .parts import ActionCard, IssueCard, Ref, Tally
from .progress import tally


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """Every key issue by PACT, and the actions that are held up, late, or only asked for."""

    issues: tuple[tuple[Ref, tuple[IssueCard, ...]], ...]
    held_up: tuple[ActionCard, ...]
    late: tuple[ActionCard, ...]
    asked: tuple[ActionCard, ...]
    tally: Tally


def actions_page(index: Index) -> ActionsPage:
    """Every key issue, and the actions that need somebody's attention."""
    cards = {pact.id: index.actions_of[pact.id] for pact in index.pacts}
    every = tuple(card for pact in index.pacts for card in cards[pact.id])
    issues = [
        (
            pact_ref(pact),
            tuple(one for one in index.issues_of[pact.id] if one.status == "key"),
        )
        for pact in index.pacts
    ]
    return ActionsPage(
        issues=tuple(pair for pair in issues if pair[1]),
        held_up=tuple(card for card in every if card.status == "blocked"),
        late=tuple(sorted((card for card in every if card.days_late and card.status != "blocked"), key=urgency)),
        asked=tuple(card for card in every if card.status == "asked" and not card.days_late),
        tally=tally(every),
    )
