"""What the tests of every room share: an empty store of each make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from stakeholder_graph.graph import Store, Vocabulary, open_store
from stakeholder_graph.graph.stores.memory import MemoryStore

OpenEmpty = Callable[..., Store]


@pytest.fixture(params=["memory", "ladybug"])
def store_make(request: pytest.FixtureRequest) -> str:
    """Name each make of store in turn: a test that uses it, or a fixture below, runs on all."""
    return str(request.param)


@pytest.fixture
def open_empty(store_make: str, tmp_path: Path) -> Iterator[OpenEmpty]:
    """Open an empty store, again and again: ``open_empty()`` or ``open_empty(vocabulary)``.

    All are closed after the test. Of the makes that live on a server, opening one empties the
    one before, so use one at a time.
    """
    with ExitStack() as opened:

        def empty(vocabulary: Vocabulary | None = None) -> Store:
            store = _empty(store_make, vocabulary)
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


def _empty(make: str, vocabulary: Vocabulary | None) -> Store:
    if make == "memory":
        return MemoryStore(vocabulary)
    return open_store(":memory:", vocabulary=vocabulary)
