"""What every record has in common: frozen, no unknown keys, and a memory of the file it came from."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr

FieldPath = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions, such as ("actions", 2, "lead_agency")."""
WORDS: FieldPath = ("(words)",)
"""The way to the words below the front matter of a page, which no key has."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a record was read from.

    `path` is relative to the record's folder, with forward slashes: "luton/meetings/2026-03-12.md".
    `at` is the record's own place inside that file, empty when it is the whole file.
    """

    path: str
    at: FieldPath = ()

    @property
    def stem(self) -> str:
        """The file's name without its ending: a meeting's id."""
        return PurePosixPath(self.path).stem

    @property
    def pact_id(self) -> str:
        """The PACT whose folder holds the file; empty for files of the area."""
        return self.path.split("/", 1)[0] if "/" in self.path else ""

    @property
    def name(self) -> str:
        """What an exemption calls the record: the path without its ending."""
        return str(PurePosixPath(self.path).with_suffix(""))


class Record(BaseModel):
    """A group of fields somebody wrote. Never changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """A record never changes, so its copy is itself; defaults are copied for every record read."""
        return self


@dataclass(frozen=True, slots=True)
class Source:
    """What reading hands to a file's record beside its fields: where it is and, below front matter, the text."""

    origin: Origin
    body: str = ""


_NOWHERE = Origin("")


class FileRecord(Record):
    """A record that is one file."""

    _origin: Origin = PrivateAttr(default_factory=lambda: _NOWHERE)  # a default is copied for every record
    _body: str = PrivateAttr(default="")

    def model_post_init(self, context: Any, /) -> None:
        """Remember the file; reading passes it as the validation context."""
        if isinstance(context, Source):
            self._origin = context.origin
            self._body = context.body

    @property
    def origin(self) -> Origin:
        """The file this record was read from."""
        return self._origin

    @property
    def body(self) -> str:
        """The Markdown below the front matter, as typed; empty for plain YAML files."""
        return self._body

    def without_body(self) -> Self:
        """The same record without its Markdown."""
        copy = self.model_copy()
        copy._body = ""
        return copy
