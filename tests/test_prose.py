"""Volunteers' Markdown: what it becomes, what is refused, and that nothing live can come out."""

import re
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from pact_directory.prose import CODES, MAX_LENGTH, Prose, SafeHtml, is_allowed_link, render

GOLDEN = Path(__file__).parent / "golden" / "prose"

ALLOWED = {
    "a": {"href", "rel"},
    "blockquote": set(),
    "br": set(),
    "code": set(),
    "section": {"aria-label", "class", "tabindex"},
    "em": set(),
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "hr": set(),
    "li": set(),
    "ol": {"start"},
    "p": set(),
    "pre": {"tabindex"},
    "strong": set(),
    "table": set(),
    "tbody": set(),
    "td": {"class"},
    "th": {"class", "scope"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
TAG = re.compile(r'<(/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>')
VOID = {"br", "hr"}


def explained(prose: Prose) -> str:
    return "".join(
        f"{fault.offset_line}:{fault.column} {fault.code}\n    {fault.message}\n    {fault.hint}\n"
        for fault in prose.faults
    )


def elements(html: str) -> Iterator[Element]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return (element for element in tree.iter() if element is not tree)


def assert_harmless(prose: Prose) -> None:
    """Nothing but the allowed elements, attributes and links, every element closed where it should be."""
    opened: list[str] = []
    assert prose.html.count("<") == len(TAG.findall(prose.html))
    for closing, name, _ in TAG.findall(prose.html):
        if closing:
            assert opened.pop() == name
        elif name not in VOID:
            opened.append(name)
    assert not opened
    for element in elements(prose.html):
        assert set(element.attrib) <= ALLOWED[element.tag]
        href = element.get("href", "https://")
        assert re.match(r"(https?://[a-zA-Z0-9]|mailto:|tel:)", href) or href == "https://"
        assert href.isascii()
    tree = html5lib.parseFragment(prose.html, namespaceHTMLElements=False)
    assert "".join("".join(tree.itertext()).split()) == "".join(prose.text.split())


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.md")))
def test_golden_texts(name: str) -> None:
    markdown = (GOLDEN / f"{name}.md").read_text("utf-8")
    prose = render(markdown)
    assert prose.html == (GOLDEN / f"{name}.html").read_text("utf-8")
    assert explained(prose) == (GOLDEN / f"{name}.faults").read_text("utf-8")
    assert_harmless(prose)
    with_windows_lines = render(markdown.replace("\n", "\r\n"))
    assert with_windows_lines == prose


def test_golden_texts_show_every_fault_but_those_of_size_and_of_pages() -> None:
    shown = "".join(path.read_text("utf-8") for path in GOLDEN.glob("*.faults"))
    unshown = {code for code in CODES if f" {code}\n" not in shown}
    assert unshown == {"image-elsewhere", "odd-character", "too-deep", "too-long"}


def test_a_picture_from_elsewhere_is_refused_on_a_hand_written_page() -> None:
    (fault,) = render("![a map](https://example.org/map.png)", local_links=True).faults
    assert fault.code == "image-elsewhere"


def test_templates_print_the_html_as_it_is_and_escape_the_text() -> None:
    prose = render("a **b** & `<c>`")
    template = Environment(autoescape=True).from_string("{{ prose.html }}|{{ prose.text }}")
    assert template.render(prose=prose) == (
        "<p>a <strong>b</strong> &amp; <code>&lt;c&gt;</code></p>\n|a b &amp; &lt;c&gt;"
    )


def test_html_joined_to_other_text_is_not_taken_for_safe() -> None:
    html = render("a").html
    assert isinstance(html, SafeHtml)
    assert Environment(autoescape=True).from_string("{{ html }}").render(html=html + "<b>") == (
        "&lt;p&gt;a&lt;/p&gt;\n&lt;b&gt;"
    )


def test_plain_text_has_a_line_for_each_paragraph_item_and_row() -> None:
    prose = render("# A *b*\n\none\ntwo  \nthree\n\n- x\n  - y\n- # z\n\n| p | q |\n|---|---|\n| r | `s` |\n")
    assert prose.text == "A b\none two\nthree\nx\ny\nz\np q\nr s"


def test_headings_are_returned_as_they_stand_on_the_page() -> None:
    prose = render("## Key issues\n\n#### Speed & noise\n\n## Key issues", top_heading=2, id_prefix="minutes-")
    assert [(heading.level, heading.text, heading.id) for heading in prose.headings] == [
        (2, "Key issues", "minutes-key-issues"),
        (3, "Speed & noise", "minutes-speed-and-noise"),
        (2, "Key issues", "minutes-key-issues-2"),
    ]
    assert re.findall(r'<h(\d) id="([^"]+)">', prose.html) == [
        (str(heading.level), heading.id) for heading in prose.headings
    ]


@given(st.lists(st.integers(1, 6), min_size=1), st.integers(1, 6))
def test_heading_levels_never_skip(typed: list[int], top: int) -> None:
    prose = render("\n\n".join(f"{'#' * level} x" for level in typed), top_heading=top)
    levels = [heading.level for heading in prose.headings]
    assert levels[0] == top
    assert all(top <= after <= min(6, before + 1) for before, after in pairwise(levels))
    assert len({heading.id for heading in prose.headings}) == len(typed)


def test_an_id_is_unique_even_where_another_heading_is_named_like_it() -> None:
    ids = [heading.id for heading in render("# a 2\n\n# a\n\n# a\n\n# a").headings]
    assert ids == ["a-2", "a", "a-3", "a-4"]


def test_an_impossible_top_heading_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="0"):
        render("# a", top_heading=0)


def test_tables_of_one_page_are_named_apart() -> None:
    table = "| Action | By |\n|---|---|\n| a | b |\n\n"
    prose = render(table + "text\n\n" + table, table_name="Minutes, table")
    names = [element.get("aria-label") for element in elements(prose.html) if element.tag == "section"]
    assert names == ["Minutes, table 1: Action, By", "Minutes, table 2: Action, By"]


def test_a_header_cell_that_shows_nothing_is_no_header() -> None:
    prose = render("| &#8203; | Day |\n|---|---|\n| a | b |\n")
    assert [element.text for element in elements(prose.html) if element.tag == "th"] == ["Day"]


@pytest.mark.parametrize("address", ["/wards/luton/", "#actions", "../pacts/luton/?a=b:c#d", "page.md"])
def test_links_within_the_site_only_where_they_are_allowed(address: str) -> None:
    allowed = render(f"[x]({address})", local_links=True)
    assert allowed.html == f'<p><a href="{address}">x</a></p>\n'
    assert not allowed.faults
    refused = render(f"[x]({address})")
    assert refused.html == "<p>x</p>\n"
    assert [fault.code for fault in refused.faults] == ["odd-link"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u202ejavascript:alert(1)",
        "javascript\u200b:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://example.org/x",
        "view-source:https://example.org",
        "//example.org",
        "///example.org",
        "/\\example.org",
        "\\\\example.org",
        "https:example.org",
        "https:///example.org",
        "https://example.org\\@example.com",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://\u0435xample.org/",
        "https://example.org:port/",
        "https://localhost/",
        "Https://example.org/",
        "https://example.org/a b",
        "https://example.org/\u202egnp.exe",
        "mailto:",
        "mailto:a@example.org,b@example.org",
        "mailto:a@example.org?bcc=b@example.org",
        "mailto:a%0abcc:b@example.org",
        "tel:",
        "tel:*#06#",
        "tel:01632 960101",
        "a:b",
        "x/y:z",
    ],
)
def test_odd_addresses_are_refused_on_every_page(address: str) -> None:
    assert not is_allowed_link(address)
    assert not is_allowed_link(address, local_links=True)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<ScRiPt src=//example.org>",
    "[x](javascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&Tab;script&colon;alert(1))",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    '![x](https://example.org/"onerror="alert(1))',
    '[x](https://example.org/"onclick="alert(1))',
    '[x](<https://example.org/"><script>alert(1)</script>>)',
    '[x](https://example.org "\\"><script>alert(1)</script>")',
    "[x]: javascript:alert(1)\n\n[x]",
    '```"><script>\n</code></pre><script>\n```',
    "`</code><script>`",
    "# </h3><script> {#x onclick=alert(1)}",
    '| "><script> |\n|---|\n| </td><script> |',
    "<!--><script>alert(1)</script>-->",
    "<x\n\nonclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script>alert(1)&#60;/script>",
    "{{ 7*7 }} {% include 'x' %} {# x #}",
    "<style>*{display:none}</style>",
    "<svg><a xlink:href=javascript:alert(1)>",
    "text\u2028<b onclick=x>",
]


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_text_stays_text(markdown: str) -> None:
    prose = render(markdown)
    assert_harmless(prose)
    assert_harmless(render(f"- {markdown}"))
    assert "{{ 49 }}" not in prose.html


