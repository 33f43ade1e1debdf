"""Cohesion: the core of the network, and the communities in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from .network import Network

_RUNS = 10


def core(network: Network) -> Mapping[str, float]:
    """Return the largest k such that the stakeholder is in the k-core.

    Definition
        The k-core is the largest part of the network in which everyone has at least k neighbours
        within that part.
    Direction
        None. Weights do not count.
    Reference
        Seidman, S. B. (1983). Network structure and minimum degree. *Social Networks* 5(3),
        269-287. Algorithm: Batagelj, V. & Zaversnik, M. (2003), arXiv:cs/0310049.
    Complexity
        O(n + m).
    """
    numbers: Mapping[str, float] = nx.core_number(network.undirected)
    return numbers


def clustering(network: Network) -> Mapping[str, float]:
    """Return how far the contacts of each stakeholder are linked to one another.

    Definition
        ``c(v) = 2 t(v) / (k(v) (k(v) - 1))``: triangles through v over pairs of its k contacts; 0
        with fewer than two.
    Direction
        None. Weights do not count.
    Reference
        Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks.
        *Nature* 393, 440-442.
    Complexity
        O(Σ k(v)²) over degrees k.
    """
    values: Any = nx.clustering(network.undirected)
    return dict(values)


def articulation(network: Network) -> Mapping[str, float]:
    """Return into how many more pieces the network falls when the stakeholder leaves.

    Definition
        The number of biconnected components it is in, less one; 0 unless it is an articulation
        point.
    Direction
        None. Weights do not count.
    Reference
        Hopcroft, J. & Tarjan, R. (1973). Efficient algorithms for graph manipulation.
        *Communications of the ACM* 16(6), 372-378.
    Complexity
        O(n + m).
    """
    parts: Iterable[Any] = nx.biconnected_components(network.undirected)
    pieces = Counter(v for part in parts for v in part)
    return {v: max(pieces[v] - 1, 0) for v in network.undirected}


def community(network: Network) -> Mapping[str, float]:
    """Return the number of each stakeholder's community; 0 is the largest.

    Definition
        The partition that the Louvain method finds (seeded) by raising modularity,
        ``Q = Σ_c [ m_c / m - (k_c / 2m)² ]``: the best of ten runs, or one run on a network large
        enough for betweenness to be sampled. Communities are numbered by falling size, then by
        the least id in them; a stakeholder without links is one of its own.
    Direction
        None.
    Reference
        Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding of
        communities in large networks. *Journal of Statistical Mechanics*, P10008.
    Complexity
        About O(n log n) in practice.
    """
    # Numbers for names: sets of texts are walked in another order in every process.
    ids = list(network.undirected)
    numbered = nx.relabel_nodes(network.undirected, {v: i for i, v in enumerate(ids)})
    runs = 1 if network.sample else _RUNS
    found = [
        nx.community.louvain_communities(numbered, weight="weight", seed=network.seed + run)
        for run in range(runs)
    ]
    best = max(found, key=lambda groups: _modularity(numbered, groups))
    ordered = sorted(best, key=lambda members: (-len(members), min(members)))
    return {ids[member]: rank for rank, members in enumerate(ordered) for member in members}


def _modularity(network: nx.Graph[Any], groups: list[set[Any]]) -> float:
    if not network.number_of_edges():
        return 0.0
    value: float = nx.community.modularity(network, groups, weight="weight")
    return round(value, 12)
