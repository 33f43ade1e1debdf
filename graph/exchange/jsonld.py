"""JSON-LD: the graph as linked data, in the W3C vocabularies ORG and PROV.

A statement is an ``rdf:Statement`` that PROV derives from its document; who sits on a body has an
``org:Membership`` in it. https://www.w3.org/TR/vocab-org/, https://www.w3.org/TR/prov-o/
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, unquote

from ...errors import InputError
from ..model import Kind
from ..vocabulary import Vocabulary
from .records import (
    DOCUMENT,
    STAKEHOLDER,
    STATEMENT,
    UNSAID,
    Record,
    document_records,
    said,
    stakeholder_records,
    statement_records,
    to_snapshot,
)
from .snapshot import Snapshot
from .xml import read_whole

OWN = "urn:stakeholder-graph:"
"""What the addresses of all nodes begin with that this program names."""
_LINK = {"@type": "@id"}
_CONTEXT: Mapping[str, Any] = {
    "@vocab": f"{OWN}term:",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "id": "dcterms:identifier",
    "title": "dcterms:title",
    "language": "dcterms:language",
    "name": "skos:prefLabel",
    "aliases": {"@id": "skos:altLabel", "@container": "@set"},
    "identifiers": {"@id": "org:identifier", "@container": "@set"},
    "mentioned_in": {"@id": "schema:subjectOf", "@type": "@id", "@container": "@set"},
    "source": {"@id": "rdf:subject", **_LINK},
    "relation": {"@id": "rdf:predicate", **_LINK},
    "target": {"@id": "rdf:object", **_LINK},
    "quote": "prov:value",
    "document": {"@id": "prov:wasDerivedFrom", **_LINK},
    "since": "schema:startDate",
    "until": "schema:endDate",
    "jointly_with": {"@container": "@list"},
    "member": {"@id": "org:member", **_LINK},
    "organization": {"@id": "org:organization", **_LINK},
    "role": {"@id": "org:role", **_LINK},
    "meaning": "rdfs:comment",
    "label": "rdfs:label",
}
_TYPES = {
    Kind.ORGANIZATION: "org:Organization",
    Kind.BODY: "org:Organization",
    Kind.PERSON: "foaf:Person",
    Kind.ROLE: "org:Post",
    Kind.PROJECT: "foaf:Project",
    Kind.PLACE: "schema:Place",
}
_SEATS = frozenset({"PARTICIPATES_IN", "CHAIRS", "CO_CHAIRS"})
_KEYS = {"stakeholder": STAKEHOLDER, "document": DOCUMENT, "statement": STATEMENT}
_EXTRA = ("@id", "@type", "member", "organization", "role")


def to_jsonld(snapshot: Snapshot, vocabulary: Vocabulary) -> bytes:
    """Return a graph as JSON-LD; texts that are not known are left out.

    Raises
    ------
    VocabularyError
        If a relation is not in the vocabulary.
    """
    rows = statement_records(snapshot)
    kinds = {each.id: each.kind for each in snapshot.stakeholders}
    nodes = [
        {"@id": f"{OWN}program", "@type": "prov:SoftwareAgent", "generator": "stakeholder-graph"},
        *(_relation(vocabulary, name) for name in sorted({row["relation"] for row in rows})),
        *(
            {"@id": _iri("document", row["id"]), "@type": "prov:Entity", **row}
            for row in document_records(snapshot)
        ),
        *(_stakeholder(row) for row in stakeholder_records(snapshot)),
        *(_statement(row, kinds) for row in rows),
    ]
    graph = list(map(said, nodes))
    whole = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def from_jsonld(path: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a file that `to_jsonld` made (as it stands: not compacted anew).

    Raises
    ------
    InputError
        If it is none.
    """
    try:
        nodes = json.loads(read_whole(path))["@graph"]
        return to_snapshot(
            _records(nodes, "stakeholder"),
            _records(nodes, "document"),
            _records(nodes, "statement"),
            str(path),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"is no graph that stakeholder-graph exported ({error})",
            where=str(path),
            remedy="give a file of `stakeholders export`",
        ) from error


def _iri(part: str, id_: str) -> str:
    return f"{OWN}{part}:{quote(id_, safe='')}"


def _id(iri: str) -> str:
    return unquote(iri.removeprefix(OWN).partition(":")[2])


def _part(node: Mapping[str, str]) -> str:
    return node["@id"].removeprefix(OWN).partition(":")[0]


def _relation(vocabulary: Vocabulary, name: str) -> Record:
    relation = vocabulary.relation(name)
    labels = [{"@language": key, "@value": text} for key, text in relation.labels.items()]
    types = ["rdf:Property", *(["org:Role"] if relation.name in _SEATS else [])]
    about = {"label": labels, "meaning": relation.meaning}
    return {"@id": _iri("relation", relation.name), "@type": types, **about}


def _stakeholder(row: Record) -> Record:
    mentioned = [_iri("document", each) for each in row["mentioned_in"]]
    own = {"@id": _iri("stakeholder", row["id"]), "@type": _TYPES[Kind(row["kind"])]}
    return {**own, **row, "mentioned_in": mentioned}


def _statement(row: Record, kinds: Mapping[str, Kind]) -> Record:
    ends = {key: _iri("stakeholder", row[key]) for key in ("source", "target")}
    relation = _iri("relation", row["relation"])
    made = {
        "@id": _iri("statement", row["id"]),
        "@type": ["rdf:Statement", "prov:Entity"],
        **row,
        **ends,
        "relation": relation,
        "document": _iri("document", row["document"]),
    }
    if row["relation"] in _SEATS and kinds[row["target"]] in (Kind.BODY, Kind.ORGANIZATION):
        made["@type"].append("org:Membership")
        made |= {"member": ends["source"], "organization": ends["target"], "role": relation}
    return made


def _records(nodes: Iterable[Mapping[str, Any]], part: str) -> list[Record]:
    keys = _KEYS[part]
    return [{k: UNSAID[k] for k in keys} | _plain(node) for node in nodes if _part(node) == part]


def _plain(node: Mapping[str, Any]) -> Record:
    """Return the record of a node."""
    row = {key: value for key, value in node.items() if key not in _EXTRA}
    row |= {k: _id(row[k]) for k in ("source", "target", "relation", "document") if k in row}
    if "mentioned_in" in row:
        row["mentioned_in"] = list(map(_id, row["mentioned_in"]))
    return row
