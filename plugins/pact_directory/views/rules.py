"""Every rule of the record, with its reason and its source: /about/rules/ is this table."""

from dataclasses import dataclass

from ..model.area import Policy, PolicySources
from ..problems import Severity
from ..rules import RULES
from .index import Index


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule."""

    code: str
    title: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One number the rules go by; `name` is a code of the words, `source` empty for our default."""

    name: str
    number: int
    source: str


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The rules: errors block publication, warnings do not. And the numbers they go by."""

    errors: tuple[RuleLine, ...]
    warnings: tuple[RuleLine, ...]
    policy: tuple[PolicyLine, ...]


def rules_page(index: Index) -> RulesPage:
    """The page of every rule."""
    area = index.directory.area
    return RulesPage(
        errors=_lines(Severity.ERROR),
        warnings=_lines(Severity.WARNING),
        policy=tuple(_policy_line(name, area.policy, area.policy_from) for name in Policy.model_fields),
    )


def _lines(severity: Severity) -> tuple[RuleLine, ...]:
    found = (rule for rule in RULES.values() if rule.severity is severity)
    return tuple(RuleLine(rule.code, rule.title, rule.reason, rule.source) for rule in found)


def _policy_line(name: str, policy: Policy, sources: PolicySources) -> PolicyLine:
    return PolicyLine(name, getattr(policy, name), getattr(sources, name) or "")
