"""`pact check`."""

import sys

import click

from ..checking import Checked
from .options import FAULTY, on_record


@click.command()
@on_record
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to write the report.",
)
def check(checked: Checked, form: str) -> None:
    """Find everything wrong with the record, each fault with its line and what to write instead.

    Ends with 0 when nothing blocks publication (warnings do not), with 1 when something does.
    """
    click.echo(checked.report.explain(form))
    sys.exit(0 if checked.is_publishable else FAULTY)
