"""Hosts: what a fixed phrase is said of, "Y est placé sous l'autorité de X", "Y, under X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import lower
from ..syntax import agents, clause, is_passive, is_verbal, objects, subjects
from .candidate import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset(["be", "être"])
_COMMAS = frozenset([",", "(", "–", "—"])
_PLACED = frozenset(["REPORTS_TO", "PART_OF"])
# What these state, they state of the work done, not of who does it.
_OF_WORK = frozenset(["OVERSEES", "COMMISSIONS", "FUNDS", "ACCOUNTABLE_FOR", "IMPLEMENTS"])
_PARTITIVE = frozenset(["part", "composante", "partie"])


def find_host(scene: Scene, start: int, end: int, relation: str) -> tuple[list[Filler], str]:
    """Return what a phrase at `start` to `end` is said of, and where that stands.

    That is the subject where the phrase is its predicate ("Y est placé sous l'autorité de X"),
    what it follows after a comma or without a verb ("Y, sous l'égide de X"), who does what a
    passive says, what an active verb does, or the subject of the clause it opens or closes.
    """
    doc = scene.unit.doc
    noun = next((t for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN")), doc[start])
    verb = _predicate(noun, start) or _verb_before(doc[start])
    if verb is not None and (found := scene.fillers(subjects(verb), (0, start))):
        return found, "predicate"
    if verb is not None and verb.i < start and (found := _right_before(scene, verb.i)):
        return found, "predicate"
    before = _right_before(scene, start)
    if before and _apposed(scene, start):
        return before, "before"
    governor = clause(doc[start])
    if is_verbal(governor) and governor.sent == doc[start].sent:
        found, place = _of_clause(scene, governor, (start, end), relation)
        if found:
            return found, place
    return before, "before"


def _right_before(scene: Scene, start: int) -> list[Filler]:
    doc = scene.unit.doc
    before = scene.arguments.before(start)
    if before is None or doc[before.start].sent != doc[start].sent:
        return []
    return scene.arguments.of_phrases([before])


def _of_clause(
    scene: Scene, verb: Token, span: tuple[int, int], relation: str
) -> tuple[list[Filler], str]:
    start, end = span
    if relation in _PLACED and is_passive(verb):
        doing = [t for t in agents(verb) if t.i < start]
        if found := scene.fillers(doing, (0, start)):
            return found, "agent"
    if relation in _OF_WORK and not is_passive(verb):
        done = scene.fillers([t for t in objects(verb) if t.i < start], (0, start))
        if work := [f for f in done if f.referent.kind is Kind.PROJECT]:
            return work, "object"
    opening = start <= verb.sent.start + 1
    within = (end, verb.i) if opening else (0, start)
    found = scene.fillers(subjects(verb), within)
    return found or (_behind_comma(scene, verb) if opening else []), "clause"


def _behind_comma(scene: Scene, verb: Token) -> list[Filler]:
    """Return the subject that the parser set beside a name: "under X, | the Board | oversees"."""
    phrase = scene.arguments.ending(verb.i)
    if phrase is None or phrase.determiner not in ("def", "dem"):
        return []
    parted = scene.unit.doc[max(0, phrase.start - 2)].text == ","
    return scene.arguments.of_phrases([phrase]) if parted else []


def _predicate(noun: Token, start: int) -> Token | None:
    """Return the head of the predicate a phrase is: "est sous la responsabilité de"."""
    if any(child.dep_ == "cop" and child.i < start for child in noun.children):
        return noun
    for token in (noun, *noun.ancestors):
        if token.dep_ in ("attr", "acomp", "prep") and lower(token.head) in _BE:
            return token.head
        if token.i < start:
            return None
    return None


def _verb_before(opener: Token) -> Token | None:
    """Return the verb right before a phrase: "placé sous", "operates under"."""
    if opener.i == 0:
        return None
    before = opener.nbor(-1)
    while before.pos_ == "ADV" and before.i > 0:
        before = before.nbor(-1)
    return before if is_verbal(before) else None


def _apposed(scene: Scene, start: int) -> bool:
    """Tell whether a phrase is set after a noun by a comma that nothing else explains."""
    doc = scene.unit.doc
    if doc[start - 1].text not in _COMMAS:
        return False
    verbs = [t for t in doc[doc[start].sent.start : start] if t.pos_ in ("VERB", "AUX")]
    return not verbs or doc[start].text.lower() in _PARTITIVE
