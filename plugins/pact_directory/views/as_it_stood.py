"""A PACT as it stood on an earlier day, for what was printed then: a newsletter does not change with the news.

What the record gives a day is taken back to it. What has no day and may have been written later is left out:
what the figures say, the next step, when news is owed.
"""

from dataclasses import replace
from datetime import date

from ..model import standing
from ..model.actions import Action, ActionOutcome, Outcome, Priority, PriorityOutcome, PriorityStatus, ResidentsSay
from ..model.pact import Pact, PactStatus
from ..publication import PublicDirectory, PublicPact
from .parts import ActionCard, IssueCard
from .progress import action_cards, issue_cards


def cards_on(
    directory: PublicDirectory, pact: PublicPact, day: date
) -> tuple[tuple[ActionCard, ...], tuple[IssueCard, ...]]:
    """The actions and the priorities of a PACT as they stood on a day."""
    then, as_it_stood = replace(directory, as_of=day), pact_on(pact, day)
    actions = action_cards(then, as_it_stood)
    return actions, issue_cards(then, as_it_stood, actions)


def pact_on(pact: PublicPact, day: date) -> PublicPact:
    """A PACT with the priorities and actions it had on a day, each as far as it had got."""
    priorities = (_priority_on(one, day) for one in pact.priorities if one.history and one.history[0].on <= day)
    return replace(
        pact,
        facts=_facts_on(pact.facts, day),
        priorities=tuple(priorities),
        actions=tuple(_action_on(one, day) for one in pact.actions if _was_raised(pact, one, day)),
    )


def _facts_on(facts: Pact, day: date) -> Pact:
    past = [change for change in facts.status_history if change.on <= day]
    if past:
        return facts.model_copy(update={"status": past[-1].status, "status_history": tuple(past)})
    ended_since = facts.status is PactStatus.CLOSED
    return facts.model_copy(update={"status": PactStatus.ACTIVE}) if ended_since else facts


def _priority_on(one: Priority, day: date) -> Priority:
    past = tuple(change for change in one.history if change.on <= day)
    is_over = past[-1].status in {PriorityStatus.RESOLVED, PriorityStatus.DROPPED}
    outcome = _asked_by(one.outcome, day) if is_over else PriorityOutcome()
    kept = {"history": past, "outcome": outcome, "figures_say": None, "next_step": None}
    return one.model_copy(update=kept)


def _was_raised(pact: PublicPact, action: Action, day: date) -> bool:
    """Tell whether an action was there on a day. One that nothing dates is left out."""
    meeting = pact.meeting_by_stem.get(action.raised_at or "")
    raised = standing.raised_on(action, meeting.facts if meeting else None) or action.agreed_on
    return raised is not None and raised <= day


def _action_on(action: Action, day: date) -> Action:
    past = tuple(entry for entry in action.progress if entry.on <= day)
    # What holds it up has no day: it counts while the entry that says so is the last one and gives no reason.
    holds = past == action.progress and bool(past) and not past[-1].note
    closed = action.outcome.closed_on
    outcome = _asked_by(action.outcome, day) if closed and closed <= day else ActionOutcome()
    kept = {
        "progress": past,
        "agreed_on": action.agreed_on if action.agreed_on and action.agreed_on <= day else None,
        "next_update": None,
        "blocked_by": action.blocked_by if holds else None,
        "outcome": outcome,
    }
    return action.model_copy(update=kept)


def _asked_by(outcome: Outcome, day: date) -> Outcome:
    """An outcome without what residents were asked later."""
    if outcome.asked_on is None or outcome.asked_on <= day:
        return outcome
    later = {"residents_say": ResidentsSay.NOT_ASKED, "responses": None, "asked_on": None}
    return outcome.model_copy(update=later)
