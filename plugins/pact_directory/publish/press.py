"""The press: the one Jinja environment, and a page's context turned into a page."""

from base64 import b64encode
from collections.abc import Mapping
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from ..addresses import Address, Links
from ..views.search import SEARCHED
from ..views.shortening import shorten
from ..views.site import SiteFrame
from ..views.site_map import PlannedPage, PlannedPaper
from .appearance import Appearance
from .event_data import event_data
from .maps import draughtsman
from .policy import page_policy
from .qr import qr
from .short_texts import short_text
from .words import words
from .words.dates import filters, span

TEMPLATES = str(resources.files("pact_directory") / "publish" / "templates")


def make_environment(
    overrides: Path | None = None, language: str = "en-GB", *, plain_text: bool = False
) -> Environment:
    """The environment every page is made in: escaping on, unknown names refused, our words and dates.

    Templates in `overrides` come before the package's. Escaping is off for `plain_text` alone, which no
    browser reads.
    """
    folders = [str(overrides)] if overrides and overrides.is_dir() else []
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in [*folders, TEMPLATES]]),
        autoescape=not plain_text,  # noqa: S701 - plain text is never a page
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    phrases = words(language, plain_text=plain_text)
    environment.globals.update(w=phrases, language=language, span=partial(span, phrases))
    environment.globals.update(draw=draughtsman(), qr=partial(qr, phrases))
    environment.globals["short_text"] = partial(short_text, phrases)
    environment.globals["event_data"] = partial(event_data, words(language, plain_text=True))
    environment.filters.update(filters(phrases))
    environment.filters["tel"] = telephone_link
    environment.filters["to_type"] = address_to_type
    environment.filters["shorten"] = shorten
    return environment


def telephone_link(number: str) -> str:
    """The address a telephone dials: digits alone, with the plus sign of the country's code."""
    return "tel:" + "".join(letter for letter in number if letter.isdigit() or letter == "+")


def address_to_type(whole: str) -> str:
    """A whole address as paper shows it, for somebody to type: without what every browser adds itself."""
    return whole.removeprefix("https://").removeprefix("http://")


class Press:
    """Makes pages, all in one frame, and what goes on paper in another.

    `documents` are the documents and pictures the site offers. `papers` are the PDFs that could be made:
    pages link to no other.
    """

    def __init__(
        self,
        environment: Environment,
        frame: SiteFrame,
        links: Links,
        appearance: Appearance,
        documents: Mapping[Address, bytes] | None = None,
    ) -> None:
        self.environment = environment
        self.appearance = appearance
        self.links = links
        self.documents = documents or {}
        self.papers: Mapping[Address, bytes] = {}
        self._shell: Mapping[str, Any] = {"site": frame, "look": appearance, "whole": links.whole}

    def shell_context(self, here: Address, record: str = "", kind: str = "hand_written") -> dict[str, Any]:
        """What the frame needs on the page at an address; `link(address, anchor)` makes its links.

        `searched` is the kind of a page that search finds, as a code of the words; empty for the others.
        """
        return {
            **self._shell,
            "here": here,
            "record": record,
            "searched": kind if kind in SEARCHED else "",
            "frame": "shell.html",
            "link": partial(self.links.between, here),
            "pdf": partial(self._pdf, here),
            "picture": partial(self.links.between, here),
            "policy": page_policy(self.appearance.policy, kind),
        }

    def page(self, planned: PlannedPage) -> str:
        """Make a page: the template of its kind, with its context as `page`."""
        template = self.environment.get_template(f"{planned.kind}.html")
        shell = self.shell_context(planned.address, planned.record, planned.kind)
        return template.render(page=planned.context(), **shell)

    def paper(self, planned: PlannedPaper) -> str:
        """Make the paper form of a page: the same template and context, in the frame of a sheet of paper.

        It holds everything it shows: pictures stand in it, links are whole.
        """
        template = self.environment.get_template(f"{planned.page.kind}.html")
        own = {
            "frame": "paper.html",
            "link": self.links.whole,
            "pdf": lambda _: "",
            "picture": self._held,
            "paper": planned,
        }
        shell = self.shell_context(planned.page.address, kind=planned.page.kind) | own
        return template.render(page=planned.page.context(), **shell)

    def _pdf(self, here: Address, there: Address) -> str:
        """The link to a PDF, empty where it was not made."""
        return self.links.between(here, there) if there in self.papers else ""

    def _held(self, address: Address) -> str:
        """A picture as a sheet of paper holds it."""
        kind = "png" if address.lower().endswith(".png") else "jpeg"
        return f"data:image/{kind};base64,{b64encode(self.documents[address]).decode('ascii')}"
