"""Studies: a document as it was understood, before which others bring what they read in it."""

from __future__ import annotations

from dataclasses import dataclass

from ...graph import Mention, Statement, Vocabulary
from ..blocks import Source
from .discourse import Discourse
from .examiner import Examiner
from .gate import Rejected
from .lexicon import Lexicon
from .naming import name_referent
from .proposal import Proposal
from .scorer import load_scorer

_KNOWN = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document.

    Attributes
    ----------
    statements : tuple of Statement
        In order of place.
    rejected : tuple of Rejected
        What the evidence gate held back, with the check that did.
    notes : tuple of str
        What of the document could not be read, and why.
    """

    statements: tuple[Statement, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...] = ()


class Study:
    """One document as it was understood.

    Attributes
    ----------
    source : Source
        The document.
    reading : Reading
        What the rules read in it.
    threshold : float
        Statements less sure than this are held back.
    """

    def __init__(
        self,
        source: Source,
        reading: Reading,
        discourse: Discourse,
        lexicon: Lexicon,
        vocabulary: Vocabulary,
    ) -> None:
        self.source, self.reading = source, reading
        self.threshold = load_scorer().threshold
        self._discourse = discourse
        self._examiner = Examiner(
            source.document, discourse, lexicon, vocabulary, reading.statements
        )

    def known_before(self, block: int) -> list[Mention]:
        """Return the stakeholders with a proper name that the blocks before one name most."""
        named = [
            (sum(phrase.block < block for phrase in referent.phrases), referent)
            for referent in self._discourse.referents
            if referent.kind is not None and referent.proper and referent.alone
        ]
        most = sorted((each for each in named if each[0]), key=lambda each: -each[0])[:_KNOWN]
        kept = sorted((referent for _, referent in most), key=lambda referent: referent.number)
        return [name_referent(each, self._discourse, self.source.document) for each in kept]

    def examine(
        self, proposal: Proposal, confidence: float, asserted_by: str
    ) -> Statement | Rejected:
        """Bring a proposal before the evidence gate: a statement, or why it was held back."""
        return self._examiner.examine(proposal, confidence, asserted_by)
