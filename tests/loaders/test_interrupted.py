"""A load that is stopped leaves whole batches, and the next one writes the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from neo4j_server.server import Server
from poured.load import BATCH
from poured.tables import alike, written

from stakeholder_graph.graph import Store, open_store
from stakeholder_graph.graph.stores.ladybug import LadybugStore
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.graph.stores.neo4j import Neo4jStore
from stakeholder_graph.loaders import load, size

TESTS = Path(__file__).parents[1]
ROWS = 2_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a list of statements, of three relations."""
    rng = Random(3)  # noqa: S311  (no secret)
    rows = [
        [
            f"Agency {rng.randrange(300)} Ltd",
            relation,
            f"Scheme {rng.randrange(90)} programme",
            "2024",
        ]
        for relation in rng.choices(["funds", "pilots", "implements"], k=ROWS)
    ]
    path = tmp_path / "statements.csv"
    path.write_bytes(written([["Source", "Relation", "Target", "Since"], *rows], ","))
    return path


@pytest.fixture(params=["ladybug", "neo4j"])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of an empty store that other processes can open."""
    if request.param == "ladybug":
        return str(tmp_path / "stakeholders.lbug")
    server: Server = request.getfixturevalue("neo4j_server")
    server.wipe()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return "neo4j://"


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_load_goes_on(
    path: Path, address: str, stop: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(size, "_LARGE", 0)
    for store in (LadybugStore, Neo4jStore):
        monkeypatch.setattr(store, "_batch", BATCH)
    reached = 0
    with MemoryStore() as plain:
        whole = load([path], plain).statements
    for batches in (1, 2):
        code, last = stopped(path, address, batches, stop)
        assert (code, last) == ((130, "Interrupted.") if stop is signal.SIGINT else (-stop, last))
        with open_store(address, read_only=True) as store:
            reached = whole_batches(store, reached, whole)
    with MemoryStore() as plain:
        load([path], plain)
        with open_store(address) as store:
            report = load([path], store)
            assert report.loaded
            alike(plain, store)
            assert load([path], store).unchanged
            alike(plain, store)


def stopped(path: Path, address: str, batches: int, stop: signal.Signals) -> tuple[int, str]:
    """Stop a load when it has told of so many batches; return its exit code and last line."""
    command = [sys.executable, "-m", "poured.load", str(path), address]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stderr is not None
        lines = [line for line, _ in zip(process.stderr, range(batches), strict=False)]
        assert len(lines) == batches, lines
        process.send_signal(stop)
        lines += process.stderr.readlines()
    return process.returncode, lines[-1].strip()


def whole_batches(store: Store, reached: int, whole: Mapping[str, int]) -> int:
    """Check that the document is there in part, in whole batches; return how much of it."""
    (document,) = store.documents()
    assert not document.loaded
    edges = store.frames()[1]
    assert reached < len(edges) < ROWS
    for relation, count in edges["relation"].value_counts().items():
        assert count == whole[str(relation)] or count % BATCH == 0
    return len(edges)
