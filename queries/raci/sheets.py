"""The sheets of the workbook: RACI, Evidence and Legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...text import clean
from ..answer import Outcome
from .cells import Cell, Row
from .legend import FORMS, letters_in_words, without_letter
from .matrix import Matrix
from .notes import Note, matrix_notes

_FILLS = {"A": "#F6C7AB", "R": "#BFE3D6", "C": "#C9E4F6", "I": "#F3E6A8"}
_FRAME = {"border": 1, "border_color": "#C9CED6", "text_wrap": True, "valign": "top"}
_HEAD = {**_FRAME, "bold": True, "bg_color": "#F3F5F8"}
_HEADS = ("for", "phase", "to look at")
_WIDTHS = (34, 16, 44)
_EVIDENCE = ("for", "phase", "stakeholder", "letter", "outcome", "rule")
_STATEMENT = ("step", "as stated", "quote", "limits", "place")
_EVIDENCE_WIDTHS = (28, 14, 28, 7, 11, 32, 6, 44, 70, 24, 34)
_LONGEST_NOTE = 1_800  # characters: more does not fit on a screen
_LONGEST_CELL = 32_000  # of 32,767
_NOTE_WIDTH, _LINE_HEIGHT, _LINE_LENGTH = 440, 17, 62  # pixels, pixels, characters

Told = Sequence[tuple[Row, Sequence[Note]]]


def write_sheets(book: Workbook, matrix: Matrix) -> None:
    """Write the three sheets."""
    told = list(matrix_notes(matrix))
    _write_matrix(book, matrix, told)
    _write_evidence(book, told)
    _write_legend(book, matrix)


def _write_matrix(book: Workbook, matrix: Matrix, told: Told) -> None:
    sheet = book.add_worksheet("RACI")
    head, text = book.add_format(_HEAD), book.add_format(_FRAME)
    warning = book.add_format({**_FRAME, "font_color": "#8C2500"})
    named = book.add_format({**_FRAME, "bold": True})
    across = book.add_format({**_HEAD, "align": "center", "valign": "bottom"})
    looks = _looks(book)
    for place, (title, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        _put(sheet, 0, place, title, head)
    sheet.set_column(len(_HEADS), len(_HEADS) + len(matrix.columns), 15)
    for place, column in enumerate(matrix.columns, start=len(_HEADS)):
        _put(sheet, 0, place, f"{column.name}\n({column.kind})", across)
    places = {c.id: place for place, c in enumerate(matrix.columns, start=len(_HEADS))}
    for number, (row, of_row) in enumerate(told, start=1):
        _put(sheet, number, 0, row.thing.name, named)
        _put(sheet, number, 1, row.phase, text)
        _put(sheet, number, 2, "; ".join(flag.message for flag in row.flags), warning)
        for note in of_row:
            where = number, places[note.cell.stakeholder.id]
            _put(sheet, *where, " ".join(note.cell.letters), looks[_look(note.cell)])
            sheet.write_comment(*where, _comment(note), _size(note))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.fit_to_pages(1, 0)


def _write_evidence(book: Workbook, told: Told) -> None:
    sheet = book.add_worksheet("Evidence")
    head, text = book.add_format(_HEAD), book.add_format(_FRAME)
    heads = (*_EVIDENCE, *_STATEMENT)
    for place, (title, width) in enumerate(zip(heads, _EVIDENCE_WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        _put(sheet, 0, place, title, head)
    number = 0
    for number, line in enumerate(_evidence(told), start=1):
        for place, value in enumerate(line):
            _put(sheet, number, place, value, text)
    sheet.autofilter(0, 0, number, len(heads) - 1)
    sheet.freeze_panes(1, 0)


def _evidence(told: Told) -> Iterator[tuple[str, ...]]:
    for row, of_row in told:
        for note in of_row:
            for reason in note.reasons:
                why = (reason.letter, reason.outcome.value, reason.rule)
                for step, said in enumerate(reason.said, start=1):
                    what = (said.sentence, said.quote, said.limits, said.place)
                    yield row.thing.name, row.phase, note.who, *why, str(step), *what


def _write_legend(book: Workbook, matrix: Matrix) -> None:
    sheet = book.add_worksheet("Legend")
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 2, 60)
    text = book.add_format({"text_wrap": True, "valign": "top"})
    lines = [(letter, words, ", ".join(of)) for letter, words, of in letters_in_words(matrix)]
    lines += [(form, words, "") for form, words in FORMS.items()]
    lines += [("", "no letter", ", ".join(without_letter(matrix)))]
    lines += [("", f"at {matrix.at}", "")] if matrix.at else []
    lines += [("", note, "") for note in matrix.notes]
    for number, line in enumerate(lines):
        for place, value in enumerate(line):
            _put(sheet, number, place, value, text)


def _put(sheet: Worksheet, row: int, column: int, value: str, look: Format) -> None:
    """Write a text as text, whatever it looks like."""
    lines = "\n".join(map(clean, value.split("\n")))
    sheet.write_string(row, column, lines[:_LONGEST_CELL], look)


def _looks(book: Workbook) -> dict[tuple[str, Outcome], Format]:
    """Return the look of a cell by its first letter and the surest outcome of that."""
    middle = {**_FRAME, "align": "center", "valign": "vcenter"}
    outcomes: dict[Outcome, dict[str, Any]] = {
        Outcome.STATED: {"bold": True},
        Outcome.CONFLICTING: {"bold": True, "font_color": "#B3261E", "border": 2},
        Outcome.DERIVED: {"italic": True},
    }
    return {
        (letter, outcome): book.add_format(
            {**middle, **look, **({} if outcome is Outcome.DERIVED else {"bg_color": fill})}
        )
        for letter, fill in _FILLS.items()
        for outcome, look in outcomes.items()
    }


def _look(cell: Cell) -> tuple[str, Outcome]:
    """Return the letter that colours a cell: the first of A, R, C and I that is no derived one."""
    tokens = [(letter, outcome) for letter, outcome, _ in cell.tokens()]
    order = list(_FILLS)
    return min(tokens, key=lambda t: (t[1] is Outcome.DERIVED, order.index(t[0])))


def _comment(note: Note) -> str:
    text = "\n".join(note.lines())
    if len(text) <= _LONGEST_NOTE:
        return text
    return f"{text[:_LONGEST_NOTE]} …\nThe whole is on the sheet Evidence."


def _size(note: Note) -> dict[str, Any]:
    lines = _comment(note).split("\n")
    height = sum(1 + len(line) // _LINE_LENGTH for line in lines) * _LINE_HEIGHT + 12
    return {"width": _NOTE_WIDTH, "height": min(height, 900), "author": "stakeholder-graph"}
