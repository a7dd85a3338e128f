"""The accessibility statement: what the last recorded test run found, and on what day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The recorded run: day, tool, pages and states tested, violations found. `tested_on` None: not recorded."""

    tested_on: date | None
    tool: str
    pages: int
    states: int
    violations: int


NOT_RECORDED = AccessibilityPage(None, "", 0, 0, 0)
