"""A snapshot: what a store holds, as values that can be written to a file and read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import Document, Kind, Mention, Stakeholder
from ..stores.identity import describe
from .records import Record, to_statement

if TYPE_CHECKING:
    from ..stores import Store, StoredStatement


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A graph apart from any store.

    Attributes
    ----------
    stakeholders : tuple of Stakeholder
        By id.
    mentioned_in : mapping
        Id of a stakeholder → ids of the documents that mention it.
    documents : tuple of Document
        By id, without their texts, and without addresses on the machine that read them.
    statements : tuple of StoredStatement
        By id; none that was rejected.
    """

    stakeholders: tuple[Stakeholder, ...]
    mentioned_in: Mapping[str, tuple[str, ...]]
    documents: tuple[Document, ...]
    statements: tuple[StoredStatement, ...]

    def without(self, kind: Kind) -> Snapshot:
        """Return the same without the stakeholders of a kind and what is stated of them."""
        kept = tuple(each for each in self.stakeholders if each.kind != kind)
        ids = {each.id for each in kept}
        return Snapshot(
            kept,
            {id_: found for id_, found in self.mentioned_in.items() if id_ in ids},
            self.documents,
            tuple(s for s in self.statements if s.source in ids and s.target in ids),
        )


def take(store: Store) -> Snapshot:
    """Return what a store holds."""
    stakeholders = tuple(store.stakeholders())
    documents = store.documents()
    mentioned: dict[str, list[str]] = {each.id: [] for each in stakeholders}
    for document in documents:
        told = store.told(document.id)
        for id_ in told.mentions if told else ():
            mentioned[id_].append(document.id)
    rows: list[Record] = store.frames()[1].reset_index().to_dict("records")  # type: ignore[assignment]
    kinds = {each.id: each.kind for each in stakeholders}
    return Snapshot(
        stakeholders,
        {id_: tuple(found) for id_, found in mentioned.items()},
        tuple(map(_public, documents)),
        tuple(to_statement(row, kinds) for row in rows),
    )


def fill(store: Store, snapshot: Snapshot) -> None:
    """Write a snapshot to a store; what the store had of the same documents is replaced.

    Every stakeholder keeps the id, name, kind and aliases of the snapshot. A document comes without
    text and hash, so loading it from its file reads it anew.
    """
    called, chosen = _mentions(snapshot), _chosen(snapshot)
    mentioned: dict[str, dict[str, list[Mention]]] = {d.id: {} for d in snapshot.documents}
    for id_, found in snapshot.mentioned_in.items():
        for name in found:
            mentioned[name][id_] = [called[id_], *chosen.get(id_, ())]
    said: dict[str, list[StoredStatement]] = {}
    for each in snapshot.statements:
        said.setdefault(each.statement.document, []).append(each)
    for document in snapshot.documents:
        mentions = mentioned[document.id]
        store.write(replace(document, sha256=""), mentions, said.get(document.id, ()))


def _mentions(snapshot: Snapshot) -> dict[str, Mention]:
    return {
        each.id: Mention(each.name, each.kind, each.aliases, identifiers=each.identifiers)
        for each in snapshot.stakeholders
    }


def _chosen(snapshot: Snapshot) -> dict[str, list[Mention]]:
    """Return the names that do not follow from the documents: a person chose them."""
    called = _mentions(snapshot)
    counts = {
        id_: Counter({called[id_]: len(found)}) for id_, found in snapshot.mentioned_in.items()
    }
    ends = {
        (id_, end, each.statement.document)
        for each in snapshot.statements
        for id_, end in (
            (each.source, each.statement.source),
            (each.target, each.statement.target),
        )
    }
    for id_, end, _ in ends:
        counts[id_][end] += 1
    return {
        each.id: [replace(called[each.id], chosen=True)]
        for each in snapshot.stakeholders
        if describe(each.id, counts[each.id]).name != each.name
    }


def _public(document: Document) -> Document:
    """Return a document without the path it has on this machine."""
    return document if "://" in document.address else replace(document, address="")
