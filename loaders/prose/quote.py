"""Quotes: the words that state a relation, verbatim, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...graph import Document, Place
from .discourse import Unit
from .frames import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Span

_LONGEST = 600


def locate(
    candidate: Candidate, units: Sequence[Unit], document: Document
) -> tuple[Place, str, Span]:
    """Return the place and text of a quote, and the sentence it is of.

    The quote is the sentence of the trigger, widened to hold both ends where they stand in the
    same block; for an item of a list, from its lead-in on while that is not too long.
    """
    unit = units[candidate.unit]
    doc = unit.doc
    sentence = doc[candidate.start].sent
    tokens = [candidate.start, candidate.end - 1]
    for filler in (candidate.source, candidate.target):
        if filler.phrase is not None and filler.unit == candidate.unit:
            tokens += [filler.phrase.start, filler.phrase.end - 1]
    first = min(sentence.start, *tokens)
    last = max(sentence.end - 1, *tokens)
    start, end = unit.block.span(doc[first].idx, doc[last].idx + len(doc[last].text))
    if candidate.lead >= 0:
        lead = units[candidate.lead].block
        opening = lead.offsets[0]
        if end - opening <= _LONGEST:
            start = opening
    while start < end and document.text[start].isspace():
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return Place(start, end), document.text[start:end], sentence
