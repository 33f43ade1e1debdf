"""What the benchmarks share: documents to read, and a way to compare two runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from stakeholder_graph.loaders import read
from stakeholder_graph.loaders.blocks import Source

_SAMPLES = Path(__file__).parents[2] / "samples"
_COPIES = 30
_ROUNDS = 5


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    """Return the sample documents, many times over."""
    return [read(path) for path in sorted(_SAMPLES.iterdir()) if path.is_file()] * _COPIES


@pytest.fixture
def compare(capsys: pytest.CaptureFixture[str]) -> Callable[..., float]:
    """Return a function that runs two callables in turn and gives the ratio of their medians."""

    def ratio(name: str, ours: Callable[[], object], bare: Callable[[], object]) -> float:
        times: dict[Callable[[], object], list[float]] = {ours: [], bare: []}
        for _ in range(_ROUNDS):
            for run in (ours, bare):
                start = time.perf_counter()
                run()
                times[run].append(time.perf_counter() - start)
        mine, theirs = median(times[ours]), median(times[bare])
        with capsys.disabled():
            print(f"\n{name}: {mine:.4f} s against {theirs:.4f} s, ratio {mine / theirs:.2f}")
        return mine / theirs

    return ratio
