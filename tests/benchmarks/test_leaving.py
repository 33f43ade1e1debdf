"""What is lost if somebody leaves, and RACI matrices, in a graph of a million statements.

What is looked at is around who leaves, so the time follows what they touch, not the graph. The
limits are for a machine that does nothing else.
"""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest
from benchmarks.synthetic import Synthetic

from stakeholder_graph.graph import Kind, open_store
from stakeholder_graph.queries import raci_matrix, what_if

_LEAVING = 100
_ROWS = 100


def test_what_if(graph: Synthetic, large_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = Random(graph.seed)  # noqa: S311  (no secret)
    everyone = [who for kind in Kind for who in graph.everyone.get(kind, [])]
    taken = []
    with open_store(str(large_file), read_only=True) as store:
        for who in rng.sample(everyone, min(_LEAVING, len(everyone))):
            start = time.perf_counter()
            what_if(store, who)
            taken.append(time.perf_counter() - start)
    taken.sort()
    middle, most = taken[len(taken) // 2], taken[-1]
    with capsys.disabled():
        print(f"\nwhat-if, {len(taken)} stakeholders: median {middle:.2f} s, most {most:.2f} s")
    assert middle <= 0.2
    assert most <= 5


def test_raci(graph: Synthetic, large_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = graph.everyone[Kind.PROJECT][:_ROWS]
    with open_store(str(large_file), read_only=True) as store:
        start = time.perf_counter()
        matrix = raci_matrix(store, rows)
        taken = time.perf_counter() - start
    cells = sum(len(row.cells) for row in matrix.rows)
    with capsys.disabled():
        print(f"\nraci, {len(matrix.rows)} rows: {cells} cells in {taken:.2f} s")
    assert taken <= 3
