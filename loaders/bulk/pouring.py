"""Pouring: what a large table says, with its ends resolved, as a store takes it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeGuard

import numpy as np

from ...graph import Bulk, Columns, Document, Mention, Review, Told, Values
from ..decisions import JUDGES, Decision, Match, Plan, revised, settle
from ..report import LoadReport
from .grid import Numbers
from .table import LargeTable

_SHARED = {
    **dict.fromkeys(("phase", "since", "until", "frequency", "condition"), ""),
    "jointly_with": [],
    "confidence": 1.0,
    "asserted_by": "table:statements",
    "review": Review.PROPOSED.value,
    "source_resolved": "",
    "target_resolved": "",
}
_AT_ONCE = 100_000
_UNFINISHED = "unfinished "


def is_unfinished(document: Document | None) -> TypeGuard[Document]:
    """Tell whether a document is in the store in part: its load was stopped."""
    return document is not None and not document.loaded and document.sha256.startswith(_UNFINISHED)


def judged(table: LargeTable, decisions: Sequence[Decision]) -> Iterator[Match]:
    """Yield the statements that decisions may judge."""
    meant = [each.said for each in decisions if each.action in JUDGES and each.said]
    if not meant:
        return
    ids, quotes = {each.id for each in meant}, {_plain(each.quote) for each in meant}
    written = [json.dumps(each.name) for each in table.said.mentions]
    for start in range(0, len(table), _AT_ONCE):
        some = np.arange(start, min(start + _AT_ONCE, len(table)))
        for row, id_, quote in zip(
            some.tolist(), table.ids(some, written), table.quotes(some), strict=True
        ):
            if id_ in ids or _plain(quote) in quotes:
                source, relation, target = table.said.at(row)
                yield Match(id_, table.document.id, relation, source.name, target.name, quote)


def _plain(quote: str) -> str:
    return " ".join(quote.split())


class Pour:
    """A large table whose ends are resolved, and what decisions change of it.

    Parameters
    ----------
    table : LargeTable
        What it says.
    ids : mapping of Mention to str
        Which stakeholder each mention stands for.
    plan : Plan
        What decisions come to.
    """

    def __init__(self, table: LargeTable, ids: Mapping[Mention, str], plan: Plan) -> None:
        self._table, self._plan, said = table, plan, table.said
        self._read = [ids[mention] for mention in said.mentions]
        self._final = [settle(id_, table.document.id, plan) for id_ in self._read]
        read, final = _numbered(self._read), _numbered(self._final)
        self.kept = read[said.sources] != read[said.targets]
        self._emptied = self.kept & (final[said.sources] == final[said.targets])
        self._written = [json.dumps(mention.name) for mention in said.mentions]

    def bulk(self, loaded: str) -> Bulk:
        """Return it as a store takes it, with the date it has when all is loaded."""
        table = self._table
        mentions: dict[str, list[Mention]] = {}
        for mention, id_ in zip(table.said.mentions, self._read, strict=True):
            mentions.setdefault(id_, []).append(mention)
        document = replace(table.document, loaded=loaded)
        told = revised(Told(document, mentions, ()), self._plan)
        return Bulk(document, told.mentions, self._columns(), told.statements, self.mark)

    def count(self, report: LoadReport) -> None:
        """Say in a report what is written."""
        said, path = self._table.said, self._table.document.id
        numbers = np.bincount(said.relation[self.kept], minlength=len(said.relations)).tolist()
        report.loaded.append(path)
        report.notes += [f"{path}: {note}" for note in self._table.notes]
        report.tables.append((path, self._table.explanation))
        report.statements.update(
            {name: n for name, n in zip(said.relations, numbers, strict=True) if n}
        )
        dropped = len(self._table) - int(self.kept.sum())
        report.set_aside.update(["ends"] * dropped)

    def _columns(self) -> list[Columns]:
        said, shared = self._table.said, {**_SHARED, "document": self._table.document.id}
        found = []
        for relation, number in sorted((name, n) for n, name in enumerate(said.relations)):
            rows = np.flatnonzero(self.kept & (said.relation == number))
            if len(rows):
                found.append(Columns(relation, len(rows), shared, partial(self._take, rows)))
        return found

    def _take(self, rows: Numbers, start: int, stop: int) -> Values:
        """Return the properties of some of the statements in some rows."""
        table, some = self._table, rows[start:stop]
        sources, targets = (a[some].tolist() for a in (table.said.sources, table.said.targets))
        names = [mention.name for mention in table.said.mentions]
        values: dict[str, list[Any]] = {
            "source": [self._final[each] for each in sources],
            "target": [self._final[each] for each in targets],
            "id": table.ids(some, self._written),
            "quote": table.quotes(some),
            "start_offset": table.starts[some].tolist(),
            "end_offset": table.ends[some].tolist(),
            "locator": table.locators(some),
            "source_name": [names[each] for each in sources],
            "target_name": [names[each] for each in targets],
        }
        values.update({name: each.listed(some) for name, each in table.qualifiers.items()})
        if "jointly_with" in values:
            values["jointly_with"] = [list(each) for each in values["jointly_with"]]
        return {**values, **self._decided(values["id"], some, sources, targets)}

    def _decided(
        self, ids: list[str], some: Numbers, sources: list[int], targets: list[int]
    ) -> Values:
        """Return what decisions change of some statements."""
        if self._read == self._final and not self._plan.reviews:
            return {}
        pairs = zip(self._read, self._final, strict=True)
        resolved = [read if read != final else "" for read, final in pairs]
        reviews, proposed = self._plan.reviews, Review.PROPOSED
        return {
            "review": [
                (Review.REJECTED if emptied else reviews.get(id_, proposed)).value
                for id_, emptied in zip(ids, self._emptied[some].tolist(), strict=True)
            ],
            "source_resolved": [resolved[each] for each in sources],
            "target_resolved": [resolved[each] for each in targets],
        }

    @property
    def mark(self) -> str:
        """Return what tells this from any other reading of the same document."""
        reviews = sorted(self._plan.reviews.items())
        told = [self._table.document.sha256, len(self._table), self._read, self._final, reviews]
        return _UNFINISHED + hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _numbered(ids: Sequence[str]) -> Numbers:
    places: dict[str, int] = {}
    return np.array([places.setdefault(id_, len(places)) for id_ in ids], np.int64)
