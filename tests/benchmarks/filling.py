"""Filling an empty store with a large graph, in bulk."""

from __future__ import annotations

from typing import Any

import ladybug
import pandas as pd
from benchmarks.synthetic import Rows, Synthetic, statements

from stakeholder_graph.graph import fold, load_vocabulary, open_store
from stakeholder_graph.graph.stores.batches import batched
from stakeholder_graph.graph.stores.cyphers import cypher, cypher_for
from stakeholder_graph.graph.stores.neo4j import Neo4jStore
from stakeholder_graph.graph.stores.rows import stakeholder_row

_COPY = "COPY {} FROM $rows"  # the names of tables are ours


def fill_ladybug(path: str, graph: Synthetic) -> None:
    """Make a store in a file and copy a whole graph into it."""
    open_store(path).close()
    with ladybug.Database(path) as database, ladybug.Connection(database) as connection:

        def copy(table: str, rows: Rows) -> None:
            connection.execute(_COPY.format(table), {"rows": pd.DataFrame(rows)})

        everyone = _everyone(graph)
        copy("Stakeholder(id, name, kind, aliases, identifiers)", everyone)
        copy("Name(key)", [{"key": fold(row["name"])} for row in everyone])
        copy("NAMES", [{"key": fold(row["name"]), "id": row["id"]} for row in everyone])
        for relation, rows in statements(graph):
            names = ", ".join(name for name in rows[0] if name not in ("source", "target"))
            copy(f"{relation}({names})", rows)


def fill_neo4j(store: Neo4jStore, graph: Synthetic) -> None:
    """Write a whole graph into an empty store, without what a store asks at each document."""
    everyone = _everyone(graph)
    _write(store, cypher("create_stakeholders"), "rows", everyone)
    _write(store, cypher("create_names"), "keys", [fold(row["name"]) for row in everyone])
    keys = [{"key": fold(row["name"]), "id": row["id"]} for row in everyone]
    _write(store, cypher("link_names"), "rows", keys)
    for relation, rows in statements(graph):
        query = cypher_for("create_statements", relation, load_vocabulary())
        _write(store, query, "rows", rows)


def _everyone(graph: Synthetic) -> Rows:
    return [stakeholder_row(each) for kind in graph.everyone.values() for each in kind]


def _write(store: Neo4jStore, query: str, name: str, items: list[Any]) -> None:
    """Write in transactions of a size that a small server can hold."""
    for start in range(0, len(items), 10_000):
        part = items[start : start + 10_000]
        store._transact(lambda execute: batched(execute, query, name, part))  # noqa: B023
