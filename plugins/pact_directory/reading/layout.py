"""Where each file of a record belongs. The only module that knows file names."""

import difflib
import re
from enum import StrEnum
from typing import NamedTuple

RESERVED_FOLDERS = frozenset({"crime", "evaluation"})
PACT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_STEM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)*\.md\Z")


class FileKind(StrEnum):
    """What a file of the record is."""

    AREA = "area"
    WARDS = "wards"
    AGENCIES = "agencies"
    VENUES = "venues"
    TOPICS = "topics"
    EXEMPTIONS = "exemptions"
    PACT = "pact"
    ACTIONS = "actions"
    FEEDBACK = "feedback"
    MEETING = "meeting"
    NEWSLETTER = "newsletter"
    UPDATE = "update"
    DOCUMENT = "document"
    COVERAGE = "coverage"
    POSTCODES = "postcodes"
    NEIGHBOURS = "neighbours"
    SHAPES = "shapes"
    NOTES = "notes"


AREA_FILES = {
    "area.yml": FileKind.AREA,
    "wards.yml": FileKind.WARDS,
    "agencies.yml": FileKind.AGENCIES,
    "venues.yml": FileKind.VENUES,
    "topics.yml": FileKind.TOPICS,
    "exemptions.yml": FileKind.EXEMPTIONS,
    "postcodes.csv": FileKind.POSTCODES,
    "neighbours.csv": FileKind.NEIGHBOURS,
    "wards.geojson": FileKind.SHAPES,
    "SOURCES.md": FileKind.NOTES,
}
PACT_FILES = {
    "pact.yml": FileKind.PACT,
    "actions.yml": FileKind.ACTIONS,
    "feedback.yml": FileKind.FEEDBACK,
    "coverage.geojson": FileKind.COVERAGE,
}
PAGE_FOLDERS = {
    "meetings": FileKind.MEETING,
    "newsletters": FileKind.NEWSLETTER,
    "updates": FileKind.UPDATE,
}
DEEPEST = 2
"""Folders in folders: a PACT's, and those inside it."""
DOCUMENTS_FOLDER = "documents"
DOCUMENT_ENDINGS = frozenset({".pdf", ".jpg", ".jpeg", ".png"})

TEXT_KINDS = frozenset({*AREA_FILES.values(), *PACT_FILES.values(), *PAGE_FOLDERS.values()}) - {FileKind.NOTES}
"""The kinds whose contents are read; the others are documents, and notes for people."""


class Stray(NamedTuple):
    """Why a file does not belong, and what to do."""

    message: str
    hint: str


def classify(path: str) -> FileKind | Stray:
    """Tell what the file at a path (relative to the record, forward slashes) is, or why it does not belong."""
    folder, _, rest = path.partition("/")
    if not rest:
        return AREA_FILES.get(path) or _stray(path, "the record's folder", [*AREA_FILES])
    if folder in RESERVED_FOLDERS or not PACT_ID.match(folder):
        return _odd_folder(folder)
    name, _, deeper = rest.partition("/")
    if not deeper:
        return PACT_FILES.get(rest) or _stray(rest, "a PACT's folder", [*PACT_FILES])
    return _in_subfolder(name, deeper)


def _in_subfolder(folder: str, name: str) -> FileKind | Stray:
    known = [*PAGE_FOLDERS, DOCUMENTS_FOLDER]
    if folder not in known:
        return _stray(f"{folder}/{name}", "a PACT's folder", [f"{one}/" for one in known], f"{folder}/")
    if "/" in name:
        return Stray(f'"{folder}/{name}" lies too deep.', f"Put it straight into {folder}/.")
    if folder == DOCUMENTS_FOLDER:
        return _document(name)
    if _STEM.match(name):
        return PAGE_FOLDERS[folder]
    hint = "Name it by its day: 2026-03-12.md, or 2026-03-12-surgery.md for a second one that day."
    return Stray(f'"{name}" is not a name for a file in {folder}.', hint)


def _document(name: str) -> FileKind | Stray:
    ending = name[name.rfind(".") :].lower()
    if ending in DOCUMENT_ENDINGS and not name.startswith("."):
        return FileKind.DOCUMENT
    return Stray(f'"{name}" is of a kind that is not published.', "Save it as PDF, JPEG or PNG.")


def _odd_folder(folder: str) -> Stray:
    if folder in RESERVED_FOLDERS:
        return Stray(
            f'The folder "{folder}" is kept for figures that are not read yet.', "Move it out of the record."
        )
    return Stray(
        f'"{folder}" cannot be the id of a PACT.',
        "Name the folder with lower-case letters, digits and hyphens: luton-hill",
    )


def _stray(name: str, place: str, known: list[str], meant: str = "") -> Stray:
    near = difflib.get_close_matches((meant or name).lower(), known, n=1, cutoff=0.6)
    hint = f'Did you mean "{near[0]}"?' if near else f"Only these belong in {place}: {', '.join(known)}"
    return Stray(f'"{name}" does not belong in {place}.', hint)
