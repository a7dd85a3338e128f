"""Markup, quotes and braces in every text of the record: nothing live comes out."""

import re
from collections import Counter
from dataclasses import fields, replace
from typing import Any

from pydantic import BaseModel

from pact_directory.prose import SafeHtml
from pact_directory.publish.appearance import Appearance

from .rendering import Page, directory, planned, shipped_pages, some_of_each_kind, text

HOSTILE = """<script>alert(1)</script><b onclick="x">'"&amp;{n}{{ 7*7 }}{% raw %}"""


def hostile(value: Any) -> Any:
    """The same record with markup, quotes and braces in every text a person could have typed."""
    if isinstance(value, SafeHtml):
        return value
    if type(value) is str:
        # Ids, addresses, numbers and codes have no space between letters; they could not hold any of this.
        return f"{value} {HOSTILE}" if re.search(r"[A-Za-z] |[A-Z][a-z]", value) and "@" not in value else value
    if isinstance(value, tuple):
        made = tuple(hostile(one) for one in value)
        return type(value)(*made) if hasattr(value, "_fields") else made
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        return value.model_copy(update={name: hostile(getattr(value, name)) for name in names if name != "origin"})
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{one.name: hostile(getattr(value, one.name)) for one in fields(value)})
    return value


def test_nothing_live_comes_out_of_a_hostile_record() -> None:
    spoilt = hostile(directory())
    assert HOSTILE in spoilt.pacts[0].facts.name
    press, plan = planned(spoilt, Appearance(name=HOSTILE, policy="none"))
    shown: Counter[str] = Counter()
    for one in some_of_each_kind(plan):
        page = Page(one.address, one.kind, press.page(one))
        written_out = [one for one in page.all("script") if text(one) or not one.get("src")]
        assert not written_out, page.address
        assert not [element for element in page.elements if element.get("onclick")], page.address
        shown[page.kind] += HOSTILE in text(page.root)
    assert set(shown) == {page.kind for page in shipped_pages().values()}
    assert [kind for kind, count in shown.items() if not count] == []
