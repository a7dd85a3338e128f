"""Door 2: the `pact` command, a module a verb."""

import click

from .area import area
from .build import build
from .check import check
from .init import init
from .new import new
from .notices import notices
from .schema import schema
from .todo import todo


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and publish a directory of PACTs (Partners and Communities Together).

    \b
    A morning with it:
      pact new meeting --pact luton --date 2026-12-03
      pact check
      pact build
    """  # noqa: D301 - click reads \b


for command in (check, build, new, todo, notices, area, init, schema):
    main.add_command(command)
