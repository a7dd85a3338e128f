"""The JSON Schemas as files, for editors."""

import json
from pathlib import Path

from ..model.schema import SCHEMAS, json_schema
from .atomic import replace_bytes


def schema_text(name: str) -> str:
    """The text of a schema file, such as "pact.schema.json"; the same models give the same bytes."""
    return json.dumps(json_schema(SCHEMAS[name]), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder, and return the files that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name in SCHEMAS:
        path, text = folder / name, schema_text(name).encode()
        if not path.is_file() or path.read_bytes() != text:
            replace_bytes(path, text)
            changed.append(path)
    return changed
