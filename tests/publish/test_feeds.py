"""Feeds: read back with a news reader's parser, and measured by what RFC 4287 says must be."""

import re
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest

from pact_directory.addresses import Address, agency, feed, pact
from pact_directory.publish.feeds import feed_files, feed_words
from pact_directory.views.feeds import ENTRIES, feed_addresses, feeds
from pact_directory.views.index import Index
from pact_directory.views.site import site_frame
from tests.factories import a_folder, a_log, a_meeting, a_newsletter, a_pact, an_action, an_update

from .following import REAL, SITE, index_of, links_of
from .rendering import directory

ATOM = "{http://www.w3.org/2005/Atom}"
SENTENCE = "Demonstration: the wards and postcodes are real, everything about the PACTs is invented."
STAMP = re.compile(r"\d{4}-\d\d-\d\dT12:00:00Z")


def files_of(index: Index, site_id: str = "medway", **links: str) -> dict[Address, bytes]:
    with_words = feed_words(site_frame(index), site_id, links_of(index, **links))
    return dict(feed_files(feeds(index), with_words))


def of_luton(**facts: Any) -> Any:
    """The feed of a PACT with one meeting, as a news reader has it."""
    one = a_folder(meetings=(a_meeting("2026-07-09", **facts),), newsletters=(), updates=(), log=a_log(actions=[]))
    return feedparser.parse(files_of(index_of(one, area=REAL))[feed(pact("luton"))])


def text_of(element: ElementTree.Element, name: str) -> str:
    found = element.findall(f"{ATOM}{name}")
    assert len(found) == 1, f"{name}: RFC 4287 wants exactly one"
    return found[0].text or ""


def links_in(element: ElementTree.Element, rel: str) -> list[str]:
    return [one.get("href", "") for one in element.findall(f"{ATOM}link") if one.get("rel") == rel]


def test_every_feed_of_the_shipped_record_is_read_without_complaint() -> None:
    index = Index(directory())
    files = files_of(index)
    assert frozenset(files) == feed_addresses(index)
    for address, content in files.items():
        read = feedparser.parse(content)
        assert not read.bozo, f"{address}: {read.get('bozo_exception')}"
        assert read.version == "atom10"
        assert len(read.entries) <= ENTRIES
        updated = [entry.updated for entry in read.entries]
        assert updated == sorted(updated, reverse=True), address


def test_what_rfc_4287_wants_is_there() -> None:
    files = files_of(Index(directory()))
    for address, content in files.items():
        root = ElementTree.fromstring(content)
        assert root.tag == f"{ATOM}feed"
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text_of(root, "id"))
        assert text_of(root, "title")
        assert STAMP.fullmatch(text_of(root, "updated"))
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        assert links_in(root, "self") == [SITE + address[1:]]
        entries = root.findall(f"{ATOM}entry")
        ids = [text_of(entry, "id") for entry in entries]
        assert len(set(ids)) == len(ids), address
        for entry in entries:
            assert text_of(entry, "title")
            assert STAMP.fullmatch(text_of(entry, "updated"))
            assert len(links_in(entry, "alternate")) == 1
        assert text_of(root, "updated") == max(
            [text_of(one, "updated") for one in entries], default="1970-01-01T12:00:00Z"
        )


def test_a_demonstration_says_so_in_every_title_and_first_line() -> None:
    for address, content in files_of(Index(directory())).items():
        read = feedparser.parse(content)
        assert read.feed.title.startswith("Demonstration: "), address
        assert read.feed.subtitle == SENTENCE
        for entry in read.entries:
            assert entry.title.startswith("Demonstration: "), address
            said = entry.content[0].value if "content" in entry else entry.summary
            assert said.removeprefix("<p>").startswith(SENTENCE), address


def test_outside_a_demonstration_nothing_says_so() -> None:
    assert b"emonstration" not in b"".join(files_of(index_of(area=REAL)).values())


def test_the_same_record_gives_the_same_bytes() -> None:
    assert files_of(Index(directory())) == files_of(Index(directory()))


