"""Passages: where a quote stands, with its sentences and the block that introduces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...graph import Place
from ..blocks import BlockKind
from .alignment import Stretch, Words
from .units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Span

# The longest quote that a lead-in is put before.
_LONGEST = 600
_VERBAL = frozenset(["VERB", "AUX"])


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a quote stands: its sentences, block by block, and the block that introduces them."""

    spans: tuple[tuple[Unit, Span], ...]
    lead: Unit | None
    stretches: tuple[Stretch, ...]

    @property
    def parts(self) -> tuple[tuple[Unit, Span], ...]:
        """The sentences with their lead-in, in order."""
        lead = () if self.lead is None else ((self.lead, self.lead.doc[:]),)
        return (*lead, *self.spans)

    @property
    def text(self) -> str:
        """The words of all parts."""
        return " ".join(span.text for _, span in self.parts)

    def quote(self, text: str) -> tuple[Place, str]:
        """Return the place and words of the quote in the stored text of its document.

        These are whole sentences, with their lead-in, while that is not too long.
        """
        (first, opening), (last, closing) = self.spans[0], self.spans[-1]
        end = last.block.span(opening.start_char if first is last else 0, closing.end_char)[1]
        start = first.block.span(opening.start_char, opening.start_char + 1)[0]
        if end - start > _LONGEST:
            one, other = self.stretches[0], self.stretches[-1]
            start = first.block.span(one.start, one.end)[0]
            end = last.block.span(other.start, other.end)[1]
        if self.lead is not None and end - self.lead.block.offsets[0] <= _LONGEST:
            start = self.lead.block.offsets[0]
        whole = text[start:end]
        start += len(whole) - len(whole.lstrip())
        return Place(start, start + len(whole.strip())), whole.strip()


class Passages:
    """Finds the passages of a document.

    Parameters
    ----------
    units : sequence of Unit
        Its blocks, analysed.
    text : str
        Its stored text.
    """

    def __init__(self, units: Sequence[Unit], text: str) -> None:
        self.units, self.text = units, text
        self._shown: dict[tuple[int, ...], tuple[Words, ...]] = {}

    def find(self, quote: str, shown: tuple[int, ...]) -> Iterator[Passage]:
        """Yield each place in some blocks where the words of a quote stand."""
        for words in self._words(shown):
            found = list(words.find(quote))
            for stretches in found:
                spans = tuple((self.units[s.block], self._sentences(s)) for s in stretches)
                yield Passage(spans, self._lead(spans[0][0]), tuple(stretches))
            if found:
                return

    def stands(self, text: str, shown: tuple[int, ...]) -> bool:
        """Tell whether words stand in some blocks, in order."""
        return any(next(words.find(text), None) for words in self._words(shown))

    def _words(self, shown: tuple[int, ...]) -> tuple[Words, ...]:
        """Return the words of blocks as they are read, then as they are stored."""
        if shown and shown not in self._shown:
            blocks = [unit.block for unit in self.units]
            stored = Words.stored(blocks, shown, self.text)
            self._shown[shown] = Words(blocks, shown), stored
        return self._shown.get(shown, ())

    def _sentences(self, stretch: Stretch) -> Span:
        """Return the sentences that a stretch stands in; without a verb, with those before."""
        doc = self.units[stretch.block].doc
        tokens = [t for t in doc if t.idx < stretch.end and t.idx + len(t) > stretch.start]
        first = tokens[0].sent.start
        found = doc[first : tokens[-1].sent.end]
        while first and not any(token.pos_ in _VERBAL for token in found):
            first = doc[first - 1].sent.start
            found = doc[first : found.end]
        return found

    def _lead(self, unit: Unit) -> Unit | None:
        """Return the block that introduces an item of a list."""
        if unit.block.kind is not BlockKind.ITEM:
            return None
        before = reversed(self.units[: unit.index])
        return next((u for u in before if u.block.kind is not BlockKind.ITEM), None)
