"""How kinds and relations look: colour, shape, line and bend, from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...graph import Kind, Relation, Vocabulary
from .layout import Box
from .picture import SMALL, Node, Picture, radius

# A second cue beside colour: who answers and who acts is drawn solid, who is heard or told broken.
_LINES: dict[str, tuple[float, list[int]]] = {
    "A": (2.6, []),
    "R": (1.8, []),
    "C": (1.6, [7, 4]),
    "I": (1.8, [2, 4]),
    "": (1.4, []),
}
_LETTER, _LINE, _PAD = 6.8, 16.0, 7.0  # pixels


def legend(
    kinds: Iterable[str], relations: Iterable[str], vocabulary: Vocabulary
) -> dict[str, list[dict[str, Any]]]:
    """Return the kinds and relations that occur, in the vocabulary's order, with their looks."""
    kinds, relations = set(kinds), set(relations)
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
    small = len(picture.first) <= SMALL
    return {node.id: _box(node, radius(picture, node), labelled=small) for node in picture.nodes}


def _box(node: Node, size: float, *, labelled: bool) -> Box:
    room = size + _PAD
    if not labelled:
        return -room, -room, room, room
    half = max(room, max(map(len, node.lines)) * _LETTER / 2 + _PAD)
    return -half, -room, half, room + len(node.lines) * _LINE
