"""The graph of statements, and the simple networks that metrics are taken on."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd

from ...graph import Vocabulary
from .selection import frames, select

if TYPE_CHECKING:
    MultiDiGraph = nx.MultiDiGraph[str]
    DiGraph = nx.DiGraph[str]
    Graph = nx.Graph[str]
else:  # NetworkX's classes take no parameter when the program runs
    MultiDiGraph, DiGraph, Graph = nx.MultiDiGraph, nx.DiGraph, nx.Graph


def graph(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    relations: Sequence[str] | None = None,
    *,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> MultiDiGraph:
    """Return statements as a NetworkX graph, one edge per statement.

    Parameters
    ----------
    nodes, edges : DataFrame
        As :meth:`Store.frames` gives them.
    relations, phase, at, vocabulary
        Which statements count: see :func:`select`. Every stakeholder stays.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are stakeholder ids with the columns of `nodes` as attributes; edges are keyed by
        statement id with the other columns of `edges` as attributes. Both in the order of ids.

    Examples
    --------
    >>> nodes = pd.DataFrame({"name": ["Ann", "Board"]}, index=["ann", "board"])
    >>> edges = pd.DataFrame(
    ...     {"source": ["ann"], "relation": ["CHAIRS"], "target": ["board"]}, index=["s1"]
    ... )
    >>> list(graph(nodes, edges).edges(keys=True, data="relation"))
    [('ann', 'board', 's1', 'CHAIRS')]
    """
    nodes, edges = frames((nodes, edges))
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    result: MultiDiGraph = MultiDiGraph()
    for stakeholder, facts in zip(nodes.index, _records(nodes), strict=True):
        result.add_node(stakeholder, **facts)
    for statement, facts in zip(kept.index, _records(kept), strict=True):
        source, target = facts.pop("source"), facts.pop("target")
        result.add_edge(source, target, key=statement, **facts)
    return result


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    rows: list[dict[Hashable, Any]] = frame.to_dict("records")
    return [{str(column): value for column, value in row.items()} for row in rows]


@dataclass(frozen=True, slots=True)
class Network:
    """One layer of the graph in the two forms that metrics are defined on.

    Both are simple: no self-loops, and parallel statements are one link whose ``weight`` is their
    number (1 when they count once) and whose ``distance`` is 1 / weight; ``statements`` is their
    number in any case.

    Attributes
    ----------
    directed : networkx.DiGraph
        Links source → target.
    undirected : networkx.Graph
        Links whichever way they run; the weights of both ways are added when they count.
    weighted : bool
        Whether parallel statements count as weight.
    seed : int
        Of every random choice.
    sample : int
        Number of sources that shortest paths are taken from; 0 for all.
    both_ways : bool
        Whether shortest paths run whichever way links run.
    found : dict
        What one metric has worked out and another needs as well.
    """

    directed: DiGraph
    undirected: Graph
    weighted: bool = False
    seed: int = 0
    sample: int = 0
    both_ways: bool = False
    found: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def distance(self) -> str | None:
        """Name of the attribute that says how long a link is, if strength counts."""
        return "distance" if self.weighted else None

    @property
    def paths(self) -> DiGraph | Graph:
        """The form that shortest paths are taken on."""
        return self.undirected if self.both_ways else self.directed


def network(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    weighted: bool = False,
    reverse: bool = False,
    seed: int = 0,
    sample: int = 0,
    both_ways: bool = False,
) -> Network:
    """Return the layer that statements make between stakeholders; the frames are those of a store.

    Complexity: O(n + m log m), without a graph of the statements in between.
    """
    ends = ["target", "source"] if reverse else ["source", "target"]
    pairs = edges.loc[edges["source"] != edges["target"], ends].astype("object")
    pairs.columns = pd.Index(["a", "b"])
    directed: DiGraph = DiGraph()
    undirected: Graph = Graph()
    for simple, linked in ((directed, pairs), (undirected, _unordered(pairs))):
        simple.add_nodes_from(sorted(nodes.index))
        counts = linked.groupby(["a", "b"]).size()
        simple.add_edges_from(
            (a, b, _link(count, weighted))
            for (a, b), count in zip(counts.index, counts, strict=True)
        )
    return Network(directed, undirected, weighted, seed, sample, both_ways)


def _link(count: int, weighted: bool) -> dict[str, float]:
    weight = count if weighted else 1
    return {"weight": weight, "distance": 1 / weight, "statements": count}


def _unordered(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return pairs with the lesser end first."""
    swapped = pairs["a"] > pairs["b"]
    return pd.DataFrame(
        {"a": pairs["a"].mask(swapped, pairs["b"]), "b": pairs["b"].mask(swapped, pairs["a"])}
    )
