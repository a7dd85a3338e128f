"""`pact new`: starters of record files."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from ..checking import Checked
from ..model.directory import Directory
from ..model.meeting import MeetingKind
from ..writing.atomic import write_new
from ..writing.log import add_action
from ..writing.refusal import NotWrittenError
from ..writing.starters import (
    action_starter,
    meeting_starter,
    newsletter_starter,
    pact_starter,
    update_starter,
)
from .options import Command, Day, on_record, stop

_KINDS = click.Choice([kind.value for kind in MeetingKind])


def _of_a_pact(command: Command) -> Command:
    """The PACT a new file belongs to, and its day."""
    command = click.option("--date", "on", type=Day(), required=True, help="The day, such as 2026-12-03.")(command)
    return click.option(
        "--pact", "pact_id", required=True, metavar="ID", help="The PACT's id: its folder's name."
    )(command)


@click.group()
def new() -> None:
    """Write a starter: a file that passes the check as it is, with notes on what to fill in."""


@new.command("pact")
@click.argument("pact_id", metavar="ID")
@click.option("--name", help="What the PACT is called; otherwise made from the id.")
@on_record
def new_pact(checked: Checked, pact_id: str, name: str | None) -> None:
    """Start the record of a PACT, in a folder called ID (lower-case letters, digits, hyphens)."""
    _write(checked, lambda directory: pact_starter(directory, pact_id, checked.as_of, name))


@new.command("meeting")
@_of_a_pact
@click.option("--kind", type=_KINDS, default="panel", show_default=True)
@on_record
def new_meeting(checked: Checked, pact_id: str, on: date, kind: str) -> None:
    """Start the record of a meeting on a day; its minutes are written in the same file later."""
    _write(checked, lambda directory: meeting_starter(directory, pact_id, on, checked.as_of, MeetingKind(kind)))


@new.command("newsletter")
@_of_a_pact
@click.option("--kind", type=_KINDS, help="Which meeting, where there were two that day.")
@on_record
def new_newsletter(checked: Checked, pact_id: str, on: date, kind: str | None) -> None:
    """Start the newsletter of the meeting held on a day."""
    which = MeetingKind(kind) if kind else None
    _write(checked, lambda directory: newsletter_starter(directory, pact_id, on, checked.as_of, which))


@new.command("update")
@_of_a_pact
@click.option("--title", help="The news in a few words.")
@on_record
def new_update(checked: Checked, pact_id: str, on: date, title: str | None) -> None:
    """Start a piece of news between meetings."""
    _write(checked, lambda directory: update_starter(directory, pact_id, on, checked.as_of, title))


@new.command("action")
@_of_a_pact
@click.option("--action", "what", required=True, help="What is to be done.")
@click.option("--lead-agency", required=True, help="The id of the agency responsible, from agencies.yml.")
@on_record
def new_action(checked: Checked, pact_id: str, on: date, what: str, lead_agency: str) -> None:
    """Add an action to a PACT's log, raised at the meeting of a day."""

    def add() -> Iterable[Path]:
        started = action_starter(_readable(checked), pact_id, on, what, lead_agency)
        return [add_action(checked.folder, pact_id, started)]

    _refusing(add)


def _write(checked: Checked, starter: Callable[[Directory], dict[str, str]]) -> None:
    _refusing(lambda: write_new(checked.folder, starter(_readable(checked))))


def _readable(checked: Checked) -> Directory:
    """The record, or the end of the command with what is wrong with it."""
    return checked.reading.directory or stop(checked.report.explain("text"))


def _refusing(write: Callable[[], Iterable[Path]]) -> None:
    try:
        for path in write():
            click.echo(path)
    except NotWrittenError as refused:
        raise click.ClickException(str(refused)) from refused
