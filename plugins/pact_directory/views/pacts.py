"""PACTs: the list of them all, a page each, and the action log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..addresses import Address
from ..model.pact import Endorsement, RecordSource, Round, StatusChange
from ..publication import PublicPact
from .cards import meeting_card, pact_card, pact_contact, pact_police
from .cards import place as place_of
from .documents import terms_document
from .index import Index, PactMeeting
from .keep_in_touch import KeepInTouch, keep_pact
from .map_parts import AreaMap
from .maps import pact_map
from .news import NewsEntry, for_page
from .newsletter_parts import NewsletterRow
from .newsletters import newsletters_of
from .parts import ActionCard, ContactCard, IssueCard, MeetingCard, PactCard, Place, Ref, Tally
from .progress import tally
from .timeline import TimelineEntry, timeline
from .wards import WardCounts, ward_counts

RECENT_MEETINGS = 6
RECENT_NEWS = 8
RECENT_NEWSLETTERS = 3


@dataclass(frozen=True, slots=True)
class PactsPage:
    """Every PACT, by name."""

    cards: tuple[PactCard, ...]
    counts: WardCounts


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role and who fills it: an agency, or a resident (`agency` None). `name` only with leave."""

    role: str
    agency: Ref | None
    name: str


@dataclass(frozen=True, slots=True)
class MemberLine:
    """An agency on the panel."""

    agency: Ref
    since: date


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """What residents said in one round; only rounds of at least ten answers."""

    round: Round
    question: str
    agree: int
    total: int


@dataclass(frozen=True, slots=True)
class PactPage:
    """One PACT. `past` are its latest meetings, `earlier` those before them, both newest first.

    `stories` are the dated steps of its key issues, by their ids; the action log shows them.
    """

    card: PactCard
    map: AreaMap | None
    issues: tuple[IssueCard, ...]
    other_issues: tuple[IssueCard, ...]
    stories: Mapping[str, tuple[TimelineEntry, ...]]
    most_key_issues: int
    tally: Tally
    first_action_on: date | None
    upcoming: tuple[MeetingCard, ...]
    past: tuple[MeetingCard, ...]
    earlier: tuple[MeetingCard, ...]
    contact: ContactCard | None
    police: tuple[ContactCard, ...]
    letter: Place | None
    news: tuple[NewsEntry, ...]
    all_news: Address | None
    keep: KeepInTouch
    newsletters: tuple[NewsletterRow, ...]
    feedback: tuple[FeedbackLine, ...]
    roles: tuple[RoleLine, ...]
    members: tuple[MemberLine, ...]
    every_months: int | None
    formed_on: date | None
    history: tuple[StatusChange, ...]
    endorsement: Endorsement | None
    sources: tuple[RecordSource, ...]
    terms_link: str
    terms_document: Address | None
    assured_on: date | None
    review_by: date | None
    review_passed: bool
    actions: Address


@dataclass(frozen=True, slots=True)
class ActionLogPage:
    """The action log of a PACT, by issue; `rest` serves no issue. `stories` are the dated steps of each issue."""

    card: PactCard
    tally: Tally
    issues: tuple[IssueCard, ...]
    stories: Mapping[str, tuple[TimelineEntry, ...]]
    rest: tuple[ActionCard, ...]


def pacts_page(index: Index) -> PactsPage:
    """The page of every PACT."""
    return PactsPage(tuple(pact_card(index, pact) for pact in index.pacts), ward_counts(index))


def pact_page(index: Index, pact: PublicPact) -> PactPage:
    """The page of one PACT."""
    facts = pact.facts
    actions = index.actions_of[pact.id]
    issues = index.issues_of[pact.id]
    meetings = [PactMeeting(pact, meeting) for meeting in pact.meetings]
    newest_first = sorted(meetings, key=lambda one: one.when, reverse=True)
    past = tuple(meeting_card(index, one) for one in newest_first if not index.is_upcoming(one.meeting))
    return PactPage(
        card=pact_card(index, pact),
        map=pact_map(index, pact),
        issues=tuple(issue for issue in issues if issue.status == "key"),
        other_issues=tuple(issue for issue in issues if issue.status != "key"),
        stories=_stories(index, pact, (issue for issue in issues if issue.status == "key")),
        most_key_issues=index.directory.area.policy.key_issues,
        tally=tally(actions),
        first_action_on=min((one.raised_at.day for one in actions if one.raised_at), default=None),
        upcoming=tuple(meeting_card(index, one) for one in index.upcoming_of[pact.id]),
        past=past[:RECENT_MEETINGS],
        earlier=past[RECENT_MEETINGS:],
        contact=pact_contact(pact),
        police=pact_police(index, pact),
        letter=place_of(index, facts.meets.usual_venue),
        news=for_page(index.news_of[pact.id], index.as_of)[:RECENT_NEWS],
        all_news=addresses.news(pact.id) if index.news_of[pact.id] else None,
        keep=keep_pact(pact),
        newsletters=newsletters_of(pact)[:RECENT_NEWSLETTERS],
        feedback=_feedback(pact),
        roles=tuple(_role(index, role.role.value, role.organisation, role.name or "") for role in facts.roles),
        members=_members(index, pact),
        every_months=facts.meets.every_months,
        formed_on=facts.formed_on,
        history=facts.status_history,
        endorsement=facts.endorsement,
        sources=facts.sources,
        terms_link=terms if (terms := facts.terms_of_reference or "").startswith("http") else "",
        terms_document=terms_document(pact),
        assured_on=facts.assured_on,
        review_by=facts.review_by,
        review_passed=bool(facts.review_by and facts.review_by < index.as_of),
        actions=addresses.pact_actions(pact.id),
    )


def action_log_page(index: Index, pact: PublicPact) -> ActionLogPage:
    """The action log of one PACT."""
    cards = index.actions_of[pact.id]
    issues = index.issues_of[pact.id]
    served = {card.id for issue in issues for card in issue.actions}
    return ActionLogPage(
        card=pact_card(index, pact),
        tally=tally(cards),
        issues=issues,
        stories=_stories(index, pact, issues),
        rest=tuple(card for card in cards if card.id not in served),
    )


def _stories(
    index: Index, pact: PublicPact, issues: Iterable[IssueCard]
) -> Mapping[str, tuple[TimelineEntry, ...]]:
    wanted = {issue.id for issue in issues}
    return {one.id: timeline(index.directory, pact, one) for one in pact.priorities if one.id in wanted}


def _feedback(pact: PublicPact) -> tuple[FeedbackLine, ...]:
    """Rounds of ten answers or more, newest first: fewer could point at a person."""
    lines = [
        FeedbackLine(one, question.id, question.agree, question.agree + question.disagree + question.unsure)
        for one in sorted(pact.feedback, key=lambda one: one.closed_on, reverse=True)
        for question in one.questions
    ]
    return tuple(line for line in lines if line.total >= 10)  # noqa: PLR2004 - EVALUATION: no breakdown below 10


def _role(index: Index, role: str, organisation: str, name: str) -> RoleLine:
    agency = index.directory.agency_by_id.get(organisation)
    return RoleLine(role, Ref(agency.name, addresses.agency(agency.id)) if agency else None, name)


def _members(index: Index, pact: PublicPact) -> tuple[MemberLine, ...]:
    lines = [
        MemberLine(Ref(agency.name, addresses.agency(agency.id)), member.since)
        for member in pact.facts.members
        if member.belongs_on(index.as_of) and (agency := index.directory.agency_by_id.get(member.agency))
    ]
    return tuple(sorted(lines, key=lambda line: line.agency.name))
