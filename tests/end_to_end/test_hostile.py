"""Records, pages, settings and files made to do harm: refused in plain words, or shown as what was typed."""

import json
import os
import re
import resource
import subprocess
import sys
from collections import Counter, defaultdict
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from pact_directory.model.types import FEW_LIMIT
from pact_directory.publication import publish_directory
from pact_directory.publish.content_files import check_content
from pact_directory.publish.finder import UNIT_LETTERS
from pact_directory.publish.settings import Settings, read_appearance
from pact_directory.publish.unsuitable import UnsuitableSettingError
from pact_directory.reading import read_directory
from pact_directory.reading.pictures import is_still
from tests.factories import AS_OF
from tests.hostile import pages
from tests.hostile.combined import Placed, combined
from tests.hostile.inert import Page
from tests.hostile.places import authorities, with_places
from tests.hostile.record import BODY, PAYLOADS, Files, as_record_files, attacked, errors_of, surviving
from tests.hostile.travelling import (
    calendar_faults,
    calendar_words,
    feed_faults,
    feed_words,
    letter_faults,
    letter_words,
    paper_faults,
    table_faults,
)
from tests.hostile.visits import use_all, visit_all
from tests.publish.rendering import PLAIN, planned
from tests.publish.test_papers import plan as papers_planned
from tests.publish.test_papers import printed

from .project import ROOT, copy_project, fingerprint

_PACT = "from pact_directory.cli import main; main(prog_name='pact')"
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_FIRST_LINE = re.compile(r"\S.*:[1-9]\d*:[1-9]\d*  (error|warning)  [a-z-]+")
PATIENCE, MOST_SECONDS = 120, 10


def new_project(folder: Path, record: Files) -> Path:
    """A project with the shipped pages and settings, and another record."""
    copy_project(folder, ("mkdocs.yml", "content", "overrides"))
    for path, content in record.items():
        (folder / "pacts" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "pacts" / path).write_bytes(content)
    return folder


