"""Compounds: a doer before a participle, "a UKRI-funded centre", "an NHSA led programme"."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph import Kind
from ..arguments import Filler
from ..phrases import is_acronym, is_capital
from ..syntax import is_participle
from .candidate import Candidate, Scene

_THINGS = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION])
_ACTORS = frozenset([Kind.ORGANIZATION, Kind.BODY, Kind.PERSON, Kind.ROLE])


def read_compounds(scene: Scene) -> Iterator[Candidate]:
    """Yield what a participle in a compound states of who stands before it and what follows."""
    doc = scene.unit.doc
    for trigger in scene.triggers:
        verb = doc[trigger.anchor]
        if trigger.wording.family != "verbs" or trigger.wording.preposition:
            continue
        if trigger.end - trigger.start > 1 or verb.i == 0:
            continue
        if not is_participle(verb) and verb.nbor(-1).text != "-":
            continue
        doer = _doer(scene, verb.i)
        done = _done(scene, verb.i + 1) if doer else []
        span = (trigger.start, trigger.end)
        yield from scene.propose(doer, trigger.wording.relation, done, span, "compound")


def _doer(scene: Scene, position: int) -> list[Filler]:
    """Return whom the words right before a participle name, an article before them."""
    doc = scene.unit.doc
    end = position - 1 if doc[position - 1].text == "-" else position
    start = end
    while start > 0 and (is_capital(doc[start - 1]) or is_acronym(doc[start - 1].text)):
        start -= 1
    if start in (0, end) or doc[start - 1].text.lower() not in ("a", "an", "the"):
        return []
    inner = next((p for p in scene.unit.phrases if (p.start, p.end) == (start, end)), None)
    if inner is not None:
        return [f for f in scene.arguments.of_phrases([inner]) if f.referent.kind in _ACTORS]
    known = scene.discourse.named(doc[start:end].text)
    acts = known is not None and known.kind in _ACTORS
    return [Filler(known, None, "named", scene.unit.index)] if known is not None and acts else []


def _done(scene: Scene, position: int) -> list[Filler]:
    """Return what a compound is a modifier of: the phrase around it, or the one after it."""
    around = scene.unit.by_token.get(position)
    phrase = around or scene.arguments.directly_after(position)
    if phrase is None or phrase.kind not in _THINGS or phrase.head < position:
        return []
    return scene.arguments.of_phrases([phrase])
