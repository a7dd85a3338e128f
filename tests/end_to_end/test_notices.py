"""`pact notices` as a coordinator runs it, on copies of the shipped record."""

import csv
import io
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import vobject

from .project import ROOT, copy_project, fingerprint, pact, run

DEMONSTRATION = "the wards and postcodes are real, everything about the PACTs is invented"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path, ("mkdocs.yml", "pacts"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of letters about the shipped record, and what the command said."""
    folder = tmp_path_factory.mktemp("letters") / "notices"
    made = pact(ROOT, "notices", "--days", "90", "--membership", "--out", str(folder))
    assert made.returncode == 0, made.stderr
    return folder, made.stdout


def test_every_draft_of_the_shipped_record_opens(shipped: tuple[Path, str]) -> None:
    folder, said = shipped
    drafts = sorted(folder.glob("*.eml"))
    assert len(drafts) > 30
    for path in drafts:
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert not message.defects, path.name
        assert message["X-Unsent"] == "1"
        assert message["Subject"].startswith("Demonstration: ")
        body = message.get_body(("plain",))
        assert DEMONSTRATION in body.get_content().split("\n")[0], path.name
        assert "{" not in body.get_content()
        for part in message.iter_attachments():
            assert vobject.readOne(part.get_content()).vevent.uid.value.endswith("@medway")
        assert path.name in said
    assert "Nothing was sent." in said


def test_a_councillor_without_an_address_is_told_of_with_the_line(shipped: tuple[Path, str]) -> None:
    folder, said = shipped
    wards = (ROOT / "pacts" / "wards.yml").read_text(encoding="utf-8").split("\n")
    missing = (folder / "missing-addresses.txt").read_text(encoding="utf-8")
    told = [line for line in said.split("\n") if "add the public mailbox" in line]
    assert told
    for line in told:
        place = line.partition(": ")[2].partition(":")[0]
        assert place in missing
        number = int(place.removeprefix("pacts/wards.yml, line "))
        assert "seat: " in wards[number - 1]
        assert "email" not in wards[number - 1]


def test_the_table_lists_every_councillor_of_every_meeting(shipped: tuple[Path, str]) -> None:
    folder, _ = shipped
    content = (folder / "notices.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {row["Provenance"] for row in rows} == {"invented"}
    meetings = {path.name.removesuffix("-notice.eml") for path in folder.glob("*-notice.eml")}
    assert len({row["Link"] for row in rows}) == len(meetings)


def test_running_it_again_changes_nothing_and_a_later_day_takes_old_drafts_away(project: Path) -> None:
    pact(project, "notices")
    first = fingerprint(project / "notices")
    assert pact(project, "notices").returncode == 0
    assert fingerprint(project / "notices") == first
    assert pact(project, "notices", "--as-of", "2026-10-28").returncode == 0
    assert not (project / "notices" / "rainham-north-2026-10-27-notice.eml").exists()


def test_a_draft_with_own_words_is_left_alone(project: Path) -> None:
    pact(project, "notices")
    draft = next((project / "notices").glob("*-papers.eml"))
    draft.write_bytes(draft.read_bytes() + b"PS\r\n")
    other = next((project / "notices").glob("*-notice.eml"))
    other.unlink()
    again = pact(project, "notices")
    assert again.returncode == 0
    _, _, kept = again.stdout.partition("1 file was left as it is")
    assert draft.name in kept
    assert draft.read_bytes().endswith(b"PS\r\n")
    assert other.exists()


def test_letters_never_go_into_the_record(project: Path) -> None:
    refused = pact(project, "notices", "--out", "pacts/notices")
    assert refused.returncode == 1
    assert "inside the record" in refused.stderr
    assert not (project / "pacts" / "notices").exists()


def test_errors_in_the_record_stop_it_with_the_report(project: Path) -> None:
    (project / "pacts" / "luton" / "actions.yml").write_text("actions: none\n")
    stopped = pact(project, "notices")
    assert stopped.returncode == 1
    assert "pacts/luton/actions.yml:1" in stopped.stderr
    assert not (project / "notices").exists()


def test_links_begin_with_the_address_of_mkdocs_yml(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text() + "\nsite_url: https://pacts.example.net/medway\n")
    pact(project, "notices")
    links = {
        row["Link"]
        for row in csv.DictReader(io.StringIO((project / "notices" / "notices.csv").read_text("utf-8-sig")))
    }
    assert links
    assert all(link.startswith("https://pacts.example.net/medway/pacts/") for link in links)


def test_wrong_usage_ends_with_two(project: Path) -> None:
    for days in ("0", "-3", "many", "9999"):
        assert pact(project, "notices", "--days", days).returncode == 2


def test_it_loads_none_of_the_heavy_libraries(project: Path) -> None:
    script = (
        "import sys; from pact_directory.cli import main\n"
        "try: main(['notices'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'mkdocs', 'folium', 'pandas', 'material', 'weasyprint'} & set(sys.modules)))"
    )
    assert run(project, sys.executable, "-c", script).stdout.rstrip().endswith("[]")
