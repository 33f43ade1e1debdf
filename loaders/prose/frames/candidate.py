"""Candidates: what a frame proposes, before any check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....graph import Kind
from ...blocks import BlockKind
from ..arguments import Arguments, Filler
from ..discourse import Discourse, Unit
from ..enumeration import entries, sentence_end
from ..lexicon import Lexicon
from ..syntax import RELATIVE, is_participle, subjects
from ..triggers import Trigger, find_triggers
from .bearers import find_bearers

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

THINGS = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION])
WORK = frozenset([Kind.PROJECT])
BODIES = frozenset([Kind.BODY, Kind.PROJECT])
# What may stand before a verb that opens an item: "(a) to", "d'", "en".
_LIGHT = frozenset(["ADV", "AUX", "PART", "SPACE"])
_CLITICS = frozenset("à de d' to se s' en y le la les l' lui leur".split())
_MARKED = 3
_LISTED = frozenset([Kind.ORGANIZATION, Kind.BODY])
_RESPECTIVELY = frozenset(["respectivement", "respectively"])
_WHO = frozenset(["qui", "who", "which"])
_FINITE = frozenset(["VBZ", "VBP", "VBD", "MD"])
# What parts the cells of a row.
_BAR = "|"
_BEFORE = frozenset(["DET", "ADP", "PUNCT", "PART", "ADJ", "SPACE"])
OF = frozenset(["de", "d'", "du", "des", "of", "de la", "de l'"])


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One relation proposed by one frame at one place.

    Attributes
    ----------
    source, target : Filler
        The two ends.
    relation : str
        A relation of the vocabulary.
    unit : int
        The block whose words state it.
    start, end : int
        The tokens of the trigger.
    rule : str
        The frame and its family, for `asserted_by`.
    joint : tuple of Filler
        Other sources of the same statement.
    lead : int
        The block that introduces this one, or -1.
    """

    source: Filler
    relation: str
    target: Filler
    unit: int
    start: int
    end: int
    rule: str
    joint: tuple[Filler, ...] = field(default=())
    lead: int = -1


