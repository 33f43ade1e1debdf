"""Excel workbooks: each sheet in turn, its cells as they are shown, each with its address."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ..errors import InputError
from .archives import open_archive
from .blocks import BlockKind
from .formats import Parsed
from .limits import LIMITS, Limits
from .writing import Writer

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>')
_CHUNK = 1 << 20
_TAG = 200  # longer than any tag of a cell
_SPACE = re.compile(r"\s*\n\s*")


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read the visible sheets of a workbook.

    Its stored text has a line for each row that holds something, cells between bars, below the
    name of the sheet.

    Raises
    ------
    InputError
        If it is damaged, exceeds the limits, or holds nothing.
    """
    with open_archive(data, where, limits) as archive:
        _check_reach(archive, where, limits)
    writer = Writer()
    for sheet in _sheets(data, where):
        _write(writer, sheet)
    if not writer.blocks:
        raise InputError("holds no cell", where=where, remedy="check that it was saved")
    return writer.parsed(refined=False)


def column_name(number: int) -> str:
    """Return the letters of a column, from 0.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _check_reach(archive: ZipFile, where: str, limits: Limits) -> None:
    """Refuse a sheet whose cells lie so far apart that the room between them fills the memory."""
    for name in filter(_SHEET.fullmatch, archive.namelist()):
        rows, columns = _reach(archive, name)
        if rows * columns > limits.cells:
            raise InputError(
                f"reaches over {rows:,} rows and {columns:,} columns, more than"
                f" {limits.cells:,} cells",
                where=f"{where}, {name}",
                remedy="delete what lies far from the rest, or raise limit_cells",
            )


def _reach(archive: ZipFile, name: str) -> tuple[int, int]:
    """Return the last row and column in which a cell of a sheet holds something."""
    rows = columns = 0
    rest = b""
    with archive.open(name) as part:
        while piece := part.read(_CHUNK):
            piece = rest + piece
            for letters, row in _FILLED.findall(piece):
                rows = max(rows, int(row))
                columns = max(columns, _number(letters))
            rest = piece[-_TAG:]
    return rows, columns


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _sheets(data: bytes, where: str) -> Iterator[CalamineSheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for known in workbook.sheets_metadata:
            if known.visible == SheetVisibleEnum.Visible:
                yield workbook.get_sheet_by_name(known.name)
    except CalamineError as error:
        raise InputError(
            f"is no sound workbook ({error})", where=where, remedy="save it anew"
        ) from error


def _write(writer: Writer, sheet: CalamineSheet) -> None:
    named = False
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [_text(value) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        if not named:
            writer.at(sheet.name)
            writer.block(BlockKind.HEADING, " ".join(sheet.name.split()) or "Sheet", level=1)
            named = True
        writer.at(f"{sheet.name}!A{number}")
        writer.row(texts)


def _text(value: object) -> str:
    r"""Return a value as people read it: whole numbers without a point, dates in ISO 8601.

    >>> _text(3.0), _text(datetime.datetime(2026, 3, 1)), _text("a\n b ")
    ('3', '2026-03-01', 'a; b')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == datetime.time() else value).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return _SPACE.sub("; ", str(value)).strip()
