"""Proposals: what another reader, such as a language model, says a document states."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...graph import Mention, Qualifiers


@dataclass(frozen=True, slots=True)
class Proposal:
    """What another reader says a document states.

    Attributes
    ----------
    source, target : Mention
        The two ends, as the document names them.
    relation : str
        A relation of the vocabulary.
    quote : str
        The words that state it, as the reader gives them.
    shown : tuple of int
        The blocks that the reader was shown, in order.
    qualifiers : Qualifiers
        Phase, dates, frequency, condition, partners.
    """

    source: Mention
    relation: str
    target: Mention
    quote: str
    shown: tuple[int, ...]
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
