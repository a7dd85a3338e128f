"""Every link, picture, style and anchor of every page leads somewhere, and every page can be reached."""

import re
from collections.abc import Iterator

from .built import BuiltPage, BuiltSite, Link, resolve

OUTSIDE_SCHEMES = ("https://", "http://", "mailto:", "tel:")
# Statements of a page about itself, which may name other hosts as <a> may: nothing is fetched to show it.
OUTSIDE_RELATIONS = {"canonical", "alternate", "license"}


def faults_of_link(site: BuiltSite, page: BuiltPage, link: Link) -> Iterator[str]:
    """What is wrong with one address written in a page."""
    outside, path, fragment = resolve(page, link.value)
    if outside:
        is_known = link.value.strip().startswith(OUTSIDE_SCHEMES)
        may_lead_outside = link.tag == "a" or OUTSIDE_RELATIONS & set(link.rel.split())
        if not (is_known and may_lead_outside):
            yield "leads outside the site"
        return
    if not link.value.strip():
        yield "is empty"
    if link.value.startswith("/") and page.address != "/404.html":
        yield "starts with /, so the site would not work in a folder of another site: make it relative"
    if site.file_at(path) is None:
        yield f"there is no {path}"
    elif fragment and path in site.pages and fragment not in site.pages[path].anchors:
        yield f"{path} has no part with the id {fragment!r}"
    elif fragment == "" and link.value.endswith("#"):
        yield "leads to no part of the page"


def test_every_link_leads_somewhere(site: BuiltSite) -> None:
    faults = [
        f"{page.address}: <{link.tag} {link.attribute}={link.value!r}>: {fault}"
        for page in site.pages.values()
        for link in page.links
        for fault in faults_of_link(site, page, link)
    ]
    assert not faults, f"{len(faults)} faults, such as:\n" + "\n".join(faults[:30])


def test_every_file_named_by_a_stylesheet_is_there(site: BuiltSite) -> None:
    missing = [
        f"{sheet.relative_to(site.folder)}: {name}"
        for sheet in site.folder.rglob("*.css")
        for name in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8"))
        if not name.startswith(("data:", "#")) and not (sheet.parent / name.partition("#")[0]).is_file()
    ]
    assert not missing, f"Stylesheets name files that are not there: {missing}"


def test_every_page_can_be_reached_from_the_home_page(site: BuiltSite) -> None:
    reached, waiting = {"/"}, {"/"}
    while waiting:
        found = pages_linked_from(site, site.pages[waiting.pop()]) - reached
        reached |= found
        waiting |= found
    wanted = {address for address, page in site.pages.items() if not page.is_redirect} - {"/404.html"}
    assert not wanted - reached, f"No link leads to: {sorted(wanted - reached)[:20]}"


def pages_linked_from(site: BuiltSite, page: BuiltPage) -> set[str]:
    """The addresses of the site's pages that this one links to, or sends on to."""
    resolved = [resolve(page, link.value) for link in page.links if link.tag in {"a", "area", "meta"}]
    return {path for outside, path, _ in resolved if not outside and path in site.pages}


def test_redirects_say_so_and_offer_a_plain_link(site: BuiltSite) -> None:
    for page in (page for page in site.pages.values() if page.is_redirect):
        targets = {link.tag: resolve(page, link.value)[1] for link in page.links if link.tag in {"a", "meta"}}
        assert set(targets) == {"a", "meta"}, f"{page.address} is a redirect without a plain link"
        assert targets["a"] == targets["meta"], f"{page.address}: link and refresh lead to different pages"
        assert b"noindex" in page.source, f"{page.address} is a redirect that search engines may list"
