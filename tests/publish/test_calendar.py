"""Days the calendar does not have every year."""

from datetime import date
from pathlib import Path

import pytest

from pact_directory.checking import check_record
from pact_directory.pipeline import make_site, todo_text
from pact_directory.publish.appearance import Appearance

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("as_of", [date(2028, 2, 29), date(2027, 3, 31), date(2026, 12, 31)])
def test_the_whole_site_can_be_made_on_any_day(as_of: date) -> None:
    checked = check_record(ROOT / "pacts", as_of)
    assert checked.is_publishable
    made = make_site(checked, Appearance(), ROOT)
    pages = [one for one in made.artefacts() if one.address.endswith("/")]
    assert len(pages) == len(made.site_map.pages) - 1 + len(made.site_map.redirects)
    assert todo_text(checked)
