"""A faulty record as a page: what a coordinator previewing her change sees until she has mended it."""

from ..problems import Report
from .press import make_environment


def fault_page(report: Report) -> str:
    """The errors of a report as a page of its own, in the look of the site but without its links."""
    template = make_environment().get_template("fault.html")
    return template.render(problems=report.errors, errors=len(report.errors))
