"""The templates: the frame and the markup of every page of the shipped record."""

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from pact_directory import addresses
from pact_directory.addresses import file_path
from pact_directory.publish.policy import CONTENT_POLICY, page_policy
from pact_directory.publish.press import TEMPLATES

from .rendering import directory, full_pages, shipped_pages, text

TEXT_PAGE, HOME_PAGE = 15_000, 25_000
WITH_SCRIPT = {
    *("home", "search", "map", "zoom", "newsletter", "papers", "thank_you", "news"),
    *("pact", "ward", "meeting", "meetings", "councillors", "agency"),
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def test_every_kind_of_page_has_a_template() -> None:
    made = {page.kind for page in shipped_pages().values()}
    named = {path.stem for path in Path(TEMPLATES).glob("*.html")} - {"shell", "paper", "fault", "todo", "zoom"}
    assert made == named


def test_every_component_is_used() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in Path(TEMPLATES).rglob("*.*"))
    idle = [path.name for path in Path(TEMPLATES, "parts").iterdir() if f'"parts/{path.name}"' not in sources]
    assert idle == []


def test_every_import_of_a_component_is_used() -> None:
    idle = []
    for path in sorted(Path(TEMPLATES).rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        for line in re.findall(r"\{% from [^%]*%\}", source):
            rest = source.replace(line, "")
            names = line.partition(" import ")[2].removesuffix(" %}").removesuffix(" with context").split(", ")
            idle += [f"{path.name}: {name}" for name in names if not re.search(rf"\b{name}\(", rest)]
    assert idle == []


def test_pages_parse_strictly() -> None:
    assert all(page.root.tag == "html" for page in shipped_pages().values())


def test_every_page_has_one_main_heading_and_a_title_of_its_own() -> None:
    titles: Counter[str] = Counter()
    for page in shipped_pages().values():
        assert len(page.all("h1")) == 1, page.address
        titles[text(page.all("title")[0])] += page.kind != "redirect"
    assert [title for title, count in titles.items() if count > 1] == []


def test_headings_never_skip_a_level() -> None:
    for page in shipped_pages().values():
        main = page.all("main")[0]
        levels = [HEADINGS[one.tag] for one in main.iter() if one.tag in HEADINGS]
        assert levels[0] == 1, page.address
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert not skips, f"{page.address}: {skips}"


def test_ids_are_unique_and_references_resolve() -> None:
    for page in shipped_pages().values():
        ids = Counter(one.get("id") for one in page.elements if one.get("id"))
        assert [name for name, count in ids.items() if count > 1] == [], page.address
        referred = {
            name
            for one in page.elements
            for name in [*one.get("aria-labelledby", "").split(), one.get("href", "").partition("#")[2]]
            if name and (one.get("href") or "#").startswith("#")
        }
        assert referred <= set(ids), page.address


def test_landmarks_have_names_of_their_own() -> None:
    for page in full_pages():
        names = Counter(one.get("aria-label") for one in page.all("nav"))
        assert None not in names, page.address
        assert max(names.values()) == 1, page.address


def test_nothing_is_inline_and_nothing_runs() -> None:
    for page in shipped_pages().values():
        own = [one for one in page.all("script") if one.get("src") and not text(one)]  # a file of the site
        assert page.all("script") == own, page.address
        assert not own or page.kind in WITH_SCRIPT, page.address
        assert not page.all("style"), page.address
        inline = [name for one in page.elements for name in one.attrib if name == "style" or name[:2] == "on"]
        assert not inline, page.address


def test_every_link_is_relative_save_on_the_page_for_wrong_addresses() -> None:
    for page in full_pages():
        own = [one.get("href", "") for one in page.all("a") if ":" not in one.get("href", "")]
        rooted = [link for link in own if link.startswith("/")]
        assert bool(rooted) == (page.address == addresses.NOT_FOUND), page.address


def test_the_head_says_what_it_must() -> None:
    for page in shipped_pages().values():
        meta = {one.get("name") or one.get("http-equiv"): one.get("content", "") for one in page.all("meta")}
        assert meta["Content-Security-Policy"] == page_policy(CONTENT_POLICY, page.kind)
        assert meta["referrer"] == "no-referrer"
        assert meta["robots"] == "noindex"
        assert meta["color-scheme"] == "light dark"
        assert meta["viewport"] == "width=device-width, initial-scale=1"
        assert page.root.get("lang") == "en-GB"


def test_descriptions_are_one_line() -> None:
    for page in full_pages():
        description = page.all("meta", name="description")[0].get("content", "")
        assert description == " ".join(description.split()) != "", page.address


def test_times_can_be_read_by_machines() -> None:
    for page in shipped_pages().values():
        for one in page.all("time"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", one.get("datetime", "")), page.address


def test_tables_have_captions_and_header_cells() -> None:
    tables = [
        (page, table) for page in full_pages() for table in page.all("table") if table.get("aria-labelledby")
    ]
    assert tables
    for page, table in tables:
        assert all(cell.get("scope") in {"col", "row"} for cell in table.iter("th")), page.address
        assert all(row.find("th") is not None for row in table.iter("tr")), page.address


def test_pages_are_light() -> None:
    weights = {page.address: len(gzip.compress(page.html.encode())) for page in shipped_pages().values()}
    home = weights.pop(addresses.HOME)
    assert home < HOME_PAGE
    assert max(weights.values()) < TEXT_PAGE


def test_every_page_says_it_is_a_demonstration() -> None:
    sentence = "Demonstration: the wards and postcodes are real, everything about the PACTs is invented"
    assert [page.address for page in shipped_pages().values() if sentence not in page.words] == []


def test_every_page_has_its_day_and_what_to_do_next() -> None:
    for page in full_pages():
        checked = " ".join(text(one) for one in page.all("p", class_="checked"))
        assert re.search(r"As of|Last checked|checked with|not yet checked", checked, re.IGNORECASE), page.address
        assert "What to do next" in [text(one) for one in page.all("h2")], page.address


def test_every_page_says_whom_to_tell_of_a_mistake_and_where_help_is() -> None:
    for page in full_pages():
        ends = page.all("div", class_="ends")[0]
        links = [one.get("href", "").partition("?")[0] for one in ends.iter("a")]
        assert "A PACT missing, or details wrong?" in text(ends)
        assert "For real help" in text(ends)
        wanted = ["tel:01632960100", "mailto:pacts@example.org", "tel:999", "tel:101", "https://www.police.uk/"]
        assert set(wanted) <= set(links), page.address
        assert directory().area.council_url in links


def test_meetings_to_come_say_they_are_invented() -> None:
    warned = 0
    for page in shipped_pages().values():
        for card in page.all("article", class_="meet"):
            to_come = {"tag--planned", "tag--confirmed"} & {
                name for one in card.iter("span") for name in one.get("class", "").split()
            }
            if to_come and "No record yet" not in text(card):
                assert "Invented meeting: do not travel" in text(card), page.address
                warned += 1
    assert warned > len(directory().pacts)


def test_addresses_of_pages_are_files_that_can_be_written() -> None:
    assert all(file_path(address).endswith(".html") for address in shipped_pages())
