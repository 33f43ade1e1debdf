"""The examiner: proposals of another reader, brought before the evidence gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...graph import Document, Mention, Place, Qualifiers, Statement, Vocabulary, fold
from ..blocks import BlockKind
from .arguments import Filler
from .discourse import Discourse
from .frames import Candidate
from .gate import Evidence, Rejected, not_verbatim, unfit
from .lexicon import Lexicon
from .modality import ordered, unstated
from .naming import scope_of
from .passages import Passage, Passages
from .proposal import Proposal
from .referents import Referent
from .triggers import find_triggers, wording_stems
from .units import Unit

# How many blocks before a quote may name what it is about.
_NEAR = 3
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
# Relations that a name itself can word: "board of X".
_NOMINAL = frozenset(["GOVERNS", "PART_OF", "PARTICIPATES_IN"])
_POINTING = frozenset(["PRON"])


class Examiner:
    """Brings proposals about one document before the evidence gate.

    Attributes
    ----------
    read : sequence of Statement
        What the rules read in it.
    """

    def __init__(
        self,
        document: Document,
        discourse: Discourse,
        lexicon: Lexicon,
        vocabulary: Vocabulary,
        read: Sequence[Statement] = (),
    ) -> None:
        self.read = read
        self.document, self.discourse = document, discourse
        self.lexicon, self.vocabulary = lexicon, vocabulary
        self.units = discourse.units
        self.passages = Passages(self.units, document.text)

    def examine(
        self, proposal: Proposal, confidence: float, asserted_by: str
    ) -> Statement | Rejected:
        """Return a proposal as a statement, or why the gate holds it back.

        Of the places where its words stand, the first that supports it counts.
        """
        first: Rejected | None = None
        for passage in self.passages.find(proposal.quote, proposal.shown):
            place, quote = passage.quote(self.document.text)
            failed, why = self._check(proposal, passage, place, quote)
            if not failed:
                return Statement(
                    self._scoped(proposal.source),
                    proposal.relation,
                    self._scoped(proposal.target),
                    quote,
                    self.document.id,
                    place,
                    self._verbatim(proposal),
                    confidence,
                    asserted_by,
                )
            first = first or _rejected(proposal, quote, place, failed, why)
        why = "the quote is not a substring of the document"
        return first or _rejected(proposal, proposal.quote, Place(), "quote", why)

    def _verbatim(self, proposal: Proposal) -> Qualifiers:
        """Return the qualifiers whose words, or whose years, stand in what the reader was shown."""
        said = proposal.qualifiers

        def stands(text: str) -> bool:
            return self.passages.stands(text, proposal.shown)

        dates = {"since": said.since, "until": said.until}
        texts = {"phase": said.phase, "frequency": said.frequency, "condition": said.condition}
        kept = {name: text for name, text in texts.items() if stands(text)}
        kept |= {n: date for n, date in dates.items() if _DATE.fullmatch(date) and stands(date[:4])}
        return Qualifiers(**kept, jointly_with=tuple(filter(stands, said.jointly_with)))

    def _scoped(self, mention: Mention) -> Mention:
        return replace(mention, scope=scope_of(mention, self.discourse, self.document))

    def _check(
        self, proposal: Proposal, passage: Passage, place: Place, quote: str
    ) -> tuple[str, str]:
        """Return the check that holds a proposal back and why, or two empty texts."""
        if proposal.relation not in self.vocabulary.relations:
            return "kinds", f"{proposal.relation} is not in the vocabulary"
        if why := self._no_end(proposal, passage):
            return "ends", why
        wordings = self._wordings(proposal, passage)
        if not wordings:
            return "trigger", f"no wording of {proposal.relation} stands in the quote"
        failures = []
        for unit, start, end in wordings:
            candidate = self._candidate(proposal, unit, start, end)
            ends = proposal.source, proposal.target
            evidence = Evidence(candidate, *ends, quote, place, unit.doc, self.document.text)
            failures.append(self._weigh(evidence))
        return min(failures)

    def _weigh(self, evidence: Evidence) -> tuple[str, str]:
        failures = {
            "modality": unstated(evidence.candidate, evidence.doc, self.lexicon),
            "kinds": unfit(evidence, self.vocabulary),
            "quote": not_verbatim(evidence),
        }
        return next((failure for failure in failures.items() if failure[1]), ("", ""))

    def _no_end(self, proposal: Proposal, passage: Passage) -> str:
        """Tell which end neither stands in the quote nor is one that its words can stand for."""
        ends = proposal.source, proposal.target
        missing = [end for end in ends if not _names(end, passage.text)]
        if not missing:
            return ""
        told = self._told(proposal.shown)
        for each in missing:
            if not _names(each, told) and not self._known(each):
                return f"{each.name!r} does not stand in the text"
        close = self._told(self._near(passage))
        near = all(_names(end, close) for end in missing)
        if not near and (len(missing) == len(ends) or not self._points(passage)):
            return f"{missing[0].name!r} does not stand in the quote, nor a word that stands for it"
        return ""

    def _told(self, blocks: Iterable[int]) -> str:
        """Return the words of blocks; those that give orders to their reader name nobody."""
        docs = (self.units[index].doc for index in blocks)
        return " ".join(doc.text for doc in docs if not ordered(doc, self.lexicon))

    def _known(self, mention: Mention) -> bool:
        """Tell whether the document names somebody so, in a block that gives no orders."""
        for name in (mention.name, *mention.aliases):
            referent = self.discourse.named(name)
            if referent and _names(mention, self._told({p.block for p in referent.phrases})):
                return True
        return False

    def _near(self, passage: Passage) -> list[int]:
        """Return the blocks of a quote, the three before it and the headings above."""
        first, last = passage.spans[0][0].index, passage.spans[-1][0].index
        above = self.discourse.topics.headings[first]
        return sorted({*above, *range(max(0, first - _NEAR), last + 1)})

    def _points(self, passage: Passage) -> bool:
        """Tell whether words of a quote can stand for what is named elsewhere.

        A pronoun, "this body", "the agency" or an item of a list can, and a sentence that lacks a
        subject.
        """
        if any(unit.block.kind is not BlockKind.PARAGRAPH for unit, _ in passage.spans):
            return True
        for unit, span in passage.spans:
            subject = any(token.dep_.startswith(("nsubj", "csubj")) for token in span)
            taken = any(
                span.start <= phrase.start < span.end and self.discourse.is_reference(phrase)
                for phrase in unit.phrases
            )
            if taken or not subject or any(token.pos_ in _POINTING for token in span):
                return True
        return False

    def _wordings(self, proposal: Proposal, passage: Passage) -> list[tuple[Unit, int, int]]:
        """Return where a passage words the relation, the surest way first.

        That is a wording of the lexicon; a word of one, where both ends stand in the passage or a
        word that stands for one; the verb of a sentence that names both, of which the rules have
        read nothing else.
        """
        exact = [
            (unit, trigger.start, trigger.end)
            for unit, span in passage.parts
            for trigger in find_triggers(unit.doc, self.lexicon)
            if trigger.wording.relation == proposal.relation
            and span.start <= trigger.start
            and trigger.end <= span.end
        ]
        both = all(_names(end, passage.text) for end in (proposal.source, proposal.target))
        if exact or not (both or self._points(passage)):
            return exact
        stems = wording_stems(self.lexicon.language).get(proposal.relation, ())
        ends = (proposal.source, proposal.target)
        own = {word for end in ends for name in _folded(end) for word in name.split()}
        loose = [
            (unit, token.i, token.i + 1)
            for unit, span in passage.parts
            for token in span
            if fold(token.text).startswith(stems)
            and (proposal.relation in _NOMINAL or fold(token.text) not in own)
        ]
        if loose or not both or self._read(proposal, passage):
            return loose
        return [(unit, span.root.i, span.root.i + 1) for unit, span in passage.spans]

    def _read(self, proposal: Proposal, passage: Passage) -> bool:
        """Tell whether the rules have read something of the two in these words."""
        place = passage.quote(self.document.text)[0]
        wanted = [set(_folded(end)) for end in (proposal.source, proposal.target)]
        return any(
            each.place.start < place.end
            and place.start < each.place.end
            and all(
                any(own & set(_folded(e)) for e in (each.source, each.target)) for own in wanted
            )
            for each in self.read
        )

    def _candidate(self, proposal: Proposal, unit: Unit, start: int, end: int) -> Candidate:
        source, target = (self._filler(m, unit) for m in (proposal.source, proposal.target))
        return Candidate(source, proposal.relation, target, unit.index, start, end, "proposal")

    def _filler(self, mention: Mention, unit: Unit) -> Filler:
        names = set(_folded(mention))
        phrase = next((p for p in unit.phrases if fold(p.name) in names), None)
        return Filler(Referent(-1, mention.kind), phrase, "named", unit.index)


def _folded(mention: Mention) -> list[str]:
    return [fold(name) for name in (mention.name, *mention.aliases)]


def _names(mention: Mention, text: str) -> bool:
    folded = f" {fold(text)} "
    return any(f" {name} " in folded for name in _folded(mention) if name)


def _rejected(proposal: Proposal, quote: str, place: Place, failed: str, why: str) -> Rejected:
    ends = proposal.source, proposal.relation, proposal.target
    return Rejected(*ends, quote, place, failed, why)
