"""Kinds: what each line of a document is, by its shape and its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .blocks import BlockKind
from .lines import Line
from .markers import Family
from .shapes import goes_on_after, heads, is_bare, is_entry, is_heading, is_title

# So many short lines, or entries, with a blank line between them are a list.
_MANY_SHORT, _MANY_ENTRIES = 4, 3
# So many short lines may be headings of each other before a list with markers.
_FEW_HEADINGS = 3

Stretch = tuple[int, int]
"""Where a stretch of neighbours begins, and where it has ended."""


def classify(lines: Sequence[Line]) -> list[BlockKind]:
    """Return what each line of a document is."""
    return _Kinds(lines).all()


class _Kinds:
    """Decides in one pass what each line is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.kinds: list[BlockKind] = []
        self.begun = False  # something other than headings has been seen
        sizes = Counter(id(line.block) for line in lines)
        alone = [_is_open(line) and sizes[id(line.block)] == 1 for line in lines]
        inside = [a.block is b.block for a, b in pairwise(lines)]
        everywhere = [True] * len(inside)
        # Short lines below each other in one block; blocks of one short line; blocks of one entry.
        self.runs = _stretches(_run(lines, inside), inside)
        short = [single and is_bare(line.text) for single, line in zip(alone, lines, strict=True)]
        self.chains = _stretches(short, everywhere)
        dashed = [
            single and is_entry(line.text, dashed=True)
            for single, line in zip(alone, lines, strict=True)
        ]
        self.entries = _stretches(dashed, everywhere)

    def all(self) -> list[BlockKind]:
        for index in range(len(self.lines)):
            self.kinds.append(self.kind(index))
            self.begun |= self.kinds[-1] is not BlockKind.HEADING
        return self.kinds

    def kind(self, i: int) -> BlockKind:
        line = self.lines[i]
        if line.fixed:
            return BlockKind.PARAGRAPH if _is_overlong(line) else line.block.kind
        if line.cells:
            return BlockKind.ROW
        if line.marker:
            return self.marked(i, line.marker.family)
        if self.letterhead(i):
            return BlockKind.HEADING
        if self.listed(i):
            return BlockKind.ITEM
        return BlockKind.HEADING if self.titled(i) else BlockKind.PARAGRAPH

    def marked(self, i: int, family: Family) -> BlockKind:
        if family is Family.QUESTION:
            return BlockKind.HEADING
        if family is not Family.BULLET and self.numbered_title(i):
            return BlockKind.HEADING
        return BlockKind.PARAGRAPH if family is Family.CLAUSE else BlockKind.ITEM

    def led(self, i: int) -> bool:
        """Tell whether the line before announces a list."""
        return i > 0 and self.lines[i - 1].text.endswith(":")

    def letterhead(self, i: int) -> bool:
        """Tell whether a line belongs to the title at the head of the document."""
        line = self.lines[i]
        if self.begun or line.block is not self.lines[0].block or i + 1 == len(self.lines):
            return False
        return is_title(line.text) and not (i and is_entry(line.text))

    def listed(self, i: int) -> bool:
        """Tell whether a line without a marker is an item."""
        (start, stop), (first, last) = self.runs[i], self.chains[i]
        if self.led(i):
            same = self.lines[i - 1].block is self.lines[i].block
            several = stop - start > 1 or last - first > 1
            return several or goes_on_after(self.lines[i].text) or (same and self.short(i))
        before = self.lines[i - 1] if i else None
        continued = before is not None and self.kinds[i - 1] is BlockKind.ITEM and not before.marker
        if before and continued and (goes_on_after(before.text) or start < i or first < i):
            return True
        if stop - start > 1:
            # A second heading in a row only below one in capitals: "SLIDE 5", then its title.
            second = i > start and not (before and before.text.isupper())
            return second or stop - i == 1 or not self.opens(i, stop)
        entries = self.entries[i]
        return last - first >= _MANY_SHORT or entries[1] - entries[0] >= _MANY_ENTRIES

    def short(self, i: int) -> bool:
        return is_bare(self.lines[i].text)

    def opens(self, start: int, stop: int) -> bool:
        """Tell whether the first of some short lines heads the others."""
        first, *others = (line.text for line in self.lines[start:stop])
        if not is_heading(first) or not self.may_open(start):
            return False
        few = stop - start <= _FEW_HEADINGS
        return (few and self.precedes_marked(stop - 1)) or heads(first, others)

    def may_open(self, i: int) -> bool:
        """Tell whether the line before leaves room for a heading: it is one, or is complete."""
        before = self.lines[i - 1] if i else None
        if before is None or before.block is not self.lines[i].block:
            return True
        return self.kinds[i - 1] is BlockKind.HEADING or before.text.endswith((".", "!", "?", ";"))

    def precedes_marked(self, i: int) -> bool:
        """Tell whether an item with a marker follows in the same block."""
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        return bool(after and after.marker and after.block is self.lines[i].block)

    def titled(self, i: int) -> bool:
        """Tell whether a line without a marker heads what follows."""
        line = self.lines[i]
        if i + 1 == len(self.lines) or self.led(i) or self.below_item(i):
            return False
        begins = i == 0 or self.lines[i - 1].block is not line.block
        if not is_heading(line.text, labelled=begins and self.precedes_marked(i)):
            return False
        ends = self.lines[i + 1].block is not line.block
        followed = self.chains[i][1] < len(self.lines)
        return (begins and followed) if ends else self.may_open(i)

    def below_item(self, i: int) -> bool:
        """Tell whether a line is set below the text of an item."""
        return i > 0 and self.kinds[i - 1] is BlockKind.ITEM and self.lines[i].indent > 1

    def numbered_title(self, i: int) -> bool:
        """Tell whether a line with a number or label heads what follows and is no item."""
        line = self.lines[i]
        if i + 1 == len(self.lines) or not is_heading(line.text, labelled=True):
            return False
        after = self.lines[i + 1]
        nests = after.marker is not None and after.indent > line.indent + 1
        around = [after, *([self.lines[i - 1]] if i else [])]
        return not nests and not any(_siblings(line, other) for other in around)


