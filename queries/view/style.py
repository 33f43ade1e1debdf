"""How kinds and relations look: colour, shape, line and bend, from the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ...graph import Kind, Relation, Vocabulary
from .layout import Box
from .picture import SMALL, Link, Node, Picture

# A second cue beside colour: who answers and who acts is drawn solid, who is heard or told broken.
_LINES: dict[str, tuple[float, list[int]]] = {
    "A": (2.6, []),
    "R": (1.8, []),
    "C": (1.6, [7, 4]),
    "I": (1.8, [2, 4]),
    "": (1.4, []),
}
_BEND = 0.22
_LETTER, _LINE, _PAD = 6.8, 16.0, 7.0  # pixels


def legend(picture: Picture, vocabulary: Vocabulary) -> dict[str, list[dict[str, Any]]]:
    """Return the kinds and relations that occur, in the vocabulary's order, with their looks."""
    kinds = {node.kind for node in picture.nodes}
    relations = {link.relation for link in picture.links}
    strange = sorted(relations - set(vocabulary.relations))  # from a user's file not given here
    return {
        "kinds": [
            {"name": str(kind), "labels": dict(s.labels), "colour": s.colour, "shape": s.shape}
            for kind, s in vocabulary.kinds.items()
            if kind in kinds
        ],
        "relations": [
            *(_relation(r) for name, r in vocabulary.relations.items() if name in relations),
            *(_relation(_unknown(name)) for name in strange),
        ],
    }


def _unknown(name: str) -> Relation:
    plain = name.lower().replace("_", " ")
    every = frozenset(Kind)
    return Relation(name, "", every, every, "", {"en": plain, "fr": plain}, "", "#666666")


def _relation(relation: Relation) -> dict[str, Any]:
    width, dashes = _LINES[relation.raci]
    return {
        "name": relation.name,
        "labels": dict(relation.labels),
        "meaning": relation.meaning,
        "raci": relation.raci,
        "colour": relation.colour,
        "width": width,
        "dashes": dashes,
    }


def boxes(picture: Picture) -> dict[str, Box]:
    """Return the room of each stakeholder: its shape, and in a small picture the label below it.

    In a large one not every label can be shown.
    """
    small = len(picture.nodes) <= SMALL
    return {node.id: _box(node, picture.size, labelled=small) for node in picture.nodes}


def _box(node: Node, size: str, *, labelled: bool) -> Box:
    radius = node.metrics[size][2] + _PAD
    if not labelled:
        return -radius, -radius, radius, radius
    half = max(radius, max(map(len, node.lines)) * _LETTER / 2 + _PAD)
    return -half, -radius, half, radius + len(node.lines) * _LINE


def bends(links: Sequence[Link]) -> list[dict[str, Any] | bool]:
    """Return how each link is curved, so that links between the same two lie side by side."""
    between: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        between[_pair(link)].append(index)
    curves: list[dict[str, Any] | bool] = [False] * len(links)
    for indices in between.values():
        for index, offset in zip(indices, _offsets(len(indices)), strict=True):
            link = links[index]
            curves[index] = _curve(offset if link.source <= link.target else -offset)
    return curves


def _pair(link: Link) -> tuple[str, str]:
    return min(link.source, link.target), max(link.source, link.target)


def _offsets(number: int) -> Iterable[float]:
    return ((i - (number - 1) / 2) * _BEND for i in range(number))


def _curve(offset: float) -> dict[str, Any] | bool:
    if not offset:
        return False
    turn = "curvedCW" if offset > 0 else "curvedCCW"
    return {"enabled": True, "type": turn, "roundness": round(abs(offset), 3)}
