"""The graph of statements, and the simple networks that metrics are taken on."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
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
    number (1 when they count once) and whose ``distance`` is 1 / weight.

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
        Number of sources that betweenness is estimated from; 0 for all.
    """

    directed: DiGraph
    undirected: Graph
    weighted: bool = False
    seed: int = 0
    sample: int = 0

    @property
    def distance(self) -> str | None:
        """Name of the attribute that says how long a link is, if strength counts."""
        return "distance" if self.weighted else None


def simplify(
    statements: MultiDiGraph, *, weighted: bool = False, reverse: bool = False
) -> tuple[DiGraph, Graph]:
    """Return the directed and the undirected simple graph of statements."""
    directed: DiGraph = DiGraph()
    undirected: Graph = Graph()
    for simple in (directed, undirected):
        simple.add_nodes_from(sorted(statements))
    for source, target, _ in sorted(statements.edges(keys=True)):
        if source != target:
            ends = (target, source) if reverse else (source, target)
            _link(directed, ends, weighted)
            _link(undirected, ends, weighted)
    return directed, undirected


def _link(simple: Graph, ends: tuple[str, str], weighted: bool) -> None:
    known = simple.edges[ends]["weight"] if simple.has_edge(*ends) else 0
    weight = known + 1 if weighted else 1
    simple.add_edge(*ends, weight=weight, distance=1 / weight)
