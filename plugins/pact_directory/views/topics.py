"""Topics: the kinds of problem, where to report them, and what was tried."""

from dataclasses import dataclass

from .. import addresses
from ..model.area import Topic
from .agencies import agency_contact
from .index import Index
from .parts import ActionCard, ContactCard, IssueCard, Ref


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """Every kind of problem, with the words people use for it."""

    lines: tuple[tuple[Ref, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One kind of problem: report it now, who works on it, what was tried and whether it worked."""

    name: str
    words: tuple[str, ...]
    report: str
    contacts: tuple[tuple[Ref, ContactCard, str], ...]
    issues: tuple[IssueCard, ...]
    past: tuple[IssueCard, ...]
    tried: tuple[ActionCard, ...]
    others: tuple[Ref, ...]


def topics_page(index: Index) -> TopicsPage:
    """Every topic, in the order of the record."""
    return TopicsPage(
        tuple((Ref(topic.name, addresses.topic(topic.id)), topic.words) for topic in index.directory.topics)
    )


def topic_page(index: Index, topic: Topic) -> TopicPage:
    """The page of one topic."""
    issues = [
        issue
        for pact in index.pacts
        for issue in index.issues_of[pact.id]
        if issue.topic and issue.topic.address == addresses.topic(topic.id)
    ]
    known = index.directory.agency_by_id
    agencies = [known[agency] for agency in topic.agencies if agency in known]
    return TopicPage(
        name=topic.name,
        words=topic.words,
        report=topic.report or "",
        contacts=tuple(
            (Ref(agency.name, addresses.agency(agency.id)), contact, agency.report_url or "")
            for agency in agencies
            if (contact := agency_contact(agency))
        ),
        issues=tuple(issue for issue in issues if issue.status == "key"),
        past=tuple(issue for issue in issues if issue.status != "key"),
        tried=_tried(issues),
        others=tuple(
            Ref(other.name, addresses.topic(other.id)) for other in index.directory.topics if other.id != topic.id
        ),
    )


def _tried(issues: list[IssueCard]) -> tuple[ActionCard, ...]:
    """What was done about issues, the latest first."""
    done = [
        (card.closed_on, card)
        for issue in issues
        for card in issue.actions
        if card.status in {"done", "done_not_working"} and card.closed_on
    ]
    return tuple(card for _, card in sorted(done, key=lambda pair: pair[0], reverse=True))
