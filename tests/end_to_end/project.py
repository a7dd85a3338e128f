"""A copy of the project that a test may break, and the commands a coordinator types in it."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PARTS = ("mkdocs.yml", "content", "overrides", "pacts", "docs")
_PACT = "from pact_directory.cli import main; main(prog_name='pact')"


def copy_project(folder: Path, parts: tuple[str, ...] = _PARTS, *, pdf: bool = False) -> Path:
    """Copy what a site is made from into a folder; without `pdf`, it makes no PDFs, which take a minute."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in parts:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        elif source.exists():
            shutil.copy(source, folder / part)
    if not pdf and "mkdocs.yml" in parts:
        set_plugin_option(folder, "pdf: false")
    return folder


def set_plugin_option(folder: Path, line: str) -> None:
    """Write an option of our plugin into the settings of a project."""
    settings = folder / "mkdocs.yml"
    before = settings.read_text()
    settings.write_text(before.replace("      record: pacts\n", f"      record: pacts\n      {line}\n", 1))
    assert settings.read_text() != before


def pact(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the `pact` command in a folder."""
    return run(folder, sys.executable, "-c", _PACT, *arguments)


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with nothing of the test's own environment that could help it."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    environment = kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "default"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def fingerprint(folder: Path) -> Mapping[str, str]:
    """The hash of every file below a folder, by path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
