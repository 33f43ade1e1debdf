"""A RACI matrix in a terminal: as it is if there is room, else turned, in parts that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from .groups import Entry
from .text import clean

if TYPE_CHECKING:
    from rich.console import Console

    from ...queries.raci import Cell, Matrix, Note
    from .page import Page

_LABEL = 32  # the widest first column, where the terminal is narrow
_WORD = 14  # the widest column of letters
_GAP = 2
_STYLES = {"stated": "bold", "derived": "cyan", "conflicting": "bold red"}

Grid = Sequence[Sequence[Text]]


def print_matrix(matrix: Matrix, console: Console, page: Page, *, quotes: bool) -> None:
    """Write a matrix: the letters, what is wrong, the legend, and the sentences if wanted."""
    things = [clean(row.label) for row in matrix.shown().rows]
    names = [clean(column.name) for column in matrix.columns]
    grid = list(_grid(matrix))
    if _width(console, things, names, grid) <= console.width:
        _print_part(console, things, names, grid)
    else:
        heads = [f"{clean(row.thing.name)}\n{clean(row.phase)}".rstrip() for row in matrix.rows]
        _print_turned(console, names, heads, [list(line) for line in zip(*grid, strict=True)])
    _print_flags(matrix, page)
    _print_legend(matrix, page)
    if quotes:
        _print_evidence(matrix, page)


def _grid(matrix: Matrix) -> Iterator[list[Text]]:
    for row in matrix.rows:
        cells = {cell.stakeholder.id: _letters(cell) for cell in row.cells}
        yield [cells.get(column.id, Text()) for column in matrix.columns]


def _letters(cell: Cell) -> Text:
    parts = (Text(text, _STYLES[outcome]) for _, outcome, text in cell.tokens())
    return Text(" ").join(parts)


def _width(console: Console, labels: Sequence[str], heads: Sequence[str], grid: Grid) -> int:
    return _first(console, labels) + sum(_column(heads[n], grid, n) for n in range(len(heads)))


def _first(console: Console, labels: Sequence[str]) -> int:
    return min(max(map(len, labels), default=0), max(_LABEL, console.width // 3))


def _column(head: str, grid: Grid, place: int) -> int:
    """Return the width a column needs: its longest word or letters, and a gap."""
    word = min(max(map(len, head.split()), default=0), _WORD)
    return _GAP + max(word, *(len(line[place]) for line in grid))


def _print_turned(
    console: Console, labels: Sequence[str], heads: Sequence[str], grid: Grid
) -> None:
    """Write columns as rows, in parts that fit; who has no letter in a part is left out of it."""
    for part in _parts(console.width - _first(console, labels), heads, grid):
        kept = [(label, line) for label, line in zip(labels, grid, strict=True)]
        lines = [(label, [line[n] for n in part]) for label, line in kept]
        shown = [(label, line) for label, line in lines if any(len(text) for text in line)]
        if part[0]:
            console.print()
        _print_part(
            console, [label for label, _ in shown], [heads[n] for n in part], [x for _, x in shown]
        )


def _parts(room: int, heads: Sequence[str], grid: Grid) -> Iterator[list[int]]:
    part: list[int] = []
    left = room
    for place, head in enumerate(heads):
        width = _column(head, grid, place)
        if part and width > left:
            yield part
            part, left = [], room
        part.append(place)
        left -= width
    if part:
        yield part


def _print_part(console: Console, labels: Sequence[str], heads: Sequence[str], grid: Grid) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    table.add_column("", width=_first(console, labels), overflow="fold")
    for place, head in enumerate(heads):
        width = _column(head, grid, place) - _GAP
        table.add_column(Text(head), width=width, overflow="fold", vertical="bottom")
    for label, line in zip(labels, grid, strict=True):
        table.add_row(Text(label), *line)
    with console.capture() as captured:
        console.print(table)
    for printed in captured.get().splitlines():
        print(printed.rstrip())


def _print_flags(matrix: Matrix, page: Page) -> None:
    flagged = [(row, flag) for row in matrix.rows for flag in row.flags]
    if flagged:
        page.heading("to look at")
    for row, flag in flagged:
        page.text(f"{row.label}: {flag.message}", emphasis=row.label)


def _print_legend(matrix: Matrix, page: Page) -> None:
    from ...queries.raci import FORMS, letters_in_words, without_letter

    page.space()
    for letter, words, given in letters_in_words(matrix):
        page.text(f"{letter}  {words} ({', '.join(given) or 'no relation'})", indent=0)
    page.text(f"No letter: {', '.join(without_letter(matrix))}", indent=0)
    for form, words in FORMS.items():
        page.text(f"{form}  {words}", indent=0)
    for note in matrix.notes:
        page.text(f"Note: {note}.", indent=0)


def _print_evidence(matrix: Matrix, page: Page) -> None:
    from ...queries.raci import matrix_notes

    for row, of_row in matrix_notes(matrix):
        page.heading(row.label)
        for note in of_row:
            page.space()
            _print_note(note, page)


def _print_note(note: Note, page: Page) -> None:
    page.text(f"{note.who}: {' '.join(note.cell.letters)}", emphasis=note.who)
    for reason in note.reasons:
        rule = f": {reason.rule}" if reason.rule else ""
        page.text(f"{reason.letter} {reason.outcome}{rule}", indent=4)
        for said in reason.said:
            page.entry(Entry([said.sentence], said.limits, said.quote, said.place), indent=6)
