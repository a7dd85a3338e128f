"""Which file is what, and which does not belong."""

import pytest

from pact_directory.reading.layout import FileKind, Stray, classify

BELONGS = {
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
    "luton/pact.yml": FileKind.PACT,
    "luton/actions.yml": FileKind.ACTIONS,
    "luton/feedback.yml": FileKind.FEEDBACK,
    "luton/coverage.geojson": FileKind.COVERAGE,
    "luton-hill-2/pact.yml": FileKind.PACT,
    "luton/meetings/2026-03-12.md": FileKind.MEETING,
    "luton/meetings/2026-03-12-surgery.md": FileKind.MEETING,
    "luton/newsletters/2026-03-12.md": FileKind.NEWSLETTER,
    "luton/updates/2026-05-02.md": FileKind.UPDATE,
    "luton/documents/poster.pdf": FileKind.DOCUMENT,
    "luton/documents/Sign at the school.JPG": FileKind.DOCUMENT,
    "luton/documents/map.v2.png": FileKind.DOCUMENT,
}
STRAY = {
    "Area.yml": 'Did you mean "area.yml"?',
    "area.yaml": 'Did you mean "area.yml"?',
    "ward.yml": 'Did you mean "wards.yml"?',
    "wards.yml~": 'Did you mean "wards.yml"?',
    "wards (copy).yml": 'Did you mean "wards.yml"?',
    "sources.md": "Only these belong",
    ".DS_Store": "Only these belong in the record's folder",
    ".gitkeep": "Only these belong in the record's folder",
    "notes.txt": "Only these belong in the record's folder",
    "luton/PACT.yml": 'Did you mean "pact.yml"?',
    "luton/pact.yaml": 'Did you mean "pact.yml"?',
    "luton/action.yml": 'Did you mean "actions.yml"?',
    "luton/.pact.yml.swp": 'Did you mean "pact.yml"?',
    "luton/minutes.docx": "Only these belong in a PACT's folder",
    "luton/meeting/2026-03-12.md": 'Did you mean "meetings/"?',
    "luton/Documents/poster.pdf": 'Did you mean "documents/"?',
    "luton/meetings/old/2026-03-12.md": "Put it straight into meetings/.",
    "luton/meetings/12-03-2026.md": "Name it by its day",
    "luton/meetings/2026-3-12.md": "Name it by its day",
    "luton/meetings/2026-03-12.MD": "Name it by its day",
    "luton/meetings/2026-03-12 surgery.md": "Name it by its day",
    "luton/meetings/2026-03-12.md.bak": "Name it by its day",
    "luton/meetings/.2026-03-12.md": "Name it by its day",
    "luton/meetings/2026-03-12.yml": "Name it by its day",
    "luton/documents/minutes.docx": "Save it as PDF, JPEG or PNG.",
    "luton/documents/page.html": "Save it as PDF, JPEG or PNG.",
    "luton/documents/picture.svg": "Save it as PDF, JPEG or PNG.",
    "luton/documents/poster.pdf.exe": "Save it as PDF, JPEG or PNG.",
    "luton/documents/.poster.pdf": "Save it as PDF, JPEG or PNG.",
    "luton/documents/poster": "Save it as PDF, JPEG or PNG.",
    "luton/documents/old/poster.pdf": "Put it straight into documents/.",
    "Luton/pact.yml": "Name the folder with lower-case letters",
    "luton hill/pact.yml": "Name the folder with lower-case letters",
    "luton_hill/pact.yml": "Name the folder with lower-case letters",
    "lut\u00f3n/pact.yml": "Name the folder with lower-case letters",
    "-luton/pact.yml": "Name the folder with lower-case letters",
    ".git/config": "Name the folder with lower-case letters",
    "../luton/pact.yml": "Name the folder with lower-case letters",
    "crime/ward_month.csv": "Move it out of the record.",
    "evaluation/2026.yml": "Move it out of the record.",
}


@pytest.mark.parametrize("path", BELONGS)
def test_what_belongs(path: str) -> None:
    assert classify(path) is BELONGS[path]


@pytest.mark.parametrize("path", STRAY)
def test_what_does_not(path: str) -> None:
    stray = classify(path)
    assert isinstance(stray, Stray)
    assert STRAY[path] in stray.hint
    assert stray.message.endswith(".")
