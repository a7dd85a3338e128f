"""QR codes as pictures within a page."""

import segno
from markupsafe import Markup

from .words import Words

_QUIET = 4
"""Modules of white on each side: without them a telephone does not find the code."""
_MASK = 2
"""Telephones read a code under any of the eight masks; to compare them all takes twenty times as long."""


def qr(phrases: Words, address: str) -> Markup:
    """A QR code of an address as inline SVG, named by where it leads; nothing for no address.

    Those without a telephone need the address in words beside it.
    """
    if not address:
        return Markup()
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)
    width = code.symbol_size(border=_QUIET)[0]
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h{length}v1h-{length}z"
        for row, modules in enumerate(code.matrix)
        for column, length in _runs(modules)
    )
    return Markup(
        '<svg class="qr" viewBox="0 0 {width} {width}" width="{size}" height="{size}" role="img"'
        ' focusable="false"><title>{name}</title>'
        '<path fill="#fff" d="M0 0h{width}v{width}H0z"/><path fill="#000" d="{path}"/></svg>'
    ).format(width=width, size=width * 4, name=phrases.paper.qr(address=address), path=path)


def _runs(modules: bytearray) -> list[tuple[int, int]]:
    """The dark runs of a row: where each begins and how long it is."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if not dark:
            continue
        if runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((column, 1))
    return runs
