"""`pact todo`."""

import click

from ..checking import Checked
from .options import on_record, stop_at_errors


@click.command()
@on_record
def todo(checked: Checked) -> None:
    """List what is due: agendas, notices, minutes, newsletters, reviews, each with a reminder to send."""
    from ..pipeline import todo_text  # noqa: PLC0415 - the check must not load the press

    stop_at_errors(checked)
    click.echo(todo_text(checked))
