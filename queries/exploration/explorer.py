"""The explorer: a graph of any size, piece by piece."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from ...errors import InputError
from ...graph import Stakeholder, Vocabulary
from ...graph.stores import Store
from ..cypher_files import run
from ..lookup import stakeholders
from ..route import path
from .part import NOTHING, Part, part
from .ranks import Ranks
from .suggestions import suggest


@dataclass(frozen=True, slots=True)
class Explorer:
    """A graph that is looked at piece by piece, by indexed look-ups.

    Attributes
    ----------
    store : Store
        The graph.
    vocabulary : Vocabulary
        Its relations.
    ranks : Ranks
        The degrees of every stakeholder, as they were when it began.
    kinds, relations : mapping
        How many stakeholders there were of each kind, and statements of each relation.
    """

    store: Store
    vocabulary: Vocabulary
    ranks: Ranks
    kinds: Mapping[str, int]
    relations: Mapping[str, int]

    @classmethod
    def of(cls, store: Store, vocabulary: Vocabulary) -> Self:
        """Begin: all that goes through the whole graph is done here, once."""
        kinds, relations = _tally(store, "tally_kinds"), _tally(store, "tally_relations")
        return cls(store, vocabulary, Ranks.of(store), kinds, relations)

    def first(self, size: str, most: int) -> Part:
        """Return the first stakeholders by a metric.

        Raises
        ------
        InputError
            If the metric is unknown.
        """
        return part(self.store, self.ranks.first(size, most))

    def neighbours(self, of: str, size: str, most: int, held: Collection[str] = ()) -> Part:
        """Return the first by a metric of those linked with a stakeholder.

        Parameters
        ----------
        of : str
            Id of the stakeholder, which is in the part too.
        size : str
            The metric: one of `SIZES`.
        most : int
            At most so many.
        held : collection of str
            Ids of those that are known already: they are left out, the statements that join them
            with the others are not.

        Raises
        ------
        InputError
            If the stakeholder or the metric is unknown.
        """
        self.one(of)
        rows = run(self.store, "neighbours", {"ids": [of], "every": True, "relations": [""]})
        near = {row["neighbour"] for row in rows} - {None, of}
        return part(self.store, [of, *self.ranks.ordered(near, size)[:most]], held)

    def search(self, text: str, most: int, held: Collection[str] = ()) -> Part:
        """Return stakeholders with a name like this one, the likeliest first, held ones too."""
        degrees = self.ranks.degrees["degree"]
        found = suggest(self.store, text, most, lambda id_: degrees.get(id_, 0))
        return part(self.store, found, held, anew=True)

    def some(self, ids: Collection[str], held: Collection[str] = ()) -> Part:
        """Return stakeholders by their ids; those that are not in the store are left out."""
        return part(self.store, ids, held)

    def path(self, a: str, b: str, held: Collection[str] = ()) -> Part:
        """Return the stakeholders on a shortest way between two; nobody if there is none.

        Raises
        ------
        InputError
            If a stakeholder is unknown.
        """
        ends = self.one(a), self.one(b)
        stops = [a]
        for row in path(self.store, *ends, vocabulary=self.vocabulary).to_dict("records"):
            stops.append(row["target_id" if row["source_id"] == stops[-1] else "source_id"])
        return part(self.store, stops, held) if len(stops) > 1 else NOTHING

    def one(self, id_: str) -> Stakeholder:
        """Return the stakeholder with an id.

        Raises
        ------
        InputError
            If there is none.
        """
        found = stakeholders(run(self.store, "identified", {"id": id_}))
        if not found:
            raise InputError(f"no stakeholder {id_!r} is in the store", remedy="open the page anew")
        return found[0]


def _tally(store: Store, query: str) -> dict[str, int]:
    return {row["name"]: row["times"] for row in run(store, query)}
