"""`python -m pact_directory.cli` is `pact`."""

from . import main

main(prog_name="pact")
