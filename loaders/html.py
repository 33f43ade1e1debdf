"""HTML: what a page says, in order, as readable text with its headings, lists and tables.

The stored text is that readable text, not the page: offsets count in it. Items stand in it after
a dash or number, cells between bars.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ..errors import InputError
from .blocks import BlockKind
from .decoding import decode
from .formats import Parsed
from .pages import main_part
from .spans import Cell, Grid, cell
from .writing import Writer

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_HEAD = 4096
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANKS = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" *\n[ \n]*")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = ("ul", "ol")
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt
    ruby s samp small span strike strong sub sup time tt u var wbr img br""".split()
)
_STRUCK = ("del", "s", "strike")
_SHORT_DEFINITION = 120


def parse(data: bytes, where: str) -> Parsed:
    """Read a web page.

    Raises
    ------
    InputError
        If it is not text, or says nothing.
    """
    named = _CHARSET.search(data[:_HEAD])
    source = decode(data, where, named[1].decode("ascii", "replace") if named else "")
    page = root(source, where)
    title = " ".join((page.findtext(".//title") or "").split())
    writer = render(main_part(page))
    if not writer.blocks:
        raise InputError("holds no text", where=where, remedy="save the page as a browser shows it")
    headed = any(block.kind is BlockKind.HEADING for block in writer.blocks)
    return writer.parsed("" if headed else title)


def render(main: HtmlElement, writer: Writer | None = None) -> Writer:
    """Write what an element of a page says, as readable text with its blocks."""
    page = _Page(writer or Writer())
    page.read(main)
    return page.writer


def root(source: str, where: str) -> HtmlElement:
    """Return the root of a page.

    Raises
    ------
    InputError
        If it is empty, or nested too deep.
    """
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        # In bytes again, because lxml refuses text that still names its encoding.
        page = document_fromstring(source.encode(), parser=parser)
    except etree.ParserError as error:
        raise InputError("holds no text", where=where, remedy="check that it is a page") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # The parser leaves out what lies deeper, without a word.
        raise InputError("is nested too deep to be read", where=where, remedy="simplify the page")
    return page


class _Page:
    """Writes the readable text of a page while walking it once, without recursion."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.words: list[str] = []  # of the block under way
        self.kept: list[str] | None = None  # blocks of the table cell or term under way
        self.lists: list[int] = []  # items so far of each open list; -1 for one without numbers
        self.item = False  # an item has begun, its text has not
        self.heading = self.silent = self.verbatim = 0
        self.tables: list[bool] = []  # whether each open table holds data
        self.cells: list[Cell] = []
        self.grid = Grid()
        self.term = ""

    def read(self, main: HtmlElement) -> None:
        for event, element in etree.iterwalk(main, events=("start", "end")):
            tag = str(element.tag)
            if event == "start":
                self.start(tag, element)
                self.add(element.text)
            else:
                self.end(tag)
                self.add(element.tail if element is not main else None)
        self.flush()

    def add(self, text: str | None) -> None:
        if text and not self.silent:
            self.words.append(text if self.verbatim else _SPACE.sub(" ", text))

    def start(self, tag: str, element: HtmlElement) -> None:
        if tag == "br":
            self.words.append("\n")
        self.silent += tag in _STRUCK
        if tag in _INLINE:
            return
        self.flush()
        if tag in _LISTS:
            self.lists.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self.item = True
        elif tag == "table":
            self.tables.append(_holds_data(element))
            self.grid = Grid()
        elif self.data and tag == "tr":
            self.cells = []
        elif self.data and tag in ("td", "th"):
            self.kept = []
            self.cells.append(cell(element))
        elif tag == "dt":
            self.kept = []
        self.heading = _HEADINGS.get(tag, self.heading)
        self.verbatim += tag == "pre"

    def end(self, tag: str) -> None:
        self.silent -= tag in _STRUCK
        if tag in _INLINE:
            return
        self.flush()
        self.verbatim -= tag == "pre"
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "table":
            self.tables.pop()
        elif tag in _HEADINGS:
            self.heading = 0
        elif tag in ("li", "dd"):
            self.item = False
        elif tag == "dt":
            self.define(self.take())
        elif self.data and tag in ("td", "th"):
            self.cells[-1].text = self.take()
        elif self.data and tag == "tr":
            self.row()

    @property
    def data(self) -> bool:
        """Whether the innermost table holds data rather than the layout of the page."""
        return bool(self.tables) and self.tables[-1]

    def take(self) -> str:
        """Return the text of the cell or term that ends."""
        text = "; ".join(self.kept or ()).replace("\n", "; ")
        self.kept = None
        return text

    def define(self, term: str) -> None:
        """Hold a term until its definition is known."""
        if self.term:
            self.paragraph(self.term)
        self.term = term

    def flush(self) -> None:
        """End the block under way."""
        text = "".join(self.words)
        self.words.clear()
        if not self.verbatim:
            text = _AROUND_BREAK.sub("\n", _BLANKS.sub(" ", text))
        text = text.strip()
        if not text:
            return
        if self.kept is not None:
            self.kept.append(text)
            return
        term, self.term = self.term, ""
        if term and len(text) <= _SHORT_DEFINITION:
            self.writer.block(BlockKind.ITEM, f"{term}: {text}")
            return
        if term:
            self.paragraph(term)
        if self.heading:
            self.writer.block(BlockKind.HEADING, text, level=self.heading)
        elif self.item:
            level = max(0, len(self.lists) - 1)
            self.writer.block(BlockKind.ITEM, text, level=level, mark=self.mark())
            self.item = False
        else:
            self.paragraph(text)

    def paragraph(self, text: str) -> None:
        self.writer.block(BlockKind.PARAGRAPH, text, indent=len(self.lists))

    def row(self) -> None:
        row = self.grid.row(self.cells)
        self.writer.row([text for text, _ in row], header=all(heads for _, heads in row))
        self.cells = []

    def mark(self) -> str:
        """Return what stands before an item: its number, or a dash."""
        if not self.lists or self.lists[-1] < 0:
            return "- "
        self.lists[-1] += 1
        return f"{self.lists[-1]}. "


def _holds_data(table: HtmlElement) -> bool:
    """Tell whether a table holds data rather than the layout of the page."""
    if table.find(".//table") is not None or next(table.iter(*_HEADINGS), None) is not None:
        return False
    if any(sum(1 for _ in cell.iter("p", "ul", "ol")) > 2 for cell in table.iter("td")):
        return False
    rows = list(table.iter("tr"))
    widest = max((sum(cell.tag in ("td", "th") for cell in row) for row in rows), default=0)
    return widest > 1 and (len(rows) > 1 or table.find(".//th") is not None)