def pact(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `pact`, which ends soon, says nothing a terminal would obey, and never crashes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(
        [sys.executable, "-c", _PACT, *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "default"},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < MOST_SECONDS
    said = ended.stdout + ended.stderr
    assert "Traceback" not in said, said[-3000:]
    assert ended.returncode in {0, 1, 2}
    assert not _CONTROL.search(said), repr(_CONTROL.search(said))
    return ended


def codes(report: str) -> Counter[str]:
    """How often each problem is in a report as JSON."""
    return Counter(problem["code"] for problem in json.loads(report)["problems"])


# What is accepted comes out as it was typed.


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of every hostile record, page and setting that is accepted, in one build."""
    project = new_project(tmp_path_factory.mktemp("hostile"), with_places(combined()[0]))
    for name, text in pages.ACCEPTED.items():
        (project / "content" / name).write_text(text, encoding="utf-8")
    (project / "content" / "still.svg").write_text(pages.STILL_PICTURE)
    settings = (project / "mkdocs.yml").read_text()
    settings = settings.replace("site_name: PACT directory", f'site_name: "{pages.SITE_NAME}"')
    settings = settings.replace("markdown_extensions:\n", f"markdown_extensions:{pages.EXTENSIONS}")
    settings = re.sub(r"^nav:\n(  - .*\n)+", lambda _: pages.NAV, settings, flags=re.MULTILINE)
    (project / "mkdocs.yml").write_text(settings + pages.SETTINGS, encoding="utf-8")
    built = pact(project, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@pytest.fixture(scope="module")
def parsed(hostile_site: Path) -> dict[str, Page]:
    found = {path: path.relative_to(hostile_site).as_posix() for path in sorted(hostile_site.rglob("*.html"))}
    return {
        (address := "/" + way.removesuffix("index.html")): Page(address, path.read_text(encoding="utf-8"))
        for path, way in found.items()
    }


def test_nothing_live_stands_on_any_page(parsed: dict[str, Page]) -> None:
    faults = {address: found for address, page in parsed.items() if (found := [*page.faults()])}
    assert faults == {}


def test_what_was_typed_is_shown_every_sign_of_it(parsed: dict[str, Page]) -> None:
    words = "\n".join(page.text for page in parsed.values())
    shown: dict[tuple[object, ...], dict[Placed, bool]] = defaultdict(dict)
    for one in combined()[1]:
        if one.field != BODY:
            shown[one.path, one.field][one] = " ".join(one.value.split()) in words
    # A field that pages show is shown whatever is typed in it. Numbers may stand on a page by chance.
    on_pages = [found for found in shown.values() if any(found[one] and len(one.value) > 30 for one in found)]
    assert len(on_pages) > 90
    assert [one for found in on_pages for one, is_shown in found.items() if not is_shown] == []


def test_heads_of_pages_say_what_was_typed(parsed: dict[str, Page]) -> None:
    names = {one.value for one in combined()[1] if (one.path, one.field) == ("luton/pact.yml", ("name",))}
    assert len(names) > 12
    by_heading = {page.of("h1"): page for page in parsed.values() if not page.is_redirect}
    for name in names:
        page = next(page for heading, page in by_heading.items() if heading.startswith(name))
        assert page.of("title").startswith(name)
        assert name in page.meta("description")


def test_hand_written_pages_say_what_was_typed(parsed: dict[str, Page]) -> None:
    assert parsed["/entities/"].of("h1") == "A <b> & <i>"
    assert parsed["/entities/"].of("title").startswith("A <b> & <i> - Our </title><script>")
    assert parsed["/fields/"].of("title").startswith("A & B' {{ 7*7 }} &lt;b&gt; =1 - ")
    assert parsed["/fields/"].meta("description") == '" onmouseover="x'
    assert "{{ config }} {% raw %} {{ page.file.abs_src_path }} {# words #} ${7+7}" in parsed["/template/"].text
    assert "Template: pact.html Note: bring a torch" in parsed["/first-line/"].text
    assert '--8<-- "mkdocs.yml" --8<-- "../../etc/passwd"' in parsed["/snippet/"].text
    assert parsed["/picture/"].of("h1") == "Picture \U0001f604"


def named(path: str, *field: str | int) -> list[str]:
    """What every payload wrote into a field."""
    return [" ".join(one.value.split()) for one in combined()[1] if (one.path, one.field) == (path, field)]


def test_calendars_and_feeds_hold_what_was_typed_and_nothing_live(hostile_site: Path) -> None:
    calendars = {path: path.read_bytes() for path in hostile_site.rglob("*.ics")}
    feeds = {path: path.read_bytes() for path in hostile_site.rglob("feed.xml")}
    assert min(len(calendars), len(feeds)) > 50
    faults = {path: found for path, content in calendars.items() if (found := [*calendar_faults(content)])}
    assert faults == {}
    faults = {path: found for path, content in feeds.items() if (found := [*feed_faults(content)])}
    assert faults == {}
    shown, said = (
        calendar_words(calendars[hostile_site / "calendar.ics"]),
        " ".join(map(feed_words, feeds.values())),
    )
    names, places = named("luton/pact.yml", "name"), named("venues.yml", "venues", 0, "name")
    agenda, titles = (
        named("luton/meetings/2026-11-05.md", "agenda", 0),
        named("luton/updates/2026-05-02.md", "title"),
    )
    assert min(map(len, (names, places, agenda, titles))) > 12
    assert [one for one in (*names, *places, *agenda) if one not in shown] == []
    assert [one for one in (*names, *titles) if one not in said] == []


def test_letters_hold_what_was_typed_and_nobody_else_gets_them(hostile_site: Path) -> None:
    written = pact(hostile_site.parent, "notices", "--days", "60", "--membership", "--out", "letters")
    assert written.returncode == 0, written.stderr
    folder = hostile_site.parent / "letters"
    letters = {path.name: path.read_bytes() for path in folder.glob("*.eml")}
    assert len(letters) > 30
    assert {name: found for name, content in letters.items() if (found := [*letter_faults(content)])} == {}
    shown = " ".join(letter_words(message_from_bytes(content, policy=default)) for content in letters.values())
    for names in (named("luton/pact.yml", "name"), named("venues.yml", "venues", 0, "travel")):
        assert [one for one in names if one not in shown] == []
    table = (folder / "notices.csv").read_bytes().decode("utf-8")
    assert [*table_faults(table)] == []
    assert all(name in shown for name in named("luton/meetings/2026-11-05.md", "agenda", 0))


def test_papers_hold_what_was_typed_and_nothing_live() -> None:
    record = with_places(combined()[0])
    reading = read_directory(as_record_files(record))
    assert reading.directory is not None
    press, plan = papers_planned(publish_directory(reading.directory, reading.prose, AS_OF))
    papers = {one.address: Page(one.address, press.paper(one)) for one in plan.papers}
    assert len(papers) > 80
    assert {address: found for address, page in papers.items() if (found := [*paper_faults(page)])} == {}
    posters = [one for one in plan.papers if one.page.kind == "poster" and one.size == "A5"]
    shown = " ".join(papers[one.address].text for one in posters)
    for names in (named("luton/pact.yml", "name"), named("venues.yml", "venues", 0, "address")):
        assert [one for one in names if one not in shown] == []
    longest = max(posters, key=lambda one: len(papers[one.address].text))
    assert papers[longest.address].text.count("W" * 190) > 2
    result = printed(press, longest)
    assert (result.sides, result.said) == (1, ())


def test_pages_do_nothing_in_a_browser_with_the_policy_and_without(
    hostile_site: Path, parsed: dict[str, Page]
) -> None:
    kinds: dict[str, list[Page]] = defaultdict(list)
    for page in parsed.values():
        if not page.is_redirect:
            kinds[page.kind].append(page)
    largest = {max(found, key=lambda page: len(page.html)).address for found in kinds.values()}
    longest = {page.address for kind in kinds.values() for page in kind if page.of("h1").count("W") > 99}
    assert len(longest) > 5
    assert visit_all(hostile_site, sorted(largest | longest)) == []


def test_maps_and_the_finder_hold_every_name(hostile_site: Path, parsed: dict[str, Page]) -> None:
    finder = json.loads((hostile_site / "finder.json").read_bytes())
    assert {one for one in finder["answers"] if isinstance(one, str)} == set(authorities())
    assert len(authorities()) > 12
    (line,) = re.findall(
        r"^pactZoom\.tell\((.*)\);$", (hostile_site / "map/zoom/map.js").read_text(), re.MULTILINE
    )
    assert not {"<", ">", "&"} & set(line)
    on_map = {fact["name"] for fact in json.loads(line)["facts"].values()}
    wards = {row[0] for row in finder["wards"]}
    assert on_map > wards
    drawn = [one for one in parsed["/map/"].elements if str(one.tag).endswith("}title")]
    titles = {one.text for one in drawn}
    assert titles == wards
    assert len([page for page in parsed.values() if "map__sheet" in page.html]) >= 2 * len(authorities())


def test_names_that_are_typed_or_chosen_do_nothing_with_the_policy_and_without(hostile_site: Path) -> None:
    finder = json.loads((hostile_site / "finder.json").read_bytes())
    pacts, wards = [row[0] for row in finder["pacts"] if not row[8]], [row[0] for row in finder["wards"]]
    postcodes = [f"ME5 1A{letter}" for letter in UNIT_LETTERS[: len(authorities())]]
    names = [*pacts, *wards, *postcodes]
    for used in use_all(hostile_site, names):
        assert used.faults == []
        said = [" ".join(answer.split()) for answer in used.finder]
        # Names are told apart by their numbers; of a name longer than the finder reads, only the beginning counts.
        asked = [(name, answer) for name, answer in zip(names, said, strict=True) if len(name) < 100]
        assert [name for name, answer in asked if " ".join(name.split()) not in answer] == []
        elsewhere = said[-len(postcodes) :]
        assert [name for name, answer in zip(authorities(), elsewhere, strict=True) if name not in answer] == []
        assert sum("found for" in answer and "Nothing" not in answer for answer in used.search) > 4
        assert {" ".join(name.split()) for name in wards} <= {" ".join(name.split()) for name in used.map}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_frame_holds_whatever_the_area_is_called(payload: str) -> None:
    changes = {at: value for at, value in surviving(payload).items() if at[0] == "area.yml"}
    reading = read_directory(as_record_files(attacked(changes)))
    assert reading.directory is not None
    press, plan = planned(publish_directory(reading.directory, reading.prose, AS_OF), PLAIN)
    home = Page("/", press.page(plan[0]))
    assert [*home.faults()] == []


# What is not accepted is refused in plain words.


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", pages.REFUSED)
def test_pages_and_pictures_are_refused(content: Path, name: str) -> None:
    text, expected = pages.REFUSED[name]
    (content / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    found = {(problem.line, problem.code) for problem in check_content(content)}
    assert found >= set(expected)
    assert {code for _, code in found} == {code for _, code in expected}


def test_a_picture_that_only_draws_is_no_fault(content: Path) -> None:
    (content / "still.svg").write_text(pages.STILL_PICTURE)
    assert check_content(content) == []
    assert is_still((ROOT / "plugins/pact_directory/publish/static/icon.svg").read_bytes())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which nothing is accepted, with the old site it had."""
    folder = new_project(tmp_path_factory.mktemp("refused"), attacked({}))
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the old site")
    return folder


def test_a_build_with_refused_pages_names_them_all_and_keeps_the_old_site(project: Path, content: Path) -> None:
    before = fingerprint(project / "site")
    for name, (text, _) in pages.REFUSED.items():
        (content / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (content / "link.md").symlink_to("/etc/passwd")
    (project / "other.yml").write_text(
        f"{(ROOT / 'mkdocs.yml').read_text()}\ndocs_dir: {content}\n".replace("docs_dir: content\n", "")
    )
    built = pact(project, "build", "--config-file", "other.yml")
    assert built.returncode == 1
    for name in [*pages.REFUSED, "link.md"]:
        assert f"content/{name}:" in built.stderr
    assert "960100" not in built.stderr
    assert "root:" not in built.stderr
    assert fingerprint(project / "site") == before


def test_nothing_that_could_hang_a_build_is_opened(content: Path) -> None:
    os.mkfifo(content / "page.md")
    os.mkfifo(content / "picture.svg")
    script = (
        "import sys; from pathlib import Path; from pact_directory.publish.content_files import check_content\n"
    )
    script += "print([problem.message for problem in check_content(Path(sys.argv[1]))])"
    command = [sys.executable, "-c", script, content]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert checked.stdout == "['This is no ordinary file.', 'This is no ordinary file.']\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_page_nobody_may_read_is_told(content: Path) -> None:
    (content / "page.md").write_text("# Words\n")
    (content / "page.md").chmod(0)
    assert [problem.message for problem in check_content(content)] == ["This cannot be read here."]


@pytest.mark.parametrize("name", pages.ODD_NAMES)
def test_names_that_cannot_stand_in_an_address_are_refused(content: Path, name: str) -> None:
    (content / name).write_text("# Words\n")
    found = check_content(content)
    assert [problem.message for problem in found] == ["This name cannot stand in an address."]
    assert not _CONTROL.search(found[0].explain("text").replace("\n", ""))


@pytest.mark.parametrize(("setting", "said"), pages.REFUSED_SETTINGS)
def test_settings_are_refused(setting: dict[str, object], said: str) -> None:
    with pytest.raises(UnsuitableSettingError, match=said):
        read_appearance(Settings(**({"name": "PACTs"} | setting)), "")


def test_settings_that_would_run_words_are_refused(project: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text()
    for setting in ("extra_templates: [robots.txt]", "use_directory_urls: false"):
        (project / "other.yml").write_text(f"{settings}\n{setting}\n")
        built = pact(project, "build", "--config-file", "other.yml")
        assert built.returncode == 1
        assert f"mkdocs.yml: {setting.partition(':')[0]}" in built.stderr


# Files, sizes, numbers and days.


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The folder of a record in order."""
    return new_project(tmp_path, attacked({})) / "pacts"


def test_links_pipes_and_devices_are_refused_and_not_opened(record: Path) -> None:
    (record / "luton" / "feedback.yml").unlink()
    (record / "luton" / "feedback.yml").symlink_to("/etc/passwd")
    (record / "elsewhere").symlink_to("/etc")
    os.mkfifo(record / "luton" / "meetings" / "2026-03-13.md")
    (record / "luton" / "updates" / "2026-05-03.md").symlink_to("/dev/zero")
    checked = pact(record.parent, "check", "--format", "json")
    assert checked.returncode == 1
    assert codes(checked.stdout)["stray-file"] == 4
    assert "root:" not in checked.stdout


def test_a_record_may_lie_elsewhere(record: Path) -> None:
    elsewhere = record.rename(record.with_name("elsewhere"))
    record.symlink_to(elsewhere)
    assert pact(record.parent, "check").returncode == 0


def test_names_of_files_give_no_orders_to_terminals_and_forges(record: Path) -> None:
    odd = ["two\nlines.yml", "\x1b[31mred.yml", "\u202egpj.yml", "x:1:1  error  fine.yml", "%0A::error ::x.yml"]
    odd += ["a,b=c.yml", "`x`|<b>.yml", "-rf", os.fsdecode(b"\xff\xfe.yml"), "luton\n::error ::x"]
    for name in odd:
        (record / name).write_text("x")
    (record / "con\x07").mkdir()
    (record / "con\x07" / "pact.yml").write_text("name: x")
    checked = {
        form: pact(record.parent, "check", "--format", form) for form in ("text", "github", "markdown", "json")
    }
    assert {one.returncode for one in checked.values()} == {1}
    assert codes(checked["json"].stdout)["stray-file"] == len(odd) + 1
    problems = checked["text"].stdout.strip().split("\n\n")
    assert all(_FIRST_LINE.fullmatch(problem.split("\n")[0]) for problem in problems[:-1])
    notes = checked["github"].stdout.strip().split("\n")
    assert len(notes) == len(problems) - 1
    assert all(re.match(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::", note) for note in notes)
    assert len(checked["markdown"].stdout.strip().split("\n")) == len(notes) + 4


def test_files_far_too_big_or_too_many_are_told_soon(record: Path) -> None:
    big = b"---\ntitle: News\ndate: 2026-05-03\n---\n" + b"a" * 50_000_000
    (record / "luton" / "updates" / "2026-05-03.md").write_bytes(big)
    (record / "luton" / "documents").mkdir()
    (record / "luton" / "documents" / "poster.pdf").write_bytes(big)
    (record / "luton" / "a" / "/".join(["a"] * 300)).mkdir(parents=True)
    for number in range(20_000):
        (record / "luton" / "meetings" / f"{number}.md").touch()
    checked = pact(record.parent, "check", "--format", "json")
    assert checked.returncode == 1
    assert codes(checked.stdout)["stray-file"] > 20_000
    assert codes(checked.stdout)["too-large"] == 1
    assert codes(checked.stdout)["document-large"] == 1


@pytest.mark.parametrize(
    "words",
    [
        "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|\n" * 80_000,
        "# a\n\n" * 49_000,
        "**a*" * 62_000,
        "[a](" * 62_000,
        ("x" * 95 + "\n") * 2_400 + "[a](x)\n" * 2_000,
        "W" * 249_999,
    ],
    ids=["table", "headings", "emphasis", "brackets", "odd links", "one word"],
)
def test_minutes_as_long_as_they_may_be_are_built_soon(tmp_path: Path, words: str) -> None:
    meeting = "luton/meetings/2026-03-12.md"
    project = new_project(tmp_path, attacked({(meeting, BODY): words[:249_998]}))
    built = pact(project, "build")
    assert built.returncode == (1 if "](x)" in words else 0), built.stderr[-500:]


def test_fields_in_great_numbers_are_told_soon(record: Path) -> None:
    updates = record / "luton" / "updates"
    (updates / "2026-05-03.md").write_text("---\n" + "\n".join(f"k{n}: x" for n in range(40_000)) + "\n---\n")
    (updates / "2026-05-04.md").write_text("---\nx: " + "[" * 900_000 + "\n---\n")
    (updates / "2026-05-05.md").write_text("---\n" + "title: x\n" * 40_000 + "---\n")
    assert pact(record.parent, "check").returncode == 1


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "\u0662\u0660\u0662\u0666-01-01\x1b[31m"])
def test_days_no_calendar_of_ours_has_are_refused(record: Path, day: str) -> None:
    checked = pact(record.parent, "check", f"--as-of={day}")
    assert checked.returncode == 2
    assert "is in no likely year" in checked.stderr or "is not a date" in checked.stderr


def test_the_first_and_the_last_day_there_are(record: Path) -> None:
    assert pact(record.parent, "check", "--as-of", "1900-01-01").returncode == 1
    assert pact(record.parent, "build", "--as-of", "2199-12-31").returncode == 0


def test_numbers_beyond_all_reason_are_refused_or_built(tmp_path: Path) -> None:
    most = "999999999"
    counted = {
        ("wards.yml", ("wards", 0, "electors", "count")): most,
        ("luton/actions.yml", ("priorities", 0, "votes")): most,
        ("luton/meetings/2026-03-12.md", ("attendance", "residents")): most,
        ("luton/meetings/2026-03-12.md", ("revision",)): most,
        ("venues.yml", ("venues", 0, "easting")): most,
        ("luton/pact.yml", ("meets", "every_months")): str(FEW_LIMIT),
        ("wards.yml", ("wards", 0, "seats")): str(FEW_LIMIT),
    }
    named = ("notice_days", "minutes_days", "newsletter_days", "gap_months", "review_months", "walkabout_hours")
    counted |= {("area.yml", ("policy", name)): str(FEW_LIMIT) for name in named}
    project = new_project(tmp_path / "counted", attacked(counted))
    assert pact(project, "build").returncode == 0
    measured = dict.fromkeys([one for one, value in counted.items() if value != most], str(FEW_LIMIT + 1))
    refused = pact(new_project(tmp_path / "measured", attacked(measured)), "check", "--format", "json")
    assert codes(refused.stdout)["too-many"] == len(measured)


def test_times_the_clocks_skip_are_told(tmp_path: Path) -> None:
    meeting = "luton/meetings/2026-11-05.md"
    for day, start, returncode in (("2027-03-28", "01:30", 1), ("2026-10-25", "01:30", 0)):
        changes = {(meeting, ("date",)): day, (meeting, ("start",)): start, (meeting, ("end",)): "23:59"}
        record = attacked(changes)
        record[f"luton/meetings/{day}.md"] = record.pop(meeting)
        checked = pact(new_project(tmp_path / day, record), "check", "--format", "json")
        assert checked.returncode == returncode, checked.stdout


def test_no_command_writes_outside_the_record(record: Path) -> None:
    before = fingerprint(record.parent)
    for pact_id in ("../evil", "/tmp/evil", "luton/../../evil", "\x1b[31m"):
        assert pact(record.parent, "new", "pact", pact_id).returncode in {1, 2}
    meeting = ["meeting", "--pact", "../pacts/luton", "--date", "2026-12-03"]
    assert pact(record.parent, "new", *meeting).returncode in {1, 2}
    assert fingerprint(record.parent) == before


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("luton/pact.yml", ("succeeded_by",)),
        ("luton/pact.yml", ("former_ids", 0)),
        ("luton/pact.yml", ("terms_of_reference",)),
        ("luton/meetings/2026-06-11.md", ("moved_to",)),
        ("luton/actions.yml", ("actions", 0, "id")),
        ("venues.yml", ("venues", 0, "id")),
        ("topics.yml", ("topics", 0, "id")),
        ("agencies.yml", ("agencies", 0, "id")),
    ],
)
def test_ids_and_names_of_files_cannot_climb(tmp_path: Path, path: str, field: tuple[str | int, ...]) -> None:
    for climbing in ("../../etc/passwd", "/etc/passwd", "..", "a/b", "a%2fb", "a\\b"):
        assert errors_of(attacked({(path, field): climbing}))
