"""The count of key issues, against counting day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pact_directory.model.actions import Priority
from pact_directory.rules import RULES
from tests.factories import AS_OF, a_directory, a_folder, a_log, a_priority, an_area

from .cases.case import luton_log

FIRST = date(2026, 1, 1)
STATUSES = st.sampled_from(["waiting", "key", "resolved"])


@st.composite
def priorities(draw: st.DrawFn) -> Priority:
    """A priority that changes on some of the first ten days, in any way."""
    days = sorted(draw(st.lists(st.integers(0, 9), min_size=1, max_size=4)))
    history = [{"on": FIRST + timedelta(days=day), "status": draw(STATUSES)} for day in days]
    return a_priority(history=history)


def is_key(priority: Priority, day: date) -> bool:
    """Whether the last entry up to the end of a day says key: an entry later that day wins."""
    entries = [change.status for change in priority.history if change.on <= day]
    return bool(entries) and entries[-1] == "key"


@given(st.lists(priorities(), max_size=6), st.integers(0, 4))
def test_too_many_is_found_exactly_when_a_day_has_too_many(found: list[Priority], limit: int) -> None:
    folder = a_folder(log=a_log(priorities=found))
    directory = a_directory(folder, area=an_area(policy={"key_issues": limit}))
    days = [FIRST + timedelta(days=day) for day in range(12)]
    expected = any(sum(is_key(priority, day) for priority in found) > limit for day in days)
    assert bool(list(RULES["key-issues-many"].check(directory, AS_OF))) is expected


def test_the_message_names_all_that_are_key() -> None:
    names = ["litter", "noise", "parking", "speeding"]
    directory = luton_log(priorities=[a_priority(name, next_step="A survey.") for name in names])
    (finding,) = RULES["key-issues-many"].check(directory, AS_OF)
    assert all(f'"{name.capitalize()} on the main road"' in finding.message for name in names)
    assert finding.field == ("priorities", 3, "history", 0, "status")
