"""No violation of axe-core's rules in four states; its best practices and target size are among them."""

from typing import Any

import pytest

from .built import BuiltSite
from .kinds import READABLE_KINDS, samples_of
from .record import keep_run
from .tools import npm_package
from .visiting import SCREENS, State, Visitor

# axe leaves its one WCAG 2.2 rule off unless asked.
RUN_AXE = """() => axe.run(document, {
    resultTypes: ["violations"],
    rules: {"target-size": {enabled: true}},
})"""


@pytest.fixture(scope="session")
def axe_source() -> str:
    return (npm_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("state", SCREENS, ids=str)
@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_axe_finds_nothing(site: BuiltSite, visitor: Visitor, axe_source: str, kind: str, state: State) -> None:
    found = []
    for page in samples_of(site, kind):
        tab = visitor.open(page.address, state)
        tab.evaluate(axe_source)
        result = tab.evaluate(RUN_AXE)
        found += [describe(violation, page.address, state) for violation in result["violations"]]
        run = {"kind": kind, "address": page.address, "state": str(state)}
        tools = {"axe-core": result["testEngine"]["version"], "Chromium": visitor.browser.version}
        keep_run({**run, **tools, "violations": len(result["violations"])})
    assert not found, "\n".join(found)


def describe(violation: dict[str, Any], address: str, state: State) -> str:
    """What axe found, where, and what it says to do."""
    lines = [f"{address} at {state}: {violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"][:5]:
        advice = " ".join(node["failureSummary"].split())
        lines += [" ".join(map(str, node["target"])), f"  {node['html'][:160]}", f"  {advice[:300]}"]
    if len(violation["nodes"]) > 5:
        lines.append(f"and {len(violation['nodes']) - 5} more")
    return "\n    ".join(lines)
