"""Parts: what a network falls into without some stakeholders.

From each of their neighbours the network is widened, the narrowest parts first, until all but one
have joined another or are at an end. A part at an end was held to the rest by those who left alone:
they are articulation points (Hopcroft and Tarjan 1973, "Efficient algorithms for graph
manipulation"). Only the parts that are cut off are looked at whole, and about as much of the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ...graph.stores import Store
from ..cypher_files import run

MOST_VISITED = 20_000
"""How many stakeholders outside the largest part are looked at to tell what is cut off."""
_BATCH = 5_000


@dataclass(slots=True, eq=False)
class _Part:
    """Stakeholders that hold together; at an end when nothing is left to widen."""

    members: set[str]
    frontier: set[str]


def cut_off(
    store: Store, gone: Collection[str], near: Collection[str]
) -> tuple[list[set[str]], str]:
    """Return the parts without those who left, but for the largest, and what was not decided.

    Parameters
    ----------
    store : Store
        The graph.
    gone, near : collections of str
        Identifiers of those who leave, and of their neighbours.
    """
    owner = {id_: _Part({id_}, {id_}) for id_ in near}
    note = ""
    while len(widening := _widening(owner)) > 1:
        if sum(len(part.members) for part in widening[:-1]) > MOST_VISITED:
            note = f"after {len(owner)} stakeholders it is not decided which others are cut off"
            break
        _widen(store, gone, owner, _narrowest(widening))
    ended = [part for part in set(owner.values()) if part not in widening]
    ended.sort(key=lambda part: (-len(part.members), min(part.members)))
    return [part.members for part in (ended if widening else ended[1:])], note


def _widening(owner: dict[str, _Part]) -> list[_Part]:
    """Return the parts that are not at an end, the narrowest first."""
    parts = {part for part in owner.values() if part.frontier}
    return sorted(parts, key=lambda part: (len(part.members), min(part.members)))


def _narrowest(parts: list[_Part]) -> list[_Part]:
    """Return those about as narrow as the first, so that equals cost one query; never the last."""
    most = 2 * len(parts[0].members)
    return [part for part in parts[:-1] if len(part.members) <= most]


def _widen(
    store: Store, gone: Collection[str], owner: dict[str, _Part], parts: Iterable[_Part]
) -> None:
    frontier = {id_ for part in parts for id_ in part.frontier}
    for part in parts:
        part.frontier = set()
    for id_, neighbour in _links(store, frontier):
        if neighbour not in gone:
            _join(owner, owner[id_], neighbour)


def _links(store: Store, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    wanted = sorted(ids)
    every = {"every": True, "relations": [""]}  # Ladybug cannot type an empty list
    for start in range(0, len(wanted), _BATCH):
        batch = {"ids": wanted[start : start + _BATCH], **every}
        for row in run(store, "neighbours", batch):
            if row["neighbour"] is not None:
                yield row["id"], row["neighbour"]


def _join(owner: dict[str, _Part], part: _Part, neighbour: str) -> None:
    """Add a neighbour to a part, with the part it belongs to if it has one."""
    other = owner.get(neighbour)
    if other is None:
        owner[neighbour] = part
        part.members.add(neighbour)
        part.frontier.add(neighbour)
    elif other is not part:
        small, large = sorted((part, other), key=lambda each: len(each.members))
        large.members |= small.members
        large.frontier |= small.frontier
        owner.update(dict.fromkeys(small.members, large))
