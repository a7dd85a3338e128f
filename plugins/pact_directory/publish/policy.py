"""The content security policy: nothing but our own stylesheet and pictures, save on the few pages that do more."""

CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""What every page may load."""

_FINDER = ("script-src 'self'", "connect-src 'self'")
_SCRIPT = ("script-src 'self'",)
_MORE = {
    "home": _FINDER,
    # The search engine is a program of its own kind, which browsers call unsafe unless it is named.
    "search": ("script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"),
    "map": ("script-src 'self'", "frame-src 'self'"),
    # A button that copies.
    **dict.fromkeys(("pact", "ward", "meeting", "meetings", "councillors", "agency"), _SCRIPT),
    **dict.fromkeys(("newsletter", "papers", "thank_you", "news"), _SCRIPT),
    "zoom": _SCRIPT,
}
"""What pages of a kind may load besides."""

_HEADERS = f"""/*
  Content-Security-Policy: {CONTENT_POLICY}; {"; ".join(_MORE["search"])}; frame-src 'self'; frame-ancestors 'self'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
"""


def headers_file(pictures_from: str = "") -> str:
    """A headers file for servers that read one.

    It is as wide as the widest page: each page narrows it for itself. `pictures_from` is a tile server.
    """
    return with_pictures(_HEADERS, pictures_from)


def with_pictures(policy: str, pictures_from: str) -> str:
    """A policy that lets in another host's pictures besides; nothing else of it changes.

    Leaflet gives a picture it no longer wants the address `data:`, which asks nobody for anything.
    """
    return policy.replace("img-src 'self'", f"img-src 'self' data: {pictures_from}") if pictures_from else policy


def page_policy(base: str, kind: str) -> str:
    """The policy of a page of a kind; empty where there is none, while serving."""
    return "; ".join([base, *_MORE.get(kind, ())]) if base else ""
