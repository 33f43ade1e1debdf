"""Links: fixed phrases between a thing and a stakeholder, "sous la responsabilité de"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import lower
from ..syntax import clause, is_verbal, subjects
from ..triggers import Trigger
from .candidate import Candidate, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset([Kind.ORGANIZATION, Kind.BODY])
_WORKERS = _GROUPS | {Kind.ROLE, Kind.PERSON}
_BE = frozenset(["be", "être"])


def read_link(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a fixed phrase states between what stands before it and what follows."""
    phrase = scene.arguments.after(trigger.end)
    if phrase is None:
        return
    span = (trigger.start, len(scene.unit.doc))
    after = scene.arguments.of_phrases(scene.arguments.coordinated(phrase, span))
    hosts, place = find_host(scene, trigger.start, trigger.end)
    yield from _state(scene, trigger, hosts, after, place)


def _state(
    scene: Scene, trigger: Trigger, hosts: list[Filler], after: list[Filler], place: str
) -> Iterator[Candidate]:
    relation, family = trigger.wording.relation, trigger.wording.family
    rule = f"{family.removesuffix('s')}.{place}"
    span = (trigger.start, trigger.end)
    if family == "links":
        yield from scene.propose(after, relation, hosts, span, rule)
        return
    for host in hosts:
        pairs = [f for f in after if _fit(relation, host, f)]
        yield from scene.propose([host], relation, pairs, span, rule)


def _fit(relation: str, host: Filler, target: Filler) -> bool:
    """Tell whether the two ends of a placement can be placed so: groups in groups, work in work."""
    placed, place = host.referent.kind, target.referent.kind
    if relation == "PART_OF":
        return (placed in _GROUPS and place in _GROUPS) or placed is place is Kind.PROJECT
    return relation != "REPORTS_TO" or (placed in _WORKERS | {None} and place in _WORKERS)


def find_host(scene: Scene, start: int, end: int) -> tuple[list[Filler], str]:
    """Return what a phrase at `start` to `end` is said of, and where that stands.

    That is the subject where the phrase is its predicate ("Y est placé sous l'autorité de X"),
    what it follows after a comma or without a verb ("Y, sous l'égide de X"), or the subject of the
    clause it opens or closes.
    """
    doc = scene.unit.doc
    noun = next((t for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN")), doc[start])
    verb = _predicate(noun, start) or _verb_before(doc[start])
    if verb is not None and (found := scene.fillers(subjects(verb), (0, start))):
        return found, "predicate"
    before = scene.arguments.before(start)
    if before is not None and doc[before.start].sent == doc[start].sent and _apposed(scene, start):
        return scene.arguments.of_phrases([before]), "before"
    governor = clause(doc[start])
    if is_verbal(governor) and governor.sent == doc[start].sent:
        opening = start <= governor.sent.start + 1
        within = (end, governor.i) if opening else (0, start)
        if found := scene.fillers(subjects(governor), within):
            return found, "clause"
    if before is not None and doc[before.start].sent == doc[start].sent:
        return scene.arguments.of_phrases([before]), "before"
    return [], "clause"


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
    if doc[start - 1].text not in (",", "(", "–", "—"):
        return False
    verbs = [t for t in doc[doc[start].sent.start : start] if t.pos_ in ("VERB", "AUX")]
    return not verbs or doc[start].text.lower() in (
        "part",
        "composante",
        "partie",
        "division",
        "arm",
    )
