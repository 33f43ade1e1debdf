"""Relatives: what "to which", "auquel", "devant laquelle" take up, by where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase
from ..triggers import Trigger
from .candidate import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset("which whom lequel laquelle lesquels lesquelles qui".split())
_CONTRACTED = {
    "auquel": "à",
    "auxquels": "à",
    "auxquelles": "à",
    "duquel": "de",
    "desquels": "de",
    "desquelles": "de",
}
_REACH, _NEAR = 24, 4
_ACTORS = frozenset([Kind.ORGANIZATION, Kind.BODY, Kind.ROLE, Kind.PERSON])
_GROUPS = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION])
_IT = frozenset(["it", "them"])
_LE = frozenset(["le", "la", "les", "l'"])
_WORK = frozenset([Kind.PROJECT])
_MEANT = {
    **dict.fromkeys(["FUNDS", "IMPLEMENTS", "COMMISSIONS", "SPONSORS", "PILOTS"], _WORK),
    **dict.fromkeys(["CHAIRS", "CO_CHAIRS"], frozenset([Kind.BODY])),
    "APPOINTS": frozenset([Kind.ROLE, Kind.PERSON, Kind.BODY]),
}
_CLITICS = {
    "y": ("à", _GROUPS),
    "en": ("de", _GROUPS),
    "lui": ("à", _ACTORS),
    "leur": ("à", _ACTORS),
}


def taken_up(scene: Scene, verb: Token, prepositions: frozenset[str]) -> list[Filler]:
    """Return what a relative pronoun before a verb stands for, behind one of these prepositions."""
    doc = scene.unit.doc
    for token in reversed(doc[max(verb.sent.start, verb.i - _REACH) : verb.i]):
        opening = _opening(token, prepositions)
        if opening is not None:
            phrase = _nearest(scene, token, opening)
            return scene.arguments.of_phrases([phrase]) if phrase is not None else []
        if token.pos_ == "VERB" and token.lemma_ not in ("mean", "have", "devoir"):
            return []
    return []


def pronominal(scene: Scene, verb: Token, prepositions: frozenset[str]) -> list[Filler]:
    """Return what "y", "en", "lui" before a verb stands for: "les communes y contribuent"."""
    doc = scene.unit.doc
    for token in doc[max(verb.sent.start, verb.i - _NEAR) : verb.i]:
        behind, kinds = _CLITICS.get(token.text.lower(), ("", _GROUPS))
        if behind in prepositions and token.pos_ == "PRON":
            known = scene.discourse.pronouns.possessor(token, scene.unit, kinds)
            return [Filler(known, None, "pronoun", scene.unit.index)] if known is not None else []
    return []


def object_pronoun(scene: Scene, verb: Token, trigger: Trigger) -> list[Filler] | None:
    """Return what "it", "le" stand for as the object of a verb; None where none is its object.

    Of all that agrees with the pronoun, it is what the relation is most often said of.
    """
    pronoun = _object(verb, trigger)
    if pronoun is None:
        return None
    kinds = _MEANT.get(trigger.wording.relation, _GROUPS)
    phrase = scene.discourse.pronouns.antecedent(_earliest(pronoun), scene.unit, kinds=kinds)
    if phrase is None:
        return []
    referent = scene.discourse.referent(phrase)
    return [Filler(referent, None, "pronoun", scene.unit.index)]


def _object(verb: Token, trigger: Trigger) -> Token | None:
    """Return the pronoun right behind an English verb, right before a French one."""
    doc = verb.doc
    after = doc[trigger.end] if trigger.end < len(doc) else None
    if after is not None and after.text.lower() in _IT:
        return after
    before = doc[verb.i - 1] if verb.i else None
    if before is None or before.text.lower() not in _LE or trigger.start != verb.i:
        return None
    return before if before.pos_ == "PRON" else None


def _earliest(pronoun: Token) -> Token:
    """Return the first of the objects that one pronoun goes on with: "funds it and builds it"."""
    doc, word = pronoun.doc, pronoun.text.lower()
    for token in reversed(doc[max(0, pronoun.i - _REACH) : pronoun.i]):
        if token.text.lower() == word and token.pos_ == "PRON" and token.dep_ == pronoun.dep_:
            return _earliest(token)
    return pronoun


def is_light(token: Token) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    return token.pos_ in ("ADV", "AUX") or (token.pos_ == "PRON" and token.text.lower() in _LE)


def _opening(token: Token, prepositions: frozenset[str]) -> int | None:
    """Return where a relative clause opens: at the preposition before its pronoun."""
    word = token.text.lower()
    if _CONTRACTED.get(word) in prepositions:
        return token.i
    behind = token.i > 0 and token.nbor(-1).text.lower() in prepositions
    return token.i - 1 if word in _PRONOUNS and behind else None


def _nearest(scene: Scene, pronoun: Token, opening: int) -> Phrase | None:
    """Return the phrase right before, or one it ends with, that agrees with a pronoun."""
    outermost = scene.arguments.before(opening)
    if outermost is None:
        return None
    chain = list(_ends(outermost))
    fitting = [p for p in chain if p.kind in _ACTORS and _agrees(scene, p, pronoun)]
    return (fitting or chain)[0]


def agreeing(scene: Scene, position: int, word: Token) -> Phrase | None:
    """Return the phrase that ends at a token, or one it ends with, that agrees with a word."""
    outermost = scene.arguments.before(position)
    if outermost is None:
        return None
    return next((p for p in _ends(outermost) if _agrees(scene, p, word)), outermost)


def _ends(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    for inner in phrase.inner:
        if inner.end == phrase.end:
            yield from _ends(inner)


def _agrees(scene: Scene, phrase: Phrase, pronoun: Token) -> bool:
    """Tell whether a noun has the gender and number that a French pronoun shows."""
    head = scene.unit.doc[phrase.head].morph
    shown = pronoun.morph
    return all(
        not shown.get(trait, [])
        or not head.get(trait, [])
        or shown.get(trait, []) == head.get(trait, [])
        for trait in ("Gender", "Number")
    )
