"""Alignment: where the words of a quote stand in blocks, whatever blanks and marks part them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..blocks import Block

# Letters and digits, with accents that are characters of their own.
_WORD = re.compile(r"[\w\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the text of a block."""

    block: int
    start: int
    end: int


class Words:
    r"""The words of some blocks, in order.

    Parameters
    ----------
    blocks : sequence of Block
        Those of a document.
    shown : iterable of int
        Which of them count.

    Examples
    --------
    >>> from stakeholder_graph.loaders.blocks import BlockKind
    >>> block = Block(BlockKind.PARAGRAPH, "The\u00a0board’s chair, Ada.", tuple(range(23)))
    >>> list(Words([block], [0]).find("board's chair Ada"))
    [[Stretch(block=0, start=4, end=22)]]
    """

    def __init__(self, blocks: Sequence[Block], shown: Iterable[int]) -> None:
        self._words: list[str] = []
        self._places: list[Stretch | None] = []
        self._at = defaultdict[str, list[int]](list)
        for index in shown:
            for match in _WORD.finditer(blocks[index].text):
                self._add(match[0], Stretch(index, *match.span()))

    @classmethod
    def stored(cls, blocks: Sequence[Block], shown: Sequence[int], text: str) -> Words:
        """Return the words of the stored text: also those that no block has, as labels of items."""
        words = cls((), ())
        first, last = blocks[shown[0]].offsets[0], blocks[shown[-1]].offsets[-1] + 1
        first = text.rfind("\n", 0, first) + 1
        where = {o: (i, n) for i in shown for n, o in enumerate(blocks[i].offsets)}
        for match in _WORD.finditer(text, first, last):
            start, end = where.get(match.start()), where.get(match.end() - 1)
            inside = start is not None and end is not None and start[0] == end[0]
            place = Stretch(start[0], start[1], end[1] + 1) if inside and start and end else None
            words._add(match[0], place)
        return words

    def _add(self, word: str, place: Stretch | None) -> None:
        folded = _folded(word)
        self._at[folded].append(len(self._words))
        self._words.append(folded)
        self._places.append(place)

    def find(self, quote: str) -> Iterator[list[Stretch]]:
        """Yield each place where all words of a quote stand in order: a stretch a block."""
        wanted = [_folded(word) for word in _WORD.findall(quote)]
        for start in self._at[wanted[0]] if wanted else ():
            end = start + len(wanted)
            if self._words[start:end] == wanted:
                places = [place for place in self._places[start:end] if place is not None]
                if places:
                    yield list(_joined(places))


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _joined(places: Sequence[Stretch]) -> Iterator[Stretch]:
    for block in dict.fromkeys(place.block for place in places):
        own = [place for place in places if place.block == block]
        yield Stretch(block, own[0].start, own[-1].end)
