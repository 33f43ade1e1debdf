"""Route: the shortest chain of statements between two stakeholders.

Both ends are widened in turn, the narrower first, until they meet: a breadth-first search from
both sides (Pohl 1971, "Bi-directional search"), one query a widening.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..graph import Stakeholder, Vocabulary, load_vocabulary
from ..graph.stores import Store
from .cypher_files import run
from .evidence import COLUMNS, Evidence, frame, ordered, read, relation_names
from .lookup import resolve

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 5_000


def path(
    store: Store,
    a: str | Stakeholder,
    b: str | Stakeholder,
    types: str | Iterable[str] | None = None,
    *,
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return the shortest chain of statements from one stakeholder to another.

    Statements are followed in both directions. Of several shortest chains always the same one is
    taken; of several statements between two stakeholders the surest, then the first of the
    vocabulary.

    Parameters
    ----------
    store : Store
        The graph.
    a, b : str or Stakeholder
        The two ends; see `find` for the forms a name may take.
    types : str or iterable of str, optional
        Relations to follow; all by default.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Returns
    -------
    DataFrame
        One row a step: ``step`` (from 1), ``from``, ``to`` (names, as one walks), ``direction``
        (``→`` where the statement runs as one walks, else ``←``), then `COLUMNS`. Empty if there
        is no chain, or both ends are the same.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears a name, or several do.
    VocabularyError
        If a relation is unknown.
    """
    vocabulary = vocabulary or load_vocabulary()
    asked = relation_names(types, vocabulary)
    chosen = {"every": not asked, "relations": asked or [""]}
    ends = (resolve(store, a, vocabulary).id, resolve(store, b, vocabulary).id)
    rows = []
    for step, (here, there) in enumerate(pairwise(_stops(store, *ends, chosen)), start=1):
        said = _surest(read(store, "between", id=here, other=there, **chosen), here, vocabulary)
        forward = said.source_id == here
        names = (said.source, said.target) if forward else (said.target, said.source)
        walk = {"step": step, "from": names[0], "to": names[1], "direction": "←→"[forward]}
        rows.append({**walk, **said.as_dict()})
    return frame(rows, ("step", "from", "to", "direction", *COLUMNS))


def _surest(statements: list[Evidence], here: str, vocabulary: Vocabulary) -> Evidence:
    by_name = ordered(statements, vocabulary)
    return min(by_name, key=lambda s: (-s.confidence, s.source_id != here))


@dataclass(slots=True)
class _Side:
    """What has been reached from one end: each stakeholder with the one it was reached from."""

    frontier: set[str]
    reached: dict[str, str] = field(default_factory=dict)

    def widen(self, store: Store, chosen: dict[str, Any]) -> None:
        """Reach the neighbours of the frontier; of several ways to one, by the least id."""
        new: dict[str, str] = {}
        ids = sorted(self.frontier)
        for start in range(0, len(ids), _BATCH):
            batch = {"ids": ids[start : start + _BATCH], **chosen}
            for row in run(store, "neighbours", batch):
                id_, neighbour = row["id"], row["neighbour"]
                if neighbour and neighbour not in self.reached:
                    new[neighbour] = min(id_, new.get(neighbour, id_))
        self.reached |= new
        self.frontier = set(new)

    def back(self, id_: str) -> list[str]:
        """Return the stakeholders from one that is reached back to the end."""
        stops = [id_]
        while parent := self.reached[stops[-1]]:
            stops.append(parent)
        return stops


def _stops(store: Store, a: str, b: str, chosen: dict[str, Any]) -> list[str]:
    """Return the stakeholders on a shortest chain, both ends included; none if there is none.

    Complexity: the stakeholders within half the distance of either end.
    """
    first, second = _Side({a}, {a: ""}), _Side({b}, {b: ""})
    met = first.frontier & second.frontier
    while not met and first.frontier and second.frontier:
        narrow, wide = sorted((first, second), key=lambda side: len(side.frontier))
        narrow.widen(store, chosen)
        met = narrow.frontier & wide.frontier
    if not met:
        return []
    middle = min(met)
    return [*reversed(first.back(middle)), *second.back(middle)[1:]]
