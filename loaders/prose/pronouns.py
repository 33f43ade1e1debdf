"""Pronouns: what "it", "celui-ci", "its", "nous" and "the postholder" stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ...graph import Kind, fold
from ..blocks import BlockKind
from .lexicon import Lexicon
from .phrases import Phrase, is_acronym
from .referents import Referent
from .syntax import clause, subjects
from .topics import Topics
from .units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_COLLECTIVE = frozenset([Kind.BODY, Kind.ORGANIZATION])
_HUMAN = frozenset(["he", "she", "him", "her"])
_THING = frozenset(["it", "its"])
_PLURAL = frozenset(["they", "them", "ils", "elles"])
_THEIRS = frozenset(["leur", "leurs", "their"])
_OWNING = _THEIRS | frozenset(["son", "sa", "ses", "its", "lui"])
# First persons: whoever speaks.
WE = frozenset(["we", "nous"])
_OURS = frozenset(["our", "ours", "notre", "nos"])
_WE_ARE = frozenset([("we", "are"), ("nous", "sommes")])
_SAYING = 4
_LAST = frozenset(["dernier", "dernière", "derniers", "dernières"])
# How many blocks the head of a document takes at most.
_HEAD = 4


class Pronouns:
    """What the pronouns of a document stand for.

    Parameters
    ----------
    units : sequence of Unit
        Its blocks in order.
    referent : callable
        What a phrase names.
    topics : Topics
        What is spoken of at each place.
    lexicon : Lexicon
        The words of its language.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        referent: Callable[[Phrase], Referent],
        topics: Topics,
        lexicon: Lexicon,
    ) -> None:
        self.units = units
        self.referent = referent
        self.topics = topics
        self.lexicon = lexicon

    def antecedent(
        self, token: Token, unit: Unit, *, kinds: frozenset[Kind] | None = None
    ) -> Phrase | None:
        """Return what a pronoun takes up: the last subject before it that agrees with it.

        "Celui-ci", "ce dernier", "the latter" take up what was named last.
        """
        options = self._before(token, unit)
        if is_latter(token):
            named = [p for p in unit.phrases if p.end < token.i and p.kind is not None]
            options = sorted(named, key=lambda p: (-p.end, p.start))
        own = _own_subjects(token)
        apart = [p for p in options if p.block != unit.index or p.head not in own]
        fitting = [p for p in apart if self._agrees(token, p, kinds)]
        if token.text.lower() in _HUMAN:
            fitting.sort(key=lambda p: self.referent(p).kind is not Kind.PERSON)
        return next(iter(fitting), None)

    def _agrees(self, token: Token, phrase: Phrase, kinds: frozenset[Kind] | None) -> bool:
        """Tell whether a phrase may be what a pronoun stands for, in number, gender and kind."""
        referent, head = self.referent(phrase), self.units[phrase.block].doc[phrase.head]
        word = token.text.lower()
        if phrase.kind is None or (kinds and referent.kind not in kinds) or _is_predicate(head):
            return False
        gender, their = token.morph.get("Gender", []), head.morph.get("Gender", [])
        if gender and their and not is_acronym(head.text) and gender != their:
            return False
        plural = "Plur" in token.morph.get("Number", []) or word in _PLURAL
        human = referent.kind in (Kind.PERSON, Kind.ROLE)
        if word in _HUMAN | _THING and (word in _HUMAN) != human:
            return False
        return plural == phrase.plural

    def postholder(self) -> Referent | None:
        """Return the post that a description of one is about: the first it names."""
        if not self._describes_post():
            return None
        first = (p for unit in self.units[:_HEAD] for p in unit.outermost if p.kind is Kind.ROLE)
        return next((self.referent(p) for p in first), None)

    def _describes_post(self) -> bool:
        labels = self.lexicon.words["post_labels"]
        openings = (fold(unit.block.text) for unit in self.units[: 2 * _HEAD])
        return any(o == w or o.startswith(w + " ") for o in openings for w in map(fold, labels))

    @cached_property
    def speaker(self) -> Referent | None:
        """Who "we" and "our" stand for: whom "we are" names, else what the document is about."""
        for unit in self.units:
            for phrase in unit.outermost:
                opening = unit.doc[max(0, phrase.start - _SAYING) : phrase.start]
                words = tuple(t.text.lower() for t in opening if t.pos_ != "DET")
                if words[-2:] in _WE_ARE and self.referent(phrase).kind in _COLLECTIVE:
                    return self.referent(phrase)
        known = self.topics.document
        if known is not None and known.kind in _COLLECTIVE:
            return known
        main = self.topics.main
        return main.get(Kind.ORGANIZATION) or main.get(Kind.BODY)

    def possessor(self, token: Token, unit: Unit, kinds: frozenset[Kind]) -> Referent | None:
        """Return whose "its" or "son" says something is: the last fitting subject before it.

        "Y", "en", "lui" do not stand for the subject of their own verb; "our" is the speaker's.
        """
        word = token.text.lower()
        if word in _OURS:
            fits = self.speaker is not None and self.speaker.kind in kinds
            return self.speaker if fits else None
        several = word in _THEIRS if word in _OWNING else None
        own = {t.i for t in subjects(token.head)} if token.pos_ == "PRON" else set()
        for phrase in self._before(token, unit):
            referent = self.referent(phrase)
            if phrase.block == unit.index and own & set(range(phrase.start, phrase.end)):
                continue
            if several is not None and several != phrase.plural:
                continue
            if several is False and phrase.block == unit.index and _is_shared(unit, phrase):
                continue
            if referent.kind in kinds and phrase.head_word not in self.lexicon.words["documents"]:
                return referent
        return None

    def _before(self, token: Token, unit: Unit) -> Iterable[Phrase]:
        """Yield subjects, then other phrases, of the sentences before, nearest first."""
        start = token.sent.start
        here = [p for p in unit.outermost if start <= p.start < token.i and p.end <= token.i]
        yield from (p for p in here if unit.doc[p.head].dep_.startswith("nsubj"))
        earlier = [p for p in unit.outermost if p.end <= start]
        yield from _subjects_first(earlier, unit)
        for previous in self._units_before(unit):
            yield from _subjects_first(previous.outermost, previous)

    def _units_before(self, unit: Unit) -> list[Unit]:
        """Return the two blocks before one, nearest first; what follows a list passes it over."""
        earlier = self.units[: unit.index]
        if unit.block.kind is not BlockKind.ITEM:
            earlier = [u for u in earlier if u.block.kind is not BlockKind.ITEM]
        return list(reversed(earlier[-2:]))


