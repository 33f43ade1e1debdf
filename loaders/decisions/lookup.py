"""Lookup: the statement that a person names by the start of its id."""

from __future__ import annotations

from ...errors import InputError
from ...graph import Kind, Store
from .cypher_files import cypher
from .decision import Party, Said

_SHORTEST = 6


def said_in(store: Store, id_: str) -> Said:
    """Return how a decision names the one statement whose id starts so.

    Raises
    ------
    InputError
        If there is none, or several, or the start is too short to tell.
    """
    remedy = "see the ids of `stakeholders relations --format csv`"
    if len(id_) < _SHORTEST:
        raise InputError(f"{id_!r} is too short for an id", remedy=remedy)
    rows = store.run(cypher("statement"), {"id": id_.lower()})
    if len(rows) != 1:
        how = "several statements have" if rows else "no statement has"
        raise InputError(f"{how} an id that starts with {id_!r}", remedy=remedy)
    row = rows[0]
    return Said(
        row["document"],
        Party(row["source"], Kind(row["source_kind"])),
        row["relation"],
        Party(row["target"], Kind(row["target_kind"])),
        row["quote"],
        row["id"],
    )
