"""A session with a Ladybug database: queries, transactions and refusals in our own terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import ladybug

from ...errors import StoreError
from .aside import aside
from .ladybug_files import open_database
from .protocol import Row


class Session:
    """An open database and a connection to it."""

    def __init__(self, address: str, *, read_only: bool) -> None:
        self._address = address
        self._database = open_database(address, read_only=read_only)
        self._connection = ladybug.Connection(self._database)

    def rows(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a query in the open transaction, or one of its own, and return its rows."""
        with self._refusals():
            rows: list[Row] = self._result(query, parameters).rows_as_dict().get_all()
        return rows

    def frame(self, query: str) -> Any:
        """Run a query and return its rows as a DataFrame."""
        with self._refusals():
            return self._result(query, None).get_as_df()

    def copy(self, query: str, table: Any) -> None:
        """Run a ``COPY … FROM $rows``; an interruption is heeded at once."""
        with self._refusals():
            aside(lambda: self._result(query, {"rows": table}), self._connection.interrupt)

    @contextmanager
    def transaction(self, *, read_only: bool) -> Iterator[None]:
        """Commit what is done in the block, or nothing of it if it fails."""
        self.rows("BEGIN TRANSACTION READ ONLY" if read_only else "BEGIN TRANSACTION")
        try:
            yield
        except BaseException:
            # Some errors have ended the transaction already.
            with suppress(StoreError):
                self.rows("ROLLBACK")
            raise
        self.rows("COMMIT")

    def plan_anew(self) -> None:
        """Forget the plans of queries, which were made for tables of another size."""
        self._connection.close()
        self._connection = ladybug.Connection(self._database)

    def close(self) -> None:
        """Release the file. Closing again does nothing."""
        self._connection.close()
        self._database.close()

    def _result(self, query: str, parameters: Mapping[str, Any] | None) -> Any:
        result = self._connection.execute(query, dict(parameters or {}))
        if isinstance(result, list):
            raise StoreError("several queries at once", remedy="run one at a time")
        return result

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as error:
            raise StoreError(f"the query was refused ({error})", where=self._address) from error
