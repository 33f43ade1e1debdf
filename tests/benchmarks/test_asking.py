"""Asking who is accountable in a graph of 100,000 stakeholders and a million statements.

Each answer is set against its bare queries: those it rests on, sent anew through the driver of the
database with nothing of ours around. The questions are about projects that somebody answers for,
and about silent ones, which lead there over one, two and three links. The limits are for a machine
that does nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import ladybug
import neo4j
import pytest
from benchmarks.synthetic import Synthetic
from neo4j_server.server import Server

from stakeholder_graph.graph import Kind, Stakeholder, Store, open_store
from stakeholder_graph.graph.stores.neo4j import Neo4jStore
from stakeholder_graph.queries import who_is_accountable

Query = tuple[str, Mapping[str, Any]]
Execute = Callable[[str, Mapping[str, Any]], object]

_FOR_EACH = 100  # questions
_LINKS = (0, 1, 2, 3)
_START = "from stakeholder_graph.cli import main; main()"


def _asked(graph: Synthetic) -> list[Stakeholder]:
    """Return projects that are so many links from one that somebody answers for."""
    rng = Random(graph.seed)  # noqa: S311  (no secret)
    projects = graph.everyone[Kind.PROJECT]
    by_links: dict[int, list[Stakeholder]] = {links: [] for links in _LINKS}
    for place, project in enumerate(projects):
        by_links.setdefault(graph.links(place), []).append(project)
    asked = [p for n in _LINKS for p in rng.sample(by_links[n], min(_FOR_EACH, len(by_links[n])))]
    return rng.sample(asked, len(asked))


def _queries(store: Store, project: Stakeholder, monkeypatch: pytest.MonkeyPatch) -> list[Query]:
    """Return the queries that an answer rests on."""
    kept: list[Query] = []
    run = store.run

    def keep(query: str, parameters: Mapping[str, Any] | None = None) -> object:
        kept.append((query, dict(parameters or {})))
        return run(query, parameters)

    with monkeypatch.context() as patch:
        patch.setattr(store, "run", keep)
        assert who_is_accountable(store, project.name).findings
    return kept


def _race(
    store: Store, bare: Execute, graph: Synthetic, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[float], list[float]]:
    """Return the seconds of each answer and of its bare queries, sorted."""
    ours, theirs = [], []
    for project in _asked(graph):
        queries = _queries(store, project, monkeypatch)  # and both caches are warm
        start = time.perf_counter()
        who_is_accountable(store, project.name)
        between = time.perf_counter()
        for query, parameters in queries:
            bare(query, parameters)
        theirs.append(time.perf_counter() - between)
        ours.append(between - start)
    return sorted(ours), sorted(theirs)


def _at(times: list[float], percent: int) -> float:
    return times[len(times) * percent // 100]


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Callable[..., float]:
    """Return a function that prints what a race came to, and gives the ratio of its medians."""

    def told(name: str, ours: list[float], theirs: list[float]) -> float:
        ratio = _at(ours, 50) / _at(theirs, 50)
        figures = (
            f"p{n} {_at(ours, n) * 1e3:.2f} ms ({_at(theirs, n) * 1e3:.2f})" for n in (50, 99)
        )
        with capsys.disabled():
            print(f"\n{name}, {len(ours)} questions: {', '.join(figures)}, ratio {ratio:.2f}")
            print(f"in brackets the bare queries; load of the machine {os.getloadavg()[0]:.1f}")
        return ratio

    return told


def test_ladybug(
    graph: Synthetic,
    large_file: Path,
    report: Callable[..., float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        open_store(str(large_file), read_only=True) as store,
        ladybug.Database(str(large_file), read_only=True) as database,
        ladybug.Connection(database) as connection,
    ):

        def bare(query: str, parameters: Mapping[str, Any]) -> object:
            return connection.execute(query, dict(parameters)).rows_as_dict().get_all()

        ours, theirs = _race(store, bare, graph, monkeypatch)
    assert report("who-is-accountable in Ladybug", ours, theirs) <= 1.5
    assert _at(ours, 50) <= 0.005
    assert _at(ours, 99) <= 0.050


def test_neo4j(
    graph: Synthetic,
    large_server: Server,
    report: Callable[..., float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        Neo4jStore(environment=large_server.environment, read_only=True) as store,
        large_server.driver() as driver,
    ):

        def bare(query: str, parameters: Mapping[str, Any]) -> object:
            reading = neo4j.RoutingControl.READ
            return driver.execute_query(
                query, dict(parameters), routing_=reading, database_="neo4j"
            )

        ours, theirs = _race(store, bare, graph, monkeypatch)
    assert report("who-is-accountable in Neo4j", ours, theirs) <= 1.5
    assert _at(ours, 50) <= 0.015


def test_the_whole_process(
    graph: Synthetic, large_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = []
    for project in _asked(graph)[:9]:
        command = ["who-is-accountable", project.name, "--store", str(large_file)]
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _START, *command], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    with capsys.disabled():
        print(f"\nstakeholders who-is-accountable: median {_at(sorted(taken), 50):.2f} s")
    assert _at(sorted(taken), 50) <= 1.2
