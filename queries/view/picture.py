"""What a page shows, as plain values: stakeholders, links between them, statements behind links."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ...errors import InputError
from ...graph import Vocabulary
from ..influence import Source, frames, metrics, select
from .text import clean, wrap

SIZES = ("degree", "in_degree", "out_degree", "pagerank", "betweenness")
SMALL = 60  # stakeholders, up to which every label has its room
_TEXTS = ("phase", "since", "until", "frequency", "condition")


@dataclass(frozen=True, slots=True)
class Node:
    """A stakeholder to draw; `metrics` maps a metric to its value, rank and radius in pixels."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    lines: tuple[str, ...]
    community: int
    metrics: Mapping[str, tuple[float, int, float]]


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between two stakeholders, with every statement that says so."""

    source: str
    relation: str
    target: str
    statements: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page shows, and how much there is: `total` stakeholders, the first by `size` kept."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    size: str
    total: int
    statements: int


def compose(
    source: Source,
    relations: Sequence[str] | None,
    *,
    phase: str,
    at: str,
    size: str,
    limit: int,
    vocabulary: Vocabulary,
) -> Picture:
    """Return the picture of chosen statements, with the `limit` stakeholders first by `size`."""
    if size not in SIZES:
        raise InputError(f"unknown size {size!r}", remedy=f"use one of {', '.join(SIZES)}")
    if limit < 1:
        raise InputError(f"a limit of {limit} shows nothing", remedy="use 1 or more")
    nodes, every = frames(source)
    edges = select(every, relations, phase=phase, at=at, vocabulary=vocabulary)
    table = metrics((nodes, edges), only=[*SIZES, "community"])
    kept = table.sort_values(f"{size}_rank", kind="stable").index[:limit]
    inside = edges[edges["source"].isin(kept) & edges["target"].isin(kept)]
    return Picture(
        nodes=tuple(_nodes(_records(table.join(nodes["aliases"])), sorted(kept))),
        links=tuple(_links(_records(inside))),
        size=size,
        total=len(nodes),
        statements=len(edges),
    )


def _records(frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {
        str(row): {str(name): value for name, value in facts.items()}
        for row, facts in frame.to_dict("index").items()
    }


def _nodes(table: Mapping[str, Mapping[str, Any]], kept: Sequence[str]) -> Iterator[Node]:
    most = {m: max((row[m] for row in table.values()), default=0) or 1 for m in SIZES}
    least = 9.0 if len(kept) <= SMALL else 5.0
    for id_ in kept:
        row = table[id_]
        name = clean(row["name"])
        yield Node(
            id=id_,
            name=name,
            kind=str(row["kind"]),
            aliases=tuple(clean(alias) for alias in row["aliases"]),
            lines=tuple(wrap(name)),
            community=row["community"],
            metrics={
                m: (round(row[m], 6), int(row[f"{m}_rank"]), _radius(row[m] / most[m], least))
                for m in SIZES
            },
        )


def _radius(share: float, least: float) -> float:
    # The area of a shape, not its radius, is what the eye compares.
    return round(least + 17 * math.sqrt(share), 1)


def _links(edges: Mapping[str, Mapping[str, Any]]) -> Iterator[Link]:
    said: dict[tuple[str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in edges.values():
        said[row["source"], row["target"], row["relation"]].append(_statement(row))
    for (source, target, relation), statements in sorted(said.items(), key=lambda link: link[0]):
        yield Link(source, relation, target, tuple(statements))


def _statement(row: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {"quote": clean(row["quote"]), "document": clean(row["document"])}
    said |= {name: clean(row[name]) for name in _TEXTS if row[name]}
    if row["locator"]:
        said["place"] = clean(row["locator"])
    elif row["start"] >= 0:
        said["offsets"] = [int(row["start"]), int(row["end"])]
    if len(row["jointly_with"]):
        said["jointly_with"] = [clean(name) for name in row["jointly_with"]]
    if row["confidence"] < 1:
        said["confidence"] = round(row["confidence"], 2)
    return said | {"by": clean(row["asserted_by"]), "review": clean(row["review"])}
