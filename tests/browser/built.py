"""The built site as a folder of pages: their addresses, and what their HTML says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml import etree

LINK_ATTRIBUTES = ("href", "src", "action", "poster", "data", "cite")


@dataclass(frozen=True)
class Link:
    """One address written in a page: the element's tag, the attribute and what it says."""

    tag: str
    attribute: str
    value: str
    rel: str


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site."""

    address: str
    file: Path

    @cached_property
    def source(self) -> bytes:
        return self.file.read_bytes()

    @cached_property
    def document(self) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring(self.source, parser=lxml.html.HTMLParser(encoding="utf-8"))

    @cached_property
    def is_redirect(self) -> bool:
        return b'http-equiv="refresh"' in self.source.lower()

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.document.xpath("//@id")) | frozenset(self.document.xpath("//a/@name"))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for element in self.document.iter(etree.Element):
            rel = element.get("rel", "")
            for attribute, value in element.attrib.items():
                if attribute in LINK_ATTRIBUTES or attribute.endswith(":href"):
                    yield Link(element.tag, attribute, value, rel)
                elif attribute == "srcset":
                    for candidate in value.split(","):
                        yield Link(element.tag, attribute, candidate.split()[0], rel)
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                yield Link("meta", "content", element.get("content", "").partition("url=")[2], rel)

    @property
    def title(self) -> str:
        return " ".join(self.document.xpath("string(//title)").split())

    def text_of(self, xpath: str) -> list[str]:
        return [" ".join(element.text_content().split()) for element in self.document.xpath(xpath)]


@dataclass(frozen=True)
class BuiltSite:
    """Every page of a built site, by address, and the folder they lie in."""

    folder: Path
    pages: dict[str, BuiltPage]

    def file_at(self, path: str) -> Path | None:
        """The file that a web server would answer with at this path, or None."""
        file = self.folder / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None


def read_site(folder: Path) -> BuiltSite:
    """Reads the folder that `pact build` wrote; the error page's address is `/404.html`."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        address = "/" + file.relative_to(folder).as_posix().removesuffix("index.html")
        pages[address] = BuiltPage(address, file)
    return BuiltSite(folder, pages)


def resolve(page: BuiltPage, value: str) -> tuple[str, str, str]:
    """The scheme and host ("" when the site's own), path and fragment that a link on the page leads to."""
    parts = urlsplit(urljoin(f"http://own.invalid{page.address}", value.strip()))
    outside = "" if parts.netloc == "own.invalid" else f"{parts.scheme}://{parts.netloc}"
    return outside, parts.path, parts.fragment
