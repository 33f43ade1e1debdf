"""Structural equivalence: who stands in the same place of the network."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
import pandas as pd

from ...graph import Vocabulary
from .network import network
from .selection import Source, frames, select


def equivalence(
    source: Source,
    relations: Sequence[str] | None = None,
    *,
    at_least: float = 0.5,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return the pairs of stakeholders that hold the same for the same others.

    Two are structurally equivalent if each has the links of the other, in both directions; how
    near they come is the Jaccard index of their links, ``|A ∩ B| / |A ∪ B|``, where a link is the
    other end and its direction. 1 is full equivalence: either could stand in for the other.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations, phase, at, vocabulary
        Which statements count: see :func:`select`.
    at_least : float
        The least index of a pair that is returned, above 0.

    Returns
    -------
    DataFrame
        Columns ``a``, ``a_name``, ``b``, ``b_name`` (a before b by id), ``shared`` (links in
        common) and ``similarity``, from 1 down, then by ids.

    References
    ----------
    Lorrain, F. & White, H. C. (1971). Structural equivalence of individuals in social networks.
    *Journal of Mathematical Sociology* 1(1), 49-80. Complexity O(Σ k²), as a sparse product.
    """
    nodes, edges = frames(source)
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    directed = network(nodes, kept).directed
    ids = np.array(list(directed), dtype=object)
    columns = ["a", "a_name", "b", "b_name", "shared", "similarity"]
    if not directed.number_of_edges():
        return pd.DataFrame(columns=columns)
    links = nx.to_scipy_sparse_array(directed, dtype=np.dtype(float), weight=None)
    both = links @ links.T + links.T @ links
    size = both.diagonal()
    pairs = both.tocoo()
    above = pairs.row < pairs.col
    a, b, shared = pairs.row[above], pairs.col[above], pairs.data[above]
    similarity = shared / (size[a] + size[b] - shared)
    near = similarity >= max(at_least, np.finfo(float).tiny)
    names = nodes["name"]
    table = pd.DataFrame({"a": ids[a[near]], "b": ids[b[near]]})
    table = table.assign(
        a_name=table["a"].map(names),
        b_name=table["b"].map(names),
        shared=shared[near].astype("int64"),
        similarity=similarity[near],
    )
    return table[columns].sort_values(
        ["similarity", "a", "b"], ascending=[False, True, True], ignore_index=True
    )