def test_template_braces_are_ordinary_text() -> None:
    assert render("{{ 7*7 }}") == Prose(SafeHtml("<p>{{ 7*7 }}</p>\n"), "{{ 7*7 }}", (), ())


@pytest.mark.parametrize(
    ("markdown", "line", "column", "named"),
    [
        ("a\n\nb \x00c", 3, 3, "U+0000"),
        ("é\u202eb", 1, 2, "U+202E"),
        ("\U0001f6b2 \u2067b", 1, 3, "U+2067"),
        ("# a\n`\x0cb`", 2, 2, "U+000C"),
        ("a &#x202e;b", 1, 3, "U+202E"),
        ("> - a\r\n>   b\x07", 2, 6, "U+0007"),
        ("```\na\n\x1b[0m\n```", 3, 1, "U+001B"),
        ("<b\x00", 1, 3, "U+0000"),
    ],
)
def test_hidden_characters_are_dropped_and_found(markdown: str, line: int, column: int, named: str) -> None:
    prose = render(markdown)
    (fault,) = prose.faults
    assert (fault.code, fault.offset_line, fault.column) == ("odd-character", line, column)
    assert named in fault.message
    assert not re.search("[\x00\x07\x0c\x1b\u202e\u2067]", prose.html + prose.text)


def test_ordinary_writing_in_other_scripts_is_no_fault() -> None:
    text = "Café, ਪੰਜਾਬੀ, اردو, naïve\u00a0£5, 🚲 and\ttab\u200d"
    prose = render(text)
    assert not prose.faults
    assert prose.html == f"<p>{text}</p>\n"


