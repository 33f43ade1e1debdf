"""Centrality on shortest paths: who stands between others, who is near."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import networkx as nx

from .distances import Arrivals, arrivals
from .network import Network


def betweenness(network: Network) -> Mapping[str, float]:
    """Return the share of shortest paths between others that pass through each stakeholder.

    Definition
        ``c(v) = Σ σ(s,t|v) / σ(s,t)`` over ordered pairs s, t ≠ v, divided by (n-1)(n-2); σ counts
        shortest directed paths. A link is as long as 1 / weight when statements count as weight.
    Direction
        Along the relations as stated; with ``both_ways=True`` whichever way they run: who stands
        between others in talk, not in duty. Values are then as of an undirected network.
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
    fast: dict[str, Any] = {"backend": "rustworkx"} if _in_rust(network) else {}
    with nx.config(cache_converted_graphs=False):
        centrality: Mapping[str, float] = nx.betweenness_centrality(
            network.paths,
            k=network.sample or None,
            weight=network.distance,
            seed=network.seed,
            **fast,
        )
    return centrality


def _in_rust(network: Network) -> bool:
    """Tell whether rustworkx measures betweenness.

    It counts steps, not lengths, and from all sources. A backend that the user has set, such as
    one on a graphics card, goes before it.
    """
    chosen: Any = nx.config.backend_priority
    return not (network.sample or network.weighted or chosen.algos)


def closeness(network: Network) -> Mapping[str, float]:
    """Return how near each stakeholder is to those that can reach it.

    Definition
        ``c(v) = (r / Σ d(u,v)) · r / (n-1)`` over the r others that reach v: the inverse of their
        mean distance, scaled by the share of the network they are (Wasserman & Faust), so that
        it compares across components. 0 if nobody reaches v.
    Direction
        Incoming distance, as NetworkX measures it: what many duties lead to is close; with
        ``both_ways=True`` whichever way links run.
    Large networks
        Means and shares over ``network.sample`` seeded sources when that is set (Eppstein & Wang).
    Reference
        Freeman (1978), as for degree; Wasserman, S. & Faust, K. (1994). *Social Network
        Analysis*, equation 5.22. Cambridge University Press. Sampled: Eppstein, D. & Wang, J.
        (2004). *Journal of Graph Algorithms and Applications* 8(1), 39-45.
    Complexity
        O(n m), in steps of sparse matrix products; O(k m) from k sources; with weights
        O(n m log n).
    """
    if network.weighted:
        centrality: Mapping[str, float] = nx.closeness_centrality(
            network.paths, distance=network.distance
        )
        return centrality
    found = _arrivals(network)
    others = len(network.directed) - 1 if not network.sample else found.sources
    return {v: r and r / total * r / others for v, r, total, _ in found}


def harmonic(network: Network) -> Mapping[str, float]:
    """Return the sum of the inverse distances from all others: nearness that adds up.

    Definition
        ``c(v) = Σ 1 / d(u,v)`` over others u; those that do not reach v add nothing. Unlike
        closeness it needs no correction for components.
    Direction
        Incoming distance, as for closeness.
    Large networks
        ``n / k`` times the sum over k = ``network.sample`` seeded sources when that is set.
    Reference
        Marchiori, M. & Latora, V. (2000). Harmony in the small-world. *Physica A* 285, 539-546;
        Boldi, P. & Vigna, S. (2014). Axioms for centrality. *Internet Mathematics* 10, 222-262.
    Complexity
        O(n m), in steps of sparse matrix products; with weights O(n m log n).
    """
    if network.weighted:
        centrality: Mapping[str, float] = nx.harmonic_centrality(
            network.paths, distance=network.distance
        )
        return centrality
    found = _arrivals(network)
    scale = len(network.directed) / max(found.sources, 1)
    return {v: inverse * scale for v, _, _, inverse in found}


def _arrivals(network: Network) -> Arrivals:
    """Return what arrives at each stakeholder, worked out once for closeness and harmonic."""
    if "arrivals" not in network.found:
        network.found["arrivals"] = arrivals(network.paths, _sources(network))
    found: Arrivals = network.found["arrivals"]
    return found


def _sources(network: Network) -> list[str]:
    """Return the stakeholders that shortest paths are taken from."""
    everyone = list(network.directed)
    if not network.sample:
        return everyone
    return random.Random(network.seed).sample(everyone, network.sample)  # noqa: S311  (no secret)
