"""A paper of the tests' own, so that what the printer does is seen apart from any newsletter or poster."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pact_directory.addresses import Address, Links, pdf
from pact_directory.publication import publish_directory
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.paper.sheets import Sheet
from pact_directory.publish.press import Press, make_environment
from pact_directory.views.index import Index
from pact_directory.views.site import site_frame
from pact_directory.views.site_map import PlannedPage, PlannedPaper, site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.factories import AS_OF, a_directory, a_folder

OTHER_PDF = Address("/sample/sample.pdf")
BASE = "https://pacts.example.org/medway/"
TEMPLATE = """
{% extends frame %}
{% block top %}<h1>{{ page.title }}</h1>{% endblock %}
{% block main %}
{% block paper %}
<h1>{{ page.title }}</h1>
{% for line in page.lines %}<p>{{ line }}</p>{% endfor %}
<p><a href="{{ link(here) }}">{{ whole(here)|to_type or "no address" }}</a> <a href="tel:101">101</a></p>
{{ qr(whole(here)) }}
{% endblock %}
<p>{% if pdf(page.pdf) %}<a href="{{ pdf(page.pdf) }}">PDF</a>{% endif %} only on the web</p>
{% endblock %}
"""
HTML = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A paper</title></head>
<body class="room-0 sample {size} sides-{sides}"><div class="foot">Foot</div><main>{words}</main></body></html>"""


@dataclass(frozen=True)
class SamplePage:
    """What the sample says."""

    title: str = "What the panel did"
    lines: tuple[str, ...] = ("A sign is up on Luton Road.",)
    pdf: Address = OTHER_PDF


@dataclass(frozen=True)
class Sample:
    """A page with a paper form, and the press that makes both."""

    press: Press
    papers: tuple[PlannedPaper, ...] = field(default=())


def sample_site(folder: Path, *pages: SamplePage, base: str = BASE, template: str = TEMPLATE) -> Sample:
    """A press with a template of its own, and one A4 paper for each page."""
    folder.mkdir(exist_ok=True)
    (folder / "sample.html").write_text(template)
    directory = publish_directory(a_directory(a_folder(meetings=(), updates=(), newsletters=())), {}, AS_OF)
    planned = [_planned(page, f"/sample-{number}/") for number, page in enumerate(pages or (SamplePage(),))]
    papers = [PlannedPaper(pdf(page.address, "sample"), page) for page in planned]
    index = Index(directory)
    known = site_map(index, NOT_RECORDED).known | {one.address for one in (*planned, *papers)} | {OTHER_PDF}
    press = Press(make_environment(folder), site_frame(index), Links(known, base=base), Appearance())
    return Sample(press, tuple(papers))


def _planned(page: SamplePage, address: str) -> PlannedPage:
    return PlannedPage(Address(address), "sample", lambda: page)


def a_sheet(words: str = "<h1>A paper</h1><p>Words.</p>", sides: int = 1, size: str = "A4") -> Sheet:
    """A sheet whose body is `words`."""
    return Sheet(HTML.format(words=words, sides=sides, size=size), sides=sides)


def addresses_of(papers: Iterable[PlannedPaper]) -> list[Address]:
    return [paper.address for paper in papers]
