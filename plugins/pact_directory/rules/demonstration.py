"""Rules that keep a demonstration harmless, and a real record free of invented contacts.

A demonstration uses the numbers Ofcom keeps for drama and the addresses kept for examples. No finding repeats
a contact value: reports are pasted into public places.
"""

import re
from collections.abc import Iterator
from datetime import date

from ..model.directory import Directory
from ..model.record import FieldPath, FileRecord, Origin
from .table import Finding, Sources, error, warning
from .walking import each_contact, each_personal_name

_EXAMPLE_HOST = re.compile(r"(^|[@.])example\.(org|com|net)$", re.IGNORECASE)
# Both begin with plain characters, which a search finds quickly: minutes are long, contacts in them rare.
_MAILBOX_IN_TEXT = re.compile(r"@(?<=[\w.%+-]@)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_PHONE_IN_TEXT = re.compile(r"[+0](?<![\d.,/-].)(?:(?<=\+)44|(?<=0))(?: ?\d){9,10}(?!\d)")
_PHONE_DIGITS = 11
_INVENTED = "Use an address at example.org, and a number from 01632 960000 to 960999 or 07700 900000 to 900999."


@error(
    "demonstration-frozen",
    title="A demonstration stands still on a day, and a real record does not",
    reason="An invented record grows stale by itself; a real one must follow the calendar.",
    source=Sources.OURS,
)
def demonstration_is_frozen(directory: Directory, as_of: date) -> Iterator[Finding]:
    """`frozen_on` is given exactly when `demonstration` is true."""
    area = directory.area
    if area.demonstration and area.frozen_on is None:
        message = "This is a demonstration, and frozen_on is missing."
        yield Finding(area.origin, ("frozen_on",), message, "Add frozen_on: and the day it stands still on.")
    if not area.demonstration and area.frozen_on is not None:
        message = "This is a real record, and frozen_on makes it stand still."
        hint = "Take frozen_on away, or write demonstration: true if everything here is invented."
        yield Finding(area.origin, ("frozen_on",), message, hint)


@error(
    "demonstration-contact",
    title="Every contact of a demonstration is invented",
    reason="Nobody must be rung or written to because of an invented meeting.",
    source=Sources.OURS,
)
def demonstration_contacts_are_invented(directory: Directory, as_of: date) -> Iterator[Finding]:
    """In a demonstration, e-mail addresses are examples and telephone numbers are kept for drama."""
    if directory.area.demonstration:
        for origin, field, value in each_contact(directory):
            if not is_invented(value):
                yield Finding(origin, field, "This is a demonstration, and this contact could be real.", _INVENTED)


@error(
    "demonstration-text",
    title="The words of a demonstration hold no real contact",
    reason="An invented meeting's minutes must not send anybody to a real mailbox or telephone.",
    source=Sources.OURS,
)
def demonstration_texts_are_invented(directory: Directory, as_of: date) -> Iterator[Finding]:
    """In a demonstration, minutes and other words hold only example addresses and drama numbers."""
    if not directory.area.demonstration:
        return
    for origin, field, text in _texts(directory):
        line = _line_of_contact(text, invented=False)
        if line:
            said = f"This is a demonstration, and {_where(field, line)} hold a contact that could be real."
            yield Finding(origin, field, said, _INVENTED)


@warning(
    "demonstration-name",
    title="A demonstration shows nobody's name",
    reason="An invented holder of a real ward's seat can be taken for a real one.",
    source=Sources.OURS,
)
def demonstration_names_nobody(directory: Directory, as_of: date) -> Iterator[Finding]:
    """In a demonstration, no name of a councillor or of the holder of a role is shown.

    Names without leave, names whose leave has lapsed and those of a youth PACT have rules of their own.
    """
    if not directory.area.demonstration:
        return
    for person in each_personal_name(directory):
        if person.publish is not None and person.publish.holds_on(as_of) and not person.in_youth_pact:
            message = "This is a demonstration, and somebody is named here."
            yield Finding(person.origin, (*person.group, "name"), message, "Leave name: and publish: empty.")


@error(
    "invented-contact",
    title="A real record holds no invented contact",
    reason="A resident who rings a number kept for drama reaches nobody.",
    source=Sources.OURS,
)
def real_contacts_are_real(directory: Directory, as_of: date) -> Iterator[Finding]:
    """Without `demonstration: true`, no contact, link or text uses example addresses or drama numbers."""
    if directory.area.demonstration:
        return
    hint = "Write the real one, or write demonstration: true in area.yml if everything is invented."
    for origin, field, value in (*each_contact(directory), *_web_addresses(directory)):
        if is_invented(value):
            yield Finding(origin, field, "This contact is one kept for examples; nobody is there.", hint)
    for origin, field, text in _texts(directory):
        line = _line_of_contact(text, invented=True)
        if line:
            message = f"{_where(field, line).capitalize()} hold a contact kept for examples; nobody is there."
            yield Finding(origin, field, message, hint)


def is_invented(value: str) -> bool:
    """Tell whether an e-mail address, web address or telephone number is one kept for examples or drama."""
    if value.startswith(("http://", "https://")):
        return bool(_EXAMPLE_HOST.search(re.split(r"[/:?#]", value.split("//", 1)[1])[0]))
    if "@" in value:
        return bool(_EXAMPLE_HOST.search(value))
    digits = _digits(value)
    return len(digits) == _PHONE_DIGITS and digits.startswith(("01632960", "07700900"))


def _digits(phone: str) -> str:
    return phone.replace("+44", "0").replace(" ", "")


def _line_of_contact(text: str, *, invented: bool) -> int:
    """The line, from 1, of the first contact in a text that is, or is not, invented; 0 without one."""
    found = [*_MAILBOX_IN_TEXT.finditer(text), *_PHONE_IN_TEXT.finditer(text)]
    return min((text.count("\n", 0, at.start()) + 1 for at in found if is_invented(at[0]) is invented), default=0)


def _where(field: FieldPath, line: int) -> str:
    return "these words" if field else f"the words below the fields (line {line} of them)"


def _texts(directory: Directory) -> Iterator[tuple[Origin, FieldPath, str]]:
    for index, topic in enumerate(directory.topics_file.topics):
        if topic.report:
            yield directory.topics_file.origin, ("topics", index, "report"), topic.report
    for folder in directory.folders:
        pages: tuple[FileRecord, ...] = (*folder.meetings, *folder.newsletters, *folder.updates)
        for page in pages:
            if body := page.body:
                yield page.origin, (), body


def _web_addresses(directory: Directory) -> Iterator[tuple[Origin, FieldPath, str]]:
    area = directory.area
    found: list[tuple[Origin, FieldPath, str | None]] = [
        (area.origin, ("forge",), area.forge),
        (area.origin, ("council_url",), area.council_url),
    ]
    for index, agency in enumerate(directory.agencies_file.agencies):
        found.append((directory.agencies_file.origin, ("agencies", index, "report_url"), agency.report_url))
    for index, ward in enumerate(directory.wards_file.wards):
        for nth, link in enumerate(ward.local_links):
            found.append((directory.wards_file.origin, ("wards", index, "local_links", nth, "url"), link.url))
    for folder in directory.folders:
        origin, terms = folder.pact.origin, folder.pact.terms_of_reference
        found += [(origin, ("sources", nth, "url"), source.url) for nth, source in enumerate(folder.pact.sources)]
        if terms and "://" in terms:
            found.append((origin, ("terms_of_reference",), terms))
    yield from ((origin, field, url) for origin, field, url in found if url)
