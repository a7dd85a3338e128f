"""`pact build`."""

import os
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import click

from ..checking import Checked
from ..site_folder import Building, BuildingAlreadyError, NotASiteError, new_site
from .options import on_record, stop, stop_at_errors

_MOMENT = 10.0
"""Seconds that a build has to end in: a sheet that is being printed takes two."""


@click.command()
@on_record
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), default="site", show_default=True)
@click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
)
def build(checked: Checked, site_dir: Path, config_file: Path) -> None:
    """Check the record, then build the site; a build that fails leaves the old site as it was."""
    stop_at_errors(checked)
    click.echo(checked.report.explain("text"), err=True)
    try:
        with new_site(site_dir) as building:
            click.echo(f"Building the site as of {checked.as_of.day} {checked.as_of:%B %Y} ...", err=True)
            _run_mkdocs(config_file, building, checked)
    except BuildingAlreadyError:
        stop(f"Another build of {site_dir} is under way. Wait for it to end.")
    except NotASiteError:
        stop(f"{site_dir} holds something else than a site, and was left alone. Name another folder.")
    except subprocess.CalledProcessError:
        stop(f"The build failed; {site_dir} is as it was.")
    pages = sum(1 for _ in site_dir.rglob("*.html"))
    click.echo(f"{pages:,} pages in {site_dir}", err=True)


def _run_mkdocs(config_file: Path, building: Building, checked: Checked) -> None:
    """Run MkDocs in a process of its own: a crash or a kill there cannot touch the old site.

    It inherits the lock, and so keeps it for as long as it runs. Should this process be killed, it ends too:
    it sees that nobody holds the other end of its standard input any more.
    """
    arguments = [str(config_file), str(building.folder), str(checked.folder), checked.as_of.isoformat()]
    command = [sys.executable, "-m", "pact_directory.mkdocs_plugin", *arguments]
    midnight = datetime.combine(checked.as_of, time(), tzinfo=UTC)
    environment = os.environ | {"SOURCE_DATE_EPOCH": f"{midnight.timestamp():.0f}"}
    with subprocess.Popen(  # noqa: S603 - our own module
        command, env=environment, pass_fds=[building.lock], stdin=subprocess.PIPE
    ) as making:
        try:
            code = making.wait()
        except BaseException:
            _end(making)
            raise
    if code:
        raise subprocess.CalledProcessError(code, command)


def _end(making: "subprocess.Popen[bytes]") -> None:
    """End the other process before its folder is taken away; it has a moment to tidy up."""
    if making.stdin:
        making.stdin.close()
    try:
        making.wait(_MOMENT)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        making.kill()
