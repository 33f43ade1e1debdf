"""A large list of statements beside the same rows by bare ``COPY``, and by bare ``UNWIND``.

``stakeholders load`` is timed as a whole process: its start, the reading of the file, who is who,
and writing. What is beside it gets rows that are read, resolved and laid out already.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.bare import copy, prepare, unwind, write_list
from benchmarks.synthetic import Synthetic
from neo4j_server.server import running

from stakeholder_graph.graph import Store, open_store
from stakeholder_graph.graph.stores.neo4j import Neo4jStore

_START = "from stakeholder_graph.cli import main; main()"
_MEMORY = 4.0  # GB, at a million statements
_ROUNDS = 2


class Listed(NamedTuple):
    """A list of statements, and its rows prepared for a database."""

    path: Path
    size: int
    prepared: Path


@pytest.fixture(scope="module")
def listed(graph: Synthetic, tmp_path_factory: pytest.TempPathFactory) -> Listed:
    """Return a list of ten statements a stakeholder."""
    folder = tmp_path_factory.mktemp("listed")
    path, prepared = folder / "statements.csv", folder / "prepared"
    prepared.mkdir()
    size = write_list(graph, path)
    prepare(path, prepared)
    return Listed(path, size, prepared)


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def load(path: Path, address: str, environment: dict[str, str] | None = None) -> None:
    """Load a file, in a process of its own."""
    command = [sys.executable, "-c", _START, "load", str(path), "--store", address, "--quiet"]
    # Decisions of the folder these tests run in are none of this graph.
    given = {**os.environ, **(environment or {}), "STAKEHOLDERS_DECISIONS": f"{path}.decisions"}
    subprocess.run(command, check=True, env=given)


def say(capsys: pytest.CaptureFixture[str], name: str, ours: float, bare: float) -> float:
    """Tell how two compare, and return the ratio."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    with capsys.disabled():
        print(f"\n{name}: {ours:.1f} s against {bare:.1f} s, ratio {ours / bare:.2f}")
        print(f"at most {peak:.1f} GB; load of the machine {os.getloadavg()[0]:.1f}")
    assert peak <= _MEMORY
    return ours / bare


def count(store: Store) -> int:
    """Return how many statements there are."""
    rows = store.run("MATCH (:Stakeholder)-[r]->(:Stakeholder) RETURN count(r) AS number")
    return int(rows[0]["number"])


def test_ladybug(listed: Listed, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours, bare = [], []
    for number in range(_ROUNDS):
        mine, theirs = str(tmp_path / f"ours{number}.lbug"), str(tmp_path / f"bare{number}.lbug")
        bare.append(seconds(lambda: copy(listed.prepared, theirs)))  # noqa: B023
        ours.append(seconds(lambda: load(listed.path, mine)))  # noqa: B023
        with open_store(mine, read_only=True) as one, open_store(theirs, read_only=True) as other:
            assert count(one) == count(other) > 0.9 * listed.size
    name = f"load of {listed.size:,} statements into Ladybug / bare COPY"
    assert say(capsys, name, min(ours), min(bare)) <= 2


def test_neo4j(
    listed: Listed, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    taken, counts = [], []
    for ours in (False, True):
        with running(tmp_path_factory.mktemp("neo4j"), large=True) as server:
            with Neo4jStore(environment=server.environment), server.driver() as driver:
                if ours:
                    work = lambda: load(listed.path, "neo4j://", server.environment)  # noqa: E731
                else:
                    work = lambda: unwind(listed.prepared, driver)  # noqa: E731
                taken.append(seconds(work))
            with Neo4jStore(environment=server.environment) as store:
                counts.append(count(store))
    assert counts[0] == counts[1] > 0.9 * listed.size
    name = f"load of {listed.size:,} statements into Neo4j / bare UNWIND"
    assert say(capsys, name, taken[1], taken[0]) <= 1.3
