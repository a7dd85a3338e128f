"""Where real public files lie for tests that want them. They are no part of the project, and may be absent."""

from pathlib import Path

import pytest

REAL = Path(__file__).parents[2] / "shared" / "data"
needs_real_data = pytest.mark.skipif(
    not REAL.is_dir(), reason=f"there is no folder of real public files at {REAL}"
)