def test_names_stay_when_the_site_moves_and_differ_between_areas() -> None:
    def names(**changes: str) -> list[str]:
        return re.findall(r"<id>([^<]+)</id>", files_of(index_of(), **changes)[Address("/feed.xml")].decode())

    assert names() == names(base="https://elsewhere.example.org/")
    assert names() == names(base="")
    assert not {*names()} & {*names(site_id="gravesham")}


def test_an_entry_has_the_same_name_in_every_feed() -> None:
    files = files_of(index_of())
    of_area, of_pact, of_ward = (
        [entry.id for entry in feedparser.parse(files[feed(Address(page))]).entries]
        for page in ("/", "/pacts/luton/", "/wards/luton/")
    )
    assert of_area == of_pact == of_ward
    assert of_area


@pytest.mark.parametrize("base", [SITE, ""])
def test_links_lead_to_pages_of_the_site(base: str) -> None:
    index = index_of()
    known = links_of(index).known
    root = base or "https://unknown.example/some/folder/"
    for address, content in files_of(index, base=base).items():
        here = root + address[1:]
        for href in re.findall(r'rel="alternate" type="text/html" href="([^"]*)"', content.decode()):
            there = urljoin(here, href).partition("#")[0]
            assert there.startswith(root)
            assert f"/{there.removeprefix(root)}" in known, f"{address}: {href}"
        assert (b'rel="self"' in content) is bool(base)


def test_an_agency_s_feed_tells_of_its_own_actions_alone() -> None:
    progress = [{"on": "2026-09-01", "status": "in_progress", "note": "It is ordered."}]
    actions = [
        an_action("1"),
        an_action("2", lead_agency="council-highways", action="Mend the lamp", progress=progress),
    ]
    files = files_of(index_of(a_folder(log=a_log(actions=actions)), area=REAL))
    (entry,) = feedparser.parse(files[feed(agency("council-highways"))]).entries
    assert entry.title == "Luton PACT: Mend the lamp: under way"
    assert entry.summary == "It is ordered."
    assert entry.link == f"{SITE}pacts/luton/actions/#action-2"


def test_an_update_is_told_whole() -> None:
    one = a_folder(
        updates=(an_update(body="The sign is **up** & running.\n\n[More](https://example.org/a?b=1&c=2)"),)
    )
    entries = feedparser.parse(files_of(index_of(one, area=REAL))[feed(pact("luton"))]).entries
    (update,) = [entry for entry in entries if entry.tags[0].term == "update"]
    assert update.content[0].type == "text/html"
    assert "<strong>up</strong> &amp; running" in update.content[0].value
    assert 'href="https://example.org/a?b=1&amp;c=2"' in update.content[0].value
    assert update.link == f"{SITE}pacts/luton/news/#news-2026-05-02"


def test_a_cancelled_and_a_moved_meeting_are_news() -> None:
    facts = {"minutes": None, "minutes_on": None, "updated_on": "2026-07-01", "revision": 1}
    cancelled = of_luton(status="cancelled", reason="The hall is flooded.", **facts).entries[0]
    assert cancelled.title == "Luton PACT: The panel meeting on 9 July 2026 is cancelled"
    assert cancelled.summary == "The hall is flooded."
    moved = a_meeting("2026-07-09", status="moved", moved_to="2026-07-16", **facts)
    one = a_folder(meetings=(moved, a_meeting("2026-07-16", minutes=None)), newsletters=())
    entries = feedparser.parse(files_of(index_of(one, area=REAL))[feed(pact("luton"))]).entries
    (entry,) = [entry for entry in entries if entry.tags[0].term == "moved"]
    assert entry.summary == "Now on 16 July 2026."


def test_minutes_are_news_when_they_come_out_are_agreed_and_put_right() -> None:
    read = of_luton(agreed_on="2026-09-10", corrections=[{"on": "2026-08-01", "text": "It was the upper gate."}])
    assert [(entry.updated[:10], entry.title) for entry in read.entries] == [
        ("2026-09-10", "Luton PACT: Minutes of the panel meeting on 9 July 2026 are agreed"),
        ("2026-08-01", "Luton PACT: Minutes of the panel meeting on 9 July 2026 are corrected"),
        ("2026-07-23", "Luton PACT: Minutes of the panel meeting on 9 July 2026 are out"),
    ]
    assert read.entries[1].summary == "It was the upper gate."
    assert all(entry.link.endswith("/meetings/2026-07-09/#minutes") for entry in read.entries)


