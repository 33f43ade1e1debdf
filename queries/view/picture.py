"""What a page shows, as plain values: stakeholders, links between them, statements behind links."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict

import pandas as pd

from ...errors import InputError
from ...graph import Vocabulary
from ..influence import Source, frames, metrics, select
from .text import clean, wrap

SIZES = ("degree", "in_degree", "out_degree", "pagerank", "betweenness")
SMALL = 60  # stakeholders, up to which every label has its room
MOST = 3_000  # stakeholders that one page holds
_TELLING = 0.3  # of all links, that run among the first
_WORTH = 3  # communities, of as many members, that are worth a view
_TEXTS = ("phase", "since", "until", "frequency", "condition")


class Said(TypedDict):
    """What one statement says: its quote and where it stands, without what is empty."""

    quote: str
    document: str
    phase: NotRequired[str]
    since: NotRequired[str]
    until: NotRequired[str]
    frequency: NotRequired[str]
    condition: NotRequired[str]
    place: NotRequired[str]
    offsets: NotRequired[tuple[int, int]]
    jointly_with: NotRequired[list[str]]
    confidence: NotRequired[float]
    review: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Node:
    """A stakeholder to draw.

    `metrics` maps a metric to its value and rank; `neighbours` counts those it is linked with in
    the store, where the page does not hold all of them.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    lines: tuple[str, ...]
    community: int | None
    metrics: Mapping[str, tuple[float, int]]
    neighbours: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between two stakeholders, with every statement that says so."""

    source: str
    relation: str
    target: str
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page holds, and how much there is.

    `first` are the ids it opens with, in order, and `most` the largest value of each metric.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    size: str
    first: tuple[str, ...]
    most: Mapping[str, float]
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
    """Return the picture of chosen statements: up to `MOST` stakeholders, the first by `size`."""
    if size not in SIZES:
        raise InputError(f"unknown size {size!r}", remedy=f"use one of {', '.join(SIZES)}")
    if limit < 1:
        raise InputError(f"a limit of {limit} shows nothing", remedy="use 1 or more")
    nodes, every = frames(source)
    edges = select(every, relations, phase=phase, at=at, vocabulary=vocabulary)
    table = metrics((nodes, edges), only=[*SIZES, "community"])
    kept = table.sort_values(f"{size}_rank", kind="stable").index[:MOST]
    inside = edges[edges["source"].isin(kept) & edges["target"].isin(kept)]
    rows = _records(table.join(nodes["aliases"]))
    return Picture(
        nodes=tuple(_node(id_, rows[id_]) for id_ in sorted(kept)),
        links=tuple(links(_records(inside).values())),
        size=size,
        first=tuple(kept[:limit]),
        most={m: round(float(table[m].max()), 6) if len(table) else 0 for m in SIZES},
        total=len(nodes),
        statements=len(edges),
    )


def views(picture: Picture) -> list[str]:
    """Return what a page can show, first what tells most: ``all``, ``top``, ``groups``.

    The first by a metric tell most where a good part of all links runs among them; in a large
    network few do, and its communities tell more.
    """
    if len(picture.first) == len(picture.nodes):
        return ["all"]
    sizes = Counter(node.community for node in picture.nodes)
    few = sum(members >= _WORTH for members in sizes.values()) < _WORTH
    if few or len(picture.nodes) <= SMALL:
        return ["top", "all"]
    first = set(picture.first)
    inside = sum(link.source in first and link.target in first for link in picture.links)
    telling = inside >= _TELLING * len(picture.links)
    return ["top", "groups", "all"] if telling else ["groups", "top", "all"]


def least(picture: Picture) -> float:
    """Return the radius of the smallest shape, in pixels."""
    return 9.0 if len(picture.first) <= SMALL else 5.0


def radius(picture: Picture, node: Node) -> float:
    """Return the radius of a shape in pixels, as the page draws it (``assets/graph.js``)."""
    value, _ = node.metrics[picture.size]
    # The area of a shape, not its radius, is what the eye compares.
    return least(picture) + 17 * math.sqrt(value / (picture.most[picture.size] or 1))


def _records(frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {
        str(row): {str(name): value for name, value in facts.items()}
        for row, facts in frame.to_dict("index").items()
    }


def _node(id_: str, row: Mapping[str, Any]) -> Node:
    name = clean(row["name"])
    return Node(
        id=id_,
        name=name,
        kind=str(row["kind"]),
        aliases=tuple(clean(alias) for alias in row["aliases"]),
        lines=tuple(wrap(name)),
        community=row["community"],
        metrics={m: (round(row[m], 6), int(row[f"{m}_rank"])) for m in SIZES},
    )


def links(statements: Iterable[Mapping[str, Any]]) -> Iterator[Link]:
    """Yield the links that statements make; `source` and `target` are ids."""
    said: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for row in statements:
        said[row["source"], row["target"], row["relation"]].append(_said(row))
    for (source, target, relation), each in sorted(said.items(), key=lambda link: link[0]):
        yield Link(source, relation, target, tuple(each))


def _said(row: Mapping[str, Any]) -> Said:
    said: Said = {"quote": clean(row["quote"]), "document": clean(row["document"])}
    for name in _TEXTS:
        if row[name]:
            said[name] = clean(row[name])  # type: ignore[literal-required]
    if row["locator"]:
        said["place"] = clean(row["locator"])
    elif row["start"] >= 0:
        said["offsets"] = (int(row["start"]), int(row["end"]))
    if len(row["jointly_with"]):
        said["jointly_with"] = [clean(name) for name in row["jointly_with"]]
    if row["confidence"] < 1:
        said["confidence"] = round(row["confidence"], 2)
    if row["review"] != "proposed":
        said["review"] = clean(row["review"])
    return said
