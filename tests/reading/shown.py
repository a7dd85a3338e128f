"""Golden files: what is said of an input lies beside it, under the same name with the ending .txt."""

from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden" / "reading"


def inputs(folder: str) -> list[str]:
    """The inputs of a folder, as paths from it."""
    found = sorted(GOLDEN.joinpath(folder).rglob("*"))
    return [
        str(path.relative_to(GOLDEN / folder))
        for path in found
        if path.suffix in {".yml", ".md", ".csv", ".geojson"}
    ]


def input_of(folder: str, name: str) -> bytes:
    """An input's bytes."""
    return GOLDEN.joinpath(folder, name).read_bytes()


def expected(folder: str, name: str) -> str:
    """What is to be said of an input."""
    return GOLDEN.joinpath(folder, name).with_suffix(".txt").read_text("utf-8")
