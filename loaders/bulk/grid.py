"""Grids: where each cell of a large table stands in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ...graph import hide_contacts
from ..blocks import Block, BlockKind

_AT_ONCE = 8_000_000  # characters
_DIGITS = 7  # of a telephone number, at least
_OTHER_DIGITS = 0x660

Numbers = np.ndarray[Any, np.dtype[np.integer[Any]]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table that hold anything, its header first.

    Attributes
    ----------
    text : str
        The text that offsets count in.
    starts, ends : array of int
        Where each cell begins and ends, row after row.
    firsts : array of int
        Which cell is the first of each row; one more at the end.
    unit : str
        What people count rows by: ``line`` or ``row``.
    numbers : array of int
        The number of each row in these.
    signs : pair of array of int
        Where each ``@`` and each digit of the text stands, without which there is no contact.
    """

    text: str
    starts: Numbers
    ends: Numbers
    firsts: Numbers
    unit: str
    numbers: Numbers
    signs: tuple[Numbers, Numbers]

    @classmethod
    def of(
        cls, text: str, starts: Numbers, ends: Numbers, firsts: Numbers, unit: str, numbers: Numbers
    ) -> Grid:
        """Return the grid of some rows, those in which nothing stands left out."""
        filled = np.add.reduceat(ends > starts, firsts[:-1]) > 0
        return cls(text, starts, ends, firsts, unit, numbers, _signs(text)).select(filled)

    def select(self, rows: Flags) -> Grid:
        """Return the grid of some of its rows."""
        kept = np.repeat(rows, self.widths)
        return replace(
            self,
            starts=self.starts[kept],
            ends=self.ends[kept],
            firsts=np.concatenate([[0], np.cumsum(self.widths[rows])]),
            numbers=self.numbers[rows],
        )

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.numbers)

    @property
    def widths(self) -> Numbers:
        """How many cells each row has."""
        return np.diff(self.firsts)

    def place(self, row: int) -> str:
        """Return what people call the place of a row: ``line 12``."""
        return f"{self.unit} {self.numbers[row]}" if self.numbers[row] else "header"

    def block(self, row: int) -> Block:
        """Return a row as a block of its document."""
        cells = slice(self.firsts[row], self.firsts[row + 1])
        starts, ends = self.starts[cells].tolist(), self.ends[cells].tolist()
        start, end = starts[0], ends[-1]
        spans = tuple((a - start, b - start) for a, b in zip(starts, ends, strict=True))
        text = hide_contacts(self.text[start:end])
        return Block(BlockKind.ROW, text, range(start, end), cells=spans)

    def column(self, rows: Numbers, column: int) -> list[str]:
        """Return what stands in a column of some rows."""
        cells = self.firsts[rows] + column
        return self.slices(self.starts[cells], self.ends[cells])

    def slices(self, starts: Numbers, ends: Numbers) -> list[str]:
        """Return pieces of the text, their contact details hidden."""
        pairs = list(zip(starts.tolist(), ends.tolist(), strict=True))
        text = self.text
        found = [text[start:end] for start, end in pairs]
        at, digits = (np.searchsorted(s, ends) - np.searchsorted(s, starts) for s in self.signs)
        for place in np.flatnonzero((at > 0) | (digits >= _DIGITS)).tolist():
            start, end = pairs[place]
            # What stands before and after tells whether digits are a number for calling.
            around = hide_contacts(f"{text[max(0, start - 1) : end]}{text[end : end + 1] or ' '}")
            found[place] = around[start > 0 : -1]
        return found


def codes_of(text: str) -> Iterator[tuple[int, Numbers]]:
    """Yield the code points of a text, some at a time, and where these begin."""
    for start in range(0, len(text), _AT_ONCE):
        part = text[start : start + _AT_ONCE].encode("utf-32-le", "surrogatepass")
        yield start, np.frombuffer(part, np.uint32)


def _signs(text: str) -> tuple[Numbers, Numbers]:
    at, digits = [], []
    for start, codes in codes_of(text):
        at.append(np.flatnonzero(codes == ord("@")) + start)
        # Whatever is not ASCII may be a digit of another script.
        some = ((codes >= ord("0")) & (codes <= ord("9"))) | (codes >= _OTHER_DIGITS)
        digits.append(np.flatnonzero(some) + start)
    return np.concatenate(at), np.concatenate(digits)


def used(codes: Numbers, size: int) -> Numbers:
    """Return which of the numbers below a size are among some; a sort would take ten times as long.

    >>> used(np.array([2, 0, 2]), 4).tolist()
    [0, 2]
    """
    return np.flatnonzero(np.bincount(codes, minlength=size))
