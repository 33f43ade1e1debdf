"""Brokerage roles: between which groups a stakeholder mediates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from ...errors import InputError
from ...graph import Vocabulary, load_vocabulary
from .network import network
from .selection import Source, frames, select

if TYPE_CHECKING:
    from .network import DiGraph


ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")


def brokerage(
    source: Source,
    relations: Sequence[str] | None = None,
    *,
    by: str | Mapping[str, str] = "kind",
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Count the Gould-Fernandez brokerage roles of every stakeholder.

    A broker v stands on a path a → v → b where a has no link to b. Its role follows from the
    groups of the three: *coordinator* (all in one), *gatekeeper* (b and v in one: it lets a in),
    *representative* (a and v in one: it speaks for them), *consultant* (a and b in one, v in
    another; also called itinerant broker), *liaison* (all in different ones).

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    relations, phase, at, vocabulary
        Which statements count: see :func:`select`.
    by : {"kind", "organization"} or mapping
        The group of each stakeholder: its kind; the outermost stakeholder it is part of; or any
        mapping from ids. One that has no group is one of its own.

    Returns
    -------
    DataFrame
        Index ``id``, columns ``name``, ``group``, the five roles and ``total``: numbers of pairs
        (a, b). Sorted by falling total, then id.

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage
    in transaction networks. *Sociological Methodology* 19, 89-126. Complexity O(Σ k_in k_out).
    """
    nodes, edges = frames(source)
    kept = select(edges, relations, phase=phase, at=at, vocabulary=vocabulary)
    directed = network(nodes, kept).directed
    group = _groups(nodes, edges, by)
    counts = {v: Counter(_roles(directed, v, group)) for v in directed}
    table = pd.DataFrame(
        [[counts[v][role] for role in ROLES] for v in nodes.index],
        index=nodes.index,
        columns=list(ROLES),
    )
    table.insert(0, "name", nodes["name"])
    table.insert(1, "group", [group[v] for v in nodes.index])
    table["total"] = table[list(ROLES)].sum(axis=1)
    return table.sort_values("total", ascending=False, kind="stable")


def _roles(directed: DiGraph, v: str, group: Mapping[str, str]) -> Iterator[str]:
    for a in directed.predecessors(v):
        reached = directed[a]
        for b in directed.successors(v):
            if a != b and b not in reached:
                yield _role(group[a], group[v], group[b])


def _role(a: str, v: str, b: str) -> str:
    if a == b:
        return "coordinator" if v == a else "consultant"
    if v == b:
        return "gatekeeper"
    return "representative" if v == a else "liaison"


def _groups(
    nodes: pd.DataFrame, edges: pd.DataFrame, by: str | Mapping[str, str]
) -> Mapping[str, str]:
    if isinstance(by, str) and by not in ("kind", "organization"):
        raise InputError(f"unknown grouping {by!r}", remedy="use kind, organization or a mapping")
    if by == "kind":
        known: Mapping[str, str] = dict(nodes["kind"])
    elif by == "organization":
        known = _outermost(edges)
    else:
        known = by if not isinstance(by, str) else {}
    return {v: known.get(v) or v for v in nodes.index}


def _outermost(edges: pd.DataFrame) -> dict[str, str]:
    """Return for each part the stakeholder at the end of its chain of wholes, the least of each."""
    parts = edges[edges["relation"] == load_vocabulary().containment].sort_values("target")
    whole = dict(parts.drop_duplicates("source").set_index("source")["target"])
    outermost = {}
    for part, first in whole.items():
        end, seen = first, {part}
        while end in whole and end not in seen:
            seen.add(end)
            end = whole[end]
        outermost[part] = end
    return outermost | {end: end for end in outermost.values()}
