"""Small graphs to write, and a picture of what a store holds to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Statement,
    Store,
    StoredStatement,
    slug,
)

MINISTRY = Mention("Ministry of Works", Kind.ORGANIZATION, ("MoW",))
AGENCY = Mention("Port Agency", Kind.ORGANIZATION, ("PA",))
HARBOUR = Mention("Harbour project", Kind.PROJECT)
BOARD = Mention("steering board", Kind.BODY, scope="Harbour")


@dataclass(frozen=True)
class Told:
    """What is written of one document."""

    document: Document
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    statements: Sequence[StoredStatement] = ()

    def write_to(self, store: Store) -> None:
        store.write(self.document, self.mentions, self.statements)


def states(
    source: Mention, relation: str, target: Mention, document: str, **others: Any
) -> StoredStatement:
    """State a relation; the stakeholders' ids are made of their names."""
    quote = others.pop("quote", f"{source.name} {relation} {target.name}")
    said = Statement(source, relation, target, quote, document, **others)
    return StoredStatement(slug(source.name), slug(target.name), said)


def told(document: str, *statements: StoredStatement, **mentions: Sequence[Mention]) -> Told:
    """Tell statements of a document, and by keyword the mentions of a stakeholder's id."""
    whole = Document(document, f"Title of {document}", f"/docs/{document}", "en", "0" * 64, "text")
    return Told(whole, mentions, statements)


def charter() -> Told:
    return told(
        "charter",
        states(AGENCY, "PILOTS", HARBOUR, "charter", place=Place(3, 19, "line 1")),
        states(MINISTRY, "SPONSORS", HARBOUR, "charter"),
        states(BOARD, "GOVERNS", HARBOUR, "charter"),
    )


def minutes() -> Told:
    return told(
        "minutes",
        states(AGENCY, "PILOTS", HARBOUR, "minutes"),
        states(MINISTRY, "CHAIRS", BOARD, "minutes"),
    )


_PROPERTIES = (
    "quote document start_offset end_offset locator phase since until frequency condition "
    "jointly_with confidence asserted_by review source_name target_name "
    "source_resolved target_resolved"
).split()

_QUERIES = {
    "documents": "MATCH (d:Document) RETURN d.id, d.title, d.address, d.language, d.sha256, "
    "d.text, d.loaded",
    "stakeholders": "MATCH (s:Stakeholder) RETURN s.id, s.name, s.kind, s.aliases, s.identifiers",
    "keys": "MATCH (n:Name) RETURN n.key",
    "names": "MATCH (n:Name)-[:NAMES]->(s:Stakeholder) RETURN n.key, s.id",
    "mentions": "MATCH (s:Stakeholder)-[m:MENTIONED_IN]->(d:Document) "
    "RETURN s.id, d.id, m.name, m.aliases, m.kind, m.scope, "
    "m.identifiers, m.resolved, m.chosen",
    "statements": "MATCH (a:Stakeholder)-[r]->(b:Stakeholder) RETURN r.id, a.id, type(r), b.id, "
    + ", ".join(f"r.{name}" for name in _PROPERTIES),
}


def picture(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all nodes and relationships, with everything they hold, sorted."""
    return {
        name: sorted(_tuple(row) for row in store.run(query)) for name, query in _QUERIES.items()
    }


def edges(store: Store) -> set[tuple[str, str, str, str]]:
    """Return (source, relation, target, document) of every statement."""
    query = "MATCH (a:Stakeholder)-[r]->(b:Stakeholder) RETURN a.id, type(r), b.id, r.document"
    return {_tuple(row) for row in store.run(query)}


def found_by(store: Store, key: str) -> set[str]:
    """Return the ids of the stakeholders that a key leads to."""
    query = "MATCH (:Name {key: $key})-[:NAMES]->(s:Stakeholder) RETURN s.id AS id"
    return {row["id"] for row in store.run(query, {"key": key})}


def _tuple(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(tuple(v) if isinstance(v, list) else v for v in row.values())
