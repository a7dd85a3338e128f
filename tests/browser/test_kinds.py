"""The table of kinds fits the site, so that no page escapes the tests of this folder."""

import pytest

from .built import BuiltSite
from .kinds import KINDS, kind_of, pages_of


def test_every_page_is_of_a_known_kind(site: BuiltSite) -> None:
    strangers = [address for address, page in site.pages.items() if kind_of(page) is None]
    assert not strangers, f"Pages of no kind; add a line to PATTERNS in tests/browser/kinds.py: {strangers[:20]}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_page(site: BuiltSite, kind: str) -> None:
    assert pages_of(site, kind), f"No page of the kind {kind!r} was built."
