"""Degree: how many others a stakeholder is linked to.

When parallel statements count as weight, degrees are strengths: numbers of statements.
"""

from __future__ import annotations

from collections.abc import Mapping

from .network import Network


def degree(network: Network) -> Mapping[str, float]:
    """Return the number of links of each stakeholder, whichever way they run.

    Definition
        ``degree(v) = in_degree(v) + out_degree(v)``.
    Reference
        Freeman, L. C. (1978). Centrality in social networks: conceptual clarification.
        *Social Networks* 1(3), 215-239.
    Complexity
        O(n + m).
    """
    return dict(network.directed.degree(weight="weight"))


def in_degree(network: Network) -> Mapping[str, float]:
    """Return the number of stakeholders that hold something for this one.

    Definition
        Links that end here: who pilots, funds, oversees, sits on it.
    Direction
        Incoming.
    Reference
        Freeman (1978), as for :func:`degree`.
    Complexity
        O(n + m).
    """
    return dict(network.directed.in_degree(weight="weight"))


def out_degree(network: Network) -> Mapping[str, float]:
    """Return the number of stakeholders that this one holds something for.

    Definition
        Links that begin here: what it pilots, funds, oversees, sits on.
    Direction
        Outgoing.
    Reference
        Freeman (1978), as for :func:`degree`.
    Complexity
        O(n + m).
    """
    return dict(network.directed.out_degree(weight="weight"))


def strength(network: Network) -> Mapping[str, float]:
    """Return the number of statements about each stakeholder, whichever way they run.

    Definition
        ``strength(v) = Σ_u s(u,v) + s(v,u)``, where s counts parallel statements, also when the
        other metrics count them once.
    Direction
        None: statements count whichever way they run.
    Reference
        Barrat, A., Barthélemy, M., Pastor-Satorras, R. & Vespignani, A. (2004). The architecture
        of complex weighted networks. *PNAS* 101(11), 3747-3752.
    Complexity
        O(n + m).
    """
    return dict(network.directed.degree(weight="statements"))
