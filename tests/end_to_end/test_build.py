"""`pact build`, `mkdocs build` and `properdocs build` on the shipped record, as a newcomer would call them."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pact_directory.addresses import file_path
from pact_directory.checking import check_record
from pact_directory.pipeline import make_site
from pact_directory.publish.appearance import Appearance
from pact_directory.site_folder import new_site

from .project import ROOT, copy_project, fingerprint, pact, run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built copy of the project."""
    folder = copy_project(tmp_path_factory.mktemp("project with a space"))
    built = pact(folder, "build")
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture
def mended(project: Path) -> Iterator[Path]:
    """The built project, its record and pages put back after the test broke them."""
    before = {path: path.read_bytes() for part in ("pacts", "content") for path in (project / part).rglob("*.*")}
    yield project
    for part in ("pacts", "content"):
        for path in [path for path in (project / part).rglob("*.*") if path not in before]:
            path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


def test_every_planned_page_is_built_and_no_other(project: Path) -> None:
    checked = check_record(ROOT / "pacts")
    made = make_site(checked, Appearance(), ROOT)
    planned = {file_path(page.address) for page in (*made.site_map.pages, *made.site_map.redirects)}
    hand_written = {f"{path.stem}/index.html" for path in (ROOT / "content").glob("*.md")}
    built = {str(path.relative_to(project / "site")) for path in (project / "site").rglob("*.html")}
    assert built == planned | hand_written | {"map/zoom/index.html"}


def test_only_pages_one_stylesheet_and_the_small_files_are_published(project: Path) -> None:
    site = project / "site"
    index = set((site / "pagefind").rglob("*"))  # tests/end_to_end/test_search.py says what belongs there
    zoom = set((site / "map").rglob("*"))
    documents = set(site.glob("pacts/*/documents/*"))
    others = {
        path.name
        for path in {*site.rglob("*")} - index - zoom - documents
        if path.is_file() and path.suffix != ".html"
    }
    assert others == {
        "site.css",
        "icon.svg",
        "finder.js",
        "finder-answers.js",
        "finder.json",
        "sitemap.xml",
        "_headers",
        "search.js",
        "map.js",
        "copy.js",
        "calendar.ics",
        "feed.xml",
    }


def test_documents_that_something_names_are_published_and_no_other(project: Path) -> None:
    directory = check_record(project / "pacts").publish()
    named = {f"pacts/{pact.id}/documents/{name}" for pact in directory.pacts for name in pact.documents}
    site = project / "site"
    assert {str(path.relative_to(site)) for path in site.glob("pacts/*/documents/*")} == named
    assert named


def test_the_map_one_can_zoom_has_its_own_files_and_no_other(project: Path) -> None:
    folder = project / "site" / "map"
    assert {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} == {
        "index.html",
        *(f"zoom/{name}" for name in ("index.html", "map.css", "map.js", "leaflet.js", "leaflet-licence.txt")),
        *(f"zoom/images/{name}" for name in ("layers.png", "layers-2x.png", "marker-icon.png")),
    }
    assert (project / "site" / "map.js").is_file()


# Sets in another order, and one processor alone.
_OTHERWISE = """import os
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
from pact_directory.cli import main
main(prog_name="pact")"""


def test_two_builds_give_the_same_bytes(project: Path) -> None:
    first = fingerprint(project / "site")
    command = (sys.executable, "-c", _OTHERWISE, "build", "--site-dir", "again")
    assert run(project, "env", "PYTHONHASHSEED=1", *command).returncode == 0
    assert fingerprint(project / "again") == first


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_other_builders_give_the_same_bytes(project: Path, builder: str) -> None:
    command = (sys.executable, "-m", builder, "build", "--strict", "-f", "mkdocs.yml", "-d", f"by-{builder}")
    built = run(project, "env", "PYTHONHASHSEED=2", *command)
    assert built.returncode == 0, built.stdout + built.stderr
    # The sitemap's packed copy is the builder's own and carries the day it was made.
    theirs = {
        path: mark for path, mark in fingerprint(project / f"by-{builder}").items() if path != "sitemap.xml.gz"
    }
    assert theirs == fingerprint(project / "site")


def test_a_faulty_record_leaves_the_old_site_byte_for_byte(mended: Path) -> None:
    before = fingerprint(mended / "site")
    actions = mended / "pacts" / "luton" / "actions.yml"
    actions.write_text(actions.read_text().replace("lead_agency:", "lead_agencies:", 1))
    built = pact(mended, "build")
    assert built.returncode == 1
    assert "pacts/luton/actions.yml:" in built.stderr
    assert 'Did you mean "lead_agency"?' in built.stderr
    assert "Traceback" not in built.stderr + built.stdout
    assert fingerprint(mended / "site") == before


def test_raw_html_in_a_hand_written_page_stops_the_build(mended: Path) -> None:
    before = fingerprint(mended / "site")
    (mended / "content" / "extra.md").write_text("# Extra\n\nHello <script>alert(1)</script>\n")
    built = pact(mended, "build")
    assert built.returncode == 1
    assert "content/extra.md:3:7" in built.stdout + built.stderr
    assert "Traceback" not in built.stderr + built.stdout
    assert fingerprint(mended / "site") == before


def test_a_hand_written_page_cannot_stand_where_the_directory_puts_its_own(mended: Path) -> None:
    (mended / "content" / "wards").mkdir(exist_ok=True)
    (mended / "content" / "wards" / "luton.md").write_text("# Mine\n")
    built = pact(mended, "build")
    (mended / "content" / "wards" / "luton.md").unlink()
    assert built.returncode == 1
    assert "content/wards/luton.md stands at an address the directory makes itself" in built.stdout + built.stderr


