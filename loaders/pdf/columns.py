"""Columns: in which order the lines of a page are read, and which of its rows are a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .lines import Line, Row

_GUTTER = 6.0  # points
_FEWEST_ROWS, _FEWEST_LINES = 2, 4
_FILLED = 0.55  # of its column: how wide lines of running text are
_FEWEST_WORDS = 3
_MOST_ROWS = 1_000  # of a page that people can read
_WIDE = 1.1  # times the size of the font: more than justified text has in several rows
_PAUSE = 1.7  # times the usual distance of two rows: what comes then is another matter

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table: the lines of each cell."""

    cells: tuple[tuple[Line, ...], ...]


def in_order(rows: Sequence[Row]) -> list[Line | Cells]:
    """Return lines and rows of tables in reading order, each line with its column."""
    if not rows:
        return []
    if len(rows) > _MOST_ROWS:
        return list(_alone(rows, _edges(rows)))
    found: list[Line | Cells] = []
    edges = _edges(rows)
    for gap, band in _bands(rows):
        if gap and _is_text(band, gap):
            left, right = _split(band, gap)
            found += [*in_order(left), *in_order(right)]
        elif gap and gap[1] - gap[0] > _WIDE * band[0][0].size:
            found += _table(band)
        else:
            found += _alone(band, edges)
    return found


def _bands(rows: Sequence[Row]) -> Iterator[tuple[Gap | None, list[Row]]]:
    """Yield runs of rows that one gap runs through from top to bottom, and runs of others."""
    edges = _edges(rows)
    loose: list[Row] = []
    at = 0
    while at < len(rows):
        gap, stop = _run(rows, at, edges)
        if gap is None:
            loose.append(rows[at])
            at += 1
            continue
        if loose:
            yield None, loose
            loose = []
        yield gap, list(rows[at:stop])
        at = stop
    if loose:
        yield None, loose


def _run(rows: Sequence[Row], start: int, edges: Gap) -> tuple[Gap | None, int]:
    """Return the gap between two sides that runs furthest down from a row, and where it ends."""
    best: tuple[int, Gap | None, int] = (_FEWEST_ROWS - 1, None, start)
    # The two sides of a gap need not begin at one height.
    opening = sorted((line for row in rows[start : start + 2] for line in row), key=_left)
    for gap in _gaps(opening, edges)[1:-1]:
        if gap[1] - gap[0] < _GUTTER:
            continue
        narrowed, stop = gap, start + 1
        while stop < len(rows) and (after := _narrow(narrowed, rows[stop], edges)):
            narrowed, stop = after, stop + 1
        sides = [_sides(row, narrowed) for row in rows[start:stop]]
        beside = _beside(sides)
        if beside > best[0]:
            best = (beside, narrowed, start + _without_tail(rows[start:stop], sides, narrowed))
    return best[1], best[2]


def _beside(sides: Sequence[set[bool]]) -> int:
    """Return how many rows of the shorter side stand beside rows of the other."""
    left, right = ([i for i, side in enumerate(sides) if which in side] for which in (False, True))
    if not left or not right:
        return 0
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    return min(sum(first <= i <= last for i in side) for side in (left, right))


def _without_tail(rows: Sequence[Row], sides: Sequence[set[bool]], gap: Gap) -> int:
    """Return where a band ends: short lines far below one of its sides are none of it."""
    last = sides[-1]
    if len(last) == 2:
        return len(rows)
    pause = _PAUSE * _distance(_split(rows, gap)[True in last])
    ended = max(i for i, side in enumerate(sides) if side - last)
    before = max(i for i in range(ended + 1) if sides[i] & last or i == 0)
    for i in range(ended + 1, len(rows)):
        if rows[before][0].bottom - rows[i][0].bottom > pause:
            return i
        before = i
    return len(rows)


def _gaps(row: Row, edges: Gap) -> list[Gap]:
    """Return the blank stretches of a row, those at its ends included."""
    lefts = [*(line.left for line in row), edges[1] + _GUTTER]
    rights = [edges[0] - _GUTTER, *(line.right for line in row)]
    return list(zip(rights, lefts, strict=True))


def _narrow(gap: Gap, row: Row, edges: Gap) -> Gap | None:
    common = [(max(gap[0], left), min(gap[1], right)) for left, right in _gaps(row, edges)]
    widest = max(common, key=lambda each: each[1] - each[0])
    return widest if widest[1] - widest[0] >= _GUTTER else None


def _left(line: Line) -> float:
    return line.left


def _sides(row: Row, gap: Gap) -> set[bool]:
    return {line.left >= gap[1] for line in row}


def _split(band: Sequence[Row], gap: Gap) -> tuple[list[Row], list[Row]]:
    left = [[line for line in row if line.left < gap[1]] for row in band]
    right = [[line for line in row if line.left >= gap[1]] for row in band]
    return [row for row in left if row], [row for row in right if row]


def _is_text(band: Sequence[Row], gap: Gap) -> bool:
    """Tell whether both sides of a gap hold running text rather than cells."""
    for side in _split(band, gap):
        if len(side) < _FEWEST_LINES:
            return False
        left, right = _edges(side)
        widths = [(line[-1].right - line[0].left) / max(right - left, 1.0) for line in side]
        words = [sum(len(line.words) for line in row) for row in side]
        if median(widths) < _FILLED or median(words) < _FEWEST_WORDS:
            return False
    return True


def _alone(rows: Sequence[Row], edges: Gap) -> Iterator[Line]:
    for row in rows:
        line = Line([word for part in row for word in part.words])
        line.column = edges
        yield line


def _table(band: Sequence[Row]) -> Iterator[Cells]:
    """Yield the rows of a table; what stands below with nothing in its first column goes on."""
    bounds = _columns(band)
    cells: list[list[Line]] = []
    for row in band:
        placed: list[list[Line]] = [[] for _ in bounds]
        for line in row:
            column = max(i for i, left in enumerate(bounds) if line.left >= left or i == 0)
            placed[column].append(line)
        if cells and not placed[0]:
            cells = [[*cell, *more] for cell, more in zip(cells, placed, strict=True)]
            continue
        if cells:
            yield Cells(tuple(map(tuple, cells)))
        cells = placed
    if cells:
        yield Cells(tuple(map(tuple, cells)))


def _columns(band: Sequence[Row]) -> list[float]:
    """Return where each column begins: where no line of the band reaches across."""
    lines = sorted((line for row in band for line in row), key=_left)
    starts, reach = [lines[0].left], lines[0].right
    for line in lines[1:]:
        if line.left >= reach + _GUTTER / 2:
            starts.append(line.left)
        reach = max(reach, line.right)
    return starts


def _edges(rows: Sequence[Row]) -> Gap:
    lines = [line for row in rows for line in row]
    return min(line.left for line in lines), max(line.right for line in lines)


def _distance(rows: Sequence[Row]) -> float:
    gaps = [a[0].bottom - b[0].bottom for a, b in pairwise(rows)]
    return median(gaps) if gaps else 0.0
