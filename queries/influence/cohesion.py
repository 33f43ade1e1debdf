"""Cohesion: the core of the network, what is tied together in it, and what it hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from .network import Network


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
