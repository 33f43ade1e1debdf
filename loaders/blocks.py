"""Blocks: the structure of a document, each piece of text tied to where it stands in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..graph import Document, Statement


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text of one kind.

    Attributes
    ----------
    kind : BlockKind
        Heading, paragraph, list item or table row.
    text : str
        The readable text, markup removed, line breaks kept.
    offsets : sequence of int
        For each character of `text`, its offset in the stored text of the document. Strictly
        increasing, as long as `text`.
    level : int
        Of a heading, 1 (title) to 6; of a list item, its nesting, from 0.
    cells : tuple of (int, int)
        Of a row, where each cell stands in `text`.
    header : bool
        Of a row, whether it heads its table.
    """

    kind: BlockKind
    text: str
    offsets: Sequence[int]
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    header: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters `start` to `end` of the block stand in the stored text.

        >>> Block(BlockKind.PARAGRAPH, "the board", tuple(range(7, 16))).span(4, 9)
        (11, 16)
        """
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read.

    Attributes
    ----------
    document : Document
        What it is, with its stored text.
    blocks : tuple of Block
        Its structure, in order.
    places : tuple of (int, str)
        Where for people the text stands from each offset on; lines of the text if there is none.
    notes : tuple of str
        What could not be read in it.
    stated : tuple of Statement
        What the file itself says in statements.
    """

    document: Document
    blocks: tuple[Block, ...]
    places: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()
    stated: tuple[Statement, ...] = ()
