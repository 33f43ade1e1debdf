"""The tables of a Ladybug store, derived from the vocabulary."""

from __future__ import annotations

from ...errors import StoreError
from ..vocabulary import Vocabulary
from .batches import Execute
from .cyphers import cypher_for, statements


def ensure(
    execute: Execute, vocabulary: Vocabulary, address: str, *, read_only: bool
) -> frozenset[str]:
    """Check that a database is a store, and make missing tables when it may be written.

    Returns the relations of the vocabulary that have a table in the end.

    Raises
    ------
    StoreError
        If it holds other tables, or none and is read-only.
    """
    there = {row["name"] for row in execute("CALL show_tables() RETURN name", {})}
    if there and not {"Stakeholder", "Document", "Name"} <= there:
        raise StoreError(
            "is a database, but not one of stakeholders", where=address, remedy="give another path"
        )
    if read_only and not there:
        raise StoreError(
            "nothing loaded yet", where=address, remedy="run `stakeholders load …` first"
        )
    if there and not read_only:
        _check_age(execute, address)
    missing = [] if there else statements("ladybug_tables")
    missing += [
        cypher_for("ladybug_relation", name, vocabulary)
        for name in vocabulary.relations
        if name not in there
    ]
    if missing and not read_only:
        _create(execute, missing)
    return frozenset(name for name in vocabulary.relations if name in there or not read_only)


def _check_age(execute: Execute, address: str) -> None:
    """Refuse to write to a store that keeps less than is written now."""
    columns = {row["name"] for row in execute("CALL table_info('MENTIONED_IN') RETURN name", {})}
    if "resolved" not in columns:
        remedy = "load the documents into a new one; questions can still be asked of this one"
        raise StoreError("was made by an earlier version", where=address, remedy=remedy)


def _create(execute: Execute, commands: list[str]) -> None:
    execute("BEGIN TRANSACTION", {})
    for command in commands:
        execute(command, {})
    execute("COMMIT", {})