def test_a_feed_without_news_is_still_one() -> None:
    nothing: dict[str, Any] = {
        "meetings": (),
        "newsletters": (),
        "updates": (),
        "log": a_log(actions=[], priorities=[]),
    }
    read = feedparser.parse(files_of(index_of(a_folder(**nothing), area=REAL))[feed(pact("luton"))])
    assert not read.bozo
    assert read.entries == []


def test_the_newest_are_in_it() -> None:
    updates = tuple(an_update(f"2026-{month:02}-{day:02}") for month in (3, 4) for day in range(1, 29))
    one = a_folder(updates=updates, meetings=(), newsletters=(), log=a_log(actions=[]))
    entries = feedparser.parse(files_of(index_of(one))[Address("/feed.xml")]).entries
    assert len(entries) == ENTRIES
    assert entries[0].updated.startswith("2026-04-28")
    assert entries[-1].updated.startswith("2026-03-27")


def test_a_pact_that_was_renamed_is_still_found_where_readers_ask() -> None:
    files = files_of(index_of(a_folder(pact=a_pact(former_ids=["old-luton"]))))
    old, new = (feedparser.parse(files[feed(pact(name))]) for name in ("old-luton", "luton"))
    assert [entry.id for entry in old.entries] == [entry.id for entry in new.entries]
    assert old.feed.id == new.feed.id


HOSTILE = ']]></title><script>alert(1)</script><b onclick="x">\'"&amp;{n}{{ 7*7 }} \U0001f469 \u05e9\u05dc'


def test_odd_words_stay_words() -> None:
    # Past what the record lets through: markup in one-line fields too.
    note = f"{HOSTILE}\n{'ŵ' * 3_900}"
    action = an_action()
    told = action.progress[0].model_copy(update={"note": f"{note}\x0b\ufffe"})
    action = action.model_copy(update={"action": HOSTILE, "progress": (told,)})
    update = an_update(body="An odd letter: &#11; and &#x1;.").model_copy(update={"title": HOSTILE})
    off = a_meeting("2026-07-09", status="cancelled", reason="Snow.", updated_on="2026-07-01", minutes=None)
    off = off.model_copy(update={"reason": HOSTILE})
    one = a_folder(
        pact=a_pact().model_copy(update={"name": HOSTILE}),
        log=a_log().model_copy(update={"actions": (action,)}),
        updates=(update,),
        meetings=(off,),
        newsletters=(),
    )
    content = files_of(index_of(one, area=REAL))[Address("/feed.xml")]
    read = feedparser.parse(content, sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    root = ElementTree.fromstring(content)
    titles = [text_of(entry, "title") for entry in root.findall(f"{ATOM}entry")]
    assert f"{HOSTILE}: {HOSTILE}: under way" in titles
    assert f"{HOSTILE}: {HOSTILE}" in titles
    summaries = [entry.findtext(f"{ATOM}summary") for entry in root.findall(f"{ATOM}entry")]
    assert note in summaries
    assert {one.tag.removeprefix(ATOM) for one in root.iter()} <= {
        *("feed", "id", "title", "updated", "author", "name", "link", "entry", "published", "category"),
        *("content", "summary"),
    }


def test_news_of_a_newsletter_leads_to_it() -> None:
    one = a_folder(newsletters=(a_newsletter(),), updates=(), log=a_log(actions=[]))
    entries = feedparser.parse(files_of(index_of(one, area=REAL))[feed(pact("luton"))]).entries
    (entry,) = [entry for entry in entries if entry.tags[0].term == "newsletter"]
    assert entry.title == "Luton PACT: Newsletter after the panel meeting on 9 July 2026"
    assert entry.link == f"{SITE}pacts/luton/newsletters/2026-07-09/"