def test_an_extra_hand_written_page_is_published_in_the_same_frame(mended: Path) -> None:
    (mended / "content" / "extra.md").write_text("# Extra\n\nSee [the wards](wards/index.html).\n")
    built = pact(mended, "build", "--site-dir", "extra-site")
    assert built.returncode == 0, built.stderr
    page = (mended / "extra-site" / "extra" / "index.html").read_text()
    assert '<a href="../wards/">the wards</a>' in page
    assert page.count("<h1") == 1
    assert 'class="skip"' in page


def test_a_second_build_is_told_to_wait(project: Path) -> None:
    with new_site(project / "locked"):
        built = pact(project, "build", "--site-dir", "locked")
    assert built.returncode == 1
    assert "Another build of locked is under way" in built.stderr


def test_building_from_another_day_changes_what_is_upcoming(project: Path) -> None:
    built = pact(project, "build", "--as-of", "2026-11-30", "--site-dir", "later")
    assert built.returncode == 0, built.stderr
    assert "30 November 2026" in (project / "later" / "index.html").read_text()
    home = (project / "site" / "index.html").read_text()
    soonest = re.search(r'href="(pacts/[^"]+/meetings/2026-1[^"]+)"', home)
    assert soonest
    assert soonest[1] not in (project / "later" / "index.html").read_text()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("palette: {primary: amber}", "has a contrast of"),
        ("palette: {primary: puce}", "is not a colour of Material"),
        ("language: tlh", "there are no words"),
    ],
)
def test_unsuitable_settings_are_refused_in_words(mended: Path, setting: str, said: str) -> None:
    settings = (mended / "mkdocs.yml").read_text().replace("language: en", setting)
    (mended / "other.yml").write_text(settings)
    built = pact(mended, "build", "--config-file", "other.yml")
    assert built.returncode == 1
    assert said in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr


def test_settings_an_adopter_knows_are_honoured(mended: Path) -> None:
    settings = (mended / "mkdocs.yml").read_text()
    settings = settings.replace("site_name: PACT directory", "site_name: Our panels")
    settings = settings.replace(
        "language: en", "language: en\n  palette: {primary: indigo, accent: pink}\n  logo: mark.svg"
    )
    settings += (
        "\nextra_css: [ours.css]\nextra:\n  social:\n    - {name: Our council, link: https://example.org/}\n"
    )
    (mended / "other.yml").write_text(settings)
    (mended / "content" / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    (mended / "content" / "ours.css").write_text("h1 { color: navy }")
    built = pact(mended, "build", "--config-file", "other.yml", "--site-dir", "ours")
    assert built.returncode == 0, built.stdout + built.stderr
    page = (mended / "ours" / "pacts" / "luton" / "index.html").read_text()
    assert "Our panels" in page
    assert 'src="../../mark.svg"' in page
    assert page.index("site.css") < page.index("palette.css") < page.index("ours.css")
    assert 'href="https://example.org/"' in page
    assert "--brand:#4051b5" in (mended / "ours" / "palette.css").read_text()


def test_a_tile_server_is_named_on_the_privacy_page(mended: Path) -> None:
    settings = (mended / "mkdocs.yml").read_text()
    tiles = '{url: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: Example Maps}'
    (mended / "other.yml").write_text(
        settings.replace("record: pacts\n", f"record: pacts\n      tiles: {tiles}\n")
    )
    built = pact(mended, "build", "--config-file", "other.yml", "--site-dir", "tiled")
    assert built.returncode == 0, built.stdout + built.stderr
    for page in ("privacy", "map"):
        assert "asks tiles.example.org for pictures" in (mended / "tiled" / page / "index.html").read_text(), page
    assert "https://tiles.example.org" in (mended / "tiled" / "_headers").read_text()
    named = {
        path.parent.name for path in (mended / "tiled").rglob("index.html") if "tiles.example" in path.read_text()
    }
    assert named == {"privacy", "map", "zoom"}


@pytest.mark.parametrize("tiles", ["https://tiles.example.org", "{url: 'http://a.example/{z}/{x}/{y}'}", "7"])
def test_an_unsuitable_tile_server_is_refused_in_words(mended: Path, tiles: str) -> None:
    settings = (mended / "mkdocs.yml").read_text()
    (mended / "other.yml").write_text(
        settings.replace("record: pacts\n", f"record: pacts\n      tiles: {tiles}\n")
    )
    built = pact(mended, "build", "--config-file", "other.yml")
    assert built.returncode == 1
    assert "mkdocs.yml: plugins: pact_directory: tiles" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr


def test_a_killed_build_leaves_the_old_site_and_nothing_else(project: Path) -> None:
    before = fingerprint(project / "site")
    script = "from pact_directory.cli import main; main(['build'])"
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=project, stderr=subprocess.PIPE, text=True
    ) as building:
        assert building.stderr is not None
        for line in building.stderr:
            if "Building the site" in line:
                break
        building.kill()
    assert fingerprint(project / "site") == before
    # What is left of the killed build keeps the lock until it ends, so that nothing writes beside the next one.
    while "Another build of site is under way" in (again := pact(project, "build")).stderr:
        time.sleep(0.2)
    assert again.returncode == 0, again.stderr
    assert fingerprint(project / "site") == before
    assert not list(project.glob(".site.building-*"))


def test_the_coordinators_list_is_not_published_unless_the_area_asks(project: Path) -> None:
    assert not (project / "site" / "todo").exists()
