"""Discourse: which phrases of a document name the same stakeholder, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...graph import Kind, Mention, fold
from ..blocks import Block, BlockKind
from .lexicon import Lexicon
from .phrases import Phrase, is_acronym

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES_KEPT = 12


@dataclass(slots=True, eq=False)
class Unit:
    """One block with its analysis and its phrases."""

    index: int
    block: Block
    doc: Doc
    phrases: list[Phrase]
    by_token: dict[int, Phrase] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the phrases: by head, then by any token of an outermost one."""
        for phrase in reversed(self.phrases):
            for position in range(phrase.start, phrase.end):
                self.by_token[position] = phrase
        for phrase in self.phrases:
            for inner in (phrase, *phrase.inner):
                for position in range(inner.start, inner.end):
                    self.by_token[position] = inner
        for phrase in self.phrases:
            self.by_token[phrase.head] = phrase

    @property
    def outermost(self) -> list[Phrase]:
        """Phrases that are not nested in another one."""
        return [phrase for phrase in self.phrases if phrase.outer is None]


@dataclass(slots=True, eq=False)
class Referent:
    """What phrases of one document name in common."""

    number: int
    kind: Kind | None
    phrases: list[Phrase] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    words: set[frozenset[str]] = field(default_factory=set)

    def add(self, phrase: Phrase) -> None:
        """Count a phrase as naming this referent."""
        self.phrases.append(phrase)
        for name in (phrase.name, *phrase.aliases):
            self.learn(name)
        if self.kind is None:
            self.kind = phrase.kind

    def learn(self, name: str) -> None:
        """Take a name."""
        self.names.setdefault(name)
        self.words.add(frozenset(fold(name).split()))

    @property
    def proper(self) -> bool:
        """Whether some phrase of it carries a proper name."""
        return any(phrase.proper for phrase in self.phrases)

    def mention(self) -> Mention:
        """Return how the document names it."""
        names = [" ".join(name.split()) for name in self.names]
        unique = list(dict.fromkeys(names))
        return Mention(unique[0], self.kind or Kind.PROJECT, tuple(unique[1:_NAMES_KEPT]))


