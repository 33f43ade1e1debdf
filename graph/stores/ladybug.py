"""The embedded store: one file, no server, kept by Ladybug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import ladybug

from ...errors import StoreError
from ..model import Document, Mention, Stakeholder
from ..vocabulary import Vocabulary, load_vocabulary
from . import ladybug_files, ladybug_schema, writing
from .cyphers import cypher
from .frames import EDGES, NODES, shape
from .protocol import Row, StoredStatement
from .rows import to_document, to_stakeholder

if TYPE_CHECKING:
    import pandas as pd


class LadybugStore:
    """A store in a file, or in memory.

    Parameters
    ----------
    path : str or Path
        The file; it is made when it is missing and the store may be written. ``:memory:`` for a
        store that is gone when it is closed.
    read_only : bool
        Refuse writing. Any number of readers may open a file, beside one writer.
    vocabulary : Vocabulary, optional
        The relations there may be; the built-in ones by default.

    Raises
    ------
    StoreError
        If the file is missing (read only), locked by another writer, or not a store.
    """

    def __init__(
        self,
        path: str | Path = ":memory:",
        *,
        read_only: bool = False,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._address = str(path)
        self._vocabulary = vocabulary or load_vocabulary()
        self._database = ladybug_files.open_database(self._address, read_only=read_only)
        self._connection = ladybug.Connection(self._database)
        try:
            ladybug_schema.ensure(
                self._execute, self._vocabulary, self._address, read_only=read_only
            )
        except BaseException:
            self.close()
            raise

    @property
    def address(self) -> str:
        """Where the store is."""
        return self._address

    def documents(self) -> list[Document]:
        """Return what is loaded, by id, without the texts."""
        return [to_document(row) for row in self._execute(cypher("documents"))]

    def text(self, document: str) -> str:
        """Return the stored text of a document, empty if it is not there."""
        rows = self._execute(cypher("text"), {"document": document})
        return str(rows[0]["text"]) if rows else ""

    def stakeholders(self) -> list[Stakeholder]:
        """Return every stakeholder, by id."""
        return [to_stakeholder(row) for row in self._execute(cypher("stakeholders"))]

    def write(
        self,
        document: Document,
        mentions: Mapping[str, Sequence[Mention]],
        statements: Iterable[StoredStatement],
    ) -> None:
        """Put a document, its mentions (by stakeholder id) and statements, in one transaction."""
        with self._transaction("BEGIN TRANSACTION"):
            writing.put(self._execute, self._vocabulary, document, mentions, statements)

    def forget(self, document: str) -> bool:
        """Remove a document, its statements, and the stakeholders no other one mentions."""
        with self._transaction("BEGIN TRANSACTION"):
            return writing.remove(self._execute, document) is not None

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""
        with self._transaction("BEGIN TRANSACTION READ ONLY"):
            return self._execute(query, parameters)

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return all stakeholders and all statements as two DataFrames."""
        with self._refusals():
            nodes = self._result(cypher("nodes")).get_as_df()
            edges = self._result(cypher("edges")).get_as_df()
        return shape(nodes, NODES), shape(edges, EDGES)

    def close(self) -> None:
        """Release the file. Closing again does nothing."""
        self._connection.close()
        ladybug_files.close_database(self._database)

    def __enter__(self) -> Self:
        """Open a block at whose end the store is closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def _execute(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        with self._refusals():
            rows: list[Row] = self._result(query, parameters).rows_as_dict().get_all()
        return rows

    def _result(self, query: str, parameters: Mapping[str, Any] | None = None) -> Any:
        result = self._connection.execute(query, dict(parameters or {}))
        if isinstance(result, list):
            raise StoreError("several queries at once", remedy="run one at a time")
        return result

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Say in our own terms what Ladybug refuses."""
        try:
            yield
        except RuntimeError as error:
            raise StoreError(f"the query was refused ({error})", where=self._address) from error

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._execute(begin)
        try:
            yield
        except BaseException:
            self._execute("ROLLBACK")
            raise
        self._execute("COMMIT")
