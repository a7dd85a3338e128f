"""An action added to a PACT's log on disk."""

from pathlib import Path

from .actions import NewAction, action_added, next_action_id
from .atomic import read_exactly, write_new, write_over


def add_action(record: Path, pact_id: str, new: NewAction) -> Path:
    """Add an action to the log of a PACT; the log's file. Raises `NotWrittenError`."""
    path = f"{pact_id}/actions.yml"
    if not (record / path).exists():
        return write_new(record, {path: action_added("", new, "1")})[0]
    log = read_exactly(record, path)
    return write_over(record, path, action_added(log, new, next_action_id(log)))
