"""A tile server: whose pictures lie under the map one can zoom, where an adopter names one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from ..model.types import read_line
from .unsuitable import UnsuitableSettingError

# One host, so that the policy of the page can name it; then what an address may hold, placeholders included.
_URL = re.compile(
    r"(?P<source>https://(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::[0-9]{1,5})?)"
    r"(?P<path>/[A-Za-z0-9/._~@%&=+,:?{}-]*)",
    re.IGNORECASE,
)
_WANTED = {"z", "x", "y"}
_EXAMPLE = 'tiles: {url: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: "© Example Maps"}'


@dataclass(frozen=True, slots=True)
class Tiles:
    """A tile server. `url` has the placeholders {z}, {x} and {y}; `attribution` is plain text.

    `source` is the address's beginning as a policy names it, `host` as people do.
    """

    url: str
    attribution: str
    source: str
    host: str


def read_tiles(given: Any) -> Tiles | None:
    """Read the setting `tiles`; None where nothing is set. Raises `UnsuitableSettingError`."""
    if given is None:
        return None
    if not isinstance(given, Mapping) or not set(given) <= {"url", "attribution"}:
        raise _refusal("", "give an address and the line its owner asks for")
    url = str(given.get("url") or "")
    found = _URL.fullmatch(url)
    if found is None:
        raise _refusal(".url", f'"{url}" is not an address that begins with https:// and one host')
    if set(re.findall(r"\{(.*?)\}", found["path"])) != _WANTED or re.sub(r"\{[xyz]\}", "", found["path"]).count(
        "{"
    ):
        raise _refusal(".url", f'"{url}" must hold {{z}}, {{x}} and {{y}}, and no other word in braces')
    try:
        attribution = read_line(str(given.get("attribution") or ""))
    except PydanticCustomError as error:
        raise _refusal(".attribution", str((error.context or {})["said"])) from None
    if not attribution:
        raise _refusal(".attribution", "the owner of the pictures must be named")
    return Tiles(url, attribution, found["source"].lower(), found["host"].lower())


def _refusal(field: str, said: str) -> UnsuitableSettingError:
    return UnsuitableSettingError(
        f"mkdocs.yml: plugins: pact_directory: tiles{field}: {said.rstrip('.')}. Write {_EXAMPLE}"
    )
