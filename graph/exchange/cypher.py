"""Cypher: a script that builds the graph in any Neo4j: ``cypher-shell -f graph.cypher``.

A file cannot have parameters, so values are literals, all made by `literal`; labels and types come
only from the vocabulary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ..model import Kind
from ..vocabulary import Vocabulary
from .records import Record, document_records, stakeholder_records, statement_records
from .snapshot import Snapshot

_ROWS = 500  # of one command: a transaction of a few megabytes at most
_ESCAPED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r"[\\'\n\r\t]")
# Cypher turns \uXXXX into a character before it looks for quotes, even after a backslash.
_BEFORE_U = re.compile(r"(?<=\\)(?=[uU])")

_CONSTRAINTS = (
    "CREATE CONSTRAINT stakeholder_id IF NOT EXISTS FOR (s:Stakeholder) REQUIRE s.id IS UNIQUE;",
    "CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;",
)


def literal(value: str | float | Sequence[str] | Mapping[str, object]) -> str:
    r"""Return a value as Cypher that evaluates to it, whatever it holds.

    Keys of mappings must be names that the program chose.

    >>> print(literal({"name": "L'Agence", "aliases": ["a\\b"], "start": -1}))
    {name: 'L\'Agence', aliases: ['a\\b'], start: -1}
    >>> print(literal("\\u0027}) DETACH DELETE n //"))
    '\\' + 'u0027}) DETACH DELETE n //'
    """
    if isinstance(value, str):
        pieces = (_SPECIAL.sub(lambda c: _ESCAPED[c[0]], part) for part in _BEFORE_U.split(value))
        return " + ".join(f"'{piece}'" for piece in pieces)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {literal(v)}" for key, v in value.items()) + "}"  # type: ignore[arg-type]
    if isinstance(value, int | float):
        return json.dumps(value, allow_nan=False)
    return "[" + ", ".join(map(literal, value)) + "]"


def to_cypher(snapshot: Snapshot, vocabulary: Vocabulary) -> bytes:
    """Return a script that adds a graph to a database; run again, it changes nothing.

    Raises
    ------
    VocabularyError
        If a relation is not in the vocabulary.
    """
    lines = ["// generator: stakeholder-graph", *_CONSTRAINTS]
    lines += _merged(document_records(snapshot), "Document")
    nodes = stakeholder_records(snapshot)
    pairs = [{"id": row["id"], "d": d} for row in nodes for d in row.pop("mentioned_in")]
    for kind in Kind:
        rows = [row for row in nodes if row["kind"] == kind]
        lines += _merged(rows, "Stakeholder", f" SET n:{kind.capitalize()}")
    lines += _unwound(
        pairs,
        "MATCH (s:Stakeholder {id: r.id}) MATCH (d:Document {id: r.d}) "
        "MERGE (s)-[:MENTIONED_IN]->(d)",
    )
    return "\n".join([*lines, *_statements(snapshot, vocabulary), ""]).encode()


def _statements(snapshot: Snapshot, vocabulary: Vocabulary) -> Iterator[str]:
    rows = sorted(statement_records(snapshot), key=lambda row: (row["relation"], row["id"]))
    for name, group in groupby(rows, key=lambda row: str(row["relation"])):
        relation = vocabulary.relation(name).name
        yield from _unwound(
            ({"a": r.pop("source"), "b": r.pop("target"), "e": _edge(r)} for r in group),
            "MATCH (a:Stakeholder {id: r.a}) MATCH (b:Stakeholder {id: r.b}) "
            f"MERGE (a)-[e:{relation} {{id: r.e.id}}]->(b) SET e += r.e",
        )


def _edge(row: Record) -> Record:
    return {key: value for key, value in row.items() if key != "relation"}


def _merged(rows: Iterable[Record], label: str, more: str = "") -> Iterator[str]:
    return _unwound(rows, f"MERGE (n:{label} {{id: r.id}}) SET n += r{more}")


def _unwound(rows: Iterable[Record], command: str) -> Iterator[str]:
    kept = list(rows)
    for first in range(0, len(kept), _ROWS):
        listed = ",\n".join(map(literal, kept[first : first + _ROWS]))
        yield f"UNWIND [\n{listed}\n] AS r\n{command};"
