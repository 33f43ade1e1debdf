"""Surroundings: what a store states around the things of a matrix, read for all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from ...graph import Stakeholder
from ...graph.stores import Store
from ..evidence import Evidence, ordered, read
from .assignment import Assignment

_BATCH = 1_000

Grouped = Mapping[str, Sequence[Evidence]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Statements around things, by identifier, each in the order of the vocabulary.

    Attributes
    ----------
    towards, away : mapping
        Of each thing: what is stated of others towards it, and of it towards others.
    heads : mapping
        Of each body that stands in some relation to a thing: who stands in others to the body.
    """

    towards: Grouped
    away: Grouped
    heads: Grouped

    @classmethod
    def of(cls, store: Store, things: Iterable[Stakeholder], assignment: Assignment) -> Self:
        """Read what gives letters for things.

        Complexity: two queries for each 1,000 things.
        """
        implied = assignment.implied
        through = {entry.via for entry in implied if entry.via}
        members = {name for entry in implied if entry.via for name in entry.relations}
        above = {name for entry in implied for name in entry.towards}
        ids = {thing.id for thing in things}
        found = list(_read(store, ids, {*assignment.letters, *through}, above))
        bodies = {s.source_id for s in found if s.relation in through and s.target_id in ids}
        found = ordered(found, assignment.vocabulary)
        heads = ordered(_read(store, bodies, members, ()), assignment.vocabulary)
        return cls(
            _group((s.target_id, s) for s in found if s.target_id in ids),
            _group((s.source_id, s) for s in found if s.source_id in ids),
            _group((s.target_id, s) for s in heads),
        )

    def around(self, thing: Stakeholder) -> Iterator[Evidence]:
        """Yield every statement that could give a letter for a thing."""
        for statement in self.towards.get(thing.id, ()):
            yield statement
            yield from self.heads.get(statement.source_id, ())
        yield from self.away.get(thing.id, ())


def _read(
    store: Store, ids: Iterable[str], relations: Iterable[str], towards: Iterable[str]
) -> Iterator[Evidence]:
    # Ladybug cannot type an empty list.
    chosen = {"relations": sorted(relations) or [""], "towards": sorted(towards) or [""]}
    wanted = sorted(ids)
    for start in range(0, len(wanted), _BATCH):
        yield from read(store, "around", ids=wanted[start : start + _BATCH], **chosen)


def _group(pairs: Iterable[tuple[str, Evidence]]) -> Grouped:
    grouped: dict[str, list[Evidence]] = defaultdict(list)
    for id_, statement in pairs:
        if statement.source_id != statement.target_id:
            grouped[id_].append(statement)
    return dict(grouped)
