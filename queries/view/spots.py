"""Where each stakeholder stands in each view of a page."""

from __future__ import annotations

from .clusters import arrange_clusters
from .layout import arrange
from .payload import Spot
from .picture import SMALL, Picture
from .style import boxes


def spots(picture: Picture) -> dict[str, dict[str, Spot]]:
    """Return where each stakeholder stands, in each view."""
    found = {"all": _laid_out(picture, {node.id for node in picture.nodes})}
    if len(picture.first) < len(picture.nodes):
        found["top"] = _laid_out(picture, set(picture.first))
    return found


def _laid_out(picture: Picture, ids: set[str]) -> dict[str, Spot]:
    room = {id_: box for id_, box in boxes(picture).items() if id_ in ids}
    communities = {node.id: node.community or 0 for node in picture.nodes if node.id in ids}
    pairs = [(k.source, k.target) for k in picture.links if {k.source, k.target} <= ids]
    return (arrange if len(ids) <= SMALL else arrange_clusters)(room, pairs, communities)
