"""Writing: the readable text of a document whose file has none, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .blocks import Block, BlockKind
from .formats import Parsed, Place
from .structure import refine

_BAR = " | "
_TOGETHER = (BlockKind.ITEM, BlockKind.ROW)


class Writer:
    r"""Writes the stored text of a document: items after their marker, cells between bars.

    Examples
    --------
    >>> writer = Writer()
    >>> writer.block(BlockKind.HEADING, "Board", level=1)
    >>> writer.block(BlockKind.ITEM, "the mayor", mark="1. ")
    >>> writer.row(["Lead", "Ada Roy"])
    >>> writer.text
    'Board\n\n1. the mayor\n\nLead | Ada Roy'
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._size = 0
        self._places: list[Place] = []
        self._place = ""

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._text)

    def at(self, place: str) -> None:
        """Say where for people what comes next stands: ``page 3``."""
        self._place = place

    def block(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        mark: str = "- ",
        indent: int = 0,
        cells: tuple[tuple[int, int], ...] = (),
        header: bool = False,
    ) -> None:
        """Write a block, apart from the one before.

        Parameters
        ----------
        kind, text, level, cells, header
            As a `Block` has them.
        mark : str
            What stands before an item.
        indent : int
            How deep a paragraph is set; what stands below an item is not taken for a heading.
        """
        before = self.blocks[-1].kind if self.blocks else None
        together = kind is before and kind in _TOGETHER
        lead = "" if before is None else "\n" if together else "\n\n"
        if kind is BlockKind.ITEM:
            lead += "  " * level + mark
        elif kind is BlockKind.PARAGRAPH:
            lead += "  " * indent
        start = self._size + len(lead)
        self._text += [lead, text]
        self._size = start + len(text)
        if self._place and (not self._places or self._places[-1][1] != self._place):
            self._places.append((start, self._place))
        offsets = range(start, self._size)
        self.blocks.append(Block(kind, text, offsets, level, cells, header))

    def row(self, texts: Sequence[str], *, header: bool = False) -> None:
        """Write a row of a table, if there is anything in it."""
        if not any(texts):
            return
        cells, at = [], 0
        for text in texts:
            cells.append((at, at + len(text)))
            at += len(text) + len(_BAR)
        self.block(BlockKind.ROW, _BAR.join(texts), cells=tuple(cells), header=header)

    def parsed(
        self,
        title: str = "",
        notes: Sequence[str] = (),
        *,
        headed: bool = False,
        refined: bool = True,
    ) -> Parsed:
        """Return what has been written, with the structure that only its lines show.

        Where nothing was said of places, they are counted in paragraphs, if `headed` below each
        heading. What is not to be `refined` is taken as it was written.
        """
        text = self.text
        blocks = refine(self.blocks, text) if refined else tuple(self.blocks)
        counted = _below_headings(blocks) if headed else _paragraphs(blocks)
        return Parsed(text, blocks, title, tuple(self._places) or tuple(counted), tuple(notes))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Place]:
    for number, block in enumerate(blocks, 1):
        yield block.offsets[0], f"paragraph {number}"


def _below_headings(blocks: Sequence[Block]) -> Iterator[Place]:
    heading, number = "", 0
    for block in blocks:
        number += 1
        if block.kind is BlockKind.HEADING:
            heading, number = f"«{' '.join(block.text.split())}», ", 0
        place = f"{heading}paragraph {number}" if number else heading.removesuffix(", ")
        yield block.offsets[0], place
