"""A newsletter in 150, 60 or 30 words, for parish magazines, schools and noticeboards."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from ..views.short_texts import LIMITS, NextDate, ShortFacts
from ..views.shortening import MORE, first_words
from .words import Words
from .words.dates import clock, day, span, weekday

_LEAST = 9
"""Words kept for what was decided or done, however long the names around it are."""
_NAME = 5
"""Words of a PACT's name where the whole of it would leave no room for that."""
_SENTENCES = ("decisions", "findings")
"""What the record holds as sentences; the rest are names of things, listed in one sentence."""
_GROUPS = (*_SENTENCES, "votes", "done", "issues", "promised")


def short_text(words: Words, facts: ShortFacts, limit: int, where: str) -> Markup:
    """The facts of a newsletter in sentences of at most `limit` words in all.

    They always say which PACT it is, what was decided or done, the next date and where to find out: at
    `where`, the whole address of the newsletter, or from the secretary where the site's address is not
    known. The line that marks a demonstration stands above them and is not counted.
    """
    frames = [(" ".join(opening), " ".join(closing)) for opening, closing in _frames(words, facts, limit, where)]
    fitting = [frame for frame in frames if _count(*frame) + _LEAST <= limit]
    opening, closing = fitting[0] if fitting else frames[-1]
    middle = _middle(words["newsletter_short"], facts, limit - _count(opening, closing))
    return Markup(" ").join(Markup(part) for part in (opening, middle, closing) if part)  # noqa: S704 - made of phrases


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def _frames(
    words: Words, facts: ShortFacts, limit: int, where: str
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """How a text can begin and end, the fullest way first."""
    says, place = words["newsletter_short"], facts.next_date.place if facts.next_date else ""
    met, to_ask = says.met[facts.kind], facts.phone or facts.email
    find_out = says.more(where=where or to_ask) if where or to_ask else says.ask
    if limit > LIMITS[-1]:
        came = [says.came(facts.residents)] if facts.residents else []
        ask = [says.anyone, says.ring(phone=facts.phone)] if limit == LIMITS[0] and facts.phone else []
        opening = (met(pact=facts.pact, day=weekday(words, facts.day)), *came)
        yield opening, (_next_in_full(words, facts.next_date), *ask, find_out)
    for name, where_met in ((facts.pact, place), (facts.pact, ""), (first_words(facts.pact, _NAME), "")):
        opening = (met(pact=name, day=day(words, facts.day)),)
        yield opening, (_next_in_short(words, facts.next_date, where_met), find_out)


def _next_in_full(words: Words, coming: NextDate | None) -> str:
    if coming is None:
        return str(words["newsletter_short"].next_fixed)
    times = span(words, coming.start, coming.end)
    return _next(words, words["kind_inside"][coming.kind], weekday(words, coming.day), times, coming.place)


def _next_in_short(words: Words, coming: NextDate | None, place: str) -> str:
    if coming is None:
        return str(words["newsletter_short"].next_fixed)
    return _next(words, day(words, coming.day), clock(words, coming.start) if coming.start else "", place)


def _next(words: Words, *details: str) -> str:
    return str(words["newsletter_short"].next(when=", ".join(one for one in details if one)))


def _middle(says: Words, facts: ShortFacts, room: int) -> str:
    """What was decided or done, as much of it as there is room for, the weightiest first."""
    chosen: dict[str, list[str]] = {group: [] for group in _GROUPS}
    by_weight = list(_by_weight(facts))
    for group, said in by_weight:
        chosen[group].append(said)
        if _count(_sentences(says, chosen)) > room:
            chosen[group].pop()
    if text := _sentences(says, chosen):
        return text
    if not by_weight:
        return str(says.nothing)
    group, said = by_weight[0]
    label = _count(_sentences(says, {group: [MORE]})) - 1
    return _sentences(says, {group: [first_words(said, max(room - label, 1))]})


def _by_weight(facts: ShortFacts) -> Iterator[tuple[str, str]]:
    said = {
        "decisions": facts.decisions,
        "findings": facts.findings,
        "votes": tuple(f"{topic} {count}" for topic, count in facts.votes),
        "done": facts.done,
        "issues": facts.issues,
        "promised": tuple(f"{what} ({agency})" for what, agency in facts.promised),
    }
    yield from (("decisions", one) for one in said["decisions"][:1])
    yield from (("votes", one) for one in said["votes"][:3])
    yield from (("findings", one) for one in said["findings"][:1])
    yield from (("done", one) for one in said["done"][:2])
    yield from (("decisions", one) for one in said["decisions"][1:])
    yield from (("issues", one) for one in said["issues"])
    yield from (("findings", one) for one in said["findings"][1:3])
    yield from (("promised", one) for one in said["promised"][:3])


def _sentences(says: Words, chosen: Mapping[str, Sequence[str]]) -> str:
    """The chosen facts, each group in a sentence or more."""
    parts = []
    for group, said in chosen.items():
        if said and group in _SENTENCES:
            parts.append(says[group](what=" ".join(_ended(one) for one in said)))
        elif said:
            parts.append(says[group](what="; ".join(said)))
    return " ".join(parts)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", MORE)) else f"{text}."
