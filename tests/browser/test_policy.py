"""The Content Security Policy: on every page, strict, and in force."""

import re

import pytest
from playwright.sync_api import Route

from .built import BuiltPage, BuiltSite
from .kinds import KINDS, READABLE_KINDS, pages_of, samples_of
from .visiting import State, Visitor

POLICY = "//meta[translate(@http-equiv, 'CSPOLIENTURY-', 'cspolientury-')='content-security-policy']"
LOOSE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "data:", "blob:")
INJECTED = (
    "<script>window.injected = ['a script']</script>"
    "<img src='data:,' alt='' onerror=\"window.injected = ['an attribute']\">"
)


def policy_of(page: BuiltPage) -> dict[str, list[str]]:
    """The directives of the page's policy; empty without one."""
    contents = page.document.xpath(f"{POLICY}/@content")
    directives = [directive.split() for directive in contents[0].split(";")] if contents else []
    return {words[0].lower(): words[1:] for words in directives if words}


def faults_of_policy(page: BuiltPage) -> list[str]:
    """Where the page's policy is missing, late or loose, and what in the page it would stop."""
    policy = policy_of(page)
    if not policy:
        return ["has no Content-Security-Policy"]
    faults = []
    if policy.get("default-src") not in (["'none'"], ["'self'"]):
        faults.append(f"default-src is {policy.get('default-src')}, not 'none' or 'self'")
    faults += [f"{name} is missing" for name in ("base-uri", "form-action") if name not in policy]
    for name in ("default-src", "script-src", "style-src", "connect-src", "object-src", "frame-src"):
        faults += [f"{name} allows {source}" for source in policy.get(name, []) if source in LOOSE]
    if page.document.xpath(f"{POLICY}/preceding::*[self::script or self::style or self::link]"):
        faults.append("the policy comes after a script, style or link, so it does not bind them")
    inline = page.document.xpath("//@style") + page.document.xpath("//@*[starts-with(name(), 'on')]")
    faults += [f"the policy stops the inline attribute {value[:60]!r}" for value in inline]
    return faults


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_a_strict_policy(site: BuiltSite, kind: str) -> None:
    faults = [f"{page.address}: {fault}" for page in pages_of(site, kind) for fault in faults_of_policy(page)]
    assert not faults, "\n".join(faults[:20])


def injected(visitor: Visitor, address: str, *, bypass_csp: bool) -> object:
    """What ran of the scripts put into the page on its way."""

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r"(<main\b[^>]*>)", rf"\1{INJECTED}", answer.text(), count=1))

    context = visitor.new_context(State(1280, bypass_csp=bypass_csp))
    tab = context.new_page()
    tab.route(visitor.base + address, inject)
    tab.goto(visitor.base + address, wait_until="load")
    ran = tab.evaluate("window.injected || null")
    context.close()
    return ran


@pytest.mark.parametrize("kind", READABLE_KINDS)
def test_an_injected_script_does_not_run(site: BuiltSite, visitor: Visitor, kind: str) -> None:
    address = samples_of(site, kind)[0].address
    assert injected(visitor, address, bypass_csp=False) is None, f"{address}: an injected script ran."


def test_the_injected_script_would_run_without_a_policy(visitor: Visitor) -> None:
    assert injected(visitor, "/", bypass_csp=True), "The test above proves nothing: its script never runs."
