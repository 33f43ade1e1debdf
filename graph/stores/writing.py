"""Writing: how a document's statements replace those it made before, in any Cypher store.

Everything happens in the transaction that `Execute` runs in, which must see no other writer's
changes. Doing it again ends in the same graph, so a driver may retry it.
"""

from __future__ import annotations

from ..model import Stakeholder
from ..vocabulary import Vocabulary
from .accounts import Account
from .batches import Execute, batched
from .cyphers import cypher, cypher_for
from .naming import create_missing, rename, standing


def put(execute: Execute, vocabulary: Vocabulary, account: Account) -> list[Stakeholder]:
    """Replace what a document stated; return the stakeholders that are new or changed."""
    document = account.document["id"]
    before = standing(execute, document)
    if before.shown:
        _clear(execute, document)
    execute(cypher("put_document"), account.document)
    created = create_missing(execute, account.named)
    batched(execute, cypher("create_mentions"), "rows", account.mentions)
    for relation, rows in account.statements.items():
        query = cypher_for("create_statements", relation, vocabulary)
        batched(execute, query, "rows", rows)
    return created + rename(execute, before | standing(execute, document), account.named)


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
