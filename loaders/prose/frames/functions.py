"""Nouns of function: "X, chef de projet de Y", "X est membre de Y", "chaired by its president, X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase
from ..syntax import subjects
from ..triggers import Trigger
from .candidate import BODIES, OF, THINGS, WORK, Candidate, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_AS = frozenset(["as", "comme", "pour", "qualité", "tant"])
_ACTORS = frozenset([Kind.PERSON, Kind.ORGANIZATION, Kind.ROLE, Kind.BODY])


def read_function(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a noun of function states of its holder."""
    relation = trigger.wording.relation
    holders, rule = _holders(scene, trigger)
    if not holders:
        return
    targets = _targets(scene, trigger, holders)
    yield from scene.propose(holders, relation, targets, (trigger.start, trigger.end), rule)


def _targets(scene: Scene, trigger: Trigger, holders: list[Filler]) -> list[Filler]:
    relation = trigger.wording.relation
    phrase = scene.arguments.after(trigger.end, OF | {"for", "to", "on"})
    if phrase is None:
        own = scene.unit.by_token.get(trigger.anchor)
        phrase = own.owner if own is not None and own.owner is not None else None
    if phrase is not None and phrase.kind is not Kind.PERSON:
        named = scene.arguments.of_phrases(scene.arguments.coordinated(phrase))
        return [f for f in named if all(f.referent is not h.referent for h in holders)]
    if relation in ("CHAIRS", "CO_CHAIRS", "PARTICIPATES_IN"):
        return scene.arguments.implied(
            frozenset([Kind.BODY]) if relation != "PARTICIPATES_IN" else BODIES, trigger.start
        )
    return scene.arguments.implied(WORK if relation in ("COMMISSIONS", "IMPLEMENTS", "FUNDS") else THINGS, trigger.start)


def _holders(scene: Scene, trigger: Trigger) -> tuple[list[Filler], str]:
    for rule, find in (
        ("function.label", _label),
        ("function.copula", _copula),
        ("function.apposition", _apposition),
        ("function.as", _as),
    ):
        found = find(scene, trigger)
        if found:
            return found, rule
    return [], ""


def _label(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "Chef de projet : X" at the start of a block."""
    doc = scene.unit.doc
    own = scene.unit.by_token.get(trigger.anchor)
    end = max(trigger.end, own.end if own is not None and own.start <= trigger.start else 0)
    if trigger.start > 1 or end >= len(doc) or doc[end].text not in (":", "–", "—", "-"):
        return []
    phrase = scene.arguments.after(end + 1)
    if phrase is None:
        return []
    return [f for f in scene.arguments.of_phrases(scene.arguments.coordinated(phrase)) if f.referent.kind in _ACTORS]


def _copula(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "X est membre de Y"."""
    noun = scene.unit.doc[trigger.anchor]
    if any(child.dep_ == "cop" for child in noun.children):
        return scene.fillers(subjects(noun), (0, noun.i))
    verb = noun.head
    if noun.dep_ in ("attr", "acomp", "oprd") and verb.lemma_ in ("be", "become", "remain", "act", "serve"):
        return scene.fillers(subjects(verb), (0, verb.i))
    return []


def _apposition(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "X, chef de projet de Y," and "le chef de projet de Y, X," and "X (chef de projet)"."""
    doc = scene.unit.doc
    own = scene.unit.by_token.get(trigger.anchor)
    start = min(trigger.start, own.start if own is not None else trigger.start)
    left = _left(scene, start)
    if left is not None and left.kind in _ACTORS and left.proper:
        return scene.arguments.of_phrases([left])
    end = max(trigger.end, own.end if own is not None else trigger.end)
    right = _right(scene, end)
    if right is not None:
        return scene.arguments.of_phrases([right])
    del doc
    return []


def _left(scene: Scene, start: int) -> Phrase | None:
    doc = scene.unit.doc
    while start > 0 and doc[start - 1].pos_ in ("DET", "ADJ", "NUM"):
        start -= 1
    if start == 0 or doc[start - 1].text not in (",", "(", "–", "—", "-", ":"):
        return None
    return scene.arguments.before(start)


def _right(scene: Scene, end: int) -> Phrase | None:
    doc = scene.unit.doc
    if end < len(doc) and doc[end].text in (",", "(", "–", "—"):
        end += 1
    phrase = scene.arguments.after(end)
    if phrase is not None and phrase.start <= end + 1 and phrase.proper and phrase.kind in (Kind.PERSON, Kind.ORGANIZATION):
        return phrase
    return None


def _as(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "X agit en qualité de pilote", "with X as chair", "avec X pour maître d'œuvre"."""
    doc = scene.unit.doc
    position = trigger.start
    while position > 0 and (doc[position - 1].pos_ in ("DET", "ADJ") or doc[position - 1].text.lower() in ("de", "que", "d'")):
        position -= 1
    if position == 0 or doc[position - 1].text.lower() not in _AS:
        return []
    before = scene.arguments.before(position - 1)
    if before is not None:
        return scene.arguments.of_phrases([before])
    verb: Token = doc[trigger.anchor].head
    return scene.fillers(subjects(verb), (0, trigger.start)) if verb.pos_ == "VERB" else []
