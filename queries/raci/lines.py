"""Lines: which things are rows, and in which phases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...errors import InputError
from ...graph import Kind, Stakeholder, Vocabulary, fold
from ...graph.stores import Store
from ..asked import Asked
from ..cypher_files import run
from ..dates import holds
from ..evidence import Evidence
from ..lookup import resolve
from ..phases import named_phases, order
from .surroundings import Surroundings

REST = "other phases"

Names = str | Stakeholder | Iterable[str | Stakeholder] | None


@dataclass(frozen=True, slots=True)
class Line:
    """A thing, and what a statement must hold for.

    Attributes
    ----------
    thing : Stakeholder
        What the letters are for.
    asked : Asked
        The phase and the date.
    rest : bool
        Whether only statements without a phase count: the other phases.
    """

    thing: Stakeholder
    asked: Asked
    rest: bool = False

    @property
    def phase(self) -> str:
        """The phase in words."""
        return REST if self.rest else self.asked.phase

    def holds(self, statement: Evidence) -> bool:
        """Tell whether a statement counts."""
        return self.asked.holds(statement) and not (self.rest and statement.phase)


def things(
    store: Store, names: Names, kinds: Iterable[Kind | str], vocabulary: Vocabulary
) -> list[Stakeholder]:
    """Return the stakeholders of some names, in their order, else all of some kinds, by name."""
    if names is not None:
        listed = [names] if isinstance(names, str | Stakeholder) else names
        found = [resolve(store, name, vocabulary) for name in listed]
        return list({thing.id: thing for thing in found}.values())
    wanted = [_kind(kind).value for kind in kinds]
    every = (
        Stakeholder(row["id"], row["name"], Kind(row["kind"]), tuple(row["aliases"]))
        for row in run(store, "of_kinds", {"kinds": wanted or [""]})
    )
    return sorted(every, key=lambda thing: (fold(thing.name), thing.id))


def _kind(kind: Kind | str) -> Kind:
    if kind in list(Kind):
        return Kind(kind)
    raise InputError(f"unknown kind {kind!r}", remedy=f"use one of {', '.join(Kind)}")


def phase_lines(thing: Stakeholder, asked: Asked, around: Surroundings) -> Iterator[Line]:
    """Yield a line for each phase that statements about a thing name, then for the others."""
    vocabulary = asked.vocabulary
    stated = {s.phase for s in around.around(thing) if holds(s.since, s.until, asked.at)} - {""}
    phases: set[str] = set()
    for words in stated:
        phases |= named_phases(words, vocabulary) or {words}
    for phase in sorted(phases, key=lambda words: order(words, vocabulary)):
        yield Line(thing, replace(asked, phase=phase))
    if not set(vocabulary.phases) <= phases:
        yield Line(thing, asked, rest=bool(phases))
