"""Volunteers' Markdown (minutes, newsletters, updates, hand-written pages) made into safe HTML.

CommonMark and tables, parsed once: the same pass gives the page its HTML and the check its faults.
Nothing here trusts the text. The writer knows a fixed set of elements and cannot emit raw HTML.
"""

from dataclasses import dataclass

from .faults import CODES, MAX_LENGTH, TOO_LONG, Fault, Faults
from .headings import Heading, Outline
from .links import is_allowed_link
from .sheet import SafeHtml
from .writer import Writer

__all__ = ["CODES", "MAX_LENGTH", "Fault", "Heading", "Prose", "SafeHtml", "is_allowed_link", "render"]


@dataclass(frozen=True, slots=True)
class Prose:
    """A volunteer's text, ready for a page.

    Where the text is too long or too deep to be shown at all, `html` and `text` are empty.
    """

    html: SafeHtml
    text: str
    """Without markup, one line a paragraph, item or table row: for word counts, summaries and search."""
    faults: tuple[Fault, ...]
    headings: tuple[Heading, ...]


def render(
    markdown: str,
    *,
    top_heading: int = 3,
    id_prefix: str = "",
    local_links: bool = False,
    table_name: str = "Table",
) -> Prose:
    """Turn Markdown into safe HTML, and say what in it is not allowed, and where.

    Args:
        markdown: the text, with any line endings; lines and columns of faults count from its start.
        top_heading: the level the highest heading gets; those below follow without a gap.
        id_prefix: put before each heading's id, so that it cannot meet an id of the page around it.
        local_links: whether links to the site's own pages and to anchors are allowed.
        table_name: begins the name by which a screen reader announces each table ("Table 1: Action,
            By"). A page with several texts gives each its own, so that no two tables are named alike.
    """
    source = markdown.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    faults = Faults(source)
    outline = Outline(top_heading, id_prefix)
    writer = Writer(faults, outline, local_links=local_links, table_name=table_name)
    html = ""
    if len(markdown) > MAX_LENGTH:
        faults.add(0, TOO_LONG)
    else:
        html = writer.write(source.decode())
    return Prose(SafeHtml(html), writer.sheet.plain_text(), faults.located(), tuple(outline.headings))
