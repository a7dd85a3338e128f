"""A printing process that obeys the words of its sheets, for the tests of what happens when one dies.

A sheet that says `die` ends it, `die once PATH` ends the first that reads it, `hang` is never answered,
`wait SECONDS` after so long.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

from pact_directory.publish.paper import worker
from pact_directory.publish.paper.sheets import Printed, Sheet


class FakePrinter:
    """Prints the words of a sheet as they are."""

    def print_sheet(self, sheet: Sheet) -> Printed:
        order, _, rest = sheet.html.partition(" ")
        if order == "hang":
            time.sleep(60)
        if order == "wait":
            time.sleep(float(rest))
        if order == "die" and not (rest and Path(rest.split()[-1]).exists()):
            if rest:
                Path(rest.split()[-1]).touch()
            os._exit(1)
        if order == "raise":
            raise ValueError(rest)
        return Printed(f"%PDF {os.getpid()} {sheet.html}".encode(), sheet.sides)


if __name__ == "__main__":
    fake: Any = type(sys)("printing")
    fake.Printer = FakePrinter
    sys.modules["pact_directory.publish.paper.printing"] = fake
    worker.main()
