"""FollowTheMoney: entities, one a line, for Aleph, OpenSanctions and their tools.

https://followthemoney.tech/explorer/ (what its schemata have no property for is under the key
``stakeholder_graph``, which its tools hand on as context). The schemata are those of 4.11; their
package is not needed to write them: it would bring 300 MB and a C++ library to compile.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from ...errors import InputError
from ..model import Kind
from ..vocabulary import Vocabulary
from .extension import KEY, dates, extended, record_of
from .records import (
    DOCUMENT,
    STAKEHOLDER,
    STATEMENT,
    Record,
    document_records,
    stakeholder_records,
    statement_records,
    to_snapshot,
)
from .snapshot import Snapshot
from .xml import read_whole

_SCHEMATA = {
    Kind.ORGANIZATION: "Organization",
    Kind.BODY: "Organization",
    Kind.PERSON: "Person",
    Kind.ROLE: "Position",
    Kind.PROJECT: "Project",
    Kind.PLACE: "Address",
}
_THINGS = frozenset(_SCHEMATA.values())
_LANGUAGES = {"fr": "fra", "en": "eng"}
_SEATS = frozenset({"PARTICIPATES_IN", "CHAIRS", "CO_CHAIRS"})
_LEGAL = frozenset({"Organization", "Person"})
_EDGES = {
    "Membership": ("member", "organization"),
    "ProjectParticipant": ("participant", "project"),
    "UnknownLink": ("subject", "object"),
}
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", re.ASCII)


def to_ftm(snapshot: Snapshot, vocabulary: Vocabulary) -> bytes:
    """Return a graph as FollowTheMoney entities, a JSON object a line.

    Who sits on a body is a ``Membership``, who does something for a project a
    ``ProjectParticipant``, anything else an ``UnknownLink``; ``role`` is the relation,
    ``description`` the quote and ``proof`` the document.

    Raises
    ------
    VocabularyError
        If a relation is not in the vocabulary.
    """
    nodes = stakeholder_records(snapshot)
    schemata = {row["id"]: _SCHEMATA[Kind(row["kind"])] for row in nodes}
    entities = [
        *map(_document, document_records(snapshot)),
        *map(_stakeholder, nodes),
        *(
            _statement(row, schemata, vocabulary.relation(row["relation"]).labels["en"])
            for row in statement_records(snapshot)
        ),
    ]
    lines = (json.dumps(each, ensure_ascii=False, allow_nan=False) + "\n" for each in entities)
    return "".join(lines).encode()


def from_ftm(path: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a file that `to_ftm` made, also after other tools wrote it anew.

    Raises
    ------
    InputError
        If it is none.
    """
    try:
        lines = filter(None, read_whole(path).decode().split("\n"))
        read = list(map(json.loads, lines))
        entities = [each for each in read if KEY in each]
        if read and not entities:
            raise ValueError("no entity of its own")
        documents = [each for each in entities if each["schema"] == "Document"]
        edges = [each for each in entities if each["schema"] in _EDGES]
        ids = {each["id"]: each[KEY]["id"] for each in entities}
        nodes = [each for each in entities if each["schema"] in _THINGS]
        return to_snapshot(
            (_stakeholder_record(each, ids) for each in nodes),
            (record_of(each, DOCUMENT) for each in documents),
            (_statement_record(each, ids) for each in edges),
            str(path),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"is no graph that stakeholder-graph exported ({error})",
            where=str(path),
            remedy="read it by the mapping `followthemoney`",
        ) from error


def _entity(part: str, schema: str, properties: Record, row: Record, *carried: str) -> Record:
    values = {
        name: found if isinstance(found, list) else [found]
        for name, found in properties.items()
        if found
    }
    terms = {"id": _iri(part, row["id"]), "schema": schema, "properties": values}
    return extended(terms, row, *carried)


def _iri(part: str, id_: str) -> str:
    """Return an id as FollowTheMoney takes them: letters, digits, points and hyphens."""
    tail = id_ if _ID.fullmatch(id_) else sha256(id_.encode()).hexdigest()[:20]
    return f"{part}-{tail}"


def _document(row: Record) -> Record:
    properties = {
        "fileName": row["id"],
        "title": row["title"],
        "language": _LANGUAGES.get(row["language"], ""),
        "sourceUrl": row["address"],
    }
    return _entity("document", "Document", properties, row)


def _stakeholder(row: Record) -> Record:
    proof = [_iri("document", each) for each in row["mentioned_in"]]
    properties = {"name": row["name"], "alias": row["aliases"], "proof": proof}
    schema = _SCHEMATA[Kind(row["kind"])]
    properties["full"] = row["name"] if schema == "Address" else ""
    return _entity("stakeholder", schema, properties, row, "name", "aliases", "mentioned_in")


def _stakeholder_record(entity: Mapping[str, Any], ids: Mapping[str, str]) -> Record:
    found = entity["properties"]
    return record_of(
        entity,
        STAKEHOLDER,
        name=found["name"][0],
        aliases=found.get("alias"),
        mentioned_in=[ids[each] for each in found.get("proof", ())],
    )


def _schema(relation: str, source: str, target: str) -> str:
    if relation in _SEATS and source in _LEGAL and target == "Organization":
        return "Membership"
    if source in _LEGAL and target == "Project":
        return "ProjectParticipant"
    return "UnknownLink"


def _statement(row: Record, schemata: Mapping[str, str], role: str) -> Record:
    schema = _schema(row["relation"], schemata[row["source"]], schemata[row["target"]])
    source, target = _EDGES[schema]
    dated = dates(row)
    properties = {
        source: _iri("stakeholder", row["source"]),
        target: _iri("stakeholder", row["target"]),
        "role": role,
        "description": row["quote"],
        "proof": _iri("document", row["document"]),
        "recordId": row["locator"],
        "startDate": dated.get("since", ""),
        "endDate": dated.get("until", ""),
    }
    carried = ("source", "target", "quote", "document", "locator", *dated)
    return _entity("statement", schema, properties, row, *carried)


def _statement_record(entity: Mapping[str, Any], ids: Mapping[str, str]) -> Record:
    found = {key: values[0] for key, values in entity["properties"].items()}
    source, target = _EDGES[entity["schema"]]
    return record_of(
        entity,
        STATEMENT,
        source=ids[found[source]],
        target=ids[found[target]],
        quote=found.get("description"),
        document=ids[found["proof"]],
        locator=found.get("recordId"),
        since=found.get("startDate"),
        until=found.get("endDate"),
    )
