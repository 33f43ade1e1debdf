"""A PDF as a document: opened with care, its pages read, its passages written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...errors import InputError
from ..blocks import BlockKind
from ..formats import Parsed
from ..limits import LIMITS, Limits
from ..writing import Writer
from .bombs import check_streams
from .columns import Cells
from .furniture import without_furniture
from .grids import grids_of
from .hyphens import Words
from .lines import Line
from .paragraphs import Passage, Style, bullet, is_large, passages, style_of
from .sheets import Sheet, sheet_of
from .words import words_of

_END, _NEAR_END = b"%%EOF", 4096
_AGAIN = "save or fetch it again"
_OCR = "recognise its text first (OCR)"
_LONGEST_HEADING = 200
_DEEPEST = 6


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read the text layer of a PDF. Its stored text is the text in reading order.

    A page that holds pictures and no text is named in the notes.

    Raises
    ------
    InputError
        If it is cut short, damaged or locked, exceeds the limits, or has no text at all.
    """
    if _END not in data[-_NEAR_END:]:
        raise InputError("is cut short: its end is missing", where=where, remedy=_AGAIN)
    check_streams(data, where, limits)
    sheets, notes = _sheets(data, where, limits)
    if not any(sheet.rows or sheet.tables for sheet in sheets):
        raise InputError("has no text layer", where=where, remedy=_OCR)
    bodies = without_furniture([sheet.rows for sheet in sheets])
    parts: list[Line | Cells] = []
    for number, (sheet, rows) in enumerate(zip(sheets, bodies, strict=True), 1):
        found = sheet.in_order(rows)
        for line in _lines(found):
            line.page = number
        parts += found
    writer = Writer()
    _write(writer, parts)
    if not writer.blocks:
        raise InputError("holds page numbers and no text", where=where, remedy=_OCR)
    return writer.parsed(_title(writer), notes)


def _title(writer: Writer) -> str:
    """Return what is set largest, empty if nothing is larger than the rest."""
    headings = [block for block in writer.blocks if block.kind is BlockKind.HEADING]
    return min(headings, key=lambda block: block.level).text if headings else ""


def _sheets(data: bytes, where: str, limits: Limits) -> tuple[list[Sheet], list[str]]:
    """Return what stands on each page, and what to say of those that could not be read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            remedy = "save it without one"
            raise InputError("is protected by a password", where=where, remedy=remedy) from error
        raise InputError("is a damaged PDF", where=where, remedy=_AGAIN) from error
    with document:
        if len(document) > limits.pages:
            raise InputError(
                f"has {len(document):,} pages, more than the {limits.pages:,} allowed",
                where=where,
                remedy="split it or raise limit_pages",
            )
        sheets, notes = [], []
        for number in range(len(document)):
            sheet, note = _sheet(pypdfium2, document, number)
            sheets.append(sheet)
            notes += [f"page {number + 1}: {note}"] if note else []
    return sheets, notes


def _sheet(pypdfium2: Any, document: Any, number: int) -> tuple[Sheet, str]:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Sheet([], []), f"is damaged; {_AGAIN}"
    try:
        words = words_of(page)
        if words:
            return sheet_of(words, grids_of(page, pypdfium2.raw)), ""
        pictures = page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2)
        drawn = next(iter(pictures), None) is not None
        return Sheet([], []), f"has no text layer; {_OCR}" if drawn else ""
    except pypdfium2.PdfiumError:
        return Sheet([], []), f"is damaged; {_AGAIN}"
    finally:
        page.close()


def _lines(parts: Sequence[Line | Cells]) -> Iterator[Line]:
    for part in parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for cell in part.cells for line in cell)


def _write(writer: Writer, parts: Sequence[Line | Cells]) -> None:
    style = style_of(parts)
    words = Words.of(line.text for line in _lines(parts))
    found = list(passages(parts, style))
    levels = _levels(found, style)
    margins: list[float] = []
    for each in found:
        if isinstance(each, Cells):
            _write_row(writer, each, words)
            continue
        writer.at(f"page {each.first.page}")
        text = each.text(words)
        if (level := levels.get(_look(each))) and _may_head(each, text):
            writer.block(BlockKind.HEADING, text, level=level)
        elif mark := bullet(text):
            margins = [left for left in margins if left < each.first.left - 2]
            margins.append(each.first.left)
            level = len(margins) - 1
            writer.block(BlockKind.ITEM, text[len(mark) :], level=level, mark=mark)
            continue
        else:
            writer.block(BlockKind.PARAGRAPH, text)
        margins = []


def _write_row(writer: Writer, row: Cells, words: Words) -> None:
    texts = []
    for cell in row.cells:
        passage = Passage(list(cell)) if cell else None
        texts.append(passage.text(words) if passage else "")
    writer.at(f"page {next(line.page for cell in row.cells for line in cell)}")
    if len([text for text in texts if text]) == 2 and texts[0].endswith(":"):
        writer.block(BlockKind.PARAGRAPH, " ".join(text for text in texts if text))
    else:
        writer.row(texts)


def _look(passage: Passage) -> tuple[float, bool]:
    return round(passage.first.size, 1), passage.first.bold


def _levels(found: Sequence[Passage | Cells], style: Style) -> dict[tuple[float, bool], int]:
    """Return the level of each look that heads: the larger, the higher; bold comes last."""
    looks = {
        _look(each)
        for each in found
        if isinstance(each, Passage)
        and (is_large(each.first, style) or (each.first.bold and len(each.lines) < 3))
    }
    return {look: min(_DEEPEST, n) for n, look in enumerate(sorted(looks, reverse=True), 1)}


def _may_head(passage: Passage, text: str) -> bool:
    bold = all(line.bold for line in passage.lines)
    large = len({round(line.size) for line in passage.lines}) == 1
    return len(text) <= _LONGEST_HEADING and (bold or large) and not text.endswith((",", ";"))
