"""Parquet: the cells of a large file, written as one text as the reader of small ones does."""

from __future__ import annotations

import numpy as np

from ..parquet import read_table
from .grid import Grid, Numbers

_BAR = " | "


def grid_of(data: bytes, where: str) -> Grid:
    """Return where the cells of a Parquet file stand in its text.

    Raises
    ------
    InputError
        If it cannot be read, or pyarrow is not installed.
    """
    table = read_table(data, where)  # which says so where there is no pyarrow
    import pyarrow as pa
    import pyarrow.compute as pc

    head = pa.table([[name] for name in table.column_names], names=table.column_names)
    columns = [
        pa.concat_arrays([pa.array(h.to_pylist(), pa.large_string()), *c.chunks])
        for h, c in zip(head.columns, table.columns, strict=True)
    ]
    filled = np.any([pc.utf8_length(column).to_numpy() > 0 for column in columns], axis=0)
    columns = [column.filter(pa.array(filled)) for column in columns]
    numbers = np.flatnonzero(filled)
    lines = pc.binary_join_element_wise(*columns, pa.scalar(_BAR, pa.large_string()))
    text = "\n".join(lines.to_pylist())
    sizes = np.stack([pc.utf8_length(column).to_numpy() for column in columns], axis=1)
    return _grid(text, sizes.astype(np.int64), numbers)


def _grid(text: str, sizes: Numbers, numbers: Numbers) -> Grid:
    rows, width = sizes.shape
    apart = np.full((rows, width), len(_BAR), np.int64)
    apart[:, -1] = 1  # the line break
    ends = np.cumsum(sizes + apart).reshape(rows, width) - apart
    firsts = np.arange(rows + 1) * width
    return Grid.of(text, (ends - sizes).ravel(), ends.ravel(), firsts, "row", numbers)
