"""A file's text to its record, with every fault of form as a problem."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from pydantic import ValidationError

from ..model.record import WORDS, FileRecord, Origin, Source
from ..problems import Problem, Severity
from ..prose import Prose, render
from .english import Said, say, say_unknown
from .faults import FAULT_LIMIT, Fault
from .locate import Locator
from .place import Place, TablePlace
from .salvage import salvage
from .strict_yaml import Parsed, parse
from .text import decode, split_page

SomeRecord = TypeVar("SomeRecord", bound=FileRecord)


@dataclass
class RecordReader:
    """Reads files one by one, and gathers places, words and problems on the way."""

    shown_as: str
    places: dict[str, Place | TablePlace] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)

    @property
    def faulty_places(self) -> frozenset[tuple[str, int, int]]:
        """The values, by shown path, line and column, with a fault of form: nothing more need be said of them."""
        return frozenset((problem.path, problem.line, problem.column) for problem in self.problems)

    @property
    def locator(self) -> Locator:
        """Where everything read so far stands."""
        return Locator(self.shown_as, self.places, self.texts)

    def read(self, model: type[SomeRecord], path: str, content: bytes) -> SomeRecord | None:
        """Read a YAML file; None when it has a fault of form."""
        text = self._decode(path, content)
        if text is None:
            return None
        return self._validate(model, path, parse(text), "")

    def read_page(self, model: type[SomeRecord], path: str, content: bytes, top_heading: int) -> SomeRecord | None:
        """Read a file with front matter and words; `top_heading` is the level its first headings get."""
        text = self._decode(path, content)
        if text is None:
            return None
        page = split_page(text)
        if isinstance(page, Fault):
            self._faults(path, (page,))
            return None
        # A page may hold several texts: each has its own ids and its tables their own names.
        stem = Origin(path).stem
        words = render(page.body, top_heading=top_heading, id_prefix=f"{stem}-", table_name=f"{stem}, table")
        self.prose[path] = words
        for fault in words.faults:
            line = page.body_line + fault.offset_line - 1
            self._faults(path, (Fault(fault.code, line, fault.column, fault.message, fault.hint),))
        parsed = parse(page.front_matter, first_line=2)
        # The words begin below the blank lines that most people leave.
        blank = len(page.body) - len(page.body.lstrip())
        first_line = page.body_line + page.body[:blank].count("\n")
        parsed.place.inside = {**(parsed.place.inside or {}), WORDS[0]: Place(first_line, 1)}
        return self._validate(model, path, parsed, page.body)

    def _decode(self, path: str, content: bytes) -> str | None:
        text = decode(content)
        if isinstance(text, Fault):
            self._faults(path, (text,))
            return None
        self.texts[path] = text
        return text

    def _validate(self, model: type[SomeRecord], path: str, parsed: Parsed, body: str) -> SomeRecord | None:
        self.places[path] = parsed.place
        self._faults(path, parsed.faults)
        if parsed.values is None:
            return None
        source = Source(Origin(path), body)
        self._say(source.origin, islice(say_unknown(model, parsed.empty), FAULT_LIMIT))
        try:
            return model.model_validate(parsed.values, context=source)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        self._say(source.origin, (say(model, one) for one in errors[:FAULT_LIMIT]))
        left = salvage(model, parsed.values, parsed.place, errors, source)
        if not left.is_whole:
            self.incomplete.add(path)
        return left.record

    def _say(self, origin: Origin, said: Iterable[Said]) -> None:
        for code, path, message, hint, at_key in said:
            self.problems.append(
                self.locator.problem(code, Severity.ERROR, origin, path, message, hint, at_key=at_key)
            )

    def _faults(self, path: str, faults: tuple[Fault, ...]) -> None:
        for code, line, column, message, hint in faults:
            self.problems.append(self.locator.at(code, Severity.ERROR, path, line, column, message, hint))
