"""A part of the graph: some stakeholders, and what is stated between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ...graph import Stakeholder
from ...graph.stores import Store
from ..cypher_files import run
from ..evidence import Evidence, read
from ..lookup import stakeholders


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph, to be added to one that is held already.

    Attributes
    ----------
    stakeholders : tuple of Stakeholder
        In the order they were asked for.
    statements : tuple of Evidence
        Every statement between two of them, and between one of them and one that is held.
    linked : mapping
        Id of each → how many others it is linked with in the whole graph.
    """

    stakeholders: tuple[Stakeholder, ...]
    statements: tuple[Evidence, ...]
    linked: Mapping[str, int]


NOTHING = Part((), (), {})


def part(
    store: Store, ids: Iterable[str], held: Collection[str] = (), *, anew: bool = False
) -> Part:
    """Return the part of a graph that some stakeholders make, joined with those that are held.

    Those that are not in the store are left out, and those that are held already, unless they are
    wanted `anew`.
    """
    known = set(held)
    wanted = [id_ for id_ in dict.fromkeys(ids) if anew or id_ not in known]
    found = {s.id: s for s in stakeholders(run(store, "of_ids", {"ids": wanted}))} if wanted else {}
    kept = [id_ for id_ in wanted if id_ in found]
    if not kept:
        return NOTHING
    rows = run(store, "acquaintances", {"ids": kept})
    said = read(store, "joining", ids=kept, others=sorted({*kept, *known}))
    linked = {row["id"]: row["linked"] for row in rows}
    return Part(tuple(found[id_] for id_ in kept), tuple(said), linked)
