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

# Each in turn is put into the field and sent as on Enter: the words shown, and where their links lead.
ASK_ALL = """async (all) => {
    const field = document.querySelector("#finder-field");
    const shown = document.querySelector(".finder__answer");
    const said = [];
    for (const words of all) {
        shown.textContent = "";
        field.value = words;
        field.form.requestSubmit();
        for (let turn = 0; turn < 1000 && !shown.querySelector("h2"); turn++) await new Promise((done) => setTimeout(done, 5));
        said.push([shown.innerText, Array.from(shown.querySelectorAll("a"), (one) => one.getAttribute("href"))]);
    }
    return said;
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


def asked(tab: Page, words: str) -> str:
    """What the finder says of these words as they are typed: a line each, its heading first."""
    tab.fill("#finder-field", "")
    tab.wait_for_selector(".finder__answer:empty", state="attached")
    tab.fill("#finder-field", words)
    tab.wait_for_selector(".finder__answer h2")
    return tab.inner_text(".finder__answer").replace("\xa0", " ")


def asked_all(tab: Page, words: list[str]) -> list[tuple[str, list[str]]]:
    """What the page says of many words, one after another, and where the links lead; no round trip for each."""
    said = tab.evaluate(ASK_ALL, words)
    return [(answer.replace("\xa0", " "), [href.removeprefix("./") for href in hrefs]) for answer, hrefs in said]


def links(tab: Page) -> list[str]:
    """Where the results lead, in their order."""
    hrefs = tab.locator(".finder__answer a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    return [href.removeprefix("./") for href in hrefs]


@needs_real_data
def test_three_hundred_known_postcodes_are_answered(desk: Page, site: BuiltSite) -> None:
    wards = {fold(row[0]): row for row in json.loads((site.folder / "finder.json").read_bytes())["wards"]}
    wrong = {}
    rows = sample("medway-postcode-ward-sample")
    for row, (said, to) in zip(rows, asked_all(desk, [row["postcode"] for row in rows]), strict=True):
        ward = wards[fold(row["ward"])]
        if f"{row['postcode']} is in {ward[2]}." not in said or ward[3] not in to:
            wrong[row["postcode"]] = said
    print(f"{300 - len(wrong)} of 300 known postcodes answered rightly")
    assert set(wrong) == {ABSENT, MOVED}
    assert f"{ABSENT} is not" in wrong[ABSENT]
    assert f"{MOVED} is in " in wrong[MOVED]


@needs_real_data
def test_postcodes_of_neighbours_name_their_authority(desk: Page) -> None:
    rows = sample("near-but-outside-medway-sample")
    wrong = [
        said
        for row, (said, _) in zip(rows, asked_all(desk, [row["postcode"] for row in rows]), strict=True)
        if f"{row['postcode']} is in {row['authority']}, not in Medway" not in said
    ]
    assert not wrong


@needs_real_data
def test_postcodes_no_longer_in_use_are_answered_politely(desk: Page) -> None:
    rows = sample("medway-not-live-sample")
    for row, (said, to) in zip(rows, asked_all(desk, [row["postcode"] for row in rows]), strict=True):
        assert re.match(rf"{row['postcode']} is not (a postcode in use|in our list)\n", said), said
        assert "choose your ward" in said
        assert "wards/" in to


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
    ("GIR 0AA", "We found nothing for “GIR 0AA”", "wards/"),
    ("ＭＥ４ ５ＤＪ", "Your PACT is Luton PACT", "pacts/luton/"),  # noqa: RUF001 - as some keyboards type it
    ("ME4 6A A", "Your PACT is Fort Pitt PACT", "pacts/fort-pitt/"),
    ("MEI 1AA", "Your PACT is Rochester West and Borstal PACT", "pacts/rochester-west/"),
    ("SWIA 1AA", "We found nothing for “SWIA 1AA”", "wards/"),
    ("ME 1", "Wards with postcodes that begin with ME1", "wards/rochester-west-and-borstal/"),
    ("M E 4", "Wards with postcodes that begin with ME4", "wards/chatham-central-and-brompton/"),
    ("ME4 4AO", "“ME4 4AO” cannot be a postcode", "wards/"),
    ("ME4 4A1", "Your PACT is Chatham Central and Brompton PACT", "pacts/chatham-central/"),
    ("ME4 SDJ", "“ME4 SDJ” cannot be a postcode", "wards/"),
    ("ME4", "Wards with postcodes that begin with ME4", "wards/chatham-central-and-brompton/"),
    ("ME4 6", "Wards with postcodes that begin with ME4 6", "wards/fort-pitt/"),
    ("me46", "Wards with postcodes that begin with ME4 6", "wards/fort-pitt/"),
    ("TN12 5", "We have no postcode that begins with TN12 5", "wards/"),
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
    ("dog poo", "We found one", "topics/litter/"),
    ("drug dealers", "We found one", "topics/drugs/"),
    ("rubbish dumped", "We found one", "topics/litter/"),
    ("flytipping", "We found one", "topics/litter/"),
    ("streetlight", "We found one", "topics/lighting/"),
    ("broken street light", "We found one", "topics/lighting/"),
    ("antisocial behaviour", "We found one", "topics/anti-social-behaviour/"),
    ("noisy neighbours", "We found one", "topics/noise/"),
    ("school parking", "We found one", "topics/parking/"),
    ("motorbikes in the park", "Is it one of these?", "topics/off-road-bikes/"),
    ("speeding in my street", "Is it this one?", "topics/speeding/"),
    ("litter in Strood", "Is it one of these?", "topics/litter/"),
    ("police", "We found one", "agencies/police/"),
    ("All Hallows", "We found one", "pacts/hoo-peninsula/"),
    ("Lower Stoke", "Is it this one?", "wards/all-saints/"),
    ("Watling Street", "Is it this one?", "pacts/watling/"),
    ("Gravesham", "Gravesham is not in Medway", "wards/"),
    ("councillor for Luton", "Luton has a PACT: Luton PACT", "pacts/luton/"),
    ("who is my councillor", "Type a place or a problem", "wards/"),
    ("what is a PACT", "Type a place or a problem", "wards/"),
    ("when is the next meeting", "Type a place or a problem", "wards/"),
    # Nothing here is about these, and a wrong guess would be worse than none.
    ("domestic abuse", "We found nothing for “domestic abuse”", "wards/"),
    ("hate", "We found nothing for “hate”", "wards/"),
    ("help", "We found nothing for “help”", "wards/"),
    ("Kent", "We found nothing for “Kent”", "wards/"),
    ("__proto__", "We found nothing for “__proto__”", "wards/"),
    ("constructor", "We found nothing for “constructor”", "wards/"),
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


def test_lists_of_places_say_that_a_postcode_gives_one_answer(desk: Page) -> None:
    for place in ("Chatham", "Rainham", "Strood"):
        assert "Type your whole postcode for one answer." in asked(desk, place), place
        assert links(desk)[-1] == "wards/"
    assert "These are the first" not in asked(desk, "Chatham"), "the largest town is to be seen whole"
    assert "whole postcode" not in asked(desk, "fire")


def test_what_is_too_short_is_answered_only_when_sent(desk: Page) -> None:
    desk.fill("#finder-field", "ME4 5DJ")
    for words in ("", "M", "ME", "4", "😀", "&"):
        desk.fill("#finder-field", words)
        desk.wait_for_selector(".finder__answer:empty", state="attached")
        desk.press("#finder-field", "Enter")
        expect(desk.locator(".finder__answer h2")).to_have_text("Type a place or a problem")
        assert desk.evaluate("document.activeElement.tagName") == "H2"


SLIPS = """async ([program, list]) => {
    const { openFinder } = await import(program);
    const data = await (await fetch(list)).json();
    const finder = openFinder(data);
    const lost = [];
    let asked = 0, slowest = 0;
    const ask = (typed, ways) => {
        const before = performance.now();
        const answer = finder.answer(typed);
        slowest = Math.max(slowest, performance.now() - before);
        asked += 1;
        const found = answer.results.concat(answer.others).map((one) => one.link[1]).concat(answer.links.map((one) => one[1]));
        if (!found.some((way) => ways.includes(way))) lost.push(typed);
    };
    const names = data.wards.map((ward) => [ward[0], [ward[3], ...ward[5].concat(ward[6]).map((at) => data.pacts[at][1])]])
        .concat(data.pacts.map((pact) => [pact[0].replace(" PACT", ""), [pact[1]]]));
    names.forEach(([name, ways]) => {
        ask(name.toUpperCase(), ways);
        for (const { index, 0: word } of name.matchAll(/\\p{L}{5,}/gu)) {
            for (let at = index; at < index + word.length; at++) {
                ask(name.slice(0, at) + name.slice(at + 1), ways);
                ask(name.slice(0, at) + name[at] + name.slice(at), ways);
                if (at > index) ask(name.slice(0, at - 1) + name[at] + name[at - 1] + name.slice(at + 1), ways);
            }
        }
    });
    return { asked, lost, slowest };
}"""


def test_a_name_with_a_letter_dropped_doubled_or_swapped_is_found(desk: Page) -> None:
    found = desk.evaluate(SLIPS, ["./finder-answers.js", "./finder.json"])
    assert found["asked"] > 1500
    assert found["lost"] == []


def test_pasting_a_whole_letter_does_no_harm(desk: Page) -> None:
    said = asked(desk, "luton zzyzx " * 420)
    assert said.startswith("Is it")
    assert asked(desk, "\u202e\u202eme4 5dj " + "x" * 5000).startswith("Your PACT is Luton PACT")
    assert asked(desk, "<img src=x onerror=alert(1)>").startswith(
        "We found nothing for “<img src=x onerror=alert(1)>”"
    )
    assert desk.locator(".finder img").count() == 0


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


def test_an_answer_that_focus_moves_to_is_not_told_a_second_time(visitor: Visitor) -> None:
    with opened(visitor) as tab:
        tab.focus("#finder-field")
        tab.keyboard.type("ME4 5DJ")
        tab.keyboard.press("Enter")
        tab.wait_for_selector(".finder__answer h2")
        tab.wait_for_timeout(1300)
        assert tab.evaluate("document.activeElement.textContent") == "Your PACT is Luton PACT"
        expect(tab.locator(".finder [role=status]")).to_have_text("")


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
        for typed in ("ME4 5DJ", "ME4", "ME4 5"):
            assert asked(tab, typed).startswith("We have no list of postcodes yet\n")
        assert "whole postcode" not in asked(tab, "Chatham")
        assert asked(tab, "Luton").startswith("Luton has a PACT: Luton PACT")


def test_an_area_without_neighbours_does_not_call_their_postcodes_unused(visitor: Visitor) -> None:
    def without_neighbours(route: Route) -> None:
        data: dict[str, Any] = route.fetch().json()
        nobody = len(data["answers"])
        for row in data["sectors"]:
            own = [at for at in row[1] if isinstance(data["answers"][at], list)]
            signs = {chr(97 + place): at for place, at in enumerate(row[1])}
            row[2] = "".join(
                "." if signs.get(sign, nobody) not in own else chr(97 + own.index(signs[sign])) for sign in row[2]
            )
            row[1] = own
        data["sectors"] = [row for row in data["sectors"] if row[1]]
        data["answers"] = [one for one in data["answers"] if isinstance(one, list)]
        route.fulfill(json=data)

    with opened(visitor) as tab:
        tab.route("**/finder.json", without_neighbours)
        assert asked(tab, "ME4 5DJ").startswith("Your PACT is Luton PACT")
        assert asked(tab, "ME4 4ZZ").startswith("ME4 4ZZ is not in our list\n")
        assert "Postcodes that begin with ME4 4 are in:" in asked(tab, "ME4 4ZZ")
        assert asked(tab, "DA12 2AA").startswith("DA12 2AA is not in our list\n")


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


def test_names_that_differ_by_a_number_are_told_apart(visitor: Visitor) -> None:
    def numbered(route: Route) -> None:
        data: dict[str, Any] = route.fetch().json()
        for number, ward in enumerate(data["wards"], start=1):
            ward[0], ward[8] = f"Zone {number}", []
        for number, pact in enumerate(data["pacts"], start=1):
            pact[0], pact[4], pact[6], pact[7], pact[8] = f"Panel {number}", "", [], [], 0
        route.fulfill(json=data)

    with opened(visitor) as tab:
        tab.route("**/finder.json", numbered)
        for words in ("Zone 7", "zone 20"):
            assert words.lower() in asked(tab, words).split("\n")[0].lower(), words
        asked(tab, "Panel 11")
        assert tab.locator(".finder__answer li a").first.inner_text() == "Panel 11"


@pytest.mark.parametrize("state", SCREENS, ids=str)
def test_an_answer_is_accessible_and_fits(
    visitor: Visitor,
    axe_source: str,  # noqa: F811
    state: State,
) -> None:
    tab = visitor.open("/", state)
    tab.evaluate(read_script("layout.js"))
    tab.evaluate(axe_source)
    for words in ("ME4 5DJ", "ME7 1AA", "zzyzx"):
        asked(tab, words)
        assert tab.evaluate("[...pactLayout.faults(), ...pactLayout.controls()]") == [], words
        found = [describe(one, words, state) for one in tab.evaluate(RUN_AXE)["violations"]]
        assert not found, "\n".join(found)
