"""Stability: how far a rank rests on doubtful statements, and how it changes between dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ...errors import InputError
from .selection import Source, frames
from .table import METRICS, metrics


def stability(
    source: Source,
    metric: str = "pagerank",
    relations: Sequence[str] | None = None,
    *,
    runs: int = 100,
    seed: int = 0,
    **choices: Any,
) -> pd.DataFrame:
    """Return how the ranks by a metric vary when doubtful statements are left out.

    In each run every statement is kept with its confidence as probability, and the metric is taken
    anew: a statement that is sure stays, one read with confidence 0.3 is in three runs of ten.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    metric : str
        One of :data:`METRICS` that ranks.
    relations, **choices
        Which statements count, and how: those of :func:`metrics`.
    runs : int
        Number of runs, at least 1.
    seed : int
        Of the choices.

    Returns
    -------
    DataFrame
        Index ``id``, columns ``name``, ``kind``, the metric and ``rank`` with all statements, then
        over the runs ``rank_low`` and ``rank_high`` (5th and 95th percentile) and ``first_ten``
        (share of runs in which it is among the first ten). Ranks are ``Int64``. Sorted by
        rank, then id.

    Raises
    ------
    InputError
        If the metric is unknown or does not rank, or `runs` is less than 1.

    References
    ----------
    Efron, B. & Tibshirani, R. (1993). *An Introduction to the Bootstrap*; on networks with doubtful
    links Borgatti, S. P., Carley, K. M. & Krackhardt, D. (2006). On the robustness of centrality
    measures under conditions of imperfect data. *Social Networks* 28(2), 124-136.
    """
    if runs < 1:
        raise InputError(f"{runs} runs are none", remedy="use at least 1")
    nodes, edges = frames(source)
    stated = _ranked((nodes, edges), metric, relations, seed, choices)
    random = np.random.default_rng(seed)
    sure = edges["confidence"].to_numpy(dtype=float)
    drawn = [
        _ranked((nodes, edges[random.random(len(edges)) < sure]), metric, relations, seed, choices)
        for _ in range(runs)
    ]
    ranks = pd.concat([table[f"{metric}_rank"].astype("float64") for table in drawn], axis=1)
    result = stated[["name", "kind", metric]].copy()
    result["rank"] = stated[f"{metric}_rank"]
    result["rank_low"] = _whole(ranks.quantile(0.05, axis=1, interpolation="lower"))
    result["rank_high"] = _whole(ranks.quantile(0.95, axis=1, interpolation="higher"))
    result["first_ten"] = (ranks <= 10).mean(axis=1).reindex(result.index)
    return result


def _whole(ranks: pd.Series[Any]) -> pd.Series[Any]:
    """Return ranks as whole numbers, none where there is none in any run."""
    return ranks.astype("Int64")


def change(
    source: Source,
    before: str,
    after: str,
    metric: str = "pagerank",
    relations: Sequence[str] | None = None,
    *,
    seed: int = 0,
    **choices: Any,
) -> pd.DataFrame:
    """Return how a metric changes between two dates.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    before, after : str
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
    metric, relations, seed, **choices
        As for :func:`stability`.

    Returns
    -------
    DataFrame
        Index ``id``, columns ``name``, ``before``, ``after`` (values), ``difference``,
        ``rank_before``, ``rank_after`` (``Int64``). The greatest difference first, whichever
        way, then by id.

    Raises
    ------
    InputError
        If the metric is unknown or does not rank, or a date is none.
    """
    tables = [
        _ranked(source, metric, relations, seed, {**choices, "at": at}) for at in (before, after)
    ]
    old, new = (table.sort_index() for table in tables)
    result = pd.DataFrame({"name": old["name"], "before": old[metric], "after": new[metric]})
    result["difference"] = result["after"] - result["before"]
    result["rank_before"], result["rank_after"] = old[f"{metric}_rank"], new[f"{metric}_rank"]
    return result.sort_values("difference", key=lambda d: -d.abs(), kind="stable")


def _ranked(
    source: Source,
    metric: str,
    relations: Sequence[str] | None,
    seed: int,
    choices: dict[str, Any],
) -> pd.DataFrame:
    table = metrics(source, relations, only=[metric], seed=seed, **choices)
    if not METRICS[metric].first:
        raise InputError(f"{metric!r} does not rank", remedy="use another metric")
    return table
