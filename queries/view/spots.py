"""Where each stakeholder stands in each view of a page."""

from __future__ import annotations

from .clusters import arrange_clusters
from .layout import arrange
from .payload import Spot
from .picture import SMALL, Picture
from .style import boxes


def spots(picture: Picture) -> dict[str, dict[str, Spot]]:
    """Return where each stakeholder stands, in each view."""
    room = boxes(picture)
    communities = {node.id: node.community or 0 for node in picture.nodes}
    pairs = [(link.source, link.target) for link in picture.links]
    if len(picture.nodes) <= SMALL:
        return {"all": arrange(room, pairs, communities)}
    found = {"all": arrange_clusters(room, pairs, communities)}
    if len(picture.first) < len(picture.nodes):
        first = {id_: room[id_] for id_ in picture.first}
        found["top"] = arrange_clusters(first, pairs, communities)
    return found
