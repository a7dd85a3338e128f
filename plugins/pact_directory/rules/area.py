"""Rules of the area's own file."""

from collections.abc import Iterator
from datetime import date

from ..model.area import NO_CODE, NO_NAME
from ..model.directory import Directory
from .table import Finding, Sources, error, warning

RECORD_VERSION = 1


@error(
    "record-version",
    title="The record is of a version this program reads",
    reason="A record written for another version would be misread without a word.",
    source=Sources.OURS,
)
def version_is_known(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`record_version` is 1."""
    version = directory.area.record_version
    if version != RECORD_VERSION:
        yield Finding(
            directory.area.origin,
            ("record_version",),
            f"This record says it is of version {version}; this program reads version {RECORD_VERSION}.",
            f"Write record_version: {RECORD_VERSION}, or use the program the record was written for.",
        )


@warning(
    "area-not-named",
    title="The area has a name and a code",
    reason="A new record begins with stand-ins for both, and every page would show them.",
    source=Sources.OURS,
)
def area_is_named(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Neither `name` nor `gss` is the one a new record begins with."""
    area = directory.area
    hint = "Write your own, or let pact area postcodes fill in both."
    if area.name == NO_NAME:
        yield Finding(area.origin, ("name",), f'The area is still called "{NO_NAME}".', hint)
    if area.gss == NO_CODE:
        yield Finding(area.origin, ("gss",), f"{NO_CODE} stands for a code that nobody has filled in.", hint)


@warning(
    "area-no-contact",
    title="The partnership can be reached",
    reason="Every page asks people to say what is missing or wrong, and must say how.",
    source=Sources.REVIEW,
)
def partnership_can_be_reached(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`csp` has an e-mail address or a telephone number."""
    partnership = directory.area.csp
    if partnership.email is None and partnership.phone is None:
        message = "Nobody can tell the partnership that something is missing or wrong."
        yield Finding(directory.area.origin, ("csp",), message, "Add email: and phone: under csp:, best both.")
