"""Pages of the shipped record, rendered and parsed, for the tests of this room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from pact_directory.addresses import Address, Links
from pact_directory.publication import PublicDirectory, publish_directory
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.policy import CONTENT_POLICY
from pact_directory.publish.press import Press, make_environment
from pact_directory.reading import read_directory, read_files
from pact_directory.views.index import Index
from pact_directory.views.site import site_frame
from pact_directory.views.site_map import PlannedPage, site_map
from pact_directory.views.statement import NOT_RECORDED

RECORD = Path(__file__).parents[2] / "pacts"


@dataclass(frozen=True)
class Page:
    """A rendered page."""

    address: Address
    kind: str
    html: str

    @cached_property
    def root(self) -> Element:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        root: Element = parser.parse(self.html)
        return root

    @property
    def elements(self) -> Iterator[Element]:
        return (one for one in self.root.iter() if isinstance(one.tag, str))

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            one
            for one in self.root.iter(tag)
            if all(
                value in one.get(name.rstrip("_").replace("_", "-"), "").split()
                for name, value in attributes.items()
            )
        ]

    @property
    def words(self) -> str:
        body = self.root.find("body")
        assert body is not None
        return text(body)


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@cache
def directory() -> PublicDirectory:
    reading = read_directory(read_files(RECORD))
    assert reading.directory is not None
    assert not reading.problems
    frozen_on = reading.directory.area.frozen_on
    assert frozen_on is not None
    return publish_directory(reading.directory, reading.prose, frozen_on)


def planned(of: PublicDirectory, appearance: Appearance, base: str = "") -> tuple[Press, tuple[PlannedPage, ...]]:
    """The press and the pages of a site; `base` is its whole address, where that is known."""
    index = Index(of)
    plan = site_map(index, NOT_RECORDED)
    extra = {Address(path) for path in (*appearance.styles, appearance.logo, appearance.favicon, "/icon.svg")}
    press = Press(
        make_environment(), site_frame(index), Links(plan.known | frozenset(extra), base=base), appearance
    )
    return press, (*plan.pages, *plan.redirects)


PLAIN = Appearance(name="PACT directory", policy=CONTENT_POLICY)


@cache
def shipped_pages() -> dict[Address, Page]:
    """Every page and redirect of the shipped record."""
    press, plan = planned(directory(), PLAIN)
    return {one.address: Page(one.address, one.kind, press.page(one)) for one in plan}


def full_pages() -> list[Page]:
    """Every page but the redirects, which have no frame."""
    return [page for page in shipped_pages().values() if page.kind != "redirect"]


def of_kind(kind: str) -> list[Page]:
    """Every page of a kind."""
    return [page for page in shipped_pages().values() if page.kind == kind]


def some_of_each_kind(pages: Iterable[PlannedPage]) -> list[PlannedPage]:
    """The first, the middle and the last page of every kind."""
    by_kind: dict[str, list[PlannedPage]] = {}
    for page in pages:
        by_kind.setdefault(page.kind, []).append(page)
    return [every[at] for every in by_kind.values() for at in sorted({0, len(every) // 2, len(every) - 1})]
