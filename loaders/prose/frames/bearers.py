"""Bearers: who does what a duty, a cleft or an impersonal "it" words: "it falls to X to lead Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import lower
from ..syntax import RELATIVE, agents, is_passive, is_verbal, obliques, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .candidate import Scene

_ACTORS = frozenset([Kind.ORGANIZATION, Kind.BODY, Kind.ROLE, Kind.PERSON])
_CLEFT = frozenset(["that", "who", "which"])
_CLAUSES = RELATIVE | {"ccomp", "advcl", "acl"}
_TO = frozenset(["à", "au", "aux", "sur", "to", "with", "in", "on"])
_DOINGS = frozenset(["for", "of", "in", "with", "to"])
_NONE = frozenset(["no", "any", "little", "every", "each"])
_OPENERS = frozenset(["xcomp", "ccomp", "advcl", "attr", "pcomp"])


def find_bearers(scene: Scene, verb: Token) -> list[Filler]:
    """Return who does something, where the words for it are no subject of its verb."""
    return (
        _stressed(scene, verb)
        or _told(scene, verb)
        or _charged(scene, verb)
        or _described(scene, verb)
    )


def _stressed(scene: Scene, verb: Token) -> list[Filler]:
    """Read a cleft: "it is the Board that approves"."""
    if verb.dep_ not in _CLAUSES:
        return []
    who = next((t for t in verb.children if t.text.lower() in _CLEFT and t.i < verb.i), None)
    phrase = scene.arguments.before(who.i) if who is not None and who.i else None
    if phrase is None:
        return []
    head = scene.unit.doc[phrase.head]
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    it = [t for t in subjects(head.head) if t.text.lower() == "it"]
    negated = any(t.dep_ == "neg" for t in head.head.children)
    if head.dep_ != "attr" or not it or negated or it[0].i > head.i:
        return []
    return scene.arguments.together(phrase, (head.head.i, verb.i))


def _described(scene: Scene, verb: Token) -> list[Filler]:
    """Read "the Board is the body that approves", "she is the officer charged with leading"."""
    nouns = [t for t in subjects(verb) if t.dep_ == "attr" and t.i < verb.i]
    above = nouns[0].head if nouns else None
    phrase = scene.unit.by_token.get(nouns[0].i) if nouns else None
    if above is None or above.lemma_ != "be" or phrase is None or phrase.determiner != "def":
        return []
    if phrase.proper or phrase.plural or phrase.owner is not None or phrase.head != nouns[0].i:
        return []
    if any(t.dep_ == "neg" for t in above.children):
        return []
    return scene.fillers(subjects(above), (0, above.i))


def _told(scene: Scene, verb: Token) -> list[Filler]:
    """Read "it falls to the Board to approve", "it is up to her to lead"."""
    above = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in _OPENERS or above.i > verb.i:
        return []
    if lower(above) not in scene.lexicon.words["support_dative"] | {"be"}:
        return []
    it = [t for t in subjects(above) if t.text.lower() == "it"]
    between = scene.unit.doc[above.i + 1 : verb.i]
    if not it or any(is_verbal(t) or t.dep_ == "neg" for t in between):
        return []
    link = next((t for t in between if t.text.lower() in ("to", "with")), None)
    phrase = scene.arguments.after(link.i + 1) if link is not None else None
    return scene.arguments.together(phrase, (above.i, verb.i))


def _charged(scene: Scene, verb: Token) -> list[Filler]:
    """Read "responsibility for managing X rests with Y", "the role of Y is to oversee X"."""
    noun = _duty(scene, verb)
    if noun is None or any(t.text.lower() in _NONE for t in noun.children):
        return []
    above = noun.head
    if is_verbal(above) and any(t.dep_ == "neg" for t in above.children):
        return []
    if is_verbal(above) and lower(above) in scene.lexicon.words["support_dative"]:
        if noun.dep_.startswith("nsubj"):
            return scene.fillers([*obliques(above, _TO), *agents(above)][:1])
        return scene.fillers(subjects(above), (0, above.i)) if is_passive(above) else []
    held = is_verbal(above) and noun.dep_ in ("dobj", "attr")
    if held and lower(above) in scene.lexicon.words["support_subject"] and above.i < noun.i:
        return scene.fillers(subjects(above), (0, above.i))
    return _owners(scene, noun) if noun.dep_.startswith("nsubj") else []


def _duty(scene: Scene, verb: Token) -> Token | None:
    """Return the noun of duty whose content a verb is: "the role of the Board is to oversee"."""
    words, first = scene.lexicon.words["duties"], verb
    while first.dep_ == "conj" and is_verbal(first.head) and first.head.tag_ == first.tag_:
        first = first.head
    above = first.head
    if first.tag_ == "VBG" and first.dep_ == "pcomp" and above.text.lower() in _DOINGS:
        return above.head if lower(above.head) in words else None
    if first.tag_ == "VB" and first.dep_ in ("acl", "relcl") and lower(above) in words:
        return above
    if first.dep_ in _OPENERS and above.lemma_ == "be" and first.tag_ in ("VB", "VBG"):
        return next((t for t in subjects(above) if lower(t) in words), None)
    return None


def _owners(scene: Scene, noun: Token) -> list[Filler]:
    """Return whose duty it is: "the Board's role", "the role of the Board", "its role"."""
    phrase = scene.unit.by_token.get(noun.i)
    if phrase is None or phrase.head != noun.i:
        return []
    if phrase.determiner == "poss" and phrase.start:
        possessive = scene.unit.doc[phrase.start - 1]
        known = scene.discourse.pronouns.possessor(possessive, scene.unit, _ACTORS)
        return [Filler(known, None, "pronoun", scene.unit.index)] if known is not None else []
    owner = phrase.owner
    held = owner is not None and scene.discourse.referent(owner).kind in _ACTORS
    return scene.arguments.of_phrases([owner]) if owner is not None and held else []
