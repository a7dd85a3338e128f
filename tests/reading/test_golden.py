"""Golden files of faults: what a coordinator typed, and every word she is answered."""

import json

import pytest

from pact_directory.problems import Report, Severity
from pact_directory.reading import read_directory
from pact_directory.reading.faults import Fault
from pact_directory.reading.strict_yaml import parse
from pact_directory.reading.text import decode, split_page
from pact_directory.rules import check_directory
from tests.factories import AS_OF
from tests.hostile.record import as_record_files, attacked

from .shown import expected, input_of, inputs

PLACES = {
    "area": "area.yml",
    "wards": "wards.yml",
    "agencies": "agencies.yml",
    "pact": "luton/pact.yml",
    "actions": "luton/actions.yml",
    "meeting": "luton/meetings/2026-03-12.md",
    "newsletter": "luton/newsletters/2026-03-12.md",
    "update": "luton/updates/2026-05-02.md",
    "postcodes": "postcodes.csv",
    "neighbours": "neighbours.csv",
    "shapes": "wards.geojson",
    "coverage": "luton/coverage.geojson",
}


def said_of_yaml(content: bytes) -> str:
    """The values of a text, and the faults found in it."""
    text = decode(content)
    if isinstance(text, Fault):
        return _faults((text,))
    parsed = parse(text)
    return json.dumps(parsed.values, ensure_ascii=False, indent=1) + "\n" + _faults(parsed.faults)


def said_of_page(content: bytes) -> str:
    """Where a page is parted, or why it cannot be."""
    text = decode(content)
    page = text if isinstance(text, Fault) else split_page(text)
    if isinstance(page, Fault):
        return _faults((page,))
    parsed = parse(page.front_matter, first_line=2)
    return f"{parsed.values}\n{_faults(parsed.faults)}line {page.body_line}: {page.body!r}\n"


def said_of_record(kind: str, content: bytes) -> str:
    """The report on a record in which one file was changed."""
    files = as_record_files({**attacked({}), PLACES[kind]: content})
    reading = read_directory(files)
    problems = [*reading.problems]
    if reading.directory is not None:
        places = reading.faulty_places
        problems += [
            one
            for one in check_directory(reading.directory, AS_OF, reading.locator)
            if (one.path, one.line, one.column) not in places
        ]
    errors = (one for one in problems if one.severity is Severity.ERROR)
    return Report.of(errors, AS_OF).explain("text") + "\n"


def _faults(faults: tuple[Fault, ...]) -> str:
    return "".join(f"{one.line}:{one.column} {one.code}\n    {one.message}\n    {one.hint}\n" for one in faults)


@pytest.mark.parametrize("name", inputs("yaml"))
def test_yaml(name: str) -> None:
    assert said_of_yaml(input_of("yaml", name)) == expected("yaml", name)


@pytest.mark.parametrize("name", inputs("yaml"))
def test_windows_line_ends_and_byte_order_marks_change_no_place(name: str) -> None:
    content = input_of("yaml", name)
    assert said_of_yaml(content.replace(b"\n", b"\r\n")) == said_of_yaml(content)
    assert said_of_yaml(b"\xef\xbb\xbf" + content) == said_of_yaml(content)


@pytest.mark.parametrize("name", inputs("pages"))
def test_pages(name: str) -> None:
    content = input_of("pages", name)
    assert said_of_page(content) == expected("pages", name)
    assert said_of_page(content.replace(b"\n", b"\r\n")) == said_of_page(content)


@pytest.mark.parametrize("name", inputs("records"))
def test_records(name: str) -> None:
    kind = name.partition("/")[0]
    assert said_of_record(kind, input_of("records", name)) == expected("records", name)
