"""The embedded store: one file, no server, kept by Ladybug."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ...errors import StoreError
from ..model import Stakeholder
from ..vocabulary import Vocabulary, load_vocabulary
from . import ladybug_schema
from .batches import Execute
from .bulk import Columns, Values
from .cypher_store import CypherStore
from .cyphers import cypher_for
from .ladybug_copy import Copying, laid_out
from .ladybug_files import MEMORY, patiently, stamp
from .ladybug_session import Session
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

    _part = 1_000_000
    _batch = 500_000

    def __init__(
        self,
        path: str | Path = MEMORY,
        *,
        read_only: bool = False,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        super().__init__(str(path), vocabulary or load_vocabulary(), read_only=read_only)
        self._writes = 0
        self._session: Session | None = None
        self._stamp: tuple[int, ...] = ()
        self._relations: frozenset[str] = frozenset()
        self._closed = False
        self._read(lambda _: None)

    @property
    def relations(self) -> frozenset[str]:
        """The relations there is a table of: another one in a query is an error."""
        return self._relations

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""

        def read(session: Session) -> list[Row]:
            if self._read_only:  # the whole session can write nothing
                return session.rows(query, parameters)
            with session.transaction(read_only=True):
                return session.rows(query, parameters)

        return self._read(read)

    def close(self) -> None:
        """Release the file. Closing again does nothing."""
        self._closed = True
        if self._session:
            self._session.close()

    def _read(self, read: Callable[[Session], T]) -> T:
        if self._read_only:
            return patiently(self._address, lambda: read(self._open()))
        return read(self._open())

    def _open(self) -> Session:
        """Return the session; a new one if there is none or, for reading, the file has changed."""
        if self._closed:
            raise StoreError("is closed", where=self._address, remedy="open it again")
        now = stamp(self._address)
        if self._session and (now == self._stamp or not self._read_only):
            return self._session
        if self._session:
            self._session.close()
            self._session = None
        session = Session(self._address, read_only=self._read_only)
        try:
            self._relations = ladybug_schema.ensure(
                session.rows, self._vocabulary, self._address, read_only=self._read_only
            )
        except BaseException:
            session.close()
            raise
        self._session, self._stamp = session, now
        return session

    def _transact(self, work: Callable[[Execute], T]) -> T:
        session = self._open()
        self._writes += 1
        if self._writes.bit_count() == 1:  # the 1st, 2nd, 4th, 8th … time
            session.plan_anew()
        with session.transaction(read_only=False):
            return work(session.rows)

    def _change_much(self, work: Callable[[Execute], T]) -> T:
        return self._change(lambda execute: work(Copying(execute, self._open().copy)))

    def _lay_out(self, columns: Columns, values: Values) -> Any:
        return laid_out(values, columns.shared)

    def _copy(self, relation: str, batch: Any) -> None:
        self._open().copy(cypher_for("ladybug_copy", relation, self._vocabulary), batch)

    def _mark(self, execute: Execute, stakeholders: list[Stakeholder]) -> None:
        """Do nothing: a node has one label here."""

    def _frame(self, query: str) -> pd.DataFrame:
        frame: pd.DataFrame = self._read(lambda session: session.frame(query))
        return frame
