"""Departure: who leaves, what is stated of them, and what a store would state without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from ...graph import Stakeholder, Step
from ...graph.stores import Store
from ..answer import Finding, Outcome
from ..asked import Asked
from ..evidence import Evidence, ordered, read
from ..survey import Survey

MOST_THINGS = 500
"""How many things are asked about in each section; the notes say where there are more."""


@dataclass(slots=True)
class Absence(Survey):
    """What another survey tells, but for statements that touch those who left.

    Attributes
    ----------
    gone : frozenset of str
        Identifiers of those who left.
    whole : Survey
        What the store states with them.
    """

    gone: frozenset[str] = frozenset()
    whole: Survey = field(kw_only=True)

    def _read_all(self, query: str, ids: Iterable[str], names: list[str]) -> None:
        wanted = list(ids)
        self.whole._read_all(query, wanted, names)
        for id_ in wanted:
            key = (query, id_, *names)
            if key not in self._read:
                self._read[key] = [
                    said
                    for said in self.whole._read[key]
                    if not {said.source_id, said.target_id} & self.gone
                ]


@dataclass(slots=True)
class Departure:
    """Who leaves, and what is asked.

    Attributes
    ----------
    gone : frozenset of str
        Identifiers of those who leave.
    asked : Asked
        The phase and the date.
    said : sequence of Evidence
        Every statement that touches them.
    before, after : Survey
        What the store states, and what it would state without them.
    notes : dict
        What was not looked at; a mapping to keep each once, in order.
    """

    gone: frozenset[str]
    asked: Asked
    said: Sequence[Evidence]
    before: Survey
    after: Survey
    notes: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, leaving: Iterable[Stakeholder], asked: Asked) -> Self:
        """Read what is stated of those who leave."""
        gone = frozenset(stakeholder.id for stakeholder in leaving)
        found = {s.id: s for id_ in sorted(gone) for s in read(store, "about", id=id_)}
        words = asked.vocabulary
        whole = Survey(store, words)
        without = Absence(store, words, gone=gone, whole=whole)
        return cls(gone, asked, ordered(found.values(), words), whole, without)

    def outward(self, relations: Iterable[str]) -> Iterator[Evidence]:
        """Yield what those who leave are said to do to others, by some relations, if it holds."""
        names = set(relations)
        for said in self.said:
            stays = said.target_id not in self.gone
            if said.relation in names and stays and self.asked.holds(said):
                yield said

    def inward(self, relations: Iterable[str]) -> Iterator[Evidence]:
        """Yield what others are said to do to those who leave, by some relations, if it holds."""
        names = set(relations)
        for said in self.said:
            stays = said.source_id not in self.gone
            if said.relation in names and stays and self.asked.holds(said):
                yield said

    @property
    def store(self) -> Store:
        """The graph, with those who leave in it."""
        return self.before.store

    def look_at(self, things: Sequence[Stakeholder], what: str) -> Sequence[Stakeholder]:
        """Return as many things as are asked about, and note that there are more."""
        if len(things) > MOST_THINGS:
            self.notes[f"only {MOST_THINGS} of {len(things)} {what} were looked at"] = None
        chosen = things[:MOST_THINGS]
        self.before.read_ladder(thing.id for thing in chosen)
        return chosen

    @property
    def heads(self) -> tuple[str, ...]:
        """The relations of those who preside over a body."""
        return tuple(n for step in self._ladder if step.via for n in step.relations)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The relations from a body to what it governs."""
        return tuple(step.via for step in self._ladder if step.via)

    @property
    def upward(self) -> tuple[str, ...]:
        """The relations to what stands above: what one is part of, whom one reports to."""
        up = (n for step in self._ladder if step.up for n in step.relations)
        return (self.asked.vocabulary.containment, *up)

    @property
    def _ladder(self) -> tuple[Step, ...]:
        return self.asked.vocabulary.accountability


def finding(who: Stakeholder, *chain: Evidence) -> Finding:
    """Return what one statement, or a chain, says of somebody."""
    return Finding(who.name, who.kind.value, who.id, Outcome.STATED, "", chain)