def _own_subjects(token: Token) -> set[int]:
    """Return the subjects of the verb a pronoun is the object of, which it cannot stand for."""
    if token.dep_.startswith("nsubj") or token.dep_ in ("poss", "det"):
        return set()
    verb = clause(token)
    heads = [subject.i for subject in subjects(verb)]
    return {*heads, *range(min(heads, default=verb.i), verb.i)}


def _is_shared(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase is one of several subjects: what is theirs is not "its"."""
    head = unit.doc[phrase.head]
    first = head.head if head.dep_ == "conj" else head
    subject = first.dep_.startswith("nsubj")
    return subject and (head is not first or any(c.dep_ == "conj" for c in head.children))


def is_latter(token: Token) -> bool:
    """Tell whether a word takes up what was named last: "celui-ci", "ce dernier", "the latter"."""
    word = token.text.lower()
    after = token.nbor(1).text.lower() if token.i + 1 < len(token.doc) else ""
    if word in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci", "latter"):
        return True
    if word in ("celui", "celle", "ceux", "celles") and after in ("-ci", "ci", "-"):
        return True
    before = token.nbor(-1).text.lower() if token.i else ""
    return word in _LAST and before in ("ce", "cette", "ces")


def _is_predicate(head: Token) -> bool:
    return head.dep_ in ("attr", "oprd") or any(c.dep_ == "cop" for c in head.children)


def _subjects_first(phrases: list[Phrase], unit: Unit) -> Iterable[Phrase]:
    subjects = [p for p in phrases if unit.doc[p.head].dep_.startswith("nsubj")]
    yield from reversed(subjects)
    yield from (p for p in phrases if p not in subjects)
