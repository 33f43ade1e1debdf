"""Where each stakeholder of a large network stands: communities side by side, members within."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np

from .layout import Array, Box, separate

_GAP = 46.0  # pixels between two communities
_PULL = 0.02  # of the way to the middle, in each round
_ASPECT = 1.15  # width / height of the stage on a common screen

Pairs = Iterable[tuple[str, str]]


def arrange_clusters(
    boxes: Mapping[str, Box],
    pairs: Pairs,
    communities: Mapping[str, int],
    room: float = 5.0,
) -> dict[str, tuple[float, float]]:
    """Return a position for each stakeholder, in pixels, with each community in a disc of its own.

    Members are laid out by seeded Fruchterman & Reingold (1991, *Software: Practice and
    Experience* 21(11)) and freed of overlaps; then the discs, by the links between communities,
    and pressed together until they touch. Cost: the square of the largest community.

    Parameters
    ----------
    boxes : mapping
        Id → the room that a shape takes around the position: left, top, right, bottom.
    pairs : iterable of tuple of str
        Who is linked to whom.
    communities : mapping
        Id → number of its community.
    room : float
        How many times the area of its boxes the drawing of a community has.
    """
    members = _members(boxes, communities)
    within, between = _links(boxes, pairs, communities)
    inner = {c: _inside(each, within[c], boxes, room) for c, each in members.items()}
    reach = {c: _reach(points, members[c], boxes) for c, points in inner.items()}
    centres = _place(reach, between)
    return {
        id_: (round(float(x), 1), round(float(y), 1))
        for c, each in members.items()
        for id_, (x, y) in zip(each, inner[c] + centres[c], strict=True)
    }


def _members(boxes: Mapping[str, Box], communities: Mapping[str, int]) -> dict[int, list[str]]:
    members: dict[int, list[str]] = defaultdict(list)
    for id_ in sorted(boxes):
        members[communities[id_]].append(id_)
    return dict(sorted(members.items()))


def _links(
    boxes: Mapping[str, Box], pairs: Pairs, communities: Mapping[str, int]
) -> tuple[dict[int, list[tuple[str, str]]], dict[tuple[int, int], int]]:
    """Return the links inside each community, and how many there are between two."""
    within: dict[int, list[tuple[str, str]]] = defaultdict(list)
    between: dict[tuple[int, int], int] = defaultdict(int)
    for a, b in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
        if a not in boxes or b not in boxes:
            continue
        one, other = sorted((communities[a], communities[b]))
        if one == other:
            within[one].append((a, b))
        else:
            between[one, other] += 1
    return within, between


def _inside(
    members: list[str], links: list[tuple[str, str]], boxes: Mapping[str, Box], room: float
) -> Array:
    """Return the positions of members around the middle of their community."""
    if len(members) == 1:
        return np.zeros((1, 2))
    network = _held_together(members, links)
    found = nx.spring_layout(network, seed=0, iterations=80)
    points: Array = np.array([found[v] for v in members])
    sizes = np.array([boxes[v] for v in members])
    wanted = room * float(np.prod(sizes[:, 2:] - sizes[:, :2], axis=1).sum())
    spread = float(np.prod(np.ptp(points, axis=0) + 1e-6))
    points = separate(points * np.sqrt(wanted / spread), sizes)
    middle: Array = points - (points.max(axis=0) + points.min(axis=0)) / 2
    return middle


def _held_together(members: list[str], links: list[tuple[str, str]]) -> nx.Graph[str]:
    """Return the network of members; parts without a link hang loosely on the best linked one."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(members)
    network.add_edges_from(links, weight=1.0)
    parts = [sorted(part) for part in nx.connected_components(network)]
    hub = max(members, key=lambda v: (network.degree[v], v))
    for part in sorted(parts):
        if hub not in part:
            network.add_edge(hub, max(part, key=lambda v: (network.degree[v], v)), weight=0.3)
    return network


def _reach(points: Array, members: list[str], boxes: Mapping[str, Box]) -> float:
    """Return the radius of the disc that holds all shapes."""
    sizes = np.array([boxes[v] for v in members])
    return float((np.hypot(*points.T) + np.abs(sizes).max(axis=1)).max())


def _place(reach: Mapping[int, float], between: Mapping[tuple[int, int], int]) -> dict[int, Array]:
    """Return the middle of each disc: near those it has most links with, none over another."""
    numbers = list(reach)
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(numbers)
    network.add_weighted_edges_from((a, b, float(n)) for (a, b), n in sorted(between.items()))
    found = nx.spring_layout(network, seed=0, iterations=200)
    sizes = np.array([reach[c] for c in numbers]) + _GAP / 2
    points: Array = np.array([found[c] for c in numbers]) * np.sqrt((sizes**2).sum())
    return dict(zip(numbers, _press(points * [_ASPECT, 1.0], sizes), strict=True))


def _press(points: Array, sizes: Array, rounds: int = 400) -> Array:
    """Return the middles of discs drawn to one another, moved apart where two overlap.

    >>> _press(np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([5.0, 5.0])).round().tolist()
    [[-4.0, 0.0], [6.0, 0.0]]
    """
    points = points.copy()
    need = sizes[:, None] + sizes[None, :]
    for turn in range(rounds):
        if turn < rounds / 2:
            points -= (points - points.mean(axis=0)) * _PULL
        away = points[:, None] - points[None, :]
        far = np.hypot(away[..., 0], away[..., 1])
        short = np.triu(need - far, 1)
        one, other = np.nonzero(short > 0.1)
        if turn >= rounds / 2 and not len(one):
            break
        step = away[one, other] / np.maximum(far[one, other], 1e-9)[:, None]
        push = step * (short[one, other] / 2)[:, None]
        np.add.at(points, one, push)
        np.subtract.at(points, other, push)
    return points
