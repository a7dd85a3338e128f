"""Papers of the shipped record: one of every kind, as the site would print it."""

from functools import cache
from pathlib import Path

import outloud
import pytest

from pact_directory.addresses import Links
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.paper.printing import Printer
from pact_directory.publish.paper.sheets import Sheet, styles_of
from pact_directory.publish.press import Press, make_environment
from pact_directory.views.index import Index
from pact_directory.views.site import site_frame
from pact_directory.views.site_map import PlannedPaper, site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.publish.paper.seeing import words_of
from tests.publish.rendering import directory


@cache
def _papers() -> dict[str, PlannedPaper]:
    """The first paper of every kind and size, and newsletters whose table has one row and two."""
    planned = site_map(Index(directory()), NOT_RECORDED).papers
    by_rows = {len(paper.page.context().actions): paper for paper in planned if paper.page.kind == "newsletter"}
    first = {f"{paper.page.kind}-{paper.size}": paper for paper in reversed(planned)}
    return first | {"one action": by_rows[1], "two actions": by_rows[2]}


@cache
def _press() -> Press:
    index = Index(directory())
    known = site_map(index, NOT_RECORDED).known
    return Press(make_environment(), site_frame(index), Links(known, base="https://example.org/"), Appearance())


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer()


@pytest.mark.parametrize("name", sorted(_papers()))
def test_a_paper_of_each_kind_fits_can_be_read_aloud_and_carries_the_mark(
    name: str, printer: Printer, tmp_path: Path
) -> None:
    paper = _papers()[name]
    printed = printer.print_sheet(Sheet(_press().paper(paper), styles_of(paper.page.kind), paper.sides))
    assert (printed.sides, printed.said) == (paper.sides, ())
    # What stands beside it at the top may be copied out before it.
    assert "Demonstration: the wards and postcodes are real" in words_of(printed.pdf)[:130]
    file = tmp_path / "paper.pdf"
    file.write_bytes(printed.pdf)
    found = outloud.check(str(file))
    assert found.errors == 0, [str(finding) for finding in found.findings]
