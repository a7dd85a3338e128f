"""Documents as pages offer them: a title, a link, and what one will get."""

from dataclasses import dataclass

from .. import addresses
from ..addresses import Address
from ..model.documents import DocumentKind
from ..model.meeting import Meeting
from ..publication import PublicPact

_KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document to open. `kind` is a `DocumentKind` code; `kilobytes` its weight, 0 for a picture."""

    title: str
    address: Address
    kind: str
    kilobytes: int


def document_lines(pact: PublicPact, facts: Meeting) -> tuple[DocumentLine, ...]:
    """The documents of a meeting, in the order they were given."""
    lines = []
    for offered in facts.documents:
        document = pact.documents.get(offered.file)
        if document:
            is_pdf = document.kind is DocumentKind.PDF
            weight = -(-document.size // _KILOBYTE) if is_pdf else 0
            address = addresses.document(pact.id, document.name)
            lines.append(DocumentLine(offered.title, address, document.kind.value, weight))
    return tuple(lines)


def terms_document(pact: PublicPact) -> Address | None:
    """The PACT's terms of reference, where they are a document of the record."""
    name = pact.facts.terms_of_reference or ""
    return addresses.document(pact.id, name) if name in pact.documents else None
