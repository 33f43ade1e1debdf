"""Metric against metric: who is strong in one and weak in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import InputError
from .canvas import INK, add_kinds, colour_of, empty
from .labels import write_names

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def plot_metrics(
    table: pd.DataFrame,
    x: str = "betweenness",
    y: str = "pagerank",
    *,
    named: int = 15,
    title: str = "",
) -> Figure:
    """Draw every stakeholder by two metrics, with the names of those first in either.

    Parameters
    ----------
    table : DataFrame
        What :func:`influence.metrics` returns.
    x, y : str
        Two metrics of the table.
    named : int
        At most so many names; one that would cover another is left out.
    title : str
        Heading; the two metrics by default.

    Raises
    ------
    InputError
        If the table lacks a metric, or Matplotlib is missing.
    """
    for metric in (x, y):
        if metric not in table:
            raise InputError(f"the table has no metric {metric!r}", remedy="measure it first")
    shown = table.dropna(subset=[x, y])
    heads = [name.replace("_", " ") for name in (x, y)]
    figure, axes = empty(8, 6, title or f"{heads[1]} against {heads[0]}")
    kinds = list(shown["kind"])
    axes.scatter(
        shown[x].astype(float),
        shown[y].astype(float),
        c=[colour_of(kind) for kind in kinds],
        s=36,
        alpha=0.8,
        linewidths=0,
    )
    axes.set_xlabel(heads[0], color=INK)
    axes.set_ylabel(heads[1], color=INK)
    axes.margins(0.1)
    add_kinds(axes, kinds)
    best = shown[[f"{x}_rank", f"{y}_rank"]].astype(float).min(axis=1)
    first = shown.loc[best.sort_values(kind="stable").index[:named]]
    write_names(
        axes,
        zip(first["name"], first[x].astype(float), first[y].astype(float), strict=True),
        list(zip(shown[x].astype(float), shown[y].astype(float), strict=True)),
    )
    return figure
