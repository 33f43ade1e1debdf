"""Records: stakeholders, documents and statements as flat mappings, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from ..model import Document, Kind, Mention, Place, Qualifiers, Review, Stakeholder, Statement
from ..stores import StoredStatement

if TYPE_CHECKING:
    from .snapshot import Snapshot

Record = dict[str, Any]

STAKEHOLDER = ("id", "name", "kind", "aliases", "identifiers", "mentioned_in")
DOCUMENT = ("id", "title", "address", "language", "sha256", "loaded")
STATEMENT = (
    *("id", "source", "relation", "target", "source_name", "target_name", "quote", "document"),
    *("start_offset", "end_offset", "locator", "phase", "since", "until", "frequency"),
    *("condition", "jointly_with", "confidence", "asserted_by", "review"),
)
LISTS = frozenset({"aliases", "identifiers", "mentioned_in", "jointly_with"})

UNSAID: Record = {
    **dict.fromkeys((*STAKEHOLDER, *DOCUMENT, *STATEMENT), ""),
    **{name: [] for name in LISTS},
}
"""What stands for the texts and lists that a format leaves out."""


def said(record: Record, *apart: str) -> Record:
    """Return what a record tells: no empty text or list, and none of the keys named apart."""
    return {k: v for k, v in record.items() if v not in ("", []) and k not in apart}


def stakeholder_records(snapshot: Snapshot) -> list[Record]:
    """Return a mapping with the keys `STAKEHOLDER` for each stakeholder."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "kind": each.kind.value,
            "aliases": list(each.aliases),
            "identifiers": list(each.identifiers),
            "mentioned_in": list(snapshot.mentioned_in[each.id]),
        }
        for each in snapshot.stakeholders
    ]


def document_records(snapshot: Snapshot) -> list[Record]:
    """Return a mapping with the keys `DOCUMENT` for each document."""
    return [{key: getattr(each, key) for key in DOCUMENT} for each in snapshot.documents]


def statement_records(snapshot: Snapshot) -> list[Record]:
    """Return a mapping with the keys `STATEMENT` for each statement."""
    return [_statement_record(each) for each in snapshot.statements]


def _statement_record(stored: StoredStatement) -> Record:
    told = stored.statement
    place, stated = told.place, told.qualifiers
    return {
        "id": told.id,
        "source": stored.source,
        "relation": told.relation,
        "target": stored.target,
        "source_name": told.source.name,
        "target_name": told.target.name,
        "quote": told.quote,
        "document": told.document,
        "start_offset": place.start,
        "end_offset": place.end,
        "locator": place.locator,
        **{key: getattr(stated, key) for key in ("phase", "since", "until", "frequency")},
        "condition": stated.condition,
        "jointly_with": list(stated.jointly_with),
        "confidence": float(told.confidence),
        "asserted_by": told.asserted_by,
        "review": told.review.value,
    }


def to_statement(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> StoredStatement:
    """Return the statement of a record, or of a row of `Store.frames`."""
    source, target = str(row["source"]), str(row["target"])
    start = row["start_offset"] if "start_offset" in row else row["start"]
    end = row["end_offset"] if "end_offset" in row else row["end"]
    texts = {key: row[key] for key in ("phase", "since", "until", "frequency", "condition")}
    statement = Statement(
        Mention(row["source_name"], kinds[source]),
        row["relation"],
        Mention(row["target_name"], kinds[target]),
        row["quote"],
        row["document"],
        Place(int(start), int(end), row["locator"]),
        Qualifiers(**texts, jointly_with=tuple(row["jointly_with"])),
        float(row["confidence"]),
        row["asserted_by"],
        Review(row["review"]),
    )
    return StoredStatement(source, target, statement)


def to_snapshot(
    stakeholders: Iterable[Mapping[str, Any]],
    documents: Iterable[Mapping[str, Any]],
    statements: Iterable[Mapping[str, Any]],
    where: str,
) -> Snapshot:
    """Return the graph that three tables of records describe.

    Raises
    ------
    InputError
        If a field is missing or has a value it cannot have.
    """
    from .snapshot import Snapshot

    papers = list(documents)
    try:
        people = {row["id"]: row for row in stakeholders}
        kinds = {id_: Kind(row["kind"]) for id_, row in people.items()}
        made = {each.statement.id: each for each in (to_statement(r, kinds) for r in statements)}
        mentioned = {id_: tuple(row["mentioned_in"]) for id_, row in people.items()}
        named = {*chain(*mentioned.values()), *(each.statement.document for each in made.values())}
        if strange := named - {row["id"] for row in papers}:
            raise ValueError(f"it does not list the document {min(strange)!r}")
        return Snapshot(
            tuple(_stakeholder(people[id_], kinds[id_]) for id_ in sorted(people)),
            mentioned,
            tuple(sorted((Document(**row) for row in papers), key=lambda each: each.id)),
            tuple(made[id_] for id_ in sorted(made)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"is no graph that stakeholder-graph exported ({error})",
            where=where,
            remedy="give a file of `stakeholders export`",
        ) from error


def _stakeholder(row: Mapping[str, Any], kind: Kind) -> Stakeholder:
    names = (tuple(row["aliases"]), tuple(row["identifiers"]))
    return Stakeholder(row["id"], row["name"], kind, *names)
