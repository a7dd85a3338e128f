"""Newsletters on the page and on paper: two sides, nothing promised that is not, and short texts that are short."""

import gzip
from functools import cache

import pytest

from pact_directory import addresses
from pact_directory.addresses import Links
from pact_directory.model.documents import DocumentFile, DocumentKind
from pact_directory.prose import render
from pact_directory.publication import PublicDirectory, publish_directory
from pact_directory.publish.cache import Cache
from pact_directory.publish.documents import clean_documents
from pact_directory.publish.paper.printing import Printer
from pact_directory.publish.paper.sheets import Sheet, styles_of
from pact_directory.publish.press import Press, make_environment
from pact_directory.publish.short_texts import short_text
from pact_directory.publish.words import words
from pact_directory.rules.newsletters import MOST_LETTERS, MOST_LINES
from pact_directory.views.index import Index
from pact_directory.views.newsletters import newsletter_page
from pact_directory.views.short_texts import LIMITS, ShortFacts
from pact_directory.views.site import site_frame
from pact_directory.views.site_map import PlannedPaper, site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.factories import (
    AS_OF,
    a_directory,
    a_folder,
    a_log,
    a_meeting,
    a_newsletter,
    a_pact,
    a_priority,
    a_topic,
    a_venue,
    an_action,
    an_agency,
    shapes_of,
)

from .rendering import PLAIN, RECORD, directory, of_kind, text

WHERE = "https://example.org/pacts/luton/newsletters/2026-09-10/"
LONG = "Broken lamps and deep puddles beside the old bus depot, " * 72
LINE = LONG[:200].strip()
FULLEST = (
    "rochester-west/newsletters/2025-07-15",
    "luton/newsletters/2026-09-10",
    "medway-youth/newsletters/2026-09-16",
)


def press_of(known: PublicDirectory) -> tuple[Press, dict[str, PlannedPaper]]:
    index = Index(known)
    plan = site_map(index, NOT_RECORDED)
    links = Links(plan.known | {addresses.ICON}, base="https://example.org/")
    documents = clean_documents(index, Cache())
    press = Press(make_environment(), site_frame(index), links, PLAIN, documents)
    papers = {paper.page.address: paper for paper in plan.papers if paper.page.kind == "newsletter"}
    return press, papers


def overfull(editor: str) -> PublicDirectory:
    """A record with more of everything than two sides hold."""
    status = ("blocked", "in_progress", "asked", "agreed")
    told = LONG[:4000].strip()
    open_ones = [
        an_action(str(n), priority=f"p{n % 3}", action=LINE, blocked_by=told, due_on="2026-07-12",
                  lead_agency=("police", "housing")[n % 2], next_update=None,
                  progress=[{"on": "2026-07-09", "status": status[n % 4], "note": told}])
        for n in range(40)
    ]  # fmt: skip
    over = [
        an_action(f"d{n}", priority="p0", action=LINE, next_update=None,
                  progress=[{"on": "2026-07-15", "status": "done", "note": told}],
                  outcome={"closed_on": "2026-07-15", "what_was_done": told})
        for n in range(20)
    ]  # fmt: skip
    held = a_meeting(decisions=[told] * 60, findings=[told] * 60, votes=[{"topic": "speeding", "count": 999}] * 30)
    photos = [{"file": name, "alt": LINE, "consent_on": "2026-07-09"} for name in ("a.jpg", "b.jpg")]
    newsletter = a_newsletter(body=editor, photos=photos, distribution=[LINE] * 20)
    picture = RECORD / "luton" / "documents" / "wall-by-the-courts.jpg"
    files = {name: DocumentFile(name, DocumentKind.JPEG, picture, 9, 1200, 800) for name in ("a.jpg", "b.jpg")}
    folder = a_folder(
        pact=a_pact(name=LINE),
        log=a_log(priorities=[a_priority(f"p{n}", title=LINE) for n in range(3)], actions=[*open_ones, *over]),
        meetings=(held, a_meeting("2026-11-05")),
        newsletters=(newsletter,),
        updates=(),
        document_files=files,
    )
    whole = a_directory(
        folder,
        agencies=[an_agency(one, name=LINE) for one in ("police", "housing", "council", "council-highways")],
        venues=[a_venue(name=LINE, address=LINE, travel=told)],
        topics=[a_topic(name=LINE)],
        ward_shapes=shapes_of(),
    )
    prose = {one.origin.path: render(one.body) for one in (*folder.meetings, *folder.newsletters)}
    return publish_directory(whole, prose, AS_OF)


@cache
def short_facts() -> dict[str, ShortFacts]:
    index = Index(directory())
    return {
        f"{pact.id} {one.stem}": newsletter_page(index, pact, one).short
        for pact in index.pacts
        for one in pact.newsletters
    }


def sides_of(press: Press, paper: PlannedPaper) -> tuple[int, str]:
    html = press.paper(paper)
    printed = Printer().print_sheet(Sheet(html, styles_of("newsletter"), 2))
    assert not printed.said
    return (printed.sides if printed.pdf else 0), html


