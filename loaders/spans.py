"""Spans: table cells that stretch over columns or rows, so that the others keep their column."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

_WIDEST, _LONGEST = 1_000, 65_534


@dataclass(slots=True)
class Cell:
    """A cell of a row under way."""

    text: str
    header: bool
    across: int = 1
    down: int = 1


def cell(element: HtmlElement) -> Cell:
    """Return a cell of a page, still without its text."""
    across, down = (_number(element.get(name)) for name in ("colspan", "rowspan"))
    return Cell("", element.tag == "th", min(across, _WIDEST), min(down, _LONGEST))


@dataclass(slots=True)
class Grid:
    """The columns of a table that cells of the rows above reach into.

    Examples
    --------
    >>> grid = Grid()
    >>> grid.row([Cell("Plan", False, down=2), Cell("R", False)])
    [('Plan', False), ('R', False)]
    >>> grid.row([Cell("A", False)])
    [('', True), ('A', False)]
    """

    reached: dict[int, int] = field(default_factory=dict)

    def row(self, cells: list[Cell]) -> list[tuple[str, bool]]:
        """Return text and header mark of each column; blank where another cell stretches."""
        row: list[tuple[str, bool]] = []
        for each in cells:
            self._skip(row)
            for number in range(each.across):
                if each.down > 1:
                    self.reached[len(row)] = each.down - 1
                row.append(("", True) if number else (each.text, each.header))
        self._skip(row)
        return row

    def _skip(self, row: list[tuple[str, bool]]) -> None:
        while self.reached.get(len(row), 0) > 0:
            self.reached[len(row)] -= 1
            row.append(("", True))


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and int(value) > 0 else 1
