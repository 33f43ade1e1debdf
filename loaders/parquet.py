"""Parquet: a table of columns, as rows of text whose cells stand between bars."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ..errors import InputError, MissingExtraError
from .formats import Parsed
from .limits import LIMITS, Limits
from .own import check_columns
from .writing import Writer

if TYPE_CHECKING:
    import pyarrow as pa


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read a Parquet file. Its stored text has its names of columns, then a line for each row.

    Raises
    ------
    InputError
        If it cannot be read, pyarrow is not installed, or it has more cells than allowed.
    """
    table = read_table(data, where)
    if table.num_rows * table.num_columns > limits.cells:
        raise InputError(
            f"has more than {limits.cells:,} cells",
            where=where,
            remedy="split it or raise limit_cells",
        )
    writer = Writer()
    writer.at("header")
    writer.row(table.column_names)
    for number, texts in enumerate(zip(*(c.to_pylist() for c in table.columns), strict=True), 1):
        writer.at(f"row {number}")
        writer.row(texts)
    return writer.parsed(refined=False)


def read_table(data: bytes, where: str) -> pa.Table:
    """Return the columns of a file as text; what is missing is empty, lists have semicolons.

    Raises
    ------
    InputError
        If it cannot be read, is an export of ours, or pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow", "parquet", where=where) from error
    try:
        table = pq.read_table(io.BytesIO(data))
        check_columns(table.column_names, where)
        names = [" ".join(str(name).split()) for name in table.column_names]
        return pa.table([_texts(column) for column in table.columns], names=names)
    except (pa.ArrowException, OSError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"cannot be read ({said})", where=where, remedy="save it anew") from error


def _texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), "; ")
    elif pa.types.is_floating(column.type) and pc.all(pc.equal(column, pc.floor(column))).as_py():
        column = column.cast(pa.int64())  # whole numbers beside missing ones
    return pc.fill_null(column.cast(pa.large_string()), "")
