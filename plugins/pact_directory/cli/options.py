"""What the commands have in common: the record and the day to look at it, and how they end."""

import functools
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic_core import PydanticCustomError

from ..checking import Checked, check_record
from ..model.days import read_day

FAULTY = 1

Command = Callable[..., Any]


class Day(click.ParamType[date]):
    """A day, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it as the record reads dates."""
        try:
            return read_day(value)
        except PydanticCustomError as error:
            said = error.context or {}
            self.fail(f"{said.get('said')} {said.get('hint')}", param, ctx)


def on_record(command: Command) -> Command:
    """Give a command the options --dir and --as-of, and hand it the record, checked, as `checked`."""

    @click.option(
        "--dir",
        "record",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default="pacts",
        show_default=True,
        help="The record's folder.",
    )
    @click.option(
        "--as-of", type=Day(), help="The day to look at the record, such as 2026-10-15. Otherwise today in London."
    )
    @functools.wraps(command)
    def with_record(*, record: Path, as_of: date | None, **given: Any) -> Any:
        return command(checked=check_record(record, as_of), **given)

    return with_record


def stop(message: str) -> NoReturn:
    """End a command that could not do its work, saying why."""
    click.echo(message, err=True)
    sys.exit(FAULTY)


def stop_at_errors(checked: Checked) -> None:
    """End a command whose record has errors, with the whole report."""
    if not checked.is_publishable:
        stop(checked.report.explain("text"))
