"""What an adopter sets in mkdocs.yml and every page honours: name, logo, colours, extra styles, copyright."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..addresses import Address
from .tiles import Tiles


@dataclass(frozen=True)
class Appearance:
    """An adopter's settings. Paths are addresses from the site's root.

    `name` stands in the head of every page and the title; `social` are links of the foot (name, address).
    `nav` are hand-written pages an adopter put into `nav:` (title, address), shown in the foot. `policy` is
    what the content security policy of every page begins with; empty while serving, when live reload needs
    a script. `has_search` is false where no search index is made: while serving, and on machines that the
    indexer does not run on. `papers` says whether PDFs are made, where this machine can. `tiles` are the
    pictures under the map one can zoom, where a server is named.
    """

    name: str = ""
    logo: str = ""
    favicon: str = ""
    language: str = "en-GB"
    styles: tuple[str, ...] = ()
    brand: str = ""
    accent: str = ""
    copyright: str = ""
    social: tuple[tuple[str, str], ...] = ()
    nav: tuple[tuple[str, str], ...] = ()
    policy: str = ""
    site_url: str = ""
    has_search: bool = True
    tiles: Tiles | None = None
    papers: bool = False

    @property
    def is_preview(self) -> bool:
        """Whether the site is served while somebody changes it: no policy, and nothing that takes long to make."""
        return not self.policy

    @property
    def root(self) -> str:
        """The path the site is served under, from its whole address; "/" where that is not known."""
        # One slash alone: what begins with two is another host's.
        return "/" + urlsplit(self.site_url).path.lstrip("/")

    @property
    def whole_url(self) -> str:
        """The site's whole address, with a slash at the end; empty where it is not known."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else ""

    @property
    def palette_styles(self) -> str:
        """The adopter's colours as styles; empty when none are set."""
        colours = (("brand", self.brand), ("accent", self.accent))
        rules = "".join(f"--{name}:{colour};" for name, colour in colours if colour)
        return f":root{{{rules}}}\n" if rules else ""

    @property
    def addresses(self) -> frozenset[Address]:
        """The addresses of the adopter's own files and pages, which the frame links to."""
        own = [self.logo, self.favicon, *self.styles, *(address for _, address in self.nav)]
        return frozenset(Address(address) for address in own if address)
