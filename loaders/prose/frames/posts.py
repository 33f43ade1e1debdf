"""Posts: a noun of function where it stands, with what it is a function of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ....graph import Kind
from ...blocks import BlockKind
from ..arguments import Filler
from ..phrases import Phrase, is_acronym, is_capital
from ..triggers import Trigger
from .candidate import OF, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = {
    "fr": OF,
    "en": frozenset(["of", "for", "to", "on", "at", "in"]),
}
_DASHES = frozenset(["–", "—", "-", ".", "|", ":", "("])
_DEPUTIES = frozenset(
    "adjoint adjointe adjoints suppléant suppléante deputy assistant associate vice".split()
)
_MODIFIERS = ("DET", "ADJ", "NUM")
_RELATIVES = frozenset(["dont", "whose"])
_WORK = frozenset(["project", "programme", "program", "projet"])
_SEATS = frozenset(["PARTICIPATES_IN"])
_LED = frozenset([Kind.PERSON, Kind.ROLE])
_OWNED = frozenset([Kind.BODY, Kind.ORGANIZATION, Kind.PROJECT])


@dataclass(frozen=True)
class Post:
    """A noun of function in a sentence: "directrice de la mission", "the Board's chair".

    Attributes
    ----------
    scene : Scene
        Where it stands.
    trigger : Trigger
        Its wording.
    """

    scene: Scene
    trigger: Trigger

    @property
    def relation(self) -> str:
        """The relation it states of its holder."""
        return self.trigger.wording.relation

    @cached_property
    def noun(self) -> Token:
        """Its head noun."""
        french = self.scene.lexicon.language == "fr"
        return self.scene.unit.doc[self.trigger.start if french else self.trigger.end - 1]

    @cached_property
    def phrase(self) -> Phrase | None:
        """The noun phrase it heads."""
        return next((p for p in self.scene.unit.phrases if p.head == self.noun.i), None)

    @cached_property
    def complement(self) -> Phrase | None:
        """What follows it: "of the Board", "du projet"."""
        links = _LINKS[self.scene.lexicon.language]
        found = self.scene.arguments.after(self.trigger.end, links)
        if found is not None and found.kind is Kind.PERSON and self.relation != "REPORTS_TO":
            return None
        return found

    @cached_property
    def start(self) -> int:
        """Where the noun phrase starts, its article left out."""
        own = self.phrase
        return min(self.trigger.start, own.start) if own is not None else self.trigger.start

    @cached_property
    def opening(self) -> int:
        """Where the noun phrase starts, article and adjectives taken in."""
        doc, start = self.scene.unit.doc, self.start
        while start > 0 and doc[start - 1].pos_ in _MODIFIERS:
            start -= 1
        return start

    @cached_property
    def end(self) -> int:
        """Where the noun phrase ends, with all its complements."""
        own, complement = self.phrase, self.complement
        ends = [self.trigger.end]
        if own is not None:
            ends.append(own.end)
        if complement is not None:
            ends += [p.end for p in self.scene.arguments.coordinated(complement)]
        return max(ends)

    @property
    def bare(self) -> bool:
        """Whether it has no article: "X, directeur de Y"."""
        return self.opening == self.start

    @cached_property
    def deputy(self) -> bool:
        """Whether it is a deputy's post: "directeur adjoint", "acting" ones aside."""
        doc = self.scene.unit.doc
        near = doc[max(0, self.start - 1) : self.trigger.end + 1]
        return any(token.text.lower() in _DEPUTIES for token in near)

    def entry(self, holders: list[Filler]) -> list[Filler]:
        """Return what its block opens with, as "Pôle Études – resp. : X" and "WP2. Lead: Y" do."""
        unit = self.scene.unit
        opened = self.opening > 0 and unit.doc[self.opening - 1].text == "("
        before = self.scene.arguments.before(self.opening) if opened else None
        if before is not None and before.kind in _OWNED and self.relation not in _SEATS:
            return self.scene.arguments.of_phrases([before])
        first = next(iter(unit.outermost), None)
        if first is None or first.head_word in self.scene.lexicon.words["membership_labels"]:
            return []
        if first.end >= self.start or first.kind not in (*_OWNED, None):
            return []
        light = all(t.pos_ in ("DET", "NUM", "PUNCT", "SYM", "X") for t in unit.doc[: first.start])
        between = unit.doc[first.end : self.start]
        apart = any(t.text in _DASHES for t in between)
        row = unit.block.kind is BlockKind.ROW
        plain = row or not any(t.pos_ in ("VERB", "AUX") for t in between)
        if not (light and apart and plain):
            return []
        found = self.scene.arguments.of_phrases([first])
        return [f for f in found if all(f.referent is not h.referent for h in holders)]

    def objects(self, holders: list[Filler]) -> list[Filler]:
        """Return what it says it is a function of, itself; nothing where it leaves that unsaid."""
        for find in (self._of_complement, self._of_owner, self._of_modifier, self._of_pronoun):
            found = [f for f in find() if all(f.referent is not h.referent for h in holders)]
            if found:
                return found
        return []

    def _of_complement(self) -> list[Filler]:
        if self.complement is None:
            return []
        named = self.scene.arguments.coordinated(self.complement)
        return self.scene.arguments.of_phrases(named)

    def _of_owner(self) -> list[Filler]:
        """Read "the Board's chair"."""
        own = self.phrase
        owner = own.owner if own is not None else None
        if own is None or owner is None or owner.kind is Kind.PERSON or owner.start > self.noun.i:
            return []
        if own.core < self.trigger.start or (self.of_work and owner.kind is not Kind.PROJECT):
            return []
        return self.scene.arguments.of_phrases([owner])

    @property
    def of_work(self) -> bool:
        """Whether the noun says that it is a function of a piece of work: "project manager"."""
        return bool(_WORK & set(self.trigger.wording.words))

    def _of_modifier(self) -> list[Filler]:
        """Read "TMA project manager": the words before the noun name something known."""
        doc = self.scene.unit.doc
        for start in range(self.start, self.trigger.start):
            if not is_capital(doc[start]) and not is_acronym(doc[start].text):
                continue
            text, discourse = doc[start : self.trigger.start].text, self.scene.discourse
            known = discourse.named(text)
            if known is None or known.kind not in _OWNED:
                known = discourse.shortened(text)
            if known is not None and known.kind in _OWNED:
                return [Filler(known, None, "named", self.scene.unit.index)]
        return []

    def _of_pronoun(self) -> list[Filler]:
        """Read "its chair", "dont il est l'animateur", "en est le pilote"."""
        doc = self.scene.unit.doc
        before = doc[self.opening - 1] if self.opening else None
        for token in (doc[self.opening], before):
            if token is not None and token.text.lower() in _RELATIVES:
                return self._antecedent(token)
        if self.phrase is not None and self.phrase.determiner == "poss":
            return self._possessor(doc[self.phrase.start - 1])
        for token in doc[max(self.noun.sent.start, self.opening - 8) : self.opening]:
            word = token.text.lower()
            if word in _RELATIVES:
                return self._antecedent(token)
            if word in ("which", "whom") and token.i and doc[token.i - 1].text in ("for", "of"):
                return self._antecedent(doc[token.i - 1])
            if word == "en" and token.pos_ == "PRON":
                return self._possessor(token)
        return []

    def _antecedent(self, token: Token) -> list[Filler]:
        before = self.scene.arguments.before(token.i)
        return self.scene.arguments.of_phrases([before]) if before is not None else []

    def _possessor(self, token: Token) -> list[Filler]:
        kinds = _LED if self.relation == "REPORTS_TO" else _OWNED
        known = self.scene.discourse.pronouns.possessor(token, self.scene.unit, kinds)
        return [Filler(known, None, "pronoun", self.scene.unit.index)] if known else []
