"""What the benchmarks share: a large graph, and a way to compare two runs."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from benchmarks.filling import fill_ladybug, fill_neo4j
from benchmarks.synthetic import Synthetic, synthetic
from neo4j_server.server import Server, running

from stakeholder_graph.graph.stores.neo4j import Neo4jStore

_ROUNDS = 5
_SIZE = int(os.environ.get("BENCH_STAKEHOLDERS", "100000"))


@pytest.fixture(scope="session")
def graph() -> Synthetic:
    """Return a graph of ``BENCH_STAKEHOLDERS`` stakeholders and ten times as many statements."""
    return synthetic(_SIZE)


@pytest.fixture(scope="session")
def large_file(graph: Synthetic, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Ladybug store of that graph: a minute's work at a million statements."""
    path = tmp_path_factory.mktemp("large") / "stakeholders.lbug"
    fill_ladybug(str(path), graph)
    return path


@pytest.fixture(scope="session")
def large_server(graph: Synthetic, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a Neo4j server with that graph: some minutes' work at a million statements."""
    with running(tmp_path_factory.mktemp("neo4j"), large=True) as server:
        with Neo4jStore(environment=server.environment) as store:
            fill_neo4j(store, graph)
        yield server


@pytest.fixture
def compare(capsys: pytest.CaptureFixture[str]) -> Callable[..., float]:
    """Return a function that runs two callables in turn and gives the ratio of their medians."""

    def ratio(
        name: str, ours: Callable[[], object], bare: Callable[[], object], rounds: int = _ROUNDS
    ) -> float:
        times: dict[Callable[[], object], list[float]] = {ours: [], bare: []}
        for _ in range(rounds):
            for run in (ours, bare):
                start = time.perf_counter()
                run()
                times[run].append(time.perf_counter() - start)
        mine, theirs = median(times[ours]), median(times[bare])
        with capsys.disabled():
            print(f"\n{name}: {mine:.4f} s against {theirs:.4f} s, ratio {mine / theirs:.2f}")
        return mine / theirs

    return ratio
