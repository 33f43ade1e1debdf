"""The constraints of a Neo4j store, whose indexes find a stakeholder, a name and a document."""

from __future__ import annotations

from collections.abc import Callable

from ...errors import StoreError
from .cyphers import cypher, statements
from .protocol import Row

_OURS = {"store_id", "stakeholder_id", "document_id", "name_key"}


def ensure(
    run: Callable[[str], list[Row]],
    alter: Callable[[str], None],
    address: str,
    *,
    read_only: bool,
) -> None:
    """Check that a database is a store or free, and add missing constraints if it may be written.

    Raises
    ------
    StoreError
        If something else bears our labels in it, or it is read-only and nothing is loaded.
    """
    there = set(run(cypher("neo4j_schema"))[0]["constraints"])
    if there >= _OURS:
        return
    if read_only:
        raise StoreError(
            "nothing loaded yet", where=address, remedy="run `stakeholders load …` first"
        )
    if not there & _OURS and run(cypher("neo4j_strangers"))[0]["found"]:
        raise StoreError(
            "holds nodes labelled Stakeholder, Document or Name that are not ours",
            where=address,
            remedy="name an empty database in NEO4J_DATABASE",
        )
    for statement in statements("neo4j_constraints"):
        alter(statement)
