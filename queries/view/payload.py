"""What a page holds, as its scripts read it: pieces of the network, in plain values.

A *piece* is some stakeholders and the relations between them. A page from a file holds one piece,
the whole; a page that is served asks for others as its reader expands (``assets/source.js``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from .picture import Link, Node, Picture, Said

Spot = tuple[float, float]


class PartyData(TypedDict):
    """Who is accountable.

    `name` is there only where the page does not hold the stakeholder; `outcome`, ``derived`` or
    ``conflicting``, where it is not stated; `limit` is a phase, time or case. What is derived
    follows from a `chain` of relations, by the ids of their ends: ``source RELATION target``; who
    is accountable by a `rule`.
    """

    id: str
    name: NotRequired[str]
    outcome: NotRequired[str]
    limit: NotRequired[str]
    chain: NotRequired[Sequence[str]]
    rule: NotRequired[str]


class LetterData(PartyData):
    """Who has a letter of the RACI matrix."""

    letter: str


class DutyData(TypedDict):
    """Who is accountable for a project or body, and the letters of a project.

    `more` counts those with a letter that `raci` leaves out.
    """

    outcome: str
    parties: Sequence[PartyData]
    raci: Sequence[LetterData]
    more: NotRequired[Mapping[str, int]]


class NodeData(TypedDict):
    """A stakeholder.

    `metrics` maps the name of a metric to value and rank (None where it is not known). `spots`
    maps a view, ``top`` or ``all``, to a position in pixels; without one the page finds a free
    place beside what it is linked with. `neighbours` counts the other stakeholders it is linked
    with in the store, where the page holds only some. `duty` is of projects and bodies.
    """

    id: str
    name: str
    kind: str
    aliases: NotRequired[Sequence[str]]
    lines: NotRequired[Sequence[str]]
    metrics: NotRequired[Mapping[str, tuple[float, int | None]]]
    community: NotRequired[int]
    spots: NotRequired[Mapping[str, Spot]]
    neighbours: NotRequired[int]
    duty: NotRequired[DutyData]


class EdgeData(TypedDict):
    """One relation between two stakeholders, by their ids, with every statement that says so."""

    source: str
    relation: str
    target: str
    statements: Sequence[Said]


class Piece(TypedDict):
    """Some stakeholders, and the relations between them."""

    nodes: list[NodeData]
    edges: list[EdgeData]


class DutyPiece(Piece):
    """Who is accountable for one, with those named as far as the page does not hold them."""

    duty: DutyData


class Facts(TypedDict):
    """What a page knows beside the network.

    `size` is the metric that sizes a stakeholder at first, of `sizes`; `most` their largest values.
    `views` are what can be shown, the first of them at first: ``top`` (the `limit` first),
    ``groups`` (one node for each community), ``all`` or ``start`` (those of `start`). `total` and
    `statements` count the whole store. `server` is the address that is asked for more, empty where
    the page holds everything.
    """

    title: str
    language: str
    size: str
    sizes: Sequence[str]
    most: Mapping[str, float]
    least: float
    limit: int
    views: Sequence[str]
    total: int
    statements: int
    legend: Mapping[str, list[dict[str, Any]]]
    server: str
    start: NotRequired[Sequence[str]]


Spots = Mapping[str, Mapping[str, Spot]]


def piece(picture: Picture, spots: Spots | None = None) -> Piece:
    """Return a picture as its page holds it; `spots` maps a view to the positions in it."""
    return {
        "nodes": [node_data(node, spots or {}) for node in picture.nodes],
        "edges": list(edge_data(picture.links)),
    }


def node_data(node: Node, spots: Spots) -> NodeData:
    """Return a stakeholder, without what is empty."""
    data: NodeData = {"id": node.id, "name": node.name, "kind": node.kind}
    if node.aliases:
        data["aliases"] = node.aliases
    if node.lines != (node.name,):
        data["lines"] = node.lines
    if node.metrics:
        data["metrics"] = node.metrics
    if node.community is not None:
        data["community"] = node.community
    if node.neighbours is not None:
        data["neighbours"] = node.neighbours
    places = {view: places[node.id] for view, places in spots.items() if node.id in places}
    if places:
        data["spots"] = places
    return data


def edge_data(links: Iterable[Link]) -> Iterable[EdgeData]:
    """Yield relations with their statements."""
    for link in links:
        yield {
            "source": link.source,
            "relation": link.relation,
            "target": link.target,
            "statements": link.statements,
        }
