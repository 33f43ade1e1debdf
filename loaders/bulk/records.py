"""Records: the rows of a list of statements below its header, told apart."""

from __future__ import annotations

import numpy as np

from ..tabular.headers import Header, heads, is_header
from ..tabular.statements import Statements
from ..tabular.table import Row, words_of
from ..tabular.words import key
from .coding import Coded, coded
from .grid import Flags, Grid, Numbers, used
from .notes import Notes


class Records:
    """The rows of a list of statements.

    Most are *plain*: as wide as the header, with a source, a relation and a target. The others
    state nothing; one word alone in a row holds for those below it.

    Attributes
    ----------
    plain : array of int
        Their rows in the grid.
    others : list of Row
        Those that are not, headers left out.
    groups : list of (int, str)
        Row → what stands alone in it.
    misfits : int
        How many are not as wide as the header.
    left_out : Notes
        Which these are.
    """

    def __init__(self, grid: Grid, header: Header, shape: Statements, notes: Notes) -> None:
        self.grid, self.header = grid, header
        self.width = int(grid.widths[0])
        wide = np.flatnonzero(grid.widths == self.width)[1:]
        words = [
            coded(grid.column(wide, column.index)).map(words_of)
            for column in (shape.source, shape.relation, shape.target)
        ]
        headers = _headers(grid, wide, words)
        self.headers = wide[headers]
        full = ~headers
        for column in words:
            full &= np.array([bool(value) for value in column.values], bool)[column.codes]
        self.plain = wide[full]
        self.source, self.relation, self.target = (
            Coded(column.codes[full], column.values) for column in words
        )
        self.others: list[Row] = []
        self.groups: list[tuple[int, str]] = []
        self.misfits, self.left_out = 0, Notes()
        odd = np.ones(len(grid), bool)
        odd[0] = odd[self.plain] = odd[self.headers] = False
        for row in np.flatnonzero(odd).tolist():
            self._take(row, shape, notes)

    def are_alike(self) -> bool:
        """Tell whether all rows are of one table: no other header stands among them."""
        first = Row.of(self.grid.block(0)).cells
        return all(Row.of(self.grid.block(row)).cells == first for row in self.headers.tolist())

    def column(self, index: int) -> Coded[str]:
        """Return the words of a column in the plain rows."""
        return coded(self.grid.column(self.plain, index)).map(words_of)

    def _take(self, number: int, shape: Statements, notes: Notes) -> None:
        """Take note of a row that states nothing."""
        row = Row.of(self.grid.block(number))
        self.others.append(row)
        filled, place = row.filled(), self.grid.place(number)
        if len(filled) == 1 and len(self.header.columns) > 1:
            self.groups.append((number, row.cell(filled[0])))
        elif len(row.cells) != self.width:
            self.misfits += 1
            self.left_out.add(
                number,
                f"{place}: has {len(row.cells)} cells where the header has {self.width};"
                " it was left out",
            )
        elif said := row.cell(shape.relation.index):
            known = key(said) in shape.known
            what = "one end is missing" if known else f"{said!r} is no relation"
            notes.add(number, f"{place}: {what}")


def _headers(grid: Grid, wide: Numbers, words: list[Coded[str]]) -> Flags:
    """Tell which rows hold nothing but words that head columns."""
    found = np.ones(len(wide), bool)
    for column in (words[1], words[0], words[2]):
        heading = np.zeros(len(column.values), bool)
        for code in used(column.codes[found], len(column.values)).tolist():
            heading[code] = not column.values[code] or is_header(column.values[code])
        found &= heading[column.codes]
    for place in np.flatnonzero(found).tolist():
        found[place] = heads(Row.of(grid.block(int(wide[place]))))
    return found
