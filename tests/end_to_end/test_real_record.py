"""A small record that is no demonstration: what an adopter publishes on the first day."""

import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .project import copy_project, pact

_AREA = """\
record_version: 1
name: Elsewhere
gss: E07000999
site_id: elsewhere
csp: {name: Elsewhere community safety partnership, email: panels@partnership.test, phone: "020 7946 0123"}
forge: https://forge.test/elsewhere/panels
publish_todo: true
"""
_WARDS = """\
wards:
  - {gss: E05999001, name: North, seats: 1, councillors: [{seat: 1, from: 2023-05-04}]}
  - {gss: E05999002, name: South, seats: 1, checked_on: 2026-09-01, checked_with: [police],
     councillors: [{seat: 1, from: 2023-05-04, name: Alex Example, publish: {basis: public-role, given_on: 2024-01-01, review_by: 2099-01-01}}]}
"""
_AGENCIES = "agencies: [{id: police, name: Neighbourhood policing, statutory: true}]\n"
_PACT = """\
name: North panel
status: active
formed_on: 2015-03-02
wards: [E05999001]
status_history: [{status: active, on: 2015-03-02}]
roles: [{role: secretary, organisation: resident}]
contact: {email: north@partnership.test}
"""
SITE = "https://panels.test/area/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("elsewhere"), ("mkdocs.yml", "content", "overrides"))
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("site_name: PACT directory", f"site_name: Panels\nsite_url: {SITE}")
    )
    (folder / "pacts" / "north").mkdir(parents=True)
    for path, text in {
        "area.yml": _AREA,
        "wards.yml": _WARDS,
        "agencies.yml": _AGENCIES,
        "north/pact.yml": _PACT,
    }.items():
        (folder / "pacts" / path).write_text(text)
    built = pact(folder, "build")
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_nothing_says_it_is_a_demonstration(site: Path) -> None:
    generated = [page for page in site.rglob("*.html") if page.parts[-2] not in {"about", "contact", "privacy"}]
    for page in generated:
        text = page.read_text()
        assert "everything about the PACTs is invented" not in text, page
        assert "do not travel" not in text, page


def test_search_engines_are_told_of_every_page(site: Path) -> None:
    assert 'name="robots"' not in (site / "wards" / "north" / "index.html").read_text()
    listed = [loc.text for loc in ElementTree.parse(site / "sitemap.xml").iter() if loc.tag.endswith("loc")]
    assert f"{SITE}pacts/north/" in listed
    assert SITE in listed
    assert not [address for address in listed if address and "404" in address]


def test_the_page_for_a_wrong_address_links_from_the_root_of_the_site(site: Path) -> None:
    text = (site / "404.html").read_text()
    assert 'href="/area/site.css"' in text
    assert 'href="/area/wards/"' in text


def test_edit_links_lead_to_the_record_in_the_repository(site: Path) -> None:
    text = (site / "pacts" / "north" / "index.html").read_text()
    assert '<link rel="edit" href="https://forge.test/elsewhere/panels/edit/main/pacts/north/pact.yml">' in text


def test_the_coordinators_list_is_published_where_the_area_asks_for_it(site: Path) -> None:
    assert "<h1>" in (site / "todo" / "index.html").read_text()


def test_wards_are_told_apart_honestly(site: Path) -> None:
    assert "North panel" in (site / "wards" / "north" / "index.html").read_text()
    south = (site / "wards" / "south" / "index.html").read_text()
    assert "There is no PACT in South. That is normal" in south
    assert "Alex Example" in south


def test_without_a_given_day_it_is_today(site: Path) -> None:
    text = (site / "index.html").read_text()
    days = {datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=back) for back in (-1, 0, 1)}
    assert any(f"{day.day} {day:%B %Y}" in text for day in days)
