"""`pact todo`."""

import click

from ..pipeline import Checked, todo_text
from .options import on_record, stop_at_errors


@click.command()
@on_record
def todo(checked: Checked) -> None:
    """List what is due: agendas, notices, minutes, newsletters, reviews, each with a reminder to send."""
    stop_at_errors(checked)
    click.echo(todo_text(checked))
