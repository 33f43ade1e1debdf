"""Telling: all that a document states, read back as it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Kind, Mention, Place, Qualifiers, Review, Stakeholder, Statement
from .identity import describe
from .protocol import NOBODY, Row, StoredStatement, Told
from .rows import to_document, to_mention

_QUALIFIERS = ("phase", "since", "until", "frequency", "condition")


def tell(document: Row, mentions: Iterable[Row], statements: Iterable[Row]) -> Told:
    """Return what a document states, of its rows."""
    named: dict[str, list[Mention]] = {}
    for row in mentions:
        named.setdefault(row["id"], []).append(to_mention(row))
    said = [_statement(row, named) for row in statements]
    return Told(
        to_document(document),
        {id_: tuple(sorted(named[id_], key=repr)) for id_ in sorted(named)},
        tuple(sorted(said, key=lambda each: each.statement.id)),
    )


def undecided(
    stakeholders: Iterable[Stakeholder], changed: Iterable[tuple[str, Mention, int]]
) -> list[Stakeholder]:
    """Return stakeholders as resolution alone makes them.

    Parameters
    ----------
    stakeholders : iterable of Stakeholder
        As they stand.
    changed : iterable of (str, Mention, int)
        Every mention, with its number of documents, of those that a decision has changed.
    """
    counts: dict[str, Counter[Mention]] = {}
    seen: set[str] = set()
    for id_, mention, times in changed:
        seen.add(id_)
        if mention.resolved != NOBODY and not mention.chosen:
            plain = replace(mention, resolved="")
            counts.setdefault(mention.resolved or id_, Counter())[plain] += times
    untouched = [each for each in stakeholders if each.id not in seen]
    made = [describe(id_, counts[id_]) for id_ in counts]
    return sorted([*untouched, *made], key=lambda each: each.id)


def _statement(row: Row, named: Mapping[str, Sequence[Mention]]) -> StoredStatement:
    texts = {name: row[name] for name in _QUALIFIERS}
    said = Statement(
        _end(row["source_name"], row["source_resolved"] or "", named.get(row["source"], ())),
        row["relation"],
        _end(row["target_name"], row["target_resolved"] or "", named.get(row["target"], ())),
        row["quote"],
        row["document"],
        Place(row["start_offset"], row["end_offset"], row["locator"]),
        Qualifiers(**texts, jointly_with=tuple(row["jointly_with"])),
        row["confidence"],
        row["asserted_by"],
        Review(row["review"]),
    )
    return StoredStatement(row["source"], row["target"], said)


def _end(name: str, resolved: str, mentions: Sequence[Mention]) -> Mention:
    """Return the mention that an end of a statement is."""
    found = [m for m in mentions if m.name == name and m.resolved == resolved]
    return min(found, key=repr, default=Mention(name, Kind.ORGANIZATION, resolved=resolved))
