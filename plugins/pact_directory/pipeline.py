"""From a record that was checked to its site: one function for every door."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .addresses import Links
from .checking import Checked
from .publish.appearance import Appearance
from .publish.cache import Cache
from .publish.documents import clean_documents
from .publish.paper.made import NONE_WANTED, MadePapers
from .publish.paper.papers import make_papers
from .publish.press import Press, make_environment
from .publish.site import Artefact, artefacts, read_statement
from .views.index import Index
from .views.site import site_frame
from .views.site_map import SiteMap, site_map
from .views.todo import todo_page

INVENTED_SITE = "https://example.org/"
"""The address a demonstration gives as its own, until it has one."""


@dataclass(frozen=True)
class MadeSite:
    """A planned site: its map, the press that makes it, and what came of its PDFs, where any are wanted."""

    site_map: SiteMap
    press: Press
    index: Index
    papers: MadePapers | None = None

    @property
    def told(self) -> tuple[str, ...]:
        """What whoever builds the site is told of its PDFs; nothing in a preview."""
        if self.papers:
            return self.papers.told
        return () if self.press.appearance.is_preview else (NONE_WANTED,)

    def artefacts(self) -> Iterator[Artefact]:
        """Make every file of the site."""
        return artefacts(self.press, self.site_map, self.index)


def make_site(checked: Checked, appearance: Appearance, folder: Path, overrides: Path | None = None) -> MadeSite:
    """Plan the site of a publishable record, and set up the press for it.

    `folder` is the project's, where the recorded accessibility run lies; templates in `overrides` come
    before the package's.
    """
    index = Index(checked.publish())
    plan = site_map(index, read_statement(folder))
    cache = Cache(folder / ".pact" / "cache")
    base = appearance.whole_url or (INVENTED_SITE if index.directory.area.demonstration else "")
    links = Links(plan.known | appearance.addresses, appearance.root, base)
    documents = clean_documents(index, cache)
    press = Press(make_environment(overrides), site_frame(index), links, appearance, documents)
    # Before the pages, which link to no PDF that could not be made.
    papers = make_papers(press, plan.papers, cache) if appearance.papers else None
    if papers:
        press.papers = papers.pdfs
    cache.sweep()
    return MadeSite(plan, press, index, papers)


def todo_text(checked: Checked) -> str:
    """The coordinator's list as plain text, each entry with a reminder she can send."""
    index = Index(checked.publish())
    template = make_environment(plain_text=True).get_template("todo.txt")
    return template.render(page=todo_page(index), site=site_frame(index)).rstrip()
