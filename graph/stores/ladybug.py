"""The embedded store: one file, no server, kept by Ladybug."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import ladybug

from ...errors import StoreError
from ..vocabulary import Vocabulary, load_vocabulary
from . import ladybug_files, ladybug_schema
from .batches import Execute
from .cypher_store import CypherStore
from .protocol import Row

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")


class LadybugStore(CypherStore):
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
        path: str | Path = ladybug_files.MEMORY,
        *,
        read_only: bool = False,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        super().__init__(str(path), vocabulary or load_vocabulary(), read_only=read_only)
        self._database = ladybug_files.open_database(self._address, read_only=read_only)
        self._connection = ladybug.Connection(self._database)
        self._writes = 0
        try:
            ladybug_schema.ensure(
                self._execute, self._vocabulary, self._address, read_only=read_only
            )
        except BaseException:
            self.close()
            raise

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""
        with self._transaction("BEGIN TRANSACTION READ ONLY"):
            return self._execute(query, parameters)

    def close(self) -> None:
        """Release the file. Closing again does nothing."""
        self._connection.close()
        ladybug_files.close_database(self._database)

    def _transact(self, work: Callable[[Execute], T]) -> T:
        self._plan_anew()
        with self._transaction("BEGIN TRANSACTION"):
            return work(self._execute)

    def _plan_anew(self) -> None:
        """Connect again at the 1st, 2nd, 4th, 8th … write.

        A connection keeps the plans it made for each query, and those made for small tables read
        whole ones later.
        """
        self._writes += 1
        if self._writes.bit_count() == 1:
            self._connection.close()
            self._connection = ladybug.Connection(self._database)

    def _frame(self, query: str) -> pd.DataFrame:
        with self._refusals():
            frame: pd.DataFrame = self._result(query).get_as_df()
        return frame

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
            # Some errors have ended the transaction already.
            with suppress(StoreError):
                self._execute("ROLLBACK")
            raise
        self._execute("COMMIT")
