"""Files: the matrix in the format that the name of a file tells."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path

from ...errors import InputError
from ...text import cell, clean
from ...whole_file import write_whole
from .markdown import matrix_markdown
from .matrix import Matrix
from .notes import Note, matrix_notes
from .page import matrix_page
from .workbook import matrix_workbook


def matrix_csv(matrix: Matrix) -> str:
    """Return the matrix as CSV: a row a line, a column a stakeholder, the evidence last.

    Columns: ``for``, ``phase``, ``to look at``, the names of the stakeholders, ``evidence``. No
    text is a formula to a spreadsheet.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [column.name for column in matrix.columns]
    writer.writerow(map(cell, ["for", "phase", "to look at", *names, "evidence"]))
    for row, told in matrix_notes(matrix.shown()):
        look = "; ".join(flag.message for flag in row.flags)
        evidence = "\n".join(map(_told, told))
        line = [row.thing.name, row.phase, look, *matrix.texts(row)]
        writer.writerow([*map(cell, map(clean, line)), cell(evidence)])
    return out.getvalue()


def _told(note: Note) -> str:
    return "\n".join([f"{note.who}: {' '.join(note.cell.letters)}", *note.lines()])


_WRITERS: Mapping[str, Callable[[Matrix], bytes]] = {
    ".xlsx": matrix_workbook,
    ".html": lambda matrix: matrix_page(matrix).encode(),
    ".md": lambda matrix: matrix_markdown(matrix).encode(),
    ".csv": lambda matrix: matrix_csv(matrix).encode("utf-8-sig"),  # spreadsheets ask for the mark
}

SUFFIXES = tuple(_WRITERS)
"""How the name of a file may end."""


def write_matrix(matrix: Matrix, path: str | os.PathLike[str]) -> Path:
    """Write a matrix as ``.xlsx``, ``.html``, ``.md`` or ``.csv``, whole or not at all.

    Raises
    ------
    InputError
        If the name ends otherwise, or the file cannot be written.
    StakeholderGraphError
        If XlsxWriter, which the extra ``xlsx`` brings, is missing.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _WRITERS:
        remedy = f"end it in {', '.join(SUFFIXES)}"
        raise InputError("is no name of a matrix", where=str(path), remedy=remedy)
    return write_whole(path, _WRITERS[suffix](matrix))
