"""The preview: a faulty record shows its report as a page at every address, and the page recovers."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .project import copy_project

PATIENCE = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("preview"))


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[str]:
    """The address of a running preview."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as serving:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(lambda: "Luton PACT" in _fetch(f"{address}/pacts/luton/"))
            yield address
        finally:
            serving.terminate()


def _fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def _wait_for(happens: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < until, "the preview did not get there in time"
        time.sleep(0.1)


def test_a_preview_has_no_search_and_says_so(preview: str) -> None:
    assert "There is no search of every page here" in _fetch(f"{preview}/search/")
    assert not _fetch(f"{preview}/pagefind/pagefind-entry.json").startswith("{")


def test_a_faulty_record_is_shown_and_mended_without_restarting(project: Path, preview: str) -> None:
    file = project / "pacts" / "luton" / "pact.yml"
    good = file.read_text()
    file.write_text(good.replace("name: Luton PACT", "nam: Luton PACT", 1))
    for address in ("/", "/pacts/luton/", "/pacts/luton/actions/", "/no/such/page/"):
        _wait_for(lambda address=address: "Did you mean" in _fetch(preview + address))
    assert "pacts/luton/pact.yml:" in _fetch(preview + "/pacts/luton/")
    file.write_text(good)
    _wait_for(lambda: "<h1>Luton PACT" in _fetch(preview + "/pacts/luton/"))


def test_an_edit_shows(project: Path, preview: str) -> None:
    file = project / "pacts" / "luton" / "pact.yml"
    good = file.read_text()
    file.write_text(good.replace("name: Luton PACT", "name: Luton and Arches PACT", 1))
    _wait_for(lambda: "Luton and Arches PACT" in _fetch(preview + "/pacts/luton/"))
    file.write_text(good)
    _wait_for(lambda: "Luton and Arches PACT" not in _fetch(preview + "/pacts/luton/"))


def test_the_preview_has_no_policy_that_would_stop_live_reload(preview: str) -> None:
    page = _fetch(preview + "/pacts/luton/")
    assert "Content-Security-Policy" not in page
    assert "livereload" in page
