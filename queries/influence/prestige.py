"""Prestige: a stakeholder counts as much as those that are linked to it."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx

from .network import Network

_STEPS = 1000


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
