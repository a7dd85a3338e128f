"""An action put into an action log by one splice: everything already there stays as it was typed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..reading.strict_yaml import Parsed, parse
from .list_place import place_at_end
from .marks import split_mark
from .refusal import NotWrittenError
from .splice import scalar_text

_TIME_TO_DO_IT = timedelta(weeks=12)
_TIME_FOR_NEWS = timedelta(weeks=8)
_BY_HAND = "Add it by hand: copy an action that is there, and change its id and its words."


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action as a panel has just agreed it.

    `day` is the day it was raised; `raised_at` the stem of that day's meeting, None where it has no file.
    `has_agreed` is false while the lead agency, no member of the panel, has only been asked.
    """

    action: str
    lead_agency: str
    day: date
    raised_at: str | None = None
    has_agreed: bool = True

    def fields(self, action_id: str) -> dict[str, str]:
        """What is written of it, as reading gives it back."""
        given = {"id": action_id, "action": self.action, "lead_agency": self.lead_agency}
        return given | ({"raised_at": self.raised_at} if self.raised_at else {})


def next_action_id(text: str) -> str:
    """The number after the highest an action has; "1" in a log without numbered actions."""
    given = [str(action.get("id", "")) for action in _actions(_read(split_mark(text)[1]))]
    return str(1 + max((int(one) for one in given if one.isascii() and one.isdigit()), default=0))


def action_added(text: str, new: NewAction, action_id: str) -> str:
    """Add an action at the end of the log's `actions`, as one block; no other byte changes.

    `text` is actions.yml as `atomic.read_exactly` gives it: comments, quotes, blank lines, line ends and byte
    order mark stay. Where `actions: []` was, the block takes the place of the brackets. Raises
    `NotWrittenError` when the file has a fault, the id is taken, or the actions are laid out in brackets.
    """
    mark, rest = split_mark(text)
    before = _read(rest)
    if any(action.get("id") == action_id for action in _actions(before)):
        raise NotWrittenError(f'There is already an action "{action_id}" in this log. Give it another id.')
    spot = place_at_end(rest, before.place, "actions")
    block = "".join(f"{line}\n" for line in (spot.heading, *_block(new, action_id, spot.column)) if line)
    head = rest[: spot.brackets.start] + rest[spot.brackets.stop : spot.at]
    if head and not head.endswith(("\n", "\r")):
        block = f"\n{block}"
    after = head + (block.replace("\n", "\r\n") if "\r\n" in rest else block) + rest[spot.at :]
    if _compared(parse(after)) != _compared(before, new.fields(action_id)):
        raise NotWrittenError(f"This file is laid out in a way that nothing can be added to. {_BY_HAND}")
    return mark + after


def _read(text: str) -> Parsed:
    parsed = parse(text)
    if parsed.values is None or parsed.faults:
        raise NotWrittenError("This file has a fault. Put right what pact check says of it first.")
    return parsed


def _actions(parsed: Parsed) -> list[dict[str, Any]]:
    actions = (parsed.values or {}).get("actions", [])
    if not isinstance(actions, list) or not all(isinstance(action, dict) for action in actions):
        raise NotWrittenError("What stands under actions: is not a list of actions. Put that right first.")
    return actions


def _compared(parsed: Parsed, *added: dict[str, str]) -> object:
    """The values of a log, with actions added, as reading will see them; None where it would find a fault."""
    if parsed.values is None or parsed.faults:
        return None
    return _stripped({**parsed.values, "actions": [*_actions(parsed), *added]})


def _stripped(value: Any) -> Any:
    # A text in the last line of a file ends with a line break once something follows; reading drops both.
    if isinstance(value, dict):
        return {name: _stripped(inner) for name, inner in value.items()}
    return [_stripped(inner) for inner in value] if isinstance(value, list) else value.strip()


def _block(new: NewAction, action_id: str, column: int) -> list[str]:
    fields = new.fields(action_id)
    lines = [f"{name}: {scalar_text(value)}" for name, value in fields.items() if name != "id"]
    if new.raised_at is None:
        lines.append(f"# raised_at: {new.day.isoformat()}  # once the meeting has a file of its own")
    if not new.has_agreed:
        lines.append(f"# agreed_on: {new.day.isoformat()}  # the day the agency agreed; until then it was asked")
    lines += [
        f"# due_on: {(new.day + _TIME_TO_DO_IT).isoformat()}",
        f"# next_update: {(new.day + _TIME_FOR_NEWS).isoformat()}  # the day by which news of it is owed",
    ]
    inner = " " * (column + 2)
    return [f'{" " * column}- id: "{action_id}"', *(inner + line for line in lines)]
