"""The store on a Neo4j server, cluster or Aura."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import neo4j
from neo4j import exceptions

from ...errors import StoreError
from ..model import Stakeholder
from ..vocabulary import Vocabulary, load_vocabulary
from . import neo4j_schema
from .aside import aside
from .batches import Execute, batched
from .bulk import Columns, Values
from .cypher_store import CypherStore
from .cyphers import cypher, cypher_for
from .neo4j_address import Login, login
from .neo4j_errors import refusal
from .protocol import Row
from .rows import stakeholder_row

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")

# What the server notes goes to the logs, and nowhere when nobody listens to them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

# Seconds. A server that is down is named within 15, not after the driver's default of 64.
_CONFIG: dict[str, Any] = {
    "connection_timeout": 5.0,
    "connection_acquisition_timeout": 6.0,
    "max_transaction_retry_time": 10.0,
    "telemetry_disabled": True,
    # That a relation of the vocabulary is not in the data yet is no news.
    "notifications_disabled_classifications": ["UNRECOGNIZED"],
    "notifications_min_severity": "WARNING",
    "user_agent": "stakeholder-graph",
}


class Neo4jStore(CypherStore):
    """A store on a server.

    Parameters
    ----------
    address : str
        ``neo4j://``, ``neo4j+s://``, ``bolt://`` or ``bolt+s://`` with host and port; without a
        host, the server that ``NEO4J_URI`` names. User name, password and database come from
        ``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE``, never from the address.
    read_only : bool
        Refuse writing.
    vocabulary : Vocabulary, optional
        The relations there may be; the built-in ones by default.
    insecure : bool
        Allow an unencrypted connection to another machine (also ``STAKEHOLDERS_INSECURE=1``).
    environment : mapping, optional
        In place of the environment of the process.

    Raises
    ------
    StoreError
        If the address is wrong, the server does not answer or refuses the password, or the
        database is of something else.
    """

    def __init__(
        self,
        address: str = "neo4j://",
        *,
        read_only: bool = False,
        vocabulary: Vocabulary | None = None,
        insecure: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        known = os.environ if environment is None else environment
        self._login = login(address, known, insecure=insecure)
        super().__init__(self._login.address, vocabulary or load_vocabulary(), read_only=read_only)
        self._driver = _driver(self._login)
        try:
            with self._refusals():
                self._driver.verify_connectivity()
            neo4j_schema.ensure(self.run, self._alter, self._address, read_only=read_only)
        except BaseException:
            self.close()
            raise

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""

        def work(transaction: neo4j.ManagedTransaction) -> list[Row]:
            return _execute(transaction, query, parameters or {})

        return self._within(neo4j.READ_ACCESS, lambda session: session.execute_read(work))

    def close(self) -> None:
        """Release the connections. Closing again does nothing."""
        self._driver.close()

    def _transact(self, work: Callable[[Execute], T]) -> T:
        def inside(transaction: neo4j.ManagedTransaction) -> T:
            _execute(transaction, cypher("neo4j_lock"), {})
            return work(lambda query, rows: _execute(transaction, query, rows))

        return self._within(neo4j.WRITE_ACCESS, lambda session: session.execute_write(inside))

    def _lay_out(self, columns: Columns, values: Values) -> Any:
        return {"rows": list(_lists(columns, values)), "shared": columns.shared}

    def _copy(self, relation: str, batch: Any) -> None:
        query = cypher_for("neo4j_pour", relation, self._vocabulary)
        self._change(lambda execute: execute(query, batch))

    def _frame(self, query: str) -> pd.DataFrame:
        import pandas as pd

        def work(transaction: neo4j.ManagedTransaction) -> pd.DataFrame:
            result = transaction.run(query)
            return pd.DataFrame(result.values(), columns=list(result.keys()))

        return self._within(neo4j.READ_ACCESS, lambda session: session.execute_read(work))

    def _mark(self, execute: Execute, stakeholders: list[Stakeholder]) -> None:
        batched(execute, cypher("neo4j_kinds"), "rows", [stakeholder_row(s) for s in stakeholders])

    def _alter(self, query: str) -> None:
        """Change the schema: Neo4j takes one such command a transaction."""
        self._within(neo4j.WRITE_ACCESS, lambda session: session.run(query).consume())

    def _within(self, mode: str, work: Callable[[neo4j.Session], T]) -> T:
        """Return what some work returns, in a session of its own."""

        def inside() -> T:
            with (
                self._refusals(),
                self._driver.session(
                    database=self._login.database or None, default_access_mode=mode
                ) as session,
            ):
                return work(session)

        return aside(inside)

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Say in our own terms what the driver and the server refuse."""
        try:
            yield
        except (exceptions.DriverError, exceptions.Neo4jError) as error:
            raise refusal(error, self._login) from error


def _driver(login: Login) -> neo4j.Driver:
    auth = (login.username, login.password) if login.password else None
    try:
        return neo4j.GraphDatabase.driver(login.address, auth=auth, **_CONFIG)
    except (exceptions.DriverError, ValueError) as error:
        raise StoreError(
            f"is not an address the driver takes ({error})",
            where=login.address,
            remedy="write neo4j://host:7687",
        ) from error


_LISTED = (
    *("source", "target", "id", "quote", "start_offset", "end_offset", "locator"),
    *("source_name", "target_name"),
)


def _lists(columns: Columns, values: Values) -> Iterator[list[Any]]:
    """Yield statements as ``neo4j_pour.cypher`` takes them."""
    others = [name for name in values if name not in _LISTED]
    listed = zip(*(values[name] for name in _LISTED), strict=True)
    if not others:
        yield from map(list, listed)
        return
    plain = [columns.shared[name] for name in others]
    for row, found in zip(listed, zip(*(values[n] for n in others), strict=True), strict=True):
        told = zip(others, found, plain, strict=True)
        yield [*row, {name: value for name, value, usual in told if value != usual} or None]


def _execute(
    transaction: neo4j.ManagedTransaction, query: str, parameters: Mapping[str, Any]
) -> list[Row]:
    return transaction.run(query, dict(parameters)).data()
