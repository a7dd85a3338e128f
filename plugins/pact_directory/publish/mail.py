"""Letters as drafts that e-mail programs open (RFC 5322). Nothing is sent: a person reads each first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

_NINE = time(9)
# A header of ordinary letters on one line: folded before its first word, some programs show a space there.
_UNFOLDED = SMTP.clone(max_line_length=998)


@dataclass(frozen=True)
class Letter:
    """A letter to be sent. `name` is its file's without an ending; `to` pairs a name with an address.

    `calendar` is the meeting as a calendar file, empty where there is none.
    """

    name: str
    to: tuple[tuple[str, str], ...]
    subject: str
    body: str
    calendar: bytes = b""


def draft(letter: Letter, day: date, sender: str) -> bytes:
    """A letter as a file that opens as a message not yet sent, in Outlook (`X-Unsent`) and in others.

    It has no sender: the program of whoever sends it fills that in. `sender` only marks the message's id as
    ours. The same letter on the same day makes the same bytes, so nothing in it is drawn by chance.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(datetime.combine(day, _NINE, UTC))
    message["Message-ID"] = f"<{letter.name}.{day:%Y%m%d}@{sender}.invalid>"
    if letter.to:
        message["To"] = tuple(_address(name, email) for name, email in letter.to)
    subject = " ".join(letter.subject.split())
    message["Subject"] = subject
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    if letter.calendar:
        # A calendar that is only shown (PUBLISH): an invitation to answer would name everybody to everybody.
        message.add_attachment(
            letter.calendar.decode(),
            subtype="calendar",
            charset="utf-8",
            cte="base64",
            filename=f"{letter.name}.ics",
            params={"method": "PUBLISH"},
        )
        message.set_boundary("part-" + sha256(f"{letter.name} {day}".encode()).hexdigest()[:32])
    return message.as_bytes(policy=_UNFOLDED if subject.isascii() else SMTP)


def _address(name: str, email: str) -> Address:
    """A mailbox with a name before it, unless the name needs writing that some programs fold wrongly."""
    plain = " ".join(name.replace(",", " ").split())
    is_plain = plain.isascii() and all(letter.isalnum() or letter in " '-" for letter in plain)
    return Address(display_name=plain if is_plain else "", addr_spec=email)


def no_repeats(to: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Every mailbox once, in order: a councillor of two seats, or two seats of one mailbox, get one letter."""
    found: dict[str, tuple[str, str]] = {}
    for name, email in to:
        found.setdefault(email.casefold(), (name, email))
    return tuple(found.values())
