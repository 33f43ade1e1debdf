"""CSV and TSV: records whose cells keep their place in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..errors import InputError
from .blocks import Block, BlockKind
from .decoding import decode
from .formats import Parsed
from .limits import LIMITS, Limits

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE = 200

Span = tuple[int, int]


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read a file of records. Its stored text is the file; each record is a row.

    The delimiter is the one (of ``;``, ``,``, tab and ``|``) that parts most records alike.

    Raises
    ------
    InputError
        If it is not text, no delimiter parts its lines, or it has more cells than allowed.
    """
    text = decode(data, where)
    delimiter = delimiter_of(text, where)
    blocks, cells = [], 0
    for record in records(text, delimiter):
        cells += len(record)
        if cells > limits.cells:
            raise InputError(
                f"has more than {limits.cells:,} cells",
                where=where,
                remedy="split it or raise limit_cells",
            )
        if any(end > start for start, end in record):
            blocks.append(_row(text, record))
    return Parsed(text, tuple(blocks))


def delimiter_of(text: str, where: str) -> str:
    """Return what parts most records into the same number of cells, above one.

    Raises
    ------
    InputError
        If nothing does.
    """
    best, most = "", (0, 0)
    for delimiter in _DELIMITERS:
        widths = Counter(len(record) for record in islice(records(text, delimiter), _SAMPLE))
        widths.pop(1, None)
        if widths:
            width, count = widths.most_common(1)[0]
            if (count, width) > most:
                best, most = delimiter, (count, width)
    if not best:
        raise InputError(
            "has one column: no ; , tab or | parts its lines",
            where=where,
            remedy="save it with one of these between two cells",
        )
    return best


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    part = re.escape(delimiter)
    return re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?={part}|\n|\Z)|([^{part}\n]*)')


def records(text: str, delimiter: str) -> Iterator[list[Span]]:
    """Yield the cells of each record; a quoted cell may hold delimiters and line breaks."""
    match, at, size = _cell(delimiter).match, 0, len(text)
    record: list[Span] = []
    while at < size:
        cell = match(text, at)
        assert cell is not None  # noqa: S101  (an empty cell matches)
        record.append(cell.span(1) if cell[1] is not None else cell.span(2))
        at = cell.end()
        if at >= size or text[at] == "\n":
            yield record
            record = []
        elif at + 1 >= size:
            record.append((size, size))
        at += 1
    if record:
        yield record


def _row(text: str, record: list[Span]) -> Block:
    start, end = record[0][0], record[-1][1]
    cells = tuple((left - start, right - start) for left, right in record)
    return Block(BlockKind.ROW, text[start:end], range(start, end), cells=cells)
