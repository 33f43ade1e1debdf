"""Bodies and their members, on two sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import networkx as nx

from ..influence import SEATS, frames, select
from .canvas import INK, PALE, PALETTE, colour_of, empty, name_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ...graph import Vocabulary
    from ..influence import Source

_CHAIRS = frozenset({"CHAIRS", "CO_CHAIRS"})


def plot_bodies(
    source: Source,
    relations: Sequence[str] = SEATS,
    *,
    most: int = 40,
    phase: str = "",
    at: str = "",
    title: str = "Who sits where",
    vocabulary: Vocabulary | None = None,
) -> Figure:
    """Draw members on the left, bodies on the right, and a line for each seat: orange for a chair.

    Both sides are ordered so that few lines cross: by the mean place of what each is linked to.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations, phase, at, vocabulary
        Which statements give a seat, in grey where they are not of a chair: those of
        :data:`influence.SEATS` by default, others as in :func:`influence.sitting_together`.
    most : int
        At most so many members, those with most seats.
    title : str
        Heading.

    Raises
    ------
    InputError
        If Matplotlib is missing.
    """
    nodes, edges = frames(source)
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    seats = kept[kept["source"] != kept["target"]].drop_duplicates(["source", "relation", "target"])
    counts = seats["source"].value_counts().sort_index()
    members = counts.sort_values(ascending=False, kind="stable").index[:most]
    seats = seats[seats["source"].isin(members)]
    left, right = _untangle(seats["source"].tolist(), seats["target"].tolist())
    figure, axes = empty(9, 1 + 0.28 * max(len(left), len(right), 1), title)
    names, kinds = dict(nodes["name"]), dict(nodes["kind"])
    heights = {0: _spread(left), 1: _spread(right)}
    for member, relation, body in seats[["source", "relation", "target"]].itertuples(index=False):
        leads = relation in _CHAIRS
        axes.plot(
            [0, 1], [heights[0][member], heights[1][body]],
            color=PALETTE[5] if leads else PALE, linewidth=1.6 if leads else 0.9, zorder=1 + leads,
        )  # fmt: skip
    for x, side in heights.items():
        colours = [colour_of(kinds[v]) for v in side]
        axes.scatter([x] * len(side), list(side.values()), c=colours, s=40, zorder=3)
        for v, y in side.items():
            axes.annotate(
                name_of(names[v]), (x, y), xytext=(8 if x else -8, 0),
                textcoords="offset points", ha="left" if x else "right", va="center",
                fontsize=8, color=INK,
            )  # fmt: skip
    axes.set_xlim(-1.1, 2.1)
    axes.axis("off")
    return figure


def _spread(side: Sequence[str]) -> dict[str, float]:
    """Return a height from 0 down to -1 for each."""
    step = 1 / max(len(side) - 1, 1)
    return {v: -i * step for i, v in enumerate(side)}


def _untangle(sources: Sequence[str], targets: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return both sides ordered by the mean place of what each is linked to (Sugiyama 1981)."""
    seats: nx.Graph[tuple[int, str]] = nx.Graph()
    seats.add_edges_from(((0, a), (1, b)) for a, b in zip(sources, targets, strict=True))
    sides = [sorted(v for v in seats if v[0] == side) for side in (0, 1)]
    for turn in range(8):
        other = {v: i for i, v in enumerate(sides[1 - turn % 2])}
        mean = {v: sum(other[u] for u in seats[v]) / len(seats[v]) for v in sides[turn % 2]}
        sides[turn % 2] = sorted(sorted(mean), key=mean.__getitem__)
    return [v for _, v in sides[0]], [v for _, v in sides[1]]
