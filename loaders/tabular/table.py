"""Tables: rows that stand together in a document of any format, with what stands above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..blocks import Block, BlockKind, Source

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes
    ----------
    block : Block
        Where it stands.
    cells : tuple of str
        The words of each column, blank where there are none.
    """

    block: Block
    cells: tuple[str, ...]

    @classmethod
    def of(cls, block: Block) -> Row:
        """Return a row of a document."""
        return cls(block, tuple(words_of(block.text[start:end]) for start, end in block.cells))

    def cell(self, column: int) -> str:
        """Return the words of a column; a short row has none in its last."""
        return self.cells[column] if column < len(self.cells) else ""

    def filled(self) -> list[int]:
        """Return the columns that hold something."""
        return [column for column, words in enumerate(self.cells) if words]


@dataclass(slots=True)
class Table:
    """Rows that stand together.

    Attributes
    ----------
    rows : list of Row
        In order, those of its header included.
    above : list of str
        What stands right above, the nearest last: the name of the sheet, a heading, a sentence.
    """

    rows: list[Row] = field(default_factory=list)
    above: list[str] = field(default_factory=list)


def tables_of(source: Source) -> Iterator[Table]:
    """Yield the tables of a document."""
    table, above = Table(), list[str]()
    for block in source.blocks:
        if block.kind is not BlockKind.ROW:
            if table.rows:
                yield table
                table = Table()
            above = _above(above, block)
            continue
        headed = block.header and table.rows and not table.rows[-1].block.header
        if headed:
            yield table
            table = Table()
        if not table.rows:
            table.above = list(above)
        table.rows.append(Row.of(block))
    if table.rows:
        yield table


def _above(above: Sequence[str], block: Block) -> list[str]:
    """Return the headings that hold where a block ends, and what it says if that is short."""
    text = " ".join(block.text.split())
    if block.kind is BlockKind.HEADING:
        return [text]
    return [*above[:1], text] if len(text) <= _LONGEST_TITLE else list(above[:1])


def words_of(text: str) -> str:
    """Return what a cell says, on one line."""
    return " ".join(text.replace('""', '"').split("\n")).strip()
