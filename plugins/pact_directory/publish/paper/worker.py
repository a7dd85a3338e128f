"""A process that prints: sheets come in, a line each, and PDFs go out, each after a line that tells of it.

Started as a program, so that it loads the printer and nothing else, whoever builds the site.
"""

import json
import os
import sys
from typing import BinaryIO

from .sheets import Printed, Sheet


def work(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Print sheets until there are no more.

    First it tells whether this machine can print at all, and what is missing if it cannot.
    """
    try:
        from .printing import Printer  # noqa: PLC0415 - where Pango is missing, this is where one learns of it

        printer = Printer()
    except Exception as error:  # libraries that are missing, old or broken fail each in its own way
        _tell(answers, {"missing": f"{type(error).__name__}: {error}"})
        return
    _tell(answers, {"missing": ""})
    for line in jobs:
        job = json.loads(line)
        try:
            printed = printer.print_sheet(Sheet(job["html"], tuple(job["styles"]), job["sides"]))
        except Exception as error:  # one paper that cannot be laid out must not cost the others
            printed = Printed(b"", said=(f"{type(error).__name__}: {error}",))
        told = {"size": len(printed.pdf), "sides": printed.sides, "room": printed.room, "said": printed.said}
        _tell(answers, told, printed.pdf)


def _tell(answers: BinaryIO, told: dict[str, object], pdf: bytes = b"") -> None:
    answers.write(json.dumps(told).encode() + b"\n" + pdf)
    answers.flush()


def main() -> None:
    """Talk through the standard streams; what libraries print of their own accord goes where errors go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    work(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
