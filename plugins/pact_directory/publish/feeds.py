"""Feeds written as files that news readers read (Atom, RFC 4287)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from ..addresses import Address, Links
from ..views.feeds import Feed
from ..views.news import NewsEntry
from ..views.site import SiteFrame
from .words import Words, words
from .words.dates import day

_ATOM = "http://www.w3.org/2005/Atom"
_BEFORE_ANYTHING = date(1970, 1, 1)
"""When a feed without entries was last changed."""
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class FeedWords:
    """What feeds are written with: the words, the site's frame, its lasting short name, and its links."""

    site: SiteFrame
    site_id: str
    links: Links
    plain: Words
    language: str

    def lasting(self, path: str) -> str:
        """A name that stays the same when the site moves to another address."""
        return uuid5(NAMESPACE_URL, f"tag:pact-directory,{self.site_id}:{path}").urn

    def marked(self, title: str) -> str:
        """A title that says, in a demonstration, that it is one."""
        return f"{self.plain.demonstration.word} {title}" if self.site.demonstration else title

    @property
    def first_line(self) -> str:
        """What everything that travels alone begins with; empty outside a demonstration."""
        said = self.plain.demonstration
        return f"{said.word} {said.sentence}." if self.site.demonstration else ""


def feed_words(site: SiteFrame, site_id: str, links: Links, language: str = "en-GB") -> FeedWords:
    """What the feeds of a site are written with."""
    return FeedWords(site, site_id, links, words(language, plain_text=True), language)


def feed_files(feeds: Iterable[Feed], with_words: FeedWords) -> Iterator[tuple[Address, bytes]]:
    """Every feed of the site."""
    for feed in feeds:
        yield feed.address, _feed_file(feed, with_words)


def _feed_file(feed: Feed, with_words: FeedWords) -> bytes:
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": with_words.language})
    _add(root, "id", with_words.lasting(f"feed{feed.page}"))
    _add(root, "title", with_words.marked(with_words.plain.feed.name[feed.of](name=feed.name)))
    if with_words.first_line:
        _add(root, "subtitle", with_words.first_line)
    _add(root, "updated", _noon(max((entry.on for entry in feed.entries), default=_BEFORE_ANYTHING)))
    _add(SubElement(root, "author"), "name", with_words.site.partnership)
    _link(root, feed, feed.page, with_words)
    if own := with_words.links.whole(feed.address):
        SubElement(root, "link", rel="self", type="application/atom+xml", href=own)
    for entry in feed.entries:
        _add_entry(root, feed, entry, with_words)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add_entry(root: Element, feed: Feed, entry: NewsEntry, with_words: FeedWords) -> None:
    one = SubElement(root, "entry")
    _add(one, "id", with_words.lasting(entry.path))
    _add(one, "title", with_words.marked(f"{entry.pact.name}: {entry_title(entry, with_words.plain)}"))
    _add(one, "updated", _noon(entry.on))
    _add(one, "published", _noon(entry.on))
    _link(one, feed, entry.address, with_words, entry.anchor)
    SubElement(one, "category", term=entry.kind, label=str(with_words.plain.news_kind[entry.kind]))
    if entry.words:
        first = f"<p>{with_words.first_line}</p>\n" if with_words.first_line else ""
        _add(one, "content", first + entry.words).set("type", "html")
    elif told := " ".join(part for part in (with_words.first_line, _told(entry, with_words.plain)) if part):
        _add(one, "summary", told)


def entry_title(entry: NewsEntry, plain: Words) -> str:
    """An entry's title, without its PACT."""
    if entry.kind == "update":
        return entry.title
    if entry.meeting is None:
        status = plain.action_status_inside[entry.status]
        return str(plain.news_title[entry.kind](action=entry.title, status=status))
    meeting = plain.meeting.kind_on(kind=plain.kind_inside[entry.meeting.kind], day=day(plain, entry.meeting.day))
    return str(plain.news_title[entry.kind](meeting=meeting))


def _told(entry: NewsEntry, plain: Words) -> str:
    """What was said of it, and of a moved meeting where to."""
    moved = entry.moved_to and plain.meeting.now_on(link=day(plain, entry.moved_to.day))
    return " ".join(part for part in (entry.note, moved) if part)


def _link(parent: Element, feed: Feed, address: Address, with_words: FeedWords, anchor: str = "") -> None:
    """A link to a page: whole where the site's own address is known, else from the feed's place."""
    links = with_words.links
    there = links.whole(address, anchor) or links.between(feed.address, address, anchor)
    SubElement(parent, "link", rel="alternate", type="text/html", href=there)


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = _NOT_XML.sub("", text)
    return element


def _noon(on: date) -> str:
    """The middle of a day, which is that day all over Europe; midnight in London is still yesterday by UTC."""
    return f"{on.isoformat()}T12:00:00Z"
