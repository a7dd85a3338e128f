"""Which links a volunteer may write: web pages, e-mail, telephone, and on some pages the site's own."""

import re
from urllib.parse import quote

_HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_OUTSIDE = re.compile(
    rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#].*)?"
    rf"|mailto:[A-Za-z0-9._+-]+@{_HOST}"
    r"|tel:\+?[0-9][0-9-]{1,18}"
)
_OWN_FILE = re.compile(r"[A-Za-z0-9_.-][A-Za-z0-9_./%-]*(#[A-Za-z0-9_-]*)?")
_SITE = re.compile(r"(?!//)[^:?#]*(?:[?#].*)?")


def is_allowed_link(address: str, *, local_links: bool = False) -> bool:
    """Whether an address may be a link.

    The address is what the reader's browser would follow: entities already decoded. Only what is
    known to be harmless is allowed, so `javascript:`, `data:`, `//host`, user names before a host and
    hidden characters need no list. Schemes are written in small letters. `local_links` adds paths
    and anchors of the site itself.
    """
    if not address or not address.isprintable() or " " in address or "\\" in address:
        return False
    if _OUTSIDE.fullmatch(address):
        return True
    return local_links and _SITE.fullmatch(address) is not None


def is_own_file(address: str) -> bool:
    """Whether an address is a file of the site, by its way from the page: what a picture may be taken from."""
    return _OWN_FILE.fullmatch(address) is not None


def href(address: str) -> str:
    """Percent-encode what an address may not hold; what is encoded already stays as it is."""
    return quote(address, safe="%/:=&?~#+!$,;'@()*")