@dataclass(frozen=True, slots=True)
class Scene:
    """What a frame looks at: a unit, its arguments, the discourse and the lexicon."""

    unit: Unit
    arguments: Arguments
    discourse: Discourse
    lexicon: Lexicon

    @property
    def triggers(self) -> list[Trigger]:
        """The wordings found in the block, in order."""
        if self.unit.triggers is None:
            self.unit.triggers = find_triggers(self.unit.doc, self.lexicon)
        return self.unit.triggers

    def propose(
        self,
        sources: Iterable[Filler],
        relation: str,
        targets: Iterable[Filler],
        span: tuple[int, int],
        rule: str,
        lead: int = -1,
    ) -> Iterator[Candidate]:
        """Yield a candidate for each source and target."""
        sources = list(sources)
        targets = list(targets)
        carried = [f.unit for f in (*sources, *targets) if f.link == "carried"]
        lead = carried[0] if carried and lead < 0 else lead
        if len(sources) == len(targets) > 1 and self._respective(span):
            for source, target in zip(sources, targets, strict=True):
                yield from self.propose([source], relation, [target], span, rule, lead)
            return
        if relation == "CHAIRS" and self._share(sources):
            relation = "CO_CHAIRS"
        for source in sources:
            joint = tuple(other for other in sources if other is not source)
            for target in targets:
                if source.referent is not target.referent:
                    yield Candidate(
                        source, relation, target, self.unit.index, *span, rule, joint, lead
                    )

    def _respective(self, span: tuple[int, int]) -> bool:
        """Tell whether the first of two rows of names goes with the first, and so on."""
        words = (token.text.lower() for token in self.unit.doc[span[0]].sent)
        return any(word in _RESPECTIVELY for word in words)

    def implied_body(self, position: int) -> list[Filler]:
        """Return whose members are spoken of at a token."""
        found = self.discourse.topics.group(self.unit, position)
        return [Filler(found, None, "topic", self.unit.index)] if found else []

    def subject(self, verb: Token, end: int | None = None) -> list[Filler]:
        """Return who a verb says something of: its subject, else whom the lead-in speaks of."""
        if self.unit.block.kind is BlockKind.ROW and _opens(verb):
            return self.carried(verb)
        opening = self._opening(verb)
        if opening:
            return opening
        nearest = self._before_relative(verb) or find_bearers(self, verb)
        if nearest:
            return nearest
        found = self.fillers(subjects(verb), (0, verb.i if end is None else end))
        return found or self._before_aside(verb) or self.carried(verb) or self.unsaid(verb)

    def _before_aside(self, verb: Token) -> list[Filler]:
        """Return what opens a sentence, behind an aside: "La ville, aidée par X, finance…"."""
        doc, first, start = verb.doc, verb.sent.start, verb.i
        while start > first and self._is_light(doc[start - 1]):
            start -= 1
        opening = next((p for p in self.unit.outermost if p.start - first in (0, 1)), None)
        if opening is None or start <= opening.end or is_participle(verb):
            return []
        parted = doc[opening.end].text == "," and doc[start - 1].text == ","
        aside = doc[opening.end : start - 1]
        finite = any("Fin" in t.morph.get("VerbForm", []) for t in aside)
        return self.arguments.of_phrases([opening]) if parted and not finite else []

    @staticmethod
    def _is_light(token: Token) -> bool:
        """Tell whether a word may stand between a subject and its verb: "ne", "y", "also"."""
        return token.pos_ == "ADV" or token.text.lower() in _CLITICS

    def _before_relative(self, verb: Token) -> list[Filler]:
        """Return the person right before "qui", where the parser looked further back.

        "Au nom des communes, Ann Tolley, qui préside Y": she does, not the communes.
        """
        who = next((t for t in verb.children if t.text.lower() in _WHO and t.i < verb.i), None)
        if who is None or verb.dep_ not in RELATIVE:
            return []
        phrase = self.arguments.before(who.i)
        if phrase is None or phrase.kind is None or phrase.start <= verb.head.i < phrase.end:
            return []
        person = phrase.proper and phrase.kind is Kind.PERSON
        return self.arguments.of_phrases([phrase]) if person else []

    def _opening(self, verb: Token) -> list[Filler]:
        """Return what opens a sentence, where the parser took what a participle goes with.

        "A committee composed of X and Y oversees Z": the committee does, not Y.
        """
        doc, start = verb.doc, verb.sent.start
        first = _first_finite(verb.sent)
        main = verb
        while main.dep_ == "conj" and main.head.pos_ == "VERB" and main.head.tag_ != "VBN":
            main = main.head
        finite = first is not None and first.i <= main.i and main in (first, first.head)
        if not finite or main.dep_ in ("relcl", "acl"):
            return []
        opening = next((p for p in self.unit.outermost if p.start - start in (0, 1)), None)
        if opening is None or opening.end + 1 >= len(doc):
            return []
        after = doc[opening.end + (doc[opening.end].text == ",")]
        found = subjects(verb)
        if after.tag_ != "VBN" or not found or not after.i < found[0].i < verb.i:
            return []
        return self.arguments.of_phrases([opening])

    def unsaid(self, verb: Token) -> list[Filler]:
        """Return who is spoken of, where a verb that opens its sentence has no subject."""
        if verb.tag_ != "VBZ" or verb.i != verb.sent.start:
            return []
        return self.arguments.implied(frozenset([Kind.BODY, Kind.ORGANIZATION]), verb.i)

    def carried(self, verb: Token) -> list[Filler]:
        """Return whom the lead-in of an item speaks of, where a verb opens the item."""
        carried = self.discourse.topics.carried.get(self.unit.index)
        if carried is None or not _opens(verb):
            return []
        return [Filler(carried[0], None, "carried", carried[1])]

    def duty(self, position: int) -> list[Filler]:
        """Return whom the lead-in speaks of, where a noun of action at a token opens the item."""
        carried = self.discourse.topics.carried.get(self.unit.index)
        before = list(self.unit.doc[:position])
        bars = [t.i for t in before if t.text == _BAR]
        before = before[bars[-1] + 1 :] if bars else before
        if carried is None or any(t.pos_ not in _BEFORE for t in before):
            return []
        return [Filler(carried[0], None, "carried", carried[1])]

    def labelled(self, position: int) -> list[Filler]:
        """Return who a label before a token names: all of them, where commas part organisations."""
        first = self.arguments.after(position)
        found = self.arguments.together(first)
        if len(found) != 1 or first is None or first.kind not in _LISTED or first.plural:
            return found
        listed = entries(self.unit, position, sentence_end(self.unit.doc, position), clauses=False)
        named = self.arguments.of_phrases(e.phrase for e in listed if e.phrase.kind in _LISTED)
        return named if len(named) > 1 and listed[0].phrase is first else found

    def agent_after(self, position: int, reach: int) -> list[Filler]:
        """Find "par X" within a few words, where the parser ties no agent to its verb."""
        doc = self.unit.doc
        for token in doc[position : position + reach]:
            if token.text.lower() in ("par", "by"):
                return self.arguments.together(
                    self.arguments.after(token.i + 1), (token.i, len(doc))
                )
            if token.pos_ == "VERB" or token.text in (".", ";", ":"):
                return []
        return []

    def _share(self, sources: list[Filler]) -> bool:
        """Tell whether several are said to do something together: "A et B", not "A ou B"."""
        phrases = [f.phrase for f in sources if f.phrase is not None]
        if len(phrases) < 2 or any(p.block != self.unit.index for p in phrases):
            return False
        between = self.unit.doc[min(p.end for p in phrases) : max(p.start for p in phrases)]
        return not any(token.text.lower() in ("or", "ou") for token in between)

    def fillers(
        self, tokens: Iterable[Token], within: tuple[int, int] | None = None
    ) -> list[Filler]:
        """Return the fillers that these words stand for."""
        return self.arguments.of_tokens(tokens, within=within)


def _opens(verb: Token) -> bool:
    """Tell whether a verb opens its block, or goes on from one that does: no subject of its own."""
    doc, start = verb.doc, verb.i
    while start > 0 and (doc[start - 1].pos_ in _LIGHT or doc[start - 1].text.lower() in _CLITICS):
        start -= 1
    if start and doc[start - 1].text == _BAR:
        return True
    if start == 0 or doc[start - 1].text in (")", "."):
        return start <= _MARKED
    joined = doc[start - 1].pos_ == "CCONJ" or doc[start - 1].text in (",", ";")
    first = next((t for t in doc if t.pos_ not in _LIGHT and t.pos_ != "PUNCT"), verb)
    return joined and first.pos_ in ("VERB", "AUX")


def _first_finite(sentence: Span) -> Token | None:
    """Return the first finite verb of a sentence, found once."""
    known = sentence.doc.user_data
    key = f"finite {sentence.start}"
    if key not in known:
        known[key] = next((t for t in sentence if t.tag_ in _FINITE), None)
    found: Token | None = known[key]
    return found
