"""Documents and pictures as the site offers them: cleaned of what they say besides."""

from collections.abc import Mapping

from .. import addresses
from ..addresses import Address
from ..views.index import Index
from .cache import Cache


def clean_documents(index: Index, cache: Cache) -> Mapping[Address, bytes]:
    """Every document the record offers, by its address, cleaned."""
    return {
        addresses.document(pact.id, name): document.path.read_bytes()
        for pact in index.pacts
        for name, document in pact.documents.items()
    }
