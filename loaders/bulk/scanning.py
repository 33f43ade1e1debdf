"""Scanning: the cells of a large text of records, found all at once."""

from __future__ import annotations

import numpy as np

from ..delimited import records
from .grid import Flags, Grid, Numbers, codes_of

_LINE, _QUOTE = ord("\n"), ord('"')


def scan(text: str, delimiter: str) -> Grid:
    """Return where the cells of a CSV or TSV file stand, as `delimited` finds them one by one."""
    found = _found(text, delimiter)
    if found is None:
        starts, ends, firsts = _one_by_one(text, delimiter)
    else:
        starts, ends, firsts = found
    breaks = _breaks(text)
    numbers = np.searchsorted(breaks, starts[firsts[:-1]]) + 1
    return Grid.of(text, starts, ends, firsts, "line", numbers)


def _found(text: str, delimiter: str) -> tuple[Numbers, Numbers, Numbers] | None:
    """Return all cells, and which are the first of a record; None where quotes are not sound."""
    places, marks = _marks(text, delimiter)
    quotes = marks == _QUOTE
    opens: Numbers = np.empty(0, np.int64)
    if quotes.any():
        opened = _opened(places, quotes, len(text))
        if opened is None:
            return None
        opens = opened
        outside = ~quotes & (np.cumsum(quotes) % 2 == 0)
        places, marks = places[outside], marks[outside]
    if not text.endswith("\n"):
        places, marks = np.append(places, len(text)), np.append(marks, _LINE)
    starts = np.concatenate([[0], places[:-1] + 1])
    quoted = np.isin(starts, opens, assume_unique=True) if len(opens) else False
    last = np.flatnonzero(marks == _LINE)
    firsts = np.concatenate([[0], last + 1])
    return starts + quoted, places - quoted, firsts


def _opened(places: Numbers, quotes: Flags, size: int) -> Numbers | None:
    """Return the quotes that open a cell, or go on with one after a doubled quote.

    None unless all open right after a mark, and close right before one.
    """
    at = np.flatnonzero(quotes)
    if len(at) % 2:
        return None
    opens, closes = at[0::2], at[1::2]
    before = np.where(opens > 0, places[opens - 1], -1)
    after = np.append(places, size)[closes + 1]
    sound = np.all(before == places[opens] - 1) and np.all(after == places[closes] + 1)
    return places[opens] if sound else None


def _marks(text: str, delimiter: str) -> tuple[Numbers, Numbers]:
    """Return where delimiters, line breaks and quotes stand, and which each is."""
    places, marks = [], []
    for start, codes in codes_of(text):
        here = np.flatnonzero((codes == ord(delimiter)) | (codes == _LINE) | (codes == _QUOTE))
        places.append(here + start)
        marks.append(codes[here].astype(np.uint8))
    return np.concatenate(places), np.concatenate(marks)


def _breaks(text: str) -> Numbers:
    return np.concatenate([np.flatnonzero(codes == _LINE) + at for at, codes in codes_of(text)])


def _one_by_one(text: str, delimiter: str) -> tuple[Numbers, Numbers, Numbers]:
    starts, ends, firsts = [], [], [0]
    for record in records(text, delimiter):
        starts += [start for start, _ in record]
        ends += [end for _, end in record]
        firsts.append(len(starts))
    return np.array(starts), np.array(ends), np.array(firsts)
