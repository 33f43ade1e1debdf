"""Entries: the rows of data below a header, with what holds for several of them filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .headers import Header
from .table import Row

_GROUPS = ("body", "project", "phase", "task", "organization")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of data.

    Attributes
    ----------
    row : Row
        As it stands.
    cells : tuple of str
        Its words, those of merged cells and groups filled in.
    group : str
        What stands alone in the nearest such row above.
    """

    row: Row
    cells: tuple[str, ...]
    group: str = ""

    def cell(self, column: int) -> str:
        """Return the words of a column."""
        return self.cells[column] if column < len(self.cells) else ""


def entries_of(rows: Sequence[Row], header: Header) -> Iterator[Entry]:
    """Yield the rows of data of a table, from the row after its header on."""
    heads = {column.index: column.header for column in header.columns}
    filled_down = _filled_down(rows, header)
    group, above = "", dict[int, str]()
    for row in rows:
        filled = row.filled()
        if {column: row.cell(column) for column in filled} == heads:
            continue
        if len(filled) == 1 and len(header.columns) > 1 and filled[0] not in filled_down[1:]:
            group = row.cell(filled[0])
            above = {filled[0]: group}
            continue
        cells = list(row.cells)
        for column in filled_down:
            if column < len(cells) and not cells[column]:
                cells[column] = above.get(column, "")
            elif column < len(cells):
                above[column] = cells[column]
        yield Entry(row, tuple(cells), group)


def _filled_down(rows: Sequence[Row], header: Header) -> list[int]:
    """Return the columns at the left in which a blank means the same as above.

    So it does where the first row has a value and no value is written twice in a row.
    """
    found = []
    for column in header.columns:
        values = [row.cell(column.index) for row in rows if len(row.filled()) > 1]
        written = [value for value in values if value]
        repeated = any(a == b and a for a, b in pairwise(values))
        if column.holds not in _GROUPS or repeated or not values or not values[0]:
            break
        if len(written) < len(values):
            found.append(column.index)
    return found
