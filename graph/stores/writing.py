"""Writing: how a document's statements replace those it made before, in any Cypher store.

Everything happens in the transaction that `Execute` runs in, and running it again ends in the
same graph, so a driver may retry it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from ..model import Document, Mention, Stakeholder
from ..vocabulary import Vocabulary
from .cyphers import cypher, cypher_for
from .identity import Mentions, describe, gather, keys
from .protocol import Row, StoredStatement
from .rows import document_row, mention_row, stakeholder_row, statement_rows, to_mention

Execute = Callable[[str, Mapping[str, Any]], list[Row]]
"""Runs one query with parameters inside an open transaction."""

T = TypeVar("T")
_BATCH = 10_000


def put(
    execute: Execute,
    vocabulary: Vocabulary,
    document: Document,
    mentions: Mapping[str, Sequence[Mention]],
    statements: Iterable[StoredStatement],
) -> list[Stakeholder]:
    """Replace what a document stated; return the stakeholders whose names may have changed."""
    statements = list(statements)
    stated = statement_rows(document.id, statements)
    queries = {name: cypher_for("put_statements", name, vocabulary) for name in stated}
    named = gather(mentions, statements)
    execute(cypher("put_document"), document_row(document))
    changed = _name(execute, document.id, named)
    rows = [mention_row(id_, document.id, m) for id_, found in named.items() for m in found]
    unwind(execute, cypher("put_mentions"), rows)
    for relation, query in queries.items():
        unwind(execute, query, stated[relation])
    return changed


def remove(execute: Execute, document: str) -> list[Stakeholder] | None:
    """Remove a document and what only it says; return whose names may have changed, if any did."""
    if not execute(cypher("text"), {"document": document}):
        return None
    changed = _name(execute, document, {})
    execute(cypher("delete_document"), {"document": document})
    return changed


def _name(execute: Execute, document: str, named: Mentions) -> list[Stakeholder]:
    """Clear a document; leave every stakeholder as the mentions that remain or come make it."""
    before = {row["id"] for row in execute(cypher("mentioned"), {"document": document})}
    ids = sorted(before | set(named))
    counts = _others(execute, document, ids)
    for id_, found in named.items():
        counts[id_].update(found)
    execute(cypher("delete_statements"), {"document": document})
    execute(cypher("delete_mentions"), {"document": document})
    kept = [describe(id_, counts[id_]) for id_ in ids if counts[id_]]
    _rename(execute, ids, kept)
    return kept


def _others(execute: Execute, document: str, ids: list[str]) -> dict[str, Counter[Mention]]:
    counts: dict[str, Counter[Mention]] = {id_: Counter() for id_ in ids}
    for batch in _batches(ids):
        for row in execute(cypher("other_mentions"), {"ids": batch, "document": document}):
            counts[row["id"]][to_mention(row)] += row["documents"]
    return counts


def _rename(execute: Execute, ids: list[str], kept: list[Stakeholder]) -> None:
    """Put the stakeholders that stay with their names, and delete those that do not."""
    old = {
        (row["key"], row["id"])
        for batch in _batches(ids)
        for row in execute(cypher("names"), {"ids": batch})
    }
    new = {(key, stakeholder.id) for stakeholder in kept for key in keys(stakeholder)}
    unwind(execute, cypher("delete_names"), _pairs(old - new))
    unused = sorted({key for key, _ in old - new} - {key for key, _ in new})
    for batch in _batches(unused):
        execute(cypher("delete_unused_names"), {"keys": batch})
    for batch in _batches(sorted(set(ids) - {stakeholder.id for stakeholder in kept})):
        execute(cypher("delete_stakeholders"), {"ids": batch})
    unwind(execute, cypher("put_stakeholders"), [stakeholder_row(s) for s in kept])
    unwind(execute, cypher("put_names"), _pairs(new - old))


def _pairs(names: set[tuple[str, str]]) -> list[Row]:
    return [{"key": key, "id": id_} for key, id_ in sorted(names)]


def unwind(execute: Execute, query: str, rows: list[Row]) -> None:
    """Run a query that takes ``$rows``, a batch at a time."""
    for batch in _batches(rows):
        execute(query, {"rows": batch})


def _batches(items: list[T]) -> Iterator[list[T]]:
    """Yield batches, none of them empty: Ladybug cannot type an empty list."""
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
