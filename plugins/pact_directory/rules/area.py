"""Rules of the area's own file."""

from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory
from .table import Finding, Sources, error

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
