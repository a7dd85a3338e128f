"""Find your PACT, as a resident uses it: what is typed, what is answered, and that nothing leaves the page."""

import csv
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from pact_directory.model.names import fold

from ..real_data import REAL, needs_real_data
from .built import BuiltSite
from .test_axe import RUN_AXE, axe_source, describe  # noqa: F401 - a fixture
from .visiting import SCREENS, State, Visitor, read_script

# What Code-Point Open 2025.2.0 has otherwise than the sample: one postcode it lacks, one in another ward.
ABSENT, MOVED = "ME4 9HJ", "ME7 2UD"
DESK, PHONE = State(1280), State(320)
LOOK_UP_ALL = """async ([program, list]) => {
    const { openFinder } = await import(program);
    const data = await (await fetch(list)).json();
    const finder = openFinder(data);
    const found = {};
    const letters = "ABDEFGHJLNPQRSTUWXYZ".split("");
    data.sectors.forEach(([sector]) => letters.forEach((one) => letters.forEach((other) => {
        const answer = finder.lookUp(sector + one + other);
        if (answer) found[sector + one + other] = Array.isArray(answer) ? data.wards[answer[0]][3] : answer;
    })));
    return found;
}"""


@cache
def sample(name: str) -> tuple[dict[str, str], ...]:
    with (REAL / "postcodes" / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(csv.DictReader(rows))


@contextmanager
def opened(visitor: Visitor, state: State = DESK, address: str = "/") -> Iterator[Page]:
    """The front page in a fresh profile, its field made."""
    context = visitor.new_context(state)
    tab = context.new_page()
    tab.goto(visitor.base + address)
    tab.wait_for_selector("#finder-field")
    yield tab
    context.close()


@pytest.fixture(scope="module")
def desk(visitor: Visitor) -> Iterator[Page]:
    with opened(visitor) as tab:
        yield tab


def asked(tab: Page, words: str, *, enter: bool = False) -> str:
    """What the finder says of these words as they are typed, or at once on Enter: a line each, its heading first."""
    tab.fill("#finder-field", "")
    tab.wait_for_selector(".finder__answer:empty", state="attached")
    tab.fill("#finder-field", words)
    if enter:
        tab.keyboard.press("Enter")
    tab.wait_for_selector(".finder__answer h2")
    return tab.inner_text(".finder__answer").replace("\xa0", " ")


def links(tab: Page) -> list[str]:
    """Where the results lead, in their order."""
    hrefs = tab.locator(".finder__answer a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    return [href.removeprefix("./") for href in hrefs]


@needs_real_data
def test_three_hundred_known_postcodes_are_answered(desk: Page, site: BuiltSite) -> None:
    wards = {fold(row[0]): row for row in json.loads((site.folder / "finder.json").read_bytes())["wards"]}
    wrong = {}
    for row in sample("medway-postcode-ward-sample"):
        said, ward = asked(desk, row["postcode"], enter=True), wards[fold(row["ward"])]
        if f"{row['postcode']} is in {ward[2]}." not in said or ward[3] not in links(desk):
            wrong[row["postcode"]] = said
    print(f"{300 - len(wrong)} of 300 known postcodes answered rightly")
    assert set(wrong) == {ABSENT, MOVED}
    assert f"{ABSENT} is not" in wrong[ABSENT]
    assert f"{MOVED} is in " in wrong[MOVED]


@needs_real_data
def test_postcodes_of_neighbours_name_their_authority(desk: Page) -> None:
    wrong = [
        said
        for row in sample("near-but-outside-medway-sample")
        if f"{row['postcode']} is in {row['authority']}, not in Medway"
        not in (said := asked(desk, row["postcode"], enter=True))
    ]
    assert not wrong


@needs_real_data
def test_postcodes_no_longer_in_use_are_answered_politely(desk: Page) -> None:
    for row in sample("medway-not-live-sample"):
        said = asked(desk, row["postcode"], enter=True)
        assert re.match(rf"{row['postcode']} is not (a postcode in use|in our list)\n", said), said
        assert "choose your ward" in said
        assert "wards/" in links(desk)


def test_the_script_reads_every_postcode_as_it_was_written(desk: Page, site: BuiltSite) -> None:
    record = Path(__file__).parents[2] / "pacts"
    found: dict[str, str] = desk.evaluate(LOOK_UP_ALL, ["./finder-answers.js", "./finder.json"])
    wards = json.loads((site.folder / "finder.json").read_bytes())["wards"]
    name_at = {row[3]: row[0] for row in wards}
    names = dict(re.findall(r"gss: (E\d+)\n\s+name: \"?([^\n\"]+)", (record / "wards.yml").read_text("utf-8")))
    expected = {}
    for file, column in (("neighbours.csv", "authority"), ("postcodes.csv", "gss")):
        with (record / file).open(encoding="utf-8", newline="") as rows:
            expected |= {row["postcode"]: names.get(row[column], row[column]) for row in csv.DictReader(rows)}
    assert len(expected) > 13_000
    assert {postcode: name_at.get(answer, answer) for postcode, answer in found.items()} == expected


# What is typed; the heading of the answer; where its first link leads.
QUESTIONS = [
    ("ME4 5DJ", "Your PACT is Luton PACT", "pacts/luton/"),
    ("me45dj", "Your PACT is Luton PACT", "pacts/luton/"),
    ("  Me4  5dJ. ", "Your PACT is Luton PACT", "pacts/luton/"),
    ("12 Castle Road, ME4 5DJ", "Your PACT is Luton PACT", "pacts/luton/"),
    ("ME7 1AA", "Your PACT is Gillingham South PACT", "pacts/gillingham-south/"),
    ("ME7 1BY", "Your PACT is Gillingham High Street PACT", "pacts/gillingham-high-street/"),
    (
        "ME7 4NB",
        "No PACT covers ME7 4NB, though part of Gillingham South has one",
        "pacts/gillingham-high-street/",
    ),
    ("Gillingham South", "2 PACTs share Gillingham South", "pacts/gillingham-high-street/"),
    ("ME8 6AA", "There is no PACT in Twydall", "wards/twydall/"),
    ("DA12 2AA", "DA12 2AA is in Gravesham, not in Medway", "wards/"),
    ("ME4 4ZZ", "ME4 4ZZ is not a postcode in use", "wards/chatham-central-and-brompton/"),
    ("SW1A 1AA", "SW1A 1AA is not in our list", "wards/"),
    ("ME4 4AO", "“ME4 4AO” cannot be a postcode", "wards/"),
    ("ME4 4A1", "Your PACT is Chatham Central and Brompton PACT", "pacts/chatham-central/"),
    ("ME4 SDJ", "“ME4 SDJ” cannot be a postcode", "wards/"),
    ("ME4", "Wards with postcodes that begin with ME4", "wards/chatham-central-and-brompton/"),
    ("ME4 6", "Wards with postcodes that begin with ME4 6", "wards/fort-pitt/"),
    ("me46", "Wards with postcodes that begin with ME4 6", "wards/fort-pitt/"),
    ("TN12 5", "We have no postcode that begins with TN125", "wards/"),
    ("Luton", "Luton has a PACT: Luton PACT", "pacts/luton/"),
    ("Luton PACT", "We found one", "pacts/luton/"),
    ("luton ward", "Luton has a PACT: Luton PACT", "pacts/luton/"),
    ("River Neighbourhood Panel", "We found one", "pacts/chatham-central/"),
    (
        "Hoo St. Werburgh & High Halstow Ward",
        "Hoo St Werburgh and High Halstow has a PACT",
        "pacts/hoo-peninsula/",
    ),
    ("saint marys island", "There is no PACT in St Mary's Island", "pacts/st-marys-island/"),
    ("gilingham", "Is it one of these?", "pacts/gillingham-north/"),
    ("Twydal", "There is no PACT in Twydall", "wards/twydall/"),
    ("Twidall", "Is it this one?", "wards/twydall/"),
    ("Rainham", "We found 4", "pacts/rainham-north/"),
    ("Cooling", "We found", "pacts/strood-rural/"),
    ("Luton Arches", "We found one", "pacts/luton/"),
    ("strood", "We found 4", "pacts/strood-rural/"),
    ("speeding", "We found one", "topics/speeding/"),
    ("Off road bike", "We found one", "topics/off-road-bikes/"),
    ("dog poo", "Is it this one?", "topics/litter/"),
    ("speeding in Luton", "Is it one of these?", "pacts/luton/"),
    ("council highways", "We found one", "agencies/council-highways/"),
    ("pact", "Type a place or a problem", "wards/"),
    ("zzyzx", "We found nothing for “zzyzx”", "wards/"),
    ("<b>&amp;{typed}</b>", "We found nothing for “<b>&amp;{typed}</b>”", "wards/"),
]


@pytest.mark.parametrize(("words", "heading", "first"), QUESTIONS, ids=[words for words, _, _ in QUESTIONS])
def test_a_question_has_its_answer(desk: Page, site: BuiltSite, words: str, heading: str, first: str) -> None:
    said = asked(desk, words)
    assert said.startswith(heading), said
    assert "{" not in said.replace("{typed}", "")
    assert "undefined" not in said
    assert links(desk)[0] == first
    for link in links(desk):
        assert site.file_at("/" + link), f"{words}: {link} leads nowhere"


def test_answers_say_what_a_resident_needs(desk: Page) -> None:
    said = asked(desk, "Gillingham South")
    assert "Type your postcode for your own" in said
    assert said.count("Your neighbourhood panel.") == 2
    assert "The terraces and the park south of the railway" in said
    assert "The High Street from the station to the roundabout" in said
    assert "Next meeting: " in asked(desk, "ME4 5DJ")
    assert "Your neighbourhood panel." not in asked(desk, "ME7 4NB")
    assert "start-a-pact/" in links(desk)
    assert "Closed. Strood West PACT took over from it." in asked(desk, "strood")
    assert "From Luton Arches to Castle Road" in asked(desk, "luton arches")
    assert "It used to be called River Neighbourhood Panel." in asked(desk, "River Neighbourhood Panel")
    assert "Proposed, not yet endorsed." in asked(desk, "St Mary's Island")
    assert "Some are outside Medway: " in asked(desk, "ME3 7")
    assert "You typed “ME4 4A1”. We read it as ME4 4AL." in asked(desk, "ME4 4A1")


def test_it_works_on_the_search_page_too(visitor: Visitor, site: BuiltSite) -> None:
    with opened(visitor, address="/search/") as tab:
        assert asked(tab, "ME4 5DJ").startswith("Your PACT is Luton PACT")
        assert links(tab)[0] == "../pacts/luton/"
        tab.route("**/finder.json", lambda route: route.abort())
        tab.reload()
        asked(tab, "ME4 5DJ")
        assert links(tab) == ["../wards/"]


def test_nothing_is_sent_and_nothing_kept(visitor: Visitor) -> None:
    with opened(visitor) as tab:
        requests: list[str] = []
        tab.on("request", lambda request: requests.append(request.url.removeprefix(visitor.base)))
        tab.focus("#finder-field")
        tab.wait_for_load_state("networkidle")
        assert sorted(requests) == ["/finder-answers.js", "/finder.json"]
        for words in ("ME4 5DJ", "TN1 1AA", "luton arches", "zzyzx"):
            tab.fill("#finder-field", "")
            tab.keyboard.type(words, delay=10)
            tab.keyboard.press("Enter")
            tab.wait_for_selector(".finder__answer h2")
        assert len(requests) == 2
        assert tab.url == visitor.base + "/"
        assert tab.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
        field = tab.locator("#finder-field")
        assert field.get_attribute("name") is None
        assert field.get_attribute("autocomplete") == "off"
        assert tab.evaluate("Array.from(new FormData(document.querySelector('.finder form'))).length") == 0


def test_without_scripts_there_is_no_field_and_no_request(visitor: Visitor) -> None:
    context = visitor.new_context(State(320, scripts=False))
    tab = context.new_page()
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(visitor.base + "/", wait_until="networkidle")
    assert not [url for url in requests if "finder" in url]
    assert tab.locator("input, form, button[class=btn]").count() == 0
    assert tab.locator(".finder").bounding_box()["height"] == 0  # type: ignore[index]
    assert tab.locator("a[href='wards/luton/']").first.is_visible()
    context.close()


def test_it_works_by_keyboard_alone(visitor: Visitor) -> None:
    with opened(visitor) as tab:
        for _ in range(30):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement.id") == "finder-field":
                break
        tab.keyboard.type("ME4 5DJ")
        tab.keyboard.press("Enter")
        tab.wait_for_selector(".finder__answer h2")
        assert tab.evaluate("document.activeElement.textContent") == "Your PACT is Luton PACT"
        assert tab.url == visitor.base + "/", "Enter must not leave the page"
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/pacts/luton/")


def test_a_screen_reader_is_told_once_per_answer(visitor: Visitor) -> None:
    with opened(visitor) as tab:
        status = tab.locator(".finder [role=status]")
        tab.evaluate("""() => {
            window.told = [];
            const status = document.querySelector(".finder [role=status]");
            new MutationObserver(() => window.told.push(status.textContent)).observe(status, {childList: true});
        }""")
        tab.focus("#finder-field")
        tab.keyboard.type("ME4 5DJ", delay=60)
        expect(status).to_have_text("Your PACT is Luton PACT. ME4 5DJ is in Luton ward, Chatham.")
        tab.wait_for_timeout(300)
        assert len([one for one in tab.evaluate("window.told") if one]) == 1
        tab.fill("#finder-field", "")
        expect(status).to_have_text("")
        expect(tab.locator(".finder__answer")).to_be_empty()


def test_the_field_says_what_it_is(desk: Page) -> None:
    field = desk.get_by_role("searchbox", name="Postcode, place, name or problem")
    assert field.get_attribute("spellcheck") == "false"
    described = desk.locator(f"#{field.get_attribute('aria-describedby')}")
    assert described.inner_text() == "What you type stays on your device."


def test_a_failed_fetch_is_told_in_words_and_tried_again(visitor: Visitor) -> None:
    with opened(visitor) as tab:
        tab.route("**/finder.json", lambda route: route.abort())
        assert asked(tab, "ME4 5DJ").startswith("The list could not be fetched\n")
        assert links(tab) == ["wards/"]
        tab.unroute("**/finder.json")
        assert asked(tab, "ME4 5DJ").startswith("Your PACT is Luton PACT")


def test_an_area_without_postcodes_still_answers_names(visitor: Visitor) -> None:
    def without_postcodes(route: Route) -> None:
        data: dict[str, Any] = route.fetch().json()
        route.fulfill(json={**data, "sectors": [], "answers": []})

    with opened(visitor) as tab:
        tab.route("**/finder.json", without_postcodes)
        assert asked(tab, "ME4 5DJ").startswith("We have no list of postcodes yet\n")
        assert asked(tab, "Luton").startswith("Luton has a PACT: Luton PACT")


OUTSIDE = "No PACT covers ME4 5DJ, though part of Luton has one"


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ([[0], [], []], "Your PACT is "),
        ([[0, 1], [], []], "2 PACTs for you in Luton"),
        ([[0], [1], []], "2 PACTs for you in Luton"),
        ([[0], [], [1]], "Your PACT is "),
        ([[], [0], [1]], "Part of Luton has a PACT"),
        ([[], [0, 1], []], "2 PACTs share Luton"),
        ([[], [], [0]], OUTSIDE),
        ([[], [], [0, 1]], OUTSIDE),
    ],
)
def test_every_way_of_being_covered_has_its_words(visitor: Visitor, row: list[list[int]], heading: str) -> None:
    def covered(route: Route) -> None:
        data: dict[str, Any] = route.fetch().json()
        luton = next(at for at, ward in enumerate(data["wards"]) if ward[0] == "Luton")
        answers = [[luton, *row] if isinstance(one, list) and one[0] == luton else one for one in data["answers"]]
        route.fulfill(json={**data, "answers": answers})

    with opened(visitor) as tab:
        tab.route("**/finder.json", covered)
        said = asked(tab, "ME4 5DJ")
        assert said.startswith(heading), said
        named = {link for link in links(tab) if "pacts/" in link}
        assert len(named - {"pacts/medway-youth/"}) == (len(row[0] + row[1]) or len(row[2]))


@pytest.mark.parametrize("state", SCREENS, ids=str)
@pytest.mark.parametrize("words", ["ME4 5DJ", "ME7 1AA", "zzyzx"])
def test_an_answer_is_accessible_and_fits(
    visitor: Visitor,
    axe_source: str,  # noqa: F811
    words: str,
    state: State,
) -> None:
    with opened(visitor, state) as tab:
        asked(tab, words)
        tab.evaluate(read_script("layout.js"))
        assert tab.evaluate("[...pactLayout.faults(), ...pactLayout.controls()]") == []
        tab.evaluate(axe_source)
        found = [describe(one, words, state) for one in tab.evaluate(RUN_AXE)["violations"]]
        assert not found, "\n".join(found)
