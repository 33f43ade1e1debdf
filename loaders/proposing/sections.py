"""Sections: what of a document a model is shown at a time, and below which headings it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..blocks import Block, BlockKind

# Characters: a section that is shorter goes with the one before it, a longer one is parted.
_SHORTEST, _LONGEST = 200, 6000


@dataclass(frozen=True, slots=True)
class Section:
    """A run of blocks, and the headings it stands under.

    Attributes
    ----------
    headings : tuple of int
        The blocks of the headings above it, the topmost first.
    blocks : tuple of int
        Its own, its heading first.
    """

    headings: tuple[int, ...]
    blocks: tuple[int, ...]

    @property
    def shown(self) -> tuple[int, ...]:
        """All blocks that a reader of it sees."""
        return (*self.headings, *self.blocks)


def sections(blocks: Sequence[Block]) -> list[Section]:
    """Return the sections of a document: each a heading with all up to the next one.

    Headings without words of their own go with what follows; so do sections of under 200
    characters with what precedes. One of more than 6,000 is parted between blocks.
    """
    found: list[Section] = []
    for section in _parted(blocks):
        size = sum(len(blocks[index].text) for index in section.blocks)
        last = found[-1] if found else None
        joined = size + (sum(len(blocks[i].text) for i in last.blocks) if last else 0)
        if last and size < _SHORTEST and joined <= _LONGEST:
            found[-1] = Section(last.headings, (*last.blocks, *section.blocks))
        else:
            found.append(section)
    return found


def _parted(blocks: Sequence[Block]) -> Iterator[Section]:
    above: list[int] = []
    own: list[int] = []
    outer: tuple[int, ...] = ()
    size = 0
    for index, block in enumerate(blocks):
        heading = block.kind is BlockKind.HEADING
        said = any(blocks[i].kind is not BlockKind.HEADING for i in own)
        if own and ((heading and said) or size + len(block.text) > _LONGEST):
            yield Section(outer, tuple(own))
            own, size = [], 0
        if heading:
            above = [i for i in above if blocks[i].level < block.level]
        if not own:
            outer = tuple(above)
        if heading:
            above.append(index)
        own.append(index)
        size += len(block.text)
    if own:
        yield Section(outer, tuple(own))