def _siblings(line: Line, other: Line) -> bool:
    kinds = [each.marker.kind if each.marker else "" for each in (line, other)]
    return kinds[0] == kinds[1] and is_heading(other.text, labelled=True)


def _is_overlong(line: Line) -> bool:
    """Tell whether a heading is a paragraph that happens to be underlined."""
    return line.block.kind is BlockKind.HEADING and "\n" in line.text and not is_title(line.text)


def _is_open(line: Line) -> bool:
    """Tell whether nothing but its shape says what a line is."""
    return not (line.marker or line.fixed or line.cells)


def _run(lines: Sequence[Line], inside: Sequence[bool]) -> list[bool]:
    """Tell of each line whether it could stand in a run of short lines.

    An entry may be long if another entry stands beside it.
    """
    entries = [_is_open(line) and is_entry(line.text) for line in lines]
    flags = []
    for i, line in enumerate(lines):
        beside = (i > 0 and entries[i - 1] and inside[i - 1]) or (
            i + 1 < len(lines) and entries[i + 1] and inside[i]
        )
        short = is_bare(line.text) or line.text.endswith(";")
        flags.append(_is_open(line) and (short or (entries[i] and beside)))
    return flags


def _stretches(fits: Sequence[bool], joins: Sequence[bool]) -> list[Stretch]:
    """Return, for each place, where the stretch of fitting neighbours it is in begins and ends."""
    bounds: list[Stretch] = []
    start = 0
    while start < len(fits):
        stop = start + 1
        while fits[start] and stop < len(fits) and fits[stop] and joins[stop - 1]:
            stop += 1
        bounds += [(start, stop)] * (stop - start)
        start = stop
    return bounds
