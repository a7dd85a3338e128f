"""Every page and redirect of the site: the one list that publishing, link checks and tests go by."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from .. import addresses
from ..addresses import Address
from ..model.names import slug
from ..publication import PublicPact
from . import (
    actions,
    agencies,
    councillors,
    home,
    link_to_us,
    map_page,
    meeting_lists,
    meetings,
    newsletters,
    pacts,
    rules,
    search,
    todo,
    topics,
    wards,
)
from .calendars import calendar_addresses
from .feeds import feed_addresses
from .index import Index, PactMeeting
from .news_page import news_page
from .papers.kinds import Print
from .papers.planning import sheets_of
from .parts import Ref
from .statement import AccessibilityPage


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to be made: its address, its kind (also its template's name), and how to make its context.

    `record` is the file an edit link leads to, empty where there is no single one.
    """

    address: Address
    kind: str
    context: Callable[[], Any]
    record: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """The paper form (PDF) of a page, made with the template and the context of that page.

    `size` is A4 or A5, `sides` how many it has, no more and no fewer. `page` is the page it is the paper
    form of, which gives its kind and its context.
    """

    address: Address
    page: PlannedPage
    size: str = "A4"
    sides: int = 1


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """Where an old or other name leads."""

    target: Ref


@dataclass(frozen=True)
class SiteMap:
    """Every generated page, the redirects and the paper forms apart, and the other files pages link to."""

    pages: tuple[PlannedPage, ...]
    redirects: tuple[PlannedPage, ...]
    papers: tuple[PlannedPaper, ...] = ()
    files: frozenset[Address] = frozenset()

    @property
    def known(self) -> frozenset[Address]:
        """Every address links may lead to."""
        own = {page.address for page in (*self.pages, *self.redirects)} | {paper.address for paper in self.papers}
        return frozenset(own | self.files | {*addresses.HAND_WRITTEN, *addresses.FILES})


def site_map(index: Index, statement: AccessibilityPage) -> SiteMap:
    """Plan every page of the site."""
    of_pacts = (*_pact_pages(index), *_meeting_pages(index), *_newsletter_pages(index))
    pages = (*_area_pages(index, statement), *_ward_pages(index), *of_pacts)
    taken = {page.address for page in pages}
    redirects = {page.address: page for page in _redirects(index, pages) if page.address not in taken}
    sheets = tuple(_sheets(index))
    of_meetings = (PlannedPaper(pdf.address, page, pdf.size) for page, pdfs in sheets for pdf in pdfs)
    return SiteMap(
        pages=(*pages, *(page for page, _ in sheets)),
        redirects=tuple(redirects.values()),
        papers=(*_newsletter_papers(index, pages), *of_meetings),
        files=_other_files(index),
    )


def _other_files(index: Index) -> frozenset[Address]:
    """The files pages link to that are no pages: calendars, feeds, documents."""
    documents = {addresses.document(pact.id, name) for pact in index.pacts for name in pact.documents}
    return calendar_addresses(index) | feed_addresses(index) | documents


def _area_pages(index: Index, statement: AccessibilityPage) -> Iterator[PlannedPage]:
    yield PlannedPage(addresses.HOME, "home", partial(home.home_page, index), "area.yml")
    yield PlannedPage(addresses.WARDS, "wards", partial(wards.wards_page, index), "wards.yml")
    yield PlannedPage(addresses.PACTS, "pacts", partial(pacts.pacts_page, index))
    yield PlannedPage(addresses.MAP, "map", partial(map_page.map_page, index))
    yield from _meeting_lists(index)
    yield PlannedPage(addresses.NEWSLETTERS, "newsletters", partial(newsletters.newsletters_page, index))
    for year in newsletters.newsletter_years(index):
        of_year = partial(newsletters.newsletters_page, index, year)
        yield PlannedPage(addresses.newsletters_in(year), "newsletters", of_year)
    yield PlannedPage(addresses.ACTIONS, "actions", partial(actions.actions_page, index))
    yield PlannedPage(addresses.AGENCIES, "agencies", partial(agencies.agencies_page, index), "agencies.yml")
    for agency in index.directory.agencies:
        yield PlannedPage(
            addresses.agency(agency.id), "agency", partial(agencies.agency_page, index, agency), "agencies.yml"
        )
    yield PlannedPage(addresses.TOPICS, "topics", partial(topics.topics_page, index), "topics.yml")
    for topic in index.directory.topics:
        yield PlannedPage(
            addresses.topic(topic.id), "topic", partial(topics.topic_page, index, topic), "topics.yml"
        )
    desks = partial(councillors.councillors_page, index)
    yield PlannedPage(addresses.COUNCILLORS, "councillors", desks, "wards.yml")
    if index.directory.area.publish_todo:
        yield PlannedPage(addresses.TODO, "todo", partial(todo.todo_page, index))
    yield PlannedPage(addresses.SEARCH, "search", partial(search.search_page, index))
    yield PlannedPage(addresses.RULES, "rules", partial(rules.rules_page, index), "area.yml")
    yield PlannedPage(addresses.LINK_TO_US, "link_to_us", partial(link_to_us.link_to_us_page, index))
    yield PlannedPage(addresses.ACCESSIBILITY, "accessibility", lambda: statement)
    yield PlannedPage(addresses.NOT_FOUND, "not_found", lambda: None)


