"""The ladder: from a stakeholder up to who answers for it, as the vocabulary orders the steps.

On each stakeholder the first step that a statement holds for counts. Where none does, what it is
part of is tried, nearest first; every stakeholder once, so a circle ends the climb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from ..graph import Kind, Stakeholder, Step, Vocabulary, fold
from ..graph.stores import Store
from . import phases
from .cypher_files import cypher
from .dates import holds, parse_date
from .evidence import Evidence, rank, read, reading_order

Chain = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a statement must hold for.

    Attributes
    ----------
    vocabulary : Vocabulary
        The ladder, and the words for phases.
    phase, at : str
        The phase and the date asked for; empty for all.
    always : bool
        Take only what holds without limit.
    """

    vocabulary: Vocabulary
    phase: str = ""
    at: str = ""
    always: bool = False

    @classmethod
    def of(cls, vocabulary: Vocabulary, phase: str | None, at: str | date | None) -> Self:
        """Return what is asked, from what a user gives.

        Raises
        ------
        InputError
            If the date is not one.
        """
        return cls(vocabulary, (phase or "").strip() if fold(phase or "") else "", parse_date(at))

    def holds(self, statement: Evidence) -> bool:
        """Tell whether a statement answers for the phase and the date asked."""
        return (
            not (self.always and self.limits(statement))
            and holds(statement.since, statement.until, self.at)
            and phases.answers(self.phase, statement.phase, self.vocabulary)
        )

    def limits(self, statement: Evidence) -> bool:
        """Tell whether a statement leaves out some phase, time or case that was asked about."""
        return bool(
            statement.condition
            or (statement.phase and not self.phase)
            or (statement.until and not self.at)
        )


@dataclass(slots=True)
class Survey:
    """What a store states around stakeholders, each asked for once."""

    store: Store
    vocabulary: Vocabulary
    _read: dict[tuple[str, ...], list[Evidence]] = field(default_factory=dict)

    def duties(self, id_: str) -> list[Evidence]:
        """Return who has a duty for a stakeholder, and which bodies govern it."""
        ladder = self.vocabulary.accountability
        names = [name for step in ladder for name in ((step.via,) if step.via else step.relations)]
        return self._once("holders", id_, names)

    def heads(self, body: str) -> list[Evidence]:
        """Return who presides over a body, by the steps of the ladder that go through one."""
        return self._once("holders", body, _heads(self.vocabulary))

    def wholes(self, id_: str) -> list[Evidence]:
        """Return what a stakeholder is part of."""
        return self._once("wholes", id_, [self.vocabulary.containment])

    def _once(self, query: str, id_: str, names: list[str]) -> list[Evidence]:
        key = (query, id_, *names)
        if key not in self._read:
            found = read(self.store, query, id=id_, relations=names)
            self._read[key] = [s for s in found if s.source_id != s.target_id]
        return self._read[key]

    def things(self, id_: str) -> list[Stakeholder]:
        """Return what a stakeholder may answer for by a statement about the thing, by name."""
        ladder = self.vocabulary.accountability
        parameters = {
            "id": id_,
            "duties": [name for step in ladder if not step.via for name in step.relations] or [""],
            "heads": _heads(self.vocabulary) or [""],  # Ladybug cannot type an empty list
            "bodies": [step.via for step in ladder if step.via] or [""],
        }
        rows = self.store.run(cypher("duties"), parameters)
        things = {Stakeholder(r["id"], r["name"], Kind(r["kind"])) for r in rows if r["id"] != id_}
        return sorted(things, key=lambda thing: (fold(thing.name), thing.id))


def _heads(vocabulary: Vocabulary) -> list[str]:
    return [name for step in vocabulary.accountability if step.via for name in step.relations]


@dataclass(frozen=True, slots=True)
class Climb:
    """Where a climb ended: the step that held, the chains that hold it, and what happened."""

    step: int = -1
    chains: tuple[Chain, ...] = ()
    notes: tuple[str, ...] = ()


def climb(survey: Survey, subject: Stakeholder, asked: Asked) -> Climb:
    """Return the chains of the nearest stakeholder, of those X is part of, that a step holds for.

    Complexity: at most two queries for each stakeholder visited, and one for each body.
    """
    level: dict[str, Chain] = {subject.id: ()}
    seen: dict[str, str] = {subject.id: subject.name}
    notes: list[str] = []
    while level:
        reached = [(_first_step(survey, id_, subject, asked), way) for id_, way in level.items()]
        held = [(step, way, chains) for (step, chains), way in reached if chains]
        if held:
            best = min(step for step, _, _ in held)
            chains = tuple(way + c for step, way, found in held if step == best for c in found)
            return Climb(best, chains, tuple(notes))
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
        chains = [chain for chain in held if chain[-1].source_id != subject.id]
        if chains:
            return number, sorted(chains, key=lambda chain: _order(chain, asked))
    return -1, []


def _chains(survey: Survey, id_: str, step: Step, asked: Asked) -> Iterator[Chain]:
    towards = [s for s in survey.duties(id_) if asked.holds(s)]
    if not step.via:
        yield from ((s,) for s in towards if s.relation in step.relations)
        return
    for body in (s for s in towards if s.relation == step.via):
        for head in survey.heads(body.source_id):
            if head.relation in step.relations and asked.holds(head):
                yield body, head


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
