"""Pages under other settings: a real directory, a forge, an adopter's look, a hand-written page."""

import re
from dataclasses import dataclass, replace
from importlib import resources

from markupsafe import Markup

from pact_directory.addresses import STYLESHEET, Address
from pact_directory.publication import PublicDirectory
from pact_directory.publish.appearance import Appearance
from pact_directory.publish.site import look

from .rendering import PLAIN, Page, directory, planned, shipped_pages, some_of_each_kind, text

STYLE = "publish/static/site.css"


def without_demonstration() -> PublicDirectory:
    area = directory().area.model_copy(update={"demonstration": False, "forge": "https://example.org/pacts/"})
    return replace(directory(), area=area)


def test_a_real_directory_has_no_mark_of_the_demonstration() -> None:
    press, plan = planned(without_demonstration(), PLAIN)
    for one in some_of_each_kind(plan):
        html = press.page(one)
        assert "Demonstration:" not in html, one.address
        assert "do not travel" not in html, one.address
        assert "For real help" not in html, one.address
        assert ("noindex" in html) == (one.kind == "redirect"), one.address


def test_the_record_can_be_edited_from_the_source_of_its_page() -> None:
    press, plan = planned(without_demonstration(), PLAIN)
    luton = next(one for one in plan if one.address == "/pacts/luton/")
    page = Page(luton.address, luton.kind, press.page(luton))
    (edit,) = page.all("link", rel="edit")
    assert edit.get("href") == "https://example.org/pacts/edit/main/pacts/luton/pact.yml"


def test_no_edit_link_without_a_forge() -> None:
    assert not shipped_pages()[Address("/pacts/luton/")].all("link", rel="edit")


def test_an_adopters_look_is_honoured() -> None:
    look = Appearance(
        name="Our panels", logo="/logo.svg", favicon="/own.ico", styles=("/own.css",), brand="#203040",
        copyright="Ours", social=(("Elsewhere", "https://example.org/us"),), nav=(("About", "/about/"),),
    )  # fmt: skip
    press, plan = planned(directory(), look)
    page = Page(plan[0].address, plan[0].kind, press.page(plan[0]))
    assert [one.get("href") for one in page.all("link", rel="stylesheet")][-1] == "own.css"
    assert page.all("img", class_="brand__logo")[0].get("src") == "logo.svg"
    assert page.all("meta", name="theme-color")[0].get("content") == "#203040"
    assert not page.all("svg")
    foot = text(page.all("footer")[0])
    assert "Ours" in foot
    assert "Elsewhere" in foot
    assert text(page.all("title")[0]) == "Find your PACT - Our panels, Medway"


@dataclass
class HandWritten:
    """What MkDocs gives a template of a hand-written page."""

    title: str
    content: Markup


def test_a_hand_written_page_stands_in_the_same_frame() -> None:
    press, _ = planned(directory(), PLAIN)
    page = HandWritten("About & more", Markup("<h1 id='about'>About</h1>\n<p>First words.</p>\n<h2>More</h2>"))
    context = press.shell_context(Address("/about/"))
    html = press.environment.get_template("shell.html").render(page=page, **context)
    found = Page(Address("/about/"), "about", html)
    assert text(found.all("title")[0]) == "About & more - PACT directory, Medway"
    assert text(found.all("h1")[0]) == "About"
    assert len(found.all("h1")) == 1
    assert [text(one) for one in found.all("div", class_="prose")] == ["First words. More"]
    assert [text(one) for one in found.all("nav", aria_label="Breadcrumb")] == ["Find your PACT"]
    assert "A PACT missing, or details wrong?" in found.words


def test_the_stylesheet_is_sent_without_comments_and_gaps_and_with_every_rule() -> None:
    source = re.sub(rb"/\*.*?\*/", b"", (resources.files("pact_directory") / STYLE).read_bytes(), flags=re.DOTALL)
    sent = next(one.content for one in look() if one.address == STYLESHEET)
    assert b"/*" not in sent
    assert not re.search(rb"\s[{};]|[{};]\s", sent)
    assert re.sub(rb"\s", b"", sent) == re.sub(rb"\s", b"", source)
