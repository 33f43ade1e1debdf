"""The audit of a graph of 100,000 stakeholders and a million statements."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from stakeholder_graph.graph import open_store
from stakeholder_graph.queries.audit import audit

_LIMIT = 60.0  # seconds, on a machine of two cores that does nothing else


def test_auditing_the_whole_of_ladybug(
    large_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(str(large_file), read_only=True) as store:
        start, worked = time.perf_counter(), time.process_time()
        report = audit(store)
        taken, worked = time.perf_counter() - start, time.process_time() - worked
    with capsys.disabled():
        print(f"\naudit: {taken:.1f} s ({worked:.1f} s of work), {report.counts()}")
        print(f"load of the machine {os.getloadavg()[0]:.1f}")
    assert report.problems
    assert taken <= _LIMIT
