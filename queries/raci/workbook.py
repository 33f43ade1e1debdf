"""The workbook: the matrix as XLSX, each letter with a note that quotes its evidence."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from ...errors import InputError, MissingExtraError
from .matrix import Matrix

_MOST_COLUMNS = 16_000  # of 16,384
_MOST_ROWS = 1_000_000  # of 1,048,576


def matrix_workbook(matrix: Matrix) -> bytes:
    """Return the matrix as an XLSX workbook with the sheets RACI, Evidence and Legend.

    A letter that is only derived stands in brackets, in italics and without a fill. The same
    matrix gives the same bytes. No text is a formula or a link.

    Raises
    ------
    MissingExtraError
        If XlsxWriter is missing.
    InputError
        If the matrix is larger than a sheet.
    """
    try:
        from xlsxwriter import Workbook

        from .sheets import write_sheets
    except ImportError as error:
        raise MissingExtraError("workbooks need XlsxWriter", "xlsx") from error
    if len(matrix.columns) > _MOST_COLUMNS or len(matrix.frame()) > _MOST_ROWS:
        raise InputError("the matrix is larger than a sheet", remedy="name fewer rows")
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        # Without a date of its own a workbook says when it was written.
        book.set_properties({"author": "stakeholder-graph", "created": datetime(2000, 1, 1)})
        write_sheets(book, matrix)
    return out.getvalue()
