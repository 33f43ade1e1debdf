"""Popolo: persons, organisations, posts and memberships, as parliaments and civic tools keep them.

https://www.popoloproject.com/specs/ (what Popolo has no term for is under ``stakeholder_graph``).
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...errors import InputError
from ..model import Kind
from ..vocabulary import Vocabulary
from .extension import KEY, dates, extended, record_of
from .records import (
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

_LISTS = {
    Kind.PERSON: "persons",
    Kind.ORGANIZATION: "organizations",
    Kind.BODY: "organizations",
    Kind.PROJECT: "organizations",
    Kind.ROLE: "posts",
    Kind.PLACE: "areas",
}
ORGANIZATIONS = frozenset(kind for kind, name in _LISTS.items() if name == "organizations")
"""What memberships are of: a statement about anything else is none."""
_MEMBERS = {"persons": "person_id", "posts": "post_id", "areas": "area_id"}


def to_popolo(snapshot: Snapshot, vocabulary: Vocabulary) -> bytes:
    """Return a graph as Popolo JSON.

    A statement about an organisation, a body or a project is a membership in it whose ``role`` is
    the relation, and whose source has the quote; other statements are left out.

    Raises
    ------
    VocabularyError
        If a relation is not in the vocabulary.
    """
    whole: dict[str, Any] = {"generator": "stakeholder-graph"}
    whole |= {name: [] for name in (*dict.fromkeys(_LISTS.values()), "memberships")}
    rows = {row["id"]: row for row in stakeholder_records(snapshot)}
    for row in rows.values():
        whole[_list(row)].append(_stakeholder(row))
    for row in statement_records(about_organizations(snapshot)):
        role = vocabulary.relation(row["relation"]).labels["en"]
        whole["memberships"].append(_membership(row, role, _list(rows[row["source"]])))
    parents = _parents(snapshot)
    for entry in whole["organizations"]:
        if len(found := parents[entry["id"]]) == 1:
            entry["parent_id"] = found.pop()
    whole[KEY] = {"documents": document_records(snapshot)}
    return (json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def about_organizations(snapshot: Snapshot) -> Snapshot:
    """Return the part of a graph that Popolo carries."""
    kinds = {each.id: each.kind for each in snapshot.stakeholders}
    kept = (each for each in snapshot.statements if kinds[each.target] in ORGANIZATIONS)
    return replace(snapshot, statements=tuple(kept))


def from_popolo(path: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a Popolo file that `to_popolo` made.

    Raises
    ------
    InputError
        If it is none.
    """
    try:
        whole = json.loads(read_whole(path))
        entries = [each for name in dict.fromkeys(_LISTS.values()) for each in whole[name]]
        return to_snapshot(
            map(_stakeholder_record, entries),
            whole[KEY]["documents"],
            map(_statement_record, whole["memberships"]),
            str(path),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"is no graph that stakeholder-graph exported ({error})",
            where=str(path),
            remedy="read it by the mapping `popolo`",
        ) from error


def _parents(snapshot: Snapshot) -> Mapping[str, set[str]]:
    """Return what each organisation is stated to be part of."""
    kinds = {each.id: each.kind for each in snapshot.stakeholders}
    parents = defaultdict[str, set[str]](set)
    for each in snapshot.statements:
        ends = {kinds[each.source], kinds[each.target]}
        if each.statement.relation == "PART_OF" and ends <= ORGANIZATIONS:
            parents[each.source].add(each.target)
    return parents


def _list(row: Record) -> str:
    return _LISTS[Kind(row["kind"])]


def _stakeholder(row: Record) -> Record:
    named = "label" if _list(row) == "posts" else "name"
    organization = row["kind"] in ORGANIZATIONS
    terms = {
        "id": row["id"],
        named: row["name"],
        "classification": row["kind"] if organization else "",
        "other_names": [{"name": each} for each in row["aliases"]],
        "identifiers": list(map(_identifier, row["identifiers"])),
    }
    return extended(terms, row, "id", "name", "aliases", "identifiers")


def _stakeholder_record(entry: Mapping[str, Any]) -> Record:
    return record_of(
        entry,
        STAKEHOLDER,
        id=entry["id"],
        name=entry.get("name") or entry.get("label"),
        aliases=[each["name"] for each in entry.get("other_names", ())],
        identifiers=[
            ":".join(each[key] for key in ("scheme", "identifier") if key in each)
            for each in entry.get("identifiers", ())
        ],
    )


def _identifier(text: str) -> dict[str, str]:
    scheme, colon, value = text.partition(":")
    return {"scheme": scheme, "identifier": value} if colon else {"identifier": text}


def _membership(row: Record, role: str, source: str) -> Record:
    member: Record = {_MEMBERS[source]: row["source"]} if source in _MEMBERS else {}
    dated = dates(row)
    terms = {
        "id": row["id"],
        "role": role,
        **member,
        "member": {} if member else {"@type": "Organization", "id": row["source"]},
        "organization_id": row["target"],
        "start_date": dated.get("since", ""),
        "end_date": dated.get("until", ""),
        "sources": [{"note": row["quote"]}] if row["quote"] else [],
    }
    return extended(
        {key: value for key, value in terms.items() if value != {}},
        row,
        *("id", "source", "target", "quote", *dated),
    )


def _statement_record(entry: Mapping[str, Any]) -> Record:
    members = _sources(entry)
    return record_of(
        entry,
        STATEMENT,
        id=entry["id"],
        source=next(members),
        target=entry["organization_id"],
        since=entry.get("start_date"),
        until=entry.get("end_date"),
        quote="".join(each["note"] for each in entry.get("sources", ())),
    )


def _sources(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from (entry[key] for key in _MEMBERS.values() if key in entry)
    yield entry["member"]["id"]
