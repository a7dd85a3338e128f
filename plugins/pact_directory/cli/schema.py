"""`pact schema`."""

from pathlib import Path

import click

from ..model.schema import SCHEMAS
from ..writing.schemas import write_schemas


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default="docs/schema", show_default=True)
def schema(out: Path) -> None:
    """Write the JSON Schemas that editors use to help with record files."""
    changed = write_schemas(out)
    for path in changed:
        click.echo(path)
    click.echo(f"{len(changed)} of {len(SCHEMAS)} schemas changed.", err=True)