@pytest.mark.parametrize(
    "editor",
    ["word " * (MOST_LETTERS // 5), "\n".join(f"- {'word ' * 14}" for _ in range(MOST_LINES))],
    ids=["words", "list"],
)
def test_too_much_of_everything_still_has_two_sides(editor: str) -> None:
    press, papers = press_of(overfull(editor))
    (paper,) = papers.values()
    sides, html = sides_of(press, paper)
    assert sides == 2
    assert "and 37 more at example.org/pacts/luton/newsletters/2026-07-09/" in html


def test_the_fullest_of_the_record_have_two_sides() -> None:
    press, papers = press_of(directory())
    for name in FULLEST:
        assert sides_of(press, papers[addresses.Address(f"/pacts/{name}/")])[0] == 2, name


def test_letters_get_smaller_before_words_are_cut() -> None:
    press, papers = press_of(directory())
    html = press.paper(papers[addresses.Address("/pacts/hoo-peninsula/newsletters/2026-09-01/")])
    assert Printer().print_sheet(Sheet(html, styles_of("newsletter"), 2)).room == 2


def test_every_newsletter_has_a_page_and_a_paper() -> None:
    _, papers = press_of(directory())
    pages = {page.address for page in of_kind("newsletter")}
    assert (
        pages
        == set(papers)
        == {addresses.newsletter(pact.id, one.stem) for pact in directory().pacts for one in pact.newsletters}
    )
    assert {(paper.size, paper.sides) for paper in papers.values()} == {("A4", 2)}


def test_the_page_says_of_what_day_it_is_and_where_to_look_now() -> None:
    for page in of_kind("newsletter"):
        checked = page.all("p", class_="checked")[0]
        assert text(checked).startswith("This newsletter is of ")
        assert next(text(link) for link in checked.iter("a")) == "See how they stand now"


def test_a_key_issue_is_never_without_what_is_being_done() -> None:
    issues = [issue for page in of_kind("newsletter") for issue in page.all("div", class_="issue")]
    assert len(issues) > len(of_kind("newsletter"))
    said = ("What is being done:", "No action is open. The last one was:", "No action has been agreed yet.")
    assert all(any(one in text(issue) for one in said) for issue in issues)


def test_what_an_agency_was_asked_is_never_promised() -> None:
    rows = [
        row
        for page in of_kind("newsletter")
        for table in page.all("table", class_="stack")
        for row in table.iter("tr")
    ]
    asked = [text(row) for row in rows if "they have not agreed yet" in text(row)]
    assert asked
    assert all(row.startswith("Asked: ") and " By " not in row for row in asked)


def test_photos_have_words_and_a_size() -> None:
    pictures = [one for page in of_kind("newsletter") for one in page.all("img")]
    assert pictures
    assert all({"src", "alt", "width", "height", "loading"} <= set(one.keys()) for one in pictures)


@pytest.mark.parametrize("limit", LIMITS)
def test_short_texts_are_never_too_long_and_say_what_they_must(limit: int) -> None:
    for name, facts in short_facts().items():
        said = str(short_text(words(), facts, limit, WHERE))
        assert len(said.split()) <= limit, f"{name}: {said}"
        assert str(words()["newsletter_short"].more(where=WHERE)) in said
        assert facts.pact.replace("'", "&#39;") in said, name
        assert ("Next: " in said) == (facts.next_date is not None), said
        assert any(one in said for one in ("decided", "came up", "voted", "Done", "Key issues", "Agreed or")), said


@pytest.mark.parametrize("limit", LIMITS)
def test_short_texts_of_long_names_are_never_too_long(limit: int) -> None:
    index = Index(overfull(""))
    (pact,) = index.pacts
    facts = newsletter_page(index, pact, pact.newsletters[0]).short
    said = str(short_text(words(), facts, limit, WHERE))
    assert len(said.split()) <= limit, said
    assert "roken lamps and deep puddles" in said
    assert "Next: " in said
    assert WHERE in said


def test_short_texts_without_an_address_say_whom_to_ring() -> None:
    facts = next(iter(short_facts().values()))
    assert f"More: {facts.phone}" in short_text(words(), facts, 30, "")


def test_the_texts_on_a_page_begin_with_the_demonstrations_line() -> None:
    page = of_kind("newsletter")[-1]
    for limit in LIMITS:
        (card,) = [one for one in page.all("div", class_="card") if one.get("id") == f"words-{limit}"]
        assert text(next(card.iter("p"))).startswith("Demonstration: the wards and postcodes are real")


def test_the_archive_is_light_and_leads_to_every_newsletter() -> None:
    newest, *years = of_kind("newsletters")
    assert newest.address == addresses.NEWSLETTERS
    links = [link for page in years for row in page.all("ul", class_="rows") for link in row.iter("a")]
    assert len(links) == len(of_kind("newsletter"))
    assert all(len(gzip.compress(page.html.encode())) < 8_000 for page in (newest, *years))
