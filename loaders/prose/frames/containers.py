"""Containers in a sentence: "un comité composé de X et de Y", "it brings together X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..enumeration import Entry, entries, sentence_end
from ..syntax import is_participle, is_passive
from ..triggers import Trigger
from .candidate import Candidate, Scene
from .entries import read_entry
from .leads import Lead, container_bodies, is_last

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = {
    "de": frozenset(["de", "d'", "du", "des"]),
    "of": frozenset(["of"]),
    "from": frozenset(["from"]),
    "by": frozenset(["by"]),
    "en": frozenset(["en"]),
    "into": frozenset(["into"]),
    "together": frozenset(["together"]),
}
_REACH = 5
# "Composé à parts égales de", "pour moitié de", "en majorité de".
_ADVERBIAL = frozenset(["à", "pour", "en", "d'"])
_MARKERS = frozenset(["i", "a", "1"])


def read_container(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield the members that a verb says a body is made of, in the sentence itself."""
    doc = scene.unit.doc
    verb = doc[trigger.anchor]
    start = _value(scene, trigger, verb)
    if start < 0 or _leads_list(scene, start):
        return
    money = scene.lexicon.words["money"]
    bodies = [
        body
        for body in container_bodies(scene, trigger)
        if body.phrase is None or body.phrase.head_word not in money
    ]
    if not bodies:
        return
    span, end = (trigger.start, trigger.end), _end(doc, start)
    voice = "participle" if trigger.wording.preposition else "active"
    found = _members(scene, start, end)
    parts = any(e.phrase.head_word in scene.lexicon.words["parts"] for e in found)
    relation, rule = trigger.wording.relation, f"container.{voice}"
    lead = Lead(scene, bodies, relation, span, start, end, rule, parts)
    for entry in found:
        yield from read_entry(lead, scene, entry)


def _value(scene: Scene, trigger: Trigger, verb: Token) -> int:
    """Return where what a verb holds begins, or -1: behind its preposition, if it takes one."""
    doc, preposition = scene.unit.doc, trigger.wording.preposition
    if not preposition:
        return trigger.end if _is_active(verb) else -1
    known = _PREPOSITIONS.get(preposition, frozenset([preposition]))
    for token in doc[trigger.end : trigger.end + _REACH]:
        if token.text.lower() in known:
            return token.i + (preposition not in _PREPOSITIONS or preposition == "together")
        adverbial = token.i > trigger.end and doc[token.i - 1].text.lower() in _ADVERBIAL
        if token.pos_ in ("VERB", "NOUN", "PROPN") and not adverbial:
            return -1
    return -1


def _is_active(verb: Token) -> bool:
    """Tell whether a verb takes what it holds for its object: not "réunis", "se réunit"."""
    before = verb.nbor(-1).text.lower() if verb.i else ""
    reflexive = before in ("se", "s'") or any(c.text.lower() in ("se", "s'") for c in verb.children)
    apart = is_participle(verb) and not any(c.dep_.startswith("aux") for c in verb.children)
    return not (is_passive(verb) or reflexive or apart or verb.text.lower() == "including")


def _leads_list(scene: Scene, start: int) -> bool:
    """Tell whether a colon follows: then what is held stands after it."""
    doc = scene.unit.doc
    colon = next((t.i for t in doc[start:] if t.text == ":"), -1)
    return colon >= 0 and doc[colon].sent == doc[start - 1].sent and is_last(scene, start, colon)


def _end(doc: Doc, start: int) -> int:
    """Return where the clause ends: at a semicolon too, unless markers number its parts."""
    end = sentence_end(doc, start)
    numbered = any(
        t.text.lower() in _MARKERS and t.i and t.nbor(-1).text == "(" for t in doc[start:end]
    )
    semicolon = next((t.i for t in doc[start:end] if t.text == ";"), end)
    return end if numbered else semicolon


def _members(scene: Scene, start: int, end: int) -> list[Entry]:
    """Return what is listed; for "representatives from X and Y" those who are represented."""
    found = entries(scene.unit, start, end, clauses=False)
    words = scene.lexicon.words["representatives"] | scene.lexicon.words["mixtures"]
    first = found[0].phrase if found else None
    if first is not None and first.head_word in words and first.owner is None:
        after = scene.unit.doc[first.end : first.end + 1].text.lower()
        if after in ("from", "of", "de", "d'", "du", "des"):
            return entries(scene.unit, first.end + 1, end, clauses=False)
    return found
