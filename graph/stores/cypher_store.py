"""What the stores that speak Cypher have in common: everything but the connection."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ...errors import StoreError
from ..contacts import discreet
from ..model import Document, Mention, Stakeholder
from ..vocabulary import Vocabulary
from . import writing
from .accounts import account
from .batches import Execute
from .cyphers import cypher
from .frames import EDGES, NODES, shape
from .pouring import Pouring
from .protocol import Row, StoredStatement, Told
from .rows import to_document, to_mention, to_stakeholder
from .telling import tell, undecided

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")


class CypherStore(Pouring):
    """A store that is a database with Cypher."""

    def __init__(self, address: str, vocabulary: Vocabulary, *, read_only: bool) -> None:
        self._address = address
        self._vocabulary = vocabulary
        self._read_only = read_only

    @property
    def address(self) -> str:
        """Where the store is, without any secret."""
        return self._address

    @property
    def relations(self) -> frozenset[str]:
        """The relations that may be in it: a query can name these as types."""
        return frozenset(self._vocabulary.relations)

    def documents(self) -> list[Document]:
        """Return what is loaded, by id, without the texts."""
        return [to_document(row) for row in self.run(cypher("documents"))]

    def text(self, document: str) -> str:
        """Return the stored text of a document, empty if it is not there."""
        rows = self.run(cypher("text"), {"document": document})
        return str(rows[0]["text"]) if rows else ""

    def told(self, document: str) -> Told | None:
        """Return all that a document states, as it was written; None if it is not there."""
        at = {"document": document}
        found = self.run(cypher("told_document"), at)
        queries = cypher("mentions_of"), cypher("told_statements")
        return tell(found[0], *(self.run(query, at) for query in queries)) if found else None

    def stakeholders(self, *, decided: bool = True) -> list[Stakeholder]:
        """Return every stakeholder, by id; or as resolution alone makes them, undecided."""
        found = [to_stakeholder(row) for row in self.run(cypher("stakeholders"))]
        if decided:
            return found
        rows = self.run(cypher("undecided"))
        return undecided(found, [(row["id"], to_mention(row), row["times"]) for row in rows])

    def write(
        self,
        document: Document,
        mentions: Mapping[str, Sequence[Mention]],
        statements: Iterable[StoredStatement],
    ) -> None:
        """Put a document, its mentions (by stakeholder id) and statements, in one transaction.

        Raises
        ------
        VocabularyError
            If a relation is not in the vocabulary.
        InputError
            If a statement is of another document, or a text is not sound.
        StoreError
            If the store is read-only, or the database refuses.
        """
        told = account(self._vocabulary, *discreet(document, mentions, statements))

        def work(execute: Execute) -> None:
            self._mark(execute, writing.put(execute, self._vocabulary, told))

        self._change(work)

    def forget(self, document: str) -> bool:
        """Remove a document, its statements, and the stakeholders no other one mentions."""

        def work(execute: Execute) -> bool:
            changed = writing.remove(execute, document)
            self._mark(execute, changed or [])
            return changed is not None

        return self._change(work)

    @abstractmethod
    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return all stakeholders and all statements as two DataFrames (see `Store.frames`)."""
        nodes, edges = self._frame(cypher("nodes")), self._frame(cypher("edges"))
        return shape(nodes, NODES), shape(edges, EDGES)

    def _change(self, work: Callable[[Execute], T]) -> T:
        if self._read_only:
            raise StoreError("is open read-only", where=self._address, remedy="open it for writing")
        return self._transact(work)

    @abstractmethod
    def _transact(self, work: Callable[[Execute], T]) -> T:
        """Do all the work in one writing transaction, or none of it."""

    @abstractmethod
    def _frame(self, query: str) -> pd.DataFrame:
        """Run a reading query and return its rows as a DataFrame."""

    @abstractmethod
    def _mark(self, execute: Execute, stakeholders: list[Stakeholder]) -> None:
        """Do what a database wants done, beyond its properties, to stakeholders that changed."""