class Discourse:
    """The referents of a document."""

    def __init__(self, units: Sequence[Unit], lexicon: Lexicon) -> None:
        self.units = units
        self.lexicon = lexicon
        self.referents: list[Referent] = []
        self._of: dict[int, Referent] = {}
        self._by_key: dict[str, Referent] = {}
        self._by_head: dict[str, list[Referent]] = {}
        for unit in units:
            for phrase in unit.phrases:
                self._place(phrase)
        self.main: dict[Kind, Referent] = {}
        self.topic = self._document_topic()
        self.sections = self._section_topics()

    def referent(self, phrase: Phrase) -> Referent:
        """Return what a phrase names."""
        return self._of[id(phrase)]

    def _place(self, phrase: Phrase) -> None:
        known = self._known(phrase) or self._taken_up(phrase)
        if known is None:
            known = Referent(len(self.referents), phrase.kind)
            self.referents.append(known)
        if self.is_reference(phrase) and known.phrases:
            known.phrases.append(phrase)
        else:
            known.add(phrase)
        self._of[id(phrase)] = known
        self._register(known, phrase)

    def _register(self, referent: Referent, phrase: Phrase) -> None:
        if not (self.is_reference(phrase) and referent.phrases[0] is not phrase):
            for name in (phrase.name, *(a for a in phrase.aliases if self._identifies(a, phrase))):
                self._by_key.setdefault(fold(name), referent)
        heads = self._by_head.setdefault(phrase.head_word, [])
        if referent in heads:
            heads.remove(referent)
        heads.append(referent)

    def _identifies(self, alias: str, phrase: Phrase) -> bool:
        return is_acronym(alias) or phrase.kind is Kind.PERSON or not phrase.name.startswith(alias)

    def _known(self, phrase: Phrase) -> Referent | None:
        for name in (phrase.name, *(a for a in phrase.aliases if self._identifies(a, phrase))):
            known = self._by_key.get(fold(name))
            if known is not None:
                return known
        return self._named(phrase)

    def _named(self, phrase: Phrase) -> Referent | None:
        """Find "InSERRE" for "projet InSERRE" and the other way round; a surname for a person."""
        words = fold(phrase.name).split()
        if phrase.kind is Kind.PERSON and len(words) >= 1:
            return self._person(words)
        if phrase.owner is None and 2 <= len(words) <= 3 and phrase.proper and phrase.kind is not None:
            return self._by_key.get(" ".join(words[1:])) or self._by_key.get(words[-1])
        return None

    def _person(self, words: list[str]) -> Referent | None:
        for referent in reversed(self.referents):
            if referent.kind is Kind.PERSON and any(words[-1] in known for known in referent.words):
                first = words[-2] if len(words) > 1 else ""
                if len(words) < 3 or any(first in known for known in referent.words):
                    return referent
        return None

    def is_reference(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only takes something up: "le comité", "this agency"."""
        return (
            phrase.determiner in ("def", "dem", "poss")
            and phrase.owner is None
            and not phrase.inner
            and phrase.end - phrase.start <= 2
            and phrase.kind is not Kind.PERSON
            and phrase.head_word in self.lexicon.references
            and phrase.end - phrase.start == 1
        )

    def _taken_up(self, phrase: Phrase) -> Referent | None:
        """Find the earlier referent that a definite phrase takes up."""
        if phrase.determiner not in ("def", "dem") or phrase.owner is not None:
            return None
        words = frozenset(fold(phrase.name).split())
        for referent in reversed(self._by_head.get(phrase.head_word, [])):
            if any(words < known for known in referent.words):
                return referent
        if not self.is_reference(phrase):
            return None
        kinds = self.lexicon.references[phrase.head_word]
        if phrase.determiner == "dem" or kinds & {Kind.PROJECT}:
            return self._latest(kinds, phrase)
        return None

    def _latest(self, kinds: Iterable[Kind], phrase: Phrase) -> Referent | None:
        wanted = set(kinds)
        candidates = [r for r in self.referents if r.kind in wanted and r.proper]
        if phrase.determiner == "dem":
            return max(candidates, key=lambda r: _position(r.phrases[-1]), default=None)
        return candidates[0] if candidates and Kind.PROJECT in wanted and candidates[0].kind is Kind.PROJECT else None

    def _document_topic(self) -> Referent | None:
        """Return what the document is about: what its headings name and its sentences repeat."""
        best: Referent | None = None
        for kind in (Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION):
            of_kind = [r for r in self.referents if r.kind is kind and r.phrases]
            if of_kind:
                first = max(of_kind, key=lambda r: (self._weight(r), -r.number))
                self.main[kind] = first
                if best is None or self._weight(first) > self._weight(best):
                    best = first
        return best

    def _weight(self, referent: Referent) -> float:
        first = referent.phrases[0]
        heading = any(self.units[p.block].block.kind is BlockKind.HEADING for p in referent.phrases)
        kind = {Kind.PROJECT: 1.5, Kind.BODY: 1.0}.get(referent.kind or Kind.PLACE, 0.3)
        early = 1.0 if first.block == 0 else 0.5 if first.block <= 2 else 0.0
        proper = 1.5 if referent.proper else 0.0
        return kind + proper + heading + early + min(len(referent.phrases), 6) * 0.4

    def _section_topics(self) -> list[Referent | None]:
        """Return, for each unit, what the heading above it names."""
        topics: list[Referent | None] = []
        current: Referent | None = None
        for unit in self.units:
            if unit.block.kind is BlockKind.HEADING:
                named = [p for p in unit.outermost if p.kind in (Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION)]
                current = self.referent(named[0]) if named else None
            topics.append(current)
        return topics

    def about(self, unit: Unit, kinds: frozenset[Kind], position: int = 0) -> Referent | None:
        """Return what is spoken of at a place, of one of these kinds.

        That is what its section's heading names, else the body named last before it (for bodies),
        else the document's topic, else the first of that kind.
        """
        section = self.sections[unit.index]
        if section is not None and section.kind in kinds:
            return section
        if Kind.BODY in kinds and (named := self._last_body(unit, position)) is not None:
            return named
        if self.topic is not None and self.topic.kind in kinds:
            return self.topic
        return self.main.get(Kind.PROJECT) if Kind.PROJECT in kinds else None

    def _last_body(self, unit: Unit, position: int) -> Referent | None:
        here = [p for p in unit.phrases if p.end <= position]
        earlier = [p for u in reversed(self.units[max(0, unit.index - 6) : unit.index]) for p in reversed(u.phrases)]
        for phrase in (*reversed(here), *earlier):
            if phrase.kind is Kind.BODY and self.referent(phrase).kind is Kind.BODY:
                return self.referent(phrase)
        return None

    def pronoun(self, token: Token, unit: Unit, *, kinds: frozenset[Kind] | None = None) -> Referent | None:
        """Return what a pronoun stands for: the last subject before it that agrees with it."""
        gender = token.morph.get("Gender")
        plural = "Plur" in token.morph.get("Number") or token.text.lower() in ("they", "them", "ils", "elles")
        person = token.text.lower() in ("he", "she", "him", "her")
        for phrase in self._before(token, unit):
            referent = self.referent(phrase)
            head = self.units[phrase.block].doc[phrase.head]
            their = head.morph.get("Gender")
            if kinds and referent.kind not in kinds:
                continue
            if gender and their and not is_acronym(head.text) and gender != their:
                continue
            if phrase.kind is None or plural != phrase.plural:
                continue
            human = referent.kind in (Kind.PERSON, Kind.ROLE)
            if person != human and token.text.lower() in ("he", "she", "him", "her", "it", "its"):
                continue
            return referent
        return None

    def _before(self, token: Token, unit: Unit) -> Iterable[Phrase]:
        """Yield subjects, then other phrases, of the sentences before, nearest first."""
        start = token.sent.start
        here = [p for p in unit.outermost if start <= p.start < token.i and p.end <= token.i]
        yield from (p for p in here if unit.doc[p.head].dep_.startswith("nsubj"))
        earlier = [p for p in unit.outermost if p.end <= start]
        yield from _subjects_first(earlier, unit)
        for previous in reversed(self.units[max(0, unit.index - 2) : unit.index]):
            yield from _subjects_first(previous.outermost, previous)


def _subjects_first(phrases: list[Phrase], unit: Unit) -> Iterable[Phrase]:
    subjects = [p for p in phrases if unit.doc[p.head].dep_.startswith("nsubj")]
    yield from reversed(subjects)
    yield from (p for p in phrases if p not in subjects)


def _position(phrase: Phrase) -> tuple[int, int]:
    return phrase.block, phrase.start
