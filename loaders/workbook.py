"""Workbooks, of Excel and OpenDocument: each sheet in turn, each cell as shown and addressed."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ..errors import InputError
from .archives import DAMAGED, open_archive, read_part
from .blocks import BlockKind
from .formats import Parsed
from .limits import LIMITS, Limits
from .reach import Reach
from .writing import Writer

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml|content\.xml", re.IGNORECASE)
_MANIFEST, _LOCKED = "META-INF/manifest.xml", b"manifest:encryption-data"
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
    check_workbook(data, where, limits)
    writer = Writer()
    for sheet in _sheets(data, where):
        _write(writer, sheet)
    if not writer.blocks:
        raise InputError("holds no cell", where=where, remedy="check that it was saved")
    return writer.parsed(refined=False)


def check_workbook(data: bytes, where: str, limits: Limits = LIMITS) -> None:
    """Check that a workbook is one that can be read in the memory there is.

    Raises
    ------
    InputError
        If it is damaged or exceeds the limits.
    """
    with open_archive(data, where, limits) as archive:
        if _MANIFEST in archive.namelist() and _LOCKED in read_part(archive, _MANIFEST, where):
            remedy = "save it without one"
            raise InputError("is protected by a password", where=where, remedy=remedy)
        _check_reach(archive, where, limits)


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
    for name in archive.namelist():  # any part may turn out to be a sheet
        try:
            with archive.open(name) as part:
                reach = Reach.of(part)
        except DAMAGED as error:
            raise InputError(
                f"is damaged in its part {name}", where=where, remedy="save it anew"
            ) from error
        if reach.fault and _SHEET.match(name):
            what = f"is damaged ({reach.fault})"
            raise InputError(what, where=f"{where}, {name}", remedy="save it anew")
        if reach.rows * reach.columns > limits.cells:
            raise InputError(
                f"reaches over {reach.rows:,} rows and {reach.columns:,} columns, more than"
                f" {limits.cells:,} cells",
                where=f"{where}, {name}",
                remedy="delete what lies far from the rest, or raise limit_cells",
            )


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
