"""Printers side by side: as many processes as there is work and room for."""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from .process import BROKEN, CannotPrintError, PrintingProcess, StoppedError
from .sheets import Printed, Sheet

_ENOUGH = 6
"""Sheets that are worth a process: it takes most of a second to begin."""
_MOST = 8
"""Processes at most: each takes about 100 MB."""
_TRIES = 2
_LOSSES = 3
"""Sheets that may end their processes before nobody believes in the printer any more."""
STOPPED = "the printing process ended twice over it"


@dataclass(frozen=True)
class PrintedSheets:
    """What came of a pile of sheets, in order: None for those not begun, as printing had stopped.

    `why_stopped` says why, as the computer put it; empty when everything was tried.
    """

    printed: tuple[Printed | None, ...]
    why_stopped: str


def print_sheets(sheets: Sequence[Sheet], processes: int | None = None) -> PrintedSheets:
    """Print sheets, in as many processes as are worth it.

    A process that dies, or thinks too long, is replaced and its sheet tried once more.
    """
    pile = _Pile(sheets)
    if sheets:
        processes = processes or max(1, min(_processors(), _MOST, len(sheets) // _ENOUGH))
        with ThreadPoolExecutor(processes) as threads:
            working = [threads.submit(_work, pile) for _ in range(processes)]
            try:
                for thread in working:
                    thread.result()
            except BaseException:  # Ctrl+C above all: nobody waits for the rest of the pile
                pile.give_up(STOPPED)
                raise
    return PrintedSheets(tuple(pile.printed), pile.why_stopped)


class _Pile:
    """The sheets, what came of each, and whether there is sense in going on. Shared by the threads."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.printed: list[Printed | None] = [None] * len(sheets)
        self.why_stopped = ""
        self._sheets = iter(list(enumerate(sheets)))
        self._lost = 0
        self._lock = threading.Lock()

    def take(self) -> tuple[int, Sheet] | None:
        """The next sheet, with its number."""
        with self._lock:
            return None if self.why_stopped else next(self._sheets, None)

    def give_up(self, why: str) -> None:
        """Leave the rest of the pile: the threads end with the sheets they have in hand."""
        with self._lock:
            self.why_stopped = why

    def lose(self, number: int) -> None:
        """Put aside a sheet that ended its processes."""
        with self._lock:
            self.printed[number] = Printed(b"", said=(STOPPED,))
            self._lost += 1
            if self._lost == _LOSSES:
                self.why_stopped = BROKEN


def _work(pile: _Pile) -> None:
    """Take one sheet after another to a process of one's own."""
    printer = _Replaceable()
    try:
        while taken := pile.take():
            number, sheet = taken
            printed = printer.print_sheet(sheet)
            if printed is None:
                pile.lose(number)
            else:
                pile.printed[number] = printed
    except CannotPrintError as error:
        pile.why_stopped = str(error)
    finally:
        printer.end()


class _Replaceable:
    """A process that another takes the place of when it dies."""

    def __init__(self) -> None:
        self._process: PrintingProcess | None = None

    def print_sheet(self, sheet: Sheet) -> Printed | None:
        """Print a sheet; None when it has ended a process each time it was tried."""
        for _ in range(_TRIES):
            try:
                self._process = self._process or PrintingProcess()
                return self._process.print_sheet(sheet)
            except StoppedError:
                self.end()
        return None

    def end(self) -> None:
        """End the process there is."""
        if self._process:
            self._process.end()
        self._process = None


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
