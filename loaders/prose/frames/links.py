"""Links: fixed phrases between a thing and a stakeholder, "sous la responsabilité de"."""

from __future__ import annotations

from collections.abc import Iterator

from ..arguments import Filler
from ..syntax import clause, is_verbal, subjects
from ..triggers import Trigger
from .candidate import Candidate, Scene


def read_link(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a fixed phrase states between what stands before it and what follows."""
    phrase = scene.arguments.after(trigger.end)
    if phrase is None:
        return
    doc = scene.unit.doc
    after = scene.arguments.of_phrases(
        scene.arguments.coordinated(phrase, (trigger.start, len(doc)))
    )
    host = _host(scene, trigger)
    relation = trigger.wording.relation
    rule = trigger.wording.family.removesuffix("s")
    if trigger.wording.family == "placements":
        yield from scene.propose(host, relation, after, (trigger.start, trigger.end), rule)
    else:
        yield from scene.propose(after, relation, host, (trigger.start, trigger.end), rule)


def _host(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Return what is placed: the subject of the clause, else the noun right before."""
    doc = scene.unit.doc
    anchor = doc[trigger.anchor]
    before = scene.arguments.before(trigger.start)
    verb = clause(anchor)
    if is_verbal(verb) and verb.i < trigger.start and verb.sent == anchor.sent:
        found = scene.fillers(subjects(verb), (0, trigger.start))
        if found:
            return found
    if before is not None and doc[before.start].sent == anchor.sent:
        copular = scene.fillers(subjects(doc[before.head]), (0, before.start))
        return copular or scene.arguments.of_phrases([before])
    return []
