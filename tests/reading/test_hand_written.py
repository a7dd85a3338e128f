"""Hand-written pages and the files beside them."""

from pathlib import Path

import pytest

from pact_directory.reading.hand_written import check_pages


def said(folder: Path) -> list[tuple[str, int, str]]:
    return [(Path(one.path).name, one.line, one.code) for one in check_pages(folder)]


@pytest.mark.parametrize(
    "name", ["page.md", "page.markdown", "page.mdown", "page.mkdn", "page.mkd", "PAGE.MD", "a/b.md"]
)
def test_raw_html_is_found_in_whatever_is_taken_for_markdown(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# About\n\n<script>alert(1)</script>\n")
    assert said(tmp_path) == [(path.name, 3, "raw-html")]


def test_a_good_page_has_no_fault(tmp_path: Path) -> None:
    words = "# About\n\nSee [wards](wards/index.html), [top](#top) and ![a map](map.png).\n\n---\n\nThe end.\n"
    (tmp_path / "about.md").write_text(words)
    (tmp_path / "contact.md").write_text(f"---\ntitle: About\n---\n{words}")
    for name in ("map.png", "site.css", "favicon.ico", "robots.txt", "terms.pdf", ".hidden.html"):
        (tmp_path / name).write_text("plain")
    (tmp_path / "logo.SVG").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>')
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    assert said(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "line", "code"),
    [
        ("---\ntitle: About\n\nWords\n", 1, "open-front-matter"),
        ("---\ntitle: [About\n---\nWords\n", 3, "not-yaml"),
        ("---\ntitle: About\ntitle: Again\n---\nWords\n", 3, "duplicate-key"),
        ("---\ntitle: About\n---\n\n[x](javascript:alert)\n", 5, "odd-link"),
        ("Words\n<!-- secret -->\n", 2, "raw-html"),
    ],
)
def test_faults_of_pages(tmp_path: Path, words: str, line: int, code: str) -> None:
    (tmp_path / "about.md").write_text(words)
    assert said(tmp_path) == [("about.md", line, code)]


@pytest.mark.parametrize(
    "name", ["page.html", "page.HTM", "app.js", "feed.xml", "data.json", "noending", "archive.zip"]
)
def test_files_a_browser_would_run_or_nobody_listed_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    assert said(tmp_path) == [(name, 1, "stray-file")]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a onload = "x"/>',
        '<a xlink:href="JavaScript:x"/>',
        "<foreignObject/>",
        "<!ENTITY x 'y'>",
    ],
)
def test_pictures_that_hold_a_program_are_refused(tmp_path: Path, inside: str) -> None:
    (tmp_path / "logo.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>')
    assert said(tmp_path) == [("logo.svg", 1, "stray-file")]


def test_links_to_elsewhere_are_refused_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    content = tmp_path / "content"
    content.mkdir()
    (content / "page.md").symlink_to(secret)
    (content / "folder").symlink_to(tmp_path)
    assert said(content) == [("folder", 1, "stray-file"), ("page.md", 1, "stray-file")]
