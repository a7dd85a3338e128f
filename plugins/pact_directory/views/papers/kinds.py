"""Which papers a meeting has, where each stands, and what its PDFs are called."""

from dataclasses import dataclass
from enum import StrEnum

from ... import addresses
from ...addresses import Address
from ...model.meeting import MeetingKind, MeetingStatus
from ..cards import meeting_card, pact_contact
from ..index import Index, PactMeeting
from ..parts import ContactCard, MeetingCard


class PaperKind(StrEnum):
    """A sort of paper; its value is a code of the words and the name of its template."""

    POSTER = "poster"
    CLIPBOARD = "clipboard"
    TOP_THREE = "top_three"
    RUNNING_ORDER = "running_order"
    CHAIR = "chair"
    THANK_YOU = "thank_you"


_SIZES = {PaperKind.POSTER: ("A4", "A5")}


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF of a paper: its size (A4 or A5) and where it is."""

    size: str
    address: Address


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every paper of a meeting knows: the meeting, the PACT, whom to reach, and where it is to be had.

    `code` is a `PaperKind` code, `pact_kind` a `PactKind` code; `papers` is the page that lists all papers of
    the meeting.
    """

    code: str
    card: MeetingCard
    pact_kind: str
    contact: ContactCard | None
    address: Address
    papers: Address
    prints: tuple[Print, ...]


def is_firm(one: PactMeeting) -> bool:
    """Tell whether a meeting can be announced on paper: confirmed, with its time and its place.

    A poster outlives a change of plan; one that leaves the hour or the hall open sends people nowhere.
    """
    facts = one.meeting.facts
    return facts.status is MeetingStatus.CONFIRMED and facts.start is not None and facts.venue is not None


def papers_of(index: Index, one: PactMeeting) -> tuple[PaperKind, ...]:
    """The papers of a meeting, in the order they are needed; none once it is called off or long past.

    A letter of thanks is still wanted after the meeting, for as long as its newsletter is due.
    """
    facts = one.meeting.facts
    if not index.is_upcoming(one.meeting):
        days = (index.as_of - facts.date).days
        fresh = facts.status is MeetingStatus.HELD and days <= index.directory.area.policy.newsletter_days
        return (PaperKind.THANK_YOU,) if fresh else ()
    wanted = {
        PaperKind.POSTER: is_firm(one),
        PaperKind.CLIPBOARD: facts.kind is MeetingKind.WALKABOUT,
        PaperKind.TOP_THREE: facts.kind in {MeetingKind.WORKSHOP, MeetingKind.OPEN},
        PaperKind.RUNNING_ORDER: facts.kind is MeetingKind.WORKSHOP and facts.start is not None,
        PaperKind.CHAIR: facts.is_formal,
        PaperKind.THANK_YOU: True,
    }
    return tuple(kind for kind in PaperKind if wanted[kind])


def paper_address(one: PactMeeting, kind: PaperKind) -> Address:
    """The page of a paper."""
    return addresses.meeting_paper(one.pact.id, one.meeting.stem, _spelt(kind))


def prints_of(one: PactMeeting, kind: PaperKind) -> tuple[Print, ...]:
    """The PDFs of a paper: "luton-poster-2026-12-10-a4.pdf". Only a poster comes in two sizes, and says which."""
    name = f"{one.pact.id}-{_spelt(kind)}-{one.meeting.stem}"
    sizes = _SIZES.get(kind, ("A4",))
    return tuple(
        Print(size, addresses.pdf(paper_address(one, kind), f"{name}-{size.lower()}" if sizes[1:] else name))
        for size in sizes
    )


def sheet(index: Index, one: PactMeeting, kind: PaperKind) -> Sheet:
    """What a paper knows of its meeting."""
    return Sheet(
        code=kind.value,
        card=meeting_card(index, one),
        pact_kind=one.pact.facts.kind.value,
        contact=pact_contact(one.pact),
        address=paper_address(one, kind),
        papers=addresses.meeting_papers(one.pact.id, one.meeting.stem),
        prints=prints_of(one, kind),
    )


def _spelt(kind: PaperKind) -> str:
    return kind.value.replace("_", "-")
