"""All metrics side by side: one row per stakeholder, one column per metric."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx
import pandas as pd

from ...errors import InputError
from ...graph import Vocabulary
from . import centrality, cohesion, communities, degree, holes, prestige
from .network import Network, network
from .selection import Source, frames, select


@dataclass(frozen=True, slots=True)
class Metric:
    """A column of :func:`metrics`.

    Attributes
    ----------
    measure : callable
        Network → value by stakeholder id. Its docstring defines the metric.
    first : {"highest", "lowest", ""}
        Which value has rank 1; empty for numbers that only name a group.
    whole : bool
        Whether values are whole numbers.
    """

    measure: Callable[[Network], Mapping[str, float]]
    first: Literal["highest", "lowest", ""] = "highest"
    whole: bool = False


METRICS: Mapping[str, Metric] = {
    "degree": Metric(degree.degree, whole=True),
    "in_degree": Metric(degree.in_degree, whole=True),
    "out_degree": Metric(degree.out_degree, whole=True),
    "strength": Metric(degree.strength, whole=True),
    "betweenness": Metric(centrality.betweenness),
    "closeness": Metric(centrality.closeness),
    "harmonic": Metric(centrality.harmonic),
    "pagerank": Metric(prestige.pagerank),
    "eigenvector": Metric(prestige.eigenvector),
    "katz": Metric(prestige.katz),
    "hubs": Metric(prestige.hubs),
    "authorities": Metric(prestige.authorities),
    "core": Metric(cohesion.core, whole=True),
    "clustering": Metric(cohesion.clustering),
    "articulation": Metric(cohesion.articulation, whole=True),
    "constraint": Metric(holes.constraint, first="lowest"),
    "effective_size": Metric(holes.effective_size),
    "community": Metric(communities.community, first="", whole=True),
}


def metrics(
    source: Source,
    relations: Sequence[str] | None = None,
    *,
    phase: str = "",
    at: str = "",
    only: Sequence[str] | None = None,
    weighted: bool = False,
    reverse: bool = False,
    both_ways: bool = False,
    exact_up_to: int = 20_000,
    sample: int = 500,
    seed: int = 0,
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Measure the influence of every stakeholder.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations, phase, at, vocabulary
        Which statements count: see :func:`select`.
    only : sequence of str, optional
        The metrics wanted, from :data:`METRICS`; all when left out.
    weighted : bool
        Whether several statements between the same two stakeholders count as weight; once by
        default, whatever their relations.
    reverse : bool
        Whether every relation is read from its target, so that rank goes to those who hold a duty.
    both_ways : bool
        Whether shortest paths run whichever way links run (betweenness, closeness, harmonic), as
        in an undirected network; along the relations by default.
    exact_up_to, sample : int
        Above so many stakeholders, what goes by shortest paths (betweenness, closeness, harmonic
        centrality) is estimated from `sample` sources.
    seed : int
        Of the sample and of the communities.

    Returns
    -------
    DataFrame
        Index ``id``, columns ``name``, ``kind``, then the metrics (the keys of :data:`METRICS`,
        each documented at its function), then ``<metric>_rank`` for each but ``community`` (1 is
        first, equals share a rank, none for NaN). Names and kinds are ``str``, numbers of links or
        statements, ``core``, ``articulation`` and ``community`` ``int64``, other metrics
        ``float64``, ranks ``Int64`` (``<NA>`` for NaN). Sorted by falling PageRank, then id
        (without PageRank, by the rank of the first metric). The parameters, the numbers of
        ``stakeholders``, ``links`` and ``components`` (weakly connected), and
        ``sample`` (sources that shortest paths were taken from; 0: all) are in ``attrs``.

    Raises
    ------
    VocabularyError, InputError
        If a relation, a date or a metric is unknown.
    """
    wanted = _chosen(only)
    nodes, edges = frames(source)
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    pivots = min(sample, len(nodes)) if len(nodes) > exact_up_to else 0
    layer = network(
        nodes,
        kept,
        weighted=weighted,
        reverse=reverse,
        seed=seed,
        sample=pivots,
        both_ways=both_ways,
    )
    table = _sort(_rank(_measure(nodes, layer, wanted), wanted), wanted)
    table.attrs = {
        "relations": sorted(set(kept["relation"])),
        "phase": phase,
        "at": at,
        "weighted": weighted,
        "reverse": reverse,
        "both_ways": both_ways,
        "seed": seed,
        "sample": pivots,
        "stakeholders": len(layer.directed),
        "links": layer.directed.number_of_edges(),
        "components": nx.number_connected_components(layer.undirected),
    }
    return table


def _chosen(only: Sequence[str] | None) -> Mapping[str, Metric]:
    if only is None:
        return METRICS
    unknown = [name for name in only if name not in METRICS]
    if unknown:
        known = ", ".join(METRICS)
        raise InputError(f"unknown metric {unknown[0]!r}", remedy=f"use one of {known}")
    return {name: METRICS[name] for name in only}


def _measure(nodes: pd.DataFrame, network: Network, wanted: Mapping[str, Metric]) -> pd.DataFrame:
    table = nodes[["name", "kind"]].copy()
    table.index.name = "id"
    for name, metric in wanted.items():
        values = metric.measure(network) if len(nodes) else {}
        column = pd.Series(values, index=table.index, dtype="float64")
        table[name] = column.astype("int64") if metric.whole else column
    return table


def _rank(table: pd.DataFrame, wanted: Mapping[str, Metric]) -> pd.DataFrame:
    for name, metric in wanted.items():
        if metric.first:
            # Beyond nine digits iterative metrics differ by chance: such equals share a rank.
            values = (table[name] / (table[name].max() or 1)).round(9)
            ranks = values.rank(method="min", ascending=metric.first == "lowest")
            table[f"{name}_rank"] = ranks.astype("Int64")
    return table


def _sort(table: pd.DataFrame, wanted: Mapping[str, Metric]) -> pd.DataFrame:
    by = next((n for n in ("pagerank", *wanted) if n in wanted and wanted[n].first), "")
    if not by:
        return table
    return table.sort_values(f"{by}_rank", kind="stable")
