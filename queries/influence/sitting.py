"""Who sits with whom: the network of bodies and members, seen from either side."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...graph import Vocabulary
from .selection import Source, frames, select

SEATS = ("CHAIRS", "CO_CHAIRS", "PARTICIPATES_IN")
"""The relations that give a seat."""


def sitting_together(
    source: Source,
    relations: Sequence[str] = SEATS,
    *,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return the pairs of stakeholders that sit on the same bodies.

    The one-mode projection of the bipartite network of members and bodies (Breiger 1974), with
    the number of shared bodies as weight.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations : sequence of str
        Those that give a seat; :data:`SEATS` by default.
    phase, at, vocabulary
        Which statements count: see :func:`select`.

    Returns
    -------
    DataFrame
        Columns ``a``, ``a_name``, ``b``, ``b_name`` (a before b by id), ``shared`` (a number) and
        ``through`` (the names of the bodies, sorted). Most shared first, then by ids.

    References
    ----------
    Breiger, R. L. (1974). The duality of persons and groups. *Social Forces* 53(2), 181-190.
    Complexity O(Σ s²) over the seats s of each body.
    """
    seats = _seats(source, relations, phase, at, vocabulary)
    return _pairs(seats, "source", "target")


def interlocks(
    source: Source,
    relations: Sequence[str] = SEATS,
    *,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return the pairs of bodies that share members: interlocks.

    The other projection of :func:`sitting_together`; the same parameters and columns, where a and
    b are bodies and ``through`` names the members they share.

    References
    ----------
    Mizruchi, M. S. (1996). What do interlocks do? *Annual Review of Sociology* 22, 271-298.
    """
    seats = _seats(source, relations, phase, at, vocabulary)
    return _pairs(seats, "target", "source")


def _seats(
    source: Source,
    relations: Sequence[str],
    phase: str,
    at: str,
    vocabulary: Vocabulary | None,
) -> pd.DataFrame:
    """Return each seat once: columns ``source`` and ``target``, and their names."""
    nodes, edges = frames(source)
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    seats = kept[["source", "target"]].drop_duplicates()
    names = {f"{side}_name": seats[side].map(nodes["name"]) for side in seats.columns}
    return seats.assign(**names)


def _pairs(seats: pd.DataFrame, ends: str, through: str) -> pd.DataFrame:
    """Return the pairs of those on one side of a seat that share any on the other side."""
    columns = {ends: "end", f"{ends}_name": "name", through: "by", f"{through}_name": "through"}
    named = seats.rename(columns=columns)
    both = named.merge(named, on=["by", "through"], suffixes=("_a", "_b"))
    apart = both[both["end_a"] < both["end_b"]].sort_values(["through", "by"])
    pairs = apart.groupby(["end_a", "name_a", "end_b", "name_b"])["through"]
    table = pairs.agg(["size", list]).reset_index()
    table.columns = pd.Index(["a", "a_name", "b", "b_name", "shared", "through"])
    return table.sort_values("shared", ascending=False, kind="stable", ignore_index=True)
