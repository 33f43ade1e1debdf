"""How soon the program answers: whole processes, as a person waits for them."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

_START = "from stakeholder_graph.cli import main; main()"
_TRIES = 10


def fastest(*arguments: str) -> float:
    """Return the seconds of the fastest of some runs: the others shared the machine."""
    taken = []
    for _ in range(_TRIES):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _START, *arguments], capture_output=True, check=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def test_help_is_there_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = fastest("--help")
    with capsys.disabled():
        print(f"\n--help: {seconds:.2f} s")
    assert seconds < 0.3


def test_an_answer_is_there_within_a_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, samples = str(tmp_path / "graph.lbug"), str(Path(__file__).parents[2] / "samples")
    command = [sys.executable, "-c", _START, "load", samples, "--store", store]
    subprocess.run(command, capture_output=True, check=True)
    seconds = fastest("who-is-accountable", "InSERRE", "--store", store)
    with capsys.disabled():
        print(f"\nwho-is-accountable on the samples: {seconds:.2f} s")
    assert seconds < 1.0