def test_columns_count_characters_not_bytes() -> None:
    prose = render("ordinary\nå🚲é <b>x\n\n> ü [y](x:y)")
    assert [(fault.offset_line, fault.column) for fault in prose.faults] == [(2, 5), (4, 5)]


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](mailto:jane.doe%20x@example.org)",
        "[x](jane.doe@example.org)",
        '<a href="mailto:jane.doe@example.org">',
        "<b title=jane.doe&#64;example.org>",
        "[x](tel:01632%20960101)",
        "<b x='(01632) 960 101'>",
        "| a |\n|---|\n| b | 01632 960101, jane.doe@example.org |",
        f"<b title={'x' * 25}jane.doe@example.org>",
    ],
)
def test_messages_never_quote_a_contact(markdown: str) -> None:
    (fault,) = render(markdown).faults
    assert "jane" not in fault.message
    assert "960" not in fault.message
    assert "contact left out" in fault.message


def test_long_culprits_are_quoted_in_short_on_one_line() -> None:
    (fault,) = render(f"<b\n{'x' * 500}>").faults
    assert len(fault.message) < 100
    assert "\n" not in fault.message


def test_a_careless_paste_does_not_drown_the_report() -> None:
    prose = render("<b>\n" * 5000)
    assert len(prose.faults) == 1
    prose = render("a <b>\n" * 5000)
    assert len(prose.faults) == 100
    assert prose.faults[-1].offset_line == 100


@pytest.mark.parametrize(
    "markdown", ["> " * 10_000 + "x", "- " * 10_000 + "x", ">" * 10_000, "*x " * 50 + "x*" * 50]
)
def test_deep_nesting_is_a_fault_and_shows_nothing(markdown: str) -> None:
    prose = render(f"# a\n\nbefore\n\n{markdown}")
    assert [(fault.code, fault.offset_line) for fault in prose.faults] == [("too-deep", 5)]
    assert (prose.html, prose.text, prose.headings) == ("", "", ())


def test_lists_as_deep_as_anyone_writes_are_no_fault() -> None:
    prose = render("".join(f"{'  ' * depth}- **level {depth}**\n" for depth in range(8)))
    assert not prose.faults
    assert prose.html.count("<ul>") == 8


def test_too_long_a_text_is_a_fault_and_is_not_read() -> None:
    assert not render("a" * MAX_LENGTH).faults
    prose = render("a" * MAX_LENGTH + "b")
    assert [fault.code for fault in prose.faults] == ["too-long"]
    assert prose.html == ""


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "![", "<", "[a](", "*a _b ", "**a ", "`a` ", "```\n", "<!--", "a <? ", "a <b>", "\\", "&"),
        *("&#x202e;", "# a\n\n", "- a\n", "1. a\n\n", "> a\n\n", "| a | b | c |\n|-|-|\n", "a@"),
        *("[a](javascript:x) ", "[a]: /x\n", "|"),
        pytest.param("<b " + "x" * 190_000 + ">", id="one long tag"),
    ],
)
def test_two_hundred_kilobytes_take_no_more_than_a_moment(unit: str) -> None:
    markdown = unit * (200_000 // len(unit))
    began = time.process_time()
    prose = render(markdown)
    assert time.process_time() - began < 3, "cost must grow with the length, not with its square"
    assert prose.html.count("<") == len(TAG.findall(prose.html))


FRAGMENTS = st.sampled_from(
    [
        *HOSTILE,
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "  ",
            "    ",
            "- ",
            "1. ",
            "> ",
            "# ",
            "###### ",
            "---\n",
            "===\n",
        ),
        *("*", "**", "_", "`", "```\n", "[", "](", "]: ", ")", "![", "<", ">", "<!--", "-->", "{", "}", "\\"),
        *("|", "| a | b |\n|:-:|--:|\n", "&amp;", "&#0;", "é", "🚲", "\x00", "\u202e", "\u200b"),
        *("https://example.org", "mailto:a@example.org", "<a@example.org>", "[x](https://example.org)"),
        *("![x](y)", "<b>", "</b>", "<div>\n", "</div>\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS | st.text(max_size=8), max_size=30).map("".join))
def test_whatever_is_typed_nothing_live_comes_out(markdown: str) -> None:
    prose = render(markdown, id_prefix="minutes-")
    assert_harmless(prose)
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in prose.faults:
        assert fault.code in CODES
        assert 1 <= fault.column <= len(lines[fault.offset_line - 1]) + 1
        assert fault.message.isprintable()
        assert "@" not in fault.message
    places = [(fault.offset_line, fault.column) for fault in prose.faults]
    assert places == sorted(places)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.characters(categories=["Cs"]), max_size=40))
def test_any_characters_at_all_are_read_without_an_exception(markdown: str) -> None:
    assert_harmless(render(markdown))
