"""What must hold of the blocks of any document."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from stakeholder_graph.loaders import Block, BlockKind
from stakeholder_graph.loaders.formats import Parsed

_WORD = re.compile(r"\w{4,}")


def check_offsets(parsed: Parsed, *, exact: bool = True) -> None:
    """Each character stands where its offset says, and nothing stands twice.

    `exact` is false where a source may write a character as an entity. A line break may be shown
    as a blank.
    """
    last = -1
    for block in parsed.blocks:
        assert block.text.strip(), block
        assert len(block.text) == len(block.offsets), block
        assert block.offsets[0] > last, block
        last = block.offsets[-1]
        assert last < len(parsed.text), block
        assert all(a < b for a, b in pairwise(block.offsets)), block
        _check_cells(block)
        for character, offset in zip(block.text, block.offsets, strict=True):
            there = parsed.text[offset]
            same = there == character or (there == "\n" and character == " ")
            assert same or (not exact and there in "&<"), (block, character, there)


def _check_cells(block: Block) -> None:
    if block.kind is not BlockKind.ROW:
        assert not block.cells
        return
    assert block.cells
    ends = [place for cell in block.cells for place in cell]
    assert ends == sorted(ends)
    assert ends[-1] <= len(block.text)


def lost_words(parsed: Parsed) -> Counter[str]:
    """Return the words of four letters or more that stand in no block."""
    kept = Counter(word for block in parsed.blocks for word in _WORD.findall(block.text))
    return Counter(_WORD.findall(parsed.text)) - kept


def shown(parsed: Parsed) -> list[str]:
    """Return the blocks as short texts: ``h2 Title``, ``p Text``, ``i0 Item``, ``r a|b``."""
    marks = {"heading": "h", "item": "i", "paragraph": "p", "row": "r"}
    lines = []
    for block in parsed.blocks:
        level = str(block.level) if block.kind in (BlockKind.HEADING, BlockKind.ITEM) else ""
        head = "*" if block.header else ""
        lines.append(f"{marks[block.kind.value]}{level}{head} {block.text}")
    return lines
