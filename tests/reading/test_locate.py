"""From a field to a place, and the line that may be shown."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pact_directory.model.pact import Newsletter
from pact_directory.model.record import WORDS, Origin
from pact_directory.problems import Problem, Report, Severity
from pact_directory.reading import Locator
from pact_directory.reading.locate import spell_path
from pact_directory.reading.records import RecordReader
from pact_directory.reading.strict_yaml import parse
from tests.hostile.record import form_problems

FORMS = ("text", "github", "markdown", "json")


def locate(text: str, *field: str | int, at_key: bool = False) -> Problem:
    locator = Locator("pacts", {"a.yml": parse(text).place}, {"a.yml": text})
    return locator.problem("code", Severity.ERROR, Origin("a.yml"), field, "Wrong.", at_key=at_key)


def test_a_field_and_its_key_have_places_of_their_own() -> None:
    text = "actions:\n  - id: 1\n    lead_agency: polise\n"
    at_value = locate(text, "actions", 0, "lead_agency")
    assert (at_value.place, at_value.field) == ("pacts/a.yml:3:18", "actions[1].lead_agency")
    assert locate(text, "actions", 0, "lead_agency", at_key=True).place == "pacts/a.yml:3:5"
    assert locate(text, "actions", 0, "due_on").place == "pacts/a.yml:2:5"
    assert at_value.excerpt == "    lead_agency: polise"


def test_the_words_of_a_page_begin_below_the_blank_lines() -> None:
    reader = RecordReader("pacts")
    path = "luton/newsletters/2026-03-12.md"
    reader.read_page(Newsletter, path, b"---\npublished_on: 2026-04-02\n---\n\n\nGood news.\n", 3)
    wrong = reader.locator.problem("code", Severity.ERROR, Origin(path), WORDS, "Wrong.")
    assert (wrong.place, wrong.excerpt) == (f"pacts/{path}:6:1", "Good news.")


def test_columns_count_letters_not_bytes() -> None:
    assert locate('"caf\u00e9 \U0001f600": x', "caf\u00e9 \U0001f600").column == 11


@pytest.mark.parametrize(
    ("field", "spelt"),
    [((), ""), (("a",), "a"), (("actions", 2, "lead_agency"), "actions[3].lead_agency"), (("a", 0, 1), "a[1][2]")],
)
def test_field_paths_are_spelt_as_people_count(field: tuple[str | int, ...], spelt: str) -> None:
    assert spell_path(field) == spelt


@pytest.mark.parametrize("shown_as", ["", ".", "pacts", "/srv/pacts"])
def test_paths_are_shown_as_the_reader_would_type_them(shown_as: str) -> None:
    shown = Locator(shown_as, {}, {}).show("luton/pact.yml")
    assert shown == ("luton/pact.yml" if shown_as in {"", "."} else f"{shown_as}/luton/pact.yml")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("email: jane smith at home", ("email",)),
        ('"email": jane', ("email",)),
        ("'phone' : x", ("phone",)),
        ("E-mail: jane", ("E-mail",)),
        ("mobile: jane", ("mobile",)),
        ("telephone: jane", ("telephone",)),
        ("names: jane", ("names",)),
        ("address: 12 Castle Road", ("address",)),
        ("email:\n  jane at home", ("email",)),
        ("email: >\n\n  jane\n  at home", ("email",)),
        ("email:\n  mailto:jane", ("email",)),
        ("other: [a, jane@example.org]", ("other",)),
        ("other: ring 01632-960101", ("other",)),
        ("other: ring (01632) 960 101", ("other",)),
        ("other: ring +441632960101", ("other",)),
        ("other: " + "W" * 100, ("other",)),
    ],
)
def test_a_line_that_may_hold_a_contact_is_not_shown(text: str, field: tuple[str, ...]) -> None:
    assert locate(text, *field).excerpt == ""


@pytest.mark.parametrize(
    "text", ["status: opened", "on: 2026-03-12", "wards: [E05014459, E05014460]", "count: 12345678"]
)
def test_other_lines_are_shown(text: str) -> None:
    assert locate(text, text.partition(":")[0]).excerpt == text


def test_what_cannot_be_seen_is_made_visible() -> None:
    problem = locate("status: a\u202eb\u200bc  ", "status")
    assert problem.excerpt == "status: a\ufffdb\ufffdc"


local = st.text("abcxyz09._+-", min_size=3, max_size=12).filter(
    lambda text: text[0].isalpha() and text[-1].isalnum()
)
emails = st.builds("{}@{}.example.org".format, local, st.text("abcxyz", min_size=2, max_size=8))
phones = st.from_regex(r"0[1-9][0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}", fullmatch=True)
lines = st.sampled_from(
    [
        "contact: {{email: {0}, phone: {1}, fax: x}}",
        'contact: {{email: "{0}, phone: {1}}}',
        "contact: [{0}, {1}]",
        "contact: {0}",
        "contact: {{phone: {1} {1}}}",
        "contact:\n  email: {0} or\n    {1}\n  phone: {0}",
        "contact: {{{0}: {1}}}",
        "name: {0}\nstatus: {1}\nformed_on: {0}\nkind: {1}",
        "wards: [{0}, '{1}']\nmeets: {{every_months: {1}, usual_venue: {0}}}",
        "terms_of_reference: <{0}>\nformer_ids: [{0}]",
        "review_by: call {1}\nassured_on: {0}: {1}",
        "status: {0} {0}\n{0}: {1}\n{0}: {1}",
        "roles:\n  - {0}\n  - {{role: {1}, organisation: {0}}}",
        "succeeded_by: '{1}'\nsources: [{{name: <{0}>, url: {0}}}]",
    ]
)


@given(line=lines, email=emails, phone=phones)
def test_no_report_shows_a_contact_whatever_else_is_wrong_beside_it(line: str, email: str, phone: str) -> None:
    assume(sum(letter.isdigit() for letter in phone) >= 10)
    text = line.format(email, phone)
    problems = form_problems("luton/pact.yml", text.encode())
    assert problems
    for form in FORMS:
        said = Report.of(problems).explain(form)
        assert email not in said
        assert phone not in said
