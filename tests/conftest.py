"""What every test shares: the day, and property tests that give the same answer twice."""

from datetime import date

import pytest
from hypothesis import settings

from tests.factories import AS_OF

settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")


@pytest.fixture
def as_of() -> date:
    """The day tests look at a record."""
    return AS_OF
