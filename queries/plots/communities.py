"""The communities of the network, on a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from ..influence import frames, graph, metrics
from .canvas import PALE, PALETTE, empty
from .labels import write_names

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from ...graph import Vocabulary
    from ..influence import Source


_CLEAR = 400  # links; more of them are drawn fainter


def plot_communities(
    source: Source,
    relations: Sequence[str] | None = None,
    *,
    named: int = 20,
    phase: str = "",
    at: str = "",
    title: str = "Communities",
    vocabulary: Vocabulary | None = None,
) -> Figure:
    """Draw the network with a colour for each of its largest communities.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations, phase, at, vocabulary
        Which statements count: see :func:`influence.select`. Who has no link is not drawn.
    named : int
        How many names are written: of those with most links.
    title : str
        Heading.

    Raises
    ------
    InputError
        If Matplotlib is missing, or a relation or a date is unknown.
    """
    nodes, edges = frames(source)
    chosen: dict[str, Any] = {"phase": phase, "at": at, "vocabulary": vocabulary}
    table = metrics((nodes, edges), relations, only=["degree", "community"], **chosen)
    links = graph(nodes, edges, relations, **chosen)
    network = nx.Graph(links.edges())
    network.remove_edges_from(list(nx.selfloop_edges(network)))
    network.remove_nodes_from(list(nx.isolates(network)))
    figure, axes = empty(9, 7, title)
    place = _layout(network, table["community"])
    for a, b in network.edges:
        axes.plot(
            *zip(place[a], place[b], strict=True),
            color=PALE, linewidth=0.7, zorder=1, alpha=min(1, _CLEAR / len(network.edges)),
        )  # fmt: skip
    shown = table.loc[sorted(network)]
    colours = [PALETTE[min(group, len(PALETTE) - 1)] for group in shown["community"]]
    sizes = 24 + 220 * shown["degree"] / (shown["degree"].max() if len(shown) else 1)
    axes.scatter(*_columns(place, shown.index.tolist()), c=colours, s=sizes, zorder=2, linewidths=0)
    axes.margins(0.12)
    first = shown.sort_values("degree", ascending=False, kind="stable").index[:named]
    names = ((str(shown.at[v, "name"]), *place[v]) for v in first)
    write_names(axes, names, [place[v] for v in network], gap=9)
    axes.axis("off")
    return figure


def _layout(network: nx.Graph[str], community: pd.Series[Any]) -> dict[str, tuple[float, float]]:
    """Return a seeded layout in which links inside a community pull more."""
    pulled: nx.Graph[str] = nx.Graph()
    pulled.add_nodes_from(sorted(network))
    pulled.add_edges_from(
        (a, b, {"weight": 1.0 if community[a] == community[b] else 0.5})
        for a, b in sorted(map(sorted, network.edges))
    )
    if not pulled:
        return {}
    found = nx.spring_layout(pulled, seed=1, iterations=120, k=3.5 / len(pulled) ** 0.5)
    return {v: (float(x), float(y)) for v, (x, y) in found.items()}


def _columns(
    place: dict[str, tuple[float, float]], ids: Sequence[str]
) -> tuple[list[float], list[float]]:
    return [place[v][0] for v in ids], [place[v][1] for v in ids]