def _meeting_lists(index: Index) -> Iterator[PlannedPage]:
    yield PlannedPage(addresses.MEETINGS, "meetings", partial(meeting_lists.upcoming_page, index))
    for year in meeting_lists.meeting_years(index):
        yield PlannedPage(addresses.meetings_in(year), "meetings", partial(meeting_lists.year_page, index, year))
    for kind in meeting_lists.meeting_kinds(index):
        of_kind = partial(meeting_lists.kind_page, index, kind)
        yield PlannedPage(addresses.meetings_of_kind(kind.value), "meetings", of_kind)


def _ward_pages(index: Index) -> Iterator[PlannedPage]:
    for ward in index.wards:
        yield PlannedPage(index.ward_address[ward.gss], "ward", partial(wards.ward_page, index, ward), "wards.yml")


def _pact_pages(index: Index) -> Iterator[PlannedPage]:
    for pact in index.pacts:
        yield PlannedPage(
            addresses.pact(pact.id), "pact", partial(pacts.pact_page, index, pact), f"{pact.id}/pact.yml"
        )
        if pact.actions or pact.priorities:
            yield PlannedPage(
                addresses.pact_actions(pact.id),
                "action_log",
                partial(pacts.action_log_page, index, pact),
                f"{pact.id}/actions.yml",
            )
        if index.news_of[pact.id]:
            yield PlannedPage(addresses.news(pact.id), "news", partial(news_page, index, pact))


def _meeting_pages(index: Index) -> Iterator[PlannedPage]:
    for pact in index.pacts:
        ordered = sorted((PactMeeting(pact, meeting) for meeting in pact.meetings), key=lambda one: one.when)
        for one, earlier, later in zip(ordered, [None, *ordered], [*ordered[1:], None], strict=False):
            yield PlannedPage(
                addresses.meeting(pact.id, one.meeting.stem),
                "meeting",
                partial(meetings.meeting_page, index, one, (earlier, later)),
                one.meeting.facts.origin.path,
            )


def _newsletter_pages(index: Index) -> Iterator[PlannedPage]:
    for pact in index.pacts:
        for newsletter in pact.newsletters:
            yield PlannedPage(
                addresses.newsletter(pact.id, newsletter.stem),
                "newsletter",
                partial(newsletters.newsletter_page, index, pact, newsletter),
                newsletter.facts.origin.path,
            )


def _newsletter_papers(index: Index, pages: tuple[PlannedPage, ...]) -> Iterator[PlannedPaper]:
    page_at = {page.address: page for page in pages}
    for pact in index.pacts:
        for row in newsletters.newsletters_of(pact):
            yield PlannedPaper(row.pdf, page_at[row.address], sides=2)


def _sheets(index: Index) -> Iterator[tuple[PlannedPage, tuple[Print, ...]]]:
    """The papers of meetings, each with its PDFs. They go with their meeting: no former name leads to them."""
    for pact in index.pacts:
        for meeting in pact.meetings:
            for address, kind, context, pdfs in sheets_of(index, PactMeeting(pact, meeting)):
                yield PlannedPage(address, kind, context), pdfs


def _redirects(index: Index, pages: tuple[PlannedPage, ...]) -> Iterator[PlannedPage]:
    """From every alias of a PACT to its page, and from every page under a former id to the page it became."""
    for pact in index.pacts:
        for other in pact.facts.aliases:
            if slug(other.name):
                yield _redirect(addresses.alias(other.name), pact, addresses.pact(pact.id))
        here = addresses.pact(pact.id)
        under = [page.address for page in pages if page.address.startswith(here)]
        for former in pact.facts.former_ids:
            for target in under:
                old = Address(addresses.pact(former) + target.removeprefix(here))
                yield _redirect(old, pact, target)


def _redirect(old: Address, pact: PublicPact, target: Address) -> PlannedPage:
    page = RedirectPage(Ref(pact.facts.name, target))
    return PlannedPage(old, "redirect", lambda: page)
