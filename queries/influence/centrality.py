"""Centrality on shortest paths: who stands between others, who is near."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from .network import Network


def betweenness(network: Network) -> Mapping[str, float]:
    """Return the share of shortest paths between others that pass through each stakeholder.

    Definition
        ``c(v) = Σ σ(s,t|v) / σ(s,t)`` over ordered pairs s, t ≠ v, divided by (n-1)(n-2); σ counts
        shortest directed paths. A link is as long as 1 / weight when statements count as weight.
    Direction
        Along the relations as stated.
    Large networks
        Estimated from ``network.sample`` seeded sources when that is set (Brandes & Pich).
    Reference
        Freeman, L. C. (1977). A set of measures of centrality based on betweenness.
        *Sociometry* 40(1), 35-41. Algorithm: Brandes, U. (2001). *Journal of Mathematical
        Sociology* 25(2), 163-177; sampled: Brandes & Pich (2007). *International Journal of
        Bifurcation and Chaos* 17(7), 2303-2318.
    Complexity
        O(n m); O(k m) from k sources; with weights O(n m + n² log n).
    """
    centrality: Mapping[str, float] = nx.betweenness_centrality(
        network.directed,
        k=min(network.sample, len(network.directed)) or None,
        weight=network.distance,
        seed=network.seed,
    )
    return centrality


def closeness(network: Network) -> Mapping[str, float]:
    """Return how near each stakeholder is to those that can reach it.

    Definition
        ``c(v) = (r / Σ d(u,v)) · r / (n-1)`` over the r others that reach v: the inverse of their
        mean distance, scaled by the share of the network they are (Wasserman & Faust), so that
        it compares across components. 0 if nobody reaches v.
    Direction
        Incoming distance, as NetworkX measures it: what many duties lead to is close.
    Reference
        Freeman (1978), as for degree; Wasserman, S. & Faust, K. (1994). *Social Network
        Analysis*, equation 5.22. Cambridge University Press.
    Complexity
        O(n m); with weights O(n m log n).
    """
    centrality: Mapping[str, float] = nx.closeness_centrality(
        network.directed, distance=network.distance
    )
    return centrality
