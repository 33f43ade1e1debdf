"""Erasing: a large table without the persons who were erased, each different cell looked at once.

A row that names one in a cell of its own is left out; elsewhere blocks take the place of the name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np

from ..decisions import Erased
from ..tabular.naming import mention
from ..tabular.table import words_of
from .coding import Coded, coded
from .grid import Flags, Grid, Numbers


def without_erased(grid: Grid, erased: Erased, ends: Collection[int]) -> Grid:
    """Return a grid without persons who were erased.

    Parameters
    ----------
    grid : Grid
        The rows of a list, its header first.
    erased : Erased
        Who they are.
    ends : collection of int
        The columns that name the source and the target.
    """
    cells = coded(grid.slices(grid.starts, grid.ends))
    told = _any(grid, _flags(cells, erased.suspects))
    if not told.any():
        return grid
    hidden = replace(grid, text=_hidden(grid, erased, np.flatnonzero(told)))
    column = np.arange(len(grid.starts)) - np.repeat(grid.firsts[:-1], grid.widths)
    gone = _any(grid, np.isin(column, list(ends)) & _flags(cells, lambda s: _names(s, erased)))
    return hidden.select(~gone)


def _hidden(grid: Grid, erased: Erased, rows: Numbers) -> str:
    """Return the text with blocks in place of names in some rows."""
    text, parts, done = grid.text, list[str](), 0
    starts, ends = grid.starts[grid.firsts[rows]], grid.ends[grid.firsts[rows + 1] - 1]
    spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
    # A surname alone is one where the list has a full name too.
    known = any(erased.hide(text[a:b]) != text[a:b] for a, b in spans)
    for start, end in spans:
        parts += [text[done:start], erased.hide(text[start:end], known=known)]
        done = end
    return "".join([*parts, text[done:]])


def _flags(cells: Coded[str], tell: Callable[[str], bool]) -> Flags:
    """Tell which cells are such, by looking at each different one."""
    return np.array([tell(value) for value in cells.values], bool)[cells.codes]


def _any(grid: Grid, cells: Flags) -> Flags:
    """Tell which rows below the header have a cell that is such."""
    rows: Flags = np.logical_or.reduceat(cells, grid.firsts[:-1])
    rows[0] = False
    return rows


def _names(cell: str, erased: Erased) -> bool:
    """Tell whether a cell names somebody who was erased."""
    found = mention(words_of(cell))
    return found is not None and any(map(erased.names, (found.name, *found.aliases)))
