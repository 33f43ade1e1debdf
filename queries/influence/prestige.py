"""Prestige: a stakeholder counts as much as those that are linked to it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from .network import Network

if TYPE_CHECKING:
    from .network import DiGraph, Graph

_STEPS = 1000
_DAMPING = 0.85


def pagerank(network: Network) -> Mapping[str, float]:
    """Return the share of time a random reader of the statements spends at each stakeholder.

    Definition
        ``p(v) = (1-α)/n + α Σ p(u) w(u,v) / w(u)`` over links u → v, α = 0.85; a stakeholder
        without outgoing link passes its share to all. Sums to 1.
    Direction
        Along the relations as stated: rank flows from holders to what they hold, so projects and
        bodies come first; measure with ``reverse=True`` for the holders.
    Reference
        Page, L., Brin, S., Motwani, R. & Winograd, T. (1999). The PageRank citation ranking.
        Stanford InfoLab 1999-66.
    Complexity
        O(m) a step, about 170 steps to the tolerance of 1e-12.
    """
    ranks: Mapping[str, float] = nx.pagerank(
        network.directed, alpha=0.85, max_iter=_STEPS, tol=1e-12, weight="weight"
    )
    return ranks


def eigenvector(network: Network) -> Mapping[str, float]:
    """Return the centrality that is proportional to the sum of the neighbours' own.

    Definition
        ``λ x(v) = Σ w(u,v) x(u)`` over neighbours, with the largest λ and Euclidean length 1.
    Direction
        None: links count whichever way they run. Chains of duty are mostly acyclic, where the
        directed form is zero everywhere. In a disconnected network it concentrates on the
        component with the largest λ.
    When it does not converge
        Every value is NaN (1,000 steps of power iteration; long chains need more).
    Reference
        Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique
        identification. *Journal of Mathematical Sociology* 2(1), 113-120.
    Complexity
        O(m) a step.
    """
    try:
        centrality: Mapping[str, float] = nx.eigenvector_centrality(
            network.undirected, max_iter=_STEPS, tol=1e-9, weight="weight"
        )
    except nx.PowerIterationFailedConvergence:
        return dict.fromkeys(network.undirected, math.nan)
    return centrality


def katz(network: Network) -> Mapping[str, float]:
    """Return the number of chains that lead to each stakeholder, long ones counting for less.

    Definition
        ``x(v) = α Σ w(u,v) x(u) + 1`` over links u → v, with Euclidean length 1; α is 0.85 / λ,
        where λ is the largest eigenvalue of the network without directions, so it converges on
        any network.
    Direction
        Along the relations as stated, as for PageRank, without dividing by the links of u.
    Reference
        Katz, L. (1953). A new status index derived from sociometric analysis. *Psychometrika*
        18(1), 39-43.
    Complexity
        O(m) a step, at most some 170 steps.
    """
    alpha = _DAMPING / (_radius(network.undirected) or 1)
    centrality: Mapping[str, float] = nx.katz_centrality(
        network.directed, alpha=alpha, max_iter=_STEPS, tol=1e-12, weight="weight"
    )
    return centrality


def hubs(network: Network) -> Mapping[str, float]:
    """Return how far each stakeholder holds duties for what many others hold duties for.

    Definition
        The first left singular vector of the matrix of links, summing to 1: a hub links to good
        authorities. Zero everywhere without links.
    Direction
        Outgoing.
    Reference
        Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. *Journal of
        the ACM* 46(5), 604-632.
    Complexity
        O(m) a step.
    """
    return _hits(network)[0]


def authorities(network: Network) -> Mapping[str, float]:
    """Return how far those who hold duties for each stakeholder are those who hold many.

    Definition
        The first right singular vector of the matrix of links, summing to 1: good hubs link to
        an authority. Zero everywhere without links.
    Direction
        Incoming.
    Reference
        Kleinberg (1999), as for :func:`hubs`.
    Complexity
        O(m) a step.
    """
    return _hits(network)[1]


def _hits(network: Network) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return hubs and authorities, worked out once for both."""
    if "hits" not in network.found:
        network.found["hits"] = _iterate(network.directed)
    hub, authority = network.found["hits"]
    return hub, authority


def _iterate(directed: DiGraph) -> tuple[Mapping[str, float], Mapping[str, float]]:
    if not directed.number_of_edges():
        return dict.fromkeys(directed, 0.0), dict.fromkeys(directed, 0.0)
    links = nx.to_scipy_sparse_array(directed, dtype=np.dtype(float), weight="weight")
    authority = np.ones(len(directed))
    for _ in range(_STEPS):
        before, authority = authority, links.T @ (links @ authority)
        authority /= np.linalg.norm(authority)
        if np.abs(authority - before).max() < 1e-12:
            break
    hub = links @ authority
    shares = (vector / vector.sum() for vector in (hub, authority))
    hub_of, authority_of = (dict(zip(directed, v.tolist(), strict=True)) for v in shares)
    return hub_of, authority_of


def _radius(undirected: Graph) -> float:
    """Return the largest eigenvalue of a network without directions."""
    from scipy.sparse.linalg import eigsh

    if not undirected.number_of_edges():
        return 0.0
    links = nx.to_scipy_sparse_array(undirected, dtype=np.dtype(float), weight="weight")
    start = np.ones(len(undirected))
    if len(undirected) < 3:
        return float(np.linalg.eigvalsh(links.toarray()).max())
    value: float = eigsh(links, k=1, which="LA", v0=start, return_eigenvectors=False)[0]
    return value
