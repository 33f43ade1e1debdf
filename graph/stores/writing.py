"""Writing: how a document's statements replace those it made before, in any Cypher store.

Everything happens in the transaction that `Execute` runs in, which must see no other writer's
changes. Doing it again ends in the same graph, so a driver may retry it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Document, Mention, Stakeholder
from ..vocabulary import Vocabulary
from .batches import Execute, batched
from .cyphers import cypher, cypher_for
from .identity import gather
from .naming import create_missing, rename, standing
from .protocol import StoredStatement
from .rows import document_row, mention_row, statement_rows


def put(
    execute: Execute,
    vocabulary: Vocabulary,
    document: Document,
    mentions: Mapping[str, Sequence[Mention]],
    statements: Sequence[StoredStatement],
) -> list[Stakeholder]:
    """Replace what a document stated; return the stakeholders that are new or changed."""
    stated = statement_rows(document.id, statements)
    queries = {name: cypher_for("create_statements", name, vocabulary) for name in stated}
    named = gather(mentions, statements)
    before = standing(execute, document.id)
    if before.shown:
        _clear(execute, document.id)
    execute(cypher("put_document"), document_row(document))
    created = create_missing(execute, named)
    rows = [mention_row(id_, document.id, m) for id_, found in named.items() for m in found]
    batched(execute, cypher("create_mentions"), "rows", rows)
    for relation, query in queries.items():
        batched(execute, query, "rows", stated[relation])
    return created + rename(execute, before | standing(execute, document.id), named)


def remove(execute: Execute, document: str) -> list[Stakeholder] | None:
    """Remove a document; return the stakeholders that changed, or None if it is not there."""
    if not execute(cypher("text"), {"document": document}):
        return None
    before = standing(execute, document)
    _clear(execute, document)
    execute(cypher("delete_document"), {"document": document})
    return rename(execute, before, {})


def _clear(execute: Execute, document: str) -> None:
    execute(cypher("delete_statements"), {"document": document})
    execute(cypher("delete_mentions"), {"document": document})
