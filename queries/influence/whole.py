"""Centralisation: how far the whole network turns around a few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx
import pandas as pd

from ...graph import Vocabulary
from .network import Graph, network
from .selection import Source, frames, select


def centralisation(
    source: Source,
    relations: Sequence[str] | None = None,
    *,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> pd.Series[float]:
    """Return Freeman's centralisation of the network, by degree, betweenness and closeness.

    ``C = Σ_v ( c(v*) - c(v) ) / max Σ``, where v* has the highest centrality and the maximum is
    that of a star of as many: 1 for a star, 0 where all stand alike. Links count whichever way
    they run and once. Closeness is Freeman's only on a connected network; elsewhere it is that of
    Wasserman & Faust, as in :func:`metrics`.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations, phase, at, vocabulary
        Which statements count: see :func:`select`. Every stakeholder counts.

    Returns
    -------
    Series
        Index ``degree``, ``betweenness``, ``closeness``, and ``density`` (links over pairs); NaN
        with fewer than three stakeholders.

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. *Social
    Networks* 1(3), 215-239. Complexity O(n m).
    """
    nodes, edges = frames(source)
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    undirected = network(nodes, kept).undirected
    count = len(undirected)
    if count < 3:
        return pd.Series(float("nan"), index=["degree", "betweenness", "closeness", "density"])
    with nx.config(cache_converted_graphs=False):
        centrality: dict[str, Mapping[Any, float]] = {
            "degree": nx.degree_centrality(undirected),
            "betweenness": nx.betweenness_centrality(undirected, backend="rustworkx"),
            "closeness": nx.closeness_centrality(undirected, backend="rustworkx"),
        }
    star = nx.star_graph(count - 1)
    most = {
        "degree": float(count - 2),
        "betweenness": float(count - 1),
        "closeness": _spread(nx.closeness_centrality(star)),
    }
    spreads = {name: _spread(values) / most[name] for name, values in centrality.items()}
    return pd.Series({**spreads, "density": _density(undirected)})


def _spread(values: Mapping[Any, float]) -> float:
    highest = max(values.values())
    return sum(highest - value for value in values.values())


def _density(undirected: Graph) -> float:
    return float(nx.density(undirected))
