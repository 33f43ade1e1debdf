"""Reading: a large list of statements, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from ...graph import Document, Vocabulary, hide_contacts
from ..blocks import Block
from ..decisions import Erased
from ..decoding import decode
from ..delimited import delimiter_of
from ..language import detect
from ..limits import Limits
from ..own import check_origin
from ..reading import File
from ..size import RECORDS
from ..sniffing import check_name
from ..tabular.headers import Header
from ..tabular.reader import recognise
from ..tabular.statements import Statements
from ..tabular.table import Row, Table
from .collector import uncollected
from .erasing import without_erased
from .grid import Grid
from .listing import table_of
from .notes import Notes
from .records import Records
from .scanning import scan
from .table import LargeTable

_HEAD, _SAMPLE = 200, 20_000  # rows, and characters, that tell what a table is, and its language
_FILLED_DOWN = ("body", "project", "phase", "task", "organization")


def read_large(
    file: File, vocabulary: Vocabulary, limits: Limits, erased: Erased | None = None
) -> LargeTable | None:
    """Return what a large list of statements states, None if the file is anything else.

    Its text is kept with the document unless it is larger than a document may be.

    Parameters
    ----------
    erased : Erased, optional
        Persons whom nothing of it may name.

    Raises
    ------
    InputError
        If it cannot be read, or is not what its name says.
    """
    grid = _grid(file)
    blocks = list(_head(grid))
    head = Table([Row.of(block) for block in blocks])
    found = recognise(head, vocabulary) if len(blocks) > 1 else None
    if found is None:
        return None
    header, shape = found
    if not isinstance(shape, Statements) or not _is_plain(header):
        return None
    whole, title = grid, " ".join(file.path.name.split())
    if erased:
        grid = without_erased(grid, erased, (shape.source.index, shape.target.index))
        title = erased.hide(title, known=grid is not whole)
    document = Document(
        id=file.id,
        title=title,
        address=file.address,
        language=detect(" ".join(block.text for block in blocks)),
        sha256=file.sha256,
        text=hide_contacts(grid.text) if len(file.data) <= limits.size else "",
    )
    notes = Notes()
    with uncollected():
        records = Records(grid, header, shape, notes)
        alike = records.are_alike()
        return table_of(document, records, shape, vocabulary, notes) if alike else None


def _grid(file: File) -> Grid:
    where, suffix = str(file.path), file.path.suffix.lower()
    if suffix not in RECORDS:
        from .parquet import grid_of

        return grid_of(file.data, where)
    check_name(file.data, suffix, where)
    check_origin(file.data, where)
    text = decode(file.data, where)
    return scan(text, delimiter_of(text, where))


def _head(grid: Grid) -> Iterator[Block]:
    size = 0
    for row in count():
        if row == len(grid) or (row >= _HEAD and size > _SAMPLE):
            return
        block = grid.block(row)
        size += len(block.text)
        yield block


def _is_plain(header: Header) -> bool:
    """Tell whether each row of a list says all for itself, and each column one thing."""
    held = [column.holds for column in header.columns]
    qualifiers = [each for each in held if each and each not in ("contact", "other")]
    return (
        header.rows == 1 and held[0] not in _FILLED_DOWN and len(set(qualifiers)) == len(qualifiers)
    )
