"""Writes parsed Markdown as HTML: a fixed set of elements, every text escaped.

Pages made from volunteers' text stay safe because of what this room cannot do: there is no way
through it for an element or attribute that is not spelt out in `elements` and `tables`, or below for
headings, links and code.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pyromark

from .elements import BREAKS, CLOSING, INLINE, OPENING, list_opening
from .faults import (
    EMPTY_HEADING,
    EMPTY_LINK,
    IMAGE,
    IMAGE_ELSEWHERE,
    ODD_CHARACTER,
    ODD_LINK,
    RAW_HTML,
    TOO_DEEP,
    Faults,
)
from .headings import Outline
from .links import href, is_allowed_link, is_own_file
from .sheet import Opened, Sheet, is_blank
from .tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    # The parser's names for the parts of an event exist for type checkers only.
    from pyromark.event import Range, _LinkData, _Tag, _TagEnd

MAX_DEPTH = 24
"""Open elements at once: about ten lists within one another."""

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
# Controls that HTML forbids, and those that turn the direction of writing unseen.
_ODD_CHARACTER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


class Writer:
    """Writes one text, event by event."""

    def __init__(self, faults: Faults, outline: Outline, *, local_links: bool, table_name: str) -> None:
        self.sheet = Sheet()
        self._faults = faults
        self._outline = outline
        self._local_links = local_links
        self._table_name = table_name
        self._depth = self._images = self._tables = 0
        self._raw_tags: set[str] = set()
        self._in_raw_block = False
        # One of each is enough: none of these contains another of its kind.
        self._heading: Opened
        self._table: Table
        self._link: Opened | None = None

    def write(self, markdown: str) -> str:
        """Parse the text and return its HTML; nothing is written of one that is nested too deeply."""
        for event, span in _PARSER.events_with_range(markdown):
            if isinstance(event, str):
                html, text = BREAKS[event]
                self.sheet.html.append(html)
                self.sheet.text.append(text)
            elif "Text" in event:
                self._write_text(event["Text"], span)
            elif "Start" in event:
                self._depth += 1
                if self._depth > MAX_DEPTH:
                    self._give_up(span["start"])
                    break
                self._open(event["Start"], span["start"])
            elif "End" in event:
                self._depth -= 1
                self._close(event["End"], span["end"])
            elif "Code" in event:
                self._write_code(event["Code"], span)
            elif "InlineHtml" in event:
                self._refuse_html(event["InlineHtml"], span)
            elif "Html" in event:
                self._refuse_html(event["Html"], span, is_repeated=self._in_raw_block)
                self._in_raw_block = True
        return "".join(self.sheet.html)

    def _give_up(self, offset: int) -> None:
        self._faults.add(offset, TOO_DEEP)
        self.sheet.clear()
        self._outline.headings.clear()

    def _write_code(self, code: str, span: Range) -> None:
        self.sheet.html.append("<code>")
        self._write_text(code, span)
        self.sheet.html.append("</code>")

    def _write_text(self, text: str, span: Range) -> None:
        if not text.isprintable() and (odd := _ODD_CHARACTER.search(text)):
            # A character written as an entity is not in the source: its entity begins the event.
            found = self._faults.source.find(odd[0].encode(), span["start"], span["end"])
            self._faults.add(max(found, span["start"]), ODD_CHARACTER, f"U+{ord(odd[0]):04X}")
            text = _ODD_CHARACTER.sub("", text)
        self.sheet.text.append(text)
        self.sheet.html.append(escape(text, quote=False))

    def _refuse_html(self, html: str, span: Range, *, is_repeated: bool = False) -> None:
        """Refuse a tag or comment, and write the characters it is made of.

        One message is enough for the lines of a block, and for a tag and the one that closes it.
        """
        name = _TAG_NAME.match(html)
        is_repeated = is_repeated or bool(name and name[1] and name[2] in self._raw_tags)
        if name:
            self._raw_tags.add(name[2])
        if not is_repeated:
            self._faults.add(span["start"], RAW_HTML, html)
        self._write_text(html, span)

    def _open(self, tag: _Tag, offset: int) -> None:
        if isinstance(tag, str):
            self._open_plain(tag, offset)
        elif "Link" in tag:
            self._open_link(tag["Link"], offset)
        elif "Image" in tag:
            self._open_image(tag["Image"], offset)
        elif "Heading" in tag:
            self.sheet.text.append("\n")
            self._heading = self.sheet.open_later(offset)
        elif "Table" in tag:
            self._tables += 1
            name = f"{self._table_name} {self._tables}"
            self._table = Table(self.sheet, self._faults, name, tag["Table"])
        else:
            self.sheet.text.append("\n")
            self.sheet.html.append(list_opening(tag["List"]) if "List" in tag else OPENING[next(iter(tag))])

    def _open_plain(self, tag: str, offset: int) -> None:
        if tag in INLINE:
            if not self._images:
                self.sheet.html.append(f"<{INLINE[tag]}>")
        elif tag == "TableCell":
            self._table.open_cell(offset)
        else:
            self._in_raw_block = False
            self.sheet.text.append("\n")
            self.sheet.html.append(OPENING[tag])

    def _close(self, tag: _TagEnd, end: int) -> None:
        if not isinstance(tag, str):
            self._close_block(tag)
        elif tag in INLINE:
            if not self._images:
                self.sheet.html.append(f"</{INLINE[tag]}>")
        elif tag == "TableCell":
            self._table.close_cell(end)
        elif tag == "Link":
            self._close_link()
        elif tag == "Image":
            self._images -= 1
        else:
            if tag in {"TableHead", "TableRow"}:
                self._table.close_row(end)
            self.sheet.text.append("\n")
            self.sheet.html.append(CLOSING[tag])

    def _close_block(self, tag: Mapping[str, object]) -> None:
        if "Heading" in tag:
            self._close_heading(str(tag["Heading"]))
        elif "List" in tag:
            self.sheet.html.append("</ol>\n" if tag["List"] else "</ul>\n")
        else:
            self.sheet.html.append(CLOSING[next(iter(tag))])
        self.sheet.text.append("\n")

    def _close_heading(self, level: str) -> None:
        text = self.sheet.text_since(self._heading)
        if is_blank(text):
            self._faults.add(self._heading.offset, EMPTY_HEADING)
            return
        heading = self._outline.place(level, text)
        opening = f'<h{heading.level} id="{escape(heading.id)}">'
        self.sheet.settle(self._heading, opening, f"</h{heading.level}>\n")

    def _open_link(self, link: _LinkData, offset: int) -> None:
        if self._images:
            return
        address = f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else link["dest_url"]
        if not is_allowed_link(address, local_links=self._local_links):
            self._faults.add(offset, ODD_LINK if address else EMPTY_LINK, address)
            return
        self._link = self.sheet.open_later(offset)
        outside = ' rel="external noopener"' if address.startswith(("https://", "http://")) else ""
        self.sheet.html[-1] = f'<a href="{escape(href(address))}"{outside}>'

    def _close_link(self) -> None:
        if self._images or self._link is None:
            return
        if is_blank(self.sheet.text_since(self._link)):
            self._faults.add(self._link.offset, EMPTY_LINK)
            self.sheet.html[self._link.html_at] = ""
        else:
            self.sheet.html.append("</a>")
        self._link = None

    def _open_image(self, image: _LinkData, offset: int) -> None:
        """Refuse a picture; its alternative text is written without emphasis or links."""
        if self._local_links and not is_own_file(image["dest_url"]):
            self._faults.add(offset, IMAGE_ELSEWHERE, image["dest_url"])
        elif not self._images:
            self._faults.add(offset, IMAGE)
        self._images += 1
