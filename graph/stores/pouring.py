"""Pouring: a document too large for one transaction goes into a Cypher store in batches.

First the document, which says that it is not whole yet; then its stakeholders, with their names
and mentions; then its statements, one relation after the other; last, that it is whole. Each step
is done or not done, and what is there tells which is next. So a load that was stopped goes on.
While the database takes some statements, the next are made ready.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from ..model import Stakeholder
from ..vocabulary import Vocabulary
from .accounts import Account, account
from .ahead import ahead
from .batches import Execute, batched
from .bulk import Bulk, Columns, Values
from .closing import Closing
from .cyphers import check_relation, cypher, cypher_for
from .identity import Mentions
from .naming import introduce
from .protocol import Row, Tell

T = TypeVar("T")


class Pouring(Closing):
    """What the Cypher stores do with a large document."""

    _vocabulary: Vocabulary
    _part = 5_000  # stakeholders in a transaction
    _batch = 10_000  # statements in one

    def pour(self, bulk: Bulk, tell: Tell | None = None) -> None:
        """Put a large document in batches; see `Store.pour`."""
        told = account(self._vocabulary, bulk.document, bulk.mentions, bulk.statements)
        for columns in bulk.columns:
            check_relation(columns.relation, self._vocabulary)
        resumed = self._begin(told, bulk.mark)
        self._introduce(told, resumed=resumed)
        self._state(bulk.columns, tell, resumed=resumed)
        self._change(lambda execute: self._end(execute, told))

    def _begin(self, told: Account, mark: str) -> bool:
        """Put the document as one that is not whole; tell whether it was there as such already."""
        at = {"document": told.document["id"]}
        there = self.run(cypher("pouring"), at)
        if there == [{"mark": mark, "loaded": ""}]:
            return True
        if there:
            self.forget(told.document["id"])
        row = {**told.document, "sha256": mark, "loaded": "", "text": ""}
        self._change(lambda execute: execute(cypher("put_document"), row))
        return False

    def _introduce(self, told: Account, *, resumed: bool) -> None:
        """Write the stakeholders that are not mentioned yet, some at a time."""
        at = {"document": told.document["id"]}
        known = {row["id"] for row in self.run(cypher("mentioned"), at)} if resumed else set()
        mentions: dict[str, list[Row]] = {}
        for row in told.mentions:
            mentions.setdefault(row["id"], []).append(row)
        left = {id_: named for id_, named in told.named.items() if id_ not in known}
        for part in _parts(left, self._part):
            rows = [row for id_ in part for row in mentions[id_]]
            self._change_much(lambda execute: self._put(execute, part, rows))  # noqa: B023

    def _put(self, execute: Execute, named: Mentions, rows: list[Row]) -> None:
        self._mark(execute, introduce(execute, named, rows))

    def _state(self, columns: Sequence[Columns], tell: Tell | None, *, resumed: bool) -> None:
        """Write the statements that are not there yet."""
        there = [self._count(each) if resumed else 0 for each in columns]
        done = sum(there)
        left = (
            (each, len(values["id"]), self._lay_out(each, values))
            for each, first in zip(columns, there, strict=True)
            for values in each.batches(self._batch, first)
        )
        with ahead(left) as batches:
            for each, size, batch in batches:
                self._copy(each.relation, batch)
                done += size
                if tell:
                    tell(done)

    def _count(self, columns: Columns) -> int:
        query = cypher_for("count_statements", columns.relation, self._vocabulary)
        return int(self.run(query, {"document": columns.shared["document"]})[0]["number"])

    def _end(self, execute: Execute, told: Account) -> None:
        """Write what else the document states, and that it is whole."""
        for relation, rows in told.statements.items():
            query = cypher_for("create_statements", relation, self._vocabulary)
            batched(execute, query, "rows", rows)
        execute(cypher("put_document"), told.document)

    def _change_much(self, work: Callable[[Execute], T]) -> T:
        """Do work that creates much in one transaction."""
        return self._change(work)

    @abstractmethod
    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""

    @abstractmethod
    def forget(self, document: str) -> bool:
        """Remove a document."""

    @abstractmethod
    def _change(self, work: Callable[[Execute], T]) -> T:
        """Do all the work in one writing transaction, or none of it."""

    @abstractmethod
    def _mark(self, execute: Execute, stakeholders: list[Stakeholder]) -> None:
        """Do what a database wants done, beyond its properties, to stakeholders that changed."""

    @abstractmethod
    def _lay_out(self, columns: Columns, values: Values) -> Any:
        """Return statements as the database takes them; the store is left alone."""

    @abstractmethod
    def _copy(self, relation: str, batch: Any) -> None:
        """Create statements that are laid out, in one transaction of their own."""


def _parts(named: Mentions, size: int) -> Iterator[Mentions]:
    items = iter(named.items())
    while part := dict(islice(items, size)):
        yield part
