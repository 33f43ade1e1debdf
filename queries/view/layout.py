"""Where each stakeholder stands: computed once, the same every time, without overlaps."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]  # left, top, right, bottom around the position

_ASPECT = 1.15  # width / height of the stage on a common screen
_EDGE = 120.0  # least pixels between neighbours, as a median
_APART = 1.5  # how much longer a link between two communities is drawn
_GAP = 40.0
_SMALL = 60  # up to here distances in the network are kept; above, groups are shown


def arrange(
    boxes: Mapping[str, Box],
    pairs: Iterable[tuple[str, str]],
    communities: Mapping[str, int],
    room: float = 2.2,
) -> dict[str, tuple[float, float]]:
    """Return a position for each stakeholder, in pixels.

    Each connected part is laid out by itself (Kamada & Kawai 1989, *Information Processing
    Letters* 31(1); above 60 stakeholders seeded Fruchterman & Reingold 1991, *Software: Practice
    and Experience* 21(11)), turned so that its long side lies flat, freed of overlaps, and packed
    in rows, largest first.

    Parameters
    ----------
    boxes : mapping
        Id → the room that shape and label take around the position: left, top, right, bottom.
    pairs : iterable of tuple of str
        Who is linked to whom.
    communities : mapping
        Id → number of its community, which is drawn together.
    room : float
        How many times the area of its boxes a drawing has.
    """
    network = _network(boxes, pairs, communities)
    parts = sorted((sorted(part) for part in nx.connected_components(network)), key=_largest_first)
    sized = [np.array([boxes[v] for v in part]) for part in parts]
    placed = [_part(network, part, box, room) for part, box in zip(parts, sized, strict=True)]
    return {
        v: (round(float(x), 1), round(float(y), 1))
        for part, points in zip(parts, _pack(sized, placed), strict=True)
        for v, (x, y) in zip(part, points, strict=True)
    }


def _network(
    boxes: Mapping[str, Box], pairs: Iterable[tuple[str, str]], communities: Mapping[str, int]
) -> nx.Graph[str]:
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(sorted(boxes))
    for a, b in sorted({(min(p), max(p)) for p in pairs if p[0] != p[1]}):
        length = 1.0 if communities[a] == communities[b] else _APART
        network.add_edge(a, b, length=length, strength=length**-2)
    return network


def _largest_first(part: list[str]) -> tuple[int, str]:
    return -len(part), part[0]


def _part(network: nx.Graph[str], part: list[str], boxes: Array, room: float) -> Array:
    if len(part) == 1:
        return np.zeros((1, 2))
    # A copy in the order of ids: a subgraph view walks a set, in another order every time.
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(network.edges(part, data=True), key=lambda edge: edge[:2]))
    if len(part) <= _SMALL:
        found = nx.kamada_kawai_layout(ordered, weight="length")
    else:
        found = nx.spring_layout(ordered, seed=0, iterations=100, weight="strength")
    points = _lie_flat(np.array([found[v] for v in part]))
    return separate(_spread(ordered, part, points, room * _area(boxes)), boxes)


def _lie_flat(points: Array) -> Array:
    """Turn the long side flat, and stretch towards the aspect of a screen."""
    centred = points - points.mean(axis=0)
    (xx, xy), (_, yy) = centred.T @ centred
    angle = math.atan2(2 * xy, xx - yy) / 2  # of the principal axis
    cos, sin = math.cos(angle), math.sin(angle)
    turned: Array = centred @ np.array([[cos, -sin], [sin, cos]])
    width, height = np.ptp(turned, axis=0)
    stretch = min(max(_ASPECT * height / width, 0.75), 1.5)
    turned *= np.array([stretch, 1.0])
    return turned


def _spread(network: nx.Graph[str], part: list[str], points: Array, wanted: float) -> Array:
    """Scale the points so that links are long enough, and the whole has the wanted area."""
    row = {v: i for i, v in enumerate(part)}
    ends = np.array([(row[a], row[b]) for a, b in network.edges])
    links = float(np.median(np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T)))
    extent = float(np.prod(np.ptp(points, axis=0) + links / 2))
    scale = max(_EDGE / links, math.sqrt(wanted / extent))
    scaled: Array = points * scale
    return scaled


def _area(boxes: Array) -> float:
    """Return the sum of the areas of boxes."""
    return float(np.prod(boxes[:, 2:] - boxes[:, :2], axis=1).sum())


def separate(points: Array, boxes: Array, rounds: int = 200) -> Array:
    """Return the points moved apart until no two boxes overlap, or `rounds` have passed.

    >>> separate(np.zeros((2, 2)), np.array([[-5.0, -5, 5, 5]] * 2)).round().tolist()
    [[-5.0, -5.0], [5.0, 5.0]]
    """
    offset = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = (boxes[:, 2:] - boxes[:, :2]) / 2
    centres, need = points + offset, half[:, None] + half[None, :]
    for _ in range(rounds):
        overlap = need - np.abs(centres[:, None] - centres[None, :])
        one, other = np.nonzero(np.triu((overlap > 0.1).all(axis=2), 1))
        if not len(one):
            break
        # Push along the axis with the shorter way; two at one spot part towards both sides.
        depth, apart = overlap[one, other], centres[other] - centres[one]
        along = depth == depth.min(axis=1, keepdims=True)
        push = np.where(along, np.where(apart < 0, -1, 1) * depth / 2, 0)
        np.subtract.at(centres, one, push)
        np.add.at(centres, other, push)
    return centres - offset


def _pack(boxes: list[Array], parts: list[Array]) -> list[Array]:
    """Return the parts side by side in rows about as wide as the largest part."""
    lows = [(p + b[:, :2]).min(axis=0) for p, b in zip(parts, boxes, strict=True)]
    highs = [(p + b[:, 2:]).max(axis=0) for p, b in zip(parts, boxes, strict=True)]
    sizes = [high - low + _GAP for low, high in zip(lows, highs, strict=True)]
    area = sum(float(w * h) for w, h in sizes)
    room = max([math.sqrt(area * _ASPECT), *(float(w) for w, _ in sizes)])
    x = y = tall = 0.0
    spots = []
    for points, low, (width, height) in zip(parts, lows, sizes, strict=True):
        if x and x + width > room:
            x, y, tall = 0.0, y + tall, 0.0
        spots.append(points - low + np.array([x, y]))
        x, tall = x + float(width), max(tall, float(height))
    return spots
