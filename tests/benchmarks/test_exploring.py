"""Exploring a graph of a million statements: what a page asks while its reader waits.

A page is opened on the stakeholders with the most links, then others are expanded beside them:
some at random, and those with the most links themselves. An answer is measured as JSON, from the
question on. The limits are for a machine that does nothing else.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from benchmarks.synthetic import Synthetic
from neo4j_server.server import Server

from stakeholder_graph.explorer import Answers
from stakeholder_graph.graph import Kind, Store, load_vocabulary, open_store
from stakeholder_graph.graph.stores.neo4j import Neo4jStore

_RANDOM, _LARGEST = 200, 20
_HELD = 50
_WORDS = "comité|ministry of|Préfet de|fel|steering board lan|réseau x"
Told = Callable[[str, list[float]], list[float]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Return a function that prints what times came to, and gives them sorted."""

    def tell(name: str, taken: list[float]) -> list[float]:
        taken.sort()
        p50, p99 = (taken[len(taken) * percent // 100] * 1e3 for percent in (50, 99))
        with capsys.disabled():
            print(f"\n{name}, {len(taken)} times: p50 {p50:.0f} ms, p99 {p99:.0f} ms")
        return taken

    return tell


def _timed(ask: Callable[[Mapping[str, Any]], Any], values: Mapping[str, Any]) -> float:
    start = time.perf_counter()
    json.dumps(ask(values))
    return time.perf_counter() - start


def _explore(store: Store, graph: Synthetic, name: str, told: Told) -> list[float]:
    answers = Answers(store, load_vocabulary(), most=_HELD)
    start = time.perf_counter()
    answers.page()
    told(f"opening in {name}", [time.perf_counter() - start])
    rng = Random(graph.seed)  # noqa: S311  (no secret)
    everyone = [who.id for kind in Kind for who in graph.everyone.get(kind, [])]
    first = [who.id for who in graph.everyone[Kind.ORGANIZATION][:_LARGEST]]
    held = [who.id for who in graph.everyone[Kind.BODY][:_HELD]]
    asked = [*rng.sample(everyone, _RANDOM), *first]
    base = {"size": "degree", "most": 50, "held": held}
    _timed(answers.neighbours, {"of": first[0], **base})  # the first plans the queries
    expanding = told(
        f"expanding in {name}", [_timed(answers.neighbours, {"of": of, **base}) for of in asked]
    )
    words = [{"text": text, "most": 8, "held": held} for text in _WORDS.split("|")]
    told(f"searching in {name}", [_timed(answers.search, each) for each in words])
    things = [who.id for who in graph.everyone[Kind.PROJECT][:_LARGEST]]
    told(f"who is accountable in {name}", [_timed(answers.duty, {"of": of}) for of in things])
    return expanding


def test_ladybug(graph: Synthetic, large_file: Path, told: Told) -> None:
    with open_store(str(large_file), read_only=True) as store:
        expanding = _explore(store, graph, "Ladybug", told)
    assert expanding[len(expanding) // 2] <= 0.2
    assert expanding[-1] <= 0.5


def test_neo4j(graph: Synthetic, large_server: Server, told: Told) -> None:
    with Neo4jStore(environment=large_server.environment, read_only=True) as store:
        expanding = _explore(store, graph, "Neo4j", told)
    assert expanding[len(expanding) // 2] <= 0.2
