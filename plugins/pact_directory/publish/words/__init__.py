"""Every interface word, from one file a language, and the forms of dates and times.

A template asks for a phrase by its way through the file: `w.pact.subtitle`, or, with values,
`w.meeting.notice(days=21)`. Values are escaped unless they are markup already. A phrase written as
`one`/`other` (and `none`) is chosen by its `n`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml
from markupsafe import Markup, escape


class UnknownPhraseError(LookupError):
    """A template asks for a phrase the words do not have: a mistake of ours."""


class Phrase(str):
    """A phrase; called with values, it fills them in."""

    def __init__(self, _text: str) -> None:
        self._escaped = str(escape(str(self)))

    def __call__(self, **values: object) -> Markup:
        """Fill in the values; what is not markup is escaped."""
        return Markup(self._escaped.format_map({name: escape(value) for name, value in values.items()}))  # noqa: S704


class PlainPhrase(str):
    """A phrase for plain text, where nothing is escaped."""

    __slots__ = ()

    def __call__(self, **values: object) -> str:
        """Fill in the values."""
        return self.format(**values)


SomePhrase = Phrase | PlainPhrase


class Counted:
    """A phrase that depends on a number."""

    __slots__ = ("_forms",)

    def __init__(self, forms: Mapping[str, SomePhrase]) -> None:
        self._forms = forms

    def __call__(self, n: int, **values: object) -> str:
        """Choose the form for `n` and fill in the values; {n} is written with thousands separated."""
        form = "none" if n == 0 and "none" in self._forms else ("one" if n == 1 else "other")
        return self._forms[form](n=f"{n:,}", **values)


class Words:
    """A group of phrases, by attribute (for names known beforehand) or by key (for codes)."""

    def __init__(self, phrases: Mapping[str, Any], kind: type[SomePhrase], path: str = "") -> None:
        self._path = path
        self._phrases = {key: _entry(value, kind, f"{path}{key}.") for key, value in phrases.items()}

    def __getattr__(self, name: str) -> Any:
        return self[name]

    def __getitem__(self, name: str) -> Any:
        try:
            return self._phrases[name]
        except KeyError:
            raise UnknownPhraseError(f"the words have no {self._path}{name}") from None

    def __contains__(self, name: str) -> bool:
        return name in self._phrases

    def __iter__(self) -> Iterator[str]:
        return iter(self._phrases)


def _entry(value: Any, kind: type[SomePhrase], path: str) -> Any:
    if isinstance(value, str):
        return kind(value.strip())
    if isinstance(value, list):
        return tuple(kind(item) for item in value)
    if "other" in value and set(value) <= {"none", "one", "other"}:
        return Counted({form: kind(phrase.strip()) for form, phrase in value.items()})
    return Words(value, kind, path)


@cache
def words(language: str = "en-GB", *, plain_text: bool = False) -> Words:
    """The words of a language, for pages or for plain text."""
    text = resources.files(__name__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    return Words(yaml.load(text, Loader=yaml.CBaseLoader), PlainPhrase if plain_text else Phrase)  # noqa: S506 - our own file, read as text only
