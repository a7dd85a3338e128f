"""A printing process as seen from outside: it is given a sheet and gives back a PDF, or dies."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import IO, Any

from .sheets import Printed, Sheet

COMMAND = (sys.executable, "-P", "-m", f"{__package__}.worker")
PATIENCE = 120.0
"""Seconds that a sheet may take: the fullest newsletter takes two."""
BROKEN = "the printer stops while it works"


class CannotPrintError(Exception):
    """This machine cannot print; the text says why, as the computer put it."""


class StoppedError(Exception):
    """A printing process ended, or had to be ended, in the middle of its work."""


class PrintingProcess:
    """A process that prints one sheet after another. Raises `CannotPrintError` where none can begin."""

    def __init__(self) -> None:
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        try:
            # WeasyPrint writes fonts into a folder, and leaves it behind when it is ended.
            self._scratch = tempfile.TemporaryDirectory(prefix="pact-printing-", ignore_cleanup_errors=True)
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"TMPDIR": self._scratch.name},
                process_group=0,  # Ctrl+C is for us, who end it; else it would look like a death, and be replaced
            )
        except OSError as error:
            self._tidy()
            raise CannotPrintError(str(error)) from error
        self._jobs, self._answers = _pipe(self._process.stdin), _pipe(self._process.stdout)
        try:
            missing = self._greeting()
        except StoppedError:
            missing = BROKEN
        if missing:
            self.end()
            raise CannotPrintError(missing)

    def print_sheet(self, sheet: Sheet) -> Printed:
        """Print a sheet. Raises `StoppedError`."""
        with self._patience():
            self._jobs.write(json.dumps(asdict(sheet)).encode() + b"\n")
            self._jobs.flush()
            told = self._answer()
            pdf = self._answers.read(told["size"])
            if len(pdf) < told["size"]:
                raise StoppedError
        return Printed(pdf, told["sides"], told["room"], tuple(told["said"]))

    def end(self) -> None:
        """End the process, whatever it is doing, and take away what it wrote."""
        self._process.kill()
        for pipe in (self._jobs, self._answers):
            try:
                pipe.close()
            except OSError:
                continue
        self._process.wait()
        self._tidy()

    def _tidy(self) -> None:
        if self._scratch:
            self._scratch.cleanup()

    def _greeting(self) -> str:
        """What is missing for this machine to print, in the computer's words; empty where nothing is."""
        with self._patience():
            return str(self._answer()["missing"])

    def _answer(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._answers.readline()))
        except ValueError as error:  # half a line, or none
            raise StoppedError from error

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """Wait for an answer only so long: a process that never gives one is ended."""
        clock = threading.Timer(PATIENCE, self._process.kill)
        clock.daemon = True
        clock.start()
        try:
            yield
        except OSError as error:
            raise StoppedError from error
        finally:
            clock.cancel()


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None  # noqa: S101 - asked for above
    return end
