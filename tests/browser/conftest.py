"""The built site, made once a run; the server and the browser, once for each worker of the run."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from .built import BuiltSite, read_site
from .serving import serving
from .visiting import Visitor, launch

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shipped record's site. PACT_SITE names one built before, to save the time."""
    if given := os.environ.get("PACT_SITE"):
        return Path(given).resolve()
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    site = shared / "built-site"
    with (shared / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker builds, the others wait and take it
        if not site.is_dir():
            pact = Path(sys.executable).with_name("pact")
            build = subprocess.run(
                [pact, "build", "--site-dir", site], cwd=ROOT, capture_output=True, text=True, check=False
            )
            assert build.returncode == 0, f"pact build failed:\n{build.stdout}{build.stderr}"
    return site


@pytest.fixture(scope="session")
def site(built_site: Path) -> BuiltSite:
    return read_site(built_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def visitor(browser: Browser, built_site: Path) -> Iterator[Visitor]:
    with serving(built_site) as base:
        yield Visitor(browser, base)
