"""Brokerage: who bridges the gaps between others."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from .network import Network


def constraint(network: Network) -> Mapping[str, float]:
    """Return Burt's constraint: how far a stakeholder's contacts are one another's contacts.

    Definition
        ``c(v) = Σ_u ( p(v,u) + Σ_q p(v,q) p(q,u) )²`` over neighbours u, where p(v,u) is the share
        of u in all of v's links. Low for a broker between groups (1/k for the centre of a star
        with k ends), high inside a closed group; NaN without links. Rank 1 is the lowest.
    Direction
        None: links count whichever way they run.
    Reference
        Burt, R. S. (2004). Structural holes and good ideas. *American Journal of Sociology*
        110(2), 349-399.
    Complexity
        O(Σ k(v)²) over degrees k, as a product of sparse matrices.
    """
    values: Mapping[str, float] = nx.constraint(network.undirected, weight="weight")
    return values
