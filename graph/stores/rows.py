"""Rows: the model as the flat records that queries take, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..model import Document, Kind, Mention, Stakeholder
from .protocol import Row, StoredStatement


def statement_row(id_: str, stored: StoredStatement) -> Row:
    """Return the properties of a statement, with the ids of its ends."""
    said, place, qualifiers = stored.statement, stored.statement.place, stored.statement.qualifiers
    return {
        "id": id_,
        "source": stored.source,
        "target": stored.target,
        "source_name": said.source.name,
        "target_name": said.target.name,
        "source_resolved": said.source.resolved,
        "target_resolved": said.target.resolved,
        "quote": said.quote,
        "document": said.document,
        "start_offset": place.start,
        "end_offset": place.end,
        "locator": place.locator,
        "phase": qualifiers.phase,
        "since": qualifiers.since,
        "until": qualifiers.until,
        "frequency": qualifiers.frequency,
        "condition": qualifiers.condition,
        "jointly_with": list(qualifiers.jointly_with),
        "confidence": float(said.confidence),
        "asserted_by": said.asserted_by,
        "review": said.review.value,
    }


def document_row(document: Document) -> Row:
    """Return the properties of a document."""
    return asdict(document)


def stakeholder_row(stakeholder: Stakeholder) -> Row:
    """Return the properties of a stakeholder."""
    return {
        "id": stakeholder.id,
        "name": stakeholder.name,
        "kind": stakeholder.kind.value,
        "aliases": list(stakeholder.aliases),
        "identifiers": list(stakeholder.identifiers),
    }


def mention_row(id_: str, document: str, mention: Mention) -> Row:
    """Return a mention of a stakeholder in a document."""
    return {
        "id": id_,
        "document": document,
        "name": mention.name,
        "aliases": list(mention.aliases),
        "kind": mention.kind.value,
        "scope": mention.scope,
        "identifiers": list(mention.identifiers),
        "resolved": mention.resolved,
        "chosen": mention.chosen,
    }


def to_mention(row: Row) -> Mention:
    """Return the mention of a row."""
    return Mention(
        row["name"],
        Kind(row["kind"]),
        tuple(row["aliases"]),
        row["scope"],
        tuple(row["identifiers"] or ()),
        row["resolved"] or "",
        bool(row["chosen"]),
    )


def to_stakeholder(row: Row) -> Stakeholder:
    """Return the stakeholder of a row."""
    names: dict[str, Any] = {key: tuple(row[key]) for key in ("aliases", "identifiers")}
    return Stakeholder(row["id"], row["name"], Kind(row["kind"]), **names)


def to_document(row: Row) -> Document:
    """Return the document of a row."""
    return Document(**row)
