"""Sheets: what stands on one page, ruled tables and the rows around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .columns import Cells, in_order
from .grids import Grid
from .lines import Line, Row, rows_of
from .words import Word


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page.

    Attributes
    ----------
    rows : list of Row
        What stands in no ruled table, from top to bottom.
    tables : list of (float, list of Cells)
        The height of the top of each ruled table, and its rows.
    """

    rows: list[Row]
    tables: list[tuple[float, list[Cells]]]

    def in_order(self, rows: Sequence[Row]) -> list[Line | Cells]:
        """Return some rows of the page and its tables in reading order."""
        found: list[Line | Cells] = []
        rest = list(rows)
        for top, table in self.tables:
            above = [row for row in rest if row[0].bottom + row[0].size / 2 >= top]
            found += [*in_order(above), *table]
            rest = rest[len(above) :]
        return [*found, *in_order(rest)]


def sheet_of(words: Sequence[Word], grids: Sequence[Grid]) -> Sheet:
    """Return what stands on a page, from its words and ruled tables."""
    rest = list(words)
    tables: list[tuple[float, list[Cells]]] = []
    for grid in grids:
        inside = [word for word in rest if grid.holds(word)]
        rows = grid.rows(inside)
        if len(rows) < 2 or max(sum(map(bool, row)) for row in rows) < 2:
            continue
        rest = [word for word in rest if not grid.holds(word)]
        tables.append((grid.box[3], [Cells(tuple(map(_cell, row))) for row in rows]))
    return Sheet(rows_of(rest), tables)


def _cell(words: Sequence[Word]) -> tuple[Line, ...]:
    return tuple(Line([w for part in row for w in part.words]) for row in rows_of(words))
