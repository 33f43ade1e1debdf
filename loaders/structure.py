"""Structure: what the lines of a document are, the same way for every format.

Documents keep much of their structure in plain lines: items typed with a dash, headings on a line
of their own, names one below the other. Formats show some of it; this file finds the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, takewhile

from .blocks import Block, BlockKind
from .kinds import classify
from .levels import HeadingLevels, ItemLevels, style
from .lines import Line, read_lines
from .markers import Family, answer, marker
from .tables import is_head, is_rule, row


def refine(blocks: Iterable[Block], stored: str) -> tuple[Block, ...]:
    r"""Return the blocks of a document, with the structure that only its lines show.

    Items lose their markers, numbered headings and clauses their labels.

    Parameters
    ----------
    blocks : iterable of Block
        What the format shows.
    stored : str
        The stored text of the document.

    Examples
    --------
    >>> text = "The board comprises:\n- the mayor;\n- the chair."
    >>> block = Block(BlockKind.PARAGRAPH, text, tuple(range(len(text))))
    >>> [(b.kind.value, b.text) for b in refine([block], text)]
    [('paragraph', 'The board comprises:'), ('item', 'the mayor;'), ('item', 'the chair.')]
    """
    return tuple(_Builder(_merge(read_lines(blocks, stored))).blocks())


def _merge(lines: list[Line]) -> list[tuple[Line, BlockKind]]:
    """Put the lines of one paragraph together again that turned out to be nothing else."""
    merged: list[tuple[Line, BlockKind]] = []
    for line, kind in zip(lines, classify(lines), strict=True):
        if merged and kind is BlockKind.PARAGRAPH and not line.marker:
            last, before = merged[-1]
            if before is kind and last.block is line.block and not last.text.endswith(":"):
                merged[-1] = (replace(last, end=line.end), kind)
                continue
        merged.append((line, kind))
    return merged


class _Builder:
    """Makes blocks of lines, in order."""

    def __init__(self, lines: Sequence[tuple[Line, BlockKind]]) -> None:
        self.lines = lines
        self.headings, self.items = HeadingLevels(), ItemLevels()
        opening = takewhile(
            lambda each: each[1] is BlockKind.HEADING and each[0].block is lines[0][0].block, lines
        )
        self.head = sum(1 for _ in opening)  # headings in the first block

    def blocks(self) -> Iterator[Block]:
        for i, (line, kind) in enumerate(self.lines):
            if kind is not BlockKind.ITEM:
                self.items.reset()
            if kind is BlockKind.HEADING:
                yield self.heading(i)
            elif kind is BlockKind.ITEM:
                yield _block(line, kind, level=self.items.of(line))
            elif kind is BlockKind.PARAGRAPH:
                asked = i > 0 and _asks(self.lines[i - 1][0])
                yield _block(line, kind, skip=answer(line.text) if asked else 0)
            elif line.fixed:
                yield line.block
            elif not is_rule(line.text):
                yield self.row(i)

    def heading(self, i: int) -> Block:
        line = self.lines[i][0]
        if line.fixed:
            mark = marker(line.text)
            numbered = mark is not None and mark.family in (Family.NUMBER, Family.CLAUSE)
            level, skip = self.headings.real(line.block.level), mark.end if mark and numbered else 0
            return _block(line, BlockKind.HEADING, level=level, skip=skip)
        if self.of_title(i):
            return _block(line, BlockKind.HEADING, level=1 + min(i, 1))
        after = i > 0 and self.plain(i - 1)
        following = next(k for k in count(i + 1) if not self.plain(k)) - i - 1
        level = self.headings.seen(line, following, after=after)
        return _block(line, BlockKind.HEADING, level=level)

    def of_title(self, i: int) -> bool:
        """Tell whether a heading belongs to the title at the head of the document."""
        if i >= self.head:
            return False
        first, after = self.lines[0][0], self.lines[min(i + 1, len(self.lines) - 1)][1]
        return not first.marker and (i > 0 or after is not BlockKind.ITEM)

    def plain(self, i: int) -> bool:
        """Tell whether a line is a heading seen only by its shape, without a number."""
        if i >= len(self.lines) or self.of_title(i):
            return False
        line, kind = self.lines[i]
        return kind is BlockKind.HEADING and not line.fixed and style(line) == "plain"

    def row(self, i: int) -> Block:
        line = self.lines[i][0]
        above, below = (
            self.lines[k][0] if 0 <= k < len(self.lines) else None for k in (i - 1, i + 1)
        )
        first = not (above and above.cells and above.block is line.block)
        ruled = below is not None and is_rule(below.text)
        header = first and (ruled or line.text.startswith("|") or is_head(line.text))
        return row((line.text, line.offsets), header=header)


def _asks(line: Line) -> bool:
    return line.marker is not None and line.marker.family is Family.QUESTION


def _block(line: Line, kind: BlockKind, *, level: int = 0, skip: int = 0) -> Block:
    """Return a line as a block; the lines it goes on in lose the blanks around them."""
    block, start, end = line.block, line.start + skip, line.end
    text, offsets = block.text[start:end], block.offsets[start:end]
    if "\n" in text:
        kept, at = list[int](), 0
        for raw in text.split("\n"):
            words = raw.strip()
            left = at + (raw.index(words[0]) if words else 0)
            # The line break before, then the words.
            kept += [*([at - 1] if at else []), *range(left, left + len(words))]
            at += len(raw) + 1
        text, offsets = "".join(text[i] for i in kept), tuple(offsets[i] for i in kept)
    return Block(kind, text, offsets, level)
