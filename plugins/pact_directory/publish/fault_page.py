"""A faulty record as a page: what a coordinator previewing her change sees until she has mended it."""

from collections.abc import Iterable, Iterator

from ..addresses import HOME, NOT_FOUND, Address
from ..problems import Report
from .press import make_environment
from .site import Artefact, look


def fault_site(report: Report, addresses: Iterable[Address]) -> Iterator[Artefact]:
    """The errors of a report at the address of every page, so that no page of before stays in sight."""
    content = fault_page(report)
    pages = {address for address in addresses if address.endswith(("/", ".html"))}
    for address in sorted({*pages, HOME, NOT_FOUND}):
        yield Artefact(address, content)
    yield from look()


def fault_page(report: Report) -> str:
    """The errors of a report as a page of its own, in the look of the site but without its links."""
    template = make_environment().get_template("fault.html")
    return template.render(problems=report.errors, errors=len(report.errors))
