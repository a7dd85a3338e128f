"""The search index of a built folder, which pages go into it, and the box for other sites."""

import gzip
import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

from pact_directory import addresses
from pact_directory.publication import PublicDirectory
from pact_directory.publish import search
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.search import (
    LEFT_OUT,
    IndexingFailedError,
    SearchIndex,
    find_indexer,
    index_site,
    write_search_index,
)
from pact_directory.views.search import SEARCHED

from .rendering import PLAIN, Page, directory, planned, shipped_pages, text

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html><html lang="en-GB"><head><title>{title}</title></head><body><nav>crumbs</nav>
<main data-pagefind-body data-title="{title}" data-kind="Meeting" data-pagefind-meta="title[data-title], kind[data-kind]">
<h1>{title}</h1><p class="checked">As of today</p><p>{words}</p><section class="next">What next</section></main></body></html>"""


def site_of(folder: Path, pages: dict[str, str]) -> Path:
    for name, words in pages.items():
        file = folder / name / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(title=name.title(), words=words), encoding="utf-8")
    return folder


def indexer() -> Path:
    found = find_indexer()
    assert found is not None
    return found


def fragments(site: Path) -> Iterator[dict[str, Any]]:
    """What the index holds of each page."""
    for file in sorted((site / "pagefind" / "fragment").iterdir()):
        yield json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))


def files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def a_program(folder: Path, script: str) -> Path:
    program = folder / "program"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_a_page_is_found_by_what_it_says_itself(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps on the steps."})
    made = write_search_index(site, indexer())
    (found,) = fragments(site)
    assert found["content"] == "Lamps. The lamps on the steps."
    assert found["url"] == "/lamps/"
    assert found["meta"] == {"title": "Lamps", "kind": "Meeting"}
    assert made.pages == 1


def test_pages_without_the_mark_are_left_out(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps.", "other": "Nothing."})
    file = site / "other" / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace(" data-pagefind-body", ""), encoding="utf-8")
    assert write_search_index(site, indexer()).pages == 1


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    pages = {f"page-{number}": f"Lamp {number} on street {number % 7}." for number in range(60)}
    backwards = dict(reversed(pages.items()))
    one, other = site_of(tmp_path / "one", pages), site_of(tmp_path / "other", backwards)
    write_search_index(one, indexer())
    write_search_index(other, indexer())
    assert files(one) == files(other)


def test_an_index_made_again_replaces_the_old_one(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps."})
    write_search_index(site, indexer())
    left = site / "pagefind" / "left-over.pf_fragment"
    left.write_bytes(b"")
    write_search_index(site, indexer())
    assert not left.exists()


def test_the_site_gets_what_a_browser_asks_for_alone(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps."})
    made = write_search_index(site, indexer())
    sizes = {name: len(content) for name, content in files(site / "pagefind").items()}
    assert made.size == sum(sizes.values())
    named = {name for name in sizes if "/" not in name and not name.endswith(".pf_meta")}
    assert named == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en-gb.pagefind"}


def test_no_settings_come_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps."})
    (tmp_path / "pagefind.yml").write_text("force_language: cy\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    write_search_index(site, indexer())
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert list(entry["languages"]) == ["en-gb"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo no room left; exit 3", "ended with code 3: no room left"),
        ("kill -9 $$", "code -9"),
        ("exit 0", "code 0"),
    ],
)
def test_a_failing_program_is_told_in_words(tmp_path: Path, script: str, said: str) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps."})
    with pytest.raises(IndexingFailedError, match="The search index could not be made") as raised:
        write_search_index(site, a_program(tmp_path, script))
    assert said in str(raised.value)
    assert not (site / "pagefind").exists()


def test_a_program_that_cannot_start_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(IndexingFailedError, match="could not be made"):
        write_search_index(tmp_path, tmp_path / "nothing-here")


def test_a_machine_without_the_program_builds_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(tmp_path / "site", {"lamps": "The lamps."})
    monkeypatch.setattr(search, "find_indexer", lambda: None)
    assert index_site(site) == LEFT_OUT
    assert not (site / "pagefind").exists()


def test_size_and_time_are_told_in_a_line() -> None:
    assert str(SearchIndex(1515, 1_234_567, 0.94)) == "Search: 1,515 pages, 1.2 MB, 0.9 s"


def test_lists_and_redirects_are_not_searched() -> None:
    marked = {page.kind for page in shipped_pages().values() if "data-pagefind-body" in page.html}
    assert marked == SEARCHED - {"hand_written"}


def test_a_page_is_named_in_the_results_as_in_its_title() -> None:
    page = shipped_pages()[addresses.meeting("luton", "2026-03-12")]
    main = page.all("main")[0]
    assert main.get("data-title") == "Luton PACT, panel meeting, 12 March 2026"
    assert main.get("data-kind") == "Meeting"


def test_only_the_search_page_asks_for_the_search() -> None:
    asking = {
        page.address for page in shipped_pages().values() if "search.js" in page.html or "pagefind.js" in page.html
    }
    assert asking == {addresses.SEARCH}


def page_at(address: str, look: Appearance = PLAIN, of: PublicDirectory | None = None) -> Page:
    press, plan = planned(of or directory(), look)
    (one,) = (one for one in plan if one.address == address)
    return Page(one.address, one.kind, press.page(one))


def test_a_site_without_an_index_says_so_and_shows_the_lists() -> None:
    page = page_at(addresses.SEARCH, replace(PLAIN, has_search=False))
    assert "There is no search of every page here" in page.words
    assert "search.js" not in page.html
    assert {"../wards/", "../pacts/"} <= {one.get("href") for one in page.all("a")}


def boxes(page: Page) -> list[str]:
    return ["".join(one.itertext()) for one in page.all("pre", class_="copy")]


def real() -> PublicDirectory:
    area = directory().area.model_copy(update={"demonstration": False})
    return replace(directory(), area=area)


@pytest.mark.parametrize("of", [directory, real], ids=["demonstration", "real"])
def test_the_boxes_are_plain_html_and_lead_to_pages_of_the_site(of: Any) -> None:
    look = replace(PLAIN, site_url="https://pacts.example.org/medway/")
    _, plan = planned(of(), look)
    known = {f"https://pacts.example.org/medway{one.address}" for one in plan}
    found = boxes(page_at(addresses.LINK_TO_US, look, of()))
    assert len(found) == 3
    for box in found:
        body = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(box)
        elements = [one for one in body.iter() if one is not body]
        assert {one.tag for one in elements} <= {"p", "strong", "em", "a"}
        assert {name for one in elements for name in one.attrib} == {"href"}
        (link,) = (one for one in elements if one.tag == "a")
        assert link.get("href") in known
        assert text(link)
        assert ("Demonstration:" in box) == (of is directory)


def test_boxes_show_as_they_look() -> None:
    page = page_at(addresses.LINK_TO_US, replace(PLAIN, site_url="https://pacts.example.org/"))
    shown = [text(one) for one in page.all("div", class_="box")]
    copied = [text(html5lib.parse(box, namespaceHTMLElements=False)) for box in boxes(page)]
    assert shown == copied
    assert "not known yet" not in page.words


def test_a_site_without_an_address_says_what_to_set() -> None:
    page = page_at(addresses.LINK_TO_US)
    assert "sets site_url in mkdocs.yml" in page.words
    assert all('href="https://example.org/' in box for box in boxes(page))


def test_a_record_without_pacts_has_a_box_all_the_same() -> None:
    empty = replace(directory(), pacts=())
    assert len(boxes(page_at(addresses.LINK_TO_US, PLAIN, empty))) == 2
    assert len(boxes(page_at(addresses.LINK_TO_US, PLAIN, replace(empty, wards=())))) == 1


def test_the_document_shows_the_box_as_it_is() -> None:
    look = replace(PLAIN, site_url="https://example.org/")
    first = boxes(page_at(addresses.LINK_TO_US, look, real()))[0]
    assert f"```html\n{first}\n```" in (ROOT / "docs" / "embed.md").read_text(encoding="utf-8")
