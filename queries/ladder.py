"""The ladder: from a stakeholder up to who answers for it, as the vocabulary orders the steps.

On each stakeholder the first step that a statement holds for counts. Where none does, what it is
part of is tried, nearest first: who answers for that or, if it can act, that itself. Every
stakeholder once, so a circle ends the climb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..graph import Kind, Stakeholder, Step, Vocabulary
from . import phases
from .asked import Asked
from .evidence import Evidence, rank, reading_order
from .survey import Survey

Chain = tuple[Evidence, ...]

# A project or a place is answered for: it does not answer.
_ACTING = frozenset({Kind.ORGANIZATION, Kind.BODY, Kind.ROLE, Kind.PERSON})


@dataclass(frozen=True, slots=True)
class Climb:
    """Where a climb ended: the step that held, the chains that hold it, and what happened.

    Attributes
    ----------
    step : int
        Place of the step in the ladder; one past the last if what it is part of answers itself,
        -1 if nothing holds.
    chains : tuple of chains
        The statements from the stakeholder to each party.
    up : bool
        Whether the target of the last statement of a chain is the party, not its source.
    notes : tuple of str
        Where it broke off or ran in a circle.
    """

    step: int = -1
    chains: tuple[Chain, ...] = ()
    up: bool = False
    notes: tuple[str, ...] = ()


def climb(survey: Survey, subject: Stakeholder, asked: Asked) -> Climb:
    """Return the chains of the nearest stakeholder, of those X is part of, that a step holds for.

    Complexity: one query for each level, one for the bodies that govern a stakeholder of it, and
    one for what each stakeholder of it is part of.
    """
    ladder = asked.vocabulary.accountability
    level: dict[str, Chain] = {subject.id: ()}
    seen: dict[str, str] = {subject.id: subject.name}
    notes: list[str] = []
    while level:
        survey.read_duties(level)
        reached = [(_first_step(survey, id_, subject, asked), way) for id_, way in level.items()]
        held = [(step, way, chains) for (step, chains), way in reached if chains]
        if held:
            best = min(step for step, _, _ in held)
            chains = tuple(way + c for step, way, found in held if step == best for c in found)
            return Climb(best, chains, ladder[best].up, tuple(notes))
        notes += (note for id_ in level for note in _breaks(survey, id_, asked))
        acting = tuple(way for id_, way in level.items() if _acts(survey, id_, way, subject, asked))
        if acting:
            return Climb(len(ladder), acting, up=True, notes=tuple(notes))
        level = _wholes(survey, level, asked, seen, notes)
    if len(seen) > 1:
        notes.append(f"nothing is stated for {_listed(list(seen.values())[1:])} either")
    return Climb(notes=tuple(notes))


def _first_step(
    survey: Survey, id_: str, subject: Stakeholder, asked: Asked
) -> tuple[int, list[Chain]]:
    """Return the first step that holds for a stakeholder itself, and its chains to others."""
    for number, step in enumerate(asked.vocabulary.accountability):
        held = _chains(survey, id_, step, asked)
        chains = [
            c for c in held if subject.id != (c[-1].target_id if step.up else c[-1].source_id)
        ]
        if chains:
            return number, sorted(chains, key=lambda chain: _order(chain, asked))
    return -1, []


def _chains(survey: Survey, id_: str, step: Step, asked: Asked) -> Iterator[Chain]:
    said = survey.superiors(id_) if step.up else survey.duties(id_)
    holding = [s for s in said if asked.holds(s)]
    if not step.via:
        yield from ((s,) for s in holding if s.relation in step.relations)
        return
    bodies = [s for s in holding if s.relation == step.via]
    survey.read_heads(body.source_id for body in bodies)
    for body in bodies:
        for head in survey.heads(body.source_id):
            if head.relation in step.relations and asked.holds(head):
                yield body, head


def _acts(survey: Survey, id_: str, way: Chain, subject: Stakeholder, asked: Asked) -> bool:
    """Tell whether what a stakeholder is part of can answer for it, and is not its own duty."""
    if not way or way[-1].target_kind not in _ACTING:
        return False
    return not any(s.source_id == subject.id and asked.holds(s) for s in survey.duties(id_))


def _breaks(survey: Survey, id_: str, asked: Asked) -> Iterator[str]:
    """Yield which bodies stand over a stakeholder that has no answer, and lead to nobody."""
    through = {step.via: step for step in asked.vocabulary.accountability if step.via}
    for body in survey.duties(id_):
        if body.relation in through and asked.holds(body):
            verbs = verbs_of(through[body.relation].relations, asked.vocabulary)
            inside = asked.vocabulary.relations[body.relation].labels["en"]
            yield f"{body.source} {inside} {body.target}, but no document says who {verbs} it"


def verbs_of(relations: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Return relations as a sentence has them: "sponsors or commissions"."""
    return " or ".join(vocabulary.relations[name].labels["en"] for name in relations)


def _wholes(
    survey: Survey, level: dict[str, Chain], asked: Asked, seen: dict[str, str], notes: list[str]
) -> dict[str, Chain]:
    """Return what the stakeholders of a level are part of, with the way there."""
    above: dict[str, Chain] = {}
    for id_, way in level.items():
        held = (part for part in survey.wholes(id_) if asked.holds(part))
        for part in sorted(held, key=lambda s: (s.target_id, *reading_order(s))):
            if part.target_id not in seen:
                seen[part.target_id] = part.target
                above[part.target_id] = (*way, part)
            elif part.target_id in {id_, *(link.source_id for link in way)}:
                notes.append(f"{part.source} is part of {part.target} again: it runs in a circle")
    return above


def _order(chain: Chain, asked: Asked) -> tuple[object, ...]:
    """Sort chains: what is said of the asked phase first, then by relation, phase and party."""
    last = chain[-1]
    general = asked.phase != "" and last.phase == ""
    phase = phases.order(last.phase, asked.vocabulary)
    place = rank(last.relation, asked.vocabulary)
    return (general, phase, place, *reading_order(last), chain[0].id)


def _listed(names: list[str], most: int = 5) -> str:
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return ", ".join(names[:most] + more)
