"""The whole record: bytes by path in, a `Directory` and its problems out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.actions import ActionLog
from ..model.area import Agencies, Area, Exemptions, Topics, Venues, Wards
from ..model.directory import Directory, PactFolder
from ..model.meeting import Meeting
from ..model.pact import Feedback, Newsletter, Pact, Update
from ..model.record import FileRecord, Origin, Source
from ..problems import Problem, Severity
from ..prose import Prose
from .documents import Documents, read_documents
from .files import RecordFiles
from .geography import KINDS as GEOGRAPHY
from .geography import Geography, read_geography
from .layout import FileKind
from .locate import Locator
from .records import RecordReader, SomeRecord

Found = Mapping[str, FileRecord]
MODELS: dict[FileKind, type[FileRecord]] = {
    FileKind.AREA: Area,
    FileKind.WARDS: Wards,
    FileKind.AGENCIES: Agencies,
    FileKind.VENUES: Venues,
    FileKind.TOPICS: Topics,
    FileKind.EXEMPTIONS: Exemptions,
    FileKind.PACT: Pact,
    FileKind.ACTIONS: ActionLog,
    FileKind.FEEDBACK: Feedback,
}
# Headings in volunteers' words start below the heading they stand under on the page.
PAGES: dict[FileKind, tuple[type[FileRecord], int]] = {
    FileKind.MEETING: (Meeting, 3),
    FileKind.NEWSLETTER: (Newsletter, 3),
    FileKind.UPDATE: (Update, 4),
}
_REQUIRED = ("area.yml", "wards.yml", "agencies.yml")


@dataclass(frozen=True)
class Reading:
    """What was read.

    `directory` holds what could be read, faulty values left out: the rules may look at it, pages may not
    while there is any problem. None when the area or its wards could not be read. `prose` is the words of
    pages by path; `faulty_places` the places (shown path, line, column) already
    complained of.
    """

    directory: Directory | None
    faulty_places: frozenset[tuple[str, int, int]]
    prose: Mapping[str, Prose]
    problems: tuple[Problem, ...]
    locator: Locator


def read_directory(files: RecordFiles) -> Reading:
    """Read every file of a record. All faults of form are reported at once."""
    reader = RecordReader(files.shown_as)
    found: dict[str, FileRecord] = {}
    for path, content in files.contents.items():
        if files.kinds[path] in GEOGRAPHY:
            continue
        record = _read(reader, files.kinds[path], path, content)
        if record is not None:
            found[path] = record
    geography = read_geography(reader, files)
    documents = read_documents(files)
    missing = _missing(files)
    reader.problems += [
        reader.locator.at(fault.code, Severity.ERROR, path, fault.line, fault.column, fault.message, fault.hint)
        for path, fault in documents.faults
    ]
    reader.problems += _refusals(files, reader.locator) + _absences(missing, reader.locator)
    unread = _unread(files, found)
    incomplete = frozenset({*unread, *missing} | _refused(files) | reader.incomplete)
    directory = _assemble(files, found, geography, documents, incomplete)
    return Reading(directory, reader.faulty_places, reader.prose, tuple(reader.problems), reader.locator)


def _read(reader: RecordReader, kind: FileKind, path: str, content: bytes) -> FileRecord | None:
    if kind in PAGES:
        model, top_heading = PAGES[kind]
        return reader.read_page(model, path, content, top_heading)
    return reader.read(MODELS[kind], path, content)


def _refusals(files: RecordFiles, locator: Locator) -> list[Problem]:
    return [
        locator.at(refused.code, Severity.ERROR, refused.path, 1, 1, refused.message, refused.hint)
        for refused in files.refused
    ]


def _missing(files: RecordFiles) -> list[str]:
    """The files a record cannot do without that are not there at all."""
    folders = sorted({path.split("/")[0] for path in files.kinds if "/" in path})
    needed = [*_REQUIRED, *(f"{folder}/pact.yml" for folder in folders)]
    refused = _refused(files)
    return [path for path in needed if path not in files.kinds and path not in refused]


def _absences(missing: list[str], locator: Locator) -> list[Problem]:
    return [
        locator.at(
            "missing-file",
            Severity.ERROR,
            path,
            1,
            1,
            "This file is missing.",
            "Add it, or take the folder away." if "/" in path else "Add it: every record has one.",
        )
        for path in missing
    ]


def _refused(files: RecordFiles) -> set[str]:
    return {refused.path for refused in files.refused}


def _unread(files: RecordFiles, found: Found) -> set[str]:
    """The files of fields and words that could not be read at all."""
    return {path for path in files.contents if path not in found and files.kinds[path] not in GEOGRAPHY}


def _assemble(
    files: RecordFiles,
    found: Found,
    geography: Geography,
    documents: Documents,
    incomplete: frozenset[str],
) -> Directory | None:
    """Put the records together; a PACT with a file that could not be read at all is left out."""
    area, wards = found.get("area.yml"), found.get("wards.yml")
    if not (isinstance(area, Area) and isinstance(wards, Wards)):
        return None
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in files.kinds:
        folder, slash, _ = path.partition("/")
        if slash:
            by_folder[folder].append(path)
    unread = {path.partition("/")[0] for path in _unread(files, found)}
    folders = [
        _folder(paths, files, found, geography, documents)
        for name, paths in sorted(by_folder.items())
        if name not in unread
    ]
    return Directory(
        area=area,
        wards_file=wards,
        agencies_file=_only(found, "agencies.yml", Agencies),
        venues_file=_only(found, "venues.yml", Venues),
        topics_file=_only(found, "topics.yml", Topics),
        exemptions_file=_only(found, "exemptions.yml", Exemptions),
        folders=tuple(folder for folder in folders if folder),
        postcodes=geography.postcodes,
        neighbours=geography.neighbours,
        ward_shapes=geography.ward_shapes,
        incomplete=incomplete | {f"{name}/pact.yml" for name in unread},
    )


def _only(found: Found, path: str, model: type[SomeRecord]) -> SomeRecord:
    record = found.get(path)
    return record if isinstance(record, model) else model.model_validate({}, context=Source(Origin(path)))


def _folder(
    paths: list[str], files: RecordFiles, found: Found, geography: Geography, documents: Documents
) -> PactFolder | None:
    records = [found[path] for path in paths if path in found]
    name = paths[0].partition("/")[0]
    pact = found.get(f"{name}/pact.yml")
    if not isinstance(pact, Pact):
        return None
    return PactFolder(
        pact=pact,
        log=_only(found, f"{name}/actions.yml", ActionLog),
        meetings=tuple(record for record in records if isinstance(record, Meeting)),
        newsletters=tuple(record for record in records if isinstance(record, Newsletter)),
        updates=tuple(record for record in records if isinstance(record, Update)),
        feedback=_only(found, f"{name}/feedback.yml", Feedback),
        documents=frozenset(path.rsplit("/", 1)[1] for path in paths if files.kinds[path] is FileKind.DOCUMENT),
        document_files={one.name: one for path in paths if (one := documents.sound.get(path))},
        has_boundary=f"{name}/coverage.geojson" in files.kinds,
        boundary=geography.boundaries.get(name),
    )
