"""Evidence: a statement read in a row, with the words of its cells and the address of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from ...graph import Mention, Place, Qualifiers, Statement
from ..workbook import column_name
from .table import Row

_ADDRESS = re.compile(r"(?P<sheet>.*!)A(?P<row>\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How statements of one table are made.

    Attributes
    ----------
    document : str
        Id of the document.
    text : str
        Its stored text.
    find_place : callable
        Offset → what people call the place there.
    shape : str
        The shape of the table.
    contacts : frozenset of int
        Columns that hold addresses and the like: no quote has them.
    """

    document: str
    text: str
    find_place: Callable[[int], str]
    shape: str
    contacts: frozenset[int] = frozenset()

    def state(
        self,
        source: Mention,
        relation: str,
        target: Mention,
        row: Row,
        columns: Iterable[int],
        at: int,
        qualifiers: Qualifiers,
    ) -> Statement:
        """Return a statement that some columns of a row make, `at` the one that decides."""
        start, end = self._span(row, sorted({*columns, at}), at)
        place = Place(start, end, self.address(row, at))
        return Statement(
            source,
            relation,
            target,
            self.text[start:end],
            self.document,
            place,
            qualifiers,
            1.0,
            f"table:{self.shape}",
        )

    def address(self, row: Row, column: int) -> str:
        """Return the place of a cell: its address in a sheet, else the line or page of its row."""
        place = self.find_place(row.block.offsets[0])
        match = _ADDRESS.fullmatch(place)
        return f"{match['sheet']}{column_name(column)}{match['row']}" if match else place

    def _span(self, row: Row, columns: list[int], at: int) -> tuple[int, int]:
        """Return where the words of some columns stand, without the contacts between."""
        first, last = reach(columns, at, self.contacts)
        filled = [c for c in range(first, last + 1) if row.cell(c)]
        if not filled:
            filled = row.filled()
        start, end = row.block.span(row.block.cells[filled[0]][0], row.block.cells[filled[-1]][1])
        # Cells between quotation marks are quoted with them where several are.
        if len(filled) > 1:
            start -= self.text[start - 1 : start] == '"'
            end += self.text[end : end + 1] == '"'
        return start, end


def reach(columns: Sequence[int], at: int, contacts: Collection[int]) -> tuple[int, int]:
    """Return the first and last column that are quoted with one: no contact is between."""
    first = last = at
    while first > columns[0] and first - 1 not in contacts:
        first -= 1
    while last < columns[-1] and last + 1 not in contacts:
        last += 1
    return first, last
