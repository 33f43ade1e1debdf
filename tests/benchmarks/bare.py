"""The same rows as a large load writes, by what each database has for it, and nothing else."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import ladybug
import pyarrow as pa
import pyarrow.parquet as pq
from benchmarks.synthetic import Rows, Synthetic, statements
from neo4j import Driver, ManagedTransaction

from stakeholder_graph.graph import load_vocabulary, open_store
from stakeholder_graph.graph.stores.accounts import account
from stakeholder_graph.graph.stores.cyphers import cypher, cypher_for
from stakeholder_graph.graph.stores.identity import describe, keys
from stakeholder_graph.graph.stores.ladybug_copy import laid_out
from stakeholder_graph.graph.stores.rows import stakeholder_row
from stakeholder_graph.loaders import LIMITS
from stakeholder_graph.loaders.bulk import Pour, read_large
from stakeholder_graph.loaders.company import resolve_in_company
from stakeholder_graph.loaders.decisions import Plan
from stakeholder_graph.loaders.reading import fetch
from stakeholder_graph.loaders.resolution import Resolver

_SOME = 10_000
_TEXTS = pa.list_(pa.string())
_LISTS = dict.fromkeys(("aliases", "identifiers", "jointly_with"), _TEXTS)


def write_list(graph: Synthetic, path: Path) -> int:
    """Write the statements of a graph as a CSV list, in no order; return how many there are."""
    said = [
        (row["source_name"], relation, row["target_name"], row["phase"])
        for relation, rows in statements(graph)
        for row in rows
    ]
    Random(graph.seed).shuffle(said)  # noqa: S311  (no secret)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Source", "Relation", "Target", "Phase"), *said])
    return len(said)


def prepare(path: Path, folder: Path) -> None:
    """Write what a load of a list makes of it as Parquet files: a folder for each table."""
    table = read_large(fetch(path, limits=LIMITS.__class__(size=10**10)), load_vocabulary(), LIMITS)
    assert table is not None
    met = [(table.document.id, table.company())]
    (ids,) = resolve_in_company(Resolver(), table.said.mentions, met)
    bulk = Pour(table, ids, Plan()).bulk("2026-01-01T00:00:00+00:00")
    told = account(load_vocabulary(), bulk.document, bulk.mentions, bulk.statements)
    everyone = [describe(id_, Counter(found)) for id_, found in told.named.items()]
    named = [{"key": key, "id": each.id} for each in everyone for key in sorted(keys(each))]
    _write(folder, "Document", [{**told.document, "text": ""}])
    _write(folder, "Stakeholder", [stakeholder_row(each) for each in everyone])
    _write(folder, "Name", [{"key": key} for key in dict.fromkeys(row["key"] for row in named)])
    _write(folder, "NAMES", named)
    _write(folder, "MENTIONED_IN", told.mentions)
    (folder / "statements").mkdir()
    for columns in bulk.columns:
        whole = laid_out(columns.take(0, columns.size), columns.shared)
        pq.write_table(whole, folder / "statements" / f"{columns.relation}.parquet")


def _write(folder: Path, name: str, rows: Rows) -> None:
    columns = {n: pa.array([row[n] for row in rows], _LISTS.get(n)) for n in rows[0]}
    pq.write_table(pa.table(columns), folder / f"{name}.parquet")


def copy(folder: Path, path: str) -> None:
    """Copy prepared rows into a new Ladybug store."""
    open_store(path).close()
    with ladybug.Database(path) as database, ladybug.Connection(database) as connection:
        for name, ends in (
            *(("Document", 0), ("Stakeholder", 0), ("Name", 0), ("NAMES", 2), ("MENTIONED_IN", 2)),
            *((f"statements/{file.stem}", 2) for file in sorted((folder / "statements").iterdir())),
        ):
            file = folder / f"{name}.parquet"
            columns = pq.read_schema(file).names[ends:]
            listed = f"({', '.join(columns)})" if columns else ""
            connection.execute(f"COPY {file.stem}{listed} FROM '{file}'")


def unwind(folder: Path, driver: Driver) -> None:
    """Send prepared rows to an empty Neo4j store in batches by ``UNWIND``."""
    with driver.session() as session:
        document = pq.read_table(folder / "Document.parquet").to_pylist()[0]
        session.run(cypher("put_document"), document).consume()
        for name, query, parameter in (
            ("Stakeholder", "create_stakeholders", "rows"),
            ("Name", "create_names", "keys"),
            ("NAMES", "link_names", "rows"),
            ("MENTIONED_IN", "create_mentions", "rows"),
        ):
            for rows in _batches(folder / f"{name}.parquet"):
                some = [row["key"] for row in rows] if parameter == "keys" else rows
                session.execute_write(_send, cypher(query), {parameter: some})
        for file in sorted((folder / "statements").iterdir()):
            query = cypher_for("create_statements", file.stem, load_vocabulary())
            for rows in _batches(file):
                session.execute_write(_send, query, {"rows": rows})


def _send(transaction: ManagedTransaction, query: str, parameters: dict[str, Any]) -> None:
    transaction.run(query, parameters).consume()


def _batches(file: Path) -> Iterator[Rows]:
    for batch in pq.ParquetFile(file).iter_batches(_SOME):
        yield batch.to_pylist()
