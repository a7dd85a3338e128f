"""The form of a case, and records that differ from the valid one in a single place."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pact_directory.model.directory import Directory, PactFolder
from pact_directory.model.meeting import Meeting
from pact_directory.model.pact import Pact
from tests.factories import AS_OF, a_directory, a_folder, a_log, a_pact, meetings_of


@dataclass(frozen=True)
class Case:
    """A broken record with the one problem it must give, and a mended one that must give none.

    `field` is spelt as reports spell it, `path` the file it stands in, `says` a part of the message or hint.
    """

    code: str
    broken: Directory
    path: str
    field: str
    says: str
    mended: Directory
    note: str = ""
    as_of: date = AS_OF

    @property
    def name(self) -> str:
        """What the test is called."""
        return f"{self.code} {self.note}".strip()


def luton(**changes: Any) -> Directory:
    """The record with one PACT whose folder is changed."""
    return a_directory(a_folder(**changes))


def luton_pact(**changes: Any) -> Directory:
    """The record with one PACT whose pact.yml is changed."""
    return luton(pact=a_pact(**changes))


def luton_log(**changes: Any) -> Directory:
    """The record with one PACT whose actions.yml is changed."""
    return luton(log=a_log(**changes))


def with_meetings(*meetings: Meeting) -> PactFolder:
    """The PACT's folder with meetings added, or put in the place of those of the same stem."""
    changed = {meeting.stem: meeting for meeting in (*meetings_of(), *meetings)}
    return a_folder(meetings=tuple(changed[stem] for stem in sorted(changed)))


def luton_meeting(*meetings: Meeting) -> Directory:
    """The record with one PACT and these meetings added or changed."""
    return a_directory(with_meetings(*meetings))


def beside_luton(pact: Pact) -> Directory:
    """The record with Luton and a second PACT, of which nothing but its pact.yml is written."""
    log = a_log(pact.id, priorities=(), actions=())
    return a_directory(a_folder(), PactFolder(pact=pact, log=log))
