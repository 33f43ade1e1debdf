"""Structural holes: who bridges the gaps between others."""

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


def effective_size(network: Network) -> Mapping[str, float]:
    """Return Burt's effective size: how many contacts a stakeholder has that are no repetition.

    Definition
        ``e(v) = Σ_u ( 1 - Σ_q p(v,q) m(u,q) )`` over neighbours u and q ≠ u, where p(v,q) is the
        share of q in all of v's links and m(u,q) the strength of u's link to q relative to u's
        strongest. Without weights: the number of contacts less their mean number of links to one
        another. NaN without links.
    Direction
        None: links count whichever way they run.
    Reference
        Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press; without
        weights Borgatti, S. P. (1997). *Connections* 20(1), 35-38.
    Complexity
        O(Σ k(v)²) over degrees k, as a product of sparse matrices.
    """
    values: Mapping[str, float] = nx.effective_size(network.undirected, weight="weight")
    return values
