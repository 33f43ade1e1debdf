"""What the tests of every room share: an empty store of each make, and a Neo4j server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from neo4j_server.server import NoServerError, Server, running
from opening import OpenEmpty

from stakeholder_graph.graph import Store, Vocabulary, open_store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.graph.stores.neo4j import Neo4jStore


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a real Neo4j server, with authentication, that stops with the session.

    Started when the first test asks for it, in some 10 seconds; the very first time Maven fetches
    it into ``.neo4j``. ``NEO4J_TEST_URI`` (with ``NEO4J_TEST_USERNAME``, ``NEO4J_TEST_PASSWORD``)
    names an empty one to use instead. Where there is none, a test is skipped, but fails in CI.
    """
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running(tmp_path_factory.mktemp("neo4j")))
        except NoServerError as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(str(error))
        yield server


@pytest.fixture(params=["memory", "ladybug", "neo4j"])
def store_make(request: pytest.FixtureRequest) -> str:
    """Name each make of store in turn: a test that uses it, or a fixture below, runs on all."""
    return str(request.param)


@pytest.fixture
def open_empty(store_make: str, request: pytest.FixtureRequest) -> Iterator[OpenEmpty]:
    """Open an empty store, again and again: ``open_empty()`` or ``open_empty(vocabulary)``.

    All are closed after the test. On Neo4j there is one database, which opening empties, so use
    one store at a time.
    """
    with ExitStack() as opened:

        def empty(vocabulary: Vocabulary | None = None) -> Store:
            if store_make == "memory":
                store: Store = MemoryStore(vocabulary)
            elif store_make == "ladybug":
                store = open_store(":memory:", vocabulary=vocabulary)
            else:
                server: Server = request.getfixturevalue("neo4j_server")
                server.wipe()
                store = Neo4jStore(vocabulary=vocabulary, environment=server.environment)
            opened.callback(store.close)
            return store

        yield empty


@pytest.fixture
def any_store(open_empty: OpenEmpty) -> Store:
    """Give an empty store; the test runs once on each make (memory, Ladybug, Neo4j).

    ::

        def test_members(any_store: Store) -> None:
            any_store.write(document, mentions, statements)
            assert members(any_store, "board") …
    """
    return open_empty()
