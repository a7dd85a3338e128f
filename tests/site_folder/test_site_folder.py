"""The site's folder: the old site stays whole until the new one takes its place."""

import fcntl
import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pact_directory import site_folder
from pact_directory.site_folder import BuildingAlreadyError, NotASiteError, new_site

BUILD_AND_WAIT = """
import sys, time
from pathlib import Path
from pact_directory.site_folder import new_site
with new_site(Path(sys.argv[1])) as building:
    (building.folder / "index.html").write_text("half")
    print("building", flush=True)
    time.sleep(60)
"""
NAMES = [
    "site",
    "a site with spaces",
    "site[1]*?",
    "s\u00edt\u00e9 \u0441\u0430\u0439\u0442",
    "-site",
    ".site",
    "site.d",
]


def write_site(folder: Path, words: str = "old") -> None:
    (folder / "wards" / "luton").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(words)
    (folder / "wards" / "luton" / "index.html").write_text(f"{words} ward")


def fingerprint(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def leftovers(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if ".building-" in path.name]


@pytest.fixture(params=NAMES)
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return tmp_path / "in a folder" / str(request.param)


def test_a_first_build_needs_no_old_site(site: Path) -> None:
    with new_site(site) as building:
        assert list(building.folder.iterdir()) == []
        write_site(building.folder, "new")
    assert (site / "index.html").read_text() == "new"
    assert site.stat().st_mode & 0o777 == 0o755
    assert leftovers(site) == []


def test_a_good_build_takes_the_place_of_the_old_site_whole(site: Path) -> None:
    write_site(site)
    (site / "gone.html").write_text("gone")
    with new_site(site) as building:
        (building.folder / "index.html").write_text("new")
        assert (site / "index.html").read_text() == "old"
    assert fingerprint(site) == {"index.html": hashlib.sha256(b"new").hexdigest()}
    assert leftovers(site) == []


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failed_build_leaves_the_old_site_byte_for_byte(site: Path, failure: type[BaseException]) -> None:
    write_site(site)
    before = fingerprint(site)
    with pytest.raises(failure), new_site(site) as building:
        write_site(building.folder, "half")
        raise failure
    assert fingerprint(site) == before
    assert leftovers(site) == []


def test_a_failed_first_build_leaves_nothing(site: Path) -> None:
    with pytest.raises(ValueError, match="half way"), new_site(site):
        raise ValueError("half way")
    assert not site.exists()
    assert leftovers(site) == []


def test_a_killed_build_leaves_the_old_site_and_the_next_sweeps_up(site: Path) -> None:
    write_site(site)
    before = fingerprint(site)
    command = [sys.executable, "-c", BUILD_AND_WAIT, str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "building\n"
        with pytest.raises(BuildingAlreadyError), new_site(site):
            pytest.fail("two builds at once")
        assert len(leftovers(site)) == 1
        running.send_signal(signal.SIGKILL)
    assert fingerprint(site) == before
    assert len(leftovers(site)) == 1
    with new_site(site) as building:
        assert leftovers(site) == [building.folder.name]
        write_site(building.folder, "new")
    assert (site / "index.html").read_text() == "new"
    assert leftovers(site) == []


@pytest.fixture
def one_site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_two_sites_side_by_side_do_not_wait_for_each_other_or_sweep_each_other(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as one, new_site(tmp_path / "site2") as other:
        with new_site(tmp_path / "sit*") as third:
            write_site(third.folder)
        write_site(one.folder)
        write_site(other.folder)
    assert (tmp_path / "site" / "index.html").is_file()
    assert (tmp_path / "site2" / "index.html").is_file()


def test_a_child_that_outlives_its_parent_keeps_the_lock(one_site: Path) -> None:
    with new_site(one_site) as building:
        write_site(building.folder)
        kept = os.dup(building.lock)
    try:
        with pytest.raises(BuildingAlreadyError), new_site(one_site):
            pytest.fail("two builds at once")
    finally:
        os.close(kept)
    with new_site(one_site) as building:
        write_site(building.folder, "new")
    assert (one_site / "index.html").read_text() == "new"


def test_the_lock_is_given_back(one_site: Path) -> None:
    for _ in range(2):
        with new_site(one_site) as building:
            write_site(building.folder)
    with (one_site.parent / ".site.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


@pytest.mark.parametrize("sign", [".git", "mkdocs.yml", "area.yml", "letter.docx"])
def test_folders_of_something_else_are_never_replaced(one_site: Path, sign: str) -> None:
    one_site.mkdir()
    (one_site / sign).write_text("years of work")
    if sign != "letter.docx":
        (one_site / "index.html").write_text("a page")
    before = fingerprint(one_site)
    with pytest.raises(NotASiteError), new_site(one_site):
        pytest.fail("it began to build")
    assert fingerprint(one_site) == before
    assert leftovers(one_site) == []


def test_a_file_is_never_replaced(one_site: Path) -> None:
    one_site.write_text("years of work")
    with pytest.raises(NotASiteError), new_site(one_site):
        pytest.fail("it began to build")
    assert one_site.read_text() == "years of work"


@pytest.mark.parametrize("way", [".", "..", "sub/.."])
def test_the_working_folder_and_those_above_are_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    project = tmp_path / "home" / "project"
    (project / "sub").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: PACTs")
    monkeypatch.chdir(project)
    with pytest.raises(NotASiteError), new_site(Path(way)):
        pytest.fail("it began to build")
    assert (project / "mkdocs.yml").is_file()


def test_an_empty_folder_may_be_built_in(one_site: Path) -> None:
    one_site.mkdir()
    with new_site(one_site) as building:
        write_site(building.folder)
    assert (one_site / "index.html").is_file()


def test_a_link_to_a_site_stays_a_link(tmp_path: Path) -> None:
    write_site(tmp_path / "real")
    (tmp_path / "site").symlink_to("real")
    with new_site(tmp_path / "site") as building:
        write_site(building.folder, "new")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text() == "new"


class TestWithoutAnAtomicExchange:
    """Systems that cannot exchange two names in one step."""

    @pytest.fixture(autouse=True)
    def no_exchange(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(site_folder, "_exchange", lambda one, other: False)

    def test_the_new_site_still_takes_its_place(self, one_site: Path) -> None:
        write_site(one_site)
        with new_site(one_site) as building:
            write_site(building.folder, "new")
        assert (one_site / "index.html").read_text() == "new"
        assert leftovers(one_site) == []

    def test_a_site_a_killed_build_had_set_aside_comes_back(self, one_site: Path) -> None:
        write_site(one_site)
        before = fingerprint(one_site)
        aside = one_site.with_name(".site.building-abc-old")
        one_site.rename(aside)
        one_site.with_name(".site.building-abc").mkdir()
        with pytest.raises(ValueError, match="half way"), new_site(one_site):
            raise ValueError("half way")
        assert fingerprint(one_site) == before
        assert leftovers(one_site) == []


def test_a_process_ends_with_the_one_that_started_it() -> None:
    program = (
        "from pact_directory.site_folder import end_with_parent; import time\n"
        "end_with_parent(); print('begun', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as started:
        assert started.stdin is not None
        assert started.stdout is not None
        assert started.stdout.readline() == b"begun\n"
        started.stdin.close()  # as happens to it when whoever started it is killed
        try:
            assert started.wait(20) != 0
        finally:
            started.kill()
