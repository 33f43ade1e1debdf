"""The network: which parts of it are cut off from the rest when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph import Kind, Stakeholder, fold
from ..cypher_files import run
from ..ends import source_of, target_of
from .consequences import Consequence, Effect
from .departure import Departure, finding
from .parts import cut_off

MOST_NAMED = 50
"""How many members of a part are named."""


def network(departure: Departure) -> Iterator[Consequence]:
    """Yield the parts that are cut off from the largest one, the largest first.

    Statements of all phases and times count as links.
    """
    ends = (end for said in departure.said for end in (source_of(said), target_of(said)))
    near = {end.id: end for end in ends if end.id not in departure.gone}
    parts, undecided = cut_off(departure.store, departure.gone, set(near))
    if undecided:
        departure.notes[undecided] = None
    for members in parts:
        links = [s for s in departure.said if {s.source_id, s.target_id} & members]
        named = _named(departure, members, near)
        yield Consequence(
            Effect.APART,
            named[0],
            before=tuple(finding(source_of(said), said) for said in links),
            members=named,
            size=len(members),
        )


def _named(
    departure: Departure, members: set[str], near: dict[str, Stakeholder]
) -> tuple[Stakeholder, ...]:
    """Return the first members of a part: those next to who leaves, then the others by name."""
    ids = [*sorted(members & set(near)), *sorted(members - set(near))][:MOST_NAMED]
    rows = run(departure.store, "of_ids", {"ids": ids})
    found = (Stakeholder(row["id"], row["name"], Kind(row["kind"])) for row in rows)
    return tuple(sorted(found, key=lambda s: (s.id not in near, fold(s.name), s.id)))
