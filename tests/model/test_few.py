"""Numbers of what there are few of: a slip of the finger must not fill a page with a billion seats."""

import pytest
from pydantic_core import PydanticCustomError

from pact_directory.model.types import FEW_LIMIT, read_few


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("3", 3), (str(FEW_LIMIT), FEW_LIMIT)])
def test_few_are_read(typed: str, number: int) -> None:
    assert read_few(typed) == number


@pytest.mark.parametrize("typed", [str(FEW_LIMIT + 1), "999999999"])
def test_too_many_are_refused_in_words(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_few(typed)
    assert refused.value.context is not None
    assert refused.value.context["said"] == f"{typed} is more than can be meant here; {FEW_LIMIT} is the most."
