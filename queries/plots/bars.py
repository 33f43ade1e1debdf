"""Ranked bars: the first by a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import InputError
from .canvas import INK, add_kinds, colour_of, empty, name_of

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def plot_ranks(
    table: pd.DataFrame, metric: str = "pagerank", *, top: int = 15, title: str = ""
) -> Figure:
    """Draw the first stakeholders by a metric as bars, the first on top.

    Where the table has ``rank_low`` and ``rank_high``, as :func:`influence.stability` gives them,
    they stand behind each value.

    Parameters
    ----------
    table : DataFrame
        What :func:`influence.metrics` or :func:`influence.stability` returns.
    metric : str
        A column of the table that is a metric.
    top : int
        How many bars.
    title : str
        Heading; the metric by default.

    Raises
    ------
    InputError
        If the table has no such column, or Matplotlib is missing.
    """
    if metric not in table:
        raise InputError(f"the table has no metric {metric!r}", remedy="measure it first")
    rank = f"{metric}_rank" if f"{metric}_rank" in table else "rank"
    shown = table.dropna(subset=[metric]).sort_values(rank, kind="stable").head(top)
    figure, axes = empty(8, 0.9 + 0.32 * max(len(shown), 1), title or metric.replace("_", " "))
    kinds = list(shown["kind"]) if "kind" in shown else []
    colours = [colour_of(kind) for kind in kinds] or INK
    bars = axes.barh(range(len(shown)), shown[metric].astype(float), color=colours)
    axes.bar_label(bars, labels=_labels(shown, metric), padding=3, fontsize=8, color=INK)
    axes.set_yticks(range(len(shown)), [name_of(name) for name in shown["name"]])
    axes.invert_yaxis()
    axes.margins(x=0.3 if "rank_low" in shown else 0.15)
    add_kinds(axes, kinds)
    return figure


def _labels(shown: pd.DataFrame, metric: str) -> list[str]:
    values = [f"{value:.3g}" for value in shown[metric].astype(float)]
    if "rank_low" not in shown:
        return values
    bounds = zip(values, shown["rank_low"], shown["rank_high"], strict=True)
    return [
        f"{value}  rank {low}" if low == high else f"{value}  rank {low}–{high}"
        for value, low, high in bounds
    ]
