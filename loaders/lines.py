"""Lines: a block taken apart where its line breaks mean something.

Some line breaks only wrap a text at a width; others part items, names and headings. A line that
goes on from the one before is joined to it again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .blocks import Block, BlockKind
from .markers import Family, Marker, marker
from .shapes import is_entry
from .tables import has_cells

_NARROWEST, _WIDEST = 50, 140
_SHORT = 40
_MARKER = 12  # longer than any marker
_STOPS = (".", "!", "?", ";", "…")
_HANGING = re.compile(
    r"(?:[,(/&-]|\b(?:et|ou|de|du|des|la|le|les|un|une|à|au|aux|en|par|pour|sur|dans|avec|dont|que"
    r"|qui|and|or|of|the|a|an|to|in|on|by|for|with|from|at|which|who|that|is|are))\Z"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several of which only the first begins something.

    Attributes
    ----------
    block : Block
        The block it stands in.
    start, end : int
        Where it stands in the text of the block, its marker left out.
    marker : Marker or None
        What stands before it.
    column : int
        Where it begins in its stored line, marker included.
    indent : int
        How deep it is set: its column, or for an item that the format marks, four a level.
    width : int
        Length of the stored line it ends on.
    cells : bool
        Whether it is a row of a table.
    """

    block: Block
    start: int
    end: int
    marker: Marker | None = None
    column: int = 0
    indent: int = 0
    width: int = 0
    cells: bool = False

    @property
    def text(self) -> str:
        """Its words, line breaks kept."""
        return self.block.text[self.start : self.end]

    @property
    def offsets(self) -> Sequence[int]:
        """Where each character of `text` stands in the stored text."""
        return self.block.offsets[self.start : self.end]

    @property
    def fixed(self) -> bool:
        """Whether the format says what it is."""
        return self.block.kind in (BlockKind.HEADING, BlockKind.ROW)


def read_lines(blocks: Iterable[Block], stored: str) -> list[Line]:
    """Return the lines of a document, those that only wrap joined.

    Parameters
    ----------
    blocks : iterable of Block
        The blocks its format shows.
    stored : str
        The stored text of the document.
    """
    breaks = [-1, *(match.start() for match in re.finditer("\n", stored)), len(stored)]
    groups = [list(_split(block, stored, breaks)) for block in blocks]
    wrap = _wrap(groups)
    return [line for group in groups for line in _join(group, wrap)]


def _split(block: Block, stored: str, breaks: Sequence[int]) -> Iterator[Line]:
    if block.kind in (BlockKind.HEADING, BlockKind.ROW):
        if block.text.strip():
            yield Line(block, 0, len(block.text))
        return
    at, first = 0, block.kind is BlockKind.ITEM
    for raw in block.text.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            after = bisect_left(breaks, block.offsets[start])
            bounds = (breaks[after - 1] + 1, breaks[after])
            yield _line(block, (start, start + len(words)), stored, bounds, item=first)
            first = False
        at += len(raw) + 1


def _line(
    block: Block, span: tuple[int, int], stored: str, bounds: tuple[int, int], *, item: bool
) -> Line:
    """Return the line at a span of a block; `bounds` are those of the stored line it is on."""
    (start, end), (left, right) = span, bounds
    place, text = block.offsets[start], block.text[start:end]
    mark = marker(text)
    if not item:
        cells = has_cells(text)
        start += mark.end if mark and not cells else 0
        column = place - left
        return Line(block, start, end, mark, column, column, right - left, cells)
    if mark and mark.family in (Family.BULLET, Family.NUMBER):
        start += mark.end
    else:
        # The format has taken the marker; it still stands before the text.
        before = stored[max(left, place - _MARKER) : place].split()
        mark = marker(f"{before[-1] if before else '-'} x")
    return Line(block, start, end, mark, place - left - 1, 4 * block.level, right - left)


def _wrap(groups: Sequence[Sequence[Line]]) -> int:
    """Return the width a document is wrapped at, 0 if its line breaks part things.

    Wrapped prose shows by lines that go on in lower case.
    """
    breaks = [
        (line.width, after.text[0].islower())
        for group in groups
        for line, after in pairwise(group)
        if line.width <= _WIDEST and not after.marker and not after.cells
    ]
    lower = sum(goes_on for _, goes_on in breaks)
    widest = max((width for width, _ in breaks), default=0)
    return widest if len(breaks) > 1 and 2 * lower >= len(breaks) and widest >= _NARROWEST else 0


def _join(group: Sequence[Line], wrap: int) -> Iterator[Line]:
    group = _rows(group)
    if not group:
        return
    line = group[0]
    closed = group[-1].text.endswith(_STOPS)
    for after in group[1:]:
        if _goes_on(line, after, wrap, closed=closed):
            line = replace(line, end=after.end, width=after.width)
        else:
            yield line
            line = after
    yield line


def _rows(group: Sequence[Line]) -> list[Line]:
    """Let a line be a row only where one stands beside it: a pipe alone is a pipe."""
    flags = [False, *(line.cells for line in group), False]
    return [
        replace(line, cells=line.cells and (flags[i] or flags[i + 2]))
        for i, line in enumerate(group)
    ]


def _goes_on(line: Line, after: Line, wrap: int, *, closed: bool) -> bool:
    """Tell whether a line goes on in the next; `closed` if their block ends as a sentence does."""
    if after.marker or after.cells or line.cells:
        return False
    text, follows = line.text, after.text.lstrip("(")
    full = bool(wrap) and line.width + 1 + len(after.text.split(None, 1)[0]) > wrap
    if _hangs(line, after) or full:
        return True
    if is_entry(line.text, dashed=True) and is_entry(after.text, dashed=True):
        return False
    if text.endswith((":", *_STOPS)):
        return False
    if len(text) < _SHORT and not closed:
        # Short lines in lower case are names of posts more often than clauses.
        return text.endswith(",") and follows[:1].islower()
    return follows[:1].islower() or bool(_HANGING.search(text))


def _hangs(line: Line, after: Line) -> bool:
    """Tell whether a line is set under the text of an item."""
    mark = line.marker
    if not mark or mark.family not in (Family.BULLET, Family.NUMBER) or after.column <= line.column:
        return False
    heads = mark.family is Family.NUMBER and after.text[0].isupper() and len(line.text) < _SHORT
    return not heads or line.text.endswith(_STOPS)
